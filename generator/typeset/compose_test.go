package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/sense"
	"tonggao/generator/testkit"
)

// Faces of testKit.
const (
	body  = 0 // 仿宋
	title = 1 // 小标宋
)

// testKit is this program's faces, with a sense that knows some names.
func testKit(t testing.TB, names ...string) *Kit {
	t.Helper()
	var faces []*Face
	for _, name := range []string{"fang", "song-bold", "hei-bold", "kai", "song"} {
		f, err := Open(testkit.Templates(), "fonts/"+name+".ttf")
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, f)
	}
	return NewKit(faces, nil, sense.New(names).Prices)
}

// set breaks a text into lines of a number of characters, | between them.
func set(k *Kit, chars int, text string) string {
	var lines []string
	for _, l := range k.Paragraph(Span{Text: text, Face: body}).Lines(Shape{Measure: chars * Em}, 16) {
		lines = append(lines, l.Text())
	}
	return strings.Join(lines, "|")
}

func TestLinesAreBroken(t *testing.T) {
	k := testKit(t)
	for _, c := range []struct {
		why, text, want string
		chars           int
	}{
		{"eight a line", "暂停办理医保业务暂停办理医保业务办理", "暂停办理医保业务|暂停办理医保业务|办理", 8},
		{"a mark is squeezed onto the line", "医保、业务暂停办理，恢复时间另行通知", "医保、业务暂停办理，|恢复时间另行通知", 9},
		{"and pushed out where nothing gives", "暂停办理医保业务，恢复时间另行", "暂停办理医保业|务，恢复时间另行", 8},
		{"a mark at the end takes half", "暂停办理业务，恢复办理业务", "暂停办理业务，|恢复办理业务", 7},
		{"an opening bracket goes down", "暂停办理业务（简称停办）期间", "暂停办理业务|（简称停办）|期间", 7},
		{"nested marks meet", "称“《办法》”，按“《办法》”办", "称“《办法》”，|按“《办法》”办", 6},
		{"a date is whole where that leaves no holes", "今年自今冬12月24日17时起停止办", "今年自今冬|12月24日17时|起停止办", 7},
		{"and parts behind its month where it would", "自今冬12月24日17时起停办", "自今冬12月|24日17时起|停办", 7},
		{"or its year", "自2021年12月24日17时起停办", "自2021年|12月|24日17时|起停办", 5},
		{"a telephone number is whole", "请拨打电话0571-85119460咨询办理", "请拨打电话|0571-85119460咨|询办理", 7},
		{"a count keeps its unit", "需要提前预约10个工作日", "需要提前预|约10个工作日", 7},
		{"no last line of one", "暂停办理医保业务恢复", "暂停办理医保业务|恢复", 9},
		{"a dash is one sign", "逐步地恢复办理——另行通知", "逐步地恢复办理|——另行通知", 7},
		{"an author's name of an app", "可使用浙里办APP办理", "可使用浙里办|APP办理", 7},
		{"a connector does not begin a line", "自南京市至苏州—常熟一线停办", "自南京市至苏|州—常熟一线|停办", 6},
		{"a standard's number is whole", "按照标准GB/T 9704—2012办理", "按照标准GB/T|9704—2012办理", 7},
		{"so is a range", "预约需要等待三日及3～5个工作日", "预约需要等待三日及|3～5个工作日", 9},
		{"where it has room", "见9704—2012—2013", "见|9704—|2012—2013", 5},
		{"a long address at its marks", "详见https://zhyb.ybj.zj.gov.cn/#/Index", "详见https://zhyb.ybj.zj.|gov.cn/#/Index", 10},
	} {
		if got := set(k, c.chars, c.text); got != c.want {
			t.Errorf("%s: got %s, want %s", c.why, got, c.want)
		}
	}
}

