package pdf

import (
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// A poster hangs in a hall and is read from three metres: the kind, what, when
// and the weekday stand in letters of 15 mm and more, for whom and what to do in
// 6 mm and more. It is A4, and scales to A3 and A2.
type poster struct {
	board
	voice phrase.Voice
	m     *site.Milestone
	ink   colour
	most  float64 // of the time's size, points
	small bool    // the facts had to be small
}

const (
	posterEdge = 13.0 // mm around what is printed
	posterBand = 25.0 // height of the head
	qrSide     = 31.0 // mm: read from an arm's length at A4, from two metres at A2
	footHeight = 45.0
	barHeight  = 30.0

	timeSize, timeLeast = 68.0, 56.0 // points: digits of 17 and 14 mm
	factSize, factLeast = 28.0, 8.0
	smallFacts          = 20.0
)

// poster lays a milestone's poster out. Where what it says has to be small, the time
// gives up some of its size.
func (w *Writer) poster(o plan.Output) ([]sheet, error) {
	p := w.posterAt(o, timeSize)
	if p.small {
		p = w.posterAt(o, timeLeast)
	}
	foot := pageHeight - posterEdge - footHeight
	err := p.foot(foot, w.plan.URL(plan.MilestoneDir(p.m)+"index.html"))
	if p.m.Withdrawn {
		l, _ := p.word(w.voice.Status(site.Cancelled), hei, 155)
		p.across = &across{l, inks[site.Suspend]}
	}
	return []sheet{p.sheet}, err
}

// posterAt sets all but the foot, with the time at a size.
func (w *Writer) posterAt(o plan.Output, size float64) *poster {
	m := o.Milestone
	p := &poster{board: board{kit: w.kit, left: posterEdge, width: pageWidth - 2*posterEdge}, voice: w.voice, m: m, ink: inks[m.Kind], most: size}
	if m.Withdrawn {
		p.ink = grey
	}
	y := p.band()
	y = p.what(y + 5)
	y = p.when(y + 4)
	bottom := pageHeight - posterEdge - footHeight
	b := barOf(w.voice, m)
	if b == nil {
		p.small = p.facts(y+6, bottom-3) < smallFacts
		return p
	}
	p.small = p.facts(y+6, bottom-barHeight-6) < smallFacts
	p.drawBar(b, bottom-barHeight, w.voice)
	return p
}

// band says the kind in white on its colour, and whose notice it is.
func (p *poster) band() float64 {
	p.areas = append(p.areas, area{p.left, posterEdge, p.width, posterBand, p.ink})
	kind := p.voice.Kind(p.m.Kind)
	if p.m.State != "" {
		kind = p.m.State
	}
	width := p.say(kind, hei, 54, p.left+6, posterEdge+(posterBand-54/pointsAMM)/2, white)
	right := p.left + p.width - 6
	name := p.largest(p.m.Notice.Region.Name, hei, 30, 14, p.width-width-22, 1)
	l, wide := p.word(p.m.Notice.Region.Name, hei, name)
	change := p.voice.Change(p.m)
	y := posterEdge + (posterBand-name/pointsAMM)/2
	if change != "" {
		y = posterEdge + 3
		c, cw := p.word(change, hei, 22)
		p.texts = append(p.texts, placed{line: c, x: right - cw, y: posterEdge + posterBand - 3 - 22/pointsAMM + baseline(22), ink: white})
	}
	p.texts = append(p.texts, placed{line: l, x: right - wide, y: y + baseline(name), ink: white})
	return posterEdge + posterBand
}

// what says what happens, as large as it can be on two lines.
func (p *poster) what(y float64) float64 {
	label := p.voice.Label(p.m)
	size := p.largest(label, hei, 54, 30, p.width, 1)
	if size < 44 {
		size = p.largest(label, hei, 46, 30, p.width, 2)
	}
	return p.put(p.left, y, p.heading(label, hei, size, 1.25, p.width))
}

// when says the time: the date, then weekday and hour. A moved one shows the old
// time struck out above, a withdrawn one is struck out itself, a pending one stands
// in a broken frame.
func (p *poster) when(y float64) float64 {
	if move, moved := p.m.LastMove(); moved && !p.m.Withdrawn && move.From.Known() {
		y = p.struck(y) + 4
	}
	if !p.m.Moment.Known() {
		return p.pending(y)
	}
	date, clock := p.halves()
	top := y
	size := min(p.widest(date, hei, p.most, p.width), p.widest(clock, hei, p.most, p.width))
	dateWidth := p.display(date, hei, size, p.left, y, p.ink)
	y += size / pointsAMM * 1.22
	clockWidth := p.display(clock, hei, size, p.left, y, p.ink)
	y += size / pointsAMM
	if p.m.Withdrawn {
		middle := size / pointsAMM * 0.5
		p.rules = append(p.rules, stroke{p.left, top + middle, p.left + dateWidth, top + middle, 1.6, 0, black},
			stroke{p.left, y - middle, p.left + clockWidth, y - middle, 1.6, 0, black})
	}
	return y
}

// halves cuts the time into the date, and the weekday with the hour and whatever
// the wording puts behind: 起, 前（含当日）.
func (p *poster) halves() (date, clock string) {
	moment := p.m.Moment
	_, after, _ := strings.Cut(p.voice.When(p.m), p.voice.Moment(moment))
	if !moment.Exact() {
		date = p.voice.Moment(moment)
		if moment.Precision == site.ToDay {
			return date, p.voice.Weekday(moment.Day()) + after
		}
		return date, after
	}
	return p.voice.Moment(moment, phrase.DateOnly), p.voice.Weekday(moment.Day()) + " " + p.voice.Moment(moment, phrase.Time) + after
}

// struck sets the time before the last move with a line through it.
func (p *poster) struck(y float64) float64 {
	move, _ := p.m.LastMove()
	const size = 30
	x := p.left + p.say(wordFormerly, hei, size, p.left, y, black) + 3
	width := p.say(p.voice.Moment(move.From), hei, size, x, y, black)
	middle := y + size/pointsAMM*0.5
	p.rules = append(p.rules, stroke{x - 1, middle, x + width + 1, middle, 1.2, 0, black})
	return y + size/pointsAMM
}

// pending frames a time that is not known with a broken line.
func (p *poster) pending(y float64) float64 {
	text := p.voice.When(p.m)
	const inset = 6.0
	head := wordPending
	if !p.m.Moment.Pending {
		head = "" // only bounds: 5时以后
	}
	top := y
	y += inset
	if head != "" {
		y += p.put(p.left+inset, y, p.tinted(p.wrap(64, 1.2, p.width-2*inset, span{text: head, face: hei}))) - y + 5
	}
	blk := p.tinted(p.heading(text, hei, p.largest(text, hei, 34, 22, p.width-2*inset, 2), 1.3, p.width-2*inset))
	y = p.put(p.left+inset, y, blk) + inset
	p.box(p.left, top, p.width, y-top, 0.9, 3, p.ink)
	return y
}

func (p *poster) tinted(b block) block {
	b.ink = p.ink
	return b
}

// foot has the code that leads to the page, the telephone numbers, and what tells
// this sheet from any other: issuer, day, revision, short code.
func (p *poster) foot(y float64, url string) error {
	p.rules = append(p.rules, stroke{p.left, y, p.left + p.width, y, 0.6, 0, black})
	n := p.m.Notice
	c, err := newCode(url, p.left+3, y+5, qrSide)
	if err != nil {
		return err
	}
	p.codes = append(p.codes, c)
	x := p.left + qrSide + 3 + c.margin() + 3
	room := p.left + p.width - x
	p.say(wordScan, hei, 17, x, y+5, black)
	if len(n.Region.Hotlines) > 0 {
		text := wordHotlines + " " + p.voice.Hotlines(n.Region)
		p.say(text, hei, p.largest(text, hei, 27, 14, room, 1), x, y+14, black)
	}
	issuers := p.voice.List(n.Issuers)
	p.say(issuers, song, p.largest(issuers, song, 16, 9, room, 1), x, y+27, black)
	p.say(version(p.voice, n)+"　"+wordCode+p.m.ShortCode(), song, 11.5, x, y+34.5, black)
	p.put(p.left, y+qrSide+10, p.wrap(8.5, 1.3, p.width, span{text: url, face: fang, link: url}))
	return nil
}
