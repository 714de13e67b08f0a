// Package timeline lays out the drawing of outages: a band a service, a tick an instant, in
// shares of a width that nobody knows yet. It words what stands in the drawing and finds a
// place for it; elements and colours are a template's, and it knows no page.
// Begin reading at Draw.
package timeline

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"

	"tonggao/generator/now"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// A Drawing is the drawing of outages: a band a service, a tick an instant. It
// is laid out in shares of its width, so that it fits any screen with its words
// at their own size, and in lines of its own height.
//
// Time is not drawn to scale: a gap is as wide as the root of its length, and
// never too narrow for the words at its end. A week beside an hour then shows
// both. Scale tells the script where an instant lies.
type Drawing struct {
	Ticks  []tick
	Bands  []band
	Height string // lines
	Hatch  string // what the pattern for part of a service means
	Scale  string // "1640340000:6.00 …": instant and share of the width
}

type tick struct {
	X           float64
	Words       float64 // the middle of its words, which stay inside the drawing
	Y, Foot     string  // lines from the top: of its words, and of the line below them
	Date, Clock string

	tier int // counted from the bands up
}

type band struct {
	Name  string
	Y     string // lines from the top
	Parts []part
}

type part struct {
	X, Width float64
	State    string
	Word     string // inside the bar, where it is wide enough
	Open     bool   // its end is not announced
}

const (
	leftEdge, rightEdge, farEdge = 7.0, 93.0, 100.0
	openEdge                     = 84.0 // where the last tick stands when a band goes on beyond it
	headLines, bandLines         = 2.6, 3.0
	nameWidth                    = 40 // half ems that a narrow phone has room for

	small      = .85         // of words at ticks and in bars, beside the drawing's own
	em         = 100.0 / 28  // the width of a small character on a phone of 320 pixels
	apart      = em / 2      // between words in one tier
	tierLines  = 2.3 * small // a date above a clock, with what keeps them from the next
	clockLines = 1.5         // of a date with its clock, in small lines
)

// Draw lays courses out in the voice of a page; nil where none of them turns.
func Draw(tell now.Teller, courses []*site.Course) *Drawing {
	instants, words := marks(tell.Voice, courses)
	if len(instants) == 0 {
		return nil
	}
	x := places(instants, anyOpen(courses))
	t := &Drawing{Ticks: words, Hatch: tell.Voice.Hatched(courses)}
	y := headLines + tierLines*float64(setTiers(t.Ticks, x)-1)
	var scale []string
	for i, at := range instants {
		scale = append(scale, fmt.Sprintf("%d:%.2f", at.Unix(), x[i]))
	}
	t.Scale = strings.Join(scale, " ")
	at := func(t time.Time) float64 { return x[slices.IndexFunc(instants, t.Equal)] }
	for _, c := range courses {
		if b, ok := bandOf(tell, c, at); ok {
			b.Y = fmt.Sprintf("%.4g", y)
			t.Bands = append(t.Bands, b)
			y += bandLines
		}
	}
	t.Height = fmt.Sprintf("%.4g", y+0.3)
	return t
}

// marks are the distinct times at which courses turn, in order, with their words.
func marks(voice phrase.Voice, courses []*site.Course) ([]time.Time, []tick) {
	var turns []site.Step
	for _, c := range courses {
		turns = append(turns, c.Settled()[1:]...)
	}
	slices.SortStableFunc(turns, func(a, b site.Step) int { return a.From.Compare(b.From) })
	var instants []time.Time
	var words []tick
	for _, s := range turns {
		if slices.ContainsFunc(instants, s.From.Equal) {
			continue
		}
		at := s.Mark()
		mark := tick{Date: voice.Moment(at, timing.DateOnly, timing.Short)}
		if at.Expected = false; at.Exact() { // the date says it
			mark.Clock = voice.Moment(at, timing.Time)
		}
		instants, words = append(instants, s.From), append(words, mark)
	}
	return instants, words
}

