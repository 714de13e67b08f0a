package pdf

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// TestOwnFacesAndMargins prints with a body face, sizes and margins that a bureau
// has chosen: text stays whole and inside the chosen type area.
func TestOwnFacesAndMargins(t *testing.T) {
	_, p := press(t, regions())
	p.Site.Print = site.Print{Body: site.PrintFace{File: "fonts/kai.ttf"}, BodySize: 14, Left: 20, Right: 20, Top: 30, Bottom: 30}
	w, problems, err := New(templates(), p)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	o := output(t, p, plan.NoticePDF, "changshu/2021-platform/notice.pdf")
	for i, words := range read(t, print(t, w, o)) {
		for _, l := range linesOf(words, 267.5) {
			if l.left < 19.9 || l.right > 190.1 || l.top < 29.9 || l.foot > 267.1 {
				t.Errorf("page %d: outside the type area: %+v", i+1, l)
			}
		}
	}
}

// TestOwnFaceThatCannotBeUsed names files of wrong kinds: the problem stands where
// print.toml names them and says what they are.
func TestOwnFaceThatCannotBeUsed(t *testing.T) {
	files := fstest.MapFS{"fonts/a.otf": {Data: []byte("OTTO00000000")}, "fonts/b.ttc": {Data: []byte("ttcf00000000")}}
	for role, own := range ownFaces {
		data, err := fs.ReadFile(templates(), own)
		if err != nil {
			t.Fatal(role, err)
		}
		files[own] = &fstest.MapFile{Data: data}
	}
	_, p := press(t, regions())
	p.Site.Print = site.Print{
		Body:  site.PrintFace{File: "fonts/a.otf", At: problem.Position{File: "templates/print.toml", Line: 9, Column: 8}},
		Title: site.PrintFace{File: "fonts/b.ttc", At: problem.Position{File: "templates/print.toml", Line: 6, Column: 9}},
	}
	_, problems, err := New(files, p)
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

// TestOwnFaceMayLackCharacters takes a face with ASCII only for the text: what it
// lacks comes from this program's face of the same kind.
func TestOwnFaceMayLackCharacters(t *testing.T) {
	k, _, err := openKit(templates(), site.Print{Body: site.PrintFace{File: "fonts/hei-bold.ttf"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	poor := *k.faces[fang]
	poor.basic = make([]uint16, 0x10000)
	k.faces[fang] = &poor
	own, err := openFace(templates(), ownFaces[fang])
	if err != nil {
		t.Fatal(err)
	}
	face, glyph := k.lookup(fang, '医')
	if k.faces[face].name != own.name || glyph != own.index('医') {
		t.Errorf("it comes from %s", k.faces[face].name)
	}
}
