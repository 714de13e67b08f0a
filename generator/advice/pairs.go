package advice

import (
	"strings"
	"tonggao/generator/message"
	"unicode"
)

// The marks that stand in pairs (GB/T 15834). Half-width brackets are told by
// their width beside Chinese characters, and pair like the others.
const (
	openMarks  = "（(【[《〈“‘〔「『"
	closeMarks = "）)】]》〉”’〕」』"
)

// pairs reports the first mark of a line whose other half is missing. A bracket
// behind a number, 1）, is none of a pair.
func (l *linter) pairs(letters []letter) {
	var open []letter
	for i, c := range letters {
		switch {
		case strings.ContainsRune(openMarks, c.r):
			open = append(open, c)
		case !strings.ContainsRune(closeMarks, c.r), c.r == '’' && apostrophe(letters, i):
		case len(open) > 0 && partner(open[len(open)-1].r) == c.r:
			open = open[:len(open)-1]
		case (c.r == '）' || c.r == ')') && numbersItem(letters, i):
		default:
			l.problems.Warn(c.at, "write its other half, or take it away", "%c closes nothing that is open here", c.r)
			return
		}
	}
	if len(open) > 0 {
		c := open[len(open)-1]
		l.problems.Warn(c.at, "write its other half, or take it away", "%c is not closed by %c in its line of text", c.r, partner(c.r))
	}
}

func partner(open rune) rune {
	return []rune(closeMarks)[len([]rune(openMarks[:strings.IndexRune(openMarks, open)]))]
}

// apostrophe reports whether a closing quote stands inside a Latin word.
func apostrophe(letters []letter, i int) bool {
	return i > 0 && unicode.Is(unicode.Latin, letters[i-1].r)
}

func numbersItem(letters []letter, i int) bool {
	return i > 0 && (unicode.IsNumber(letters[i-1].r) || unicode.Is(unicode.Latin, letters[i-1].r) || isNumeral(letters[i-1].r))
}

// stops are the marks of which no two stand side by side.
const stops = "，。、；：,;"

// doubled reports the first mark of a line that is typed twice, or beside another
// that leaves it no meaning: ，， 。， ；。 …… and —— are one mark each.
func (l *linter) doubled(letters []letter) {
	for i := 1; i < len(letters); i++ {
		a, b := letters[i-1].r, letters[i].r
		twice := a == b && strings.ContainsRune("！？!?", a) && i+1 < len(letters) && letters[i+1].r == a
		if strings.ContainsRune(stops, a) && strings.ContainsRune(stops, b) || twice {
			hint := message.Say("write one of the two")
			if a == '。' && b == '。' {
				hint = message.Say("write 。, or …… where words are left out")
			}
			l.problems.Warn(letters[i].at, hint, "the marks %c%c stand side by side", a, b)
			return
		}
	}
}
