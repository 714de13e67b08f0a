package typeset

import (
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
	f := &fit{Paragraph: q, Shape: Shape{First: 2 * Em, Measure: chars * Em}}
	f.sum()
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
