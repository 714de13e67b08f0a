package pdf

import (
	"slices"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A bar shows how an outage passes: its milestones at equal steps, between them
// how the service stands. Steps are equal because outages run from hours to
// months, and a true scale would hide one or the other.
type bar struct {
	points []*site.Milestone
	states []site.State // after each point
}

// barOf returns the bar on which a milestone stands: that of its outage, or of
// its service's first outage, or of the notice's first. Nothing when the notice
// stops nothing.
func barOf(m *site.Milestone) *bar {
	var chosen *site.Outage
	for _, o := range m.Notice.Outages {
		switch {
		case o.Stop == m || slices.Contains(o.Recoveries(), m):
			return outageBar(o, m)
		case chosen == nil || chosen.Service != m.Service && o.Service == m.Service:
			chosen = o
		}
	}
	if chosen == nil {
		return nil
	}
	return outageBar(chosen, m)
}

func outageBar(o *site.Outage, m *site.Milestone) *bar {
	b := &bar{}
	b.add(o.Stop, site.Off)
	if o.Stop.Permanent {
		b.states[0] = site.Ended
	}
	for _, r := range o.Recoveries() {
		state := site.On
		if r.Kind == site.Partial || r.Moment.Gradual {
			state = site.Partly
		}
		b.add(r, state)
	}
	if !slices.Contains(b.points, m) {
		b.insert(m)
	}
	return b
}

func (b *bar) add(m *site.Milestone, s site.State) {
	b.points, b.states = append(b.points, m), append(b.states, s)
}

// insert puts a milestone that changes no state where its time is.
func (b *bar) insert(m *site.Milestone) {
	at, state := len(b.points), b.states[len(b.states)-1]
	if order, ok := m.Moment.Order(); ok {
		for i, p := range b.points {
			if other, known := p.Moment.Order(); known && order.Before(other) || !known {
				at = i
				break
			}
		}
	}
	if at == 0 {
		state = site.On
	} else if at < len(b.points) {
		state = b.states[at-1]
	}
	b.points, b.states = slices.Insert(b.points, at, m), slices.Insert(b.states, at, state)
}

const (
	barThick = 5.0 // mm
	barText  = 12.5
)

// drawBar draws the bar with the names and times of its milestones.
func (p *poster) drawBar(b *bar, y float64, v phrase.Voice) {
	step := p.width / float64(len(b.points))
	top := y + 12
	for i, m := range b.points {
		x := p.left + step*(float64(i)+0.5)
		end := x + step
		if i == len(b.points)-1 {
			end = p.left + p.width
		}
		p.stretch(x, end, top, b.states[i], m)
		if i == 0 {
			p.segment(p.left, x, top, site.On)
		}
		p.point(m, x, top, step, v)
	}
}

// point marks a milestone on the bar; the poster's own is larger and named.
func (p *poster) point(m *site.Milestone, x, top, step float64, v phrase.Voice) {
	when := v.Moment(m.Moment, phrase.Short)
	if !m.Moment.Known() {
		when = v.Status(site.Tentative)
	}
	what := v.Kind(m.Kind)
	if m.State != "" {
		what = m.State
	}
	size := p.largest(when, hei, barText, 7, step-2, 1)
	face, ink := fang, black
	if m == p.m {
		face, ink = hei, p.ink
		p.areas = append(p.areas, area{x - 1.4, top - 2.6, 2.8, barThick + 5.2, p.ink})
		p.centre("▲", hei, 11, x, top+barThick+2.4, p.ink)
		p.centre(wordThis, hei, barText, x, top+barThick+6.2, p.ink)
	} else {
		p.areas = append(p.areas, area{x - 0.5, top - 1.5, 1, barThick + 3, black})
	}
	p.centre(what, face, barText, x, top-11.5, ink)
	p.centre(when, face, size, x, top-6.6, ink)
}
