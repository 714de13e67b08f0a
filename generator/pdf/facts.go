package pdf

import (
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A fact is a row of a poster: a label and what is to be said under it.
type fact struct {
	label string
	lines [][]span // each begins a line
}

// facts sets what, for whom, what to do and until when, as large as the room
// between two heights allows.
func (p *poster) facts(top, bottom float64) {
	rows := p.factRows()
	size := factSize
	for ; size > factLeast && p.factsHeight(rows, size) > bottom-top; size -= 0.5 {
	}
	spare := (bottom - top - p.factsHeight(rows, size)) / float64(len(rows)+1)
	gap := min(max(spare, 0), 6)
	y := top
	for i, row := range rows {
		if i > 0 {
			y += p.factGap(size) + gap
		}
		width := p.say(row.label, hei, size*0.72, p.left+2.5, y+size/pointsAMM*0.14, white)
		p.areas = append(p.areas, area{p.left, y - 0.2, width + 5, size/pointsAMM + 0.8, p.ink})
		for j, blk := range p.factBlocks(row, size) {
			if j > 0 {
				y += size / pointsAMM * 0.35
			}
			y = p.put(p.left+labelColumn, y, blk)
		}
	}
}

func (p *poster) factGap(size float64) float64 { return size / pointsAMM * 0.55 }

func (p *poster) factBlocks(f fact, size float64) []block {
	var blocks []block
	for _, spans := range f.lines {
		blocks = append(blocks, p.wrap(size, 1.35, p.width-labelColumn, spans...))
	}
	return blocks
}

func (p *poster) factsHeight(rows []fact, size float64) float64 {
	height := 0.0
	for i, row := range rows {
		if i > 0 {
			height += p.factGap(size)
		}
		for j, blk := range p.factBlocks(row, size) {
			if j > 0 {
				height += size / pointsAMM * 0.35
			}
			height += blk.height()
		}
	}
	return height
}

func (p *poster) factRows() []fact {
	m := p.m
	rows := []fact{{wordWhat, [][]span{spansOf(p.voice.Sentence(m), hei)}}}
	rows = append(rows, fact{wordAudience, [][]span{{{text: p.whom(), face: hei}}}})
	if len(m.Channels) > 0 {
		var names []string
		for _, c := range m.Channels {
			names = append(names, c.Name)
		}
		text := p.voice.List(names)
		if m.MoreChans {
			text += wordMore
		}
		rows = append(rows, fact{wordChannels, [][]span{{{text: text, face: hei}}}})
	}
	if len(m.Instead) > 0 {
		rows = append(rows, fact{wordInstead, [][]span{spansOf(p.voice.Runs(m.Notice, nil, m.Instead), hei)}})
	}
	if until := p.until(); until != nil {
		rows = append(rows, fact{wordUntil, until})
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
		lines = append(lines, []span{{text: p.voice.When(m), face: hei, moment: m.Moment.Known()}, {text: " " + p.voice.Label(m), face: hei}})
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
