package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strconv"

	"github.com/go-pdf/fpdf"

	"tonggao/generator/site"
)

// A document is one PDF file in the making. It is the only place that knows
// fpdf, which keeps pages, links, bookmarks, the attachment and the file's
// information; text is set by own operators, since fpdf's text calls know no
// positions inside a line. Lengths are in millimetres from the top left corner,
// sizes in points.
type document struct {
	pdf   *fpdf.Fpdf
	faces []*cutting
	buf   []byte
	files []fpdf.Attachment
}

// about is the file's information.
type about struct {
	title, author, subject, keywords string
	created, changed                 site.Day
}

const (
	pageWidth  = 210.0 // A4, GB/T 148
	pageHeight = 297.0
	pointsAMM  = 72 / 25.4
)

// newDocument begins a file. Nothing in it depends on the time of the build.
func newDocument(faces []*face, a about) *document {
	f := fpdf.New("P", "mm", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(a.created.Start())
	f.SetModificationDate(a.changed.Start())
	f.SetTitle(textString(a.title), false)
	f.SetAuthor(textString(a.author), false)
	f.SetSubject(textString(a.subject), false)
	f.SetKeywords(textString(a.keywords), false)
	f.SetProducer(textString("tonggao, fpdf"), false)
	f.SetLang(string(site.Chinese))
	f.SetAutoPageBreak(false, 0)
	d := &document{pdf: f, buf: make([]byte, 0, 1024)}
	for _, face := range faces {
		d.faces = append(d.faces, newCutting(face))
	}
	return d
}

func (d *document) page() { d.pdf.AddPage() }

// text draws a line whose cells the composition has placed: one text object, so
// that a reader selects and copies it as one.
func (d *document) text(l line, x, baseline float64) {
	b := append(d.buf[:0], "BT "...)
	if len(l.cells) == 0 {
		return
	}
	b = d.number(b, x*pointsAMM+float64(l.cells[0].x)*l.size/em, 3)
	b = d.number(b, (pageHeight-baseline)*pointsAMM, 3)
	b = append(b, "Td "...)
	face := -1
	for i := 0; i < len(l.cells); {
		if f := l.cells[i].face; f != face {
			face = f
			b = append(b, "/F"...)
			b = strconv.AppendInt(b, int64(face), 10)
			b = append(b, ' ')
			b = d.number(b, l.size, 3)
			b = append(b, "Tf "...)
		}
		i, b = d.run(b, l, i)
	}
	b = append(b, "ET"...)
	d.pdf.RawWriteStr(string(b))
	d.buf = b
}

// run writes the cells of one face from the i-th on as one TJ array: a number
// between codes moves the next to the left by thousandths of an em.
func (d *document) run(b []byte, l line, i int) (int, []byte) {
	face := l.cells[i].face
	cut := d.faces[face]
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

// draw puts a laid-out sheet on the page.
func (d *document) draw(s sheet) {
	for _, r := range s.rules {
		d.stroke(r.x1, r.y1, r.x2, r.y2, r.thickness)
	}
	for _, t := range s.texts {
		d.text(t.line, t.x, t.y)
		d.links(t)
	}
	for _, e := range s.entries {
		d.bookmark(e.text, e.level, e.y)
	}
}

// links makes the parts of a line that lead somewhere clickable.
func (d *document) links(t placed) {
	em := t.size / pointsAMM
	for i := 0; i < len(t.cells); {
		from, s := i, t.cells[i].span
		for i < len(t.cells) && t.cells[i].span == s {
			i++
		}
		if url := t.spans[s].link; url != "" {
			left, right := t.cells[from].x, t.cells[i-1].x+t.cells[i-1].width
			d.link(t.x+float64(left)*em/1000, t.y-em*ascent/1000, float64(right-left)*em/1000, em, url)
		}
	}
}

// A colour is red, green, blue from 0 to 255.
type colour [3]int

var (
	black = colour{0, 0, 0}
	white = colour{255, 255, 255}
)

// ink sets the colour of all that follows: text, areas and lines.
func (d *document) ink(c colour) {
	d.pdf.SetFillColor(c[0], c[1], c[2])
	d.pdf.SetDrawColor(c[0], c[1], c[2])
}

// area fills a rectangle.
func (d *document) area(x, y, width, height float64) { d.pdf.Rect(x, y, width, height, "F") }

// stroke draws a straight line of a thickness.
func (d *document) stroke(x1, y1, x2, y2, thickness float64) {
	d.pdf.SetLineWidth(thickness)
	d.pdf.Line(x1, y1, x2, y2)
}

// link makes a rectangle lead to an address.
func (d *document) link(x, y, width, height float64, url string) {
	d.pdf.LinkString(x, y, width, height, url)
}

// bookmark adds an entry to the outline: level counts from 0.
func (d *document) bookmark(text string, level int, y float64) {
	d.pdf.Bookmark(textString(text), level, y)
}

// attach puts a file into the document.
func (d *document) attach(name, what string, content []byte) {
	d.files = append(d.files, fpdf.Attachment{Filename: name, Description: what, Content: content})
}

// write ends the file and writes it.
func (d *document) write(w io.Writer) error {
	if len(d.files) > 0 {
		d.pdf.SetAttachments(d.files)
	}
	var b bytes.Buffer
	if err := d.pdf.Output(&b); err != nil {
		return fmt.Errorf("lay out pdf: %w", err)
	}
	t, err := openTail(b.Bytes())
	if err != nil {
		return fmt.Errorf("finish pdf: %w", err)
	}
	fonts := ""
	for i, c := range d.faces {
		if len(c.used) > 1 {
			fonts += fmt.Sprintf("/F%d %d 0 R", i, c.embed(t))
		}
	}
	_, err = w.Write(t.close(fonts, catalog))
	return err
}

// catalog numbers the pages as they are printed and shows the title, not the
// file's name, in the window (ISO 32000-1, 12.4.2 and 12.2).
const catalog = "/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>"
