package placed_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/look"
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/sheet"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestDocumentIsClosed walks all that a document can hold: nothing of it is of a notice
// or a plan, but for the day and the language that the file gives as its own.
func TestDocumentIsClosed(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(r reflect.Type, way string)
	walk = func(r reflect.Type, way string) {
		if seen[r] {
			return
		}
		seen[r] = true
		if r.PkgPath() == "sync/atomic" {
			return // what a face keeps of what it has read of itself
		}
		path := strings.TrimPrefix(r.PkgPath(), "tonggao/generator/")
		own := path == "" || path == "placed" || path == "typeset" || path == "site" && (r.Name() == "Day" || r.Name() == "Language")
		if !own {
			t.Errorf("%s is a %s", way, r)
			return
		}
		switch r.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			walk(r.Elem(), way)
		case reflect.Map:
			walk(r.Key(), way)
			walk(r.Elem(), way)
		case reflect.Func: // a face reads its outlines when they are asked for: it is what it gives
			if r.NumIn() > 0 || r.NumOut() != 2 || r.Out(1) != reflect.TypeFor[error]() {
				t.Errorf("%s is open: a %s", way, r)
				return
			}
			walk(r.Out(0), way)
		case reflect.Interface, reflect.Chan:
			t.Errorf("%s is open: a %s", way, r)
		case reflect.Struct:
			for i := range r.NumField() {
				if path != "site" {
					walk(r.Field(i).Type, way+"."+r.Field(i).Name)
				}
			}
		}
	}
	walk(reflect.TypeFor[placed.Document](), "Document")
}

// spelled is a document in another format, plain text, by what any room can see of it.
func spelled(doc *placed.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n", doc.Title, doc.Language)
	for _, s := range doc.Sheets {
		for _, text := range s.Texts {
			b.WriteString(string(slices.Collect(text.Words())) + "\n")
		}
		for _, l := range s.Links {
			b.WriteString(l.URL + "\n")
		}
	}
	return b.String()
}

// TestDocumentSaysAll spells every notice and poster of the real regions in a format of
// its own and finds what the article and the milestone say.
func TestDocumentSaysAll(t *testing.T) {
	s, problems, err := source.Read(testkit.Regions())
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, _ := plan.Make(s, plan.Options{Formats: []plan.Format{plan.PDF}})
	c, problems, err := sheet.New(look.New(testkit.Templates()), p)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	v := phrase.In(site.Chinese)
	for _, o := range p.Outputs() {
		doc, err := c.Compose(o)
		if err != nil {
			t.Fatal(err)
		}
		got := testkit.Unspaced(spelled(doc))
		var want []string
		switch o.Kind {
		case prints.Notice, prints.LargeNotice:
			for _, b := range article.Of(v, o.Notice, o.Audience).Blocks {
				if paragraph, ok := b.(*article.Paragraph); ok && len(doc.Sheets) == 1 {
					want = append(want, phrase.Plain(paragraph.Runs))
				}
			}
			want = append(want, o.Notice.Title, o.Notice.ShortCode(o.Audience))
		case prints.Poster:
			want = append(want, v.Label(o.Milestone), v.Turn(o.Milestone), o.Milestone.ShortCode(), p.URL(plan.MilestoneDir(o.Milestone)+"index.html"))
		}
		for _, words := range want {
			if !strings.Contains(got, testkit.Unspaced(words)) {
				t.Errorf("%s lacks %s", o.Path, words)
			}
		}
	}
}
