package html_test

import (
	"context"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"tonggao/generator"
	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
)

// The real site with the real templates, built once for all tests here: pages
// and the files that pages link to, calendars and data.
var realSite = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "tonggao-pages-")
	if err != nil {
		return "", err
	}
	options := generator.Options{Regions: os.DirFS("../../regions"), Look: look.New(os.DirFS("../../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML, plan.ICS, plan.Data}}}
	out := filepath.Join(dir, "output")
	_, problems, err := generator.Build(context.Background(), options, generator.Target{Options: publish.Options{Output: out}})
	if err == nil && problems.Failed() {
		return "", &broken{problems.Sorted()[0].String()}
	}
	return out, err
})

type broken struct{ why string }

func (b *broken) Error() string { return b.why }

func TestMain(m *testing.M) {
	code := m.Run()
	closeBrowsers()
	if dir, err := realSite(); err == nil {
		_ = os.RemoveAll(filepath.Dir(dir))
	}
	os.Exit(code)
}

func output(t *testing.T) string {
	t.Helper()
	dir, err := realSite()
	if err != nil {
		t.Fatalf("build the real site: %v", err)
	}
	return dir
}

// serve serves the real site under a path of its own, as Pages hosts do.
func serve(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.StripPrefix("/some/where/", http.FileServer(http.Dir(output(t)))))
	t.Cleanup(server.Close)
	return server.URL + "/some/where/"
}

// pagesOf lists the pages of the real site, by their paths.
func pagesOf(t *testing.T) []string {
	t.Helper()
	var pages []string
	root := output(t)
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".html" {
			rel, _ := filepath.Rel(root, name)
			pages = append(pages, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) < 100 {
		t.Fatalf("only %d pages", len(pages))
	}
	return pages
}

// read parses a page of the real site.
func read(t *testing.T, page string) *html.Node {
	t.Helper()
	file, err := os.Open(filepath.Join(output(t), filepath.FromSlash(page)))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	root, err := html.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// find lists the elements for which ok holds, in order.
func find(root *html.Node, ok func(*html.Node) bool) []*html.Node {
	var found []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && ok(n) {
			found = append(found, n)
		}
	}
	return found
}

func named(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == name }
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func hasClass(n *html.Node, class string) bool {
	have, _ := attr(n, "class")
	for _, c := range strings.Fields(have) {
		if c == class {
			return true
		}
	}
	return false
}

// text is what an element says, without white space, which Chinese does not need.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return squeeze(b.String())
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
