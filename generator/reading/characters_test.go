package reading

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

var update = flag.Bool("update", false, "write characters.txt anew")

// TestReadingsAreThoseOfTheLibrary asks for every character.
func TestReadingsAreThoseOfTheLibrary(t *testing.T) {
	characters := map[string][]rune{}
	for c := rune(0); c <= unicode.MaxRune; c++ {
		want := ""
		if unicode.Is(unicode.Han, c) {
			if of := pinyin.SinglePinyin(c, pinyin.NewArgs()); len(of) > 0 {
				want = of[0]
			}
		}
		if want != "" {
			characters[want] = append(characters[want], c)
		}
		if got := usual(c); got != want && !*update {
			t.Fatalf("%c is read %q, want %q", c, got, want)
		}
	}
	var text strings.Builder
	for _, syllable := range slices.Sorted(maps.Keys(characters)) {
		fmt.Fprintf(&text, "%s %s\n", syllable, string(characters[syllable]))
	}
	if *update {
		if err := os.WriteFile("characters.txt", []byte(text.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if text.String() != written {
		t.Error("characters.txt is not as this test writes it")
	}
}

// BenchmarkCharacters reads the readings of all characters.
func BenchmarkCharacters(b *testing.B) {
	for b.Loop() {
		ofWritten(written)
	}
}
