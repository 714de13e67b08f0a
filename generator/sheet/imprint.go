package sheet

import (
	"fmt"

	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// An imprint is the foot of a poster or a summary: the code that leads to the page,
// the telephone numbers, and what tells this sheet from any other: issuers, day,
// revision, short code. It is as high as it needs to be, so that none of it leaves the
// sheet or is cut; the sheet's content gets the rest.
type imprint struct {
	board
	height  float64 // mm
	version float64 // top of the line with the short code
	words   string  // of that line
	size    float64 // of that line, points
	address board   // what stands under it
	least   float64
}

// imprintSizes are the letters of an imprint, points, and the side of its code in
// millimetres.
type imprintSizes struct{ code, scan, phones, issuers, version, least float64 }

// imprint lays a foot of a width out, at the top left corner of an empty sheet.
func (c *Compositor) imprint(n *site.Notice, code, url string, width float64, sizes imprintSizes) (*imprint, error) {
	const edge, gap, issuersMost = 4.0, 2.6, 75.0
	f := &imprint{board: board{Kit: c.kit, width: width}, size: sizes.version, least: sizes.least}
	square, err := newCode(url, 0, edge, sizes.code)
	if err != nil {
		return nil, err
	}
	square.X = min(square.margin(), edge)
	square.link = f.begin(Paragraph).part(Anchor)
	square.of = square.link.part(Figure)
	square.of.Says = c.voice.Code()
	f.Codes = append(f.Codes, square)
	f.Rules = append(f.Rules, Stroke{0, 0, width, 0, 0.6, 0, black})
	x := square.X + square.Side + square.margin() + 2
	room := width - x
	y := f.put(x, edge, f.fitted(wordScan, hei, 1.2, room, step{1, sizes.scan, sizes.least}))
	if len(n.Region.Hotlines) > 0 {
		f.begin(Paragraph)
		phones := f.fitted(wordHotlines+" "+c.voice.Hotlines(n.Region), hei, 1.2, room, step{1, sizes.phones, 14}, step{4, min(18, sizes.phones), sizes.least})
		y = f.put(x, y+gap, f.Clipped(phones, hei, issuersMost/3))
	}
	f.begin(Paragraph)
	issuers := f.fitted(c.voice.List(n.Issuers), song, 1.25, room, step{1, sizes.issuers, sizes.least}, step{2, sizes.issuers, sizes.least})
	y = f.put(x, y+gap, f.Clipped(issuers, song, issuersMost))
	f.version, f.words = y+gap, version(c.voice, n)+"　"+wordCode+code
	y = f.version + f.size/typeset.PointsAMM
	f.address.begin(Paragraph)
	y = f.address.put(x, y+gap/2, f.Clipped(f.Wrap(sizes.least, 1.25, room, typeset.Span{Text: url, Face: fang, Link: url}), fang, issuersMost/3))
	f.height = max(y, edge+square.Side+min(square.margin(), edge))
	return f, nil
}

// place puts the foot on one of several sheets, with its number where there is more
// than one.
func (f *imprint) place(s *Sheet, left, top float64, i, count int) {
	words := f.words
	if count > 1 {
		words += "　" + fmt.Sprintf(wordSheet, i+1, count)
	}
	s.add(onLast(f.Sheet, i, count), left, top)
	x := f.Texts[0].X
	line := board{Kit: f.Kit}
	if i+1 == count {
		line.begin(Paragraph)
	}
	line.put(x, f.version, line.fitted(words, song, 1.2, f.width-x, step{1, f.size, f.least}))
	s.add(line.Sheet, left, top)
	s.add(onLast(f.address.Sheet, i, count), left, top)
}
