package forms

import (
	"net/http"
	"net/url"
	"path"
	"slices"

	"tonggao/generator"
	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/verify"
	"tonggao/generator/words"
)

// A noticeDiffers is what becomes otherwise in one notice, or with an empty title in the
// region itself: what is said, and which sheets.
type noticeDiffers struct {
	Region, Title string
	New, Gone     bool
	Revision      int // when it is another than before
	Changes       []changeView
	Print, Marks  []sheetView // to be printed; those that say what they said, under another revision
	Down          []sheetView
}

type changeView struct{ Of, Old, New string }

// A sheetView is a sheet of paper: what it is called, why it changes, and where it can be
// seen; "" where it cannot.
type sheetView struct {
	Name, Why, Link string
	rank            [2]int // its kind, its time
}

// manyNotices is how many changed notices are shown open; more are a list to open one by one.
const manyNotices = 4

// Sheets is how many sheets are to be printed.
func (v *view) Sheets() (n int) {
	for _, one := range v.Differs {
		n += len(one.Print)
	}
	return n
}

// Remarked is how many sheets say what they said, under another revision.
func (v *view) Remarked() (n int) {
	for _, one := range v.Differs {
		n += len(one.Marks)
	}
	return n
}

// Many reports whether more has changed than fits on a page.
func (v *view) Many() bool { return len(v.Differs) > manyNotices }

// differs groups a difference by notice. Sheets are named after the site in which they
// are, and link says where each can be seen.
func (f *Forms) differs(d verify.Difference, tree *generator.Tree, link func(path string) string) (all []noticeDiffers) {
	known := f.sheets(tree)
	for _, r := range d.Regions {
		if len(r.Changes) > 0 {
			all = append(all, noticeDiffers{Region: r.Name, Changes: f.changes(r.Changes)})
		}
		for _, n := range r.Notices {
			one := noticeDiffers{Region: r.Name, Title: n.Title, New: n.From == 0, Gone: n.To == 0, Changes: f.changes(n.Changes)}
			if n.From != n.To && !one.New && !one.Gone {
				one.Revision = n.To
			}
			marks := func(p verify.Print) bool { return len(r.Changes) == 0 && n.Marks(p) }
			one.Marks = f.listed(slices.DeleteFunc(slices.Clone(n.Print), func(p verify.Print) bool { return !marks(p) }), known, link)
			one.Print = f.listed(slices.DeleteFunc(slices.Clone(n.Print), marks), known, link)
			one.Down = f.listed(n.TakeDown, known, func(string) string { return "" })
			if one.New || one.Gone { // which is reason enough
				one.Print, one.Down = whyless(one.Print), whyless(one.Down)
			}
			all = append(all, one)
		}
	}
	return all
}

// listed are sheets as they are hung up: the notice first, then the posters in the order
// of their times.
func (f *Forms) listed(all []verify.Print, known map[string]sheetView, link func(path string) string) (shown []sheetView) {
	for _, p := range all {
		one, ours := known[p.Path]
		if !ours {
			one.Name, one.rank[0] = p.Path, len(prints.All)
		}
		one.Why, one.Link = f.say(p.Why), link(p.Path)
		shown = append(shown, one)
	}
	slices.SortStableFunc(shown, func(a, b sheetView) int { return slices.Compare(a.rank[:], b.rank[:]) })
	return shown
}

func whyless(all []sheetView) []sheetView {
	for i := range all {
		all[i].Why = ""
	}
	return all
}

func (f *Forms) changes(all []verify.Change) (shown []changeView) {
	for _, c := range all {
		of, name := c.Label, f.say(c.Name())
		switch {
		case of == "":
			of = name
		case !c.Whole():
			of = f.say(message.Say("%s (%s)", of, name))
		}
		was, is := c.Values()
		shown = append(shown, changeView{of, f.say(was), f.say(is)})
	}
	return shown
}

// sheets names the sheets of a site, by path, and ranks them.
func (f *Forms) sheets(tree *generator.Tree) map[string]sheetView {
	all := map[string]sheetView{}
	if tree == nil {
		return all
	}
	in := phrase.In(site.Chinese)
	for _, o := range tree.Plan.Outputs() {
		kind := slices.IndexFunc(prints.All, func(s prints.Sheet) bool { return s.Kind == string(o.Kind) })
		if kind < 0 || o.Format != plan.PDF {
			continue
		}
		called := words.SheetIn(site.Language(f.house.Speaks), string(o.Kind))
		name, order := message.Plain(called.Name), 0
		if prints.All[kind].Kind == prints.LargePoster { // the other one has the name too
			name = message.Say("%s (%s)", name, called.Note)
		}
		if o.Milestone != nil {
			name = message.Say("%s: %s", name, in.Label(o.Milestone))
			order = slices.Index(o.Notice.Milestones, o.Milestone)
		}
		if o.Audience != nil {
			order++ // behind the notice for all
			name = message.Say("%s (%s)", name, o.Audience.Name)
		}
		all[o.Path] = sheetView{Name: f.say(name), rank: [2]int{kind, order}}
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
