package typeset

import (
	"strings"
	"sync/atomic"
)

// A drawing is what documents take from a face, and who only measures texts or looks for
// characters does without: nearly all of its file.
type drawing struct {
	name     string // PostScript name, without characters that a PDF name cannot hold
	file     []byte
	tables   map[string][]byte
	metrics  int
	long     bool
	outlines []atomic.Pointer[outline] // by glyph, of those that were used
}

// An outline is what each document that uses a glyph asks of it.
type outline struct {
	data      []byte
	composite bool   // it is made of other glyphs
	sum       uint32 // the checksum of data (OpenType 1.9, Calculating checksums)
	bearing   uint16 // left side bearing in font units, as hmtx has it
}

// Whole makes ready what documents take from the face. Who asks for that without, or after an
// error, is not answered.
func (f *Face) Whole() error {
	_, err := f.drawn()
	return err
}

// now is what documents take from the face, after Whole.
func (f *Face) now() *drawing {
	d, _ := f.drawn()
	return d
}

// Name is the PostScript name, without characters that a PDF name cannot hold.
func (f *Face) Name() string { return f.now().name }

// File is the face as it was read, for who draws its outlines; not to be changed.
func (f *Face) File() []byte { return f.now().file }

// drawing reads what documents take from the face, of its file.
func (f *Face) drawing(file []byte) (d *drawing, err error) {
	err = whole(func() error {
		d = &drawing{file: file, tables: tablesOf(file), metrics: f.metrics, outlines: make([]atomic.Pointer[outline], f.glyphs)}
		if d.tables["loca"] == nil || d.tables["glyf"] == nil {
			return errBroken
		}
		d.long = be16(d.tables["head"], 50) == 1
		d.readName()
		_, _ = d.glyph(f.glyphs - 1) // the last one stands for all: loca and glyf are whole
		return nil
	})
	return d, err
}

func (d *drawing) readName() {
	d.name = "Face"
	name := d.tables["name"]
	if len(name) < 6 {
		return
	}
	strings := name[be16(name, 4):]
	for i := range be16(name, 2) {
		record := name[6+12*i:]
		if be16(record, 6) == 6 {
			from := be16(record, 10)
			d.name = plainName(strings[from : from+be16(record, 8)])
		}
	}
}

// plainName keeps letters, digits and hyphens of a PostScript name in any of the
// two encodings that occur.
func plainName(raw []byte) string {
	var b strings.Builder
	for _, c := range raw {
		if c == '-' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// bearing returns a glyph's left side bearing in font units, as hmtx has it.
func (d *drawing) bearing(glyph uint16) int {
	if i := int(glyph); i >= d.metrics {
		return be16(d.tables["hmtx"], 4*d.metrics+2*(i-d.metrics))
	}
	return be16(d.tables["hmtx"], 4*int(glyph)+2)
}

// ink returns where a glyph's outline begins and ends between 0 and its width.
func (f *Face) ink(glyph uint16) (from, to int) {
	data, _ := f.now().glyph(int(glyph))
	if len(data) < 10 {
		return 0, 0
	}
	return f.scale(int16at(data, 2)), f.scale(int16at(data, 6))
}

// glyph returns a glyph's data, empty for a blank one, and whether it is made of
// others.
func (d *drawing) glyph(i int) (data []byte, composite bool) {
	loca := d.tables["loca"]
	if d.long {
		data = d.tables["glyf"][be32(loca, 4*i):be32(loca, 4*i+4)]
	} else {
		data = d.tables["glyf"][2*be16(loca, 2*i) : 2*be16(loca, 2*i+2)]
	}
	return data, len(data) > 10 && int16at(data, 0) < 0
}

// outline returns a glyph's outline. It is read once: the octets of a face's outlines are
// more than a processor has at hand, and most documents use the same ones.
func (f *Face) outline(glyph uint16) *outline {
	d := f.now()
	made := d.outlines[glyph].Load()
	if made == nil { // two documents may make it at once: it is the same
		data, composite := d.glyph(int(glyph))
		made = &outline{data, composite, checksum(data), uint16(d.bearing(glyph))}
		d.outlines[glyph].Store(made)
	}
	return made
}
