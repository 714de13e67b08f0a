package generator

import (
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/look"
	"tonggao/generator/testkit"
)

// TestIdentityOnEverySystem holds the libraries of the program on every system that it
// is released for against each other: those that differ are left out of its identity.
func TestIdentityOnEverySystem(t *testing.T) {
	testkit.Need(t, "go")
	of := func(system string) []string {
		list := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{with .Module}}{{.Path}}{{end}}{{end}}", "tonggao")
		name, processor, _ := strings.Cut(system, "/")
		list.Env = append(list.Environ(), "GOOS="+name, "GOARCH="+processor, "CGO_ENABLED=0")
		answer, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		modules := slices.DeleteFunc(strings.Fields(string(answer)), func(m string) bool { return slices.Contains(ofOneSystem, m) })
		slices.Sort(modules)
		return slices.Compact(modules)
	}
	want := of("linux/amd64")
	for _, system := range []string{"linux/arm64", "linux/loong64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"} {
		if got := of(system); !slices.Equal(got, want) {
			t.Errorf("%s has %v, linux/amd64 %v", system, got, want)
		}
	}
}

// TestTheProgramHasItsSource holds the embedded source against the folder: every file in
// Go is there, and no test.
func TestTheProgramHasItsSource(t *testing.T) {
	embedded, err := fs.Glob(code, "*.go")
	if err != nil {
		t.Fatal(err)
	}
	rooms, err := fs.Glob(code, "*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, pattern := range []string{"*.go", "*/*.go"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if !strings.HasSuffix(name, "_test.go") {
				want = append(want, filepath.ToSlash(name))
			}
		}
	}
	slices.Sort(want) // the order of a folder's names is the system's
	if got := slices.Sorted(slices.Values(append(embedded, rooms...))); !slices.Equal(got, want) {
		t.Errorf("the program has the source\n%v\nwant\n%v\n(the patterns of code in identity.go)", got, want)
	}
}

// TestChangedTemplatesHaveNoKey edits a template behind its reading: there is no key, since
// it would not be that of what was read.
func TestChangedTemplatesHaveNoKey(t *testing.T) {
	files := fstest.MapFS{"assets/frame.css": {Data: []byte("a{}")}}
	l := look.New(files)
	if _, err := l.Asset("frame.css"); err != nil {
		t.Fatal(err)
	}
	if _, err := common(Options{Look: l}); err != nil {
		t.Fatal(err)
	}
	files["assets/frame.css"].Data = []byte("b{}")
	if c, err := common(Options{Look: l}); err == nil {
		t.Errorf("a style that was changed has the key %v", c)
	}
}
