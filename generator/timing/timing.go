// Package timing puts times into words: moments and their bounds, windows, deadlines, times
// of day, and the hours that something keeps on each of its days. Dates are those of China
// (UTC+8, GB/T 7408.1), and 24时 is the end of its day, as ISO 8601 has it.
//
// It knows times alone: what happens at them is phrase's, which has a Wording in its voice.
// Begin reading at Wording and its Moment.
package timing

import "tonggao/generator/lexicon"

// A Wording words times in one language.
type Wording struct {
	words *lexicon.Words
}

// In words times as a lexicon does.
func In(words *lexicon.Words) Wording { return Wording{words: words} }
