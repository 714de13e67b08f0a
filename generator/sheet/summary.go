package sheet

import (
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// A summary is for the counter: every milestone of a notice in a table, and above it
// how each service stands as time passes. It is one sheet where letters of 9 points
// allow, and goes on to others where they do not.
type summary struct {
	board
	voice  phrase.Voice
	notice *site.Notice
	rows   *notice // of the table
}

const (
	summaryEdge  = 15.0 // mm
	summaryMost  = 12.0 // points, of the table
	summaryLeast = 9.0  // of anything
)

var summaryImprint = imprintSizes{code: 22, scan: 12, phones: 16, issuers: 10.5, version: 10.5, least: summaryLeast}

// summary lays out the sheets, each with the foot.
func (c *Compositor) summary(o plan.Output) ([]placed.Sheet, error) {
	s := &summary{board{Kit: c.kit, left: summaryEdge, width: placed.A4.Width - 2*summaryEdge}, c.voice, o.Notice, c.notices.Get().(*notice)}
	defer c.notices.Put(s.rows)
	f, err := c.imprint(o.Notice, o.Notice.ShortCode(nil), c.plan.URL(o.Page()), s.width, summaryImprint)
	if err != nil {
		return nil, err
	}
	g := grid{left: summaryEdge, top: summaryEdge, width: s.width, height: placed.A4.Height - 2*summaryEdge - f.height - 4, pitch: 1}
	above := append(s.head(), s.lanes()...)
	sheets := g.paginate(append(above, s.table(g, above)...))
	for i := range sheets {
		f.place(&sheets[i], summaryEdge, placed.A4.Height-summaryEdge-f.height, i, len(sheets))
	}
	return sheets, nil
}

// head is the title.
func (s *summary) head() []row {
	title := s.fitted(s.notice.Title, song, 1.35, s.width, step{1, 24, 18}, step{2, 24, 14}, step{4, 14, 12})
	var rows []row
	head := &placed.Part{Role: placed.Heading, Level: 1}
	for _, l := range title.Lines {
		height := title.Size / typeset.PointsAMM
		rows = append(rows, row{height: height * title.Lead, depth: height, glue: true, texts: []placed.Text{{Line: l, Y: typeset.Baseline(title.Size), Of: placed.Parts{head}}}})
	}
	return append(rows, space(2))
}

// space is a blank of a height that the row above keeps with the row below.
func space(height float64) row { return row{height: height, glue: true} }
