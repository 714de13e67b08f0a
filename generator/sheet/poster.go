package sheet

import (
	"slices"
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/timing"
	"tonggao/generator/typeset"
)

// A poster hangs in a hall and is read from three metres: the kind, what, when
// and the weekday stand in letters of 15 mm and more. What to do and until when are
// for two metres, 10 mm and more, where their length allows; nothing is smaller than
// 12 points. It is A4, and scales to A3 and A2.
//
// One that is laid out for A3 is set larger by the same as its paper, but for its least
// letters: a long text has more room there than on A4 that is enlarged, goes on one sheet
// more often, and what decides is larger beside it.
type poster struct {
	board
	form   posterForm
	voice  phrase.Voice
	m      *site.Milestone
	ink    typeset.Colour
	most   float64 // of the time's size, points
	bottom float64 // where the foot begins
	air    float64 // what each gap has beside its own, mm
	detail float64 // the size of what decides, points
	rest   []told  // facts that go on overleaf
}

const (
	posterEdge  = 13.0 // mm around what is printed
	posterBand  = 25.0 // height of the head
	posterLeast = 12.0 // points
	qrSide      = 31.0 // mm: read from an arm's length at A4, from two metres at A2

	readable = 28.0 // points: letters of 10 mm, for two metres
)

var posterImprint = imprintSizes{code: qrSide, scan: 17, phones: 27, issuers: 16, version: 13, least: posterLeast}

// A layout of a poster is the size of the date and the hour, points, whether there is
// a bar, and whether it lists what belongs to the services.
type layout struct {
	time   float64
	bar    bool
	extent bool
}

// layouts are tried in turn. Where what decides would be small, the time gives up some
// of its size, digits of 17 mm down to 11; then the bar, which shows what stands in
// words beside it; last the list of what belongs to the services.
var layouts = []layout{{68, true, true}, {56, true, true}, {44, true, true}, {56, false, true}, {44, false, true}, {56, false, false}, {44, false, false}}

// poster lays a milestone's poster out: one sheet, unless its text is longer than a
// sheet can bear in letters that can be read.
func (c *Compositor) poster(o plan.Output, form posterForm) ([]placed.Sheet, error) {
	f, err := c.imprint(o.Notice, o.Milestone.ShortCode(), c.plan.URL(o.Page()), form.Width-2*form.edge(), form.imprint)
	if err != nil {
		return nil, err
	}
	bottom := form.Height - form.edge() - f.height
	var p *poster
	for _, l := range layouts {
		if p = c.posterAt(o.Milestone, form, l, bottom); p.detail >= form.readable {
			break
		}
	}
	return c.hung(p, f), nil
}

// hung is a first sheet with what does not go on it on others behind, and all feet.
func (c *Compositor) hung(p *poster, f *imprint) []placed.Sheet {
	m, form, bottom := p.m, p.form, p.bottom
	sheets := []placed.Sheet{p.Sheet}
	for rest := p.rest; len(rest) > 0; rest = p.rest {
		p = c.overleaf(m, form, rest, bottom)
		sheets = append(sheets, p.Sheet)
	}
	for i := range sheets {
		f.place(&sheets[i], form.edge(), bottom, i, len(sheets))
	}
	return sheets
}

func (c *Compositor) newPoster(m *site.Milestone, form posterForm, bottom float64) *poster {
	p := &poster{board: board{Kit: c.kit, left: form.edge(), width: form.Width - 2*form.edge(), scale: form.scale}, form: form, voice: c.voice, m: m, ink: inks[m.Kind], bottom: bottom}
	p.Texts, p.Rules = make([]placed.Text, 0, 32), make([]placed.Stroke, 0, 48) // most have no more
	if m.Withdrawn {
		p.ink = grey
	}
	return p
}

// posterAt sets all but the foot.
func (c *Compositor) posterAt(m *site.Milestone, form posterForm, l layout, bottom float64) *poster {
	p := c.newPoster(m, form, bottom)
	p.most = p.grown(l.time)
	t := p.ticks()
	top := p.bare().above()
	if !l.bar || t != nil && bottom-p.barHeight(t)-2 <= top {
		t = nil
	}
	if t != nil {
		bottom -= p.barHeight(t) + 2
	}
	p.fill(p.factRows(l.extent), top, (*poster).above, bottom-3)
	if t != nil {
		p.drawBar(t, bottom)
	}
	return p
}

