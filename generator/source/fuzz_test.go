package source

import (
	"os"
	"testing"
	"testing/fstest"

	"tonggao/generator/problem"
)

// FuzzRead reads a county's notice and one fragment of it below a sound city: no
// file may stop the program, and a site is there exactly when no error is.
func FuzzRead(f *testing.F) {
	facts, err := os.ReadFile("../../regions/jiangsu/suzhou/changshu/2021-platform/notice.toml")
	if err != nil {
		f.Fatal(err)
	}
	text, err := os.ReadFile("../../regions/jiangsu/suzhou/changshu/2021-platform/20-guide.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(facts), string(text))
	f.Add("issued = 2024-05-06\n[[revision]]\non = 2024-05-07\nwhat = \"延期\"\n[milestone.a]\nkind = \"suspend\"\nservice = \"s\"\nat = \"b\"\n[milestone.b]\nafter = \"a\"", "1、{{a to b}}（星期一）{{meant 2月30日}} (a)")
	f.Add("\x01", "") // the TOML library places this before the file
	f.Fuzz(func(t *testing.T, facts, text string) {
		files := fstest.MapFS{
			"site.toml":                      {Data: []byte("name = \"x\"\nbase_url = \"https://x.example\"\n[service.s]\nname = \"s\"\n[audience.a]\nname = \"a\"\n")},
			"city/region.toml":               {Data: []byte("name = \"市\"\nissuer = \"局\"\n")},
			"city/2024-x/notice.toml":        {Data: []byte("title = \"x\"\nissued = 2024-05-06\ncascade = true\n[milestone.a]\nkind = \"suspend\"\nservice = \"s\"\nat = \"2024-05-10 17:00\"\ntext = \"停\"\n")},
			"city/2024-x/10-a.md":            {Data: []byte("{{schedule}}\n")},
			"city/county/region.toml":        {Data: []byte("name = \"县\"\nissuer = \"局\"\n")},
			"city/county/2024-x/10-a.md":     {Data: []byte(text)},
			"city/county/2024-x/notice.toml": {Data: []byte(facts)},
		}
		s, problems, err := Read(files)
		if err != nil || (s == nil) != problems.Failed() {
			t.Fatal(s == nil, problems.Count(problem.Error), err)
		}
		o, _, err := ReadOrigins(files)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range o.IDs() {
			o.Explain(id)
			for _, m := range o.Milestones(id) {
				if _, known := o.Explain(id + "#" + m); !known {
					t.Errorf("%s#%s is listed and not known", id, m)
				}
			}
		}
	})
}

// FuzzSettings reads what stands above the notices: no file may stop the program.
func FuzzSettings(f *testing.F) {
	f.Add("name = \"x\"\nbase_url = \"https://x.example\"\n[mark]\nlogo = \"assets/x.svg\"\n[mark.colors]\nink = \"#000\"\n", "name = \"县\"\nissuer = \"局\"\n[contact.desk]\nname = \"科\"\nphones = [\"12345\"]\n", "\"县\" = \"County\"\n")
	f.Add("base_url = \"http://[::1\"", "[service.a]\nname = 1", "a = {b = 1}")
	f.Fuzz(func(t *testing.T, top, region, dictionary string) {
		file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
		s, problems, err := Read(fstest.MapFS{
			"site.toml": file(top), "en.toml": file(dictionary), "a/region.toml": file(region), "a/zh-hant.toml": file(dictionary),
			"a/2024-x/notice.toml": file("title = \"x\"\nissued = 2024-05-06\n"), "a/2024-x/10-a.md": file("停\n"),
		})
		if err != nil || (s == nil) != problems.Failed() {
			t.Fatal(s == nil, problems.Count(problem.Error), err)
		}
	})
}
