// Package garble tells a text that lost or changed characters on its way: pinyin
// set in brackets behind characters, characters lost to a wrong encoding,
// traditional characters in a simplified text, and characters that only look like
// those they stand for. Such a copy must be restored by
// a person from the original before anything in it can be believed: where one
// character is lost, so may be a digit beside it.
//
// The marks are chosen to be sure, not complete: a clean notice, half-width
// punctuation and all, has none.
//
// It mends nothing but what SeeThrough is sure of, and knows no notice. Begin reading at
// Find.
package garble

import (
	"unicode"
	"unicode/utf8"
)

// A Sort says what happened to a text.
type Sort string

// The sorts of damage.
const (
	Pinyin      Sort = "pinyin"      // 醫(yī)療
	Lost        Sort = "lost"        // �, ?;鹬Ц, 锟斤拷, å…¬å‘Š
	Traditional Sort = "traditional" // 醫療 in a text that should be simplified
	Twinned     Sort = "twin"        // ⽅ in place of 方; see Twin
)

// A Mark is one place where the damage shows.
type Mark struct {
	Sort       Sort
	Start, End int // octets of the text, half-open
}

// Sure is how many traditional characters make a text traditional: one or two
// may be names or quotations.
const Sure = 5

// Find returns the marks of damage in a text, in its order. It returns single
// traditional characters too; a caller that asks whether the text as a whole is
// damaged uses Damaged.
func Find(text string) []Mark {
	var marks []Mark
	last := rune(0)
	for i := 0; i < len(text); {
		r, width := utf8.DecodeRuneInString(text[i:])
		sort, length := at(text[i:], last, r, width)
		if sort == "" {
			last = r
			i += width
			continue
		}
		marks = append(marks, Mark{sort, i, i + length})
		last, _ = utf8.DecodeLastRuneInString(text[i : i+length])
		i += length
	}
	return marks
}

// Damaged returns the sorts of damage that make a text unfit to be read, each
// with its marks; nil for a sound text.
func Damaged(text string) map[Sort][]Mark {
	var found map[Sort][]Mark
	for _, m := range Find(text) {
		if found == nil {
			found = map[Sort][]Mark{}
		}
		found[m.Sort] = append(found[m.Sort], m)
	}
	delete(found, Twinned) // a reader can see through them
	if len(found[Traditional]) < Sure {
		delete(found, Traditional)
	}
	if len(found) == 0 {
		return nil
	}
	return found
}

// at returns the damage that begins with the character r, which follows last.
func at(text string, last, r rune, width int) (Sort, int) {
	switch {
	case r < ' ' && r != '\n' && r != '\r' && r != '\t', r == 0x7F, r >= 0x80 && r < 0xA0:
		return Lost, width
	case r == utf8.RuneError, r >= 0xE000 && r <= 0xF8FF, r >= 0xFF61 && r <= 0xFF9F:
		return Lost, width
	case (r == '(' || r == '（') && unicode.Is(unicode.Han, last):
		if n := pinyin(text[width:]); n > 0 {
			return Pinyin, width + n
		}
	case r == '?' && unicode.Is(unicode.Han, last):
		if torn(text[width:]) {
			return Lost, width
		}
	case unicode.Is(unicode.Cyrillic, r) && unicode.Is(unicode.Han, last):
		return Lost, width
	case r == '锟' || r == '屯' || r == '烫':
		if n := repeated(text); n > 0 {
			return Lost, n
		}
	case r >= 0xC0 && r <= 0xFF && r != '×' && r != '÷':
		if n := latin(text); n > 0 {
			return Lost, n
		}
	case Twin(r) != "":
		return Twinned, width
	case isTraditional(r):
		return Traditional, width
	}
	return "", 0
}

// pinyin returns the length of a syllable with a tone mark and its closing
// bracket; 0 where there is none, as in （APP） or （ca）.
func pinyin(text string) int {
	toned := false
	for i, r := range text {
		switch {
		case i > 12:
			return 0
		case r == ')' || r == '）':
			if toned {
				return i + utf8.RuneLen(r)
			}
			return 0
		case isToned(r):
			toned = true
		case r < 'a' || r > 'z':
			return 0
		}
	}
	return 0
}

func isToned(r rune) bool {
	switch r {
	case 'ā', 'á', 'ǎ', 'à', 'ē', 'é', 'ě', 'è', 'ī', 'í', 'ǐ', 'ì', 'ō', 'ó', 'ǒ', 'ò', 'ū', 'ú', 'ǔ', 'ù', 'ǖ', 'ǘ', 'ǚ', 'ǜ', 'ü', 'ń', 'ň', 'ǹ':
		return true
	}
	return false
}

// torn reports whether a question mark stands for half a character: the other
// half became a sign, and text goes on at once. 何时?何时恢复? is sound.
func torn(text string) bool {
	r, width := utf8.DecodeRuneInString(text)
	if r != ';' && r != ',' && r != '?' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[width:])
	if r == '?' {
		return next >= 'A' && next <= 'Z' || next >= 'a' && next <= 'z'
	}
	return unicode.IsLetter(next)
}

// repeated returns the length of what a wrong conversion leaves: 锟斤拷, 烫烫烫.
func repeated(text string) int {
	for _, trace := range [...]string{"锟斤拷", "烫烫烫", "屯屯屯"} {
		if len(text) >= len(trace) && text[:len(trace)] == trace {
			return len(trace)
		}
	}
	return 0
}

// latin returns the length of three or more Latin-1 characters in a row, which
// is what UTF-8 looks like when it is read as Latin-1: å…¬å‘Š.
func latin(text string) int {
	count := 0
	for i, r := range text {
		if r < 0x80 || r > 0x2122 || r > 0x17F && r < 0x2013 && r != 0x192 && r != 0x2C6 && r != 0x2DC {
			if count < 3 {
				return 0
			}
			return i
		}
		count++
	}
	if count < 3 {
		return 0
	}
	return len(text)
}
