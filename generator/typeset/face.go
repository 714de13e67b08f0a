package typeset

import (
	"encoding/binary"
	"io/fs"
	"strings"
	"sync/atomic"

	"tonggao/generator/message"
)

// A face is one TrueType file, read once a build and shared by all documents: it
// never changes after Open, but for what it remembers of outlines. Lengths are in
// thousandths of an em.
type Face struct {
	Name    string // PostScript name, without characters that a PDF name cannot hold
	file    []byte
	tables  map[string][]byte
	glyphs  int // number of glyphs
	unit    int // units per em
	long    bool
	metrics int             // number of full horizontal metrics
	widths  []int32         // by glyph
	basic   []uint16        // glyph of each code of the basic plane, 0 for none
	beyond  map[rune]uint16 // glyph of each code above it
	Box     [4]int          // bounding box of all glyphs
	Cap     int             // height of capitals
	Weight  int             // 400 regular, 700 bold

	outlines []atomic.Pointer[outline] // by glyph, of those that were used
}

// An outline is what each document that uses a glyph asks of it.
type outline struct {
	data      []byte
	composite bool   // it is made of other glyphs
	sum       uint32 // the checksum of data (OpenType 1.9, Calculating checksums)
	bearing   uint16 // left side bearing in font units, as hmtx has it
}

// Heights of the em box over and under the baseline, thousandths of an em. Han
// faces centre their characters in this box; readers take it for the extent of
// selected text.
const (
	Ascent  = 880
	Descent = -120
)

// Errors of Open: what a bureau that puts in its own faces should know.
var (
	errCFF        = message.New("holds CFF outlines (.otf), which cannot be embedded: convert it to TrueType outlines (.ttf)")
	errCollection = message.New("is a collection (.ttc): take the one face out of it and save it as .ttf")
	errNoFont     = message.New("is not a TrueType font")
	errBroken     = message.New("is damaged: a table is missing or ends too early")
	errForbidden  = message.New("forbids embedding (fsType): ask the foundry for an embeddable licence")
)

// Open reads a face file, or the packed one (.zst) in its place. Its errors name the file
// and say what to do.
func Open(files fs.FS, path string) (*Face, error) {
	data, err := readFace(files, path)
	if err != nil {
		return nil, message.Errorf("read typeface: %w", err)
	}
	f, err := parseFace(data)
	if err != nil {
		return nil, message.Errorf("typeface %s %w", path, err)
	}
	return f, nil
}

func parseFace(data []byte) (f *Face, err error) {
	if len(data) < 12 {
		return nil, errNoFont
	}
	switch string(data[:4]) {
	case "OTTO":
		return nil, errCFF
	case "ttcf":
		return nil, errCollection
	case "\x00\x01\x00\x00", "true":
	default:
		return nil, errNoFont
	}
	// A damaged file shows as an index out of range somewhere below; bounds are
	// checked by the language and turned into one clear error here.
	defer func() {
		if recover() != nil {
			f, err = nil, errBroken
		}
	}()
	f = &Face{file: data, tables: tablesOf(data)}
	return f, f.read()
}

// Glyphs is how many glyphs the face has.
func (f *Face) Glyphs() int { return f.glyphs }

// File is the face as it was read, for who draws its outlines; not to be changed.
func (f *Face) File() []byte { return f.file }

func tablesOf(data []byte) map[string][]byte {
	tables := make(map[string][]byte)
	for i := range int(be16(data, 4)) {
		entry := data[12+16*i:]
		from, size := be32(entry, 8), be32(entry, 12)
		tables[string(entry[:4])] = data[from : from+size : from+size]
	}
	return tables
}

