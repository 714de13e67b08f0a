// Package outline numbers the sections of a notice, or of its edition for one audience, and
// gives each its address in the page: what a text refers to by 第三条第（二）项, a page by a
// link. It composes no text; that is article's.
//
// Begin reading at Of.
package outline

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// A Heading is a heading of a notice: a fragment's title, a heading in it, a question,
// or an annex's head.
type Heading struct {
	Fragment  *site.Fragment // whose title it is; else nil
	Heading   *prose.Heading // likewise
	Annex     *site.Annex    // whose head it is, or in which it stands; else nil
	Level     int            // 1 to 4; 0 for an annex's head
	Numbers   [5]int         // of the headings that it stands below, by level, and its own; 0 where there is none
	Question  bool           // it is a question: its number counts questions
	Addresses []string       // its address in the page, then those that it had; unique in the notice
}

// Headings are the sections of a notice, or of its edition for one audience, in reading
// order.
type Headings []*Heading

// Of numbers the sections. Addresses are those of the whole notice: an edition has fewer
// sections and other numbers, never other addresses. In questions, a heading for other
// audiences hides what stands below it. A nil audience stands for the whole notice.
func Of(n *site.Notice, a *site.Audience) Headings {
	if a == nil {
		o := headings(n, nil)
		o.address()
		return o
	}
	whole, own := Of(n, nil), headings(n, a)
	for _, s := range own {
		s.Addresses = whole.of(s).Addresses
	}
	return own
}

func headings(n *site.Notice, a *site.Audience) Headings {
	c := counter{audience: a}
	for _, f := range n.Fragments {
		if f.For(a) {
			c.fragment(f)
		}
	}
	for _, x := range n.Annexes {
		if x.Prose != nil && x.For(a) {
			clear(c.numbers[:])
			c.annex = x
			c.add(&Heading{Annex: x, Addresses: addressesOf(x.ID, x.Former)})
			c.blocks(x.Prose.Blocks, 0, false)
		}
	}
	return c.outline
}

// A counter walks a notice and keeps count of its numbers.
type counter struct {
	audience *site.Audience
	annex    *site.Annex
	numbers  [5]int // those below a heading start anew
	outline  Headings
}

func (c *counter) add(s *Heading) { c.outline = append(c.outline, s) }

func (c *counter) heading(s *Heading) {
	c.numbers[s.Level]++
	clear(c.numbers[s.Level+1:])
	s.Numbers, s.Annex = c.numbers, c.annex
	c.add(s)
}

func (c *counter) fragment(f *site.Fragment) {
	top := 0
	if f.Title != "" {
		top = 1
		c.heading(&Heading{Fragment: f, Level: 1, Addresses: addressesOf(f.ID, f.Former)})
	}
	c.blocks(f.Prose.Blocks, top, f.Kind == site.FAQ)
}

func (c *counter) blocks(blocks []prose.Block, top int, faq bool) {
	hidden := 0 // the level of the heading that hides what follows; 0 for none
	for _, b := range blocks {
		h, isHeading := b.(*prose.Heading)
		if !isHeading || hidden > 0 && h.Level > hidden {
			continue
		}
		if hidden = 0; !c.concerns(h.Audience) {
			hidden = h.Level
			continue
		}
		c.heading(&Heading{Heading: h, Level: min(4, top+h.Level), Question: faq && h.Level == 1, Addresses: slices.Clone(h.Addresses())})
	}
}

func (c *counter) concerns(audience []string) bool {
	return c.audience == nil || len(audience) == 0 || slices.Contains(audience, c.audience.ID)
}

func addressesOf(id string, former []string) []string {
	all := []string{prose.AddressOf(id)}
	for _, old := range former {
		all = append(all, prose.AddressOf(old))
	}
	return all
}

// PageIDs are addresses that the program's own templates have in a page of a notice.
var PageIDs = []string{"main", "text", "facts", "chips", "find", "now-h", "services-h", "schedule-h", "revisions-h", "how-h", "notices-h", "feeds-h", "find-hint", "pick-at", "readings", "half", "verify-file", "verify-code", "items"}

// address sees to it that no two sections have one address, and none that of something
// else in the page.
func (o Headings) address() {
	own := make(map[string]bool, len(o))
	taken := func(address string) bool { return own[address] || slices.Contains(PageIDs, address) }
	for _, s := range o {
		if len(s.Addresses) == 0 {
			s.Addresses = []string{"section"}
		}
		name := s.Addresses[0]
		for i := 2; taken(s.Addresses[0]); i++ {
			s.Addresses[0] = fmt.Sprintf("%s-%d", name, i)
		}
		own[s.Addresses[0]] = true
	}
	for _, s := range o { // what a section is called now goes before what another was called
		for i, old := range s.Addresses[1:] {
			if slices.Contains(PageIDs, old) {
				s.Addresses[i+1] = old + second
			}
		}
		s.Addresses = slices.DeleteFunc(s.Addresses, func(address string) bool {
			if address == s.Addresses[0] {
				return false
			}
			double := taken(address)
			own[address] = true
			return double
		})
	}
}

// of finds the section of the same heading, nil where the outline has none.
func (o Headings) of(other *Heading) *Heading {
	return find(o, func(s *Heading) bool {
		return s.Fragment == other.Fragment && s.Heading == other.Heading && (s.Heading != nil || s.Fragment != nil || s.Annex == other.Annex)
	})
}

// Heading finds the section of a heading, nil where an edition leaves it out.
func (o Headings) Heading(h *prose.Heading) *Heading {
	return find(o, func(s *Heading) bool { return s.Heading == h })
}

// Title finds the section of a fragment's title, or of an annex's head.
func (o Headings) Title(f *site.Fragment, x *site.Annex) *Heading {
	return find(o, func(s *Heading) bool { return s.Heading == nil && s.Fragment == f && (f != nil || s.Annex == x) })
}

// At finds the section of an address, or nil.
func (o Headings) At(address string) *Heading {
	return find(o, func(s *Heading) bool { return slices.Contains(s.Addresses, address) })
}

// Title is the heading's words as their author wrote them.
func (h *Heading) Title() string {
	switch {
	case h.Heading != nil:
		return h.Heading.Words.Source()
	case h.Fragment != nil:
		return h.Fragment.Title
	}
	return h.Annex.Title
}

// File is the Markdown file that has the heading.
func (h *Heading) File() string {
	switch {
	case h.Heading != nil:
		return h.Heading.At.File
	case h.Fragment != nil:
		return h.Fragment.Prose.File
	}
	return h.Annex.Prose.File
}

// Formerly reports whether an address is the heading's own but for the name of its
// file, and returns the name that the file then had.
func (h *Heading) Formerly(address string) (file string, same bool) {
	return prose.SameWords(h.Addresses[0], address)
}

// second follows the name of a file that the page has for something else.
const second = "-2"

// FileOf is the name of the file whose title has an address.
func FileOf(address string) string {
	if name, ok := strings.CutSuffix(address, second); ok && slices.Contains(PageIDs, name) {
		return name
	}
	return address
}

// IsMade reports whether an address was made of words, and is no file's.
func IsMade(address string) bool { return prose.IsMade(address) }

// find returns the first section that is meant, or nil.
func find(o Headings, meant func(*Heading) bool) *Heading {
	if i := slices.IndexFunc(o, meant); i >= 0 {
		return o[i]
	}
	return nil
}
