package typeset

import (
	"encoding/binary"
	"math"
	"sync"
)

// A memory has paragraphs that were set before: editions of a notice, its large print, the
// notices of regions that issue it too say most of what it says, at one measure. It holds
// some of the last, so that it does not grow with the site, and what is remembered is what
// would be set again: nothing depends on who came first.
type memory struct {
	mu         sync.Mutex
	young, old map[string][]Line
}

// generation is how many paragraphs a memory takes before it forgets the older half: of
// some four kilobytes each.
const generation = 500

// Set breaks and sets a paragraph behind its number, if any. The lines are shared: nobody
// may write into them.
func (k *Kit) Set(s Shape, size float64, number string, spans ...Span) []Line {
	key := keyOf(s, size, number, spans)
	lines, known := k.memory.find(key)
	if !known {
		lines = k.Paragraph(spans...).Numbered(number).Lines(s, size)
		k.memory.keep(key, lines)
	}
	return lines
}

func (m *memory) find(key string) ([]Line, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	lines, known := m.young[key]
	if known {
		return lines, true
	}
	if lines, known = m.old[key]; known {
		m.add(key, lines)
	}
	return lines, known
}

func (m *memory) keep(key string, lines []Line) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.add(key, lines)
}

func (m *memory) add(key string, lines []Line) {
	if m.young == nil || len(m.young) >= generation {
		m.young, m.old = make(map[string][]Line, generation), m.young
	}
	m.young[key] = lines
}

// keyOf tells a paragraph and its room from any other.
func keyOf(s Shape, size float64, number string, spans []Span) string {
	n := 64 + len(number)
	for _, one := range spans {
		n += len(one.Text) + len(one.Link) + 16
	}
	b := make([]byte, 0, n)
	for _, v := range [...]int{s.First, s.Hang, s.Measure, s.Spread, bit(s.Ragged)} {
		b = binary.AppendVarint(b, int64(v))
	}
	b = binary.BigEndian.AppendUint64(b, math.Float64bits(size))
	b = appendText(b, number)
	for _, one := range spans {
		b = binary.AppendVarint(b, int64(one.Face)<<2|int64(bit(one.Moment))<<1|int64(bit(one.Struck)))
		b = appendText(appendText(b, one.Text), one.Link)
	}
	return string(b)
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendVarint(b, int64(len(text))), text...)
}

func bit(is bool) int {
	if is {
		return 1
	}
	return 0
}
