package advice

import (
	"strings"
	"tonggao/generator/message"
	"unicode"
)

// The marks that stand in pairs (GB/T 15834). Half-width brackets are told by
// their width beside Chinese characters, and pair like the others.
const closeMarks = "）)】]》〉”’〕」』"

// partner is the mark that closes what another opens; 0 for one that opens nothing.
func partner(open rune) rune {
	switch open {
	case '（':
		return '）'
	case '(':
		return ')'
	case '【':
		return '】'
	case '[':
		return ']'
	case '《':
		return '》'
	case '〈':
		return '〉'
	case '“':
		return '”'
	case '‘':
		return '’'
	case '〔':
		return '〕'
	case '「':
		return '」'
	case '『':
		return '』'
	}
	return 0
}

// pairs reports the first mark of a line whose other half is missing. A bracket
// behind a number, 1）, is none of a pair.
func (l *linter) pairs(line *row) {
	var open []int
	for i, r := range line.runes {
		switch {
		case partner(r) != 0:
			open = append(open, i)
		case !strings.ContainsRune(closeMarks, r), r == '’' && apostrophe(line, i):
		case len(open) > 0 && partner(line.runes[open[len(open)-1]]) == r:
			open = open[:len(open)-1]
		case (r == '）' || r == ')') && numbersItem(line, i):
		default:
			l.problems.Warn(line.at(i), "write its other half, or take it away", "%c closes nothing that is open here", r)
			return
		}
	}
	if len(open) > 0 {
		i := open[len(open)-1]
		l.problems.Warn(line.at(i), "write its other half, or take it away", "%c is not closed by %c in its line of text", line.runes[i], partner(line.runes[i]))
	}
}

// apostrophe reports whether a closing quote stands inside a Latin word.
func apostrophe(line *row, i int) bool { return unicode.Is(unicode.Latin, line.rune(i-1)) }

func numbersItem(line *row, i int) bool {
	before := line.rune(i - 1)
	return unicode.IsNumber(before) || unicode.Is(unicode.Latin, before) || isNumeral(before)
}

// stops are the marks of which no two stand side by side.
const stops = "，。、；：,;"

// doubled reports the first mark of a line that is typed twice, or beside another
// that leaves it no meaning: ，， 。， ；。 …… and —— are one mark each.
func (l *linter) doubled(line *row) {
	for i := 1; i < len(line.runes); i++ {
		a, b := line.rune(i-1), line.rune(i)
		twice := a == b && strings.ContainsRune("！？!?", a) && line.rune(i+1) == a
		if strings.ContainsRune(stops, a) && strings.ContainsRune(stops, b) || twice {
			hint := message.Say("write one of the two")
			if a == '。' && b == '。' {
				hint = message.Say("write 。, or …… where words are left out")
			}
			l.problems.Warn(line.at(i), hint, "the marks %c%c stand side by side", a, b)
			return
		}
	}
}
