package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestSqueezedBeforePushedOut finds lines that carry something down which squeezing
// could have kept, in all running text of the real regions, in both sizes.
func TestSqueezedBeforePushedOut(t *testing.T) {
	s, problems, err := source.Read(testkit.Regions())
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	k, lines := testKit(t), 0
	for _, r := range s.Regions {
		for _, n := range r.Notices {
			for _, text := range strings.Split(article.Text(article.Of(phrase.In(site.Chinese), n, nil)), "\n") {
				for _, chars := range []int{28, 20} {
					lines += pushed(t, k.Paragraph(Span{Text: text, Face: body}), chars)
				}
			}
		}
	}
	if lines < 1000 {
		t.Errorf("only %d lines", lines)
	}
}

// pushed fails for lines that could have kept what they carry down, and returns how
// many lines there are.
func pushed(t *testing.T, q *Paragraph, chars int) (lines int) {
	t.Helper()
	f := &fit{Paragraph: q, Shape: Shape{First: 2 * Em, Measure: chars * Em}, best: make([]way, len(q.cells)+1)}
	f.search()
	for to := len(q.cells); to > 0; to = f.best[to].from {
		from := f.best[to].from
		lines++
		if to == len(q.cells) || f.slack(from, to) < Em {
			continue
		}
		for more := to + 1; more <= len(q.cells); more++ {
			if slack := f.slack(from, more); q.may[more-1] && !q.insideDate(more-1) && slack < 0 && slack+f.squeeze(from, more) >= 0 {
				t.Errorf("pushed out: %s|%s", Line{Cells: q.cells[from:to]}.Text(), Line{Cells: q.cells[to:more]}.Text())
				break
			}
		}
	}
	return lines
}

// TestNoLonelyCharacter breaks short texts, with moments and without, at every width: no
// last line is of one character where the line before it could have ended earlier.
func TestNoLonelyCharacter(t *testing.T) {
	k, draw := testKit(t), rand.New(rand.NewPCG(19, 6))
	words := []string{"起", "止", "暂停", "办理", "医保", "恢复", "（含当日）", "，", "12", "联网结算", "A4"}
	for range 600 {
		var spans []Span
		for range 1 + draw.IntN(3) {
			spans = append(spans, Span{Text: "2026年2月10日", Face: body, Moment: true}, Span{Text: "（星期二）8时30分", Face: body, Moment: true})
			for range draw.IntN(4) {
				spans = append(spans, Span{Text: words[draw.IntN(len(words))], Face: body})
			}
		}
		q := k.Paragraph(spans...)
		for _, ragged := range []bool{true, false} {
			f := &fit{Paragraph: q, Shape: Shape{Measure: (9 + draw.IntN(14)) * Em, Ragged: ragged}}
			ends := q.ends(f.Shape)
			if len(ends) < 2 || f.ending(ends[len(ends)-2]) == 0 {
				continue
			}
			from := 0
			if len(ends) > 2 {
				from = ends[len(ends)-3]
			}
			for to := from + 1; to < ends[len(ends)-2]; to++ {
				if q.may[to-1] && f.slack(to, len(q.cells)) >= 0 && f.slack(from, to) >= 0 {
					t.Errorf("%d ems: %s stands alone behind %s, which could end with %s", f.Measure/Em, Line{Cells: q.cells[ends[len(ends)-2]:]}.Text(), Line{Cells: q.cells[from:ends[len(ends)-2]]}.Text(), Line{Cells: q.cells[from:to]}.Text())
				}
			}
		}
	}
}
