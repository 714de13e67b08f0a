package reading

import (
	_ "embed" // for the readings of characters
	"strings"
	"sync"
)

// written has a line for each syllable, with the characters that are most often read so:
// github.com/mozillazg/go-pinyin (MIT), without tones, variants and what else it knows of them.
// TestReadingsAreThoseOfTheLibrary writes it. The library fills a map of 42,000 characters
// whenever the program starts, which only the index of a site has use for.
//
//go:embed characters.txt
var written string

// readings are the syllables, and by character, from the first, which of them it is read as.
type readings struct {
	syllables  []string
	characters []uint16
}

// The characters that have a reading lie between these.
const firstCharacter, lastCharacter = 0x3007, 0x323AF

var ofCharacters = sync.OnceValue(func() readings { return ofWritten(written) })

func ofWritten(written string) readings {
	r := readings{[]string{""}, make([]uint16, lastCharacter-firstCharacter+1)}
	for line := range strings.Lines(written) {
		syllable, characters, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		for _, c := range characters {
			r.characters[c-firstCharacter] = uint16(len(r.syllables))
		}
		r.syllables = append(r.syllables, syllable)
	}
	return r
}

// usual is how a character is read most often, or "".
func usual(character rune) string {
	if character < firstCharacter || character > lastCharacter {
		return ""
	}
	r := ofCharacters()
	return r.syllables[r.characters[character-firstCharacter]]
}