// setTiers places the words of ticks so that none covers another's on the narrowest
// phone, in as few tiers as that takes, and returns how many. The lowest tier is
// filled first.
func setTiers(ticks []tick, x []float64) int {
	var ends []float64 // of the words in each tier so far
	for i := range ticks {
		t := &ticks[i]
		half := em * max(wide(t.Date), wide(t.Clock)) / 2
		t.X, t.Words = x[i], min(max(x[i], half), farEdge-half)
		for t.tier < len(ends) && ends[t.tier]+apart > t.Words-half {
			t.tier++
		}
		if t.tier == len(ends) {
			ends = append(ends, 0)
		}
		ends[t.tier] = t.Words + half
	}
	for i := range ticks {
		y := 1 + tierLines/small*float64(len(ends)-1-ticks[i].tier)
		ticks[i].Y, ticks[i].Foot = fmt.Sprintf("%.4g", y), fmt.Sprintf("%.4g", (y+clockLines)*small)
	}
	return len(ends)
}

// wide is about how many ems a text takes.
func wide(text string) float64 {
	width := 0.0
	for _, r := range text {
		if r > unicode.MaxLatin1 {
			width++
		} else {
			width += .6
		}
	}
	return width
}

// anyOpen reports whether a band goes on beyond the last tick.
func anyOpen(courses []*site.Course) bool {
	return slices.ContainsFunc(courses, func(c *site.Course) bool { return c.Steps[len(c.Steps)-1].State != site.On })
}

// places gives each instant its share of the width.
func places(instants []time.Time, isOpen bool) []float64 {
	right := rightEdge
	if isOpen {
		right = openEdge
	}
	x := []float64{leftEdge}
	if len(instants) == 1 {
		return []float64{leftEdge + 8}
	}
	gaps := make([]float64, len(instants)-1)
	sum := 0.0
	for i := range gaps {
		gaps[i] = math.Sqrt(instants[i+1].Sub(instants[i]).Hours())
		sum += gaps[i]
	}
	room := right - leftEdge
	least := math.Min(16, room/float64(len(gaps)))
	spare := room - least*float64(len(gaps))
	for i := range gaps {
		x = append(x, x[i]+least+spare*gaps[i]/sum)
	}
	return x
}

// bandOf draws one course; one whose first stop has no time cannot be drawn.
func bandOf(tell now.Teller, c *site.Course, at func(time.Time) float64) (band, bool) {
	b := band{Name: tell.Voice.Name(c.Service.Name).Text}
	if lane := tell.Lane(c); lane != "" {
		b.Name = cut(b.Name+" · "+lane, nameWidth)
	}
	turns := c.Settled()[1:]
	if len(turns) == 0 {
		return b, false
	}
	for i, s := range turns {
		one := part{X: at(s.From), State: string(s.Drawn()), Word: turned(tell.Voice, s)}
		one.Width = farEdge - one.X
		if i+1 < len(turns) {
			one.Width = at(turns[i+1].From) - one.X
		} else {
			one.Open = s.State != site.On
		}
		b.Parts = append(b.Parts, one.fit())
	}
	return b, true
}

// turned is the word in a bar: what the step's milestone does, or how the service
// stands after the window.
func turned(voice phrase.Voice, s site.Step) string {
	if s.Over || s.State == site.Uncertain && !s.Cause.Moment.Known() {
		return voice.State(s.State)
	}
	return voice.Turn(s.Cause)
}

// cut shortens a text to a width in half ems, of which a Chinese character takes
// two.
func cut(text string, width int) string {
	for i, r := range text {
		if r > unicode.MaxLatin1 {
			width--
		}
		if width--; width < 0 {
			return text[:i] + "…"
		}
	}
	return text
}

// fit leaves the word out of a bar that is too narrow for it.
func (p part) fit() part {
	if p.State == string(site.On) || p.Width < em*(wide(p.Word)+1) {
		p.Word = ""
	}
	return p
}
