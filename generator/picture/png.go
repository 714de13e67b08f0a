package picture

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"image/color"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// level of compression: the next one is 2 % smaller and takes a quarter longer.
const level = 1

// presses are kept: one is as large as a picture. The standard library's encoder has a
// compressor that takes three quarters longer.
var presses = sync.Pool{New: func() any {
	p := &press{}
	p.z, _ = flate.NewWriter(&p.packed, level) // the level is valid
	return p
}}

// A press compresses pixels.
type press struct {
	z      *flate.Writer
	packed bytes.Buffer
}

// encode writes a picture with a palette as PNG (ISO/IEC 15948): what it is, its colours,
// its rows as they are, since those of a drawing of letters repeat more often so than as
// differences.
func encode(to io.Writer, p *pixels) error {
	press := presses.Get().(*press)
	defer presses.Put(press)
	press.packed.Reset()
	press.packed.Write([]byte{0x78, 0x01}) // zlib, RFC 1950; a buffer takes all
	press.z.Reset(&press.packed)
	press.z.Write(p.rows)
	press.z.Close()
	press.packed.Write(binary.BigEndian.AppendUint32(nil, sumOf(p.rows, p.Stride)))
	head := binary.BigEndian.AppendUint32(nil, uint32(p.Rect.Dx()))
	head = binary.BigEndian.AppendUint32(head, uint32(p.Rect.Dy()))
	head = append(head, 8, 3, 0, 0, 0) // octets that stand for colours of the palette
	var colours []byte
	for _, c := range p.Palette {
		rgb := c.(color.RGBA)
		colours = append(colours, rgb.R, rgb.G, rgb.B)
	}
	file := append(make([]byte, 0, press.packed.Len()+1024), "\x89PNG\r\n\x1A\n"...)
	file = chunk(file, "IHDR", head)
	file = chunk(file, "PLTE", colours)
	file = chunk(file, "IDAT", press.packed.Bytes())
	_, err := to.Write(chunk(file, "IEND", nil))
	return err
}

// sumOf is the Adler-32 of rows. A third of them are as the one before, and not summed
// again: the sum of two stretches comes from the sums of each.
func sumOf(rows []byte, width int) uint32 {
	const base = 65521
	low, high, row := uint32(1), uint32(0), uint32(0)
	for at := 0; at < len(rows); at += width {
		if at == 0 || !bytes.Equal(rows[at:at+width], rows[at-width:at]) {
			row = adler32.Checksum(rows[at : at+width])
		}
		high = (high + row>>16 + uint32(width)*(low+base-1)) % base
		low = (low + row&0xFFFF + base - 1) % base
	}
	return high<<16 | low
}

// chunk adds one with its length and sum.
func chunk(file []byte, kind string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	from := len(file)
	file = append(append(file, kind...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
}
