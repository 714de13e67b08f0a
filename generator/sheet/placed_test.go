package sheet

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// A frame is a rectangle of a sheet, in millimetres.
type frame struct{ left, top, right, bottom float64 }

func (f frame) meets(o frame) bool {
	const touch = 0.2
	return f.right > o.left+touch && o.right > f.left+touch && f.bottom > o.top+touch && o.bottom > f.top+touch
}

func (f frame) holds(o frame) bool {
	const touch = 0.2
	return o.left > f.left-touch && o.right < f.right+touch && o.top > f.top-touch && o.bottom < f.bottom+touch
}

// frameOf is the em boxes of a placed line.
func frameOf(p placed.Text) frame {
	top := p.Y - typeset.Baseline(p.Size)
	left := p.X
	if len(p.Cells) > 0 {
		left += float64(p.Cells[0].X) * p.Size / typeset.Em / typeset.PointsAMM
	}
	return frame{left, top, p.X + p.Width(), top + p.Size/typeset.PointsAMM}
}

// wellPlaced fails where a sheet's text leaves the sheet, runs into other text, or is
// covered by a mark. Text may stand on a ground that holds it whole, and be struck out
// from end to end.
func wellPlaced(t *testing.T, path string, s placed.Sheet, within frame) {
	t.Helper()
	var marks []frame
	for _, a := range s.Areas {
		marks = append(marks, frame{a.X, a.Y, a.X + a.Width, a.Y + a.Height})
	}
	for _, c := range s.Codes {
		marks = append(marks, frame{c.X - c.Margin(), c.Y, c.X + c.Side + c.Margin(), c.Y + c.Side})
	}
	for i, a := range s.Texts {
		box := frameOf(a)
		if !within.holds(box) {
			t.Errorf("%s: %q leaves the sheet: %.1f", path, a.Line.Text(), box)
		}
		for _, b := range s.Texts[i+1:] {
			if box.meets(frameOf(b)) {
				t.Errorf("%s: %q runs into %q", path, a.Line.Text(), b.Line.Text())
			}
		}
		for _, m := range marks {
			if box.meets(m) && !m.holds(box) {
				t.Errorf("%s: %q is covered by a mark at %.1f", path, a.Line.Text(), m)
			}
		}
		for _, r := range s.Rules {
			if crosses(r, box) {
				t.Errorf("%s: a line from %.1f, %.1f to %.1f, %.1f crosses %q", path, r.X1, r.Y1, r.X2, r.Y2, a.Line.Text())
			}
		}
	}
}

// crosses reports whether a line touches text without striking it out.
func crosses(r placed.Stroke, box frame) bool {
	line := frame{min(r.X1, r.X2), min(r.Y1, r.Y2), max(r.X1, r.X2), max(r.Y1, r.Y2)}
	if struck := r.Y1 == r.Y2 && r.Thickness > 1 && line.left < box.left+1 && line.right > box.right-1; struck {
		return false
	}
	return line.right > box.left+0.2 && box.right > line.left+0.2 && line.bottom > box.top+0.2 && box.bottom > line.top+0.2
}

// sheetsOf lays an output out, with the frame that its text has to stay in.
func sheetsOf(t testing.TB, w *Compositor, o plan.Output) ([]placed.Sheet, frame) {
	t.Helper()
	s := settings[o.Kind]
	sheets, err := s.set(w, o)
	if err != nil {
		t.Fatal(err)
	}
	edge := posterEdge
	switch o.Kind {
	case prints.LargePoster:
		edge = posterA3.edge()
	case prints.Summary:
		edge = summaryEdge
	case prints.Notice, prints.LargeNotice, prints.Change:
		g := w.standard
		if o.Kind == prints.LargeNotice {
			g = w.large
		}
		return sheets, frame{g.left, g.top, g.left + g.width, placed.A4.Height - 5}
	}
	return sheets, frame{edge, edge, s.paper.Width - edge, s.paper.Height - edge}
}

// TestSheetsAreWellPlaced looks at every sheet of the real notices, and of one that
// was moved, is wordy, or has more than a sheet can hold.
func TestSheetsAreWellPlaced(t *testing.T) {
	for _, from := range []string{"", testkit.Moves, testkit.Wordy, testkit.Deadlines(90)} {
		w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": from}))
		for _, o := range p.Outputs() {
			sheets, within := sheetsOf(t, w, o)
			for _, s := range sheets {
				wellPlaced(t, o.Path, s, within)
			}
		}
	}
}

