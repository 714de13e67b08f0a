package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"strconv"
)

// A tail takes a file that fpdf has finished, adds objects to it and closes it
// anew: the faces, page labels, viewer preferences and the file's identifier, for
// which fpdf has no call. The body stays as it is, byte for byte, up to the
// catalog, which fpdf writes last; the resource dictionary, object 2, gets a
// second version behind it, and the one new cross-reference table points there.
// The result is an ordinary file of one section (ISO 32000-1, 7.5).
type tail struct {
	file      []byte
	offsets   []int // of objects, by number
	catalog   []byte
	resources []byte
	info      int
}

var errTail = errors.New("the PDF library's file has another form than expected")

// openTail reads the ends of a finished file.
func openTail(file []byte) (*tail, error) {
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return nil, errTail
	}
	xref, err := strconv.Atoi(string(bytes.TrimSpace(bytes.TrimSuffix(file[at+10:], []byte("%%EOF\n")))))
	if err != nil || xref > at {
		return nil, errTail
	}
	lines := bytes.Split(file[xref:at], []byte("\n"))
	t := &tail{offsets: []int{0}}
	for _, line := range lines[3:] {
		if len(line) != 19 {
			break
		}
		offset, err := strconv.Atoi(string(line[:10]))
		if err != nil {
			return nil, errTail
		}
		t.offsets = append(t.offsets, offset)
	}
	root := len(t.offsets) - 1
	if root < 4 {
		return nil, errTail
	}
	t.info = root - 1
	t.catalog = inside(file[t.offsets[root]:xref])
	t.resources = inside(file[t.offsets[2]:xref])
	t.file = append(make([]byte, 0, 2*len(file)), file[:t.offsets[root]]...)
	t.offsets = t.offsets[:root]
	copy(t.file, "%PDF-1.7") // what is used here goes beyond the 1.3 that fpdf says
	return t, nil
}

// inside returns the entries of an object's dictionary as fpdf writes it.
func inside(object []byte) []byte {
	_, entries, _ := bytes.Cut(object, []byte("<<\n"))
	entries, _, _ = bytes.Cut(entries, []byte("\n>>\nendobj"))
	return entries
}

// object adds an object and returns its number.
func (t *tail) object(content string) int {
	t.offsets = append(t.offsets, len(t.file))
	n := len(t.offsets) - 1
	t.file = append(t.file, fmt.Sprintf("%d 0 obj\n%s\nendobj\n", n, content)...)
	return n
}

// stream adds a compressed stream with further entries of its dictionary.
func (t *tail) stream(entries string, data []byte) int {
	var b bytes.Buffer
	b.Grow(len(data))
	z, _ := zlib.NewWriterLevel(&b, zlib.BestSpeed) // the level is valid, a buffer takes all
	z.Write(data)
	z.Close()
	return t.object(fmt.Sprintf("<</Filter/FlateDecode/Length %d%s>>\nstream\n%s\nendstream", b.Len(), entries, b.String()))
}

// close ends the file: fonts are the entries of the font dictionary, catalog
// further entries of the catalog.
func (t *tail) close(fonts, catalog string) []byte {
	before, after, _ := bytes.Cut(t.resources, []byte("/Font <<\n"))
	t.offsets[2] = len(t.file)
	t.file = append(t.file, fmt.Sprintf("2 0 obj\n<<\n%s/Font <<%s\n%s\n>>\nendobj\n", before, fonts, after)...)
	root := t.object(fmt.Sprintf("<<\n%s\n%s\n>>", t.catalog, catalog))
	id := sha256.Sum256(t.file)
	xref := len(t.file)
	t.file = append(t.file, fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(t.offsets))...)
	for _, offset := range t.offsets[1:] {
		t.file = append(t.file, fmt.Sprintf("%010d 00000 n \n", offset)...)
	}
	return append(t.file, fmt.Sprintf("trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(t.offsets), root, t.info, id[:16], id[:16], xref)...)
}
