package verify

import (
	"slices"
	"strings"
	"testing"
	"tonggao/generator/message"
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
					all = append(all, p.Path+": "+p.Why.String())
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

// What has another name, as its UID tells, is neither new nor gone, and its sheets stay.
func TestDiffFollowsNames(t *testing.T) {
	named := strings.NewReplacer(`"id":"js/cut",`, `"id":"js/cut","uid":"n1",`, `"id":"stop",`, `"id":"stop","uid":"m1",`, `"label":"结算恢复"`, `"label":"结算恢复","follows":"stop"`, `"url":"u"`, `"url":"https://a/js/cut/"`)
	old := named.Replace(oldTree)
	new := strings.NewReplacer(`"id":"js",`, `"id":"su",`, "js/cut", "su/halt", `"id":"stop"`, `"id":"end"`, `"follows":"stop"`, `"follows":"end"`, "-- js/cut/stop/", "-- su/halt/end/").Replace(old)
	new = strings.ReplaceAll(new, "js/cut/stop/", "su/halt/end/")
	d, err := Diff(published(t, old), published(t, new))
	must(t, err)
	if len(d.Regions) > 0 {
		t.Errorf("another name is a difference: %+v", d)
	}
	d, err = Diff(published(t, old), published(t, strings.Replace(new, "AAAA-AAAA", "BBBB-BBBB", 1)))
	must(t, err)
	if len(d.Regions) != 1 || len(d.Regions[0].Notices) != 1 || d.Regions[0].Notices[0].Print[0].Path != "su/halt/end/poster.pdf" {
		t.Errorf("a new code below another name: %+v", d)
	}
}

// TestMarksAreNoNews holds that a sheet which is printed again for its revision alone is
// told from one that says something else.
func TestMarksAreNoNews(t *testing.T) {
	times, title := NoticeDifference{Changes: []Change{{Milestone: "back", Fact: "when"}}}, NoticeDifference{Changes: []Change{{Fact: "title"}}}
	for _, one := range []struct {
		print Print
		marks bool
	}{
		{Print{"a/n/stop/poster.pdf", message.Say(newRevision)}, true},
		{Print{"a/n/stop/poster.pdf", message.Say("its time changed")}, false},
		{Print{"a/n/summary.pdf", message.Say(newRevision)}, false}, // which has every time
		{Print{"a/n/stop/sign.pdf", message.Say(newCode)}, true},
	} {
		if times.Marks(one.print) != one.marks || title.Marks(one.print) {
			t.Error(one)
		}
	}
}
