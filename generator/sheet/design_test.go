package sheet

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/look"
	"tonggao/generator/prints"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
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

// TestAnyMarginsAreWellPlaced sets notices with margins from the least to the most that
// print.toml takes: all of them, and their feet, stand where ordinary printers reach, and
// no foot runs into the number of its page.
func TestAnyMarginsAreWellPlaced(t *testing.T) {
	limits := map[string][2]float64{}
	for _, key := range schema.PrintMargins.Keys {
		if key.Least < safe {
			t.Errorf("%s may be %.0f mm", key.Name, key.Least)
		}
		limits[key.Name] = [2]float64{key.Least, key.Most}
	}
	_, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}))
	draw := rand.New(rand.NewPCG(19, 5))
	for i := range 12 {
		of := func(name string) float64 {
			least, most := limits[name][0], limits[name][1]
			switch i {
			case 0:
				return least
			case 1:
				return most
			}
			return least + float64(draw.IntN(int(most-least)+1))
		}
		p.Site.Print = site.Print{Top: of("top"), Bottom: of("bottom"), Left: of("left"), Right: of("right")}
		w, problems, err := New(look.New(testkit.Templates()), p)
		if err != nil || problems.Failed() {
			t.Fatal(err, problems)
		}
		for _, o := range p.Outputs() {
			if !strings.HasPrefix(o.Path, testkit.County) || prints.Called(string(o.Kind)).Says != prints.Text {
				continue
			}
			sheets, within := sheetsOf(t, w, o)
			for _, s := range sheets {
				wellPlaced(t, fmt.Sprintf("%s with %+v", o.Path, p.Site.Print), s, within)
			}
		}
	}
}
