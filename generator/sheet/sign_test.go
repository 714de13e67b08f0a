package sheet

import (
	"strings"
	"testing"

	"tonggao/generator/placed"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestSignsReadFromTheStreet holds a door sign to distance / 200: the one word that says
// how it stands is read from four metres and more, from when from three, what to do and
// until when from a metre and a half. It is one sheet, and says nothing of the day on which it is read.
func TestSignsReadFromTheStreet(t *testing.T) {
	for name, more := range map[string]string{"real": "", "moved": testkit.Moves} {
		w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": more}))
		count := 0
		for _, o := range p.Outputs() {
			if o.Kind != prints.DoorSign {
				continue
			}
			count++
			sheets, _ := sheetsOf(t, w, o)
			if len(sheets) > 1 {
				t.Errorf("%s %s has %d sheets", name, o.Path, len(sheets))
			}
			leastSize(t, o.Path, sheets, 12)
			if word := said(sheets[0], 64); word == "" {
				t.Errorf("%s %s: no word is read from far", name, o.Path)
			}
			if when := said(sheets[0], 40); !strings.Contains(when, "年") && o.Milestone.Moment.Known() {
				t.Errorf("%s %s: the time is not read from three metres: %s", name, o.Path, when)
			}
			for _, words := range deciding(w.voice, o.Milestone) {
				if !o.Milestone.Withdrawn && !strings.Contains(testkit.Unspaced(said(sheets[0], 21)), testkit.Unspaced(words)) {
					t.Errorf("%s %s: %s is not read from a metre and a half", name, o.Path, words)
				}
			}
			if all := said(sheets[0], 0); strings.Contains(all, "今天") || strings.Contains(all, "现在") {
				t.Errorf("%s %s speaks of the present: %s", name, o.Path, all)
			}
		}
		if count < 20 {
			t.Errorf("%s: only %d signs", name, count)
		}
	}
}

// TestSignsStandWhereSomethingStops: each stop and each stage of a service has one, and
// nothing else.
func TestSignsStandWhereSomethingStops(t *testing.T) {
	_, p := press(t, testkit.Regions())
	signs := map[*site.Milestone]bool{}
	for _, o := range p.Outputs() {
		if o.Kind == prints.DoorSign {
			signs[o.Milestone] = true
		}
	}
	for _, n := range p.Site.Notices() {
		for _, m := range n.Milestones {
			stops := len(m.Services) > 0 && (m.Kind == site.Suspend || m.Kind == site.Partial)
			if signs[m] != stops {
				t.Errorf("%s/%s: a sign %t, a stop %t", n.ID, m.ID, signs[m], stops)
			}
		}
	}
}

// TestLargePosters compares each poster for A3 with that for A4: it says the same on as
// many sheets or fewer, its code and its time are larger, and what decides is no smaller
// than on an A4 that was enlarged would be small.
func TestLargePosters(t *testing.T) {
	w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Wordy}))
	small := map[string][]placed.Sheet{}
	for _, o := range p.Outputs() {
		if o.Kind == prints.Poster {
			small[strings.TrimSuffix(o.Path, ".pdf")], _ = sheetsOf(t, w, o)
		}
	}
	for _, o := range p.Outputs() {
		if o.Kind != prints.LargePoster {
			continue
		}
		large, _ := sheetsOf(t, w, o)
		a4 := small[strings.TrimSuffix(o.Path, "-a3.pdf")]
		if len(large) > len(a4) {
			t.Errorf("%s has %d sheets, in A4 %d", o.Path, len(large), len(a4))
		}
		if large[0].Codes[0].Side < a4[0].Codes[0].Side*1.4 || widest(large[0]) < widest(a4[0])*1.3 {
			t.Errorf("%s: the code is %.1f mm, in A4 %.1f; the largest letters %.1f points, in A4 %.1f", o.Path, large[0].Codes[0].Side, a4[0].Codes[0].Side, widest(large[0]), widest(a4[0]))
		}
		for _, words := range deciding(w.voice, o.Milestone) {
			if !strings.Contains(testkit.Unspaced(said(large[0], 28)), testkit.Unspaced(words)) && strings.Contains(testkit.Unspaced(said(a4[0], 28)), testkit.Unspaced(words)) {
				t.Errorf("%s: %s is smaller than in A4", o.Path, words)
			}
		}
	}
}

// widest is the size of a sheet's largest letters, points.
func widest(s placed.Sheet) float64 {
	size := 0.0
	for _, text := range s.Texts {
		size = max(size, text.Size)
	}
	return size
}
