package generator

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/problem"
)

// A character that no face has is told where its author wrote it, once, whatever key
// it stands in and however many notices print it; with what it is and what to do.
func TestCharactersWithoutAGlyphAreToldWhereTheyStand(t *testing.T) {
	const rare = '𠮷' // U+20BB7
	for _, c := range []struct{ file, was, is, at string }{
		{"anping/region.toml", `name = "安平县"`, `name = "安𠮷县"`, "regions/anping/region.toml:1:10"},
		{"anping/region.toml", `issuer = "安平县水务局"`, `issuer = "安平县水务局𠮷"`, "regions/anping/region.toml:2:17"},
		{"anping/region.toml", `name = "客服"`, `name = "𠮷客服"`, "regions/anping/region.toml:4:9"},
		{"site.toml", `name = "自来水供应"`, `name = "自来𠮷供应"`, "regions/site.toml:5:11"},
		{"anping/2024-water/notice.toml", `"关于停水的通告"`, `"关于停水的𠮷通告"`, "regions/anping/2024-water/notice.toml:1:15"},
		{"anping/2024-water/notice.toml", `"城区停止供水"`, `"城区停止𠮷供水"`, "regions/anping/2024-water/notice.toml:10:13"},
		{"anping/2024-water/10-text.md", `title = "联系"`, `title = "联𠮷系"`, "regions/anping/2024-water/10-text.md:2:11"},
		{"anping/2024-water/10-text.md", `电话：`, `𠮷电话：`, "regions/anping/2024-water/10-text.md:5:1"},
	} {
		files := water()
		files["anping/region.toml"].Data = append(files["anping/region.toml"].Data, "[contact.desk]\nname = \"客服\"\nphones = [\"0519-85119460\"]\n"...)
		add(files, "anping/2024-water/10-text.md", "+++\ntitle = \"联系\"\n+++\n\n电话：\n\n{{contacts}}\n")
		second := *files["anping/2024-water/notice.toml"]
		files["anping/2024-again/notice.toml"] = &second
		was := string(files[c.file].Data)
		files[c.file].Data = []byte(strings.Replace(was, c.was, c.is, 1))
		if string(files[c.file].Data) == was {
			t.Fatalf("%s has no %s", c.file, c.was)
		}
		_, _, problems, err := Prepare(Options{Regions: files, Look: look.New(os.DirFS("../templates"))})
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, p := range problems {
			if p.Level == problem.Error {
				told = append(told, p.Position.String())
				if !strings.Contains(p.Message, fmt.Sprintf("%q (U+%04X)", rare, rare)) || p.Hint == "" {
					t.Error(p)
				}
			}
		}
		if fmt.Sprint(told) != fmt.Sprint([]string{c.at}) {
			t.Errorf("%s: told at %v, not %s", c.is, told, c.at)
		}
	}
}
