package document

import "strings"

// A wording is what a paragraph says, and what hangs on it.
type wording struct {
	number, words string
	goesOn        bool // its end was deleted: the next paragraph is its rest
	notes         []note
	boxes         []*node
}

type note struct {
	kind string
	node *node
}

// words reads a paragraph.
func (d *docx) words(p *node) *wording {
	properties := p.child("pPr")
	id := properties.val("pStyle")
	s := d.inherited(id)
	x := &wording{}
	if strings.HasPrefix(s.name, "toc ") {
		return x
	}
	mark := properties.child("rPr")
	x.goesOn = mark.child("del").name != "" || mark.child("moveFrom").name != ""
	if !x.goesOn {
		x.number = d.numbers.of(properties.child("numPr"), s.numbering, id)
	}
	var out strings.Builder
	out.WriteString(d.carried)
	d.carried = ""
	d.runs(p, s.hidden, x, &out)
	x.words = out.String()
	return x
}

// runs reads what stands in a line.
func (d *docx) runs(n *node, hidden bool, x *wording, out *strings.Builder) {
	for _, k := range n.kids {
		switch k.name {
		case "pPr", "rPr", "del", "moveFrom", "sdtPr", "rt":
		case "r":
			d.runs(k, d.hidden(k, hidden), x, out)
		case "AlternateContent":
			d.runs(chosen(k), hidden, x, out)
		case "txbxContent":
			if !hidden {
				x.boxes = append(x.boxes, k)
			}
		case "footnoteReference":
			d.refer(footnote, k, hidden, x)
		case "endnoteReference":
			d.refer(endnote, k, hidden, x)
		default:
			if !hidden {
				out.WriteString(spoken(k))
			}
			d.runs(k, hidden, x, out)
		}
	}
}

// spoken is what an element of a run stands for.
func spoken(n *node) string {
	switch n.name {
	case "t":
		return string(n.text)
	case "tab", "ptab":
		return " "
	case "br", "cr":
		return "\n"
	case "noBreakHyphen":
		return "-"
	}
	return ""
}

// refer takes up a note, once.
func (d *docx) refer(kind string, k *node, hidden bool, x *wording) {
	id := k.attr("id")
	n := d.notes[kind][id]
	if n == nil || hidden {
		return
	}
	delete(d.notes[kind], id)
	x.notes = append(x.notes, note{kind, n})
}

// hidden reports whether a run is not shown, or struck out; what it says itself of the
// first goes before its style.
func (d *docx) hidden(run *node, above bool) bool {
	properties := run.child("rPr")
	if properties.child("vanish").name != "" {
		return properties.has("vanish")
	}
	return above || properties.has("strike") || properties.has("dstrike") || d.inherited(properties.val("rStyle")).hidden
}
