package pdftext

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A face tells the characters and widths of codes.
type face struct {
	mapped  map[uint32]string // by ToUnicode
	names   map[uint32]string // by the names of glyphs
	decode  encoding.Encoding // where codes are characters of an encoding
	unicode bool              // where codes are UTF-16
	lengths []codespace       // of codes in octets; none: one octet, or two for wide
	wide    bool
	widths  map[uint32]float64
	width   float64 // of codes that have none, of 1000
}

// encodings are the maps of Chinese faces that a PDF can name, ISO 32000-1 table 118.
var encodings = []struct {
	begins string
	of     encoding.Encoding // nil for UTF-16
}{
	{"UniGB", nil}, {"UniCNS", nil}, {"UniJIS", nil}, {"UniKS", nil},
	{"GBK", simplifiedchinese.GB18030}, {"GB-", simplifiedchinese.GB18030}, {"GBpc", simplifiedchinese.GB18030},
	{"ETen", traditionalchinese.Big5}, {"B5", traditionalchinese.Big5}, {"HK", traditionalchinese.Big5},
}

// face reads a font, once.
func (f *file) face(v any) *face {
	r, isRef := v.(ref)
	if x := f.faces[int(r)]; isRef && x != nil {
		return x
	}
	x := f.newFace(f.dict(v))
	if isRef {
		f.faces[int(r)] = x
	}
	return x
}

func (f *file) newFace(d dict) *face {
	x := &face{widths: map[uint32]float64{}, width: 500}
	if m := f.content(d["ToUnicode"]); m != nil {
		x.mapped, x.lengths = f.charmap(m)
	}
	if d["Subtype"] == name("Type0") {
		f.wideFace(x, d)
		return x
	}
	x.lengths = nil
	first := f.number(d["FirstChar"], 0)
	for i, w := range f.array(d["Widths"]) {
		spend(&f.left.values, 1)
		x.widths[uint32(int(first)+i)] = f.number(w, 500)
	}
	if d["Subtype"] == name("Type3") {
		if m := f.array(d["FontMatrix"]); len(m) == 6 {
			scale := f.number(m[0], 0.001) * 1000
			for code := range x.widths {
				x.widths[code] *= scale
			}
		}
	}
	x.decode = charmap.Windows1252
	if e := f.get(d["Encoding"]); e == name("MacRomanEncoding") {
		x.decode = charmap.Macintosh
	} else if e, ok := e.(dict); ok {
		x.names = f.differences(e)
	}
	return x
}

// wideFace reads a face of several octets a code.
func (f *file) wideFace(x *face, d dict) {
	x.wide, x.width = true, 1000
	if e, ok := f.get(d["Encoding"]).(name); ok {
		for _, known := range encodings {
			if !strings.HasPrefix(string(e), known.begins) {
				continue
			}
			x.decode, x.unicode = known.of, known.of == nil
			return // codes are no numbers of glyphs: all are as wide as they are high
		}
		x.lengths = nil // Identity: two octets, whatever the map of characters says
	} else if m := f.content(d["Encoding"]); m != nil {
		if _, lengths := f.charmap(m); lengths != nil {
			x.lengths = lengths
		}
	}
	if kids := f.array(d["DescendantFonts"]); len(kids) > 0 {
		kid := f.dict(kids[0])
		x.width = f.number(kid["DW"], 1000)
		f.setWidths(x, f.array(kid["W"]))
	}
}

// setWidths reads the widths of glyphs: 12 [500 600] 20 30 1000.
func (f *file) setWidths(x *face, w array) {
	for i := 0; i+1 < len(w); {
		first := f.number(w[i], 0)
		if list, ok := f.get(w[i+1]).(array); ok {
			for k, width := range list {
				spend(&f.left.values, 1)
				x.widths[uint32(int(first)+k)] = f.number(width, x.width)
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		last := min(f.number(w[i+1], 0), first+65535)
		for code := first; code <= last; code++ {
			spend(&f.left.values, 1)
			x.widths[uint32(int(code))] = f.number(w[i+2], x.width)
		}
		i += 3
	}
}

// differences reads the names that an encoding gives to codes.
func (f *file) differences(e dict) map[uint32]string {
	all, code := map[uint32]string{}, 0
	for _, v := range f.array(e["Differences"]) {
		spend(&f.left.values, 1)
		switch v := f.get(v).(type) {
		case float64:
			code = int(v)
		case name:
			if s := glyphName(string(v)); s != "" {
				all[uint32(code)] = s
			}
			code++
		}
	}
	return all
}

// A glyph is a code with what it says.
type glyph struct {
	words string
	width float64 // of 1000
	space bool    // the code 32 of one octet, which word spacing widens
}

// glyph reads the code that a string begins with, and its length. What a face does
// not name is "".
func (x *face) glyph(s string) (glyph, int) {
	n := x.length(s)
	code := codeOf(s[:n])
	g := glyph{words: x.named(code, s[:n]), width: x.width, space: n == 1 && code == 32}
	if w, found := x.widths[code]; found {
		g.width = w
	} else if x.wide && n == 1 {
		g.width = 500
	}
	return g, n
}

// length is that of the code that a string begins with.
func (x *face) length(s string) int {
	switch {
	case x.unicode:
		if len(s) >= 4 && s[0]&0xFC == 0xD8 {
			return 4
		}
		return min(2, len(s))
	case x.wide && x.decode != nil:
		if s[0] < 0x81 {
			return 1
		}
		return min(2, len(s))
	case !x.wide:
		return 1
	}
	for n := 1; n <= 4 && n <= len(s); n++ {
		for _, c := range x.lengths {
			if len(c.low) == n && c.low <= s[:n] && s[:n] <= c.high {
				return n
			}
		}
	}
	return min(2, len(s))
}

// named are the characters of a code.
func (x *face) named(code uint32, raw string) string {
	if s, found := x.mapped[code]; found {
		return s
	}
	if s, found := x.names[code]; found {
		return s
	}
	switch {
	case x.unicode:
		return wide(raw)
	case x.decode != nil && len(x.mapped) == 0:
		s, err := x.decode.NewDecoder().String(raw)
		if err != nil || strings.ContainsRune(s, '\uFFFD') {
			return ""
		}
		return s
	}
	return ""
}

// mostSaid bounds what one glyph says in octets; ligatures and ffi have a few.
const mostSaid = 32

// wide reads UTF-16, the high octet first.
func wide(raw string) string {
	var units []uint16
	raw = raw[:min(len(raw), mostSaid)]
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
	}
	return string(utf16.Decode(units))
}
