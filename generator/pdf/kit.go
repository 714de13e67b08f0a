package pdf

import (
	"compress/zlib"
	"sync"
)

// A kit is what all documents of a build share: the faces and the traits of
// characters. It does not change after it is made, but for the compressors and
// the memory that wait in it.
type kit struct {
	faces  []*face
	spare  [5]int // by role, the face of this program behind a bureau's own; 0 for none
	traits *traits
	sense  sense

	// Outlines have no repetitions worth the search: coding them by frequency
	// alone takes half the time for a file 3 % larger.
	plain, coded *deflater
	scratches    sync.Pool // of *scratch
}

// A scratch is the memory that one document is finished in. It is kept for the
// next: a country's documents would else leave some 60 GB to be collected.
type scratch struct {
	file       []byte // the finished file
	glyf, sfnt []byte // the face that is being cut
}

// borrow returns memory that nobody else uses, to be given back.
func (k *kit) borrow() *scratch {
	if s, kept := k.scratches.Get().(*scratch); kept {
		return s
	}
	return &scratch{}
}

func (k *kit) giveBack(s *scratch) { k.scratches.Put(s) }

func newKit(names []string) *kit {
	return &kit{traits: newTraits(), sense: newSense(names), plain: &deflater{level: zlib.BestSpeed}, coded: &deflater{level: zlib.HuffmanOnly}}
}

// The faces by what they are for; indexes into kit.faces.
const (
	fang    = iota // body: 仿宋
	song           // title: 小标宋
	hei            // first level, stress: 黑体
	kai            // second level: 楷体
	figures        // page numbers: 宋体, of which it has no more than ASCII and the dash
)

// lookup finds a character in a face, or in the spare one of its role, or in the
// first other one that has it.
// Glyph 0 stands for one that no face has, which was reported before.
func (k *kit) lookup(face int, r rune) (int, uint16) {
	if glyph := k.faces[face].index(r); glyph != 0 {
		return face, glyph
	}
	if spare := k.spare[face%len(k.spare)]; spare > 0 && k.faces[spare].index(r) != 0 {
		return spare, k.faces[spare].index(r)
	}
	for other, f := range k.faces {
		if glyph := f.index(r); glyph != 0 {
			return other, glyph
		}
	}
	return face, 0
}

// hollow returns how much of a full-width mark is blank before and behind its
// ink: half an em on one side, or nothing where the face has it elsewhere.
func (k *kit) hollow(c cell, kind trait) (front, rear int) {
	if kind&mark == 0 || c.width != em {
		return 0, 0
	}
	const overlap = 30 // some faces let a mark's ink reach a little over the middle
	from, to := k.faces[c.face].ink(c.glyph)
	switch {
	case kind&opener != 0 && from >= half-overlap:
		return half, 0
	case kind&opener == 0 && to <= half+overlap:
		return 0, half
	}
	return 0, 0
}
