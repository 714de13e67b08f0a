package pdf

import (
	"strconv"

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
		return "H" + strconv.Itoa(p.Level)
	}
	return tagNames[p.Role]
}

// tags writes the structure of the document (ISO 32000-1, 14.7; ISO 14289-1) and returns
// the catalog's entries for it, "" where it has none.
func (w *writing) tags() string {
	if len(w.Parts) == 0 {
		return ""
	}
	root, whole := w.next(), w.next()
	w.element(&placed.Part{Kids: kidsOf(w.Parts)}, "Document", whole, root)
	parents := w.parents()
	clear(w.numbers)
	w.pack(root)
	b := ref(append(w.packed, "<</Type/StructTreeRoot/K "...), whole)
	b = ref(append(b, "/ParentTree "...), parents)
	b = strconv.AppendInt(append(b, "/ParentTreeNextKey "...), int64(len(w.Sheets)+len(w.links)), 10)
	w.packed = append(b, ">>\n"...)
	return "/MarkInfo<</Marked true>>/StructTreeRoot " + strconv.Itoa(root) + " 0 R"
}

func kidsOf(parts []*placed.Part) []placed.Kid {
	kids := make([]placed.Kid, len(parts))
	for i, p := range parts {
		kids[i].Part = p
	}
	return kids
}

// element writes a part and all that is in it.
func (w *writing) element(p *placed.Part, tag string, n, parent int) {
	w.numbers[p] = n
	w.pack(n)
	b := append(append(w.packed, "<</S/"...), tag...)
	b = attributes(ref(append(b, "/P "...), parent), w, p)
	page := int32(-1) // that of the content which is named by its mark alone
	for _, k := range p.Kids {
		if k.Part == nil {
			page = k.Sheet
			b = ref(append(b, "/Pg "...), w.kids[page])
			break
		}
	}
	b = append(b, "/K["...)
	inside := len(w.places) // the number of the next part in it
	for _, k := range p.Kids {
		switch {
		case k.Part != nil:
			b = append(ref(b, w.next()), ' ')
		case k.Sheet == page:
			b = append(strconv.AppendInt(b, int64(k.Mark), 10), ' ')
		default:
			b = ref(append(b, "<</Type/MCR/Pg "...), w.kids[k.Sheet])
			b = strconv.AppendInt(append(b, "/MCID "...), int64(k.Mark), 10)
			b = append(b, ">>"...)
		}
	}
	for _, l := range w.links {
		if l.of == p {
			b = ref(append(b, "<</Type/OBJR/Pg "...), l.page)
			b = append(ref(append(b, "/Obj "...), l.number), ">>"...)
		}
	}
	w.packed = append(b, "]>>\n"...)
	for _, k := range p.Kids {
		if k.Part != nil {
			w.element(k.Part, tagOf(k.Part), inside, n)
			inside++
		}
	}
}

// attributes appends what the place of an element among others does not say.
func attributes(b []byte, w *writing, p *placed.Part) []byte {
	switch {
	case p.Role == placed.Figure:
		b = said(append(b, "/Alt"...), p.Says)
		b = append(b, "/A<</O/Layout/Placement/Block/BBox"...)
		b = rectangle(b, p.X*typeset.PointsAMM, w.up(p.Y+p.Height), (p.X+p.Width)*typeset.PointsAMM, w.up(p.Y))
		b = append(b, ">>"...)
	case p.Says != "":
		b = said(append(b, "/ActualText"...), p.Says)
	case p.Role == placed.Head:
		b = append(b, "/A<</O/Table/Scope/Column>>"...)
	case p.Role == placed.Cell && p.Rows > 1:
		b = strconv.AppendInt(append(b, "/A<</O/Table/RowSpan "...), int64(p.Rows), 10)
		b = append(b, ">>"...)
	}
	return b
}

// parents writes the way back from what pages show to the elements: by the mark of a
// page's content, by the number of a link (ISO 32000-1, 14.7.4.4).
func (w *writing) parents() int {
	n := w.next()
	w.pack(n)
	b := append(w.packed, "<</Nums["...)
	for i, s := range w.Sheets {
		b = append(strconv.AppendInt(b, int64(i), 10), '[')
		for _, p := range s.Marks {
			b = append(ref(b, w.numbers[p]), ' ')
		}
		b = append(b, ']')
	}
	for i, l := range w.links {
		if l.of != nil {
			b = append(strconv.AppendInt(b, int64(len(w.Sheets)+i), 10), ' ')
			b = append(ref(b, w.numbers[l.of]), ' ')
		}
	}
	w.packed = append(b, "]>>\n"...)
	return n
}
