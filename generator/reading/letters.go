package reading

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Counts says how often a character is read so in the names of an index. The
// page has the usual reading of each, once, and a line only what differs, which
// makes the index of a country a quarter shorter; initials come with the syllables.
type Counts map[rune]map[string]int

// Learn counts the readings in a name with a syllable for each of its characters.
func (c Counts) Learn(name string, syllables []string) {
	for i, letter := range []rune(name) {
		syllable := syllables[i]
		if syllable == "" || typed(letter) != "" {
			continue
		}
		if c[letter] == nil {
			c[letter] = map[string]int{}
		}
		c[letter][syllable]++
	}
}

// Letters chooses the most frequent reading of each character, the first by the
// alphabet of several.
func (c Counts) Letters() Letters {
	chosen := Letters{}
	for letter, counts := range c {
		chosen[letter] = slices.MinFunc(slices.Sorted(maps.Keys(counts)), func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
	}
	return chosen
}

// Letters says how a character is read.
type Letters map[rune]string

// Except is the reading of a name where the letters give another, else "".
func (l Letters) Except(name string, syllables []string) string {
	if want := spaced(syllables); want != l.spell(name) {
		return want
	}
	return ""
}

// spell reads a name as the script does.
func (l Letters) spell(name string) string {
	var syllables []string
	for _, letter := range name {
		syllables = append(syllables, cmp.Or(l[letter], typed(letter)))
	}
	return spaced(syllables)
}

// BySyllable turns letters around: fewer words say the same.
func (l Letters) BySyllable() map[string]string {
	turned := map[string]string{}
	for _, letter := range slices.Sorted(maps.Keys(l)) {
		turned[l[letter]] += string(letter)
	}
	return turned
}

// spaced joins the syllables that there are.
func spaced(syllables []string) string {
	return strings.Join(strings.Fields(strings.Join(syllables, " ")), " ")
}
