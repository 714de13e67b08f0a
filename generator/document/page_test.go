package document

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"tonggao/generator/problem"
	"tonggao/generator/testkit"
)

const notice = `<h1>关于停水的通告</h1><p>自2024年5月8日20时起，`

var pageCases = []struct{ name, page, want string }{
	{"what stands around a notice", `<!DOCTYPE html><html><head><title>通告_某市</title><style>p{}</style></head><body><header><h2>某市人民政府</h2></header><div>今天是2024年6月1日</div><nav><ul><li><a href=/>首页</a></ul></nav>
<div class="siteNav"><a href=/1>要闻</a> 2024年1月1日</div><div id="crumbs">当前位置：<a href=/>首页</a></div>` + notice + `城区暂停供水。</p><p>某公司</p><script>var a="2020年1月1日"</script>
<ul><li><a href=1>关于一的通知</a> 2023-01-01</li><li><a href=2>关于二的通知</a> 2023-01-02</li><li><a href=3>关于三的通知</a> 2023-01-03</li></ul><p>上一篇：<a href=4>2月3日停水</a></p><footer>版权所有 2019年1月1日</footer></body></html>`,
		"关于停水的通告\n\n自2024年5月8日20时起，城区暂停供水。\n\n某公司"},
	{"names around most of the words", `<html><body><div class="content-menu"><p>自2024年5月8日20时起，城区暂停供水。</p></div><div class="foot">电话</div>`, "自2024年5月8日20时起，城区暂停供水。"},
	{"line ends between characters are none", "<html><body><p>自2024年5\n月8日\n  起停水，call\nus</p>", "自2024年5月8日起停水，call us"},
	{"runs, breaks and blanks", `<html><body><p>5<span>月</span>&nbsp;&nbsp; 1日<br>8时</p>`, "5月 1日\n8时"},
	{"lists", `<html><body><ol start=3><li>甲<li><p>乙</p><p>丙</p></ol><ul><li>丁</ul><ol style="list-style-type: simp-chinese-informal"><li>戊</ol>`, "3. 甲\n\n4. 乙\n\n丙\n\n- 丁\n\n一、戊"},
	{"headings", `<html><body><h1>通知</h1><h3>时间</h3><p>五月</p><h4>范围</h4>`, "通知\n\n## 时间\n\n五月\n\n### 范围"},
	{"merged cells", `<html><body><table><tr><th>业务<th colspan=2>时间</tr><tr><td rowspan=2>水<td>5月1日<td>8时</tr><tr><td>5月2日<td>9时</tr></table>`, "| 业务 | 时间 |\n| --- | --- |\n| 水 | 5月1日 | 8时 |\n| 水 | 5月2日 | 9时 |"},
	{"a table that lays out a page", `<html><body><table><tr><td>导航<td><p>停水</p><table><tr><td>甲<td>乙</table></table>`, "导航\n\n停水\n\n| 甲 | 乙 |\n| --- | --- |"},
	{"changes as accepted, what is hidden or struck", `<html><body><p>停水<del>三</del><ins>五</ins>日<span style="display:none">藏</span><s>旧</s><span style='mso-hide:all'>藏</span></p><p hidden>藏</p>`, "停水五日"},
	{"a title that only the head has", `<html><head><meta name="ArticleTitle" content="关于停水的 通告"></head><body><p>自2024年5月8日20时起停水。</p>`, "关于停水的 通告\n\n自2024年5月8日20时起停水。"},
	{"entities and ruby", `<html><body><p>5月1日&mdash;2日 <ruby>停<rt>ting</rt></ruby>水 &lt;甲&gt;</p>`, "5月1日—2日 停水 <甲>"},
	{"marks of notes", `<html><body><p>8时<a href="#_ftn1"><sup>[1]</sup></a>起停水</p><div><p><a href="#sdfootnote1anc">1</a>12月1日</p></div>`, "8时起停水\n\n12月1日"},
	{"a form around a page", `<html><body><form><input value="x"><p>停水</p><select><option>甲</select></form>`, "停水"},
	{"verbatim lines", "<html><body><pre>停水\n通知</pre>", "停水\n通知"},
	{"what portals set around", `<html><body><p>停水</p><p>【字体：大 中 小】</p><p>浏览次数：12</p><p>打印 关闭</p><p>苏ICP备12345号</p>`, "停水"},
}

