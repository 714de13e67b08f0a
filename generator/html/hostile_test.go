package html

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// Whatever authors write, a page has the elements and attributes that its
// templates give it, and no address of a scheme that runs.
func TestAuthorsTextNeverBecomesMarkup(t *testing.T) {
	elements := func(spoiled bool) map[string][]string {
		s := testkit.Changshu(t)
		s.Languages = []site.Language{site.Chinese, site.English}
		s.Regions[0].Channels = []*site.Channel{{ID: "x", Name: "窗口", URL: "https://a.example"}, {ID: "y", Name: "好", URL: "https://a.example"}}
		s.Regions[0].Hotlines = []string{"12393", "12345"}
		s.Regions[0].Contacts[0].URL = "https://a.example"
		for _, m := range s.Regions[0].Notices[0].Milestones {
			m.Label, m.Instead = "事项", testkit.Text("办法")
		}
		if spoiled {
			spoil(s)
		}
		p, _ := plan.Make(s, plan.Options{})
		w, err := New(look.New(os.DirFS("../../templates")), p)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string][]string{}
		for _, o := range p.Outputs() {
			if o.Format == plan.HTML {
				seen[o.Path] = shape(t, w, o)
			}
		}
		return seen
	}
	tame, hostile := elements(false), elements(true)
	for path, want := range tame {
		if got := hostile[path]; !slices.Equal(got, want) {
			t.Errorf("%s: the elements differ: %d instead of %d", path, len(got), len(want))
		}
	}
}

// cutsWords reports whether an element only says where words may break.
func cutsWords(n *html.Node) bool {
	in := func(class string) bool {
		for p := n.Parent; p != nil; p = p.Parent {
			for _, a := range p.Attr {
				if a.Key == "class" && strings.Contains(" "+a.Val+" ", " "+class+" ") {
					return true
				}
			}
		}
		return false
	}
	whole := slices.Contains(n.Attr, html.Attribute{Key: "class", Val: "whole"})
	return n.Data == "wbr" || n.Data == "span" && (whole || in("seams")) || n.Data == "i" && in("seams")
}

// shape lists a page's elements with the names of their attributes. Elements that
// only join or part words do not count: longer words are cut elsewhere. Nor do links
// that call: what is no number calls nobody.
func shape(t *testing.T, w *Writer, o plan.Output) []string {
	t.Helper()
	var b bytes.Buffer
	if err := w.Write(&b, o); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		text := n.Data
		for _, a := range n.Attr {
			text += " " + a.Key
			if v := strings.ToLower(strings.TrimSpace(a.Val)); strings.HasPrefix(v, "javascript:") || strings.HasPrefix(v, "data:text") {
				t.Errorf("%s: <%s %s=%q>", o.Path, n.Data, a.Key, a.Val)
			}
		}
		calls := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "href" && strings.HasPrefix(a.Val, "tel:") })
		if !cutsWords(n) && !calls {
			all = append(all, text)
		}
	}
	return all
}
