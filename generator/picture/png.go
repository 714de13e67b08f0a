package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"io"
	"sync"

	"github.com/klauspost/compress/zlib"
)

// level of compression: the next one is 2 % smaller and takes a quarter longer.
const level = 1

// presses are kept: one is as large as a picture. The standard library's encoder has a
// compressor that takes three quarters longer.
var presses = sync.Pool{New: func() any {
	p := &press{}
	p.z, _ = zlib.NewWriterLevel(&p.packed, level) // the level is valid
	return p
}}

// A press compresses pixels.
type press struct {
	z      *zlib.Writer
	packed bytes.Buffer
}

// encode writes a picture with a palette as PNG (ISO/IEC 15948): what it is, its colours,
// its rows as they are, since those of a drawing of letters repeat more often so than as
// differences.
func encode(to io.Writer, p *image.Paletted) error {
	press := presses.Get().(*press)
	defer presses.Put(press)
	press.packed.Reset()
	press.z.Reset(&press.packed)
	for y := range p.Rect.Dy() {
		press.z.Write([]byte{0}) // a buffer takes all
		press.z.Write(p.Pix[y*p.Stride:][:p.Rect.Dx()])
	}
	press.z.Close()
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

// chunk adds one with its length and sum.
func chunk(file []byte, kind string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	from := len(file)
	file = append(append(file, kind...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
}
