package pdf

import (
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A fact is a row of a poster: a label and what is to be said under it.
type fact struct {
	label   string
	lines   []*paragraph
	decides bool // what a reader came for: what to do, until when
}

// A told fact is set: its lines, and how much stands above each.
type told struct {
	label string
	lines []line
	above []float64
}

const (
	factSize  = 30.0 // points, the most
	besides   = 22.0 // the most for what does not decide
	factLead  = 1.3
	labelMost = 16.0
)

// facts sets what, for whom, what to do and until when in the room between two
// heights, what decides as large as it can be. It returns that size; what has no room
// is the rest.
func (p *poster) facts(rows []fact, top, bottom float64) float64 {
	size := factSize
	other := func() float64 { return max(posterLeast, min(besides*2/3, size/2)) }
	set := p.tell(rows, size, other())
	for size > posterLeast && factsHeight(set) > bottom-top {
		size--
		set = p.tell(rows, size, other())
	}
	for more := other() + 1; more <= min(size, besides); more++ { // of what room is left
		larger := p.tell(rows, size, more)
		if factsHeight(larger) > bottom-top {
			break
		}
		set = larger
	}
	p.rest = p.place(set, top, bottom)
	return size
}

// tell breaks the lines of each fact, of those that decide at one size, of the others
// at another.
func (p *poster) tell(rows []fact, deciding, other float64) []told {
	var set []told
	for _, row := range rows {
		size := other
		if row.decides {
			size = deciding
		}
		t := told{label: row.label}
		for i, q := range row.lines {
			for j, l := range q.lines(shape{measure: measure(p.width-labelColumn, size), ragged: true}, size) {
				above := (factLead - 1) * size / pointsAMM
				switch {
				case i == 0 && j == 0:
					above = 0
				case j == 0:
					above = size / pointsAMM * 0.45
				}
				t.lines, t.above = append(t.lines, l), append(t.above, above)
			}
		}
		set = append(set, t)
	}
	return set
}

// place sets facts between two heights, evenly, and returns what has no room there.
func (p *poster) place(set []told, top, bottom float64) []told {
	spare := (bottom - top - factsHeight(set)) / float64(len(set)+1)
	y := top
	for i, t := range set {
		if i > 0 {
			y += factGap + min(max(spare, 0), 6)
		}
		for j, l := range t.lines {
			height := l.size / pointsAMM
			if j > 0 {
				y += t.above[j]
			}
			if y+height > bottom+0.01 {
				return append([]told{{t.label, t.lines[j:], t.above[j:]}}, set[i+1:]...)
			}
			if j == 0 {
				p.factLabel(t.label, y, l.size)
			}
			p.texts = append(p.texts, placed{line: l, x: p.left + labelColumn, y: y + baseline(l.size)})
			y += height
		}
		y = max(y, y-t.height()+labelHeight)
	}
	return nil
}

// factLabel sets a fact's label in white on its ground, beside its first line.
func (p *poster) factLabel(label string, y, size float64) {
	l, width := p.word(label, hei, min(labelMost, max(posterLeast, size*0.7)))
	height := l.size/pointsAMM + 1
	top := y + (size/pointsAMM-height)/2
	p.areas = append(p.areas, area{p.left, top, width + 4, height, p.ink})
	p.texts = append(p.texts, placed{line: l, x: p.left + 2, y: top + 0.5 + baseline(l.size), ink: white})
}

const (
	labelColumn = 4*labelMost/pointsAMM + 7 // four characters, the edges of their ground, a gap
	labelHeight = posterLeast/pointsAMM + 1
	factGap     = 3.5 // mm between facts, at least
)

func (t told) height() float64 {
	height := 0.0
	for i, l := range t.lines {
		height += l.size / pointsAMM
		if i > 0 {
			height += t.above[i]
		}
	}
	return height
}

func factsHeight(set []told) float64 {
	height := factGap * float64(len(set)-1)
	for _, t := range set {
		height += max(t.height(), labelHeight)
	}
	return height
}

func (p *poster) factRows(extent bool) []fact {
	m := p.m
	said := func(text string) *paragraph { return p.sensed(span{text: text, face: hei}) }
	instead := p.voice.Meanwhile(m)
	rows := []fact{{wordWhat, []*paragraph{p.sensed(spansOf(p.voice.Sentence(m), hei)...)}, len(instead) == 0}}
	if text := p.voice.Extent(m); extent && text != "" {
		rows[0].lines = append(rows[0].lines, said(text))
	}
	rows = append(rows, p.whom()...)
	if len(m.Channels) > 0 {
		var names []string
		for _, c := range m.Channels {
			names = append(names, c.Name)
		}
		text := p.voice.List(names)
		if m.MoreChans {
			text += wordMore
		}
		rows = append(rows, fact{wordChannels, []*paragraph{said(text)}, false})
	}
	if len(instead) > 0 {
		rows = append(rows, fact{wordInstead, []*paragraph{p.sensed(spansOf(instead, hei)...)}, true})
	}
	if until := p.until(); until != nil {
		label := wordUntil
		if m.Kind == site.Partial {
			label = wordFully
		}
		rows = append(rows, fact{label, until, true})
	}
	if again := p.voice.Again(m); again != "" {
		rows = append(rows, fact{wordThen, []*paragraph{said(again)}, true})
	}
	return rows
}

// whom names the audiences, and the place or group; where nobody was named, nobody is.
func (p *poster) whom() []fact {
	var rows []fact
	add := func(label, text string) {
		if text != "" {
			rows = append(rows, fact{label, []*paragraph{p.sensed(span{text: text, face: hei})}, false})
		}
	}
	add(wordAudience, audiences(p.voice, p.m))
	add(wordScope, p.m.Scope)
	return rows
}

func audiences(v phrase.Voice, m *site.Milestone) string {
	var names []string
	for _, a := range m.Audience {
		names = append(names, a.Name)
	}
	return v.List(names)
}

// until lists how what the milestone stops is on again. The end of its own window
// stands in the time above; it stands here too beside the recoveries of parts.
func (p *poster) until() []*paragraph {
	var lines []*paragraph
	all := p.voice.Returns(p.m)
	if len(all) == 1 && p.m.Until != nil {
		return nil
	}
	for _, r := range all {
		when, what := span{text: r.When, face: hei, moment: r.Known}, span{text: r.What, face: hei}
		between := span{text: " ", face: hei}
		switch {
		case r.When == "":
			lines = append(lines, p.sensed(what))
		case r.What == "":
			lines = append(lines, p.sensed(when))
		case r.Known:
			lines = append(lines, p.sensed(when, between, what))
		default:
			lines = append(lines, p.sensed(what, between, when))
		}
	}
	return lines
}
