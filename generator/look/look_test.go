package look

import (
	"html/template"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestEachPartIsReadOnce asks for parts twice, the second time of a folder that has none.
func TestEachPartIsReadOnce(t *testing.T) {
	l := New(testkit.Templates())
	functions := template.FuncMap{}
	for _, name := range []string{"datetime", "address", "percent", "mime", "refresh", "whole", "tied", "tel"} {
		functions[name] = func(string) string { return "" }
	}
	page, err := l.Page("index", functions)
	if err != nil {
		t.Fatal(err)
	}
	face, err := l.Face("fonts/fang.ttf")
	if err != nil {
		t.Fatal(err)
	}
	style, err := l.Asset("frame.css")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := l.Print(); err != nil {
		t.Fatal(err)
	}
	l.files = keepSteady(fstest.MapFS{})
	again, err := l.Page("index", functions)
	if err != nil || again != page {
		t.Errorf("a page is read twice: %v", err)
	}
	if f, err := l.Face("fonts/fang.ttf"); err != nil || f != face {
		t.Errorf("a face is read twice: %v", err)
	}
	if s, err := l.Asset("frame.css"); err != nil || s != style {
		t.Errorf("a style is read twice: %v", err)
	}
	if _, _, err := l.Print(); err != nil {
		t.Errorf("the print settings are read twice: %v", err)
	}
}

// TestLogos holds what site.toml names against the drawings.
func TestLogos(t *testing.T) {
	l := New(fstest.MapFS{"assets/logo.svg": {Data: []byte("<?xml?><svg/>")}, "assets/photo.svg": {Data: []byte("JFIF")}})
	at := problem.Position{File: "regions/site.toml", Line: 4, Column: 8}
	for name, want := range map[string]string{
		"":                 "",
		"assets/logo.svg":  "",
		"assets/lgo.svg":   "did you mean assets/logo.svg?",
		"assets/photo.svg": "save the drawing as SVG",
		"../site.toml":     "regions/site.toml:4:8",
	} {
		problems, err := l.Lacks(site.Mark{Logo: name, LogoAt: at})
		told := ""
		for _, p := range problems {
			told += p.String() + p.Hint
		}
		if (want == "") != (told == "") || !strings.Contains(told, want) {
			t.Errorf("%q: %s (%v)", name, told, err)
		}
	}
	if drawing, err := l.Drawing("assets/logo.svg"); err != nil || drawing != "<svg/>" {
		t.Errorf("%q, %v", drawing, err)
	}
}

// TestTemplatesStayAsTheyAre edits a template between two readings, of each way there is to
// read one: the second is an error, not a sum that is not of the published bytes.
func TestTemplatesStayAsTheyAre(t *testing.T) {
	for name, read := range map[string]func(fs.FS, string) ([]byte, error){
		"whole": fs.ReadFile,
		"bit by bit": func(fsys fs.FS, name string) ([]byte, error) {
			file, err := fsys.Open(name)
			if err != nil {
				return nil, err
			}
			defer file.Close()
			return io.ReadAll(iotest.OneByteReader(file))
		},
	} {
		files := fstest.MapFS{"assets/frame.css": {Data: []byte("a{}")}, "print.toml": {Data: []byte("")}}
		l := New(files)
		if _, err := l.Asset("frame.css"); err != nil {
			t.Fatal(err)
		}
		if text, err := read(l.Files(), "assets/frame.css"); err != nil || string(text) != "a{}" {
			t.Errorf("%s: nothing was changed: %q, %v", name, text, err)
		}
		files["assets/frame.css"].Data = []byte("b{}")
		if _, err := read(l.Files(), "assets/frame.css"); err == nil || !strings.Contains(err.Error(), "build again") {
			t.Errorf("%s: a changed style is read: %v", name, err)
		}
	}
}
