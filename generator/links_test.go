package generator

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/testkit"
)

// A walker follows every address in a published tree, as a stranger's program would
// that knows the tree and the address that it is published under, and nothing else.
type walker struct {
	files  map[string][]byte
	base   string                // without a slash at its end
	pages  map[string]*html.Node // parsed, by path
	ids    map[string]map[string]bool
	faults []string
}

func newWalker(files map[string][]byte, base string) *walker {
	return &walker{files: files, base: base, pages: map[string]*html.Node{}, ids: map[string]map[string]bool{}}
}

func (w *walker) fault(from, format string, args ...any) {
	if len(w.faults) < 50 {
		w.faults = append(w.faults, from+": "+fmt.Sprintf(format, args...))
	}
}

// A use is what an address is there for.
type use int

const (
	leads use = iota // a visitor may be led anywhere
	loads            // what a page is made of comes from the site itself
	names            // the address of something in this tree, whole
)

var (
	// RFC 3966 as this site uses it: a global number, or a local one as the country
	// dials it; only figures, so that every telephone understands it.
	callable = regexp.MustCompile(`^\+?[0-9]{3,15}$`)
	mailbox  = regexp.MustCompile(`^[^@,\s]+@([a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}$`)
)

// follow goes where an address leads from a file and returns the path of what is
// there, or "" where it leads out of the tree or to nothing.
func (w *walker) follow(from, address string, purpose use) string {
	u, err := url.Parse(address)
	if err != nil || address == "" || strings.TrimSpace(address) != address {
		w.fault(from, "%q is no address", address)
		return ""
	}
	inside, here := w.within(address)
	switch {
	case here:
		return w.there(from, address, inside, true)
	case purpose == names:
		w.fault(from, "%s is no address of this site", address)
	case u.Scheme == "data" && purpose == loads:
	case u.Scheme == "tel" && purpose == leads:
		if !callable.MatchString(u.Opaque) {
			w.fault(from, "%s calls nobody", address)
		}
	case u.Scheme == "mailto" && purpose == leads:
		if !mailbox.MatchString(u.Opaque) {
			w.fault(from, "%s reaches nobody", address)
		}
	case u.Scheme == "" && u.Host == "" && !strings.HasPrefix(u.Path, "/"):
		target := from
		if u.Path != "" {
			target = path.Join(path.Dir(from), u.Path)
		}
		if strings.HasSuffix(u.Path, "/") || path.Clean("/"+target) != "/"+target {
			w.fault(from, "%s names no file, which a copy on a disk needs", address)
			return ""
		}
		return w.there(from, address, target+"#"+u.Fragment, false)
	case purpose == leads && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "":
	default:
		w.fault(from, "%s leads nowhere, or elsewhere where it must not", address)
	}
	return ""
}

// within returns the path, and behind # the fragment, of an address of this site.
func (w *walker) within(address string) (inside string, here bool) {
	if rest, calendar := strings.CutPrefix(address, "webcal://"); calendar {
		scheme, _, _ := strings.Cut(w.base, "://")
		address = scheme + "://" + rest
	}
	rest, ok := strings.CutPrefix(address, w.base)
	if !ok || rest != "" && rest[0] != '/' {
		return "", false
	}
	file, fragment, _ := strings.Cut(strings.TrimPrefix(rest, "/"), "#")
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	if plain, err := url.PathUnescape(file); err == nil {
		file = plain
	}
	return file + "#" + fragment, true
}

// there looks whether a file, and the element that a fragment names, is there.
func (w *walker) there(from, address, target string, whole bool) string {
	file, fragment, _ := strings.Cut(target, "#")
	if _, ok := w.files[file]; !ok {
		w.fault(from, "%s leads to nothing", address)
		return ""
	}
	if whole && strings.HasSuffix(strings.SplitN(address, "#", 2)[0], "index.html") {
		w.fault(from, "%s is not the address that the page says it has", address)
	}
	if fragment != "" && !w.idsOf(file)[fragment] {
		w.fault(from, "%s leads to nothing on its page", address)
	}
	return file
}

func (w *walker) page(file string) *html.Node {
	if w.pages[file] == nil {
		root, err := html.Parse(strings.NewReader(string(w.files[file])))
		if err != nil {
			w.fault(file, "%v", err)
			root = &html.Node{}
		}
		w.pages[file] = root
	}
	return w.pages[file]
}

