package html

import (
	"bytes"
	"os"
	"reflect"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/quick"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestQuickPagesAreTheSamePages writes every page of the real regions and of a
// made-up country twice: in the quick way and by html/template.
func TestQuickPagesAreTheSamePages(t *testing.T) {
	real, _, err := source.Read(os.DirFS("../../regions"))
	if err != nil {
		t.Fatal(err)
	}
	country, _, err := source.Read(testkit.Nation(70))
	if err != nil {
		t.Fatal(err)
	}
	hostile := testkit.Changshu(t)
	spoil(hostile)
	for name, s := range map[string]*site.Site{"real": real, "country": country, "hostile": hostile} {
		s.Languages = []site.Language{site.Chinese, site.English, site.Traditional}
		l := look.New(os.DirFS("../../templates"))
		assets, err := l.Assets()
		if err != nil {
			t.Fatal(err)
		}
		p, _ := plan.Make(s, plan.Options{Assets: Assets(assets)})
		w, err := New(l, p)
		if err != nil {
			t.Fatal(err)
		}
		for kind, made := range w.pages {
			if _, err := quick.New(made.Template, "page", reflect.TypeFor[*page](), functions); err != nil {
				t.Errorf("no %s is written in the quick way: %v", kind, err)
			}
		}
		for _, o := range p.Outputs() {
			if o.Format == plan.HTML && w.pages[o.Kind] != nil { // no asset, and no facts of the present
				samePage(t, name, w, o)
			}
		}
	}
}

func samePage(t *testing.T, name string, w *Writer, o plan.Output) {
	t.Helper()
	var fast, slow bytes.Buffer
	view := w.view(o, &notes{})
	done, err := w.pages[o.Kind].Quick(reflect.TypeFor[*page]()).Write(&fast, view)
	if !done || err != nil {
		t.Errorf("%s: %s is not written in the quick way (%v)", name, o.Path, err)
		return
	}
	if err := w.pages[o.Kind].ExecuteTemplate(&slow, "page", view); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(fast.Bytes(), slow.Bytes()) {
		t.Errorf("%s: %s differs: %s", name, o.Path, firstDifference(fast.String(), slow.String()))
	}
}

// spoil puts what a page must not take for markup wherever authors write.
func spoil(s *site.Site) {
	const evil = `</title></script><script>alert("1+1")</script>' onload=x & "javascript:'` + "\x00\u2028"
	s.Name, s.Hotlines = evil, []string{evil}
	r := s.Regions[0]
	r.Name, r.Issuer, r.Hotlines = evil, evil, []string{evil, "12345"}
	r.Contacts[0].Name, r.Contacts[0].URL, r.Contacts[0].Phones = evil, "javascript:alert(1)", []string{evil}
	r.Channels = []*site.Channel{{ID: "x", Name: evil, URL: "javascript:alert(1)"}, {ID: "y", Name: "好", URL: "https://a.example/?x=1&y=<2>"}}
	n := r.Notices[0]
	n.Title, n.Issuers = evil, []string{evil}
	for _, m := range n.Milestones {
		m.Label, m.Text, m.Instead = evil, testkit.Text(evil), testkit.Text(evil)
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	near := func(s string) string { return s[max(0, i-40):min(len(s), i+40)] }
	return near(a) + " | " + near(b)
}
