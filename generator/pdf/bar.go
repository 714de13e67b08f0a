package pdf

import (
	"slices"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A bar shows how a service passes through a notice: its turns at equal steps,
// between them how it stands. Steps are equal because outages run from hours to
// months, and a true scale would hide one or the other.
type bar struct{ points []point }

// A point is an instant on a bar, with what happens then.
type point struct {
	at    site.Moment
	word  string     // what happens, in a word
	state site.State // from then on
	own   bool       // it is the sheet's own milestone
}

// mostPoints is how many points a poster has room for: those around its own.
const mostPoints = 6

// barOf returns the bar on which a milestone stands: that of the one course that
// it belongs to. Nothing where it belongs to none, or to several at once, and
// nothing that would say of one place what is true of another.
func barOf(v phrase.Voice, m *site.Milestone) *bar {
	c := m.Course()
	if c == nil || len(c.Outages) == 0 {
		return nil
	}
	b := courseBar(v, c, m)
	own := slices.IndexFunc(b.points, func(p point) bool { return p.own })
	from := max(0, min(own-mostPoints/2, len(b.points)-mostPoints))
	b.points = b.points[from:min(len(b.points), from+mostPoints)]
	return b
}

// courseBar lays a course out: its turns, those without a time last, and the
// milestone where it is none of them.
func courseBar(v phrase.Voice, c *site.Course, m *site.Milestone) *bar {
	b := &bar{}
	for _, s := range c.Settled()[1:] {
		word := v.Turn(s.Cause)
		if s.Over {
			word = v.Ended()
		}
		b.points = append(b.points, point{at: s.Moment(), word: word, state: s.State, own: s.Cause == m && !s.Over})
	}
	for _, o := range c.Outages {
		for _, r := range o.Turns() {
			if _, ordered := r.Moment.Order(); !ordered {
				b.points = append(b.points, point{at: r.Moment, word: v.Turn(r), own: r == m})
			}
		}
	}
	if m != nil && !slices.ContainsFunc(b.points, func(p point) bool { return p.own }) {
		b.insert(point{at: m.Moment, word: v.Turn(m), own: true})
	}
	return b
}

// insert puts what changes no state where its time is. At the instant of a turn it
// takes the turn's place: one instant is one mark.
func (b *bar) insert(p point) {
	order, ordered := p.at.Order()
	i := len(b.points)
	for j, q := range b.points {
		at, known := q.at.Order()
		if ordered && known && at.Equal(order) {
			p.state, p.at = q.state, q.at
			b.points[j] = p
			return
		}
		if !known || ordered && order.Before(at) {
			i = j
			break
		}
	}
	if p.state = site.On; i > 0 {
		p.state = b.points[i-1].state
	}
	b.points = slices.Insert(b.points, i, p)
}

const (
	barThick = 5.0 // mm
	barText  = 12.5
)

// drawBar draws the bar with the names and times of its points.
func (p *poster) drawBar(b *bar, y float64, v phrase.Voice) {
	step := p.width / float64(len(b.points))
	top := y + 12
	for i, q := range b.points {
		x := p.left + step*(float64(i)+0.5)
		end := x + step
		if i == len(b.points)-1 {
			end = p.left + p.width
		}
		p.stretch(x, end, top, q)
		if i == 0 {
			p.segment(p.left, x, top, site.On)
		}
		p.point(q, x, top, step, v)
	}
}

// point marks a point on the bar; the poster's own is larger and named.
func (p *poster) point(q point, x, top, step float64, v phrase.Voice) {
	when := v.Moment(q.at, phrase.Short)
	if !q.at.Known() {
		when = v.Status(site.Tentative)
	}
	size := p.largest(when, hei, barText, 7, step-2, 1)
	face, ink := fang, black
	if q.own {
		face, ink = hei, p.ink
		p.areas = append(p.areas, area{x - 1.4, top - 2.6, 2.8, barThick + 5.2, p.ink})
		p.centre("▲", hei, 11, x, top+barThick+2.4, p.ink)
		p.centre(wordThis, hei, barText, x, top+barThick+6.2, p.ink)
	} else {
		p.areas = append(p.areas, area{x - 0.5, top - 1.5, 1, barThick + 3, black})
	}
	p.centre(q.word, face, barText, x, top-11.5, ink)
	p.centre(when, face, size, x, top-6.6, ink)
}
