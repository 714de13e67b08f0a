package forms

import (
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/catalog"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// files are the pages with their style and script.
//
//go:embed forms.html forms.css forms.js
var files embed.FS

// A view is what a page shows.
type view struct {
	Kind, Token, Title string
	Told, Error        string // what has been done; what went wrong
	Undo, UndoID       string // what could be taken back
	Problems           []trouble
	Drafts             []noticeView // whose questions bar publication
	Preview            string       // address of the page that is changed
	Back               string
	NoSite, NoNotice   bool
	Regions            []regionView
	Shared             []noticeView
	Region, Notice     form // to begin with
	Settings           form
	Head               form
	ID                 string
	Facts              []factView
	Others             []question // about what no fact has
	Add                form
	Texts              []textView
	Text               textView
	Names              [][2]string // placeholders, with what they show
	Plan               *proposal
	Drafted            string // what a draft leaves to be checked
	Diffs              []diffView
	Differs            []noticeDiffers
	Publish            form
	First, Broken      bool // nothing is published yet; nothing can be
	Signed, Key        bool // what is published is signed; the program has a key
	found              problem.List
}

type regionView struct {
	ID, Name string
	Notices  []noticeView
	Services []*site.Service
}

type noticeView struct{ ID, Title, Issued string }

type factView struct {
	ID, When, Label, Kind string
	Withdrawn, Pending    bool
	Inherited             bool
	Above                 string // the notice in which an inherited time stands
	Questions             []string
	Move, Correct         form
	Open                  bool // one of its forms failed
}

type textView struct {
	File, Name, Title string
	Text              string
	Inherited         bool
	Wrong             []trouble
	Posted            bool
	Was               string // the digest of the file when it was opened
	Clash, Other      string // what another window wrote since, and that it did
}

// A trouble is a problem as a page shows it.
type trouble struct {
	Place, Level, Message, Hint string
	Link                        string // to the form or the text where it is mended
	Line                        int
}

// A diffView is one file that would be written; each line says first what becomes of it.
type diffView struct {
	Name  string
	Lines []diffLine
}

type diffLine struct{ Class, Sign, Words string }

func (f *Forms) say(t message.Text) string { return f.house.Speaks.In(t) }

// view begins a page.
func (f *Forms) view(kind string) *view {
	v := &view{Kind: kind, Token: f.token, Preview: "/", Back: Path}
	if len(f.undo) > 0 {
		last := f.undo[len(f.undo)-1]
		v.Undo, v.UndoID = f.say(last.Title), last.ID
	}
	return v
}

func (f *Forms) form(action, notice, milestone string) form {
	return form{Action: action, Notice: notice, Milestone: milestone, Token: f.token, Today: f.house.Today().String()}
}

// problems are shown with the page on which each is mended, where the site is given.
func (f *Forms) problems(s *state, all problem.List) (shown []trouble) {
	for _, p := range all {
		if p.Level == problem.Note {
			continue
		}
		place := p.Position.String()
		if f.house.Speaks == catalog.Chinese {
			place = p.Position.Chinese()
		}
		shown = append(shown, trouble{place, p.Level.String(), f.say(p.Wrong), f.say(p.Advice), s.mendedAt(p), p.Line})
	}
	return shown
}

// A table of notice.toml that holds a milestone.
var milestoneTable = regexp.MustCompile(`^\s*\[+\s*milestone\.([A-Za-z0-9-]+)`)

// mendedAt is the page on which a problem is mended: a fact by its forms while the site
// can be read, else the text of the file.
func (s *state) mendedAt(p problem.Problem) string {
	name, ours := strings.CutPrefix(p.File, source.Root+"/")
	if s == nil || !ours || !editable(name) {
		return ""
	}
	q, base, folder := url.Values{"file": {name}}, path.Base(name), path.Dir(name)
	if base == "notice.toml" && s.notice(folder) != nil {
		lines := strings.Split(s.text(name), "\n")
		for _, line := range slices.Backward(lines[:min(max(p.Line, 0), len(lines))]) {
			if found := milestoneTable.FindStringSubmatch(line); found != nil {
				return back(url.Values{"notice": {folder}}) + "#fact-" + found[1]
			}
		}
		return back(url.Values{"notice": {folder}})
	}
	if base != "region.toml" && base != "site.toml" {
		q.Set("notice", folder)
	}
	return Path + "text?" + q.Encode()
}

// render writes a page.
func (f *Forms) render(w http.ResponseWriter, status int, page string, v *view) {
	chinese := f.house.Speaks == catalog.Chinese
	t, err := template.New("forms.html").Funcs(template.FuncMap{
		"t": func(english, words string) string {
			if chinese {
				return words
			}
			return english
		},
		"lang": func() string { return string(f.house.Speaks) },
		"say":  f.say,
	}).ParseFS(files, "forms.html")
	var content strings.Builder
	if err == nil {
		err = t.ExecuteTemplate(&content, page, v)
	}
	if err != nil {
		http.Error(w, f.house.Speaks.Error(err), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(content.String())) // when that fails the browser has gone
}
