// Package phone owns how telephone numbers are written: it reads one as people write it,
// makes the link that calls it, and finds those in a text. It knows no region, no notice
// and no page. Begin reading at Read.
package phone

import (
	"regexp"
	"strings"
	"unicode"

	"tonggao/generator/halfwidth"
	"tonggao/generator/message"
)

// What can be wrong with a written telephone number.
var (
	ErrSeveral = message.New("holds several numbers")
	ErrNone    = message.New("is no telephone number")
)

// A Number is a telephone number as its readers dial it.
type Number struct {
	Figures   string // figures, and + before a country's code
	Extension string // figures that are dialled when somebody answers; often empty
}

// Tel returns the target of a link to a written number: its figures, and + before
// a country's code (RFC 3966); "" where it is none. An extension is no part of it:
// telephones would dial it along.
func Tel(written string) string {
	phone, err := Read(written)
	if err != nil {
		return ""
	}
	return "tel:" + phone.Figures
}

var (
	between   = regexp.MustCompile(`[、，,;；/|~和或及与至到]+`)
	extension = regexp.MustCompile(`^(.*?)[\s,，]*(?:转|轉|分机|分機|内线|內線|(?i:ext\.?|x)|#)\s*(?:分机|分機)?\s*([0-9]{1,6})$`)
	attached  = regexp.MustCompile(`^(.*(?:[0-9]{7,8}|\b[19][0-9]{4}))-([0-9]{1,4})$`)
	whole     = regexp.MustCompile(`^\+?[0-9() .-]+$`)
)

// Read reads a telephone number as people write it: （0519）85119460,
// 0519 8511 9460, +86 519 8511 9460, 12345转2, in figures of either width.
func Read(written string) (Number, error) {
	text := strings.TrimSpace(strings.Map(narrow, written))
	if n := len(text); n >= 3 && n <= 15 && figures(text) == text {
		return Number{Figures: text}, nil // as most are written
	}
	var phone Number
	bare := strings.Trim(text, "0123456789() .+-") == "" // then it says nothing of an extension, and parts no numbers
	var found []string
	if !bare {
		found = extension.FindStringSubmatch(text)
	}
	if found == nil && mayBeAttached(text) {
		found = attached.FindStringSubmatch(text)
	}
	if found != nil {
		text, phone.Extension = found[1], found[2]
	}
	if several(text, bare) {
		return Number{}, ErrSeveral
	}
	phone.Figures = figures(text)
	if strings.HasPrefix(strings.Trim(text, " ("), "+") {
		phone.Figures = "+" + phone.Figures
		if rest, ok := strings.CutPrefix(phone.Figures, "+860"); ok {
			phone.Figures = "+86" + rest // the 0 of an area code is dialled within the country only
		}
	}
	if n := len(figures(phone.Figures)); n > 15 {
		return Number{}, ErrSeveral
	} else if n < 3 || !whole.MatchString(strings.ReplaceAll(text, "(+", "+(")) {
		return Number{}, ErrNone
	}
	return phone, nil
}

// mayBeAttached spares most numbers the search: behind their last dash stand more figures
// than an extension has.
func mayBeAttached(text string) bool {
	dash := strings.LastIndexByte(text, '-')
	return dash > 0 && len(text)-dash <= len("-0000")
}

// parted reports whether marks or words stand between numbers.
func parted(text string) bool {
	count := 0
	for _, part := range between.Split(text, -1) {
		if figures(part) != "" {
			count++
		}
	}
	return count > 1
}

// several reports whether a text holds more than one number: 12345、12393,
// 85119460/61, 85119460 85119461.
func several(text string, bare bool) bool {
	if !bare && parted(text) {
		return true
	}
	parts := strings.Fields(text)
	for _, part := range parts {
		if n := len(figures(part)); n < 5 || n != len(part) || part[0] == '0' {
			return false
		}
	}
	return len(parts) > 1
}

func figures(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// narrow writes figures, brackets and dashes in half width.
func narrow(r rune) rune {
	switch {
	case r == '，', r == '；':
		return r
	case strings.ContainsRune("–—‐‑−─", r):
		return '-'
	case unicode.IsSpace(r):
		return ' '
	}
	return halfwidth.Of(r)
}