// above sets what stands over the facts, and returns where they begin.
func (p *poster) above() float64 {
	y := p.band()
	y = p.what(y + p.grown(5) + p.air)
	y = p.when(y+p.grown(4)+p.air) + p.grown(6) + p.air
	if p.m.Withdrawn {
		y = p.stamp(y) + p.grown(6)
	}
	return y
}

// stamp says in a frame that nothing comes of it, as large as the time is; text runs
// neither over it nor under.
func (p *poster) stamp(y float64) float64 {
	inset := p.grown(5)
	p.begin(placed.Paragraph)
	text := p.TightBlock(p.voice.Status(site.Cancelled), hei, p.most*1.6, p.most, p.width-2*inset).Tinted(inks[site.Suspend])
	bottom := p.putCentred(p.left+p.width/2, y+inset, text) + inset
	width := min(text.Width()+4*inset, p.width)
	p.box(p.left+(p.width-width)/2, y, width, bottom-y, p.grown(2), 0, inks[site.Suspend])
	return bottom
}

// overleaf sets what a sheet had no room for under the same head.
func (c *Compositor) overleaf(m *site.Milestone, form posterForm, rest []told, bottom float64) *poster {
	p := c.newPoster(m, form, bottom)
	y := p.band() + p.grown(5)
	label := p.fitted(p.voice.Label(m), hei, 1.25, p.width, step{1, p.grown(40), 20}, step{2, p.grown(20), 16})
	y = p.put(p.left, y, p.Clipped(label, hei, p.grown(20)))
	p.Sheet = p.Furniture()
	p.rest = p.place(rest, y+p.grown(6), bottom-3)
	return p
}

// band says the kind in white on its colour, whose notice it is, and whether it was
// changed.
func (p *poster) band() float64 {
	inset, between, least := p.grown(6), p.grown(10), p.grown(posterBand)
	left := p.fitted(p.voice.Turn(p.m), hei, 1.2, p.width*0.6, step{1, p.grown(54), p.grown(40)}, step{2, p.grown(40), 18})
	left = p.Clipped(left, hei, 2*least).Tinted(white)
	room := p.width - left.Width() - between - 2*inset
	right := p.Clipped(p.fitted(p.m.Notice.Region.Name, hei, 1.2, room, step{1, p.grown(30), p.grown(14)}, step{2, p.grown(24), posterLeast}), hei, least).Tinted(white)
	change := p.fitted(p.voice.Change(p.m), hei, 1.2, room, step{1, p.grown(22), posterLeast}).Tinted(white)
	tall := right.Height()
	if len(change.Lines) > 0 {
		tall += 3 + change.Height()
	}
	height := max(least, left.Height()+6, tall+6)
	p.Areas = append(p.Areas, placed.Area{X: p.left, Y: p.form.edge(), Width: p.width, Height: height, Ink: p.ink})
	p.headline(p.voice.Turn(p.m), p.subject())
	p.put(p.left+inset, p.form.edge()+(height-left.Height())/2, left)
	y := p.putRight(p.left+p.width-inset, p.form.edge()+(height-tall)/2, right)
	p.putRight(p.left+p.width-inset, y+3, change)
	return p.form.edge() + height
}

// headline begins the heading: all that the head and the line under it say, so that
// whoever listens hears first what happens, where, whether it was changed, and of what,
// and whoever goes from heading to heading does too. It is said with pauses.
func (p *poster) headline(word, subject string) {
	words := []string{word, p.m.Notice.Region.Name, p.voice.Change(p.m), subject}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	p.begin(placed.Heading).Says = strings.Join(words, wordPause)
}

// subject is what happens. A service's own word stands in the head already: then it is
// of which service.
func (p *poster) subject() string {
	text := p.voice.Label(p.m)
	if text == p.voice.Turn(p.m) && len(p.m.Services) > 0 {
		text = p.m.Services[0].Name
	}
	return text
}

// what says what happens, as large as it can be on two lines.
func (p *poster) what(y float64) float64 {
	label := p.fitted(p.subject(), hei, 1.25, p.width, step{1, min(p.grown(54), p.most), p.grown(44)}, step{2, min(p.grown(46), p.most), p.grown(30)}, step{3, p.grown(32), p.grown(22)}, step{6, p.grown(22), posterLeast})
	return p.put(p.left, y, p.Clipped(label, hei, max(p.grown(25), p.bottom-y-p.grown(60))))
}

