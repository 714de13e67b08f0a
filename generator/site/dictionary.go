package site

import "tonggao/generator/prose"

// A Dictionary has authors' words in another language, by their source: names,
// titles, clauses. A translation belongs to the exact words that it was made for.
// When an author changes these it is found no more, and the reader sees the
// original rather than what was once true.
type Dictionary map[string]prose.Words

// In returns the words in the dictionary's language, and false where it has none.
func (d Dictionary) In(words prose.Words) (prose.Words, bool) {
	if len(d) == 0 || len(words) == 0 {
		return nil, false
	}
	translated, ok := d[words.Source()]
	return translated, ok
}

// Text returns a name or another text without placeholders in the dictionary's
// language, and false where it has none.
func (d Dictionary) Text(text string) (string, bool) {
	translated, ok := d[text]
	if !ok || len(translated) != 1 {
		return "", false
	}
	plain, ok := translated[0].(prose.Text)
	return plain.Value, ok
}

// A Translation is the dictionaries of a site or a region, by language. Those of
// a region hold what the regions above it have, its own words in the place of
// theirs.
type Translation map[Language]Dictionary