// TestMarksAreSqueezed measures what stands between characters.
func TestMarksAreSqueezed(t *testing.T) {
	k := testKit(t)
	for text, want := range map[string]int{
		"医保":       2000,
		"医，保":      3000,
		"医。”保":     4000 - 500,       // adjacent marks take one em and a half
		"医）（保":     4000 - 500,       //
		"“《医保":     4000 - 500,       //
		"医保。":      3000 - 500,       // at a line's end half
		"医保）。":     4000 - 500 - 500, // both
		"APP":      k.Paragraph(Span{Text: "APP", Face: body}).Natural(),
		"12月":      900 + 250 + 1000, // a quarter em between figures and Han
		"12 月":     900 + 250 + 1000, // also where the author typed a space
		"政务2.0线上":  2000 + 250 + 1205 + 250 + 2000,
		"刷卡/扫码":    4000 + 329, // none at a solidus
		"（12时）":    1000 + 900 + 250 + 1000 + 500,
		"  医  保  ": 2000 + 250, // spaces at the ends go, the others become one
	} {
		if got := k.Paragraph(Span{Text: text, Face: body}).Natural(); got != want {
			t.Errorf("%q is %d wide, want %d", text, got, want)
		}
	}
}

// TestLinesAreFull spreads and squeezes lines of every kind to the measure exactly.
func TestLinesAreFull(t *testing.T) {
	k := testKit(t)
	text := "按照国家、省医疗保障局的统一安排，苏州大市范围统一切换上线国家医疗保障信息平台（以下简称“国家平台”）。自2021年12月30日20时起，暂停刷卡/扫码；2.0版APP同步停用。"
	for chars := 12; chars < 40; chars++ {
		lines := k.Paragraph(Span{Text: text, Face: body}).Lines(Shape{First: 2 * Em, Measure: chars * Em}, 16)
		joined := ""
		for i, l := range lines {
			last := l.Cells[len(l.Cells)-1]
			if end := int(last.X + last.Width); i < len(lines)-1 && end != chars*Em {
				t.Errorf("%d: %s ends at %d", chars, l.Text(), end)
			}
			for j, c := range l.Cells[1:] {
				if c.X < l.Cells[j].X+l.Cells[j].Width-half {
					t.Errorf("%d: %s: %c runs into %c", chars, l.Text(), c.Char, l.Cells[j].Char)
				}
			}
			joined += l.Text()
		}
		if joined != text {
			t.Errorf("%d: %s", chars, joined)
		}
	}
}

