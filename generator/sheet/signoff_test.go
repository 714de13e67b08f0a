package sheet

import (
	"fmt"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// plain is a paragraph of so many characters.
func plain(chars int) *article.Paragraph {
	return &article.Paragraph{Runs: []phrase.Run{{Text: strings.Repeat("办", chars-1) + "。"}}}
}

// TestTextGoesWithTheSignOff lays out notices of every length, with a seal and without,
// with annexes and without, in both sizes: on the page of the sign-off stand two lines
// of the text at least.
func TestTextGoesWithTheSignOff(t *testing.T) {
	w, _ := press(t, testkit.Regions())
	for name, g := range map[string]grid{"standard": w.standard, "large": w.large} {
		for lines := 4; lines < 50; lines++ {
			for variant := range 4 {
				a := &article.Article{Blocks: []article.Block{&article.Title{Text: "关于暂停办理的通告"}}}
				for range lines {
					a.Blocks = append(a.Blocks, plain(10))
				}
				if variant&1 != 0 {
					a.Blocks = append(a.Blocks, &article.AnnexNote{Label: "附件：", Items: []string{"1. 名单", "2. 表格"}})
				}
				a.Blocks = append(a.Blocks, &article.SignOff{Issuers: []string{"常熟市医疗保障局"}, Date: "2021年12月20日", Seal: variant&2 != 0})
				sheets := g.paginate(layOut(w.kit, g, a))
				last := sheets[len(sheets)-1]
				if n := strings.Count(said(last, 0), "办。"); n < 2 || !strings.Contains(said(last, 0), "2021年12月20日") {
					t.Errorf("%s, %d lines, %d: %d lines of text on the page of the sign-off", name, lines, variant, n)
				}
			}
		}
	}
}

// TestUnsealedSignOff holds GB/T 9704, 7.3.5.2: the issuer two characters from the
// right, the date two behind its beginning; a date that is longer than the name two from
// the right, with the name over its middle.
func TestUnsealedSignOff(t *testing.T) {
	w, _ := press(t, testkit.Regions())
	g := w.standard
	for _, c := range []struct {
		issuers []string
		date    string
	}{
		{[]string{"常熟市医疗保障局"}, "2021年12月20日"},
		{[]string{"浙江省医疗保障事业管理服务中心"}, "2021年12月20日"},
		{[]string{"医保局"}, "2021年12月20日"},
		{[]string{"常熟市医保局"}, "2021年1月2日"},
		{[]string{"医保局", "财政局"}, "2021年12月20日"},
		{[]string{"医保局", "常熟市医疗保障局"}, "2021年12月20日"},
		{[]string{strings.Repeat("常熟市医疗保障局", 5)}, "2021年12月20日"},
	} {
		sheets := g.paginate(layOut(w.kit, g, &article.Article{Blocks: []article.Block{plain(40), &article.SignOff{Issuers: c.issuers, Date: c.date}}}))
		texts := sheets[0].Texts[2:]
		names, date := texts[:len(texts)-1], frameOf(texts[len(texts)-1])
		right := g.left + g.width - 2*g.em()
		left, longest := right, 0.0
		for _, n := range names {
			f := frameOf(n)
			left, longest = min(left, f.left), max(longest, f.right-f.left)
			if f.left < g.left-0.01 {
				t.Errorf("%v: %s leaves the type area", c.issuers, n.Line.Text())
			}
		}
		const near = 0.02
		off := func(a, b float64) bool { return a < b-near || a > b+near }
		if date.right-date.left <= longest {
			if off(left, right-longest) || off(date.left, left+2*g.em()) || date.right > g.left+g.width+near {
				t.Errorf("%v: names from %.2f, date %.2f to %.2f, right %.2f", c.issuers, left, date.left, date.right, right)
			}
			continue
		}
		for _, n := range names {
			if f := frameOf(n); off(f.left+f.right, date.left+date.right) || off(date.right, right) {
				t.Errorf("%v: %s %.2f to %.2f, date %.2f to %.2f", c.issuers, n.Line.Text(), f.left, f.right, date.left, date.right)
			}
		}
	}
}

// TestNumbersAreNotBold holds GB/T 9704, 7.5: 4号 in a regular 宋.
func TestNumbersAreNotBold(t *testing.T) {
	w, p := press(t, testkit.Regions())
	count := 0
	for _, o := range notices(p) {
		sheets, _ := sheetsOf(t, w, o)
		for i, s := range sheets {
			for _, text := range s.Texts {
				if text.Line.Text() != fmt.Sprintf(wordPage, i+1) {
					continue
				}
				count++
				for _, c := range text.Cells {
					if f := w.kit.Faces[c.Face]; f.Weight >= 600 || c.Glyph == 0 || text.Size != size4 {
						t.Errorf("%s: %c stands in %s, weight %d", o.Path, c.Char, f.Name(), f.Weight)
					}
				}
			}
		}
	}
	if count < 50 {
		t.Errorf("only %d numbers", count)
	}
}

// TestChangesHaveOneForm holds that a list of revisions is centred or indented, never
// both.
func TestChangesHaveOneForm(t *testing.T) {
	w, _ := press(t, testkit.Regions())
	short, long := "2021年12月31日第2版：改期", "2022年1月1日第3版："+strings.Repeat("推迟全面恢复的时间，", 4)
	for _, c := range []struct {
		changes []string
		centred bool
	}{{[]string{short, short + "又改"}, true}, {[]string{short, long}, false}, {[]string{long, long}, false}} {
		sheets := w.standard.paginate(layOut(w.kit, w.standard, &article.Article{Blocks: []article.Block{&article.Title{Text: "通告", Changes: runsOf(c.changes)}, plain(9)}}))
		for _, text := range sheets[0].Texts {
			f := frameOf(text)
			middle := w.standard.left + w.standard.width/2
			if !strings.Contains(text.Line.Text(), "版：") {
				continue
			}
			if centred := (f.left+f.right)/2 > middle-0.1 && (f.left+f.right)/2 < middle+0.1; centred != c.centred {
				t.Errorf("%s: centred %v, want %v", text.Line.Text(), centred, c.centred)
			}
		}
	}
}

// runsOf makes a run of each text.
func runsOf(texts []string) [][]phrase.Run {
	var all [][]phrase.Run
	for _, text := range texts {
		all = append(all, []phrase.Run{{Text: text}})
	}
	return all
}

// em is the body's size in millimetres.
func (g grid) em() float64 { return g.size / typeset.PointsAMM }
