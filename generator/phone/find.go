package phone

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// wholeNumber is a telephone number that says so itself: with its area code, of a
// mobile phone, or of the 400 and 800 services.
var wholeNumber = regexp.MustCompile(`(?:[(（]0\d{2,3}[)）]|0\d{2,3}[-－—])\d{7,8}|1[3-9]\d{9}|[48]00[-－—]?\d{3}[-－—]?\d{4}`)

// line is the number of a line behind that of a house.
var line = regexp.MustCompile(`^[转轉]\d{1,5}`)

// A Finder finds telephone numbers in a text.
type Finder struct {
	known []string // as written, the longest first
	wide  bool     // one of them is written without narrow figures
}

// Among returns a finder of numbers that say so themselves, and of those that are known
// in the form in which they are written.
func Among(known []string) *Finder {
	known = slices.DeleteFunc(slices.Clone(known), func(number string) bool { return number == "" })
	slices.SortStableFunc(known, func(a, b string) int { return len(b) - len(a) }) // the longest of several is meant
	wide := slices.ContainsFunc(known, func(number string) bool { return !strings.ContainsAny(number, narrowFigures) })
	return &Finder{known, wide}
}

const narrowFigures = "0123456789"

// In returns where numbers begin and end in a text, in octets. What is a part of something
// longer, such as a document's number, is none.
func (f *Finder) In(text string) [][2]int {
	var all [][2]int
	if !f.wide && !strings.ContainsAny(text, narrowFigures) {
		return nil // as most texts
	}
	for at := 0; ; {
		begin, end := f.next(text[at:])
		if begin < 0 {
			return all
		}
		begin, end = begin+at, end+at
		end += len(line.FindString(text[end:]))
		if alone(text[:begin], text[end:]) {
			all = append(all, [2]int{begin, end})
		}
		at = end
	}
}

// next returns where the first number of a text begins and ends, or -1: a known one
// before another that begins with it.
func (f *Finder) next(text string) (int, int) {
	begin, end := -1, -1
	for _, number := range f.known {
		if at := strings.Index(text, number); at >= 0 && (begin < 0 || at < begin) {
			begin, end = at, at+len(number)
		}
	}
	if !long(text) {
		return begin, end // as most texts
	}
	if found := wholeNumber.FindStringIndex(text); found != nil && (begin < 0 || found[0] < begin) {
		return found[0], found[1]
	}
	return begin, end
}

// long reports whether a text has seven figures in a row, with one mark between them at
// most: dates and hours have fewer, numbers that say so themselves have that.
func long(text string) bool {
	figures, marks := 0, 0
	for _, c := range text {
		switch {
		case c >= '0' && c <= '9':
			figures, marks = figures+1, 0
		case (c == '-' || c == '－' || c == '—') && marks == 0:
			marks++
		default:
			figures, marks = 0, 0
		}
		if figures == 7 {
			return true
		}
	}
	return false
}

// alone reports whether nothing goes on beside a number that makes it a part of more.
func alone(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	return !strings.ContainsRune(goesOn, last) && !strings.ContainsRune(goesOn, next)
}

// goesOn has the characters beside which a number is none.
const goesOn = "0123456789-.〔〕号"
