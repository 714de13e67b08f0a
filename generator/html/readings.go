package html

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// readings counts how often a character is read so in the names of an index. The
// page has the usual reading of each, once, and a line only what differs, which
// makes the index of a country a quarter shorter; initials come with the syllables.
type readings map[rune]map[string]int

// learn counts the readings of names.
func (r readings) learn(regions []regionLink) {
	for _, l := range regions {
		for i, letter := range []rune(l.spelled) {
			syllable := l.syllables[i]
			if syllable == "" || typed(letter) != "" {
				continue
			}
			if r[letter] == nil {
				r[letter] = map[string]int{}
			}
			r[letter][syllable]++
		}
		r.learn(l.Below)
	}
}

// letters chooses the most frequent reading of each character, the first by the
// alphabet of several.
func (r readings) letters() letters {
	chosen := letters{}
	for letter, counts := range r {
		chosen[letter] = slices.MinFunc(slices.Sorted(maps.Keys(counts)), func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
	}
	return chosen
}

// letters says how a character is read.
type letters map[rune]string

// except gives a line its reading where the letters give another.
func (l letters) except(regions []regionLink) {
	for i := range regions {
		r := &regions[i]
		if want := strings.Join(present(r.syllables...), " "); want != l.spell(r.spelled) {
			r.Reading = want
		}
		l.except(r.Below)
	}
}

// spell reads a name as the script does.
func (l letters) spell(name string) string {
	var syllables []string
	for _, letter := range name {
		syllables = append(syllables, present(cmp.Or(l[letter], typed(letter)))...)
	}
	return strings.Join(syllables, " ")
}

// bySyllable turns letters around: fewer words say the same.
func (l letters) bySyllable() map[string]string {
	turned := map[string]string{}
	for _, letter := range slices.Sorted(maps.Keys(l)) {
		turned[l[letter]] += string(letter)
	}
	return turned
}
