package pdf

import (
	"bytes"
	"encoding/binary"
	"hash/adler32"
	"strconv"

	"github.com/klauspost/compress/flate"

	"tonggao/generator/deflate"
	"tonggao/generator/typeset"
)

// A tabler compresses tables of what characters the codes of a face stand for (ISO 32000-1,
// 9.10.3). It takes a third of the time of a compressor, which would have to find out that
// a line of such a table has thirteen octets, and that six of these stand there again in
// the next: >, its end, and <00A.
type tabler struct {
	begun []byte // what all tables begin with, compressed, with the header of zlib
	code  *literalCode
}

// What stands before and behind the lines of a table.
const (
	tableHead = "/CIDInit/ProcSet findresource begin 12 dict begin begincmap" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n" +
		"1 begincodespacerange<0000><FFFF>endcodespacerange\n"
	tableFoot = "endcmap CMapName currentdict/CMap defineresource pop end end"
)

// toUnicode appends the map of every code of a face to the text it stands for, in blocks
// of at most a hundred (Adobe technical note 5014, 1.4.1).
func toUnicode(b []byte, c *typeset.Cutting) []byte {
	b = append(b, tableHead...)
	count := 0
	for code := range c.Count() {
		if c.Char(code) != 0 {
			count++
		}
	}
	for code, n := 0, 0; code < c.Count(); code++ {
		char := c.Char(code)
		if char == 0 {
			continue
		}
		if n%100 == 0 {
			b = append(strconv.AppendInt(b, int64(min(count-n, 100)), 10), " beginbfchar\n"...)
		}
		b = append(appendHex(append(b, '<'), uint16(code)), "><"...)
		b = append(appendUTF16(b, char), ">\n"...)
		if n++; n%100 == 0 || n == count {
			b = append(b, "endbfchar\n"...)
		}
	}
	return append(b, tableFoot...)
}

// newTabler makes the code from how often each sign is in a table of some length.
func newTabler() *tabler {
	const lines = 72
	var counts [signs]int
	for _, o := range []byte("100 beginbfchar\nendbfchar\n" + tableFoot) {
		counts[o]++
	}
	for _, digit := range []byte("0123456789ABCDEF") {
		counts[digit] += lines * 4 / 16
	}
	for _, digit := range []byte("456789") { // most Chinese characters begin with one
		counts[digit] += lines / 6
	}
	counts['<'], counts['>'], counts[sixAgain], counts[deflate.EndOfBlock] = lines, lines, lines, 1

	var begun bytes.Buffer
	begun.Write([]byte{0x78, 0x01})
	z, _ := flate.NewWriter(&begun, flate.BestCompression) // the level is valid
	z.Write([]byte(tableHead))                             // a buffer takes all
	z.Flush()
	return &tabler{begun: begun.Bytes(), code: codeOf(counts[:])}
}

// deflate appends a table to memory, as zlib has it (RFC 1950).
func (t *tabler) deflate(memory, table []byte) []byte {
	const line, again, six = 13, 6, 1<<48 - 1
	b := deflate.Bits{Octets: append(memory, t.begun...)}
	b.Join(&t.code.head)
	words, lengths := &t.code.words, &t.code.lengths
	for at := len(tableHead); at < len(table); {
		if at+8 <= len(table) && (binary.LittleEndian.Uint64(table[at:])^binary.LittleEndian.Uint64(table[at-line:]))&six == 0 {
			b.Put(uint32(words[sixAgain]), uint(lengths[sixAgain]))
			b.Put((line-13)<<1, 3) // the word of the distance, a bit, and which of four it is
			at += again
			continue
		}
		o := table[at]
		b.Put(uint32(words[o]), uint(lengths[o]))
		at++
	}
	t.code.end(&b)
	b.Flush()
	return binary.BigEndian.AppendUint32(b.Octets, adler32.Checksum(table))
}
