package typeset

import (
	"encoding/binary"
	"errors"
	"io/fs"
	"slices"

	"tonggao/generator/message"
)

// A face is one TrueType file, read once a build and shared by all documents: it
// never changes after Open, but for what it remembers of outlines. Lengths are in
// thousandths of an em.
type Face struct {
	glyphs  int             // number of glyphs
	unit    int             // units per em
	metrics int             // number of full horizontal metrics
	widths  []int32         // by glyph
	basic   []uint16        // glyph of each code of the basic plane, 0 for none
	beyond  map[rune]uint16 // glyph of each code above it
	Box     [4]int          // bounding box of all glyphs
	Cap     int             // height of capitals
	Weight  int             // 400 regular, 700 bold

	drawn func() (*drawing, error) // made when it is first asked for
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

// Open reads a face file, or the packed one (.zst) in its place, of which it unpacks what
// texts are measured by. Its errors name the file and say what to do.
func Open(files fs.FS, path string) (*Face, error) {
	file, err := fs.ReadFile(files, path)
	if errors.Is(err, fs.ErrNotExist) {
		if f, err := openPacked(files, path); !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	if err != nil {
		return nil, message.Errorf("read typeface: %w", err)
	}
	f, err := parseFace(file)
	if err != nil {
		return nil, message.Errorf("typeface %s %w", path, err)
	}
	return f, nil
}

// parseFace reads a whole face.
func parseFace(file []byte) (*Face, error) {
	f, err := measured(file)
	if err != nil {
		return nil, err
	}
	d, err := f.drawing(file)
	f.drawn = func() (*drawing, error) { return d, err }
	return f, err
}

// measures are the tables that texts are measured by.
var measures = []string{"head", "hhea", "maxp", "OS/2", "hmtx", "cmap"}

// measured reads what texts are measured by.
func measured(file []byte) (*Face, error) {
	if len(file) < 12 {
		return nil, errNoFont
	}
	switch string(file[:4]) {
	case "OTTO":
		return nil, errCFF
	case "ttcf":
		return nil, errCollection
	case "\x00\x01\x00\x00", "true":
	default:
		return nil, errNoFont
	}
	f := &Face{}
	return f, whole(func() error { return f.read(tablesOf(file, measures...)) })
}

// whole reads something of a file. A damaged one shows as an index out of range somewhere;
// bounds are checked by the language and turned into one clear error here.
func whole(read func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = errBroken
		}
	}()
	return read()
}

// Glyphs is how many glyphs the face has.
func (f *Face) Glyphs() int { return f.glyphs }

// tablesOf are the tables of a file, or some of them.
func tablesOf(file []byte, names ...string) map[string][]byte {
	tables := make(map[string][]byte)
	for i := range be16(file, 4) {
		entry := file[12+16*i:]
		from, size := be32(entry, 8), be32(entry, 12)
		if name := string(entry[:4]); len(names) == 0 || slices.Contains(names, name) {
			tables[name] = file[from : from+size : from+size]
		}
	}
	return tables
}

func (f *Face) read(tables map[string][]byte) error {
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "cmap"} {
		if tables[name] == nil {
			return errBroken
		}
	}
	head := tables["head"]
	f.unit = be16(head, 18)
	f.glyphs = be16(tables["maxp"], 4)
	f.metrics = be16(tables["hhea"], 34)
	if f.unit == 0 || f.metrics == 0 || f.metrics > f.glyphs {
		return errBroken
	}
	for i := range f.Box {
		f.Box[i] = f.scale(int16at(head, 36+2*i))
	}
	f.readWidths(tables["hmtx"])
	f.readOS2(tables["OS/2"])
	if f.Weight < 0 {
		return errForbidden
	}
	f.readCmap(tables["cmap"])
	return nil
}

// readOS2 takes weight and capital height; a weight of -1 marks a face that may
// not be embedded.
func (f *Face) readOS2(os2 []byte) {
	f.Weight, f.Cap = 400, 700
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

// index returns the glyph of a character, 0 when the face has none.
func (f *Face) index(r rune) uint16 {
	if r < 0x10000 {
		return f.basic[r]
	}
	return f.beyond[r]
}

// advance returns a glyph's width.
func (f *Face) advance(glyph uint16) int32 { return f.widths[glyph] }

func (f *Face) readWidths(hmtx []byte) {
	f.widths = make([]int32, f.glyphs)
	for i := range f.widths {
		f.widths[i] = int32(f.scale(be16(hmtx, 4*min(i, f.metrics-1))))
	}
}

func (f *Face) scale(n int) int { return (n*2000 + f.unit) / (2 * f.unit) }

func be16(b []byte, at int) int    { return int(binary.BigEndian.Uint16(b[at:])) }
func be32(b []byte, at int) int    { return int(binary.BigEndian.Uint32(b[at:])) }
func int16at(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }
