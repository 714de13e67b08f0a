package issued

import (
	"strings"

	"tonggao/generator/later"
)

// A Phone is a telephone number of the text. Number is in the form 0571-85119460;
// without an area code where neither it nor the text before has one.
type Phone struct {
	Span
	Number   string
	borrowed bool // the area code is that of a number before
}

// A Link is an address of the text, without the punctuation behind it.
type Link struct {
	Span
	Address string
}

var (
	numbers = later.Compile(`[（(]?0[0-9]{2,3}[）)]?[ \-－—–]{0,2}[1-9][0-9]{2,3}[ \-]?[0-9]{4}|400[ \-－]?[0-9]{3}[ \-－]?[0-9]{4}|400[ \-－]?[0-9]{4}[ \-－]?[0-9]{3}|1[3-9][0-9]{9}|[2-9][0-9]{6,7}|(?:12|95|96|10|11)[0-9]{3,4}`)
	address = later.Compile(`(?:https?://|www\.)[!-)+-;=?-z~]+`)
	hotline = later.Compile(`^(?:12|95|96|10|11)[0-9]{3,4}$`)
)

// phones finds the telephone numbers: with area code, local ones behind one that
// has it, mobile ones, 400 numbers, and hotlines.
func (d *Document) phones() []Phone {
	narrow, at := narrowed(d.Text)
	taken := address.FindAllStringIndex(narrow, -1)
	var found []Phone
	area, last := "", -1 // the octet that the number before ends at
	for _, m := range numbers.FindAllStringIndex(narrow, -1) {
		if inside(taken, m[0]) || digitBeside(narrow, m[0], m[1]) {
			continue
		}
		p := Phone{Span: Span{at[m[0]], at[m[1]]}}
		p.Number = Canonical(narrow[m[0]:m[1]])
		switch {
		case strings.HasPrefix(p.Number, "0"):
			area, _, _ = strings.Cut(p.Number, "-")
		case area != "" && (len(p.Number) == 7 || len(p.Number) == 8):
			p.Number, p.borrowed = area+"-"+p.Number, true
		case hotline.MatchString(p.Number) && !called(narrow, m[0], m[1]) && (last < 0 || !listing.MatchString(narrow[last:m[0]])):
			continue
		}
		if d.blockAt(p.Start) >= 0 {
			found, last = append(found, p), m[1]
		}
	}
	return found
}

// listing parts a number from the next one of a list.
var listing = later.Compile(`^\s*(?:[（(][^（）()]{1,12}[）)])?\s*[、，,；;/／或和]\s*$`)

// PhonesIn finds the telephone numbers of words that are no document.
func PhonesIn(words string) []Phone {
	return (&Document{Text: words, Blocks: []Block{{End: len(words)}}}).phones()
}

// AddressesIn finds the web addresses of words that are no document.
func AddressesIn(words string) []string { return address.FindAllString(words, -1) }

// called reports whether five or six digits stand where a number to call does:
// beside 热线, 电话, 拨打, 咨询 or another hotline.
func called(text string, start, end int) bool {
	near := lastRunes(text[:start], 12) + "|" + FirstRunes(text[end:], 12)
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

// Canonical writes a number as area code, hyphen, local number.
func Canonical(written string) string {
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
func (d *Document) links() []Link {
	var found []Link
	for _, m := range address.FindAllStringIndex(d.Text, -1) {
		end := m[0] + len(strings.TrimRight(d.Text[m[0]:m[1]], ".,;:!?)]'\"*"))
		if d.blockAt(m[0]) >= 0 {
			found = append(found, Link{Span{m[0], end}, d.Text[m[0]:end]})
		}
	}
	return found
}
