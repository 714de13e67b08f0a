package pdftext

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"io"

	"golang.org/x/image/tiff/lzw"
)

// unpacked undoes the filters of a stream, up to the first that is not for text. A
// stream that breaks off gives what stood before.
func (f *file) unpacked(o object) []byte {
	d, _ := o.value.(dict)
	if d == nil || o.raw == nil {
		return nil
	}
	filters, params := f.get(d["Filter"]), f.get(d["DecodeParms"])
	all, isArray := filters.(array)
	if !isArray && filters != nil {
		all = array{filters}
	}
	if len(all) > 4 {
		return nil
	}
	data := o.raw
	for i, filter := range all {
		p, _ := params.(dict)
		if ps, ok := params.(array); ok && i < len(ps) {
			p = f.dict(ps[i])
		}
		n, _ := f.get(filter).(name)
		data = f.filtered(n, data, p)
	}
	return data
}

func (f *file) filtered(n name, data []byte, p dict) []byte {
	switch n {
	case "FlateDecode", "Fl":
		if len(data) < 2 {
			return nil
		}
		return f.predicted(f.all(flate.NewReader(bytes.NewReader(data[2:]))), p) // behind zlib's head; its sum is not asked
	case "LZWDecode", "LZW":
		if f.number(p["EarlyChange"], 1) != 1 {
			return nil
		}
		return f.predicted(f.all(lzw.NewReader(bytes.NewReader(data), lzw.MSB, 8)), p)
	case "ASCII85Decode", "A85":
		data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
		if i := bytes.IndexByte(data, '~'); i >= 0 {
			data = data[:i]
		}
		return f.all(ascii85.NewDecoder(bytes.NewReader(data)))
	case "ASCIIHexDecode", "AHx":
		l := &lexer{b: append([]byte("<"), data...), left: &f.left}
		return []byte(l.hex())
	}
	return nil
}

// all reads what there is, within the budget.
func (f *file) all(in io.Reader) []byte {
	out, _ := io.ReadAll(io.LimitReader(in, int64(f.left.unpacked)+1))
	spend(&f.left.unpacked, len(out))
	return out
}

// predicted undoes the PNG predictors, ISO 32000-1 7.4.4.4.
func (f *file) predicted(data []byte, p dict) []byte {
	if f.number(p["Predictor"], 1) < 10 {
		return data
	}
	bits := f.number(p["Colors"], 1) * f.number(p["BitsPerComponent"], 8)
	width := int(f.number(p["Columns"], 1)*bits+7) / 8
	size := max(1, int(bits)/8)
	if width < 1 || width > len(data) || size > width {
		return nil
	}
	var out []byte
	above := make([]byte, width)
	for len(data) > width {
		line := bytes.Clone(data[1 : width+1])
		for i := range line {
			var left, corner byte
			if i >= size {
				left, corner = line[i-size], above[i-size]
			}
			switch data[0] {
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			}
		}
		out = append(out, line...)
		above, data = line, data[width+1:]
	}
	return out
}

func paeth(left, above, corner byte) byte {
	p := int(left) + int(above) - int(corner)
	l, a, c := abs(p-int(left)), abs(p-int(above)), abs(p-int(corner))
	switch {
	case l <= a && l <= c:
		return left
	case a <= c:
		return above
	}
	return corner
}

func abs(n int) int { return max(n, -n) }
