package generator

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// sectionSite has references from everywhere to headings of every level.
func sectionSite() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"site.toml":     file("name = \"示例公告\"\nbase_url = \"https://site.example\"\nsample = true\nlanguages = [\"zh-CN\", \"zh-Hant\"]\n[service.s]\nname = \"窗口\"\n[audience.insured]\nname = \"参保人员\"\n[audience.unit]\nname = \"参保单位\"\n"),
		"a/region.toml": file("name = \"安平县\"\nissuer = \"安平县医疗保障局\"\n"),
		"a/n/notice.toml": file("title = \"关于暂停的通告\"\nissued = 2024-05-06\neditions = [\"insured\", \"unit\"]\n[milestone.stop]\nkind = \"suspend\"\nservice = \"s\"\nat = \"2024-05-10 17:00\"\n" +
			"open_ended = true\ntext = \"窗口停办，急事见通告{{section.urgent}}\"\n"),
		"a/n/10-time.md":  file("+++\ntitle = \"安排\"\n+++\n见{{section.guide}}、{{section.urgent}}、{{section.deep}}、{{section.ask}}、{{section.unit-only}}和{{section.fill}}。\n\n{{schedule}}\n"),
		"a/n/20-guide.md": file("+++\ntitle = \"指南\"\n+++\n# 其他\n\n甲。\n\n# 急事 {#urgent}\n\n乙。\n\n## 夜间\n\n丙。\n\n## 节假日\n\n丁。\n\n### 电话 {#deep}\n\n戊。\n"),
		"a/n/30-unit.md":  file("+++\ntitle = \"单位\"\naudience = [\"unit\"]\n+++\n# 申报 {#unit-only}\n\n己。\n"),
		"a/n/40-faq.md":   file("+++\ntitle = \"问答\"\nkind = \"faq\"\n+++\n# 一问？ {audience=\"unit\"}\n\n答。\n\n# 二问？ {#ask}\n\n答。\n"),
		"a/n/50-form.md":  file("+++\ntitle = \"样表\"\nkind = \"annex\"\n+++\n# 填法 {#fill}\n\n庚。\n"),
	}
}

// A reference to a section has the number that the heading has in the text that holds
// it, leads there, and says so where an edition leaves the section out.
func TestReferencesFollowTheNumbers(t *testing.T) {
	read := func(files fstest.MapFS) func(string) string {
		tree, problems, err := Preview(Options{Regions: files, Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML}}}, "test")
		if err != nil || tree == nil {
			t.Fatal(err, problems)
		}
		return func(name string) string {
			text, err := tree.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
	}
	expect := func(page string, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if !strings.Contains(page, part) {
				t.Errorf("the page lacks %s:\n%s", part, page)
			}
		}
	}
	first := read(sectionSite())
	whole := first("a/n/index.html")
	expect(whole, `<a href="#guide">第二条</a>`, `<a href="#urgent">第二条第（二）项</a>`, `<a href="#deep">第二条第（二）项第2目第（1）点</a>`,
		`<a href="#ask">第四条第2问</a>`, `<a href="#unit-only">第三条第（一）项</a>`, `<a href="#fill">附件第一条</a>`, `id="deep"><span class="n">（1）</span>电话`)
	expect(first("a/n/for/insured/index.html"), `<a href="#ask">第三条第1问</a>`, `通告全文第三条第（一）项`, `<a href="#urgent">第二条第（二）项</a>`)
	expect(first("a/n/for/unit/index.html"), `<a href="#ask">第四条第2问</a>`)
	expect(first("zh-hant/a/n/index.html"), `第二条第（二）项`)
	expect(first("a/n/stop/index.html"), `急事见通告第二条第（二）项`)
	if strings.Contains(first("a/n/stop/index.html"), `href="#urgent"`) {
		t.Error("the milestone's page leads to a heading that it does not have")
	}

	files := sectionSite()
	files["a/n/15-new.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"新增\"\n+++\n新增。\n")}
	expect(read(files)("a/n/index.html"), `<a href="#urgent">第三条第（二）项</a>`, `<a href="#ask">第五条第2问</a>`)
}

// No heading has the address of something else in its page.
func TestAddressesOfThePageAreKnown(t *testing.T) {
	form := regexp.MustCompile(`\bid="([^"{]+)"`)
	err := fs.WalkDir(os.DirFS("../templates"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" || slices.Contains([]string{"texts.html", "screen.html", "embed.html"}, path.Base(name)) { // these have no article
			return err
		}
		text, err := os.ReadFile("../templates/" + name)
		for _, id := range form.FindAllStringSubmatch(string(text), -1) {
			if !slices.Contains(site.PageIDs, id[1]) {
				t.Errorf("%s: site.PageIDs lacks %s", name, id[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
