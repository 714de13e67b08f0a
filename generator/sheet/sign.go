package sheet

import (
	"strings"

	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// A sign hangs on a door or stands on a counter that is closed: whoever comes to it sees
// from three metres that it is, in one word, of what and from when, and standing before
// it what to do and until when. It is A4, lying, so that it goes between glass and curtain. It was
// printed before and knows no present: it says a time, never 今天 or 现在.
var signForm = posterForm{placed.A4Lying, 1, readable, signImprint}

// A signLayout is the sizes of the word in the head and of the time, points.
type signLayout struct{ word, time float64 }

// signLayouts are tried in turn, until what decides is readable.
var signLayouts = []signLayout{{150, 60}, {120, 54}, {96, 48}, {80, 44}, {64, 42}}

var signImprint = imprintSizes{code: 25, scan: 14, phones: 26, issuers: 12, version: 12, least: posterLeast}

// sign lays a milestone's door sign out, like its poster on one sheet, unless its text is
// longer than that can bear.
func (c *Compositor) sign(o plan.Output) ([]placed.Sheet, error) {
	form := signForm
	f, err := c.imprint(o.Notice, o.Milestone.ShortCode(), c.plan.URL(o.Page()), form.Width-2*form.edge(), form.imprint)
	if err != nil {
		return nil, err
	}
	bottom := form.Height - form.edge() - f.height
	var p *poster
	for _, l := range signLayouts {
		if p = c.signAt(o.Milestone, l, bottom); p.detail >= readable && len(p.rest) == 0 {
			break
		}
	}
	return c.hung(p, f), nil
}

// signAt sets all but the foot.
func (c *Compositor) signAt(m *site.Milestone, l signLayout, bottom float64) *poster {
	p := c.newPoster(m, signForm, bottom)
	p.most = l.time
	above := func(p *poster) float64 {
		y := p.signHead(l.word)
		y = p.put(p.left, y+4+p.air, p.signSubject())
		return p.signTime(y+4+p.air) + 5 + p.air
	}
	p.fill(p.signFacts(), above(p.bare()), above, bottom-3)
	return p
}

// signHead says in one word how it stands, in white on the kind's colour, and whose sign
// it is.
func (p *poster) signHead(size float64) float64 {
	const inset, between = 7.0, 10.0
	word := p.fitted(p.signWord(), hei, 1.15, p.width*0.7, step{1, size, 60}, step{2, 60, 40}, step{3, 40, 24})
	word = p.Clipped(word, hei, 60).Tinted(white)
	room := p.width - word.Width() - between - 2*inset
	whose := p.Clipped(p.fitted(p.m.Notice.Region.Name, hei, 1.2, room, step{1, 34, 20}, step{2, 26, 14}, step{3, 18, posterLeast}), hei, posterBand).Tinted(white)
	change := p.fitted(p.voice.Change(p.m), hei, 1.2, room, step{1, 26, 14}, step{2, 20, posterLeast}).Tinted(white)
	tall := whose.Height()
	if len(change.Lines) > 0 {
		tall += 3 + change.Height()
	}
	edge := p.form.edge()
	height := max(word.Height()*1.12, word.Height()+6, tall+6)
	p.Areas = append(p.Areas, placed.Area{X: p.left, Y: edge, Width: p.width, Height: height, Ink: p.ink})
	p.headline(p.signWord(), p.signNames())
	p.put(p.left+inset, edge+(height-word.Height())/2, word)
	y := p.putRight(p.left+p.width-inset, edge+(height-tall)/2, whose)
	p.putRight(p.left+p.width-inset, y+3, change)
	return edge + height
}

// signWord is the one word: the service's own (停水), else 暂停办理.
func (p *poster) signWord() string {
	switch turn := p.voice.Turn(p.m); {
	case p.m.Withdrawn:
		return p.voice.Status(site.Cancelled)
	case turn == p.voice.Kind(site.Suspend) && p.m.Kind == site.Suspend:
		return wordHalted
	default:
		return turn
	}
}

// signSubject names what stopped, as large as it can be.
func (p *poster) signSubject() typeset.Block {
	return p.Clipped(p.fitted(p.signNames(), hei, 1.2, p.width, step{1, 60, 44}, step{2, 44, 30}, step{3, 30, 20}, step{6, 20, posterLeast}), hei, 40)
}

// namesMost is how many services a sign names before it says what the milestone is called.
const namesMost = 3

// signNames are the services, or what the milestone is called where the author says
// more; what the head says is not said again.
func (p *poster) signNames() string {
	label := p.voice.Label(p.m)
	if !p.m.Withdrawn {
		label = strings.TrimSuffix(label, p.voice.Turn(p.m))
	}
	if label != "" && (p.m.Label != "" || p.m.Withdrawn || len(p.m.Services) > namesMost) {
		return label
	}
	return p.voice.List(site.ServiceNames(p.m.Services))
}

// signTime says from when, on one line as a rule: a lying sheet has room for the date
// with its hour.
func (p *poster) signTime(y float64) float64 {
	if !p.m.Moment.Known() || p.m.Hours != nil {
		return p.when(y)
	}
	if move, moved := p.m.LastMove(); moved && !p.m.Withdrawn && p.voice.Former(move) != "" {
		y = p.struck(y) + 3
	}
	p.begin(placed.Paragraph)
	lines := p.clockLines()
	text := lines[0]
	if p.m.Moment.Expected {
		text = wordExpected + text
	}
	if len(lines) > 1 {
		text += lines[1]
	}
	if p.m.Withdrawn {
		p.of[0].Says = p.voice.Void(strings.Join(append([]string{text}, lines[min(2, len(lines)):]...), ""))
	}
	for _, line := range append([]string{text}, lines[min(2, len(lines)):]...) {
		size := p.Widest(line, hei, p.most, p.width)
		height := size / typeset.PointsAMM
		width := p.display(line, hei, size, p.left, y, p.ink)
		if p.m.Withdrawn {
			p.Rules = append(p.Rules, placed.Stroke{X1: p.left, Y1: y + height/2, X2: p.left + width, Y2: y + height/2, Thickness: 1.6, Ink: black})
		}
		y += height * 1.2
	}
	return y
}

// signFacts are those of the poster but for the sentence, which says what the sign has
// said already, where anything else is to be said.
func (p *poster) signFacts() []fact {
	rows := p.factRows(false)
	if len(rows) > 1 {
		return rows[1:]
	}
	return rows
}
