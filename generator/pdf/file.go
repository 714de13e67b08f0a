package pdf

import (
	"crypto/sha256"
	"fmt"
	"strconv"
)

// A file is the objects of a PDF file, written one behind the other, and where each
// begins: a file of one section (ISO 32000-1, 7.5). Small objects wait and are
// compressed together (7.5.7).
type file struct {
	bytes  []byte
	places []place // by number; the first is that of no object
	packed []byte
	inside []int  // the numbers of packed objects
	starts []int  // where each begins in packed
	told   []byte // what tells the file from others: small objects, and the sum of each stream

	deflated []byte // what is compressed, before it is written
	found    []repetition
}

// A place is where an object is: so many octets into the file, or the so-and-so-many-th
// of those that are packed.
type place struct {
	at     int
	packed bool
}

// begin begins a file in the memory of the one before.
func (f *file) begin() *file {
	// The second line tells file transfers that this is no text.
	f.bytes = append(f.bytes[:0], "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...)
	f.places, f.packed, f.inside, f.starts, f.told = append(f.places[:0], place{}), f.packed[:0], f.inside[:0], f.starts[:0], f.told[:0]
	return f
}

// next takes the next number, for an object that others name before it is written.
func (f *file) next() int {
	f.places = append(f.places, place{})
	return len(f.places) - 1
}

// put writes the object of a number.
func (f *file) put(n int, content []byte) {
	f.places[n].at = len(f.bytes)
	f.told = append(f.told, content...)
	f.bytes = append(strconv.AppendInt(f.bytes, int64(n), 10), " 0 obj\n"...)
	f.bytes = append(append(f.bytes, content...), "\nendobj\n"...)
}

// object writes one more object and returns its number.
func (f *file) object(content []byte) int {
	n := f.next()
	f.put(n, content)
	return n
}

// pack begins the object of a number among those that are compressed together: it is to
// be appended to packed.
func (f *file) pack(n int) {
	f.places[n] = place{len(f.inside), true}
	f.inside, f.starts = append(f.inside, n), append(f.starts, len(f.packed))
}

// small packs one more object and returns its number.
func (f *file) small(format string, values ...any) int {
	n := f.next()
	f.pack(n)
	f.packed = append(fmt.Appendf(f.packed, format, values...), '\n')
	return n
}

// stream writes one more object: a stream, compressed, with further entries of its
// dictionary.
func (f *file) stream(entries string, d *deflater, content []byte) int {
	n := f.next()
	f.deflate(n, entries, d, content)
	return n
}

// deflate is stream for a number that is taken.
func (f *file) deflate(n int, entries string, d *deflater, content []byte) {
	f.deflated, f.found = d.deflate(f.deflated[:0], f.found, content)
	f.putStream(n, "/Filter/FlateDecode"+entries, f.deflated)
}

// putStream writes a number's object: a stream as it is. What is compressed ends with
// its sum (RFC 1950, 2.2).
func (f *file) putStream(n int, entries string, data []byte) {
	f.told = append(append(f.told, entries...), data[max(0, len(data)-4):]...)
	f.places[n].at = len(f.bytes)
	f.bytes = append(strconv.AppendInt(f.bytes, int64(n), 10), " 0 obj\n<</Length "...)
	f.bytes = append(strconv.AppendInt(f.bytes, int64(len(data)), 10), entries...)
	f.bytes = append(append(append(f.bytes, ">>\nstream\n"...), data...), "\nendstream\nendobj\n"...)
}

// close ends the file with its packed objects and the table of all (ISO 32000-1,
// 7.5.8). Its identifier comes from its content, so that equal files stay equal: from the
// sums that streams end with and where objects lie, since to hash all octets once more
// takes as long as to compress them.
func (f *file) close(root, info int, objects, places *deflater) []byte {
	index := len(f.packed) // it is behind what it is of, which then comes once more
	for i, n := range f.inside {
		f.packed = append(strconv.AppendInt(f.packed, int64(n), 10), ' ')
		f.packed = append(strconv.AppendInt(f.packed, int64(f.starts[i]), 10), ' ')
	}
	first := len(f.packed) - index
	f.packed = append(f.packed, f.packed[:index]...)
	pack := f.stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(f.inside), first), objects, f.packed[index:])
	table := f.next()
	f.places[table].at = len(f.bytes)
	rows := append(f.packed[:0], 0, 0, 0, 0, 0, 255, 255)
	for _, p := range f.places[1:] {
		if p.packed {
			rows = append(rows, 2, 0, 0, byte(pack>>8), byte(pack), byte(p.at>>8), byte(p.at))
			continue
		}
		rows = append(rows, 1, byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), 0, 0)
	}
	f.packed, f.told = rows, append(f.told, rows...)
	id := sha256.Sum256(f.told)
	entries := fmt.Sprintf("/Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]", len(f.places), root, info, id[:16], id[:16])
	f.deflate(table, entries, places, rows)
	f.bytes = fmt.Appendf(f.bytes, "startxref\n%d\n%%%%EOF\n", f.places[table].at)
	return f.bytes
}
