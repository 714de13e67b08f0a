// Package desk is the local web server behind which a site is written: it shows the
// last good state of the site, what is wrong with the files since, and lets pages
// reload themselves when there is news.
//
// It builds nothing, reads no flag and prints nothing: whoever holds the desk reads
// the site when Watch says that a file changed, and lays on the desk what came of it
// with Show. It is no server for the public either, which a folder at a host is.
//
// Begin with Desk; page.go answers a request, script.go adds to pages what no build
// has, watch.go sees that files change.
package desk

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"tonggao/generator"
	"tonggao/generator/catalog"
	"tonggao/generator/problem"
	"tonggao/generator/source"
)

// A Desk keeps the last good state of a site that is being written, and what is
// wrong with it since. Pages wait for its news.
type Desk struct {
	Forms string // the address of the forms that change the site; "" for none. It is set before the first page is served

	run    string
	speaks catalog.Language

	mu    sync.Mutex
	tree  *goodSite // nil until the site was good once
	count int       // of good builds
	wrong []wrong
	fresh chan struct{} // closed when there is news
}

// A wrong is a problem, or a failure of the machine, as the browser shows it.
type wrong struct {
	Place   string `json:"place"`
	Level   string `json:"level"`
	Message string `json:"message"`
	Hint    string `json:"hint"`
}

// news is what a page is told: when the version is not its own, it reloads.
type news struct {
	Version  string  `json:"version"`
	Problems []wrong `json:"problems"`
}

// New returns a desk with nothing on it. Run tells the news of this run of the
// program from those of another; problems are told in a language.
func New(run string, speaks catalog.Language) *Desk {
	return &Desk{run: run, speaks: speaks, fresh: make(chan struct{})}
}

// Show lays a site on the desk, and what is wrong with it: its problems, of which
// those of the regions' file that was saved last come first, and a failure of the
// machine. Without a tree the last good site stays as it was. It is called from one
// goroutine, and returns a failure to make the tree ready.
func (d *Desk) Show(tree *generator.Tree, regions fs.FS, problems problem.List, failure error) error {
	var site *goodSite
	var err error
	if tree != nil {
		if site, err = newGoodSite(tree); err != nil {
			site, failure = nil, err
		}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if site != nil {
		d.tree = site
		d.count++
	}
	d.wrong = d.wrongs(newestFirst(regions, problems), failure)
	close(d.fresh)
	d.fresh = make(chan struct{})
	return err
}

// newestFirst puts the problems of the file that was saved last at the top: one
// mistake there can make many elsewhere.
func newestFirst(regions fs.FS, problems problem.List) problem.List {
	if regions == nil {
		return problems
	}
	saved := map[string]time.Time{}
	for _, p := range problems {
		if _, known := saved[p.File]; known {
			continue
		}
		saved[p.File] = time.Time{}
		if info, err := fs.Stat(regions, strings.TrimPrefix(p.File, source.Root+"/")); err == nil && !info.IsDir() {
			saved[p.File] = info.ModTime()
		}
	}
	sorted := slices.Clone(problems)
	slices.SortStableFunc(sorted, func(a, b problem.Problem) int { return saved[b.File].Compare(saved[a.File]) })
	return sorted
}

func (d *Desk) wrongs(problems problem.List, err error) []wrong {
	all := []wrong{}
	if err != nil {
		all = append(all, wrong{Level: problem.Error.String(), Message: d.speaks.Error(err)})
	}
	for _, p := range problems {
		all = append(all, wrong{Place: p.Position.String(), Level: p.Level.String(), Message: d.speaks.In(p.Wrong), Hint: d.speaks.In(p.Advice)})
	}
	return all
}

// state returns the last good site, the news, and a channel that is closed when
// they are no news any more.
func (d *Desk) state() (*goodSite, news, <-chan struct{}) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.tree, news{Version: d.run + "-" + strconv.Itoa(d.count), Problems: d.wrong}, d.fresh
}

// line writes the news as one line of JSON.
func (n news) line() []byte {
	text, err := json.Marshal(n)
	if err != nil {
		panic(err) // strings only
	}
	return text
}
