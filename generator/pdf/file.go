package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"strings"
	"sync"
)

// A file is the objects of a PDF file, written one behind the other, and where each
// begins: an ordinary file of one section (ISO 32000-1, 7.5).
type file struct {
	bytes   []byte
	offsets []int // by number; 0 is that of no object
}

// newFile begins a file in memory that is kept.
func newFile(memory []byte) *file {
	// The second line tells file transfers that this is no text.
	return &file{bytes: append(memory[:0], "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...), offsets: make([]int, 1, 64)}
}

// next takes the next number, for an object that others name before it is written.
func (f *file) next() int {
	f.offsets = append(f.offsets, 0)
	return len(f.offsets) - 1
}

// put writes the object of a number.
func (f *file) put(n int, content string) {
	f.offsets[n] = len(f.bytes)
	f.bytes = fmt.Appendf(f.bytes, "%d 0 obj\n%s\nendobj\n", n, content)
}

// object writes one more object and returns its number.
func (f *file) object(content string) int {
	n := f.next()
	f.put(n, content)
	return n
}

// stream writes one more object: a stream, compressed, with further entries of its
// dictionary.
func (f *file) stream(entries string, data []byte, z *deflater) int {
	n := f.next()
	z.deflate(data, func(deflated []byte) {
		f.offsets[n] = len(f.bytes)
		f.bytes = fmt.Appendf(f.bytes, "%d 0 obj\n<</Filter/FlateDecode/Length %d%s>>\nstream\n", n, len(deflated), entries)
		f.bytes = append(append(f.bytes, deflated...), "\nendstream\nendobj\n"...)
	})
	return n
}

// close ends the file with the table of its objects. Its identifier comes from its
// bytes, so that equal files stay equal.
func (f *file) close(root, info int) []byte {
	id := sha256.Sum256(f.bytes)
	table := len(f.bytes)
	f.bytes = fmt.Appendf(f.bytes, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets))
	for _, offset := range f.offsets[1:] {
		f.bytes = fmt.Appendf(f.bytes, "%010d 00000 n \n", offset)
	}
	f.bytes = fmt.Appendf(f.bytes, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.offsets), root, info, id[:16], id[:16], table)
	return f.bytes
}

// A literal is a string of octets as an object (ISO 32000-1, 7.3.4.2).
func literal(text string) string { return "(" + escapes.Replace(text) + ")" }

var escapes = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`)

// A deflater keeps compressors of one level for reuse: one is as large as a
// document.
type deflater struct {
	level int
	idle  sync.Pool
}

type compressor struct {
	z      *zlib.Writer
	buffer bytes.Buffer
}

// deflate hands the compressed data to use, which must not keep it.
func (d *deflater) deflate(data []byte, use func([]byte)) {
	c, ok := d.idle.Get().(*compressor)
	if !ok {
		c = &compressor{}
		c.z, _ = zlib.NewWriterLevel(&c.buffer, d.level) // the level is valid
	}
	c.buffer.Reset()
	c.z.Reset(&c.buffer)
	c.z.Write(data) // a buffer takes all
	c.z.Close()
	use(c.buffer.Bytes())
	d.idle.Put(c)
}