// when says the time: the date, then weekday and hour, then the end of a window. A
// moved one shows the old time struck out above, a withdrawn one is struck out
// itself, a pending one stands in a broken frame, an expected one says so above.
func (p *poster) when(y float64) float64 {
	if move, moved := p.m.LastMove(); moved && !p.m.Withdrawn && p.voice.Former(move) != "" {
		y = p.struck(y) + p.grown(4)
	}
	p.begin(placed.Paragraph)
	if !p.m.Moment.Known() {
		return p.pending(y)
	}
	if p.m.Moment.Expected {
		y = p.put(p.left, y, p.fitted(wordExpected, hei, 1.2, p.width, step{1, p.grown(40), p.grown(40)}).Tinted(p.ink)) + p.grown(3)
	}
	lines := p.clockLines()
	if p.m.Withdrawn {
		words := strings.Join(lines, "")
		if p.m.Moment.Expected {
			words = wordExpected + words
		}
		p.of[0].Says = p.voice.Void(words)
	}
	size := p.most
	for _, text := range lines {
		size = min(size, p.Widest(text, hei, p.most, p.width))
	}
	height := size / typeset.PointsAMM
	for i, text := range lines {
		if i > 0 {
			y += height * 0.22
		}
		width := p.display(text, hei, size, p.left, y, p.ink)
		if p.m.Withdrawn {
			p.Rules = append(p.Rules, placed.Stroke{X1: p.left, Y1: y + height/2, X2: p.left + width, Y2: y + height/2, Thickness: p.grown(1.6), Ink: black})
		}
		y += height
	}
	if p.m.Hours != nil {
		p.begin(placed.Paragraph)
		y = p.put(p.left, y+p.grown(4), p.fitted(p.voice.HoursOf(p.m), hei, 1.25, p.width, step{2, p.grown(40), p.grown(26)}, step{4, p.grown(26), 16}).Tinted(p.ink))
	}
	return y
}

// clockLines cuts the time into the date, with whatever the wording puts before it; the
// weekday, which stands behind it, with the hour and what the wording puts behind, 起 or 止;
// and the end of a window that ends on another day. A month has one line.
func (p *poster) clockLines() []string {
	begins := *p.m.Begins()
	begins.Moment.Expected, begins.Hours = false, nil // hours stand below
	at := begins.Moment
	before, after, _ := strings.Cut(p.voice.When(&begins), p.voice.Moment(at))
	weekday := ""
	if at.Precision >= site.ToDay {
		weekday = strings.TrimPrefix(p.voice.Moment(at, timing.DateOnly, timing.Weekday), p.voice.Moment(at, timing.DateOnly))
	}
	lines := []string{before + p.voice.Moment(at, timing.DateOnly), weekday + after}
	if at.Exact() {
		lines[1] = weekday + p.voice.Moment(at, timing.Time) + after
	}
	switch until := p.m.Until; {
	case until == nil, p.m.OneDay():
	case until.Exact() && at.Exact() && until.Day() == at.Day():
		lines[1] += p.voice.ClosesAt(p.m, timing.Time)
	default:
		lines = append(lines, p.voice.ClosesAt(p.m, timing.Short|timing.Weekday))
	}
	return slices.DeleteFunc(lines, func(text string) bool { return text == "" })
}

// struck sets the time before the last move with a line through it.
func (p *poster) struck(y float64) float64 {
	move, _ := p.m.LastMove()
	size := p.grown(30)
	was := p.voice.Former(move)
	p.begin(placed.Paragraph)
	x := p.left + p.say(p.voice.Planned(was), hei, size, p.left, y, black) + 3
	width := p.say(was, hei, size, x, y, black)
	middle := y + size/typeset.PointsAMM*0.5
	p.Rules = append(p.Rules, placed.Stroke{X1: x - 1, Y1: middle, X2: x + width + 1, Y2: middle, Thickness: p.grown(1.2), Ink: black})
	return y + size/typeset.PointsAMM
}

// pending frames a time that is not known with a broken line.
func (p *poster) pending(y float64) float64 {
	inset := p.grown(6)
	top, width := y, p.width-2*inset
	y += inset
	if p.m.Moment.Pending { // not where there are only bounds: 5时以后
		y = p.put(p.left+inset, y, p.fitted(wordPending, hei, 1.2, width, step{1, min(p.grown(64), p.most), p.grown(40)}).Tinted(p.ink)) + p.grown(5)
	}
	p.begin(placed.Paragraph)
	text := p.fitted(p.voice.When(p.m), hei, 1.3, width, step{1, p.most / 2, p.grown(26)}, step{2, p.most / 2, p.grown(22)}, step{4, p.grown(22), 14})
	y = p.put(p.left+inset, y, text.Tinted(p.ink)) + inset
	p.box(p.left, top, p.width, y-top, p.grown(0.9), p.grown(3), p.ink)
	return y
}
