package sheet

import (
	"cmp"
	"slices"
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/site"
	"tonggao/generator/timing"
	"tonggao/generator/typeset"
)

// A tick is a mark on a poster's bar: the points of one instant, how the service
// stands after them, and the words that stand over it.
type tick struct {
	points []point
	state  site.State
	labels []typeset.Block
}

// Ticks are what a poster shows of a bar.
type ticks struct {
	list   []tick
	before site.State // left of the first
	step   float64    // from one to the next, mm
	tall   float64    // of the highest words
}

const (
	barThick  = 5.0  // mm
	barText   = 12.5 // points
	barAbove  = 4.2  // mm between the words and the bar: more than any mark rises
	barBelow  = 3.0  // mm under the bar: more than any mark falls
	tickLeast = 19.0 // mm between two ticks: 12月30日 has room there in 12 points
)

// barHeight is that of the whole bar with what stands over and under it.
func (p *poster) barHeight(t *ticks) float64 {
	return t.tall + p.grown(barAbove+barThick+barBelow)
}

// ticks returns what the poster's bar shows, or nil where nothing stops. Where an
// outage has more times than a sheet has room for, it shows those around its own.
func (p *poster) ticks() *ticks {
	b := barOf(p.voice, p.m)
	if b == nil {
		return nil
	}
	t := &ticks{list: ticksOf(b), before: site.On}
	if most := int(p.width / tickLeast); len(t.list) > most {
		own := slices.IndexFunc(t.list, tick.own)
		from := min(max(0, own-most/2), len(t.list)-most)
		if from > 0 {
			t.before = t.list[from-1].state
		}
		t.list = t.list[from : from+most]
	}
	t.step = p.width / float64(len(t.list))
	for i := range t.list {
		k := &t.list[i]
		k.labels = p.tickLabels(*k, t.step-2)
		height := 0.0
		for _, l := range k.labels {
			height += l.Height() + tickGap
		}
		t.tall = max(t.tall, height-tickGap)
	}
	return t
}

const tickGap = 0.8 // mm between the lines over a tick

// ticksOf joins the points of one instant.
func ticksOf(b *bar) []tick {
	var list []tick
	for _, p := range b.points {
		if n := len(list); n > 0 && sameInstant(list[n-1].points[0].at, p.at) {
			list[n-1].points, list[n-1].state = append(list[n-1].points, p), p.state
			continue
		}
		list = append(list, tick{points: []point{p}, state: p.state})
	}
	return list
}

// own reports whether one of the tick's points is the poster's own milestone.
func (k tick) own() bool { return slices.ContainsFunc(k.points, func(p point) bool { return p.own }) }

// sameInstant reports whether two known moments are one place on a bar, however
// exactly they are known: 30日24时 and 31日.
func sameInstant(a, b site.Moment) bool {
	return a.Known() && b.Known() && a.Instant.Equal(b.Instant)
}

// tickLabels says what happens at an instant and when: the day over the hour.
func (p *poster) tickLabels(k tick, width float64) []typeset.Block {
	at, face, ink := k.points[0].at, fang, black
	if k.own() {
		face, ink = hei, p.ink
	}
	var kinds []string
	for _, point := range k.points {
		kind := point.word
		if point.own {
			kind, at = cmp.Or(point.bound, wordThis), point.at // the head says of what kind it is
		}
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	const linesMost = 18.0 // mm
	words := p.fitted(strings.Join(kinds, "、"), face, 1.15, width, step{1, p.grown(barText), posterLeast}, step{3, posterLeast, posterLeast})
	labels := []typeset.Block{p.Clipped(words, face, linesMost).Tinted(ink)}
	texts := dayOverHour(p.voice, at)
	if whole := strings.Join(texts, ""); p.Widest(whole, face, p.grown(barText), width) == p.grown(barText) {
		texts = []string{whole}
	}
	for _, text := range texts {
		labels = append(labels, p.TightBlock(text, face, p.grown(barText), posterLeast, width).Tinted(ink))
	}
	return labels
}

// dayOverHour words a moment without its year on one line or two.
func dayOverHour(v phrase.Voice, m site.Moment) []string {
	m.Expected = false // the sheet says so beside the time itself
	switch {
	case !m.Known():
		return []string{v.Status(site.Tentative)}
	case m.Exact():
		return []string{v.Moment(m, timing.Short, timing.DateOnly), v.Moment(m, timing.Time)}
	}
	return []string{v.Moment(m, timing.Short)}
}

// drawBar draws the bar with the names and times of its milestones from a height on.
func (p *poster) drawBar(t *ticks, y float64) {
	top := y + t.tall + p.grown(barAbove)
	figure := p.begin(placed.Figure)
	figure.Says = p.voice.Bar(p.m.Course())
	p.Places = append(p.Places, placed.Place{Of: figure, X: p.left, Y: y, Width: p.width, Height: p.barHeight(t)})
	for i, k := range t.list {
		x := p.left + t.step*(float64(i)+0.5)
		end := x + t.step
		if i == len(t.list)-1 {
			end = p.left + p.width
		}
		p.stretch(x, end, top, k.state, k.points[len(k.points)-1].certain())
		if i == 0 {
			p.segment(p.left, x, top, t.before)
		}
		p.tick(k, x, top)
	}
}

// tick marks an instant on the bar; the poster's own is larger and named.
func (p *poster) tick(k tick, x, top float64) {
	if k.own() {
		p.Areas = append(p.Areas, placed.Area{X: x - p.grown(1.4), Y: top - p.grown(2.6), Width: p.grown(2.8), Height: p.grown(barThick + 5.2), Ink: p.ink})
	} else {
		p.Areas = append(p.Areas, placed.Area{X: x - p.grown(0.5), Y: top - p.grown(1.5), Width: p.grown(1), Height: p.grown(barThick + 3), Ink: black})
	}
	y := top - p.grown(barAbove)
	for _, l := range slices.Backward(k.labels) {
		y -= l.Height()
		p.putCentred(x, y, l)
		y -= tickGap
	}
}
