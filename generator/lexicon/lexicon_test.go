package lexicon

import (
	"testing"

	"tonggao/generator/site"
)

// Every language words every kind, state, standing and move: none falls back to
// an empty string.
func TestEveryLanguageIsWhole(t *testing.T) {
	for lang, w := range vocabulary {
		for _, k := range site.Kinds {
			if w.Kinds[k] == "" {
				t.Errorf("%s: no word for %s", lang, k)
			}
		}
		for _, s := range []site.State{site.On, site.Off, site.Partly, site.Ended, site.Uncertain, site.Presumed} {
			if w.States[s] == "" {
				t.Errorf("%s: no word for %s", lang, s)
			}
		}
		for _, s := range append(w.Standing.all(), w.Outlook.all()...) {
			if *s == "" {
				t.Errorf("%s: a standing or an outlook lacks its words", lang)
			}
		}
		for _, s := range []site.Status{site.Confirmed, site.Tentative, site.Cancelled} {
			if w.Statuses[s] == "" {
				t.Errorf("%s: no word for %s", lang, s)
			}
		}
		for _, m := range []site.MoveKind{site.Postponed, site.Advanced, site.Fixed, site.TakenBack, site.Withdrawn} {
			if w.Moves[m] == "" || w.Changes[m] == "" {
				t.Errorf("%s: no word for %s", lang, m)
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五", 100: "一百", 105: "一百零五", 110: "一百一十", 999: "九百九十九", 1000: "一〇〇〇", 2345: "二三四五"} {
		if got := Han(n); got != want {
			t.Errorf("%d: have %s, want %s", n, got, want)
		}
	}
	if got := Number(1, 3) + Number(2, 3) + Number(3, 3) + Number(4, 3); got != "三、（三）3.（3）" {
		t.Error(got)
	}
}
