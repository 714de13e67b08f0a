package pdf

import (
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A fact is a row of a poster: a label and what is to be said under it.
type fact struct {
	label      string
	lines      [][]span // each begins a line
	paragraphs []*paragraph
}

// facts sets what, for whom, what to do and until when, as large as the room
// between two heights allows, and returns their size.
func (p *poster) facts(top, bottom float64) float64 {
	rows := p.factRows()
	for i := range rows {
		for _, spans := range rows[i].lines {
			rows[i].paragraphs = append(rows[i].paragraphs, p.paragraph(spans...))
		}
	}
	size := factSize
	blocks := p.factBlocks(rows, size)
	for size > factLeast && factsHeight(blocks, size) > bottom-top {
		size--
		blocks = p.factBlocks(rows, size)
	}
	spare := (bottom - top - factsHeight(blocks, size)) / float64(len(rows)+1)
	y := top
	for i, row := range rows {
		if i > 0 {
			y += factGap(size) + min(max(spare, 0), 6)
		}
		width := p.say(row.label, hei, labelSize(size), p.left+2.5, y+size/pointsAMM*0.14, white)
		p.areas = append(p.areas, area{p.left, y - 0.2, width + 5, size/pointsAMM + 0.8, p.ink})
		for j, blk := range blocks[i] {
			if j > 0 {
				y += lineGap(size)
			}
			y = p.put(p.left+labelColumn(size), y, blk)
		}
	}
	return size
}

// labelSize is the size of the labels by that of the facts, labelColumn the width
// of their column: four characters, the edges of their ground, a gap.
func labelSize(size float64) float64   { return size * 0.72 }
func labelColumn(size float64) float64 { return 4*labelSize(size)/pointsAMM + 8 }

func factGap(size float64) float64 { return size / pointsAMM * 0.55 }
func lineGap(size float64) float64 { return size / pointsAMM * 0.35 }

// factBlocks breaks the lines of each fact at a size.
func (p *poster) factBlocks(rows []fact, size float64) [][]block {
	blocks := make([][]block, len(rows))
	for i, row := range rows {
		for _, q := range row.paragraphs {
			lines := q.lines(shape{measure: measure(p.width-labelColumn(size), size), ragged: true}, size)
			blocks[i] = append(blocks[i], block{lines: lines, size: size, lead: 1.35})
		}
	}
	return blocks
}

func factsHeight(blocks [][]block, size float64) float64 {
	height := factGap(size) * float64(len(blocks)-1)
	for _, row := range blocks {
		height += lineGap(size) * float64(len(row)-1)
		for _, blk := range row {
			height += blk.height()
		}
	}
	return height
}

func (p *poster) factRows() []fact {
	m := p.m
	rows := []fact{{label: wordWhat, lines: [][]span{spansOf(p.voice.Sentence(m), hei)}}}
	rows = append(rows, fact{label: wordAudience, lines: [][]span{{{text: p.whom(), face: hei}}}})
	if len(m.Channels) > 0 {
		var names []string
		for _, c := range m.Channels {
			names = append(names, c.Name)
		}
		text := p.voice.List(names)
		if m.MoreChans {
			text += wordMore
		}
		rows = append(rows, fact{label: wordChannels, lines: [][]span{{{text: text, face: hei}}}})
	}
	if len(m.Instead) > 0 {
		rows = append(rows, fact{label: wordInstead, lines: [][]span{spansOf(p.voice.Runs(m.Notice, nil, m.Instead), hei)}})
	}
	if until := p.until(); until != nil {
		label := wordUntil
		if m.Kind == site.Partial {
			label = wordFully
		}
		rows = append(rows, fact{label: label, lines: until})
	}
	return rows
}

// whom names the audiences and the place or group.
func (p *poster) whom() string {
	text := audiences(p.voice, p.m)
	switch {
	case text == "" && p.m.Scope == "":
		return wordEveryone
	case text == "":
		return p.m.Scope
	case p.m.Scope == "":
		return text
	}
	return text + "（" + p.m.Scope + "）"
}

func audiences(v phrase.Voice, m *site.Milestone) string {
	var names []string
	for _, a := range m.Audience {
		names = append(names, a.Name)
	}
	return v.List(names)
}

// until lists the recoveries that come after a stop or a stage.
func (p *poster) until() [][]span {
	if p.m.Kind != site.Suspend && p.m.Kind != site.Partial || p.m.Withdrawn {
		return nil
	}
	if p.m.Permanent {
		return [][]span{{{text: wordNever, face: hei}}}
	}
	var lines [][]span
	for _, m := range p.after() {
		when, what := span{text: p.voice.When(m), face: hei, moment: m.Moment.Known()}, span{text: p.voice.Label(m), face: hei}
		between := span{text: " ", face: hei}
		if m.Moment.Known() {
			lines = append(lines, []span{when, between, what})
		} else {
			lines = append(lines, []span{what, between, when})
		}
	}
	if lines == nil {
		return [][]span{{{text: wordUnknown, face: hei}}}
	}
	return lines
}

// after returns the recoveries of the milestone's outages that come later.
func (p *poster) after() []*site.Milestone {
	var later []*site.Milestone
	seen := map[*site.Milestone]bool{p.m: true}
	for _, o := range p.m.Notice.Outages {
		passed := o.Stop == p.m
		for _, m := range o.Recoveries() {
			if passed && !seen[m] {
				seen[m] = true
				later = append(later, m)
			}
			passed = passed || m == p.m
		}
	}
	return later
}
