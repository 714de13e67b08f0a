// Package forms is where a notice is written without an editor: pages with plain HTML
// forms, shown beside the site while tonggao serve runs. Each form does what the command
// of its name does (move, new, audit --draft, build): it shows the lines that it would
// write and the sheets to print again, and writes only what was shown.
//
// The pages are complete without their script, which only spares steps. Everything
// here is for the one person at this machine: guard.go lets no other site's page ask for
// anything.
//
// It opens no file for writing and reads no clock: House has whoever does. Begin with
// ServeHTTP; a form becomes a proposal (propose.go), which is shown, written and can be
// taken back (write.go); fact.go, order.go, text.go and begin.go make proposals.
package forms

import (
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"tonggao/generator"
	"tonggao/generator/catalog"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/origin"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// Path is the address under which the forms are.
const Path = "/.tonggao/edit/"

// A House is what the forms are given by whoever has files, a clock and the command line.
type House struct {
	Options func() (generator.Options, error)                                    // opens the folders anew
	Write   func([]move.Rewrite) error                                           // all or none, and only over what was read; an empty text takes a file away
	Publish func(context.Context, Signature) (message.Text, problem.List, error) // what tonggao build does; it says what it made
	Output  func() Output                                                        // what is published now
	Today   func() site.Day
	Program string
	Speaks  catalog.Language
}

// An Output is what is published.
type Output struct {
	Tree   fs.FS // nil where nothing is published
	Signed bool
	Key    bool // the program was started with a key, by TONGGAO_SIGN_KEY
}

// A Signature is what a publication is signed with: the text of a key, and its password.
// Without a key it is the one that the program was started with, if any.
type Signature struct {
	Key      []byte
	Password string
}

// Beside says with which field of a form something is wrong.
func Beside(field string, err error) error { return fieldError{field, err} }

// Forms are the pages on which a site is changed. They may be served concurrently.
type Forms struct {
	house House
	token string

	mu        sync.Mutex // one change at a time
	proposals []*proposal
	undo      []*proposal // what was written, the newest last
	made      int64       // proposals
	told      message.Text
}

// New returns the forms of a house. The token must be known to nobody else: a request
// that changes something has to bring it.
func New(house House, token string) *Forms { return &Forms{house: house, token: token} }

// Has a file of the forms' own: their style and script.
var served = map[string]string{"forms.css": "text/css; charset=utf-8", "forms.js": "text/javascript; charset=utf-8"}

// ServeHTTP answers for everything below Path.
func (f *Forms) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	name := r.URL.Path[min(len(Path), len(r.URL.Path)):]
	if kind := served[name]; kind != "" {
		content, _ := files.ReadFile(name) // it is embedded
		w.Header().Set("Content-Type", kind)
		_, _ = w.Write(content) // when that fails the browser has gone
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		f.page(w, r, name)
	case http.MethodPost:
		r.Body = http.MaxBytesReader(w, r.Body, mostPosted)
		err := r.ParseMultipartForm(mostPosted)
		switch large := new(http.MaxBytesError); {
		case errors.As(err, &large):
			f.tooLarge(w)
		case err != nil && err != http.ErrNotMultipart, !f.trusts(r):
			f.refuse(w, http.StatusForbidden)
		default:
			f.act(w, r, name)
		}
	default:
		f.refuse(w, http.StatusMethodNotAllowed)
	}
}

// mostPosted bounds what a form may bring, in octets: an office's file with pictures.
const mostPosted = 72 << 20

// A state is the site as it is when a form is asked for or sent.
type state struct {
	options  generator.Options
	tree     *generator.Tree // nil while the site has errors
	origins  *origin.Origins // nil in an empty folder
	problems problem.List
}

// state reads the site.
func (f *Forms) state() (*state, error) {
	o, err := f.house.Options()
	if err != nil {
		return nil, err
	}
	s := &state{options: o}
	if _, err := fs.Stat(o.Regions, "site.toml"); err != nil {
		return s, nil // an empty folder
	}
	o.Unmended = true
	if s.tree, s.problems, err = generator.Preview(o, f.house.Program); err != nil {
		return nil, err
	}
	s.origins, _, err = source.ReadOrigins(o.Regions)
	return s, err
}

// site is the site, empty while there is none.
func (s *state) site() *site.Site {
	if s.tree == nil {
		return &site.Site{}
	}
	return s.tree.Plan.Site
}

// notice finds a notice of the site, one that is not published too. Where only the
// regions below issue it, it is that of the first of them; nil for none.
func (s *state) notice(id string) *site.Notice {
	var below *site.Notice
	for _, r := range s.site().Regions {
		all := slices.Clone(r.Notices)
		for _, h := range r.Held {
			all = append(all, h.Notice)
		}
		for _, n := range all {
			if n.ID == id {
				return n
			}
			if below == nil && n.Folder == path.Base(id) && strings.HasPrefix(n.ID, path.Dir(id)+"/") {
				below = n
			}
		}
	}
	return below
}

// text reads a file of the regions; "" where it is not there.
func (s *state) text(name string) string {
	text, err := fs.ReadFile(s.options.Regions, name)
	if err != nil {
		return ""
	}
	return string(text)
}

// act carries out a form.
func (f *Forms) act(w http.ResponseWriter, r *http.Request, name string) {
	switch name {
	case "write":
		f.write(w, r)
		return
	case "undo":
		f.takeBack(w, r)
		return
	case "publish":
		f.publish(w, r)
		return
	}
	make, known := makers[name]
	if !known {
		f.refuse(w, http.StatusNotFound)
		return
	}
	s, err := f.state()
	if err != nil {
		f.failed(w, r, nil, name, err)
		return
	}
	p, err := make(f, s, r)
	if err == nil {
		err = f.foresee(s, p)
	}
	if err != nil {
		f.failed(w, r, s, name, err)
		return
	}
	if p.Broken {
		f.broken(w, r, s, name, p)
		return
	}
	f.show(w, p)
}

// A maker makes of a form what it would write.
type maker func(*Forms, *state, *http.Request) (*proposal, error)

var makers = map[string]maker{
	"move": order, "fact": fact, "text": text, "region": beginRegion, "notice": beginNotice, "settings": settings, "answer": answer,
}

// back is the address to which a form returns.
func back(v url.Values) string {
	if id := v.Get("notice"); id != "" {
		return Path + "notice?id=" + url.QueryEscape(id)
	}
	return Path
}