// FuzzLines sets any text to any measure: nothing is lost but white space, and
// nothing runs over the edge unless one character is wider than the line.
func FuzzLines(f *testing.F) {
	k := testKit(f)
	for _, s := range []string{"暂停办理", "（（（））", "2021年12月30日20时", "https://a.b/c?d=e", "……——“”", "\u200b\t x", "𬒈"} {
		f.Add(s, 7)
	}
	f.Fuzz(func(t *testing.T, text string, chars int) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
			return // the reader lets neither through, and controls glue what stands around them
		}
		chars = 2 + (chars%30+30)%30
		got := ""
		for _, l := range k.Paragraph(Span{Text: text, Face: body}).Lines(Shape{Measure: chars * Em}, 16) {
			if len(l.Cells) == 0 {
				continue
			}
			if last := l.Cells[len(l.Cells)-1]; int(last.X+last.Width) > chars*Em && len(l.Cells) > 1 {
				t.Errorf("%q in %d runs to %d", l.Text(), chars, last.X+last.Width)
			}
			got += l.Text()
		}
		if testkit.Unspaced(got) != testkit.Unspaced(string([]rune(text))) {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func TestTitlesBreakAtSense(t *testing.T) {
	k := testKit(t, "浙江省医疗保障事业管理服务中心", "苏州市医疗保障局", "国家医疗保障信息平台")
	for _, want := range []string{
		"关于暂停全市医保业务办理的通告",
		"浙江省医疗保障事业管理服务中心|关于停机切换国家医疗保障信息平台的通告",
		"苏州市医疗保障局|关于暂停全市医保业务办理的通告",
		"关于切换上线国家医疗保障信息平台期间|暂停医保业务办理的通告",
		"关于城区部分路段自来水管网改造期间|暂停供水的通告",
		"关于调整市公安局户政窗口|办理时间及有关事项的通告",
	} {
		var lines []string
		for _, p := range k.Sense.Balance(k.Paragraph(Span{Text: strings.ReplaceAll(want, "|", ""), Face: title}), Measure(156, 22)) {
			lines = append(lines, p.Row(0, 22).Text())
		}
		if got := strings.Join(lines, "|"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// A label of hundreds of characters, or a word wider than the sheet, once kept a
// build busy for minutes; now it is broken where it can be, and no character lost.
func TestLongTitlesEnd(t *testing.T) {
	k := testKit(t)
	for _, text := range []string{strings.Repeat("办理退费", 100), strings.Repeat("script", 60), "签" + strings.Repeat("x", 300) + "退费"} {
		p := k.Paragraph(Span{Text: text, Face: title})
		got := ""
		for size := 54; size > 10; size-- {
			got = ""
			for _, part := range k.Sense.Balance(p, Measure(180, float64(size))) {
				got += part.Row(0, 22).Text()
			}
		}
		if testkit.Unspaced(got) != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// TestTitlesPartNoWord breaks titles and names at every width: no last line has one
// character, and no known word is parted where it has room on a line.
func TestTitlesPartNoWord(t *testing.T) {
	names := []string{"常熟市医疗保障局", "经办服务中心管理局"}
	k := testKit(t, names...)
	for _, text := range []string{
		"浙江省医疗保障事业管理服务中心", "浙江省人力资源和社会保障信息管理服务中心", "关于切换上线国家医疗保障信息平台期间暂停医保业务办理的通告",
		"常熟市医疗保障局关于城区部分路段自来水管网改造期间暂停供水的通告", "经办服务中心管理局暂停", "经办服务中心管理局", "常熟市医疗保障局办", "关于暂停全市医保业务办理的通告",
	} {
		for chars := 8; chars < 40; chars++ {
			parts := k.Sense.Balance(k.Paragraph(Span{Text: text, Face: title}), chars*Em)
			joined := ""
			for i, p := range parts {
				line := p.Row(0, 22).Text()
				joined += line + "|"
				if i > 0 && i == len(parts)-1 && utf8.RuneCountInString(line) < 2 {
					t.Errorf("%d: %s ends with one character", chars, text)
				}
			}
			for _, word := range []string{"服务中心", "中心", "平台", "医疗保障", "业务", "通告", "期间", "关于"} {
				if strings.Contains(text, word) && !strings.Contains(joined, word) {
					t.Errorf("%d: %s parts %s", chars, joined, word)
				}
			}
		}
	}
}

// TestConnectors holds in any text and measure that a connector begins no line, has no
// gap beside it, and parts no number that a line has room for.
func TestConnectors(t *testing.T) {
	k := testKit(t)
	r := rand.New(rand.NewPCG(9, 9))
	pieces := []string{"暂停办理", "医保", "GB/T 9704—2012", "2012—2015", "3～5", "1/2", "苏州—常熟", "10日—12日", "5–8", "2012", "，", "A～B", "按照"}
	for range 400 {
		text := ""
		for range 4 + r.IntN(12) {
			text += pieces[r.IntN(len(pieces))] + "等"
		}
		measure := 10 + r.IntN(12)
		for i, l := range k.Paragraph(Span{Text: text, Face: body}).Lines(Shape{Measure: measure * Em}, 16) {
			for j, c := range l.Cells {
				if !strings.ContainsRune(connectors, c.Char) {
					continue
				}
				if j == 0 && i > 0 {
					t.Errorf("%d: %s begins a line: %s", measure, string(c.Char), text)
				}
				number := j > 0 && j+1 < len(l.Cells) && unicode.IsDigit(l.Cells[j-1].Char) && unicode.IsDigit(l.Cells[j+1].Char)
				if number && (c.X != l.Cells[j-1].X+l.Cells[j-1].Width || l.Cells[j+1].X != c.X+c.Width) {
					t.Errorf("%d: a gap beside %s: %s", measure, string(c.Char), text)
				}
				if j == len(l.Cells)-1 && unicode.IsDigit(l.Cells[j-1].Char) && !strings.HasSuffix(text, l.Text()) && strings.ContainsAny(strings.SplitN(text, l.Text(), 2)[1][:1], "0123456789") {
					t.Errorf("%d: a number ends behind %s: %s", measure, string(c.Char), text)
				}
			}
		}
	}
}
