package document_test

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"tonggao/generator/document"
	"tonggao/generator/testkit"
)

// paged spells a notice in HTML: a paragraph a line, its rows of Markdown a table.
func paged(text string, line func(string) string) string {
	var out strings.Builder
	var rows []string
	flush := func() {
		for i, row := range rows {
			switch {
			case i == 0:
				out.WriteString("<table border=1 cellspacing=0>\n")
			case i == 1 && strings.Trim(row, "|- ") == "":
				continue
			}
			out.WriteString("<tr>")
			for cell := range strings.SplitSeq(strings.Trim(row, "|"), "|") {
				out.WriteString("<td>" + line(strings.TrimSpace(cell)) + "</td>")
			}
			out.WriteString("</tr>\n")
		}
		if len(rows) > 0 {
			out.WriteString("</table>\n")
		}
		rows = nil
	}
	for words := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		if words = strings.TrimSpace(words); strings.HasPrefix(words, "|") {
			rows = append(rows, words)
			continue
		}
		flush()
		if words != "" {
			out.WriteString(line(words) + "\n")
		}
	}
	flush()
	return out.String()
}

func plainLine(words string) string { return "<p>" + html.EscapeString(words) + "</p>" }

// saved is a notice as a browser saves it from a portal.
func saved(text string) string {
	return `<!DOCTYPE html>
<!-- saved from url=(0052)https://www.city.example/art/2024/5/8/art_1234.html -->
<html lang="zh-CN"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>通知公告_某市人民政府</title>
<link rel="stylesheet" href="./art_files/a.css"><script src="./art_files/j.js.下载"></script><style>.nav{color:red}</style></head>
<body><div class="top-bar"><span id="date">今天是2024年6月3日 星期一</span><a href="/login">登录</a></div>
<div class="header clearfix"><h2>某市人民政府</h2></div><div id="navBox"><ul><li><a href="/">首页</a></li><li><a href="/1">要闻动态</a></li><li><a href="/2">政务公开</a></li></ul></div>
<div class="container"><div class="crumbs">您当前的位置：<a href="/">首页</a> &gt; <a href="/3">通知公告</a></div>
<div class="article-box"><div id="zoom">
` + paged(text, plainLine) + `</div>
<div class="bdsharebuttonbox">分享到：<a href="#"></a></div><p>【打印本页】</p><p>上一篇：<a href="/9">关于7月1日停电的通知</a></p></div>
<div class="right"><ul><li><a href="/4">关于2024年端午节放假的通知</a><span>2024-05-30</span></li><li><a href="/5">关于开展检查的通知</a><span>2024-05-29</span></li><li><a href="/6">关于召开会议的通知</a><span>2024-05-28</span></li></ul></div></div>
<div class="footer">主办：某市人民政府办公室 电话：0519-12345678<br>苏ICP备2020012345号 2020年1月1日上线</div>
<script>document.getElementById("date").innerHTML = "2024年6月3日";</script></body></html>`
}

// filtered is a notice as Word saves it as a filtered page: a span for every change of
// script, its digits apart from their units, in GB 2312.
func filtered(text string) []byte {
	line := func(words string) string {
		var out strings.Builder
		latin := false
		for _, r := range words {
			if is := r < 0x80; is != latin {
				if latin = is; is {
					out.WriteString("<span\nlang=EN-US style='font-size:16.0pt;font-family:\"Times New Roman\",serif'>")
				} else {
					out.WriteString("</span><span\nstyle='font-size:16.0pt;font-family:仿宋_GB2312'>")
				}
			}
			out.WriteString(html.EscapeString(string(r)))
		}
		return "<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'><span\nstyle='font-size:16.0pt;font-family:仿宋_GB2312'>" + out.String() + "</span></p>\n\n<p class=MsoNormal><span lang=EN-US>&nbsp;</span></p>\n"
	}
	page := `<html>

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=Generator content="Microsoft Word 15 (filtered)">
<style>
<!--
 /* Font Definitions */
 @font-face
	{font-family:仿宋_GB2312;}
-->
</style>
</head>

<body lang=ZH-CN style='text-justify-trim:punctuation'>

<div class=WordSection1 style='layout-grid:15.6pt'>

` + paged(text, line) + `
</div>

</body>

</html>
`
	raw, err := simplifiedchinese.GB18030.NewEncoder().String(page)
	if err != nil {
		panic(err)
	}
	return []byte(raw)
}

// printed has Chromium print a page.
func printed(t *testing.T, page string) []byte {
	t.Helper()
	browser := testkit.Need(t, "chromium")
	dir := t.TempDir()
	in, out := filepath.Join(dir, "notice.html"), filepath.Join(dir, "notice.pdf")
	if err := os.WriteFile(in, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+out, "file://"+in)
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("chromium: %v\n%s", err, said)
	}
	raw, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// givesTheDraft holds that a file gives the draft of the text that it was made of.
func givesTheDraft(t *testing.T, name string, raw []byte, plain string) {
	t.Helper()
	text, problems := document.Read("notice", raw)
	if text == nil {
		t.Fatal(name, problems)
	}
	got, want := drafted(t, text.Words), drafted(t, plain)
	if strings.Contains(name, "printed") && filepath.Base(name) >= "30" {
		got, _, _ = strings.Cut(got, "\n== ")
		want, _, _ = strings.Cut(want, "\n== ")
	}
	differ(t, name, got, want)
}

// A page saved from a portal, and Word's filtered page, give the draft of their text:
// nothing of what stands around it.
func TestPagesGiveTheDraftOfTheirText(t *testing.T) {
	for _, name := range notices(t) {
		plain := read(t, name)
		givesTheDraft(t, name+" on a portal", []byte(saved(plain)), plain)
		givesTheDraft(t, name+" saved by Word", filtered(plain), plain)
	}
}

// What LibreOffice and Chromium print gives the draft of its text.
//
// Where two paragraphs of one full line each follow one another, without an indent or a
// gap that another line of their page lacks, nothing tells them apart: of the notices made
// up for the test the facts alone are compared.
func TestPrintsGiveTheDraftOfTheirText(t *testing.T) {
	for name, raw := range converted(t, "pdf", notices(t)) {
		plain := read(t, name)
		givesTheDraft(t, name+" printed by LibreOffice", raw, plain)
		givesTheDraft(t, name+" printed by Chromium", printed(t, fmt.Sprintf("<!DOCTYPE html><meta charset=utf-8><style>p{text-indent:2em;margin:.5em 0;text-align:justify}td{padding:2mm}</style>%s", paged(plain, plainLine))), plain)
	}
}
