package look

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/site"
)

func TestPrintSettings(t *testing.T) {
	text := `
[face]
body = "fonts/FangSong_GB2312.ttf"
titel = "x.ttf"
[size]
body = 16
large = "22"
[margin]
left = 3
top = 36.5
`
	p, problems, err := readPrint(fstest.MapFS{"print.toml": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`templates/print.toml:4:1: the key titel is not known here`, `did you mean title?`,
		`templates/print.toml:7:9: large is "22"`, `write a number from 12 to 48`,
		`templates/print.toml:9:8: left is 3`, `write a number from 10 to 45`,
	}
	told := ""
	for _, problem := range problems {
		told += problem.String() + "\n"
	}
	for _, w := range want {
		if !strings.Contains(told, w) {
			t.Errorf("does not say %s:\n%s", w, told)
		}
	}
	if p.Body.File != "fonts/FangSong_GB2312.ttf" || p.Body.At.Line != 3 || p.BodySize != 16 || p.Top != 36.5 || p.Left != 0 {
		t.Errorf("%+v", p)
	}
}

// TestPrintSettingsMayBeAbsent holds that templates without the file, and those of
// this repository, leave everything as the standard has it.
func TestPrintSettingsMayBeAbsent(t *testing.T) {
	for _, templates := range []fstest.MapFS{{}, {"print.toml": {Data: ours(t)}}} {
		p, problems, err := readPrint(templates)
		if err != nil || len(problems) > 0 || p != (site.Print{}) {
			t.Errorf("%+v %v %v", p, problems, err)
		}
	}
}

func ours(t *testing.T) []byte {
	data, err := os.ReadFile("../../templates/print.toml")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// FuzzPrintSettings holds that no file of print settings can stop the program.
func FuzzPrintSettings(f *testing.F) {
	f.Add("[face]\nbody = \"x.ttf\"\n[size]\nbody = 16\n")
	f.Add("size = []")
	f.Fuzz(func(t *testing.T, text string) {
		if _, _, err := readPrint(fstest.MapFS{"print.toml": {Data: []byte(text)}}); err != nil {
			t.Fatal(err)
		}
	})
}
