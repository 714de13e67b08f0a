package phrase

import (
	"fmt"

	"tonggao/generator/lexicon"
	"tonggao/generator/site"
)

// Nothing words that nothing is known, as of the newest day of all data; zero where there
// is none.
func (v Voice) Nothing(newest site.Day) string {
	if newest.IsZero() {
		return lexicon.NewsIn(v.Language).Never
	}
	return fmt.Sprintf(lexicon.NewsIn(v.Language).Nothing, v.Day(newest))
}

// Revised words, behind a title, the day of the newest revision.
func (v Voice) Revised(on site.Day) string {
	return fmt.Sprintf(lexicon.NewsIn(v.Language).Revised, v.Day(on))
}

// AsOf words as of when a text of a notice is, and the page where it may be newer.
func (v Voice) AsOf(n *site.Notice, page string) string {
	return fmt.Sprintf(lexicon.NewsIn(v.Language).AsOf, v.Day(n.Latest().On), n.Latest().Number, page)
}

// Scheduled words that a file has times and does not say what holds at present.
func (v Voice) Scheduled() string { return lexicon.NewsIn(v.Language).Planned }
