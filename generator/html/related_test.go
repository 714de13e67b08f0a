package html

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// TestRelatedNoticeIsLed lets each notice of the real regions follow each other: its page
// leads there once, whichever region issued it.
func TestRelatedNoticeIsLed(t *testing.T) {
	s, _, err := source.Read(os.DirFS("../../regions"))
	if err != nil {
		t.Fatal(err)
	}
	s.Languages = []site.Language{site.Chinese, site.English}
	p, _ := plan.Make(s, plan.Options{})
	w, err := New(look.New(os.DirFS("../../templates")), p)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range s.Notices() {
		for _, earlier := range s.Notices() {
			if earlier == n {
				continue
			}
			n.Related = earlier.ID
			for _, lang := range s.Languages {
				at, to := plan.In(lang, plan.NoticeDir(n)+"index.html"), plan.In(lang, plan.NoticeDir(earlier)+"index.html")
				o, _ := p.At(at)
				var page bytes.Buffer
				if err := w.Write(&page, o); err != nil {
					t.Fatal(err)
				}
				if led := strings.Count(page.String(), `href="`+plan.Relative(at, to)+`"`); led != 1 {
					t.Errorf("%s leads to %s %d times", at, to, led)
				}
			}
		}
		n.Related = ""
	}
}
