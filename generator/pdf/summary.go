package pdf

import (
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// A summary is one sheet for the counter: every milestone of a notice in a table,
// and above it how each service stands as time passes.
type summary struct {
	board
	voice  phrase.Voice
	notice *site.Notice
}

const (
	summaryEdge  = 15.0 // mm
	summaryMost  = 12.0 // points, of the table
	summaryFine  = 8.5  // with four columns
	summaryLeast = 7.0
)

// summary lays out the sheet. A notice with more milestones than one sheet can show
// in letters that can be read goes on overleaf.
func (w *Writer) summary(o plan.Output) ([]sheet, error) {
	s := &summary{board{kit: w.kit, left: summaryEdge, width: pageWidth - 2*summaryEdge}, w.voice, o.Notice}
	y := s.head()
	if len(o.Notice.Courses) > 0 {
		y = s.lanes(s.legend(y + 4))
	}
	foot := pageHeight - summaryEdge - 26
	if err := s.foot(foot, w.plan.URL(plan.NoticeDir(o.Notice)+"index.html")); err != nil {
		return nil, err
	}
	rows := s.fitting(foot - 4 - (y + 6))
	rows = s.fill(rows, y+6, foot-4)
	sheets := []sheet{s.sheet}
	for len(rows) > 1 { // the head alone is nothing
		s.sheet = sheet{}
		rows = s.fill(rows, summaryEdge, pageHeight-summaryEdge)
		sheets = append(sheets, s.sheet)
	}
	return sheets, nil
}

func (s *summary) head() float64 {
	title := s.heading(s.notice.Title, song, s.largest(s.notice.Title, song, 24, 14, s.width, 2), 1.35, s.width)
	return s.put(s.left, summaryEdge, title)
}

// foot is that of the poster, smaller.
func (s *summary) foot(y float64, url string) error {
	s.rules = append(s.rules, stroke{s.left, y, s.left + s.width, y, 0.4, 0, black})
	c, err := newCode(url, s.left+3, y+4, 22)
	if err != nil {
		return err
	}
	s.codes = append(s.codes, c)
	x := s.left + 22 + 3 + c.margin() + 2
	s.say(wordScan, hei, 12, x, y+2.5, black)
	s.say(wordHotlines+" "+s.voice.Hotlines(s.notice.Region), hei, 15, x, y+8.5, black)
	s.say(s.voice.List(s.notice.Issuers)+"　"+version(s.voice, s.notice)+"　"+wordCode+s.notice.ShortCode(nil), song, 10, x, y+16, black)
	s.put(x, y+21.5, s.wrap(8, 1.3, s.left+s.width-x, span{text: url, face: fang, link: url}))
	return nil
}
