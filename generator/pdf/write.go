package pdf

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"tonggao/generator/message"
	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// Write spells a document as a file: its pages, what leads through them, what it says
// of itself, its faces, its attachments.
func (p *Writer) Write(to io.Writer, doc *placed.Document) error {
	s := p.borrow()
	defer p.giveBack(s)
	d := newDrawing(doc, s)
	contents, err := d.contents()
	if err != nil {
		return message.Errorf("draw pages: %w", err)
	}
	w := &writing{Writer: p, file: s.kept.begin(), scratch: s, Document: doc}
	w.pages, w.resources = w.next(), w.next()
	w.putPages(contents)
	entries := w.outlines() + w.tags() + catalogEntries + w.intent() + w.attached()
	info := w.info()
	w.fonts()
	w.putResources()
	root := w.object(fmt.Sprintf("<<\n/Type /Catalog\n/Pages %d 0 R\n/Lang (%s)\n%s/Metadata %d 0 R\n>>", w.pages, doc.Language, entries, w.metadata()))
	_, err = to.Write(w.close(root, info, p.plain))
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

	pages, resources int   // numbers of objects
	kids             []int // the pages'
	links            []link
	fontEntries      string
}

// A link is an annotation of a page, by the numbers of their objects.
type link struct {
	of           *placed.Part
	page, number int
}

// putPages writes each sheet and its content, then the list of the sheets.
func (w *writing) putPages(contents []page) {
	kids := ""
	for i, s := range w.Sheets {
		n := w.next()
		w.kids = append(w.kids, n)
		kids += fmt.Sprintf("%d 0 R ", n)
		content := w.stream("", w.plain, contents[i].drawn, contents[i].set)
		w.put(n, fmt.Sprintf("<</Type /Page\n/Parent %d 0 R\n/Resources %d 0 R\n%s/StructParents %d/Contents %d 0 R>>", w.pages, w.resources, w.annotations(n, s.Links), i, content))
	}
	w.put(w.pages, fmt.Sprintf("<</Type /Pages\n/Kids [%s]\n/Count %d\n/MediaBox [0 0 %.2f %.2f]\n>>", kids, len(w.kids), points(w.Width), points(w.Height)))
}

// annotations writes the parts of a page that lead somewhere and returns its entries for
// them (ISO 32000-1, 12.5.6.5). They are reached in the order of reading, and printed.
func (w *writing) annotations(page int, links []placed.Link) string {
	if len(links) == 0 {
		return ""
	}
	var b strings.Builder
	for _, l := range links {
		n := w.small("<</Type/Annot/Subtype/Link/F 4/StructParent %d/Contents%s/Rect[%.2f %.2f %.2f %.2f]/Border[0 0 0]/A<</S/URI/URI%s>>>>",
			len(w.Sheets)+len(w.links), literal(textString(l.Says)),
			l.X*typeset.PointsAMM, w.up(l.Y), (l.X+l.Width)*typeset.PointsAMM, w.up(l.Y+l.Height), literal(l.URL))
		w.links = append(w.links, link{l.Of, page, n})
		fmt.Fprintf(&b, "%d 0 R ", n)
	}
	return "/Tabs/S/Annots[" + b.String() + "]"
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
		w.small("<</Title %s\n%s/Dest [%d 0 R /XYZ 0 %.2f null]\n/Count 0>>", literal(textString(e.Text)), nodes[i], w.kids[e.Sheet], w.up(e.Y))
	}
	w.small("<</Type /Outlines /First %d 0 R\n/Last %d 0 R>>", top.first, top.last)
	return fmt.Sprintf("/Outlines %d 0 R\n/PageMode /UseOutlines\n", root)
}

// A node of the outline names its neighbours by the numbers of their objects, 0 for
// none.
type node struct{ parent, prev, next, first, last int }

func (n node) String() string {
	var b strings.Builder
	for _, e := range []struct {
		name string
		n    int
	}{{"Parent", n.parent}, {"Prev", n.prev}, {"Next", n.next}, {"First", n.first}, {"Last", n.last}} {
		if e.n != 0 {
			fmt.Fprintf(&b, "/%s %d 0 R\n", e.name, e.n)
		}
	}
	return b.String()
}

// info writes what the file says of itself.
func (w *writing) info() int {
	day := pdfDate(w.Day.Start())
	var b strings.Builder
	for _, e := range [][2]string{
		{"Producer", textString(producer)}, {"Title", textString(w.Title)}, {"Subject", textString(w.Subject)},
		{"Author", textString(w.Author)}, {"Keywords", textString(w.Keywords)}, {"CreationDate", day}, {"ModDate", day},
	} {
		fmt.Fprintf(&b, "/%s %s\n", e[0], literal(e[1]))
	}
	return w.object("<<\n" + b.String() + ">>")
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
		stream := w.stream(entries, w.plain, f.Content)
		spec := w.small("<</Type/Filespec/AFRelationship/Data/F<%X>/UF<%X>/Desc<%X>/EF<</F %d 0 R/UF %[4]d 0 R>>>>", f.Name, textString(f.Name), textString(f.What), stream)
		fmt.Fprintf(&names, "<%X>%d 0 R", f.Name, spec)
		fmt.Fprintf(&specs, "%d 0 R ", spec)
	}
	return fmt.Sprintf("/AF[%s]/Names<</EmbeddedFiles<</Names[%s]>>>>", &specs, &names)
}

// putResources writes what all pages draw with.
func (w *writing) putResources() {
	w.put(w.resources, fmt.Sprintf("<<\n/ProcSet [/PDF /Text /ImageB /ImageC /ImageI]\n/Font <<%s\n>>\n/XObject <<\n>>\n/ColorSpace <<\n>>\n>>", w.fontEntries))
}
