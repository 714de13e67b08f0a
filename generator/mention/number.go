package mention

import "unicode/utf8"

// A number is a run of digits or numerals. end is where it stops; it equals the
// start when there is none. value is -1 for what is too long to be in a time.
type number struct {
	value   int
	digits  int
	end     int
	chinese bool
}

// small reports whether the number can be a month, a day, an hour or a minute.
func (n number) small() bool {
	return n.value >= 0 && (n.digits <= 2 || n.chinese && n.digits == 3)
}

// longest bounds what is read as a number: no time has more than four digits,
// and a run that goes on is a telephone number or a code.
const longest = 5

// leads reports whether an octet can begin a numeral or a full-width digit:
// those of 〇○零一二三四五六七八九十廿卅０.
func leads(c byte) bool {
	return c == 0xE2 || c == 0xE3 || c >= 0xE4 && c <= 0xE5 || c == 0xE9 || c == 0xEF
}

// numberAt reads the number that begins at i.
func numberAt(text string, i int) number {
	if i >= len(text) {
		return number{value: -1, end: i}
	}
	if _, _, ok := digitAt(text, i); ok {
		return arabic(text, i)
	}
	return chinese(text, i)
}

// arabic reads digits, half and full width.
func arabic(text string, i int) number {
	n := number{end: i}
	for n.end < len(text) {
		d, width, ok := digitAt(text, n.end)
		if !ok {
			break
		}
		n.digits++
		n.end += width
		if n.digits <= longest {
			n.value = n.value*10 + d
		}
	}
	if n.digits > 4 {
		n.value = -1
	}
	return n
}

// chinese reads numerals: 二〇二二 digit by digit, 二十四 by tens. A Latin 0 or O
// counts as 〇 inside, as dirty copies have it.
func chinese(text string, i int) number {
	n := number{end: i, chinese: true}
	ones, tens, ten := 0, 0, false
	for n.end < len(text) {
		r, width := utf8.DecodeRuneInString(text[n.end:])
		d, ok := numeral(r)
		if !ok && n.digits > 0 && (r == '0' || r == 'O' || r == 'o') {
			d, ok = 0, true
		}
		if !ok {
			break
		}
		n.digits++
		n.end += width
		switch {
		case n.digits > longest:
		case d == 10:
			tens, ones, ten = max(ones, 1), 0, true
		case d >= 20:
			tens, ones, ten = d/10, 0, true
		case ten:
			ones = d
		default:
			ones = ones*10 + d
		}
	}
	n.value = tens*10 + ones
	if n.digits == 0 || n.digits > 4 || ten && n.digits > 3 {
		n.value = -1
	}
	return n
}

// digitAt reads a digit 0–9, half or full width (U+FF10 to U+FF19).
func digitAt(text string, i int) (value, width int, ok bool) {
	if i >= len(text) {
		return 0, 0, false
	}
	if c := text[i]; c >= '0' && c <= '9' {
		return int(c - '0'), 1, true
	}
	if i+2 < len(text) && text[i] == 0xEF && text[i+1] == 0xBC && text[i+2] >= 0x90 && text[i+2] <= 0x99 {
		return int(text[i+2] - 0x90), 3, true
	}
	return 0, 0, false
}

func numeral(r rune) (int, bool) {
	switch r {
	case '〇', '零', '○', '◯':
		return 0, true
	case '一':
		return 1, true
	case '二':
		return 2, true
	case '三':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	case '十':
		return 10, true
	case '廿':
		return 20, true
	case '卅':
		return 30, true
	}
	return 0, false
}

// blanks steps over at most eight blank characters, among them one line break:
// copies from the web and from PDFs scatter them inside a time. broken reports
// the line break.
func blanks(text string, i int) (next int, broken bool) {
	for range 8 {
		r, width := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == ' ' || r == '\t' || r == '\r' || r == 0xA0 || r == 0x3000 || r == 0xFEFF || r == 0x202F || r == 0x205F:
		case r >= 0x2000 && r <= 0x200D:
		case r == '\n' && !broken:
			broken = true
		default:
			return i, broken
		}
		i += width
	}
	return i, broken
}

// unitAt reads the character after blanks, in its simplified form.
func unitAt(text string, i int) (unit rune, next int) {
	i, _ = blanks(text, i)
	r, width := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '時':
		r = '时'
	case '點':
		r = '点'
	case '號', '号':
		r = '日'
	}
	return r, i + width
}

// Count is the value of figures, 23, ２３ or 二十三; -1 for what is no number or too long
// to be one.
func Count(figures string) int {
	n := numberAt(figures, 0)
	if n.end != len(figures) || n.digits == 0 {
		return -1
	}
	return n.value
}
