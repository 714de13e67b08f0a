package html

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A seam is a part of a title that stays on one line, so that titles break at the
// sense of their words as they do in print. Where it is wider than a phone it has
// parts of its own, between which it breaks there and only there.
type seam struct {
	Text  string
	Parts []string // none where the whole always fits
	Long  bool     // wider than a phone even in ordinary text
}

const (
	phoneLine = 10 // ems of a title that a narrow phone has room for
	largeLine = 7  // ems of it in large text
)

// seams cuts a title, in the language of a page, where the authors' own can be broken;
// the words of English have spaces.
func (w *Writer) seams(original, title string) []seam {
	if !strings.ContainsFunc(title, isHan) {
		return []seam{{Text: title}}
	}
	if utf8.RuneCountInString(original) != utf8.RuneCountInString(title) {
		original = title
	}
	letters := []rune(title)
	take := func(length int) string { // traditional characters stand for one each
		text := string(letters[:length])
		letters = letters[length:]
		return text
	}
	var seams []seam
	for _, text := range w.sense.Seams(original) {
		s := seam{Long: ems(text) > phoneLine}
		if ems(text) > largeLine {
			for _, part := range w.parts(text) {
				s.Parts = append(s.Parts, take(utf8.RuneCountInString(part)))
			}
			s.Text = strings.Join(s.Parts, "")
		} else {
			s.Text = take(utf8.RuneCountInString(text))
		}
		seams = append(seams, s)
	}
	return seams
}

// parts cuts a seam at the common words in it, and a name of which nothing is known
// in halves.
func (w *Writer) parts(text string) []string {
	var parts []string
	for _, part := range w.plain.Seams(text) {
		parts = append(parts, halves(part)...)
	}
	return parts
}

// halves cuts a text that is wider than a line of large text into pieces of one
// length, so that none leaves a character alone. Only Han parts from Han.
func halves(text string) []string {
	letters := []rune(text)
	middle := len(letters) / 2
	if ems(text) <= largeLine || !isHan(letters[middle-1]) || !isHan(letters[middle]) {
		return []string{text}
	}
	return append(halves(string(letters[:middle])), halves(string(letters[middle:]))...)
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// ems is the width of a text, of which a Latin letter takes half an em.
func ems(text string) int {
	half := 0
	for _, r := range text {
		if half++; r > unicode.MaxLatin1 {
			half++
		}
	}
	return (half + 1) / 2
}

// entitled is a link that is called by a title.
func (p *page) entitled(href, title string) link {
	l := p.named(href, title)
	l.Seams = p.seams(title, l.Text)
	return l
}
