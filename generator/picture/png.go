package picture

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"
	"image/color"
	"io"

	"tonggao/generator/deflate"
)

// encode writes a picture with a palette as PNG (ISO/IEC 15948): what it is, its colours,
// its rows as they are, since those of a drawing of letters repeat more often so than as
// differences.
func (p *press) encode(to io.Writer, of *pixels) error {
	head := binary.BigEndian.AppendUint32(nil, uint32(of.Rect.Dx()))
	head = binary.BigEndian.AppendUint32(head, uint32(of.Rect.Dy()))
	head = append(head, 8, 3, 0, 0, 0) // octets that stand for colours of the palette
	var colours []byte
	for _, c := range of.Palette {
		rgb := c.(color.RGBA)
		colours = append(colours, rgb.R, rgb.G, rgb.B)
	}
	file := append(p.bits.Octets[:0], "\x89PNG\r\n\x1A\n"...)
	file = chunk(file, "IHDR", head)
	file = chunk(file, "PLTE", colours)
	from := len(file)
	p.bits = deflate.Bits{Octets: append(file, "    IDAT\x78\x01"...)} // zlib, RFC 1950
	p.deflate(of.rows, of.Stride)
	file = binary.BigEndian.AppendUint32(p.bits.Octets, sumOf(of.rows, of.Stride))
	binary.BigEndian.PutUint32(file[from:], uint32(len(file)-from-8))
	file = binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from+4:]))
	p.bits.Octets = chunk(file, "IEND", nil)
	_, err := to.Write(p.bits.Octets)
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
