package phrase

import (
	"net/url"
	"strings"
	"testing"

	"tonggao/generator/prose"
	"tonggao/generator/site"
)

func TestAddressesInText(t *testing.T) {
	for text, want := range map[string]string{
		"见https://a.cn/x?y=1&z=2。":               "[https://a.cn/x?y=1&z=2>https://a.cn/x?y=1&z=2]",
		"See https://a.cn/x. (http://b.cn/y(z))": "[https://a.cn/x>https://a.cn/x][http://b.cn/y(z)>http://b.cn/y(z)]",
		"邮箱yb@anping.gov.cn，网址www.nhsa.gov.cn。":  "[yb@anping.gov.cn>mailto:yb@anping.gov.cn][www.nhsa.gov.cn>http://www.nhsa.gov.cn]",
		"登录ybj.zj.gov.cn/hall/办理":                "[ybj.zj.gov.cn/hall/>http://ybj.zj.gov.cn/hall/]",
		"比例@12% https:// 2.0.1 a@b":              "",
	} {
		var links, whole strings.Builder
		for _, run := range Addressed(text) {
			whole.WriteString(run.Text)
			if run.URL != "" {
				links.WriteString("[" + run.Text + ">" + run.URL + "]")
			}
		}
		if links.String() != want || whole.String() != text {
			t.Errorf("%s: %s, want %s", text, links.String(), want)
		}
	}
}

// What a link leads to can be read on paper, once.
func TestLinksShowTheirAddress(t *testing.T) {
	for _, c := range []struct{ words, address, whole, screen string }{
		{"办事指南", "https://a.cn/guide", "办事指南（https://a.cn/guide）", "办事指南"},
		{"a.cn/guide", "https://a.cn/guide/", "a.cn/guide", "a.cn/guide"},
		{"HTTPS://a.cn/guide", "https://a.cn/guide", "HTTPS://a.cn/guide", "HTTPS://a.cn/guide"},
		{"写信", "mailto:yb@a.cn?subject=x", "写信（yb@a.cn）", "写信"},
		{"0519-85119460", "tel:051985119460", "0519-85119460", "0519-85119460"},
		{"致电", "tel:0519-85119460", "致电（0519-85119460）", "致电"},
	} {
		runs := In(site.Chinese).Runs(&site.Notice{}, nil, prose.Words{prose.Link{URL: c.address, Words: prose.Words{prose.Text{Value: c.words}}}})
		if Plain(runs) != c.whole || Plain(OnScreen(runs)) != c.screen {
			t.Errorf("[%s](%s): %s on paper, %s on a screen", c.words, c.address, Plain(runs), Plain(OnScreen(runs)))
		}
	}
}

func FuzzAddressesInText(f *testing.F) {
	f.Add("见https://a.cn/x?y=1。邮箱yb@a.cn")
	f.Fuzz(func(t *testing.T, text string) {
		whole := ""
		for _, run := range Addressed(text) {
			whole += run.Text
			if run.URL == "" {
				continue
			}
			if u, err := url.Parse(run.URL); err != nil || u.Host == "" && u.Opaque == "" {
				t.Errorf("%q: %q leads nowhere", text, run.URL)
			}
		}
		if whole != text {
			t.Errorf("%q became %q", text, whole)
		}
	})
}