// TestAnyBoardIsWellPlaced lays out notices that chance has written: any number of
// services, times, issuers and telephone numbers, names and texts of any length.
func TestAnyBoardIsWellPlaced(t *testing.T) {
	faces := look.New(testkit.Templates())
	boards := 100
	if testing.Short() {
		boards = 15
	}
	for seed := range boards {
		chance := &chance{rand.New(rand.NewSource(int64(seed)))}
		files := chance.site()
		s, problems, err := source.Read(files)
		if err != nil || problems.Failed() {
			t.Fatalf("board %d: %v\n%v\n%s", seed, err, problems, files["a/n/notice.toml"].Data)
		}
		p, _ := plan.Make(s, plan.Options{Formats: []plan.Format{plan.PDF}})
		w, problems, err := New(faces, p)
		if err != nil || problems.Failed() {
			t.Fatal(err, problems)
		}
		for i, o := range p.Outputs() {
			if slices.Contains([]plan.Kind{prints.Poster, prints.LargePoster, prints.DoorSign}, o.Kind) && i%6 != seed%6 {
				continue // a sixth of them is enough
			}
			sheets, within := sheetsOf(t, w, o)
			for _, s := range sheets {
				wellPlaced(t, fmt.Sprintf("board %d: %s", seed, o.Path), s, within)
			}
			least := map[plan.Kind]float64{prints.Poster: 12, prints.LargePoster: 12, prints.DoorSign: 12, prints.Summary: 9}[o.Kind]
			leastSize(t, fmt.Sprintf("board %d: %s", seed, o.Path), sheets, least)
			if least > 0 {
				hasCode(t, fmt.Sprintf("board %d: %s", seed, o.Path), sheets, o)
			}
		}
		if t.Failed() {
			return
		}
	}
}

// leastSize fails where something is smaller than a number of points.
func leastSize(t *testing.T, path string, sheets []placed.Sheet, least float64) {
	t.Helper()
	for _, s := range sheets {
		for _, text := range s.Texts {
			if text.Size < least {
				t.Errorf("%s: %q is of %.1f points", path, text.Line.Text(), text.Size)
			}
		}
	}
}

// hasCode fails where a sheet lacks its check code, on one line.
func hasCode(t *testing.T, path string, sheets []placed.Sheet, o plan.Output) {
	t.Helper()
	code := o.ShortCode()
	for i, s := range sheets {
		found := false
		for _, text := range s.Texts {
			found = found || strings.Contains(text.Line.Text(), wordCode+code)
		}
		if !found {
			t.Errorf("%s: sheet %d lacks its code %s", path, i+1, code)
		}
	}
}

// TestStrikeSparesTheMark looks at every line of the summaries and posters of a notice
// that was moved: what is struck out holds no more, and the mark beside it can be read.
func TestStrikeSparesTheMark(t *testing.T) {
	w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}))
	struck, marks := "", 0
	for _, o := range p.Outputs() {
		if o.Kind != prints.Summary && o.Kind != prints.Poster || !strings.HasPrefix(o.Path, testkit.County) {
			continue
		}
		sheets, _ := sheetsOf(t, w, o)
		for _, s := range sheets {
			for _, text := range s.Texts {
				marks += strings.Count(text.Line.Text(), "【")
				for _, c := range text.Cells {
					if !text.Spans[c.Span].Struck {
						continue
					}
					struck += string(c.Char)
				}
				for _, line := range text.Struck() {
					if box := frameOf(text); line.X1 < box.left-0.1 || line.X2 > box.right+0.1 || line.Y1 < box.top || line.Y1 > box.bottom {
						t.Errorf("%s: %q is struck from %.1f to %.1f", o.Path, text.Line.Text(), line.X1, line.X2)
					}
				}
			}
		}
	}
	if marks == 0 || strings.ContainsAny(struck, "【】") {
		t.Errorf("%d marks; struck out is %q", marks, struck)
	}
	for _, want := range []string{"2022年1月2日8时", "2022年1月4日9时", "退费"} {
		if !strings.Contains(struck, want) {
			t.Errorf("%s is not struck out, but %q", want, struck)
		}
	}
}

// TestWithdrawnStopStopsNothing reads the sheets of a stop that was withdrawn: nobody
// is told to do anything instead, or when it is over.
func TestWithdrawnStopStopsNothing(t *testing.T) {
	w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": `
[milestone.called-off]
kind = "suspend"
service = "settlement"
at = "2022-05-01 08:00"
text = "暂停联网结算"
instead = "先自费结算，保存票据"
withdrawn = true
[[milestone.called-off.move]]
from = "2022-05-01 08:00"
on = 2021-12-31
why = "设备已修复"
[[revision]]
on = 2021-12-31
what = "取消五月一日的暂停"
`}))
	read := 0
	for _, o := range p.Outputs() {
		if o.Path != testkit.County+"called-off/poster.pdf" && o.Path != testkit.County+"summary.pdf" {
			continue
		}
		read++
		sheets, _ := sheetsOf(t, w, o)
		text := ""
		for _, s := range sheets {
			for _, line := range s.Texts {
				text += line.Line.Text()
			}
		}
		if told := strings.Contains(text, "正常办理，原定的暂停已取消"); !told && o.Kind == prints.Poster || strings.Contains(text, "保存票据") {
			t.Errorf("%s: %s", o.Path, text)
		}
	}
	if read != 2 {
		t.Errorf("%d sheets read", read)
	}
}

// Every kind of sheet that can be printed is laid out, and nothing else.
func TestEverySheetHasASetting(t *testing.T) {
	for _, s := range prints.All {
		if settings[plan.Kind(s.Kind)].set == nil {
			t.Errorf("%s is not laid out", s.Kind)
		}
	}
	if len(settings) != len(prints.All) {
		t.Errorf("%d kinds are laid out, of %d", len(settings), len(prints.All))
	}
}
