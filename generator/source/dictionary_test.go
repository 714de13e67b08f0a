package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/problem"
	"tonggao/generator/site"
)

func TestDictionaries(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	s, problems, err := Read(fstest.MapFS{
		"site.toml":                  file("name = \"通告\"\nbase_url = \"https://a.example\"\n[service.desk]\nname = \"窗口\"\n"),
		"en.toml":                    file("\"窗口\" = \"Counter\"\n\"城市\" = \"City\"\n\"暂停{{region}}的窗口\" = \"{{region}} stops\"\n"),
		"city/region.toml":           file("name = \"城市\"\nissuer = \"城市局\"\n"),
		"city/en.toml":               file("\"窗口\" = \"Desk\"\n\"窗囗\" = \"Typo\"\n\"暂停{{region}}的窗口\" = \"stops\"\n\"城市局\" = 1\n"),
		"city/2021-stop/notice.toml": file("title = \"关于暂停的通告\"\nissued = 2021-12-20\n[milestone.stop]\nkind = \"suspend\"\nservice = \"desk\"\nat = \"2021-12-24 17:00\"\npermanent = true\ntext = \"暂停{{region}}的窗口\"\n"),
		"city/2021-stop/10-a.md":     file("{{schedule}}\n"),
	})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range problems {
		all = append(all, p.String())
	}
	said := strings.Join(all, "\n")
	for _, want := range []string{
		"regions/city/en.toml:3:21: the translation has other placeholders than its original\n    the original has {{region}}",
		"regions/city/en.toml:4:9: 城市局 is 1",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("no problem says %q in\n%s", want, said)
		}
	}
	if s != nil {
		t.Error("a site came out of broken translations")
	}
}

// A region's own words stand in the place of those above it, and only there.
func TestTranslationsAreInherited(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	s, problems, err := Read(fstest.MapFS{
		"site.toml":        file("name = \"通告\"\nbase_url = \"https://a.example\"\n[service.desk]\nname = \"窗口\"\n"),
		"en.toml":          file("\"窗口\" = \"Counter\"\n\"城市\" = \"City\"\n\"没有的话\" = \"Nobody says this\"\n"),
		"city/region.toml": file("name = \"城市\"\nissuer = \"城市局\"\n"),
		"city/en.toml":     file("\"城市\" = \"Town\"\n"),
	})
	if err != nil || s == nil {
		t.Fatal(err, problems)
	}
	if got, _ := s.Regions[0].Translation[site.English].Text("城市"); got != "Town" {
		t.Errorf("the region is called %q", got)
	}
	if got, _ := s.Regions[0].Translation[site.English].Text("窗口"); got != "Counter" {
		t.Errorf("the service is called %q", got)
	}
	if got, _ := s.Translation[site.English].Text("城市"); got != "City" {
		t.Errorf("the site calls the region %q", got)
	}
	if len(problems) != 1 || !strings.Contains(problems[0].String(), `regions/en.toml:3:1: warning: nothing says "没有的话"`) {
		t.Errorf("problems: %v", problems)
	}
}

// Whatever key of whatever file has a text: its translation is one of something that is said,
// in the file's region and in those that take from it; elsewhere it is of nothing.
func TestTranslationsAreOfWhatKeysSay(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	read := func(dictionary string) problem.List {
		s, problems, err := Read(fstest.MapFS{
			"site.toml":                        file("name = \"通告\"\nbase_url = \"https://a.example\"\n[service.desk]\nname = \"窗口\"\n"),
			"province/region.toml":             file("name = \"省\"\nissuer = \"省局\"\n[contact.desk]\nname = \"总台\"\nphones = [\"12345\"]\nhours = \"全天\"\n"),
			"province/2021-stop/notice.toml":   file("title = \"{{issuer}}的通告\"\nissued = 2021-12-20\ncascade = true\n[milestone.stop]\nkind = \"suspend\"\nservice = \"desk\"\nat = \"2021-12-24 17:00\"\npermanent = true\ntext = \"窗口暂停\"\nscope = \"老城\"\n"),
			"province/2021-stop/10-a.md":       file("+++\ntitle = \"指南\"\n+++\n{{schedule}}\n\n请早办理。\n"),
			"province/city/region.toml":        file("name = \"城市\"\nissuer = \"城市局\"\n"),
			"province/city/en.toml":            file(dictionary),
			"province/elsewhere/region.toml":   file("name = \"别处\"\nissuer = \"别处局\"\n[contact.x]\nname = \"别处的科室\"\nphones = [\"12345\"]\n"),
			"province/elsewhere/x/region.toml": file("name = \"乡\"\nissuer = \"乡里\"\n"),
		})
		if err != nil || s == nil {
			t.Fatal(err, problems)
		}
		return problems
	}
	for _, said := range []string{"窗口", "总台", "全天", "城市", "城市局", "城市局的通告", "窗口暂停", "老城", "指南", "请早办理。"} {
		if problems := read(fmt.Sprintf("%q = \"x\"\n", said)); len(problems) > 0 {
			t.Errorf("%s: %v", said, problems)
		}
	}
	for _, silent := range []string{"没有", "乡里"} {
		if problems := read(fmt.Sprintf("%q = \"x\"\n", silent)); len(problems) != 1 {
			t.Errorf("%s: %v", silent, problems)
		}
	}
}
