package sheet

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
	bound string     // 最早, 最迟: which of the two it may be
	state site.State // from then on
	own   bool       // it is the sheet's own milestone
}

// certain reports whether it is known that the service stands so from then on, and
// since when. What is only expected is drawn as what nobody has announced.
func (p point) certain() bool {
	return p.at.Known() && p.state != site.Presumed && p.state != site.Uncertain
}

// barOf returns the bar on which a milestone stands: that of the one course that it belongs to. Nothing where it
// belongs to none, or to several at once, which would say of one place what is true of another, or is withdrawn.
func barOf(v phrase.Voice, m *site.Milestone) *bar {
	c := m.Course()
	if c == nil || len(c.Outages) == 0 || m.Withdrawn {
		return nil
	}
	return courseBar(v, c, m)
}

// courseBar lays a course out: its turns, those without a time last, and the
// milestone where it is none of them.
func courseBar(v phrase.Voice, c *site.Course, m *site.Milestone) *bar {
	b := &bar{}
	for _, s := range c.Settled()[1:] {
		turn, bound := v.Brings(s)
		b.points = append(b.points, point{at: s.Mark(), word: bound + turn, bound: bound, state: s.Drawn(), own: s.Cause == m && !s.Over})
	}
	for _, o := range c.Outages {
		for _, r := range o.Turns() {
			brings := slices.ContainsFunc(c.Steps, func(s site.Step) bool { return s.Cause == r && !s.Over })
			if _, ordered := r.Moment.Order(); !brings && ordered && !r.Moment.Pending {
				b.insert(point{at: r.Moment, word: v.Turn(r), own: r == m}) // overtaken at its very instant
			} else if !brings {
				b.points = append(b.points, point{at: r.Moment, word: v.Turn(r), own: r == m})
			}
		}
	}
	if m != nil && !slices.ContainsFunc(b.points, func(p point) bool { return p.own }) {
		b.insert(point{at: m.Moment, word: v.Turn(m), own: true})
	}
	return b
}

// insert puts what changes no state where its time is, behind a turn of the same
// instant.
func (b *bar) insert(p point) {
	i := len(b.points)
	order, ordered := p.at.Order()
	for j, q := range b.points {
		at, known := q.at.Order()
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
