package pdf

import (
	"bytes"
	"fmt"

	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// tagNames are what ISO 32000-1, 14.8.4 calls the roles of parts; a heading has its
// level behind it.
var tagNames = [...]string{
	placed.Paragraph: "P", placed.Heading: "H", placed.List: "L", placed.Item: "LI", placed.Label: "Lbl", placed.Body: "LBody",
	placed.Table: "Table", placed.Row: "TR", placed.Head: "TH", placed.Cell: "TD", placed.Figure: "Figure", placed.Anchor: "Link", placed.Span: "Span",
}

func tagOf(p *placed.Part) string {
	if p.Role == placed.Heading {
		return fmt.Sprint("H", p.Level)
	}
	return tagNames[p.Role]
}

// A tagging is the structure of a document on its way into its file (ISO 32000-1, 14.7;
// ISO 14289-1).
type tagging struct {
	*writing
	numbers map[*placed.Part]int
}

// tags writes the structure and returns the catalog's entries for it, "" where the
// document has none.
func (w *writing) tags() string {
	if len(w.Parts) == 0 {
		return ""
	}
	t := &tagging{w, make(map[*placed.Part]int)}
	root, whole := w.next(), w.next()
	t.element(&placed.Part{Kids: kidsOf(w.Parts)}, "Document", whole, root)
	parents := t.parents()
	fmt.Fprintf(w.pack(root), "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>\n", whole, parents, len(w.Sheets)+len(w.links))
	return fmt.Sprintf("/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R", root)
}

func kidsOf(parts []*placed.Part) []placed.Kid {
	kids := make([]placed.Kid, len(parts))
	for i, p := range parts {
		kids[i].Part = p
	}
	return kids
}

// element writes a part and all that is in it.
func (t *tagging) element(p *placed.Part, tag string, n, parent int) {
	t.numbers[p] = n
	b := t.pack(n)
	fmt.Fprintf(b, "<</S/%s/P %d 0 R", tag, parent)
	t.attributes(b, p)
	page := -1 // that of the content which is named by its mark alone
	for _, k := range p.Kids {
		if k.Part == nil {
			page = k.Sheet
			fmt.Fprintf(b, "/Pg %d 0 R", t.kids[page])
			break
		}
	}
	b.WriteString("/K[")
	var inside []int
	for _, k := range p.Kids {
		switch {
		case k.Part != nil:
			inside = append(inside, t.next())
			fmt.Fprintf(b, "%d 0 R ", inside[len(inside)-1])
		case k.Sheet == page:
			fmt.Fprintf(b, "%d ", k.Mark)
		default:
			fmt.Fprintf(b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", t.kids[k.Sheet], k.Mark)
		}
	}
	for _, l := range t.links {
		if l.of == p {
			fmt.Fprintf(b, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", l.page, l.number)
		}
	}
	b.WriteString("]>>\n")
	for _, k := range p.Kids {
		if k.Part != nil {
			t.element(k.Part, tagOf(k.Part), inside[0], n)
			inside = inside[1:]
		}
	}
}

// attributes says of an element what its place among others does not.
func (t *tagging) attributes(b *bytes.Buffer, p *placed.Part) {
	switch {
	case p.Role == placed.Figure:
		fmt.Fprintf(b, "/Alt%s/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>", literal(textString(p.Says)),
			p.X*typeset.PointsAMM, t.up(p.Y+p.Height), (p.X+p.Width)*typeset.PointsAMM, t.up(p.Y))
	case p.Says != "":
		fmt.Fprintf(b, "/ActualText%s", literal(textString(p.Says)))
	case p.Role == placed.Head:
		b.WriteString("/A<</O/Table/Scope/Column>>")
	case p.Role == placed.Cell && p.Rows > 1:
		fmt.Fprintf(b, "/A<</O/Table/RowSpan %d>>", p.Rows)
	}
}

// parents writes the way back from what pages show to the elements: by the mark of a
// page's content, by the number of a link (ISO 32000-1, 14.7.4.4).
func (t *tagging) parents() int {
	n := t.next()
	b := t.pack(n)
	b.WriteString("<</Nums[")
	for i, s := range t.Sheets {
		fmt.Fprintf(b, "%d[", i)
		for _, p := range s.Marks {
			fmt.Fprintf(b, "%d 0 R ", t.numbers[p])
		}
		b.WriteString("]")
	}
	for i, l := range t.links {
		if l.of != nil {
			fmt.Fprintf(b, "%d %d 0 R ", len(t.Sheets)+i, t.numbers[l.of])
		}
	}
	b.WriteString("]>>\n")
	return n
}