func (w *walker) idsOf(file string) map[string]bool {
	if w.ids[file] == nil {
		w.ids[file] = map[string]bool{}
		for n := range w.page(file).Descendants() {
			if id := attribute(n, "id"); id != "" {
				if w.ids[file][id] {
					w.fault(file, "two elements have the id %s", id)
				}
				w.ids[file][id] = true
			}
		}
	}
	return w.ids[file]
}

// walk follows everything and returns what is wrong.
func (w *walker) walk() []string {
	names := make([]string, 0, len(w.files))
	for name := range w.files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		switch path.Ext(name) {
		case ".html":
			w.html(name)
		case ".css":
			w.css(name, string(w.files[name]))
		case ".xml":
			w.xml(name)
		case ".ics":
			w.ics(name)
		case ".json":
			w.json(name)
		case ".pdf":
			w.pdf(name)
		case ".zip":
			w.zip(name)
		case ".txt":
			w.text(name, string(w.files[name]))
		}
	}
	w.sitemap()
	w.headers()
	return w.faults
}

// treeOf renders all of a site, and stands in for manifest.json, which a build adds.
// There is no tree where the reader refuses the site.
func treeOf(t testing.TB, o Options) (files map[string][]byte, base string) {
	t.Helper()
	tree, _, err := Preview(o, "tonggao test") // what its problems are is other tests' matter
	if err != nil {
		t.Fatal(err)
	}
	if tree == nil {
		return nil, ""
	}
	files = map[string][]byte{"manifest.json": []byte("{}")}
	for _, out := range tree.Plan.Outputs() {
		if files[out.Path], err = fs.ReadFile(tree, out.Path); err != nil {
			t.Fatal(err)
		}
		if out.Format == plan.PDF {
			files[out.Path] = testkit.PlainPDF(files[out.Path]) // links are packed
		}
	}
	return files, tree.Plan.Site.BaseURL
}

func wantNoFaults(t *testing.T, files map[string][]byte, base string) {
	t.Helper()
	for _, fault := range newWalker(files, base).walk() {
		t.Error(fault)
	}
}

// Nothing that is published leads nowhere: in every language and format of the sample
// site, of a made-up country, of the sites of testdata, of sites as chance has them.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	templates := look.New(os.DirFS("../templates"))
	options := func(files fs.FS) Options { return Options{Regions: files, Look: templates} }
	t.Run("sample", func(t *testing.T) {
		files, base := treeOf(t, options(os.DirFS("../regions")))
		wantNoFaults(t, files, base)
		if len(files) < 500 {
			t.Errorf("only %d files", len(files))
		}
	})
	t.Run("nation", func(t *testing.T) {
		files, base := treeOf(t, options(testkit.Nation(30)))
		wantNoFaults(t, files, base)
	})
	t.Run("pages alone", func(t *testing.T) {
		files, base := treeOf(t, Options{Regions: os.DirFS("../regions"), Look: templates, Plan: plan.Options{Formats: []plan.Format{plan.HTML}}})
		wantNoFaults(t, files, base)
	})
	t.Run("one region", func(t *testing.T) {
		files, base := treeOf(t, Options{Regions: os.DirFS("../regions"), Look: templates, Plan: plan.Options{Only: "jiangsu/suzhou/changshu"}})
		wantNoFaults(t, files, base)
	})
	sites, err := filepath.Glob("testdata/sites/*.txtar")
	if err != nil || len(sites) == 0 {
		t.Fatal(err)
	}
	for _, name := range sites {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			regions, _ := fs.Sub(archiveFS(archive), "regions")
			files, base := treeOf(t, options(regions))
			wantNoFaults(t, files, base)
		})
	}
}

// FuzzLinks follows the links of any site.
func FuzzLinks(f *testing.F) {
	templates := look.New(os.DirFS("../templates"))
	for seed := range uint64(8) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		files, base := treeOf(t, Options{Regions: testkit.AnySite(rand.New(rand.NewPCG(seed, 31))), Look: templates})
		if files != nil {
			wantNoFaults(t, files, base)
		}
	})
}
