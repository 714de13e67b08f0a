package typeset

import (
	"encoding/binary"
	"math"
	"slices"

	"tonggao/generator/lately"
)

// What was set before is remembered: editions of a notice, its large print, its posters, the
// notices of regions that issue it too say most of what they say at one measure.

// generation is how much is remembered before the older half is forgotten: paragraphs of
// some four kilobytes each, or less.
const generation = 500

// Set breaks and sets a paragraph behind its number, if any.
func (k *Kit) Set(s Shape, size float64, number string, spans ...Span) []Line {
	var room [keyRoom]byte
	key := keyOf(room[:0], spans).ints(s.First, s.Hang, s.Measure, s.Spread, bit(s.Ragged)).floats(size).text(number)
	return of(spans, lately.Spelled(&k.lines, key, func() []Line { return k.Paragraph(spans...).Numbered(number).Lines(s, size) }))
}

// of are lines of a paragraph that was set before as those of another: what is read of a
// document tells paragraphs by their spans.
func of(spans []Span, set []Line) []Line {
	lines := slices.Clone(set)
	for i := range lines {
		lines[i].Spans = spans
	}
	return lines
}

// A key tells what is set from all else. Each part of it ends where another begins.
type key []byte

// keyRoom is what most keys have room in.
const keyRoom = 1024

// keyOf appends the key of some spans to nothing, in memory that has room for most.
func keyOf(room []byte, spans []Span) key {
	b := key(room).ints(len(spans))
	for _, one := range spans {
		b = b.ints(one.Face<<2 | bit(one.Moment)<<1 | bit(one.Struck)).text(one.Text).text(one.Link)
	}
	return b
}

func (b key) text(text string) key {
	return append(b.ints(len(text)), text...)
}

func (b key) ints(values ...int) key {
	for _, v := range values {
		b = binary.AppendVarint(b, int64(v))
	}
	return b
}

func (b key) floats(values ...float64) key {
	for _, v := range values {
		b = binary.BigEndian.AppendUint64(b, math.Float64bits(v))
	}
	return b
}

func bit(is bool) int {
	if is {
		return 1
	}
	return 0
}
