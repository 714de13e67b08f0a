package pdf

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"tonggao/generator/lately"
	"tonggao/generator/message"
	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// Write spells a document as a file: its pages, what leads through them, what it says
// of itself, its faces, its attachments.
func (p *Writer) Write(to io.Writer, doc *placed.Document) error {
	s := p.borrow()
	defer p.giveBack(s)
	s.spelled = under(s.spelled[:0], doc)
	below := lately.Spelled(&p.drawn, s.spelled, func() drawn { return drawAll(doc) })
	if below.err != nil {
		return message.Errorf("draw pages: %w", below.err)
	}
	contents := newDrawing(doc, s).contents(below.pages)
	w := &writing{Writer: p, file: s.kept.begin(), scratch: s, Document: doc}
	w.pages, w.resources = w.next(), w.next()
	w.putPages(contents)
	entries := w.outlines() + w.tags() + catalogEntries + w.intent() + w.attached()
	info := w.info()
	w.fonts()
	w.putResources()
	metadata := w.metadata()
	root := w.object(fmt.Appendf(w.spelled[:0], "<<\n/Type /Catalog\n/Pages %d 0 R\n/Lang (%s)\n%s/Metadata %d 0 R\n>>", w.pages, doc.Language, entries, metadata))
	_, err := to.Write(w.close(root, info, p.objects, p.rows))
	return err
}

// catalogEntries number the pages as they are printed and show the title, not the
// file's name, in the window (ISO 32000-1, 12.4.2 and 12.2).
const catalogEntries = "/PageLabels<</Nums[0<</S/D>>]>>/ViewerPreferences<</DisplayDocTitle true>>"

// points are millimetres in points, to the two places that fpdf knows of a paper, in
// whose pages areas and lines stand.
func points(length float64) float64 { return math.Round(length*typeset.PointsAMM*100) / 100 }

// up is how high above a page's foot a place on it is, in points.
func (w *writing) up(y float64) float64 { return points(w.Height) - y*typeset.PointsAMM }

// A writing is a document on its way into a file.
type writing struct {
	*Writer
	*file
	*scratch
	*placed.Document

	pages, resources int    // numbers of objects
	kids             []int  // the pages'
	links            []link // of all pages
	fontEntries      string
}

// A link is an annotation of a page, by the numbers of their objects.
type link struct {
	of           *placed.Part
	page, number int
}

// putPages writes each sheet and its content, then the list of the sheets.
func (w *writing) putPages(contents [][]byte) {
	for i, s := range w.Sheets {
		n := w.next()
		w.kids = append(w.kids, n)
		content := w.stream("", w.contents, contents[i])
		b := fmt.Appendf(w.spelled[:0], "<</Type /Page\n/Parent %d 0 R\n/Resources %d 0 R\n", w.pages, w.resources)
		b = w.annotations(b, n, s.Links)
		w.spelled = fmt.Appendf(b, "/StructParents %d/Contents %d 0 R>>", i, content)
		w.put(n, w.spelled)
	}
	b := append(w.spelled[:0], "<</Type /Pages\n/Kids ["...)
	for _, n := range w.kids {
		b = append(ref(b, n), ' ')
	}
	w.put(w.pages, fmt.Appendf(b, "]\n/Count %d\n/MediaBox [0 0 %.2f %.2f]\n>>", len(w.kids), points(w.Width), points(w.Height)))
}

// annotations writes the parts of a page that lead somewhere and appends its entries for
// them (ISO 32000-1, 12.5.6.5). They are reached in the order of reading, and printed.
func (w *writing) annotations(entries []byte, page int, links []placed.Link) []byte {
	if len(links) == 0 {
		return entries
	}
	entries = append(entries, "/Tabs/S/Annots["...)
	for _, l := range links {
		n := w.next()
		w.pack(n)
		b := strconv.AppendInt(append(w.packed, "<</Type/Annot/Subtype/Link/F 4/StructParent "...), int64(len(w.Sheets)+len(w.links)), 10)
		b = said(append(b, "/Contents"...), l.Says)
		b = rectangle(append(b, "/Rect"...), l.X*typeset.PointsAMM, w.up(l.Y), (l.X+l.Width)*typeset.PointsAMM, w.up(l.Y+l.Height))
		b = literal(append(b, "/Border[0 0 0]/A<</S/URI/URI"...), l.URL)
		w.packed = append(b, ">>>>\n"...)
		w.links = append(w.links, link{l.Of, page, n})
		entries = append(ref(entries, n), ' ')
	}
	return append(entries, ']')
}

