package sheet

import (
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// The rules, as a reader of GB/T 15834 would state them: independent of the
// tables that the composition uses.
const (
	notFirst = "、，。；：？！．）》〉】〕〗」』］｝”’·～％‰℃/)]}%,."
	notLast  = "（《〈【〔〖「『［｛“‘/([{"
)

// whole may not be parted.
var whole = regexp.MustCompile(`(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])(?:（星期.）)?(?:\d{1,2}时(?:\d{2}分)?)?` +
	`|\d{4}年(?:\d{1,2}月)?|\d{1,2}月|\d{1,2}时(?:\d{2}分)?|\d{1,2}:\d{2}` + // dates and times
	`|\d+(?:-\d+)+|\d+(?:[.,]\d+)*[%％]?[万亿]?[元个种名人天次项条岁件]?` + // telephone numbers, amounts
	`|第[一二三四五六七八九十\d]+[条款章项版]?` +
	`|[A-Za-z][A-Za-z0-9.]*|——|……`)

// TestCompositionRules reads every line of every notice of the real regions and
// holds each to the rules.
func TestCompositionRules(t *testing.T) {
	w, p := press(t, testkit.Regions())
	for _, o := range notices(p) {
		t.Run(o.Path, func(t *testing.T) {
			g := w.standard
			if o.Kind == prints.LargeNotice {
				g = w.large
			}
			checkLines(t, g, bodyLines(w, g, o))
		})
	}
}

// A setLine is a line's text and how far its end is from the type area's right edge,
// in millimetres.
type setLine struct {
	text  string
	right float64
	wide  int // the widest gap between two ideographs, thousandths of an em
}

// bodyLines lays an article out and returns the lines of its running text.
func bodyLines(w *Compositor, g grid, o plan.Output) [][]setLine {
	n := &notice{Kit: w.kit, grid: g}
	var paragraphs [][]setLine
	for _, b := range article.Of(w.voice, o.Notice, o.Audience).Blocks {
		switch b.(type) {
		case *article.Heading, *article.Paragraph, *article.List, *article.AnnexNote:
		default:
			continue
		}
		n.rows = nil
		n.block(b, nil)
		var lines []setLine
		for _, r := range n.rows {
			if len(r.texts) == 0 {
				continue
			}
			l := r.texts[0]
			first := l.Cells[0].X
			if first >= indent && len(lines) > 0 { // a new paragraph
				paragraphs, lines = append(paragraphs, lines), nil
			}
			last := l.Cells[len(l.Cells)-1]
			edge := float64(last.X+last.Width)*l.Size/typeset.Em/typeset.PointsAMM - g.width
			lines = append(lines, setLine{text: l.Line.Text(), right: edge, wide: widestGap(l.Line)})
		}
		paragraphs = append(paragraphs, lines)
	}
	return paragraphs
}

// widestGap is the widest space between two ideographs of a line.
func widestGap(l typeset.Line) int {
	widest := 0
	for i, c := range l.Cells[1:] {
		if before := l.Cells[i]; unicode.Is(unicode.Han, c.Char) && unicode.Is(unicode.Han, before.Char) {
			widest = max(widest, int(c.X-before.X-before.Width))
		}
	}
	return widest
}

// dateGoesOn is where a date may be parted: behind its year or its month.
var dateGoesOn = regexp.MustCompile(`\d[年月]$`)

func checkLines(t *testing.T, g grid, paragraphs [][]setLine) {
	t.Helper()
	count := 0
	for _, lines := range paragraphs {
		text, breaks := "", []int{}
		for i, l := range lines {
			count++
			runes := []rune(l.text)
			if i > 0 && strings.ContainsRune(notFirst, runes[0]) {
				t.Errorf("begins with a mark: %s", l.text)
			}
			if i < len(lines)-1 && strings.ContainsRune(notLast, runes[len(runes)-1]) {
				t.Errorf("ends with an opening mark: %s", l.text)
			}
			if i < len(lines)-1 && math.Abs(l.right) > 0.3 && l.wide < g.spread {
				t.Errorf("ends %.2f mm from the edge: %s", l.right, l.text)
			}
			if most := map[bool]int{true: 400, false: 250}[g.size > 20]; l.wide > most {
				t.Errorf("a hole of %d: %s", l.wide, l.text)
			}
			if l.right > 0.1 {
				t.Errorf("runs %.2f mm over the edge: %s", l.right, l.text)
			}
			if i == len(lines)-1 && i > 0 && len(strings.Trim(l.text, notFirst)) < 4 {
				t.Errorf("a last line of one character: %s%s", lines[i-1].text, l.text)
			}
			text += l.text
			breaks = append(breaks, len(text))
		}
		for _, at := range whole.FindAllStringIndex(text, -1) {
			for _, b := range breaks {
				if at[0] < b && b < at[1] && at[1]-at[0] < 40 && !dateGoesOn.MatchString(text[:b]) {
					t.Errorf("parts %s: %s|%s", text[at[0]:at[1]], text[at[0]:b], text[b:at[1]])
				}
			}
		}
	}
	if count < 10 {
		t.Errorf("only %d lines", count)
	}
}

// TestFullPagesHave22Lines holds the pages that text fills to the grid of GB/T 9704.
func TestFullPagesHave22Lines(t *testing.T) {
	w, p := press(t, testkit.Regions())
	pages := 0
	for _, o := range notices(p) {
		if o.Kind != prints.Notice {
			continue
		}
		sheets := w.standard.paginate(layOut(w.kit, w.standard, article.Of(w.voice, o.Notice, o.Audience)))
		for i, s := range sheets {
			if !full(sheets, i) {
				continue
			}
			pages++
			lines := make(map[int]bool)
			for _, text := range s.Texts {
				lines[int(math.Round(text.Y))] = true
			}
			if len(lines) != 22 {
				t.Errorf("%s: page %d is full with %d lines", o.Path, i+1, len(lines))
			}
		}
	}
	if pages < 10 {
		t.Errorf("only %d full pages", pages)
	}
}

// full reports whether a page is followed by text that could stand on it: not by
// an annex, nor by lines that must stay together.
func full(sheets []placed.Sheet, i int) bool {
	if i+1 >= len(sheets) || sheets[i].Taken < 22 {
		return false
	}
	for _, text := range sheets[i].Texts {
		if text.Size != bodySize {
			return false // titles and tables have their own pitch
		}
	}
	return true
}

// TestShortPagesHaveAReason finds pages that end early though nothing bids them to.
func TestShortPagesHaveAReason(t *testing.T) {
	w, p := press(t, testkit.Regions())
	for _, o := range notices(p) {
		g := w.standard
		if o.Kind == prints.LargeNotice {
			g = w.large
		}
		rows := layOut(w.kit, g, article.Of(phrase.In(site.Chinese), o.Notice, o.Audience))
		most := int((g.height-g.em())/g.pitch) + 1
		for len(rows) > 0 {
			n := g.fill(rows)
			if n == len(rows) || rows[n].fresh {
				rows = rows[n:]
				continue
			}
			held := 1 // rows that would have had to come along
			for k := n; k+1 < len(rows) && rows[k].glue; k++ {
				held++
			}
			y := 0.0
			for _, r := range rows[:n] {
				y = g.next(y, r)
			}
			taken := int(math.Ceil(y/g.pitch - 0.01))
			if taken+held <= most && len(rows[n].rules) == 0 {
				t.Errorf("%s: a page of %d lines could take %d more: %s", o.Path, taken, held, rowText(rows[n]))
			}
			rows = rows[n:]
		}
	}
}

func rowText(r row) string {
	text := ""
	for _, l := range r.texts {
		text += l.Line.Text() + " "
	}
	return text
}
