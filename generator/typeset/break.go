package typeset

import (
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

// longWord is the width from which a Latin word, in practice a web address, may
// be split behind its punctuation: half a line of a notice.
const longWord = 14_000

// scheme is how many characters of an address stay together: https:// alone at a
// line's end says nothing.
const scheme = 10

// A reading is the memory that a text is read in before it is set, one after the other.
type reading struct {
	text    []rune
	moments []int // to which worded moment a character belongs, 0 for none
	segmenter.Segmenter
}

// borrow returns memory that nobody else uses.
func (k *Kit) borrow() *reading {
	if r, kept := k.readings.Get().(*reading); kept {
		return r
	}
	return &reading{}
}

// breaks reports behind which characters a line may end: where UAX #14 says so,
// as go-text computes it, and no bond of the tailoring forbids it. A worded moment is
// split inside its date at most.
func (r *reading) breaks(kinds []trait) []bool {
	text, moments := r.text, r.moments
	may := make([]bool, len(text))
	r.Init(text)
	for lines := r.LineIterator(); lines.Next(); {
		line := lines.Line()
		may[line.Offset+len(line.Text)-1] = true
	}
	for i := 0; i+1 < len(text); i++ {
		same := moments[i] != 0 && moments[i] == moments[i+1]
		whole := same || bound(kinds[i], kinds[i+1])
		may[i] = may[i] && (!whole || insideDate(text[i], kinds, i))
	}
	return may
}

// connectors join two words or numbers into one (GB/T 15834—2011, 4.13 and 4.16): the
// dash, the en dash, the wave, the solidus, in their full-width forms too.
const connectors = "—–－～〜／"

// connect gives a connector its manners: it has no gap beside it and does not begin a
// line (5.1.7), and between figures or letters it is a part of their word, as in
// GB/T 9704—2012. Two dashes are no connector but a mark of their own (4.10).
func connect(text []rune, kinds []trait) {
	for i, r := range text {
		twin := i > 0 && text[i-1] == r || i+1 < len(text) && text[i+1] == r
		if !strings.ContainsRune(connectors, r) || twin {
			continue
		}
		kinds[i] = kinds[i]&^(han|doubled) | neverBegins
		const word = digit | letter
		if i > 0 && i+1 < len(text) && kinds[i-1]&word != 0 && kinds[i+1]&word != 0 {
			kinds[i] |= letter | joiner | tight
		}
	}
}

// insideDate reports whether the i-th character ends the year or the month of a
// date that goes on: 2021年|12月|30日. A line may end there, at a price; one that
// would else be torn apart between all its characters reads worse.
func insideDate(char rune, kinds []trait, i int) bool {
	return (char == '年' || char == '月') && i > 0 && i+1 < len(kinds) && kinds[i-1]&digit != 0 && kinds[i+1]&digit != 0
}

// splitLong lets a Latin word that is too long for a line end one behind its
// punctuation, as CLREQ 3.1.6 asks for addresses.
func splitLong(cells []Cell, kinds []trait, may []bool) {
	for from := 0; from < len(cells); {
		to, width := from, 0
		for to < len(cells) && kinds[to]&(letter|digit) != 0 && kinds[to]&(han|blank) == 0 {
			width += int(cells[to].Width)
			to++
		}
		for i := from; width > longWord && i+1 < to; i++ {
			inner := kinds[i]&joiner != 0 && kinds[i+1]&joiner == 0 && i-from >= scheme && to-i > 3
			may[i] = may[i] || inner
		}
		from = max(to, from+1)
	}
}
