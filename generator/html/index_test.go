package html_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator"
	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/testkit"
)

// lines is what a visitor sees of the regions in an index.
const lines = `[...document.querySelectorAll('.group ul:not(.notices) > li')].filter(li => li.querySelector('a').getClientRects().length)`

// finds types into the box and returns the regions that are left.
func (b *tab) finds(typed string) string {
	b.t.Helper()
	b.js(fmt.Sprintf(`const box = document.querySelector('#find'); box.value = %q; box.dispatchEvent(new Event('input'))`, typed))
	if said := eval[string](b, `document.querySelector('[data-found]').textContent`); said == "" && typed != "" {
		b.t.Errorf("%s: the count is not said", typed)
	}
	return eval[string](b, lines+`.map(li => li.querySelector('a').textContent).join(' ')`)
}

func TestFilter(t *testing.T) { inEveryBrowser(t, testFilter) }

func testFilter(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	b := open(360, 800)
	b.open(base + "index.html")
	whole := b.finds("")
	for _, c := range []struct{ typed, finds string }{
		{"常熟", "常熟市"}, {"changshu", "常熟市"}, {"cs", "常熟市"}, {"CHANG shu", "常熟市"}, {"zjg", "张家港市"}, {"xa", "西安市"}, {"xi'an", "西安市"},
		{"320581", "常熟市"}, {"3205", "苏州市 常熟市 张家港市"}, {"benji", "浙江省本级"}, {"nowhere", ""}, {"", whole},
	} {
		if got := b.finds(c.typed); got != c.finds {
			t.Errorf("%s finds %q, want %q", c.typed, got, c.finds)
		}
	}
	b.open(base + "en/index.html")
	for _, typed := range []string{"changshu", "CHANGSHU", "常熟", "cs", "css", "320581"} {
		if got := b.finds(typed); got != "Changshu" {
			t.Errorf("in English %s finds %q", typed, got)
		}
	}
	b.open(base + "zh-hant/index.html")
	for _, typed := range []string{"張家港", "zhangjiagang", "zjg", "320582"} {
		if got := b.finds(typed); got != "張家港市" {
			t.Errorf("in traditional characters %s finds %q", typed, got)
		}
	}
}

// The index of a country says most things once for many regions; those that
// differ are found and marked all the same.
func TestIndexOfACountry(t *testing.T) {
	base := country(t)
	b := newTab(t, 360, 800)
	b.at("2026-12-20T00:00:00+08:00", "Asia/Shanghai")
	for _, c := range []struct{ page, typed, finds string }{
		{"", "长治", "长治县"}, {"", "changzhi", "长治县"}, {"", "czx", "长治县"}, {"", "zhangzixian", "长子县"}, {"", "czxx", ""}, {"", "110103", "长子县 玉州市"},
		{"", "changan", ""}, {"", "安州省", "安州省"}, {"", "亳州省", "亳州省"}, {"", "anzhousheng", "安州省"}, {"", "110000", "安州省"}, {"", "𬇙远", "𬇙远县"},
		{"en/", "长治", "Changzhi County"}, {"en/", "Changzhi county", "Changzhi County"}, {"en/", "czx", "Changzhi County"}, {"en/", "zhangzixian", "长子县"},
		{"zh-hant/", "長治", "長治縣"}, {"zh-hant/", "changzhi", "長治縣"}, {"zh-hant/", "czx", "長治縣"}, {"zh-hant/", "zhangzixian", "长子县"},
	} {
		b.open(base + c.page + "index.html")
		if open := eval[int](b, `document.querySelectorAll('.group[open]').length`); open > 0 {
			t.Errorf("%s begins with %d provinces unfolded", c.page, open)
		}
		if got := b.finds(c.typed); got != c.finds {
			t.Errorf("%s: %s finds %q, want %q", c.page, c.typed, got, c.finds)
		}
		b.finds("")
		if left := eval[int](b, `document.querySelectorAll('.group[open], .beside, .groups [hidden]').length`); left > 0 {
			t.Errorf("%s: %d elements look as if something were sought", c.page, left)
		}
	}
	for page, words := range map[string][2]string{"": {"正在进行", "尚未开始"}, "en/": {"In progress", "Not yet begun"}} {
		b.open(base + page + "index.html")
		lang := eval[string](b, `document.documentElement.lang`)
		for code, want := range map[string]string{"110105": words[0], "110106": words[1], "110100": words[1], "110000": words[1]} {
			got := eval[string](b, fmt.Sprintf(`(c => c.textContent + '/' + c.lang)(document.querySelector('[id="%s"] > .chip'))`, code))
			if got != want+"/"+lang {
				t.Errorf("%s: %s is marked %s, want %s", page, code, got, want)
			}
		}
		if none := eval[int](b, `document.querySelectorAll('.group:last-child .chip').length`); none > 0 {
			t.Errorf("%s: %d regions without notices are marked", page, none)
		}
	}
}

// country serves a made-up country in which some regions are not like others: in
// reading, translation, code or times; and one province has no notices.
func country(t *testing.T) string {
	t.Helper()
	files := testkit.Nation(200)
	for name := range files {
		if strings.HasPrefix(name, "province-02/") && !strings.HasSuffix(name, "/region.toml") {
			delete(files, name)
		}
	}
	change := func(name, pattern, text string) {
		t.Helper()
		before := files[name].Data
		files[name].Data = regexp.MustCompile(pattern).ReplaceAll(before, []byte(text))
		if bytes.Equal(before, files[name].Data) {
			t.Fatalf("%s has no %s", name, pattern)
		}
	}
	change("site.toml", `\["zh-CN"\]`, `["zh-CN", "en", "zh-Hant"]`)
	change("province-01/city-01/county-01/region.toml", `name   = "[^经"]*"`, `name = "长治县"`)
	change("province-01/city-01/county-02/region.toml", `name   = "[^经"]*"`, `name = "长子县"`)
	change("province-01/city-01/county-02/region.toml", `110102`, `110103`)
	change("province-01/city-01/county-05/2026-platform/notice.toml", `$`, "\n[milestone.counter-stop]\nat = \"2026-12-19 17:00\"\nwhy = \"本县安排\"\n")
	files["en.toml"] = &fstest.MapFile{Data: []byte("\"长治县\" = \"Changzhi County\"\n")}
	files["zh-hant.toml"] = &fstest.MapFile{Data: []byte("\"长治县\" = \"長治縣\"\n")}
	tree, problems, err := generator.Preview(generator.Options{Regions: files, Look: look.New(os.DirFS("../../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML}}}, "test")
	if err != nil || tree == nil {
		t.Fatal(err, problems)
	}
	server := httptest.NewServer(http.FileServerFS(tree))
	t.Cleanup(server.Close)
	return server.URL + "/"
}
