package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A tail takes a file that fpdf has finished and puts its objects into a new one,
// with what fpdf has no call for: the cut faces, page labels, viewer preferences,
// the file's identifier. Page contents are compressed here, by one compressor that
// is kept, since fpdf makes a new one of 1.2 MB for every page. Numbers of objects
// stay; the result is an ordinary file of one section (ISO 32000-1, 7.5).
type tail struct {
	*kit
	scratch   *scratch
	file      []byte // in the scratch
	offsets   []int  // of objects, by number
	catalog   []byte
	resources []byte
	info      int
}

var errTail = errors.New("the PDF library's file has another form than expected")

// The objects that fpdf gives fixed numbers.
const resourceObject = 2

// openTail reads the file that fpdf has laid out in a scratch and copies its objects
// into another there.
func (k *kit) openTail(s *scratch) (*tail, error) {
	file := s.laid.Bytes()
	offsets, xref, err := readOffsets(file)
	if err != nil {
		return nil, err
	}
	root := len(offsets) - 1 // fpdf writes the catalog last and the information before it
	t := &tail{kit: k, scratch: s, file: s.file[:0], offsets: make([]int, root), info: root - 1}
	t.file = append(t.file, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...) // the second line tells file transfers that this is no text
	numbers := make([]int, 0, root)
	for n := 1; n <= root; n++ {
		numbers = append(numbers, n)
	}
	slices.SortFunc(numbers, func(a, b int) int { return offsets[a] - offsets[b] })
	for i, n := range numbers {
		end := xref
		if i+1 < len(numbers) {
			end = offsets[numbers[i+1]]
		}
		object := file[offsets[n]:end]
		switch n {
		case root:
			t.catalog, _, _ = bytes.Cut(inside(object), []byte("/Names <<")) // which is empty
		case resourceObject:
			t.resources = inside(object)
		default:
			t.copy(n, object)
		}
	}
	return t, nil
}

// readOffsets reads the cross-reference table at a file's end.
func readOffsets(file []byte) (offsets []int, xref int, err error) {
	at := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 {
		return nil, 0, errTail
	}
	xref, err = strconv.Atoi(string(bytes.TrimSpace(bytes.TrimSuffix(file[at+10:], []byte("%%EOF\n")))))
	if err != nil || xref > at {
		return nil, 0, errTail
	}
	offsets = []int{0}
	for _, line := range bytes.Split(file[xref:at], []byte("\n"))[3:] {
		if len(line) != 19 {
			break
		}
		offset, err := strconv.Atoi(string(line[:10]))
		if err != nil {
			return nil, 0, errTail
		}
		offsets = append(offsets, offset)
	}
	if len(offsets) < 5 {
		return nil, 0, errTail
	}
	return offsets, xref, nil
}

// inside returns the entries of an object's dictionary as fpdf writes it.
func inside(object []byte) []byte {
	_, entries, _ := bytes.Cut(object, []byte("<<\n"))
	entries, _, _ = bytes.Cut(entries, []byte("\n>>\nendobj"))
	return entries
}

// copy takes an object over; a page's content, the only stream without further
// entries, is compressed.
func (t *tail) copy(n int, object []byte) {
	t.offsets[n] = len(t.file)
	head, stream, found := bytes.Cut(object, []byte(">>\nstream\n"))
	if !found || !bytes.Contains(head, []byte("\n<</Length ")) {
		t.file = append(t.file, object...)
		return
	}
	content, _, _ := bytes.Cut(stream, []byte("\nendstream"))
	t.write(n, "", content, t.plain)
}

// object adds an object and returns its number.
func (t *tail) object(content string) int {
	t.offsets = append(t.offsets, len(t.file))
	n := len(t.offsets) - 1
	t.file = fmt.Appendf(t.file, "%d 0 obj\n%s\nendobj\n", n, content)
	return n
}

// stream adds a compressed stream with further entries of its dictionary.
func (t *tail) stream(entries string, data []byte, z *deflater) int {
	t.offsets = append(t.offsets, len(t.file))
	n := len(t.offsets) - 1
	t.write(n, entries, data, z)
	return n
}

func (t *tail) write(n int, entries string, data []byte, z *deflater) {
	z.deflate(data, func(deflated []byte) {
		t.file = fmt.Appendf(t.file, "%d 0 obj\n<</Filter/FlateDecode/Length %d%s>>\nstream\n", n, len(deflated), entries)
		t.file = append(append(t.file, deflated...), "\nendstream\nendobj\n"...)
	})
}

// names embeds files (ISO 32000-1, 7.11.4) and returns the catalog's entry for them,
// "" where there are none. fpdf could embed them, with a new compressor for each.
func (t *tail) names(files []attached) string {
	if len(files) == 0 {
		return ""
	}
	var names strings.Builder
	for _, f := range files {
		stream := t.stream(fmt.Sprintf("/Type/EmbeddedFile/Subtype/%s/Params<</Size %d>>", strings.ReplaceAll(f.kind, "/", "#2F"), len(f.content)), f.content, t.plain)
		spec := t.object(fmt.Sprintf("<</Type/Filespec/F<%X>/UF<%X>/Desc<%X>/EF<</F %d 0 R>>>>", f.name, textString(f.name), textString(f.what), stream))
		fmt.Fprintf(&names, "<%X>%d 0 R", f.name, spec)
	}
	return fmt.Sprintf("/Names<</EmbeddedFiles<</Names[%s]>>>>", &names)
}

// close ends the file, which stands in the scratch: fonts are the entries of the
// font dictionary, catalog further entries of the catalog.
func (t *tail) close(fonts, catalog string) []byte {
	before, after, _ := bytes.Cut(t.resources, []byte("/Font <<\n"))
	t.offsets[resourceObject] = len(t.file)
	t.file = fmt.Appendf(t.file, "%d 0 obj\n<<\n%s/Font <<%s\n%s\n>>\nendobj\n", resourceObject, before, fonts, after)
	root := t.object(fmt.Sprintf("<<\n%s\n%s\n>>", t.catalog, catalog))
	id := sha256.Sum256(t.file)
	xref := len(t.file)
	t.file = fmt.Appendf(t.file, "xref\n0 %d\n0000000000 65535 f \n", len(t.offsets))
	for _, offset := range t.offsets[1:] {
		t.file = fmt.Appendf(t.file, "%010d 00000 n \n", offset)
	}
	t.file = fmt.Appendf(t.file, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(t.offsets), root, t.info, id[:16], id[:16], xref)
	t.scratch.file = t.file
	return t.file
}

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
