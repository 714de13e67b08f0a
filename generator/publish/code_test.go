package publish

import (
	"slices"
	"strings"
	"testing"
)

// A sheet that says what it said, and carries another code, is printed again: of the
// old code verify says that it was replaced.
func TestDiffTellsCodes(t *testing.T) {
	old := strings.Replace(oldTree, `"url":"u"`, `"url":"u","code":"CCCC-CCCC"`, 1)
	printed := func(new string) []string {
		d, err := Diff(published(t, old), published(t, new))
		must(t, err)
		var all []string
		for _, r := range d.Regions {
			for _, n := range r.Notices {
				for _, p := range n.Print {
					all = append(all, p.Path+": "+p.Why)
				}
			}
		}
		return all
	}
	if all := printed(old); len(all) > 0 {
		t.Error("nothing changed:", all)
	}
	poster := printed(strings.Replace(old, "AAAA-AAAA", "BBBB-BBBB", 1))
	if want := []string{"js/cut/stop/poster.pdf: its code changed", "js/cut/summary.pdf: a poster changed"}; !slices.Equal(poster, want) {
		t.Errorf("%q, want %q", poster, want)
	}
	text := printed(strings.Replace(old, "CCCC-CCCC", "DDDD-DDDD", 1))
	if want := []string{"js/cut/for/insured/notice.pdf: its code changed", "js/cut/notice.pdf: its code changed", "js/cut/summary.pdf: its code changed"}; !slices.Equal(text, want) {
		t.Errorf("%q, want %q", text, want)
	}
}
