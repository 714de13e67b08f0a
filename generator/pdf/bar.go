package pdf

import (
	"slices"

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
