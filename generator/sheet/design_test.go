package sheet

import (
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/look"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// TestOwnFaceThatCannotBeUsed names files of wrong kinds: the problem stands where
// print.toml names them and says what they are.
func TestOwnFaceThatCannotBeUsed(t *testing.T) {
	files := fstest.MapFS{"fonts/a.otf": {Data: []byte("OTTO00000000")}, "fonts/b.ttc": {Data: []byte("ttcf00000000")}}
	for _, own := range ownFaces {
		face, err := typeset.Open(testkit.Templates(), own)
		if err != nil {
			t.Fatal(err)
		}
		files[own] = &fstest.MapFile{Data: face.File()}
	}
	_, p := press(t, testkit.Regions())
	p.Site.Print = site.Print{
		Body:  site.PrintFace{File: "fonts/a.otf", At: problem.Position{File: "templates/print.toml", Line: 9, Column: 8}},
		Title: site.PrintFace{File: "fonts/b.ttc", At: problem.Position{File: "templates/print.toml", Line: 6, Column: 9}},
	}
	_, problems, err := New(look.New(files), p)
	if err != nil {
		t.Fatal(err)
	}
	told := ""
	for _, problem := range problems.Sorted() {
		told += problem.String() + "\n"
	}
	for _, want := range []string{"templates/print.toml:6:9: typeface fonts/b.ttc is a collection (.ttc)", "templates/print.toml:9:8: typeface fonts/a.otf holds CFF outlines (.otf)"} {
		if !strings.Contains(told, want) {
			t.Errorf("does not say %s:\n%s", want, told)
		}
	}
}
