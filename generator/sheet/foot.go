package sheet

import (
	"fmt"
	"strings"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// Places under the type area, millimetres. The dashes of a page number stand 7
// below it (GB/T 9704, 7.5); what tells the sheet's version stands under them.
const (
	numberBelow  = 7.0
	runningBelow = 15.0
	runningSize  = 9.0 // points
	unreached    = 5.0 // of a sheet's edge, by ordinary printers
)

// feet puts page number and running foot on every sheet. The number is page furniture,
// no part of the text; the foot is read once, behind it.
func (c *Compositor) feet(sheets []placed.Sheet, g grid, o plan.Output) {
	running := &board{Kit: c.kit, left: g.left, width: g.width}
	height := running.runningFoot(running.runningWords(c.voice, o), c.plan.URL(o.Page()))
	y := min(g.top+g.height+runningBelow, placed.A4.Height-unreached-height)
	for i := range sheets {
		b := &board{Kit: c.kit, Sheet: sheets[i], left: g.left, width: g.width}
		b.pageNumber(i+1, g)
		b.Add(onLast(running.Sheet, i, len(sheets)), 0, y)
		sheets[i] = b.Sheet
	}
}

// onLast is what stands on every sheet and is read on the last alone.
func onLast(s placed.Sheet, i, count int) placed.Sheet {
	if i+1 < count {
		return s.Furniture()
	}
	return s
}

// pageNumber sets the number in 4号, one character from the outer edge: odd pages
// on the right, even ones on the left.
func (b *board) pageNumber(n int, g grid) {
	const size = size4 / typeset.PointsAMM
	l, width := b.Word(fmt.Sprintf(wordPage, n), figures, size4)
	x := g.left + size
	if n%2 == 1 {
		x = g.left + g.width - size - width
	}
	// The dash stands 0.38 em above the baseline.
	b.Texts = append(b.Texts, placed.Text{Line: l, X: x, Y: g.top + g.height + numberBelow + 0.38*size})
}

// runningFoot says, from the sheet's top, which sheet this is and where the current one
// can be read. It returns its height.
func (b *board) runningFoot(words, url string) float64 {
	b.Rules = append(b.Rules, placed.Stroke{X1: b.left, X2: b.left + b.width, Thickness: 0.15, Ink: grey})
	b.begin(placed.Paragraph)
	y := b.put(b.left, 1.8, b.Wrap(runningSize, 1.2, b.width, typeset.Span{Text: words, Face: fang}))
	b.begin(placed.Paragraph)
	return b.put(b.left, y+1.625, b.Wrap(runningSize, 1.2, b.width, typeset.Span{Text: wordCurrent, Face: fang}, typeset.Span{Text: url, Face: fang, Link: url}))
}

// runningWords are the issuer, the edition's audience, the revision, the code. Of
// several issuers who have no room the first stands for all: the sign-off names them.
func (b *board) runningWords(v phrase.Voice, o plan.Output) string {
	parts := []string{version(v, o.Notice), wordCode + o.ShortCode()}
	if e := edition(v, o); e != "" {
		parts = append([]string{e}, parts...)
	}
	rest := "　" + strings.Join(parts, "　")
	words := v.List(o.Notice.Issuers) + rest
	fits := func() bool { return b.Length(words, fang, runningSize) <= b.width }
	if fits() {
		return words
	}
	words = o.Notice.Issuers[0] + wordMore + rest
	for name := []rune(o.Notice.Issuers[0]); len(name) > 1 && !fits(); {
		name = name[:len(name)-1]
		words = string(name) + "……" + rest
	}
	return words
}

// edition names an edition as its title does, without the brackets.
func edition(v phrase.Voice, o plan.Output) string {
	if o.Audience == nil {
		return ""
	}
	return strings.Trim(article.EditionOf(v, o.Audience), "（）")
}

// version is the day and number of a notice's newest revision.
func version(v phrase.Voice, n *site.Notice) string {
	return v.Day(n.Latest().On) + "　" + fmt.Sprintf(wordRevision, n.Latest().Number)
}

// about is what a file says of itself. The keywords hold its path and address, so
// that a sheet found anywhere can be compared with what is published.
func (c *Compositor) about(o plan.Output) placed.About {
	a := placed.About{
		Title: o.Notice.Title, Author: c.voice.List(o.Notice.Issuers), Language: site.Chinese, Day: o.Notice.Latest().On,
		Keywords: o.Path + " " + c.plan.URL(o.Page()),
	}
	switch {
	case o.Milestone != nil:
		a.Title = c.voice.Change(o.Milestone) + c.voice.Label(o.Milestone) + " " + c.voice.When(o.Milestone)
	case o.OfChange():
		a.Title = article.TitleOfChange(c.voice, o.Notice)
	case o.Audience != nil:
		a.Title += "（" + edition(c.voice, o) + "）"
	}
	a.Subject = version(c.voice, o.Notice) + "　" + wordCode + o.ShortCode()
	return a
}
