package issued

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/garble"
	"tonggao/generator/prose"
)

// Clean takes line breaks and stars out of words, and blanks that do not stand
// between two Latin words. A sign that only looks like another, as copies from PDFs
// have it, becomes what it looks like; one that nobody sees goes.
func Clean(words string) string {
	words = strings.ReplaceAll(words, "**", "")
	var out []rune
	gap := false
	for _, r := range words {
		if unicode.IsSpace(r) || r == 0xFEFF || r >= 0x200B && r <= 0x200D {
			gap = true
			continue
		}
		if prose.Hidden(r) {
			continue
		}
		if gap && len(out) > 0 && r < 0x2E80 && out[len(out)-1] < 0x2E80 && r != ',' && r != '.' {
			out = append(out, ' ')
		}
		gap = false
		if plain := garble.Twin(r); plain != "" {
			out = append(out, []rune(plain)...)
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// FirstRunes returns the first n characters of words, or all.
func FirstRunes(words string, n int) string {
	for i := range words {
		if n == 0 {
			return words[:i]
		}
		n--
	}
	return words
}

// lastRunes returns the last n characters of words, or all.
func lastRunes(words string, n int) string {
	i := len(words)
	for ; n > 0 && i > 0; n-- {
		_, width := utf8.DecodeLastRuneInString(words[:i])
		i -= width
	}
	return words[i:]
}

// pairs returns the neighbouring pairs of characters of a word.
func pairs(word string) []string {
	runes := []rune(word)
	var all []string
	for i := 0; i+1 < len(runes); i++ {
		all = append(all, string(runes[i:i+2]))
	}
	return all
}

// Shared is the share of the pairs of words that stand in a sentence.
func Shared(words, sentence string) float64 {
	all, in := 0, 0
	for _, pair := range pairs(words) {
		if strings.ContainsAny(pair, "，。、；：（）“”") {
			continue
		}
		all++
		if strings.Contains(sentence, pair) {
			in++
		}
	}
	if all < 6 {
		return 0
	}
	return float64(in) / float64(all)
}

// braces would open and close a placeholder, even escaped, and those of a Chinese keyboard are
// refused as such.
var braces = map[rune]rune{'{': '〔', '}': '〕', '｛': '〔', '｝': '〕'}

// wide maps the half-width marks of dirty copies.
var wide = map[rune]rune{',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）', '.': '。'}

// FullWidth writes the marks beside Chinese characters in full width. Twice: a
// mark may stand beside one that the first round widens.
func FullWidth(words string) string {
	return string(widen(widen([]rune(words))))
}

func widen(runes []rune) []rune {
	open := true
	for i, r := range runes {
		full, half := wide[r]
		if brace, is := braces[r]; is {
			runes[i] = brace
		}
		if r == '"' {
			full, half = map[bool]rune{true: '“', false: '”'}[open], true
			open = !open
		}
		if !half {
			continue
		}
		before := i > 0 && chineseMark(runes[i-1])
		after := i+1 < len(runes) && chineseMark(runes[i+1])
		switch {
		case r == '.' && before && (i+1 == len(runes) || after):
			runes[i] = full
		case r != '.' && (before || after):
			runes[i] = full
		}
	}
	return runes
}

func chineseMark(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。；：？！（）“”《》、", r)
}

// Excerpt shortens words for a message: at most so many characters, blanks
// folded.
func Excerpt(words string, most int) string {
	runes := []rune(strings.Join(strings.Fields(words), " "))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most]) + "…"
}
