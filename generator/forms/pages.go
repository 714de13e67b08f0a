package forms

import (
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/message"
	"tonggao/generator/phrase"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// pageFor is the page on which a form stands.
func (f *Forms) pageFor(s *state, action string, posted url.Values) (*view, string) {
	switch {
	case action == "text":
		return f.textPage(s, posted.Get("notice"), posted.Get("file")), "text"
	case posted.Get("notice") != "" && action != "notice":
		return f.noticePage(s, posted.Get("notice")), "notice"
	}
	return f.index(s), "index"
}

// page answers a request for a page.
func (f *Forms) page(w http.ResponseWriter, r *http.Request, name string) {
	s, err := f.state()
	if err != nil {
		f.unread(w, err)
		return
	}
	q := r.URL.Query()
	switch name {
	case "":
		if id := s.at(q.Get("at")); id != "" {
			http.Redirect(w, r, Path+"notice?id="+url.QueryEscape(id), http.StatusSeeOther)
			return
		}
		f.opened(w, f.index(s))
	case "notice":
		if !editable(q.Get("id") + "/notice.toml") {
			f.refuse(w, http.StatusNotFound)
			return
		}
		f.opened(w, f.noticePage(s, q.Get("id")))
	case "text":
		if name := q.Get("new"); name != "" { // a name alone, in the notice's folder
			q.Set("file", q.Get("notice")+"/"+name)
		}
		if !editable(q.Get("file")) {
			f.refuse(w, http.StatusNotFound)
			return
		}
		f.opened(w, f.textPage(s, q.Get("notice"), q.Get("file")))
	case "publish":
		v, err := f.publishing(s)
		if err != nil {
			f.unread(w, err)
			return
		}
		f.opened(w, v)
	case "sheet":
		f.sheet(w, q)
	default:
		f.refuse(w, http.StatusNotFound)
	}
}

// opened shows a page that was asked for; what has been done is told on the first of them.
func (f *Forms) opened(w http.ResponseWriter, v *view) {
	v.Told, f.told = f.say(f.told), message.Text{}
	f.render(w, http.StatusOK, v.Kind, v)
}

// unread says that the site could not be read.
func (f *Forms) unread(w http.ResponseWriter, err error) {
	v := f.view("failed")
	v.Error = f.house.Speaks.Error(err)
	f.render(w, http.StatusInternalServerError, "failed", v)
}

// at is the notice whose page an address is, or one of whose pages; "" for none.
func (s *state) at(address string) string {
	id := ""
	for _, n := range s.site().Notices() {
		if strings.HasPrefix(address, "/"+n.ID+"/") && len(n.ID) > len(id) {
			id = n.ID
		}
	}
	return id
}

// index is the page that lists the regions and their notices.
func (f *Forms) index(s *state) *view {
	v := f.view("index")
	var rest problem.List
	v.Drafts, rest = s.drafts(s.problems)
	v.Problems = f.problems(s, rest)
	v.NoSite = s.text("site.toml") == ""
	for _, r := range s.site().Regions {
		one := regionView{ID: r.ID, Name: r.Name, Services: r.Vocabulary.Services}
		for _, n := range r.Notices {
			one.Notices = append(one.Notices, noticeView{n.ID, n.Title, n.Issued.String()})
		}
		for _, h := range r.Held {
			one.Notices = append(one.Notices, noticeView{h.Notice.ID, h.Notice.Title, ""})
		}
		v.Regions = append(v.Regions, one)
	}
	v.Shared = s.shared()
	v.NoNotice = len(v.Shared) == 0 && !slices.ContainsFunc(v.Regions, func(r regionView) bool { return len(r.Notices) > 0 })
	v.Region, v.Notice, v.Settings = f.form("region", "", ""), f.form("notice", "", ""), f.form("settings", "", "")
	v.Notice.Vocabulary = s.site().Vocabulary
	v.Settings.holds = map[string]string{"site": amend.Quote(s.site().Name), "base_url": amend.Quote(s.site().BaseURL)}
	return v
}

// shared lists the notices that no region of theirs publishes: the regions below do. While
// the site has errors these are all of them, so that what is wrong can be mended.
func (s *state) shared() (all []noticeView) {
	if s.origins == nil {
		return nil
	}
	for _, id := range s.origins.IDs() {
		if n := s.notice(id); s.origins.IsNotice(id) && (n == nil || n.ID != id) && s.text(id+"/notice.toml") != "" {
			title := s.own(id, "title")
			if title == "" {
				title = id
			}
			all = append(all, noticeView{id, title, ""})
		}
	}
	return all
}

// noticePage is the page of one notice.
func (f *Forms) noticePage(s *state, id string) *view {
	v := f.view("notice")
	v.ID, v.Title = id, id
	asked := s.asked(id)
	v.Problems = f.problems(s, slices.DeleteFunc(unasked(s.problems, asked), func(p problem.Problem) bool {
		return p.Level != problem.Error && !strings.HasPrefix(p.File, "regions/"+id+"/")
	}))
	file := s.text(id + "/notice.toml")
	questions := map[string][]string{}
	for _, q := range amend.Questions(file) {
		table := strings.Join(q.Table, ".")
		questions[table] = append(questions[table], q.Words)
		if table != "" && !(len(q.Table) == 2 && q.Table[0] == "milestone") {
			v.Others = append(v.Others, question{Table: table, Words: q.Words})
		}
	}
	for _, q := range asked {
		if q.Words != "" {
			v.Others = append(v.Others, q)
		}
	}
	v.Head, v.Add = f.form("answer", id, ""), f.form("fact", id, "")
	v.Head.holds = map[string]string{}
	if n := s.notice(id); n != nil {
		if v.Title = n.Title; n.ID != id {
			v.Title = s.own(id, "title")
		}
		v.Head.holds = s.head(id)
		v.Head.holds["questions"] = strings.Join(questions[""], "\n")
		v.Add.Vocabulary = n.Vocabulary
		for _, m := range n.Milestones {
			if s.origins.Has(id + "#" + m.ID) {
				v.Facts = append(v.Facts, f.fact(s, id, m, file, questions["milestone."+m.ID]))
			}
		}
		for _, r := range s.site().Regions {
			if slices.Contains(r.Notices, n) {
				v.Preview = "/" + id + "/"
			}
		}
	}
	v.Texts = s.texts(id)
	return v
}

// own is a value of a notice as it is written.
func (s *state) own(id, key string) string {
	values, _ := s.origins.Explain(id)
	for _, one := range values {
		if words, ok := one.Value.(string); ok && one.Key == key {
			return words
		}
	}
	return ""
}

func (f *Forms) fact(s *state, id string, m *site.Milestone, file string, questions []string) factView {
	words := phrase.In(site.Chinese)
	one := factView{ID: m.ID, When: words.When(m), Label: words.Label(m), Kind: words.Kind(m.Kind), Withdrawn: m.Withdrawn, Pending: m.Moment.Pending,
		Questions: questions, Inherited: !strings.Contains(file, "[milestone."+m.ID+"]"),
		Move: f.form("move", id, m.ID), Correct: f.form("fact", id, m.ID)}
	one.Correct.Vocabulary, one.Correct.holds = m.Notice.Vocabulary, s.holds(id, m.ID)
	if one.Inherited {
		one.Above = s.timeOf(id, m.ID)
	}
	one.Move.holds = map[string]string{"to": one.Correct.holds["at"]}
	return one
}

// timeOf is the notice in which a milestone's time stands; "" where nothing says it.
func (s *state) timeOf(id, milestone string) string {
	values, _ := s.origins.Explain(id + "#" + milestone)
	for _, one := range values {
		if one.Key == "milestone."+milestone+".at" || one.Key == "milestone."+milestone+".tbd" {
			return strings.TrimPrefix(path.Dir(one.File), "regions/")
		}
	}
	return ""
}

// textPage is the page on which one file is written.
func (f *Forms) textPage(s *state, id, file string) *view {
	v := f.view("text")
	v.ID, v.Title, v.Back = id, path.Base(file), Path
	v.Text = textView{File: file, Name: path.Base(file), Text: s.text(file), Was: digest(s.text(file))}
	for _, p := range s.problems {
		if p.File == "regions/"+file {
			v.Text.Wrong = append(v.Text.Wrong, f.problems(nil, problem.List{p})...)
		}
	}
	n := s.notice(id)
	if n == nil {
		return v
	}
	v.Back = Path + "notice?id=" + url.QueryEscape(id)
	for _, one := range s.texts(id) {
		if one.File == file && one.Title != "" {
			v.Title = one.Title
		}
	}
	if v.Text.Text == "" {
		for _, one := range n.Fragments {
			if path.Base(one.Prose.File) == v.Text.Name {
				v.Text.Text, v.Text.Inherited = s.text(strings.TrimPrefix(one.Prose.File, "regions/")), true
			}
		}
	}
	v.Preview = "/" + id + "/"
	words := phrase.In(site.Chinese)
	for _, m := range n.Milestones {
		v.Names = append(v.Names, [2]string{"{{" + m.ID + "}}", words.When(m) + " " + words.Label(m)})
	}
	for _, one := range [][2]string{{"schedule", "全部时间节点"}, {"region", n.Region.Name}, {"issuer", n.Region.Issuer}, {"hotlines", words.Hotlines(n.Region)}, {"contacts", "联系部门"}, {"unaffected", "照常办理的事项"}, {"meant ", "字面日期，如 {{meant 2022年度}}"}} {
		v.Names = append(v.Names, [2]string{"{{" + one[0] + "}}", one[1]})
	}
	for _, one := range n.Vocabulary.Services {
		v.Names = append(v.Names, [2]string{"{{service." + one.ID + "}}", one.Name})
	}
	return v
}
