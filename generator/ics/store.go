package ics

import (
	"slices"
	"sync"
	"sync/atomic"

	"tonggao/generator/site"
)

// storeOctets bounds the store: about 5,000 events. A full store forgets them all,
// so that memory does not grow with the site; calendars of one region are written
// one behind the other, and the next region has events of its own.
const storeOctets = 8 << 20

// chunk is how many events of a large calendar one goroutine composes.
const chunk = 64

// roomEach is how many octets an event usually has: with that much room from the
// start, a chunk is not copied as it grows.
const roomEach = 1700

// A store keeps the lines of events. An event stands in five or more calendars
// with the same lines, and composing its words is nearly all the work.
type store struct {
	compose func(*lines, *site.Milestone) // appends an event's lines
	events  sync.Map                      // *site.Milestone → []byte
	octets  atomic.Int64
}

// event returns a milestone's event, kept or composed in l; it stands there until
// the next is asked for.
func (s *store) event(l *lines, m *site.Milestone) []byte {
	if kept, ok := s.events.Load(m); ok {
		return kept.([]byte)
	}
	l.out = l.out[:0]
	s.compose(l, m)
	s.keep(m, slices.Clone(l.out))
	return l.out
}

// keep keeps an event. Somebody else may be about to do the same, or to forget:
// then an event is composed once more.
func (s *store) keep(m *site.Milestone, event []byte) {
	if s.octets.Add(int64(len(event))) > storeOctets {
		s.events.Clear()
		s.octets.Store(int64(len(event)))
	}
	s.events.Store(m, event)
}

// prepare composes the events of a large calendar side by side, those that are
// not kept yet.
func (s *store) prepare(milestones []*site.Milestone) {
	if len(milestones) < 2*chunk {
		return
	}
	var missing []*site.Milestone
	for _, m := range milestones {
		if _, kept := s.events.Load(m); !kept {
			missing = append(missing, m)
		}
	}
	var group sync.WaitGroup
	for part := range slices.Chunk(missing, chunk) {
		group.Go(func() { s.compact(part) })
	}
	group.Wait()
}

// compact composes events one behind the other in one piece of memory.
func (s *store) compact(milestones []*site.Milestone) {
	l := &lines{out: make([]byte, 0, len(milestones)*roomEach)}
	for _, m := range milestones {
		start := len(l.out)
		s.compose(l, m)
		s.keep(m, l.out[start:len(l.out):len(l.out)])
	}
}
