package pdf

import (
	"encoding/binary"
	"math"

	"github.com/go-pdf/fpdf"

	"tonggao/generator/placed"
	"tonggao/generator/typeset"
)

// What lies under the text of a sheet, areas and lines, is drawn by fpdf, and this file is
// the only place that knows it. Most documents of a site have the same there: a rule over
// the foot, the bar of a notice with as many milestones.

// drawn is what fpdf drew of each sheet of a document.
type drawn struct {
	pages [][]byte
	err   error
}

// mostDrawn is of how many documents it is remembered before the older half is forgotten.
const mostDrawn = 128

// under appends all that fpdf is told of a document.
func under(b []byte, doc *placed.Document) []byte {
	add := func(ink typeset.Colour, lengths ...float64) {
		for _, n := range lengths {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(n))
		}
		b = append(b, ink[:]...)
	}
	add(typeset.Colour{}, doc.Width, doc.Height)
	for _, s := range doc.Sheets {
		b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(len(s.Areas))), uint64(len(s.Rules)))
		for _, a := range s.Areas {
			add(a.Ink, a.X, a.Y, a.Width, a.Height)
		}
		for _, r := range s.Rules {
			add(r.Ink, r.X1, r.Y1, r.X2, r.Y2, r.Thickness, r.Dash)
		}
	}
	return b
}

// drawAll draws each sheet on a page of its own. fpdf hands out what was drawn on a
// template (its word for pages that are drawn to be used elsewhere) and leaves the file
// to us.
func drawAll(doc *placed.Document) (all drawn) {
	size := fpdf.SizeType{Wd: points(doc.Width) / typeset.PointsAMM, Ht: points(doc.Height) / typeset.PointsAMM}
	t := fpdf.CreateTpl(fpdf.PointType{}, size, "P", "mm", "", func(t *fpdf.Tpl) {
		for i, s := range doc.Sheets {
			if i > 0 { // a template begins with a page
				t.AddPage()
			}
			draw(&t.Fpdf, s)
		}
		all.err = t.Error()
	})
	for _, page := range t.FromPages() {
		all.pages = append(all.pages, page.Bytes())
	}
	return all
}

// draw draws what lies under the text of a sheet and is no part of it.
func draw(on *fpdf.Fpdf, s placed.Sheet) {
	on.RawWriteStr(furniture)
	for i, a := range s.Areas {
		if i == 0 || a.Ink != s.Areas[i-1].Ink {
			on.SetFillColor(parts(a.Ink))
		}
		on.Rect(a.X, a.Y, a.Width, a.Height, "F")
	}
	for _, r := range s.Rules {
		stroke(on, r)
	}
}

func stroke(on *fpdf.Fpdf, s placed.Stroke) {
	on.SetDrawColor(parts(s.Ink))
	on.SetLineWidth(s.Thickness)
	if s.Dash > 0 {
		on.SetDashPattern([]float64{s.Dash}, 0)
		defer on.SetDashPattern(nil, 0)
	}
	on.Line(s.X1, s.Y1, s.X2, s.Y2)
}

// parts are the parts of a colour, as fpdf takes them.
func parts(c typeset.Colour) (red, green, blue int) { return int(c[0]), int(c[1]), int(c[2]) }
