package sheet

import (
	"fmt"

	"tonggao/generator/placed"
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

// grown are the sizes of a larger sheet, whose least letters are the same.
func (s imprintSizes) grown(scale float64) imprintSizes {
	return imprintSizes{s.code * scale, s.scan * scale, s.phones * scale, s.issuers * scale, s.version * scale, s.least}
}

// imprint lays a foot of a width out, at the top left corner of an empty sheet.
func (c *Compositor) imprint(n *site.Notice, code, url string, width float64, sizes imprintSizes) (*imprint, error) {
	const edge, gap, issuersMost = 4.0, 2.6, 75.0
	f := &imprint{board: board{Kit: c.kit, width: width}, size: sizes.version, least: sizes.least}
	made, err := c.codes.Of(url)
	if err != nil {
		return nil, err
	}
	square := placed.Set(made, url, 0, edge, sizes.code)
	square.X = min(square.Margin(), edge)
	square.Link = f.begin(placed.Paragraph).Add(placed.Anchor)
	square.Of = square.Link.Add(placed.Figure)
	square.Of.Says = c.voice.Code()
	f.Codes = append(f.Codes, square)
	f.Rules = append(f.Rules, placed.Stroke{X2: width, Thickness: 0.6, Ink: black})
	x := square.X + square.Side + square.Margin() + 2
	room := width - x
	y := f.put(x, edge, f.fitted(wordScan, hei, 1.2, room, step{1, sizes.scan, sizes.least}))
	if len(n.Region.Hotlines) > 0 {
		f.begin(placed.Paragraph)
		phones := f.fitted(wordHotlines+" "+c.voice.Hotlines(n.Region), hei, 1.2, room, step{1, sizes.phones, max(14, sizes.issuers+1)}, step{4, max(min(18, sizes.phones), sizes.issuers+2), sizes.least})
		y = f.put(x, y+gap, f.Clipped(phones, hei, issuersMost/3))
	}
	f.begin(placed.Paragraph)
	issuers := f.fitted(c.voice.List(n.Issuers), song, 1.25, room, step{1, sizes.issuers, sizes.least}, step{2, sizes.issuers, sizes.least})
	y = f.put(x, y+gap, f.Clipped(issuers, song, issuersMost))
	f.version, f.words = y+gap, version(c.voice, n)+"　"+wordCode+code
	y = f.version + f.size/typeset.PointsAMM
	f.address.begin(placed.Paragraph)
	y = f.address.put(x, y+gap/2, f.Clipped(f.Wrap(sizes.least, 1.25, room, typeset.Span{Text: url, Face: fang, Link: url}), fang, issuersMost/3))
	f.height = max(y, edge+square.Side+min(square.Margin(), edge))
	return f, nil
}

// place puts the foot on one of several sheets, with its number where there is more
// than one.
func (f *imprint) place(s *placed.Sheet, left, top float64, i, count int) {
	words := f.words
	if count > 1 {
		words += "　" + fmt.Sprintf(wordSheet, i+1, count)
	}
	s.Add(onLast(f.Sheet, i, count), left, top)
	x := f.Texts[0].X
	line := board{Kit: f.Kit}
	if i+1 == count {
		line.begin(placed.Paragraph)
	}
	line.put(x, f.version, line.fitted(words, song, 1.2, f.width-x, step{1, f.size, f.least}))
	s.Add(line.Sheet, left, top)
	s.Add(onLast(f.address.Sheet, i, count), left, top)
}