// outlines writes the outline and returns the catalog's entries for it, "" where there
// is none (ISO 32000-1, 12.3.3).
func (w *writing) outlines() string {
	if len(w.Outline) == 0 {
		return ""
	}
	first := len(w.places)
	root := first + len(w.Outline)
	nodes, last := make([]node, len(w.Outline)), []int{root} // the last node of each level, under the root
	top := &node{}
	of := func(n int) *node {
		if n == root {
			return top
		}
		return &nodes[n-first]
	}
	for i, e := range w.Outline {
		n := &nodes[i]
		n.parent = last[e.Level]
		over := of(n.parent)
		if over.first == 0 {
			over.first = first + i
		}
		if over.last != 0 {
			n.prev, of(over.last).next = over.last, first+i
		}
		over.last = first + i
		last = append(last[:e.Level+1], first+i)
	}
	for i, e := range w.Outline {
		w.pack(w.next())
		b := nodes[i].entries(append(said(append(w.packed, "<</Title "...), e.Text), '\n'))
		w.packed = fmt.Appendf(b, "/Dest [%d 0 R /XYZ 0 %.2f null]\n/Count 0>>\n", w.kids[e.Sheet], w.up(e.Y))
	}
	w.small("<</Type /Outlines /First %d 0 R\n/Last %d 0 R>>", top.first, top.last)
	return fmt.Sprintf("/Outlines %d 0 R\n/PageMode /UseOutlines\n", root)
}

// A node of the outline names its neighbours by the numbers of their objects, 0 for
// none.
type node struct{ parent, prev, next, first, last int }

func (n node) entries(b []byte) []byte {
	for _, e := range []struct {
		name string
		n    int
	}{{"/Parent ", n.parent}, {"/Prev ", n.prev}, {"/Next ", n.next}, {"/First ", n.first}, {"/Last ", n.last}} {
		if e.n != 0 {
			b = append(ref(append(b, e.name...), e.n), '\n')
		}
	}
	return b
}

// info writes what the file says of itself.
func (w *writing) info() int {
	b := append(w.spelled[:0], "<<\n"...)
	for _, e := range [][2]string{{"/Producer ", producer}, {"/Title ", w.Title}, {"/Subject ", w.Subject}, {"/Author ", w.Author}, {"/Keywords ", w.Keywords}} {
		b = append(said(append(b, e[0]...), e[1]), '\n')
	}
	day := pdfDate(w.Day.Start())
	for _, name := range []string{"/CreationDate ", "/ModDate "} {
		b = append(literal(append(b, name...), day), '\n')
	}
	w.spelled = append(b, ">>"...)
	return w.object(w.spelled)
}

// fonts embeds what is used of each face.
func (w *writing) fonts() {
	for i, c := range w.cuts {
		if c.Taken() {
			w.fontEntries += fmt.Sprintf("/F%d %d 0 R", i, w.embed(c))
		}
	}
}

// pdfDate is an instant (ISO 32000-1, 7.9.4).
func pdfDate(t time.Time) string {
	return "D:" + strings.Replace(t.Format("20060102150405-07:00"), ":", "'", 1) + "'"
}

// attached embeds the files that the document has beside it (ISO 32000-1, 7.11.4), the
// same facts as data (ISO 19005-3, 6.8), and returns the catalog's entries for them, ""
// where there are none.
func (w *writing) attached() string {
	if len(w.Files) == 0 {
		return ""
	}
	var names, specs strings.Builder
	for _, f := range w.Files {
		entries := fmt.Sprintf("/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/ModDate(%s)>>", strings.ReplaceAll(f.Kind, "/", "#2F"), len(f.Content), pdfDate(w.Day.Start()))
		stream := w.stream(entries, w.calendars, f.Content)
		spec := w.small("<</Type/Filespec/AFRelationship/Data/F<%X>/UF<FEFF%X>/Desc<FEFF%X>/EF<</F %d 0 R/UF %[4]d 0 R>>>>", f.Name, utf16BE(nil, f.Name), utf16BE(nil, f.What), stream)
		fmt.Fprintf(&names, "<%X>%d 0 R", f.Name, spec)
		fmt.Fprintf(&specs, "%d 0 R ", spec)
	}
	return fmt.Sprintf("/AF[%s]/Names<</EmbeddedFiles<</Names[%s]>>>>", &specs, &names)
}

// putResources writes what all pages draw with.
func (w *writing) putResources() {
	w.put(w.resources, fmt.Appendf(w.spelled[:0], "<<\n/ProcSet [/PDF /Text /ImageB /ImageC /ImageI]\n/Font <<%s\n>>\n/XObject <<\n>>\n/ColorSpace <<\n>>\n>>", w.fontEntries))
}
