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
