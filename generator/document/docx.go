package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"tonggao/generator/later"
	"tonggao/generator/message"
)

// docx is a .docx while it is read. Tracked changes count as accepted; headers and
// footers, comments and hidden text are left out; what stands in a note or a text box
// follows the paragraph that it hangs on.
type docx struct {
	w       *writer
	styles  map[string]style
	numbers *numbers
	notes   map[string]map[string]*node // by kind and id

	titleLevel, topLevel int // of headings; 0 for none

	tables, noted, boxes int
	carried              string // the words of a paragraph whose end was deleted
}

// Where a paragraph hangs: its place but for its own number, which counts on.
type spot struct {
	Place
	paragraphs *int
}

var broken = &failure{message.Say("the .docx is broken"), message.Say("open it in Word or WPS, which can mend it, and save it again")}

// readDocx reads Word's file.
func readDocx(raw []byte, w *writer) *failure {
	parts, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return broken
	}
	roots := map[string]*node{}
	names := partNames(parts)
	for _, name := range [...]string{"document", "styles", "numbering", "footnotes", "endnotes"} {
		root, err := part(parts, names[name])
		if errors.Is(err, errBounds) {
			return &failure{message.Say("the .docx unpacks to more than a notice has"), message.Say("save the notice alone, its text without pictures")}
		}
		if err != nil && name == "document" {
			return broken
		}
		roots[name] = root
	}
	if roots["document"] == nil {
		return broken
	}
	d := &docx{w: w, styles: stylesOf(roots["styles"]), notes: map[string]map[string]*node{}}
	d.numbers = numbersOf(roots["numbering"], d.styles)
	for kind, of := range map[string]string{footnote: "footnotes", endnote: "endnotes"} {
		d.notes[kind] = notesOf(roots[of], of)
	}
	body := roots["document"].child("document").child("body")
	d.setOutline(body)
	d.blocks(body, spot{Place{}, new(int)})
	w.paragraph(Place{}, d.carried)
	return nil
}

func notesOf(root *node, of string) map[string]*node {
	all := map[string]*node{}
	if root == nil {
		return all
	}
	for _, n := range root.child(of).kids {
		if t := n.attr("type"); t == "" || t == "normal" {
			all[n.attr("id")] = n
		}
	}
	return all
}

// blocks reads paragraphs and tables.
func (d *docx) blocks(n *node, at spot) {
	for _, k := range n.kids {
		if d.w.full {
			return
		}
		switch k.name {
		case "p":
			d.paragraph(k, at)
		case "tbl":
			d.table(k, at)
		case "del", "moveFrom", "sdtPr", "sectPr":
		case "AlternateContent":
			d.blocks(chosen(k), at)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag":
			d.blocks(k, at)
		}
	}
}

// chosen is the half of a choice that Word of today shows; the other says the same.
func chosen(n *node) *node {
	if c := n.child("Choice"); c.name != "" {
		return c
	}
	return n.child("Fallback")
}

// paragraph writes one, and behind it its notes and text boxes.
func (d *docx) paragraph(p *node, at spot) {
	x := d.words(p)
	if x.goesOn {
		d.carried = x.words
		d.beside(x)
		return
	}
	if tidy(x.words) != "" {
		*at.paragraphs++
		place := at.Place
		place.Paragraph = *at.paragraphs
		d.w.paragraph(place, x.number+d.mark(p, x)+tidy(x.words))
	}
	d.beside(x)
}

// beside writes what hangs on a paragraph.
func (d *docx) beside(x *wording) {
	for _, b := range x.boxes {
		d.boxes++
		d.blocks(b, spot{Place{Note: textBox, Number: d.boxes}, new(int)})
	}
	for _, n := range x.notes {
		d.noted++
		d.blocks(n.node, spot{Place{Note: n.kind, Number: d.noted}, new(int)})
	}
}

var typedNumber = later.Compile(`^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]|第[一二三四五六七八九十0-9]{1,3}[章节条]|[①-⑳])`)

// mark is that of a heading which has no number to be told by. A sentence is none,
// whatever its style.
func (d *docx) mark(p *node, x *wording) string {
	level := d.headingLevel(p)
	if level == 0 || level == d.titleLevel || x.number != "" || typedNumber.MatchString(x.words) ||
		utf8.RuneCountInString(x.words) > 40 || strings.ContainsAny(x.words, "。；\n") {
		return ""
	}
	return strings.Repeat("#", min(max(level-d.topLevel, 0), 4)+2) + " "
}
