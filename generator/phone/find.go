package phone

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// wholeNumber is a telephone number that says so itself: with its area code, of a
// mobile phone, or of the 400 and 800 services.
const wholeNumber = `(?:[(（]0\d{2,3}[)）]|0\d{2,3}[-－—])\d{7,8}|1[3-9]\d{9}|[48]00[-－—]?\d{3}[-－—]?\d{4}`

// A Finder finds telephone numbers in a text.
type Finder struct {
	begin string // what a number can begin with
	form  func() *regexp.Regexp
}

// Among returns a finder of numbers that say so themselves, and of those that are known
// in the form in which they are written.
func Among(known []string) *Finder {
	known = slices.Clone(known)
	slices.SortStableFunc(known, func(a, b string) int { return len(b) - len(a) }) // the longest of several is meant
	form, begin := wholeNumber, "(（0148"
	for _, number := range known {
		if number != "" {
			form = regexp.QuoteMeta(number) + "|" + form
			first, _ := utf8.DecodeRuneInString(number)
			begin += string(first)
		}
	}
	return &Finder{begin, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(?:" + form + ")(?:[转轉]\\d{1,5})?") })}
}

// In returns where numbers begin and end in a text, in octets. What is a part of something
// longer, such as a document's number, is none.
func (f *Finder) In(text string) [][]int {
	if !strings.ContainsAny(text, f.begin) {
		return nil // as most texts
	}
	return slices.DeleteFunc(f.form().FindAllStringIndex(text, -1), func(place []int) bool {
		before, _ := utf8.DecodeLastRuneInString(text[:place[0]])
		after, _ := utf8.DecodeRuneInString(text[place[1]:])
		return strings.ContainsRune(goesOn, before) || strings.ContainsRune(goesOn, after)
	})
}

// goesOn has the characters beside which a number is none.
const goesOn = "0123456789-.〔〕号"
