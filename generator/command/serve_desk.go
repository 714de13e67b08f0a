package command

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"tonggao/generator"
	"tonggao/generator/problem"
	"tonggao/generator/source"
)

// A desk keeps the last good state of a site that is being written, and what is
// wrong with it since. Pages wait for its news.
type desk struct {
	terminal *terminal
	files    files
	began    string // tells the news of this run from those of another

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

func newDesk(t *terminal, f files) *desk {
	if t.templates != nil {
		t.templates = generator.Share(t.templates) // those in the program stay as they are
	}
	return &desk{terminal: t, files: f, began: strconv.FormatInt(time.Now().UnixMilli(), 36), fresh: make(chan struct{})}
}

// rebuild reads the site anew. A site with errors leaves the last good one as it
// was. It is called from one goroutine.
func (d *desk) rebuild() {
	began := time.Now()
	tree, problems, err := d.load()
	if err != nil {
		fmt.Fprintln(d.terminal.err, "tonggao:", err)
	}
	_ = d.terminal.report(problems, false) // an error among them is told, and waited out
	if tree != nil && !d.terminal.quiet && !d.terminal.json {
		fmt.Fprintf(d.terminal.out, "%s built in %d ms\n", began.Format(time.TimeOnly), time.Since(began).Milliseconds())
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if tree != nil {
		d.tree = tree
		d.count++
	}
	d.wrong = wrongs(d.newestFirst(problems), err)
	close(d.fresh)
	d.fresh = make(chan struct{})
}

// load opens the folders each time: one of them may have been exchanged.
func (d *desk) load() (*goodSite, problem.List, error) {
	o, err := d.terminal.options(d.files)
	if err != nil {
		return nil, nil, err
	}
	tree, problems, err := generator.Preview(o, programName())
	if err != nil || tree == nil {
		return nil, problems, err
	}
	if problems, err = d.files.remember(tree, problems); err != nil {
		return nil, problems, err
	}
	site, err := newGoodSite(tree)
	return site, problems, err
}

// newestFirst puts the problems of the file that was saved last at the top: one
// mistake there can make many elsewhere.
func (d *desk) newestFirst(problems problem.List) problem.List {
	saved := map[string]time.Time{}
	for _, p := range problems {
		if _, known := saved[p.File]; known {
			continue
		}
		saved[p.File] = time.Time{}
		name := strings.TrimPrefix(p.File, source.Root)
		if info, err := os.Stat(filepath.Join(d.files.regions, filepath.FromSlash(name))); err == nil && !info.IsDir() {
			saved[p.File] = info.ModTime()
		}
	}
	sorted := slices.Clone(problems)
	slices.SortStableFunc(sorted, func(a, b problem.Problem) int { return saved[b.File].Compare(saved[a.File]) })
	return sorted
}

func wrongs(problems problem.List, err error) []wrong {
	all := []wrong{}
	if err != nil {
		all = append(all, wrong{Level: problem.Error.String(), Message: err.Error()})
	}
	for _, p := range problems {
		all = append(all, wrong{Place: p.Position.String(), Level: p.Level.String(), Message: p.Message, Hint: p.Hint})
	}
	return all
}

// state returns the last good site, the news, and a channel that is closed when
// they are no news any more.
func (d *desk) state() (*goodSite, news, <-chan struct{}) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.tree, news{Version: d.began + "-" + strconv.Itoa(d.count), Problems: d.wrong}, d.fresh
}

// line writes the news as one line of JSON.
func (n news) line() []byte {
	text, err := json.Marshal(n)
	if err != nil {
		panic(err) // strings only
	}
	return text
}
