package pdf

import (
	"fmt"
	"io"
	"strconv"

	"github.com/go-pdf/fpdf"

	"tonggao/generator/site"
)

// A document is one PDF file in the making. It is the only place that knows
// fpdf, which keeps pages, links, bookmarks and the file's information; text is set by own operators, since fpdf's text calls know no
// positions inside a line. Lengths are in millimetres from the top left corner,
// sizes in points.
type document struct {
	*kit
	pdf  *fpdf.Fpdf
	cuts []*cutting // what is used of each face
	buf  []byte

	ink     colour // of the last area or text, on the page inkPage
	inkPage int
	level   int // of the last bookmark; -1 before the first

	files []attached
}

// An attached file is in a document, for whoever opens it on a screen.
type attached struct {
	name, kind, what string // kind is its media type
	content          []byte
}

// about is the file's information.
type about struct {
	title, author, subject, keywords string
	day                              site.Day // of the revision
}

const (
	pageWidth  = 210.0 // A4, GB/T 148
	pageHeight = 297.0
	pointsAMM  = 72 / 25.4
)

// newDocument begins a file. Nothing in it depends on the time of the build.
func (k *kit) newDocument(a about) *document {
	f := fpdf.New("P", "mm", "A4", "")
	f.SetCatalogSort(true)
	f.SetCompression(false) // tail compresses
	f.SetCreationDate(a.day.Start())
	f.SetModificationDate(a.day.Start())
	f.SetTitle(textString(a.title), false)
	f.SetAuthor(textString(a.author), false)
	f.SetSubject(textString(a.subject), false)
	f.SetKeywords(textString(a.keywords), false)
	f.SetProducer(textString("tonggao, fpdf"), false)
	f.SetLang(string(site.Chinese))
	f.SetAutoPageBreak(false, 0)
	d := &document{kit: k, pdf: f, level: -1, buf: make([]byte, 0, 1024)}
	for _, face := range k.faces {
		d.cuts = append(d.cuts, &cutting{face: face})
	}
	return d
}

// text draws a line whose cells the composition has placed: one text object, so
// that a reader selects and copies it as one. Readers take a gap for a blank, and
// would find no 医保 where 医 and 保 are spread apart, nor 12月: where there are
// gaps, the line says which words it shows.
func (d *document) text(l line, x, baseline float64) {
	if len(l.cells) == 0 {
		return
	}
	b := d.buf[:0]
	spaced := l.spaced()
	if spaced { // ISO 32000-1, 14.9.4
		b = append(b, "/Span<</ActualText<FEFF"...)
		b = append(l.words(b), ">>>BDC "...)
	}
	b = append(b, "BT "...)
	b = d.number(b, x*pointsAMM+float64(l.cells[0].x)*l.size/em, 3)
	b = d.number(b, (pageHeight-baseline)*pointsAMM, 3)
	b = d.cells(append(b, "Td "...), l)
	b = append(b, "ET"...)
	if spaced {
		b = append(b, " EMC"...)
	}
	d.pdf.RawWriteStr(string(b))
	d.buf = b
}

// cells writes the operators that show a line's cells, face by face.
func (d *document) cells(b []byte, l line) []byte {
	for i := 0; i < len(l.cells); {
		b = append(b, "/F"...)
		b = strconv.AppendInt(b, int64(l.cells[i].face), 10)
		b = append(b, ' ')
		b = d.number(b, l.size, 3)
		b = append(b, "Tf "...)
		i, b = d.run(b, l, i)
	}
	return b
}

// run writes the cells of one face from the i-th on as one TJ array: a number
// between codes moves the next to the left by thousandths of an em.
func (d *document) run(b []byte, l line, i int) (int, []byte) {
	face := l.cells[i].face
	cut := d.cuts[face]
	b = append(b, "[<"...)
	at := l.cells[i].x
	for ; i < len(l.cells) && l.cells[i].face == face; i++ {
		c := l.cells[i]
		if c.x != at {
			b = append(b, '>')
			b = strconv.AppendInt(b, int64(at-c.x), 10)
			b = append(b, '<')
		}
		code := cut.code(glyphKey{c.glyph, c.half}, c.char)
		b = fmt.Appendf(b, "%04X", code)
		at = c.x + cut.width(int(code))
	}
	if i < len(l.cells) && l.cells[i].x != at { // the next face begins where the composition says
		b = append(b, '>')
		b = strconv.AppendInt(b, int64(at-l.cells[i].x), 10)
		return i, append(b, "]TJ "...)
	}
	return i, append(b, ">]TJ "...)
}

// number appends a number with a space behind it.
func (d *document) number(b []byte, n float64, places int) []byte {
	return append(strconv.AppendFloat(b, n, 'f', places, 64), ' ')
}

// write ends the file and writes it.
func (d *document) write(w io.Writer) error {
	s := d.borrow()
	defer d.giveBack(s)
	if err := d.pdf.Output(&s.laid); err != nil {
		return fmt.Errorf("lay out pdf: %w", err)
	}
	t, err := d.openTail(s)
	if err != nil {
		return fmt.Errorf("finish pdf: %w", err)
	}
	fonts := ""
	for i, c := range d.cuts {
		if c.used != nil {
			fonts += fmt.Sprintf("/F%d %d 0 R", i, c.embed(t))
		}
	}
	_, err = w.Write(t.close(fonts, catalogEntries+t.names(d.files)))
	return err
}

// catalog numbers the pages as they are printed and shows the title, not the
// file's name, in the window (ISO 32000-1, 12.4.2 and 12.2).
const catalogEntries = "/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>"
