package ofd

import (
	"fmt"
	"strings"
	"unicode"

	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// page spells one sheet: areas, rules, codes, texts, each kind over those before it.
func (w *writing) page(s placed.Sheet) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<ofd:Page %s><ofd:Area><ofd:PhysicalBox>%s</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="%d" Type="Body">`, space, w.box(), w.next())
	for _, a := range s.Areas {
		w.area(&b, a)
	}
	for _, r := range s.Rules {
		w.rule(&b, r)
	}
	for _, c := range s.Codes {
		w.code(&b, c)
	}
	for _, t := range s.Texts {
		w.text(&b, t)
	}
	b.WriteString(`</ofd:Layer></ofd:Content></ofd:Page>`)
	return b.String()
}

func (w *writing) area(b *strings.Builder, a placed.Area) {
	width, height := lengthOf(a.Width), lengthOf(a.Height)
	fmt.Fprintf(b, `<ofd:PathObject ID="%d" Boundary="%s" Stroke="false" Fill="true"><ofd:FillColor Value="%s"/><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>`,
		w.next(), box(lengthOf(a.X), lengthOf(a.Y), width, height), color(a.Ink), rectangle(0, 0, width, height))
}

// rule spells a straight line. Its boundary has room for the line's thickness, since
// readers show nothing outside of it.
func (w *writing) rule(b *strings.Builder, r placed.Stroke) {
	room := lengthOf(r.Thickness)
	x1, y1, x2, y2 := lengthOf(r.X1), lengthOf(r.Y1), lengthOf(r.X2), lengthOf(r.Y2)
	left, top := min(x1, x2)-room, min(y1, y2)-room
	dash := ""
	if r.Dash > 0 {
		dash = fmt.Sprintf(` DashPattern="%s %[1]s"`, lengthOf(r.Dash))
	}
	fmt.Fprintf(b, `<ofd:PathObject ID="%d" Boundary="%s" LineWidth="%s"%s><ofd:StrokeColor Value="%s"/><ofd:AbbreviatedData>M %s %s L %s %s</ofd:AbbreviatedData></ofd:PathObject>`,
		w.next(), box(left, top, max(x1, x2)+room-left, max(y1, y2)+room-top), lengthOf(r.Thickness), dash, color(r.Ink), x1-left, y1-top, x2-left, y2-top)
}

// code spells a QR code as one path of rectangles.
func (w *writing) code(b *strings.Builder, c placed.Code) {
	const hair = 7 // more, so that no reader leaves a gap between rows
	var path []string
	at := func(modules uint8) length { return lengthOf(c.Side * float64(modules) / float64(c.Size)) }
	for _, r := range c.Dark {
		path = append(path, rectangle(at(r.X), at(r.Y), at(r.X+r.Width)-at(r.X), at(r.Y+1)-at(r.Y)+hair))
	}
	side := lengthOf(c.Side)
	fmt.Fprintf(b, `<ofd:PathObject ID="%d" Boundary="%s" Stroke="false" Fill="true"><ofd:FillColor Value="0 0 0"/><ofd:AbbreviatedData>%s</ofd:AbbreviatedData></ofd:PathObject>`,
		w.next(), box(lengthOf(c.X), lengthOf(c.Y), side, side+hair), strings.Join(path, " "))
}

func rectangle(x, y, width, height length) string {
	return fmt.Sprintf("M %s %s L %s %[2]s L %[3]s %[4]s L %[1]s %[4]s C", x, y, x+width, y+height)
}

// A letter is a cell and where it stands on its sheet.
type letter struct {
	typeset.Cell
	left, right length
}

// text spells a line: an object for each stretch in one face. Blanks that are no part
// of the words are left out, as are those at the ends of a stretch, which some readers
// take away, and the places of the rest with them.
func (w *writing) text(b *strings.Builder, t placed.Text) {
	em := t.Size / typeset.PointsAMM / typeset.Em
	var stretch []letter
	for i, c := range t.Cells {
		if len(stretch) > 0 && c.Face != stretch[0].Face {
			w.stretch(b, stretch, t)
			stretch = nil
		}
		if t.Silent(i) || unicode.IsSpace(c.Char) && len(stretch) == 0 {
			continue
		}
		c.Half = false // its place says how wide it is
		stretch = append(stretch, letter{c, lengthOf(t.X + float64(c.X)*em), lengthOf(t.X + float64(c.X+c.Width)*em)})
	}
	w.stretch(b, stretch, t)
}

// Room that letters may take above and below the baseline, in parts of an em: those
// of Latin reach under the em box of Han.
const above, below = 1, 0.35

func (w *writing) stretch(b *strings.Builder, letters []letter, t placed.Text) {
	for len(letters) > 0 && unicode.IsSpace(letters[len(letters)-1].Char) {
		letters = letters[:len(letters)-1]
	}
	if len(letters) == 0 {
		return
	}
	size, baseline := t.Size/typeset.PointsAMM, lengthOf(t.Y)
	left, top, right := letters[0].left, baseline-lengthOf(above*size), letters[len(letters)-1].right
	fmt.Fprintf(b, `<ofd:TextObject ID="%d" Boundary="%s" Font="%d" Size="%s"><ofd:FillColor Value="%s"/>`,
		w.next(), box(left, top, right-left, lengthOf((above+below)*size)), w.fonts[letters[0].Face], lengthOf(size), color(t.Ink))
	for _, part := range parts(letters) {
		fmt.Fprintf(b, `<ofd:TextCode X="%s" Y="%s"`, part[0].left-left, baseline-top)
		if len(part) > 1 {
			fmt.Fprintf(b, ` DeltaX="%s"`, steps(part))
		}
		fmt.Fprintf(b, `>%s</ofd:TextCode>`, quoted(w.words(part)))
	}
	b.WriteString(`</ofd:TextObject>`)
}

// words are the characters of letters, which are taken into the cut face.
func (w *writing) words(letters []letter) string {
	var b strings.Builder
	for _, l := range letters {
		w.cuts[l.Face].Code(l.Cell)
		b.WriteRune(l.Char)
	}
	return b.String()
}

// parts gives characters beyond the basic plane parts of their own: some readers count
// them twice and would place what follows one too far.
func parts(letters []letter) [][]letter {
	var all [][]letter
	from := 0
	for i := range letters {
		if i > from && (letters[i].Char > 0xFFFF || letters[i-1].Char > 0xFFFF) {
			all, from = append(all, letters[from:i]), i
		}
	}
	return append(all, letters[from:])
}

// steps are the ways from each letter to the next; equal ones are told once (g, how
// many, the step).
func steps(letters []letter) string {
	var all []string
	for i := 1; i < len(letters); {
		step, n := letters[i].left-letters[i-1].left, 1
		for i+n < len(letters) && letters[i+n].left-letters[i+n-1].left == step {
			n++
		}
		switch {
		case n > 2:
			all = append(all, fmt.Sprintf("g %d %s", n, step))
		default:
			for range n {
				all = append(all, step.String())
			}
		}
		i += n
	}
	return strings.Join(all, " ")
}
