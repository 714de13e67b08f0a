// Package typeset sets Chinese: characters of faces become lines.
//
// It knows no page, no notice and no file format. What it makes are lines of placed
// cells; where they stand and what they say is decided elsewhere.
//
// Begin with Kit and Paragraph (kit.go, compose.go): a paragraph is cells and what may
// happen between them. tailor.go has the rules of Chinese composition as two tables,
// break.go where a line may end by them, fit.go where it does, sense.go where a title
// does, block.go short texts that fit a width. Faces are read in face.go and cmap.go
// and cut to the glyphs that a file uses in cut.go, for any format that embeds
// TrueType. Text is measured in thousandths of an em and whole numbers, so that every
// machine sets the same.
package typeset

import (
	"sync"

	"tonggao/generator/lately"
)

// A kit is what all lines of a build are set with: the faces, the traits of characters,
// the words of a language. It never changes after it is
// made, but for what it remembers.
type Kit struct {
	Faces  []*Face
	spare  []int // by face, the one to look into first for what it lacks; 0 for none
	traits *traits
	Sense  Sense

	prepared lately.Memory[string, *matter]
	lines    lately.Memory[string, []Line]
	blocks   lately.Memory[string, Block]
	readings sync.Pool // of *reading
}

// NewKit makes a kit of faces, of the spare one of each face (nil for none) and of a
// sense of words.
func NewKit(faces []*Face, spare []int, words Sense) *Kit {
	k := &Kit{Faces: faces, spare: spare, traits: newTraits(), Sense: words}
	k.prepared.Most, k.lines.Most, k.blocks.Most = generation, generation, generation
	return k
}

// Whole makes ready what is set with the faces and what documents take from them. Until then
// the kit only says which characters it has.
func (k *Kit) Whole() error {
	for _, f := range k.Faces {
		if err := f.Whole(); err != nil {
			return err
		}
	}
	return nil
}

// lookup finds a character in a face, or in the spare one of the face, or in the
// first other one that has it.
// Glyph 0 stands for one that no face has, which was reported before.
func (k *Kit) lookup(face int, r rune) (int, uint16) {
	if glyph := k.Faces[face].index(r); glyph != 0 {
		return face, glyph
	}
	if face < len(k.spare) && k.spare[face] > 0 {
		if glyph := k.Faces[k.spare[face]].index(r); glyph != 0 {
			return k.spare[face], glyph
		}
	}
	for other, f := range k.Faces {
		if glyph := f.index(r); glyph != 0 {
			return other, glyph
		}
	}
	return face, 0
}

// Has reports whether any face has a character, or it is a blank.
func (k *Kit) Has(r rune) bool {
	for _, f := range k.Faces {
		if f.index(r) != 0 {
			return true
		}
	}
	return k.traits.of(r)&blank != 0
}

// hollow returns how much of a full-width mark is blank before and behind its
// ink: half an em on one side, or nothing where the face has it elsewhere.
func (k *Kit) hollow(c Cell, kind trait) (front, rear int32) {
	if kind&mark == 0 || c.Width != Em {
		return 0, 0
	}
	const overlap = 30 // some faces let a mark's ink reach a little over the middle
	from, to := k.Faces[c.Face].ink(c.Glyph)
	switch {
	case kind&opener != 0 && from >= half-overlap:
		return half, 0
	case kind&opener == 0 && to <= half+overlap:
		return 0, half
	}
	return 0, 0
}