func (f *Face) read() error {
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"} {
		if f.tables[name] == nil {
			return errBroken
		}
	}
	head := f.tables["head"]
	f.unit = be16(head, 18)
	f.long = be16(head, 50) == 1
	f.glyphs = be16(f.tables["maxp"], 4)
	f.outlines = make([]atomic.Pointer[outline], f.glyphs)
	f.metrics = be16(f.tables["hhea"], 34)
	if f.unit == 0 || f.metrics == 0 || f.metrics > f.glyphs {
		return errBroken
	}
	for i := range f.Box {
		f.Box[i] = f.scale(int16at(head, 36+2*i))
	}
	f.readWidths()
	f.readOS2()
	if f.Weight < 0 {
		return errForbidden
	}
	f.readName()
	f.readCmap()
	_, _ = f.glyph(f.glyphs - 1) // the last one stands for all: loca and glyf are whole
	return nil
}

// readOS2 takes weight and capital height; a weight of -1 marks a face that may
// not be embedded.
func (f *Face) readOS2() {
	f.Weight, f.Cap = 400, 700
	os2 := f.tables["OS/2"]
	if len(os2) < 10 {
		return
	}
	f.Weight = be16(os2, 4)
	if be16(os2, 8)&0xF == 2 {
		f.Weight = -1
	}
	if be16(os2, 0) > 1 && len(os2) >= 90 {
		f.Cap = f.scale(int16at(os2, 88))
	}
}

func (f *Face) readName() {
	f.Name = "Face"
	name := f.tables["name"]
	if len(name) < 6 {
		return
	}
	strings := name[be16(name, 4):]
	for i := range be16(name, 2) {
		record := name[6+12*i:]
		if be16(record, 6) == 6 {
			from := be16(record, 10)
			f.Name = plainName(strings[from : from+be16(record, 8)])
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

// index returns the glyph of a character, 0 when the face has none.
func (f *Face) index(r rune) uint16 {
	if r < 0x10000 {
		return f.basic[r]
	}
	return f.beyond[r]
}

// advance returns a glyph's width.
func (f *Face) advance(glyph uint16) int32 { return f.widths[glyph] }

func (f *Face) readWidths() {
	f.widths = make([]int32, f.glyphs)
	for i := range f.widths {
		f.widths[i] = int32(f.scale(be16(f.tables["hmtx"], 4*min(i, f.metrics-1))))
	}
}

// bearing returns a glyph's left side bearing in font units, as hmtx has it.
func (f *Face) bearing(glyph uint16) int {
	if i := int(glyph); i >= f.metrics {
		return be16(f.tables["hmtx"], 4*f.metrics+2*(i-f.metrics))
	}
	return be16(f.tables["hmtx"], 4*int(glyph)+2)
}

// ink returns where a glyph's outline begins and ends between 0 and its width.
func (f *Face) ink(glyph uint16) (from, to int) {
	data, _ := f.glyph(int(glyph))
	if len(data) < 10 {
		return 0, 0
	}
	return f.scale(int16at(data, 2)), f.scale(int16at(data, 6))
}

// glyph returns a glyph's data, empty for a blank one, and whether it is made of
// others.
func (f *Face) glyph(i int) (data []byte, composite bool) {
	loca := f.tables["loca"]
	if f.long {
		data = f.tables["glyf"][be32(loca, 4*i):be32(loca, 4*i+4)]
	} else {
		data = f.tables["glyf"][2*be16(loca, 2*i) : 2*be16(loca, 2*i+2)]
	}
	return data, len(data) > 10 && int16at(data, 0) < 0
}

// outline returns a glyph's outline. It is read once: the octets of a face's outlines are
// more than a processor has at hand, and most documents use the same ones.
func (f *Face) outline(glyph uint16) *outline {
	made := f.outlines[glyph].Load()
	if made == nil { // two documents may make it at once: it is the same
		data, composite := f.glyph(int(glyph))
		made = &outline{data, composite, checksum(data), uint16(f.bearing(glyph))}
		f.outlines[glyph].Store(made)
	}
	return made
}

func (f *Face) scale(n int) int { return (n*2000 + f.unit) / (2 * f.unit) }

func be16(b []byte, at int) int    { return int(binary.BigEndian.Uint16(b[at:])) }
func be32(b []byte, at int) int    { return int(binary.BigEndian.Uint32(b[at:])) }
func int16at(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }
