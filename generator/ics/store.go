package ics

import (
	"slices"
	"sync"
	"sync/atomic"

	"tonggao/generator/site"
)

// storeOctets bounds the store: about 20,000 events. Beyond it an event is
// composed anew for each calendar, so that memory does not grow with the site.
const storeOctets = 32 << 20

// chunk is how many events of a large calendar one goroutine composes.
const chunk = 64

// A store keeps the lines of events. An event stands in five or more calendars
// with the same lines, and composing its words is nearly all the work.
type store struct {
	compose func(*lines, *site.Milestone) // appends an event's lines
	events  sync.Map                      // *site.Milestone → []byte
	octets  atomic.Int64
}

// add appends a milestone's event to a calendar, composed or kept.
func (s *store) add(l *lines, m *site.Milestone) {
	if kept, ok := s.events.Load(m); ok {
		l.out = append(l.out, kept.([]byte)...)
		return
	}
	start := len(l.out)
	s.compose(l, m)
	if event := slices.Clone(l.out[start:]); s.octets.Add(int64(len(event))) <= storeOctets {
		s.events.Store(m, event)
	}
}

// prepare composes the events of a large calendar side by side. It does nothing
// once the store is full, as the work would be lost.
func (s *store) prepare(milestones []*site.Milestone) {
	if len(milestones) < 2*chunk || s.octets.Load() > storeOctets {
		return
	}
	var group sync.WaitGroup
	for part := range slices.Chunk(milestones, chunk) {
		group.Go(func() {
			l := &lines{}
			for _, m := range part {
				l.out = l.out[:0]
				s.add(l, m)
			}
		})
	}
	group.Wait()
}
