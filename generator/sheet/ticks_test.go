package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestEqualInstantsAreOneMark joins 30日24时 and 31日 on a bar, and keeps their order.
func TestEqualInstantsAreOneMark(t *testing.T) {
	s := testkit.Changshu(t)
	n := s.Regions[0].Notices[0]
	at := map[string]string{"settlement-stop": "2021-12-30 24:00", "settlement-first": "2021-12-31", "settlement-full": "2022-01-02 08:00"}
	for _, m := range n.Milestones {
		if written, mine := at[m.ID]; mine {
			m.Moment = testkit.At(t, written)
		}
	}
	testkit.Settle(n)
	for _, m := range n.Milestones {
		if m.ID != "settlement-stop" {
			continue
		}
		list := ticksOf(barOf(phrase.In(site.Chinese), m))
		if len(list) != 2 || len(list[0].points) != 2 || list[0].state != site.Partly || list[1].state != site.On {
			t.Errorf("%d marks: %+v", len(list), list)
		}
	}
}

// TestBoundsAreMarksOfTheirOwn draws a recovery between two days as nothing but that: from the
// first on it may have come, from the second on it has.
func TestBoundsAreMarksOfTheirOwn(t *testing.T) {
	s := testkit.Changshu(t)
	n := s.Regions[0].Notices[0]
	n.Milestones = slices.DeleteFunc(n.Milestones, func(m *site.Milestone) bool { return m.ID == "settlement-first" })
	after, before := testkit.At(t, "2022-01-01"), testkit.At(t, "2022-01-04")
	back := n.Milestone("settlement-full")
	back.Moment = site.Moment{After: &after, Before: &before}
	testkit.Settle(n)
	for id, want := range map[string]string{
		"settlement-stop": "暂停 off true，最早恢复 uncertain false，最迟恢复 on true",
		"settlement-full": "暂停 off true，最早恢复 uncertain false，最迟恢复 on true",
	} {
		var got []string
		for _, p := range barOf(phrase.In(site.Chinese), n.Milestone(id)).points {
			got = append(got, fmt.Sprint(p.word, " ", p.state, " ", p.certain()))
		}
		if strings.Join(got, "，") != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// TestLongBarsShowTheirOwn looks for the poster's own mark on a bar with more times than
// a sheet has room for.
func TestLongBarsShowTheirOwn(t *testing.T) {
	stages := ""
	for i := range 20 {
		stages += fmt.Sprintf("[milestone.stage-%02d]\nkind = \"partial\"\nservice = \"settlement\"\nat = \"2022-01-01 %02d:30\"\ntext = \"第%d批定点单位恢复\"\n", i, i, i+1)
	}
	w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": stages}))
	for _, o := range p.Outputs() {
		if o.Kind != prints.Poster || !strings.HasPrefix(o.Path, testkit.County+"stage-") {
			continue
		}
		q := w.newPoster(o.Milestone, posterA4, 200)
		ticks, own := q.ticks(), 0
		for _, k := range ticks.list {
			if k.own() {
				own++
			}
		}
		if own != 1 || ticks.step < tickLeast {
			t.Errorf("%s: its own mark stands %d times, at steps of %.1f mm", o.Path, own, ticks.step)
		}
	}
}
