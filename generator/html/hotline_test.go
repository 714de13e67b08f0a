package html

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// A site without a hotline has no page that speaks of one, and no heading without
// numbers below it.
func TestWithoutHotlinesNothingSpeaksOfThem(t *testing.T) {
	s := testkit.Changshu(t)
	s.Hotlines, s.Languages = nil, []site.Language{site.Chinese, site.English, site.Traditional}
	for _, r := range s.Regions {
		r.Hotlines, r.Contacts = nil, nil
	}
	p, _ := plan.Make(s, plan.Options{})
	w, err := New(look.New(os.DirFS("../../templates")), p)
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	for _, o := range p.Outputs() {
		if o.Format != plan.HTML || o.Kind == plan.NoticePage || o.Kind == plan.EditionPage { // whose text is the author's
			continue
		}
		var page bytes.Buffer
		if err := w.Write(&page, o); err != nil {
			t.Fatal(err)
		}
		pages++
		for _, word := range []string{"热线", "熱線", "otline", "咨询电话", "諮詢電話", "Telephone enquiries", "tel:"} {
			if strings.Contains(page.String(), word) {
				t.Errorf("%s says %s", o.Path, word)
			}
		}
	}
	if pages < 10 {
		t.Errorf("only %d pages", pages)
	}
}
