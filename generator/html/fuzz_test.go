package html

import (
	"os"
	"slices"
	"testing"
	"unicode/utf8"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// named is the sample with one wording in every place that authors fill.
func named(t testing.TB, words string) *site.Site {
	s := testkit.Changshu(t)
	r := s.Regions[0]
	n := r.Notices[0]
	s.Name, r.Name, r.Issuer, n.Title, n.Issuers = words, words, words, words, []string{words}
	r.Contacts[0].Name = words
	service := &site.Service{ID: "settlement", Name: words}
	audience := &site.Audience{ID: "insured", Name: words}
	for _, m := range n.Milestones {
		m.Label, m.Scope, m.Text, m.Instead, m.Audience = words, words, testkit.Text(words), testkit.Text(words), []*site.Audience{audience}
		if m.Concerns(testkit.Settlement) {
			m.Services = []*site.Service{service}
		}
	}
	n.Services, n.Editions = []*site.Service{service, testkit.Counter}, []*site.Audience{audience}
	testkit.Settle(n)
	return s
}

// FuzzPage writes pages of any words: they have the elements and attributes of a
// page of plain words.
func FuzzPage(f *testing.F) {
	for _, words := range []string{"停水", "<b>", "</title><script>", `" onload=x '`, "&lt;&amp", "]]>", "{{.}}", "\x00\u2028", "javascript:alert(1)", "A1 b2（三）", "--><!--"} {
		f.Add(words)
	}
	templates := look.New(os.DirFS("../../templates"))
	pages := func(t *testing.T, words string) map[string][]string {
		p, _ := plan.Make(named(t, words), plan.Options{})
		w, err := New(templates, p)
		if err != nil {
			t.Fatal(err)
		}
		shapes := map[string][]string{}
		for _, o := range p.Outputs() {
			if o.Kind == plan.NoticePage || o.Kind == plan.RegionPage || o.Kind == plan.MilestonePage && o.Milestone.ID == "refund" {
				shapes[o.Path] = shape(t, w, o)
			}
		}
		return shapes
	}
	f.Fuzz(func(t *testing.T, words string) {
		if !utf8.ValidString(words) || len(words) > 1000 {
			return
		}
		want := pages(t, "停水")
		if len(want) == 0 {
			t.Fatal("no page was written")
		}
		for path, got := range pages(t, "停"+words+"水") {
			if !slices.Equal(got, want[path]) {
				t.Errorf("%s has %d elements with %q, %d without", path, len(got), words, len(want[path]))
			}
		}
	})
}
