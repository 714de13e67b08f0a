package forms

import (
	"cmp"
	"net/http"
	"net/url"
	"path"
	"slices"

	"tonggao/generator"
	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/verify"
)

// A noticeDiffers is what becomes otherwise in one notice, or with an empty title in the
// region itself: what is said, and which sheets.
type noticeDiffers struct {
	Region, Title string
	New, Gone     bool
	Revision      int // when it is another than before
	Changes       []changeView
	Print, Down   []sheetView
}

type changeView struct{ Of, Old, New string }

// A sheetView is a sheet of paper: what it is called, why it changes, and where it can be
// seen; "" where it cannot.
type sheetView struct{ Name, Why, Link string }

// manyNotices is how many changed notices are shown open; more are a list to open one by one.
const manyNotices = 4

// Sheets is how many sheets are to be printed.
func (v *view) Sheets() (n int) {
	for _, one := range v.Differs {
		n += len(one.Print)
	}
	return n
}

// Many reports whether more has changed than fits on a page.
func (v *view) Many() bool { return len(v.Differs) > manyNotices }

// differs groups a difference by notice. Sheets are named after the site in which they
// are, and link says where each can be seen.
func (f *Forms) differs(d verify.Difference, tree *generator.Tree, link func(path string) string) (all []noticeDiffers) {
	names := f.sheetNames(tree)
	for _, r := range d.Regions {
		if len(r.Changes) > 0 {
			all = append(all, noticeDiffers{Region: r.Name, Changes: f.changes(r.Changes)})
		}
		for _, n := range r.Notices {
			one := noticeDiffers{Region: r.Name, Title: n.Title, New: n.From == 0, Gone: n.To == 0, Changes: f.changes(n.Changes)}
			if n.From != n.To && !one.New && !one.Gone {
				one.Revision = n.To
			}
			for _, p := range n.Print {
				one.Print = append(one.Print, sheetView{cmp.Or(names[p.Path], p.Path), f.say(p.Why), link(p.Path)})
			}
			for _, p := range n.TakeDown {
				one.Down = append(one.Down, sheetView{cmp.Or(names[p.Path], p.Path), f.say(p.Why), ""})
			}
			all = append(all, one)
		}
	}
	return all
}

// factNames are what forms call the facts of a milestone and of a notice; a time and a
// milestone need no name.
var factNames = map[string]message.Text{"text": message.Both("what happens", "事项"), "label": message.Both("short title", "短标题"),
	"instead": message.Both("what to do meanwhile", "期间怎么办"), "audience": message.Both("whom it concerns", "对象"), "services": message.Both("services", "业务"),
	"status": message.Both("status", "状态"), "kind": message.Both("kind", "类型"), "title": message.Both("title", "标题"), "issued": message.Both("day of issue", "落款日期"),
	"issuer": message.Both("issuer", "发布单位"), "name": message.Both("name", "名称"), "hotlines": message.Both("hotlines", "热线"), "when": {}, "milestone": {}}

func (f *Forms) changes(all []verify.Change) (shown []changeView) {
	for _, c := range all {
		fact, known := factNames[c.Fact]
		if !known {
			fact = message.Plain(c.Fact)
		}
		of, name := c.Label, f.say(fact)
		switch {
		case of == "":
			of = cmp.Or(name, c.Fact)
		case name != "":
			of = f.say(message.Say("%s (%s)", of, name))
		}
		shown = append(shown, changeView{of, c.Old, c.New})
	}
	return shown
}

// sheetKinds are what sheets are called; a poster's is followed by what it tells.
var sheetKinds = map[plan.Kind]message.Text{plan.PosterPDF: message.Both("poster", "海报"), plan.LargePoster: message.Both("A3 poster", "A3 海报"),
	plan.SignPDF: message.Both("door sign", "窗口告示"), plan.NoticePDF: message.Both("the notice", "通告（公文版式）"), plan.LargePDF: message.Both("the notice in large type", "通告大字版"),
	plan.SummaryPDF: message.Both("summary on one page", "一页摘要"), plan.ChangePDF: message.Both("notice of the change", "调整通告")}

// sheetNames names the sheets of a site, by path.
func (f *Forms) sheetNames(tree *generator.Tree) map[string]string {
	all := map[string]string{}
	if tree == nil {
		return all
	}
	words := phrase.In(site.Chinese)
	for _, o := range tree.Plan.Outputs {
		name, known := sheetKinds[o.Kind]
		if !known {
			continue
		}
		if o.Milestone != nil {
			name = message.Say("%s: %s", name, words.Label(o.Milestone))
		}
		if o.Audience != nil {
			name = message.Say("%s (%s)", name, o.Audience.Name)
		}
		all[o.Path] = f.say(name)
	}
	return all
}

// sheet shows a sheet as it would be printed after a proposal.
func (f *Forms) sheet(w http.ResponseWriter, q url.Values) {
	i := slices.IndexFunc(f.proposals, func(p *proposal) bool { return p.ID == q.Get("proposal") })
	if i < 0 || path.Ext(q.Get("path")) != ".pdf" {
		f.refuse(w, http.StatusNotFound)
		return
	}
	content, err := f.proposals[i].After.ReadFile(q.Get("path"))
	if err != nil {
		f.refuse(w, http.StatusNotFound)
		return
	}
	w.Header().Del("Content-Security-Policy") // browsers show PDFs by pages of their own
	w.Header().Set("Content-Type", "application/pdf")
	_, _ = w.Write(content) // when that fails the browser has gone
}

// sheetLink is where a sheet of a proposal can be seen.
func (p *proposal) sheetLink(name string) string {
	return Path + "sheet?" + url.Values{"proposal": {p.ID}, "path": {name}}.Encode()
}

// servedLink is where a sheet of the site can be seen, as the desk serves it.
func servedLink(name string) string { return "/" + (&url.URL{Path: name}).EscapedPath() }