func TestPage(t *testing.T) {
	for _, c := range pageCases {
		text, problems := Read("x.html", []byte(c.page))
		if text == nil {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		if got := strings.TrimSpace(text.Words); strings.ReplaceAll(got, "| --- | --- | --- |", "| --- | --- |") != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// A page is told by its content, whatever it is called; so is a text that has signs of one.
func TestIsPage(t *testing.T) {
	for text, want := range map[string]bool{"<!DOCTYPE html><p>停": true, "<?xml version='1.0'?>\n<!-- a -->\n<html lang='zh'>": true, "# 停水\n<div>a</div>": false, "自<5月1日>起": false, "<!-- html -->\n停水": false, "<html": false} {
		if isPage("a.txt", text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
	if !isPage("a.HTM", "<p>停</p>") || isPage("a.html", "停水") {
		t.Error("by name")
	}
}

// The encoding is that of the octets; where they do not tell, the page's own word.
func TestPageEncodings(t *testing.T) {
	of := func(name string) string {
		return `<html><head><meta http-equiv=Content-Type content="text/html; charset=` + name + `"></head><body><p>自5月1日起停水</p>`
	}
	gbk, _ := simplifiedchinese.GB18030.NewEncoder().String(of("gb2312"))
	lying, _ := simplifiedchinese.GB18030.NewEncoder().String(of("gbk"))
	big5, _ := traditionalchinese.Big5.NewEncoder().String(of("big5"))
	for name, page := range map[string]string{"gb2312": gbk, "gbk": lying, "big5": big5, "UTF-8 that says gb2312": of("gb2312"), "none": of("")} {
		text, problems := Read("x", []byte(page))
		if text == nil || strings.TrimSpace(text.Words) != "自5月1日起停水" {
			t.Errorf("%s: %v %v", name, text, problems)
		}
	}
}

func TestPagePlaces(t *testing.T) {
	text, _ := Read("x", []byte(`<html><body><p>甲</p><table><tr><td>乙<td>丙</table>`))
	for line, want := range map[int]string{1: "paragraph 1", 3: "table 1, row 1, cell 1"} {
		if got := text.At(problem.Position{Line: line, Column: 3}).Place.Words().English; got != want {
			t.Errorf("line %d: %s, want %s", line, got, want)
		}
	}
}

func hostilePages() map[string]string {
	return map[string]string{
		"deep":        "<html><body>" + strings.Repeat("<div>", 300_000),
		"deep inline": "<html><body>" + strings.Repeat("<b><i>", 300_000),
		"long":        "<html><body>" + strings.Repeat("停水", 2_000_000),
		"many cells":  "<html><body><table>" + strings.Repeat("<tr><td rowspan=99 colspan=99>停<td>水", 100_000),
		"many lists":  "<html><body>" + strings.Repeat("<ol><li>停", 200) + strings.Repeat("<li>水", 200_000),
		"attributes":  "<html><body><p " + strings.Repeat("a=1 ", 900_000) + ">停</p>",
		"tables":      "<html><body>" + strings.Repeat("<table><tr><td>", 150) + strings.Repeat("停", 100_000),
		"broken":      "<html><body>" + strings.Repeat("<table><a><b></table>", 60_000),
		"comments":    "<html><body>" + strings.Repeat("停<!-- -->", 400_000),
	}
}

func TestHostilePagesCostNothing(t *testing.T) {
	for name, page := range hostilePages() {
		began := testkit.Processor()
		sound(t, []byte(page))
		if took := testkit.Processor() - began; took > 30*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// FuzzPage gives any page to the reader of pages.
func FuzzPage(f *testing.F) {
	for _, c := range pageCases {
		f.Add(c.page)
	}
	f.Fuzz(func(t *testing.T, page string) { sound(t, []byte("<html><body>"+page)) })
}

// A paragraph of a page that is only parted by a break is one by itself: shown blanks or an
// empty line begin it.
func TestBreaksPartParagraphs(t *testing.T) {
	const page = "<html><body><div>关于停水的通知<br>\n&nbsp;&nbsp;&nbsp;&nbsp;因管道检修，城北片区将于2024年5月9日22时起停水，请提前储水备用<br>\n　　检修工作可能提前结束，供水随时恢复<br><br>某水务公司<br>2024年5月8日</div></body></html>"
	text, problems := Read("a.html", []byte(page))
	if text == nil {
		t.Fatal(problems)
	}
	if got := strings.Count(text.Words, "\n\n"); got != 4 {
		t.Errorf("%d paragraphs: %q", got, text.Words)
	}
}
