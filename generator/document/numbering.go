package document

import (
	"strconv"
	"strings"

	"tonggao/generator/later"
)

// A level is one of the nine of a list: how it counts and what it writes.
type level struct {
	start, restart int // restart 0: never; -1: whenever a higher level counts
	format, text   string
	legal          bool   // all numbers as digits
	style          string // the paragraphs that have it
}

// A list is what paragraphs name by a number; those of one pattern count on together.
type list struct {
	pattern string
	levels  [9]level
	begins  [9]int // where this list, and not its pattern, begins; -1 for nowhere
	begun   [9]bool
}

// A pattern counts.
type pattern struct {
	levels [9]level
	link   string // the style that has the levels
	counts [9]int
	used   [9]bool
}

// numbers are the automatic numbers of a document.
type numbers struct {
	patterns map[string]*pattern
	lists    map[string]*list
}

// numbersOf reads the numbering of a document.
func numbersOf(root *node, styles map[string]style) *numbers {
	n := &numbers{map[string]*pattern{}, map[string]*list{}}
	if root == nil {
		return n
	}
	byStyle := map[string]*pattern{}
	for _, k := range root.child("numbering").kids {
		if k.name != "abstractNum" {
			continue
		}
		p := &pattern{link: k.val("numStyleLink")}
		for i := range p.levels {
			p.levels[i] = level{start: 1, restart: -1, format: "none"}
		}
		setLevels(&p.levels, k)
		n.patterns[k.attr("abstractNumId")] = p
		if s := k.val("styleLink"); s != "" {
			byStyle[s] = p
		}
	}
	for _, k := range root.child("numbering").kids {
		p := n.patterns[k.val("abstractNumId")]
		if k.name != "num" || p == nil {
			continue
		}
		if p.link != "" && byStyle[p.link] != nil {
			p.levels, p.link = byStyle[p.link].levels, ""
		}
		l := &list{pattern: k.val("abstractNumId"), levels: p.levels, begins: [9]int{-1, -1, -1, -1, -1, -1, -1, -1, -1}}
		for _, o := range k.kids {
			if i, ok := levelIndex(o.attr("ilvl")); ok && o.name == "lvlOverride" {
				setLevels(&l.levels, o)
				l.begins[i] = number(o.val("startOverride"), l.begins[i])
			}
		}
		n.lists[k.attr("numId")] = l
	}
	return n
}

// setLevels reads the levels that stand in a node.
func setLevels(levels *[9]level, n *node) {
	for _, k := range n.kids {
		i, ok := levelIndex(k.attr("ilvl"))
		if !ok || k.name != "lvl" {
			continue
		}
		levels[i] = level{start: number(k.val("start"), 0), restart: number(k.val("lvlRestart"), -1),
			format: k.val("numFmt"), text: k.val("lvlText"), legal: k.has("isLgl"), style: k.val("pStyle")}
		if f := k.child("numFmt"); f.name == "" {
			levels[i].format = "decimal"
		}
	}
}

func levelIndex(written string) (int, bool) {
	i, err := strconv.Atoi(written)
	return i, err == nil && i >= 0 && i < 9
}

// number reads a count; what no document has is the other.
func number(written string, other int) int {
	n, err := strconv.Atoi(written)
	if err != nil || n < 0 || n > 32767 {
		return other
	}
	return n
}

// of returns the number that Word writes before a paragraph, or "".
func (n *numbers) of(own, styled *node, styleID string) string {
	properties := own
	if own.name == "" {
		properties = styled
	}
	if properties == nil {
		return ""
	}
	id := properties.val("numId")
	if id == "" && styled != nil {
		id = styled.val("numId")
	}
	l := n.lists[id]
	if l == nil {
		return ""
	}
	i, ok := levelIndex(properties.val("ilvl"))
	if !ok && styled != nil {
		i, _ = levelIndex(styled.val("ilvl"))
	}
	for k, lv := range l.levels {
		if !ok && lv.style != "" && lv.style == styleID {
			i = k
		}
	}
	if i < 0 || i > 8 {
		i = 0
	}
	p := n.patterns[l.pattern]
	p.count(l, i)
	return p.write(l, i)
}

// count goes on by one in a level, and lets those below it begin anew.
func (p *pattern) count(l *list, i int) {
	switch {
	case l.begins[i] >= 0 && !l.begun[i]:
		p.counts[i], l.begun[i] = l.begins[i], true
	case !p.used[i]:
		p.counts[i] = l.levels[i].start
	default:
		p.counts[i]++
	}
	p.used[i] = true
	for above := range i {
		if !p.used[above] {
			p.counts[above] = l.levels[above].start // shown, and not yet counted
		}
	}
	for below := i + 1; below < 9; below++ {
		if r := l.levels[below].restart; r < 0 || r > 0 && i < r {
			p.used[below] = false
		}
	}
}

var (
	slot   = later.Compile(`%[1-9]`)
	dotted = later.Compile(`^[0-9]+(?:[.．-][0-9]+)+[.．、]?$`)
	bare   = later.Compile(`^[0-9]+$`)
)

// write spells a number. 2.1 is written （1）: behind a line's begin it would pass for a
// day, and the levels of a notice are not told by dots.
func (p *pattern) write(l *list, i int) string {
	lv := l.levels[i]
	switch {
	case lv.format == "bullet":
		return "- "
	case lv.format == "none" && !slot.MatchString(lv.text):
		return ""
	}
	written := slot.ReplaceAllStringFunc(lv.text, func(s string) string {
		k := int(s[1] - '1')
		format := l.levels[k].format
		if lv.legal && k != i {
			format = "decimal"
		}
		return spelled(p.counts[k], format)
	})
	written = strings.TrimFunc(written, blank)
	switch {
	case written == "":
		return ""
	case dotted.MatchString(written):
		return "（" + strconv.Itoa(p.counts[i]) + "）"
	case bare.MatchString(written):
		return written + ". "
	case written[len(written)-1] < 0x80 || strings.HasSuffix(written, "．"):
		return written + " "
	}
	return written
}
