package placed

import "slices"

// A Part is an element of what a document says: a heading, a paragraph, a cell. Parts
// are in the order of reading, which is that of the sheets. What belongs to no part is
// the sheet's furniture: rules, page numbers, whatever stands again on a further sheet.
type Part struct {
	Role                Role
	Level               int     // of a heading, from 1; none is skipped
	Rows                int     // of a cell, how many it spans where that is more than one
	Says                string  // what is said in place of what is shown; of a figure always
	X, Y, Width, Height float64 // of a figure, on its sheet
	Kids                []Kid

	in     *Part // nil for one that is in the document itself
	listed bool  // it is among the document's
}

// A Kid is a part of a part or, where Part is nil, the marked content that one sheet
// shows of it.
type Kid struct {
	*Part
	Sheet, Mark int32 // of Document.Sheets, of Sheet.Marks; both from 0
}

// A Role is what a part is.
type Role int

// Roles of parts. A list has items, an item a label, if any, and a body; a table has
// rows, a row heads of columns or cells; a link or a span is inside a line.
const (
	Paragraph Role = iota
	Heading
	List
	Item
	Label
	Body
	Table
	Row
	Head
	Cell
	Figure
	Anchor
	Span
)

// Add makes a part inside this one, or in the document itself where this is nil.
func (p *Part) Add(role Role) *Part {
	kid := &Part{Role: role, in: p}
	if p != nil {
		p.Kids = append(p.Kids, Kid{Part: kid})
	}
	return kid
}

// AddRow makes a row inside this table, and returns its so many heads or cells.
func (p *Part) AddRow(role Role, count int) Parts {
	row, made, all := p.Add(Row), make([]Part, count), make(Parts, count)
	row.Kids = make([]Kid, count)
	for i := range made {
		made[i] = Part{Role: role, in: row}
		all[i], row.Kids[i] = &made[i], Kid{Part: &made[i]}
	}
	return all
}

// Disown takes a part out of the one that it was added to.
func (p *Part) Disown() {
	if p.in == nil {
		return
	}
	p.in.Kids = slices.DeleteFunc(p.in.Kids, func(k Kid) bool { return k.Part == p })
}

// top is the part of the document itself that this one is in.
func (p *Part) top() *Part {
	for p.in != nil {
		p = p.in
	}
	return p
}

// Parts are those to which the spans of a line belong, by their number; the last stands
// for all that follow. A line that is furniture has none.
type Parts []*Part

func (p Parts) of(span int32) *Part {
	if len(p) == 0 {
		return nil
	}
	return p[min(int(span), len(p)-1)]
}

// A Place is where a figure stands on a sheet, in millimetres.
type Place struct {
	Of                  *Part
	X, Y, Width, Height float64
}
