// Hugo writes a site for Hugo with so many pages of a notice's size, each also as
// an iCalendar file, to measure beside: go run ./.ci/hugo FOLDER PAGES.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// files are those that every site of Hugo needs here.
var files = map[string]string{
	"hugo.toml": `baseURL = "https://nation.example/"
title = "全国医保通告"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]
[outputs]
page = ["HTML", "Calendar"]
[outputFormats.Calendar]
mediaType = "text/calendar"
`,
	"layouts/_default/baseof.html":         `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }} - {{ .Site.Title }}</title><link rel="canonical" href="{{ .Permalink }}"></head><body>{{ block "main" . }}{{ end }}</body></html>`,
	"layouts/_default/single.html":         `{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range .Params.milestones }}<li><time datetime="{{ .at }}">{{ .written }}</time> <b>{{ .label }}</b> {{ .text }}</li>{{ end }}</ol>{{ .Content }}{{ end }}`,
	"layouts/index.html":                   `{{ define "main" }}<h1>{{ .Site.Title }}</h1>{{ end }}`,
	"layouts/_default/single.calendar.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//ZH\r\n{{ range .Params.milestones }}BEGIN:VEVENT\r\nUID:{{ .id }}@nation.example\r\nSUMMARY:{{ .label }}\r\nDESCRIPTION:{{ .text }}\r\nEND:VEVENT\r\n{{ end }}END:VCALENDAR\r\n",
}

func main() {
	pages, err := strconv.Atoi(os.Args[len(os.Args)-1])
	if err != nil || len(os.Args) != 3 {
		fail("usage: hugo FOLDER PAGES")
	}
	for name, text := range files {
		write(filepath.Join(os.Args[1], name), text)
	}
	for i := range pages {
		write(filepath.Join(os.Args[1], fmt.Sprintf("content/p%02d/c%03d/n%d.md", i/1200, i/12, i)), page(i))
	}
}

// page is a tenth of a notice's text, which is what its pages have on average.
func page(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = \"关于暂停办理医保业务的通告 %d\"\n", i)
	for m := range 6 {
		fmt.Fprintf(&b, "[[milestones]]\nid = \"m%d-%d\"\nat = \"2026-12-%02dT20:00:00+08:00\"\nwritten = \"2026年12月%d日20时\"\nlabel = \"医保费用联网结算暂停\"\ntext = \"全区定点医疗机构、定点零售药店暂停医保费用联网结算\"\n", i, m, 20+m, 20+m)
	}
	b.WriteString("+++\n")
	for s := range 8 {
		fmt.Fprintf(&b, "\n## 第%d项\n\n参保人员在系统切换期间可以先行垫付全部费用，并妥善保存发票、费用清单、处方等原始材料，第%d号窗口办理。\n", s+1, i*8+s)
	}
	return b.String()
}

func write(name, text string) {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		fail(err.Error())
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		fail(err.Error())
	}
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, "hugo:", why)
	os.Exit(2)
}
