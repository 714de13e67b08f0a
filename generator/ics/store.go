package ics

import (
	"slices"
	"sync"

	"tonggao/generator/lately"
	"tonggao/generator/site"
)

// storeOctets is what a generation of the store weighs: about 1,500 events. Calendars of
// one region are written one behind the other, and the next region has events of its own;
// what a country's archives hold would fill any store before the first region asks for it.
const storeOctets = 2 << 20

// chunk is how many events of a large calendar one goroutine composes.
const chunk = 64

// roomEach is how many octets an event usually has: with that much room from the
// start, a chunk is not copied as it grows.
const roomEach = 1700

// A store keeps the lines of events. An event stands in six or more calendars
// with the same lines, and composing its words is nearly all the work.
type store struct {
	compose func(*lines, *site.Milestone) // appends an event's lines
	events  lately.Memory[*site.Milestone, []byte]
}

// event returns a milestone's event, kept or composed in l.
func (s *store) event(l *lines, m *site.Milestone) []byte {
	if kept, known := s.events.Find(m); known {
		return kept
	}
	l.out = l.out[:0]
	s.compose(l, m)
	return s.events.Keep(m, slices.Clone(l.out))
}

// fill puts the events of a large calendar into their places, as far as these are empty:
// those that are kept, and the others composed side by side.
func (s *store) fill(events [][]byte, milestones []*site.Milestone) {
	if len(milestones) < 2*chunk {
		return
	}
	var missing []int
	for i, m := range milestones {
		if events[i] == nil {
			events[i], _ = s.events.Find(m)
		}
		if events[i] == nil {
			missing = append(missing, i)
		}
	}
	var group sync.WaitGroup
	for part := range slices.Chunk(missing, chunk) {
		group.Go(func() { s.compact(events, milestones, part) })
	}
	group.Wait()
}

// compact composes some of the events one behind the other in one piece of memory.
func (s *store) compact(events [][]byte, milestones []*site.Milestone, some []int) {
	l := &lines{out: make([]byte, 0, len(some)*roomEach)}
	for _, i := range some {
		start := len(l.out)
		s.compose(l, milestones[i])
		events[i] = s.events.Keep(milestones[i], l.out[start:len(l.out):len(l.out)])
	}
}
