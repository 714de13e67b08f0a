package pdf

import (
	"encoding/binary"
	"math/bits"
)

// repetitions appends what repeats in octets, of which there are at most as many as a
// distance can be. It looks for what begins at each octet, six octets long or more; but
// among the codes of glyphs, of four digits that begin with a 0, only for what begins with
// a code and has three of them or more, since two take fewer bits than their repetition.
//
// Of all that begins alike by its hash, it knows the last. Of nothing, that is where all
// begins; so each is compared.
func repetitions(found []repetition, octets []byte) []repetition {
	const (
		places = 12 // bits of a hash
		mixer  = 0x9E3779B97F4A7C15
		six    = 16 // moves six octets up
	)
	var last [1 << places]uint16
	from, end := 0, len(octets)-16
	for at := 0; at < end; {
		eight := binary.LittleEndian.Uint64(octets[at:])
		if eight&0xF0FF == 0x3030 { // a 0 and another digit
			four := binary.LittleEndian.Uint64(octets[at+4:])
			place := &last[(eight^four<<17)*mixer>>(64-places)]
			before := int(*place)
			*place = uint16(at)
			if before >= at || binary.LittleEndian.Uint64(octets[before:]) != eight || binary.LittleEndian.Uint64(octets[before+4:]) != four {
				at += 4
				continue
			}
			length := alike(octets, before, at, 12)
			found = append(found, repetition{at - from, length, at - before})
			at += length
			from = at
			continue
		}
		place := &last[eight<<six*mixer>>(64-places)]
		before := int(*place)
		*place = uint16(at)
		differs := binary.LittleEndian.Uint64(octets[before:]) ^ eight
		if differs<<six != 0 || before >= at {
			at++
			continue
		}
		length := bits.TrailingZeros64(differs) / 8
		if differs == 0 {
			length = alike(octets, before, at, 8)
		}
		found = append(found, repetition{at - from, length, at - before})
		at += length
		from = at
	}
	return append(found, repetition{after: len(octets) - from})
}

// alike is how many octets are the same from two places on, of which some are known to be.
func alike(octets []byte, before, at, known int) int {
	for most := min(longestRepetition, len(octets)-at); known+8 <= most; known += 8 {
		differs := binary.LittleEndian.Uint64(octets[before+known:]) ^ binary.LittleEndian.Uint64(octets[at+known:])
		if differs != 0 {
			return known + bits.TrailingZeros64(differs)/8
		}
	}
	return known
}
