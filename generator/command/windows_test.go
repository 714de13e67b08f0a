package command

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// compile builds the program for a system and returns the name of its file.
func compile(t *testing.T, system, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	c := exec.Command("go", "build", "-o", file, "tonggao")
	c.Env = append(c.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

// TestWindows runs the program that is built for Windows, under Wine.
func TestWindows(t *testing.T) {
	wine := testkit.Wine(t)
	program := compile(t, "windows", "tonggao.exe")
	regions, err := filepath.Abs("../../regions")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("same bytes", func(t *testing.T) { windowsSameBytes(t, wine, program, regions) })
	t.Run("words", func(t *testing.T) { windowsWords(t, wine) })
	t.Run("guide", func(t *testing.T) { windowsGuide(t, wine, program) })
	t.Run("double click", func(t *testing.T) { windowsDoubleClick(t, wine, program) })
}

// windowsSameBytes builds the sample here and there, into folders whose names have
// blanks and Chinese, and compares every file, the manifest included.
func windowsSameBytes(t *testing.T, wine func(string, ...string) *exec.Cmd, program, regions string) {
	dir := filepath.Join(t.TempDir(), "医保 通告")
	if err := os.CopyFS(filepath.Join(dir, "regions"), os.DirFS(regions)); err != nil {
		t.Fatal(err)
	}
	there := wine(dir, program, "build", "--quiet", "--output", "我的 网站")
	if out, err := there.CombinedOutput(); err != nil {
		t.Fatalf("on Windows: %v\n%s", err, out)
	}
	here := exec.Command(compile(t, "linux", "tonggao"), "build", "--quiet", "--output", "here")
	here.Dir = dir
	if out, err := here.CombinedOutput(); err != nil {
		t.Fatalf("here: %v\n%s", err, out)
	}
	sameTrees(t, os.DirFS(filepath.Join(dir, "here")), os.DirFS(filepath.Join(dir, "我的 网站")))
}

// sameTrees compares two folders file by file.
func sameTrees(t *testing.T, a, b fs.FS) {
	t.Helper()
	files := func(of fs.FS) map[string][]byte {
		all := map[string][]byte{}
		err := fs.WalkDir(of, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			all[name], err = fs.ReadFile(of, name)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	ours, theirs := files(a), files(b)
	var differ []string
	for name, text := range ours {
		if other, has := theirs[name]; !has || !bytes.Equal(text, other) {
			differ = append(differ, name)
		}
	}
	if len(differ) > 0 || len(ours) != len(theirs) || len(ours) < 100 {
		t.Errorf("%d files here, %d there; these differ: %s", len(ours), len(theirs), strings.Join(differ, ", "))
	}
}
