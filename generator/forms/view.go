package forms

import (
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"path"
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
	Preview            string // address of the page that is changed
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

func (f *Forms) problems(all problem.List) (shown []trouble) {
	for _, p := range all {
		if p.Level == problem.Note {
			continue
		}
		place := p.Position.String()
		if f.house.Speaks == catalog.Chinese {
			place = p.Position.Chinese()
		}
		shown = append(shown, trouble{place, p.Level.String(), f.say(p.Wrong), f.say(p.Advice), mendedAt(p.File), p.Line})
	}
	return shown
}

// mendedAt is the page on which a file is written.
func mendedAt(file string) string {
	name, ours := strings.CutPrefix(file, source.Root+"/")
	if !ours || !editable(name) {
		return ""
	}
	q := url.Values{"file": {name}}
	if base := path.Base(name); base != "region.toml" && base != "site.toml" {
		q.Set("notice", path.Dir(name))
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
