package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image/color"
	"io"
	"math"

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

// sumOf is the Adler-32 of rows. A third of them are as the one before, and not summed again.
func sumOf(rows []byte, width int) uint32 {
	const base = 65521
	low, high := uint64(1), uint64(0)
	plain, weighed := uint64(0), uint64(0)
	for at := 0; at < len(rows); at += width {
		if row := rows[at : at+width]; at == 0 || !bytes.Equal(row, rows[at-width:at]) {
			plain, weighed = sums(row)
		}
		high = (high + uint64(width)*low + weighed) % base
		low = (low + plain) % base
	}
	return uint32(high<<16 | low)
}

// sums are that of the octets of a row, and that of what was summed up with each: it has the
// last octet once, the one before twice and so on. Every other octet of a word is added up in
// the room of two, as often as that is enough, and then multiplied with its weight.
func sums(row []byte) (plain, weighed uint64) {
	const often, others, pairs = 12, 0x00FF00FF00FF00FF, 0x0000FFFF0000FFFF
	for ; len(row) >= 8*often; row = row[8*often:] {
		var even, odd, both, before uint64 // before: both, before each word
		for of, at := (*[8 * often]byte)(row), 0; at < 8*often; at += 8 {
			word := binary.LittleEndian.Uint64(of[at : at+8])
			before += both
			even += word & others
			odd += word >> 8 & others
			both = even + odd
		}
		before = before&pairs + before>>16&pairs
		weighed += 8 * (often*plain + before&math.MaxUint32 + before>>32)
		weighed += even*0x0008000600040002>>48 + odd*0x0007000500030001>>48
		plain += both * 0x0001000100010001 >> 48
	}
	for _, o := range row {
		plain += uint64(o)
		weighed += plain
	}
	return plain, weighed
}

// chunk adds one with its length and sum.
func chunk(file []byte, kind string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	from := len(file)
	file = append(append(file, kind...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
}
