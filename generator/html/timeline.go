package html

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A timeline is the drawing of outages: a band a service, a tick an instant. It
// is laid out in shares of its width, so that it fits any screen with its words
// at their own size, and in lines of its own height.
//
// Time is not drawn to scale: a gap is as wide as the root of its length, and
// never too narrow for the words at its end. A week beside an hour then shows
// both. Scale tells the script where an instant lies.
type timeline struct {
	Ticks  []tick
	Bands  []band
	Height string // lines
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

func (p *page) timeline(outages []*site.Outage) *timeline {
	instants, words := p.instants(outages)
	if len(instants) == 0 {
		return nil
	}
	x := places(instants, anyOpen(outages))
	t := &timeline{Ticks: words}
	y := headLines + tierLines*float64(setTiers(t.Ticks, x)-1)
	var scale []string
	for i, at := range instants {
		scale = append(scale, fmt.Sprintf("%d:%.2f", at.Unix(), x[i]))
	}
	t.Scale = strings.Join(scale, " ")
	at := func(m *site.Milestone) float64 { return x[slices.IndexFunc(instants, m.Moment.Start().Equal)] }
	for _, o := range outages {
		if b, ok := p.band(o, at); ok {
			b.Y = fmt.Sprintf("%.4g", y)
			t.Bands = append(t.Bands, b)
			y += bandLines
		}
	}
	t.Height = fmt.Sprintf("%.4g", y+0.3)
	return t
}

// instants are the distinct known times of outages, in order, with their words.
func (p *page) instants(outages []*site.Outage) ([]time.Time, []tick) {
	var turns []*site.Milestone
	for _, o := range outages {
		for _, m := range append([]*site.Milestone{o.Stop}, o.Recoveries()...) {
			if m.Moment.Known() {
				turns = append(turns, m)
			}
		}
	}
	site.SortMilestones(turns)
	var instants []time.Time
	var words []tick
	for _, m := range turns {
		if slices.ContainsFunc(instants, m.Moment.Start().Equal) {
			continue
		}
		instants = append(instants, m.Moment.Start())
		mark := tick{Date: p.voice.Moment(m.Moment, phrase.DateOnly, phrase.Short)}
		if m.Moment.Exact() {
			mark.Clock = p.voice.Moment(m.Moment, phrase.Time)
		}
		words = append(words, mark)
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
func anyOpen(outages []*site.Outage) bool {
	return slices.ContainsFunc(outages, func(o *site.Outage) bool { return o.End == nil || !o.End.Moment.Known() })
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

// band draws one outage; one whose stop has no time cannot be drawn.
func (p *page) band(o *site.Outage, at func(*site.Milestone) float64) (band, bool) {
	b := band{Name: p.say(o.Service.Name)}
	if lane := p.lane(o); lane != "" {
		b.Name = cut(b.Name+" · "+lane, nameWidth)
	}
	from := 0.0
	switch {
	case o.Stop.Moment.Known():
		from = at(o.Stop)
	case o.Stop.Moment.Before == nil || o.Stop.Moment.Pending:
		return b, false
	}
	current := part{X: from, State: mark(o.Stop), Word: p.kind(o.Stop)}
	for _, m := range o.Recoveries() {
		if !m.Moment.Known() {
			continue
		}
		current.Width = at(m) - current.X
		b.Parts = append(b.Parts, current.fit())
		current = part{X: at(m), State: mark(m), Word: p.kind(m)}
	}
	current.Width = farEdge - current.X
	current.Open = current.State != string(site.On)
	b.Parts = append(b.Parts, current.fit())
	return b, true
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
