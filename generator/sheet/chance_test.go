package sheet

import (
	"fmt"
	"math/rand"
	"strings"
	"testing/fstest"
)

// A chance writes sites that nobody would, but anybody could.
type chance struct{ *rand.Rand }

// words are so many characters, with figures, marks and Latin words among them.
func (c *chance) words(least, most int) string {
	pieces := []string{"医保", "联网结算", "窗口", "经办服务中心", "参保人员", "办理", "，", "、", "（试行）", "APP", "2.0", "“一件事”", "长三角", "的", "暂停", "线上", "退费", "管理局"}
	var b strings.Builder
	for n := least + c.Intn(most-least+1); len([]rune(b.String())) < n; {
		piece := pieces[c.Intn(len(pieces))]
		if b.Len() == 0 && strings.Contains("，、", piece) {
			continue
		}
		b.WriteString(piece)
	}
	return strings.TrimRight(b.String(), "，、")
}

// long is short as a rule and long now and then.
func (c *chance) long(usual, most int) int {
	if c.Intn(6) == 0 {
		return most
	}
	return usual
}

// move postpones or withdraws a fact now and then.
func (c *chance) move(notice *strings.Builder, id string) {
	if chosen := c.Intn(4); chosen < 2 {
		fmt.Fprintf(notice, "%s[[milestone.%s.move]]\nfrom = \"2021-12-03 08:30\"\non = 2021-12-02\nwhy = %q\n", []string{"", "withdrawn = true\n"}[chosen], id, c.words(2, c.long(10, 60)))
	}
}

func (c *chance) site() fstest.MapFS {
	services := 1 + c.Intn(c.long(4, 9))
	var site, region, notice strings.Builder
	fmt.Fprintf(&site, "name = \"通告\"\nbase_url = \"https://%s.test\"\nsample = true\nformats = [\"a3-posters\", \"door-signs\"]\nlanguages = [\"zh-CN\"]\n", strings.Repeat("tonggao", 1+c.Intn(6)))
	for i := range services {
		fmt.Fprintf(&site, "[service.s%d]\nname = %q\n", i, fmt.Sprint("服务", i, c.words(1, c.long(10, 60))))
	}
	site.WriteString("[audience.one]\nname = \"" + c.words(2, 12) + "\"\n")
	var phones, issuers []string
	for range c.Intn(c.long(3, 9)) {
		phones = append(phones, fmt.Sprintf("%q", fmt.Sprintf("0512-%08d", c.Intn(1e8))))
	}
	for range 1 + c.Intn(c.long(3, 9)) {
		issuers = append(issuers, fmt.Sprintf("%q", c.words(4, c.long(14, 30))))
	}
	fmt.Fprintf(&region, "name = %q\nissuer = %q\nhotlines = [%s]\n", "常熟市"+c.words(0, c.long(4, 30)), "常熟市医疗保障局", strings.Join(phones, ", "))
	fmt.Fprintf(&notice, "title = %q\nissued = 2021-12-01\nissuers = [%s]\n", "关于"+c.words(4, c.long(30, 90))+"的通告", strings.Join(issuers, ", "))
	for i := range services {
		c.outage(&notice, i)
	}
	for i := range c.Intn(c.long(4, 30)) {
		fmt.Fprintf(&notice, "[milestone.rule%d]\nkind = \"rule\"\nat = %q\nlabel = %q\ntext = %q\n", i, c.moment(c.Intn(200)), c.words(2, c.long(12, 34)), c.words(4, 60))
		c.move(&notice, fmt.Sprint("rule", i))
	}
	if c.Intn(2) == 0 {
		fmt.Fprintf(&notice, "[milestone.gone]\nkind = \"suspend\"\nservice = \"s0\"\nat = \"2023-05-01 08:00\"\ntext = %q\ninstead = \"甲\"\nwithdrawn = true\n[[milestone.gone.move]]\nfrom = \"2023-05-01 08:00\"\non = 2021-12-02\nwhy = %q\n", c.words(4, c.long(40, 200)), c.words(2, c.long(10, 60)))
	}
	return fstest.MapFS{"site.toml": {Data: []byte(site.String())}, "a/region.toml": {Data: []byte(region.String())},
		"a/n/notice.toml": {Data: []byte(notice.String())}, "a/n/10-text.md": {Data: []byte(c.prose())}}
}

// outage stops a service and brings it back in stages, or not.
func (c *chance) outage(notice *strings.Builder, service int) {
	at := c.Intn(100)
	milestone := func(stage int, kind, when string) {
		fmt.Fprintf(notice, "[milestone.s%d-%d]\nkind = %q\nservice = \"s%d\"\n%s\ntext = %q\n", service, stage, kind, service, when, c.words(4, c.long(40, 200)))
		if c.Intn(2) == 0 {
			fmt.Fprintf(notice, "instead = %q\n", c.words(6, c.long(60, 500)))
		}
		if c.Intn(3) == 0 {
			fmt.Fprintf(notice, "label = %q\n", c.words(2, c.long(12, 34)))
		}
		if c.Intn(4) == 0 {
			notice.WriteString("audience = [\"one\"]\n")
		}
	}
	milestone(0, "suspend", fmt.Sprintf("at = %q", c.moment(at)))
	stages := c.Intn(c.long(3, 14))
	for i := range stages {
		at += 1 + c.Intn(10)
		milestone(1+i, "partial", fmt.Sprintf("at = %q", c.moment(at)))
	}
	switch c.Intn(3) {
	case 0:
		milestone(1+stages, "resume", fmt.Sprintf("at = %q", c.moment(at+1+c.Intn(10))))
	case 1:
		milestone(1+stages, "resume", "tbd = true")
	}
}

// moment is a time some hours after the year's beginning.
func (c *chance) moment(n int) string {
	day := fmt.Sprintf("2022-%02d-%02d", 1+n/28, 1+n%28)
	switch c.Intn(4) {
	case 0:
		return day
	case 1:
		return day + " 24:00"
	case 2:
		return day + fmt.Sprintf(" %02d:%02d", c.Intn(24), c.Intn(60))
	}
	return day + " 08:00"
}

// prose is a text with a table and paragraphs of all lengths.
func (c *chance) prose() string {
	var b strings.Builder
	for range 1 + c.Intn(12) {
		fmt.Fprintf(&b, "%s。\n\n", c.words(4, 200))
		if c.Intn(4) == 0 {
			b.WriteString("| 部门 | 电话 |\n| --- | --- |\n")
			for i := range 1 + c.Intn(c.long(5, 40)) {
				name := c.words(2, c.long(8, 80))
				if i > 0 && c.Intn(2) == 0 {
					name = ""
				}
				fmt.Fprintf(&b, "| %s | %s |\n", name, c.words(2, 12))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}
