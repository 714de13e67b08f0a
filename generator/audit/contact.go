package audit

import (
	"regexp"
	"strings"
)

// A phone is a telephone number of the text. Number is in the form 0571-85119460;
// without an area code where neither it nor the text before has one.
type phone struct {
	span
	number   string
	borrowed bool // the area code is that of a number before
}

// A link is an address of the text, without the punctuation behind it.
type link struct {
	span
	address string
}

var (
	numbers = regexp.MustCompile(`[（(]?0[0-9]{2,3}[）)]?[ \-－—–]{0,2}[1-9][0-9]{2,3}[ \-]?[0-9]{4}|400[ \-－]?[0-9]{3}[ \-－]?[0-9]{4}|400[ \-－]?[0-9]{4}[ \-－]?[0-9]{3}|1[3-9][0-9]{9}|[2-9][0-9]{6,7}|(?:12|95|96|10|11)[0-9]{3,4}`)
	address = regexp.MustCompile(`(?:https?://|www\.)[!-)+-;=?-z~]+`)
	hotline = regexp.MustCompile(`^(?:12|95|96|10|11)[0-9]{3,4}$`)
)

// phones finds the telephone numbers: with area code, local ones behind one that
// has it, mobile ones, 400 numbers, and hotlines.
func (d *document) phones() []phone {
	narrow, at := narrowed(d.text)
	taken := address.FindAllStringIndex(narrow, -1)
	var found []phone
	area := ""
	for _, m := range numbers.FindAllStringIndex(narrow, -1) {
		if inside(taken, m[0]) || digitBeside(narrow, m[0], m[1]) {
			continue
		}
		p := phone{span: span{at[m[0]], at[m[1]]}}
		p.number = canonical(narrow[m[0]:m[1]])
		switch {
		case strings.HasPrefix(p.number, "0"):
			area, _, _ = strings.Cut(p.number, "-")
		case area != "" && (len(p.number) == 7 || len(p.number) == 8):
			p.number, p.borrowed = area+"-"+p.number, true
		case hotline.MatchString(p.number) && !called(narrow, m[0], m[1]):
			continue
		}
		if d.blockAt(p.start) >= 0 {
			found = append(found, p)
		}
	}
	return found
}

// phonesIn finds the telephone numbers of words that are no document.
func phonesIn(words string) []phone {
	return (&document{text: words, blocks: []block{{end: len(words)}}}).phones()
}

// addressesIn finds the web addresses of words that are no document.
func addressesIn(words string) []string { return address.FindAllString(words, -1) }

// called reports whether five or six digits stand where a number to call does:
// beside 热线, 电话, 拨打, 咨询 or another hotline.
func called(text string, start, end int) bool {
	near := lastRunes(text[:start], 12) + "|" + firstRunes(text[end:], 12)
	for _, word := range [...]string{"热线", "电话", "拨打", "致电", "咨询", "服务"} {
		if strings.Contains(near, word) {
			return true
		}
	}
	return false
}

// narrowed returns a text with full-width digits as half-width, and the octet in
// the text of every octet of it.
func narrowed(text string) (string, []int) {
	var out strings.Builder
	at := make([]int, 0, len(text)+1)
	for i, r := range text {
		from := out.Len()
		if r >= '０' && r <= '９' {
			r += '0' - '０'
		}
		if r == 0xFFFD {
			out.WriteByte('?')
		} else {
			out.WriteRune(r)
		}
		for j := from; j < out.Len(); j++ {
			at = append(at, i+min(j-from, len(string(r))))
		}
	}
	return out.String(), append(at, len(text))
}

// canonical writes a number as area code, hyphen, local number.
func canonical(written string) string {
	digits := ""
	for _, r := range written {
		if r >= '0' && r <= '9' {
			digits += string(r)
		}
	}
	if !strings.HasPrefix(digits, "0") {
		return digits
	}
	width := 4
	if strings.HasPrefix(digits, "02") || strings.HasPrefix(digits, "010") {
		width = 3
	}
	return digits[:width] + "-" + digits[width:]
}

func inside(spans [][]int, at int) bool {
	for _, s := range spans {
		if s[0] <= at && at < s[1] {
			return true
		}
	}
	return false
}

// digitBeside reports whether a number is part of a longer one, or a count:
// 12345种, 2022年.
func digitBeside(text string, start, end int) bool {
	if start > 0 && (isDigit(text[start-1]) || text[start-1] == '.' || text[start-1] == '-' && start > 1 && isDigit(text[start-2])) {
		return true
	}
	rest := text[end:]
	if rest != "" && isDigit(rest[0]) {
		return true
	}
	for _, unit := range [...]string{"年", "元", "个", "种", "家", "人", "万", "件", "号文", "%", "次"} {
		if strings.HasPrefix(rest, unit) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// links finds the web addresses.
func (d *document) links() []link {
	var found []link
	for _, m := range address.FindAllStringIndex(d.text, -1) {
		end := m[0] + len(strings.TrimRight(d.text[m[0]:m[1]], ".,;:!?)]'\"*"))
		if d.blockAt(m[0]) >= 0 {
			found = append(found, link{span{m[0], end}, d.text[m[0]:end]})
		}
	}
	return found
}
