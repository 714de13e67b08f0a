package document

import (
	"strconv"
	"strings"
)

// A style is what of a style of paragraphs or characters bears on words.
type style struct {
	name, basedOn string
	hidden        bool
	outline       int // 1 for a heading of the first level; 0 for none
	numbering     *node
}

// stylesOf reads the styles of a document by their ids.
func stylesOf(root *node) map[string]style {
	all := map[string]style{}
	if root == nil {
		return all
	}
	for _, s := range root.child("styles").kids {
		if s.name != "style" {
			continue
		}
		properties := s.child("pPr")
		st := style{name: strings.ToLower(s.val("name")), basedOn: s.val("basedOn"), hidden: s.child("rPr").has("vanish"), outline: outlineOf(properties)}
		if n := properties.child("numPr"); n.name != "" {
			st.numbering = n
		}
		if level, found := strings.CutPrefix(st.name, "heading "); found && st.outline == 0 {
			st.outline, _ = strconv.Atoi(level)
		}
		all[s.attr("styleId")] = st
	}
	return all
}

// outlineOf is the level of a heading, from 1; 0 for text.
func outlineOf(properties *node) int {
	level, err := strconv.Atoi(properties.val("outlineLvl"))
	if err != nil || level < 0 || level > 8 {
		return 0
	}
	return level + 1
}

// mostBases bounds the styles that a style stands on; Word allows ten.
const mostBases = 12

// inherited is a style with what it takes from those that it is based on.
func (d *docx) inherited(id string) style {
	s := d.styles[id]
	for above, n := s.basedOn, 0; above != "" && n < mostBases; n++ {
		base := d.styles[above]
		s.hidden = s.hidden || base.hidden
		if s.outline == 0 {
			s.outline = base.outline
		}
		if s.numbering == nil {
			s.numbering = base.numbering
		}
		above = base.basedOn
	}
	return s
}

// headingLevel is that of a paragraph among headings, from 1; 0 for text.
func (d *docx) headingLevel(p *node) int {
	properties := p.child("pPr")
	if properties.child("outlineLvl").name != "" {
		return outlineOf(properties)
	}
	level := d.inherited(properties.val("pStyle")).outline
	if level > 9 || level < 0 {
		return 0
	}
	return level
}

// setOutline finds the level that headings of sections have: a heading of a level
// that no other has, before all text, is the title.
func (d *docx) setOutline(body *node) {
	counts, first, seen := [10]int{}, 0, false
	var walk func(n *node)
	walk = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "p":
				if !worded(k) {
					continue
				}
				level := d.headingLevel(k)
				if !seen {
					seen, first = true, level
				}
				counts[level]++
			case "sdt", "sdtContent", "customXml", "ins":
				walk(k)
			}
		}
	}
	walk(body)
	if first > 0 && counts[first] == 1 {
		counts[first], d.titleLevel = 0, first
	}
	for level := 9; level >= 1; level-- {
		if counts[level] > 0 {
			d.topLevel = level
		}
	}
}

// worded reports whether there is a word in a node.
func worded(n *node) bool {
	if n.name == "del" || n.name == "moveFrom" {
		return false
	}
	if strings.TrimFunc(string(n.text), blank) != "" {
		return true
	}
	for _, k := range n.kids {
		if worded(k) {
			return true
		}
	}
	return false
}
