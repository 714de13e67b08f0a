package rewrite

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/move"
	"tonggao/generator/schema"
)

// TestAllOrNone writes several files of which one was changed meanwhile, or cannot be
// written: the folder is as it was, and no folder is left in which nothing is. Where
// nothing is in the way all are written, and the changes the other way round leave nothing
// behind.
func TestAllOrNone(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		dir := t.TempDir()
		old := map[string]string{"a/notice.toml": "a", "a/b/region.toml": "b", "c.md": "c"}
		for name, text := range old {
			write(t, filepath.Join(dir, name), text)
		}
		all := []move.Rewrite{{Name: "a/notice.toml", Old: "a", Text: "A"}, {Name: "c.md", Old: "c"}, {Name: "new/x.md", Text: "X"}, {Name: "fresh/region.toml", Text: "r"}, {Name: "fresh/deep/y.md", Text: "Y"}, {Name: "a/b/region.toml", Old: "b", Text: "B"}}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		whole := r.IntN(2) == 0
		if !whole {
			i := r.IntN(len(all))
			if top, _, _ := strings.Cut(all[i].Name, "/"); all[i].Old == "" {
				write(t, filepath.Join(dir, top), "in the way")
				old[top] = "in the way"
			} else {
				all[i].Old = "read before"
			}
		}
		err := Files(dir, all)
		if (err == nil) != whole {
			t.Fatalf("%v: %v", err, all)
		}
		if whole {
			same(t, dir, map[string]string{"a/notice.toml": "A", "a/b/region.toml": "B", "new/x.md": "X", "fresh/region.toml": "r", "fresh/deep/y.md": "Y"})
			back := make([]move.Rewrite, len(all))
			for i, one := range all {
				back[len(all)-1-i] = move.Rewrite{Name: one.Name, Old: one.Text, Text: one.Old}
			}
			if err := Files(dir, back); err != nil {
				t.Fatal(err)
			}
		}
		same(t, dir, old)
	}
}

// TestSchemasComeAndGo begins a site, and takes that back: nothing is left but what
// somebody wrote.
func TestSchemasComeAndGo(t *testing.T) {
	dir := t.TempDir()
	if err := WithSchemas(dir, []move.Rewrite{{Name: "site.toml", Text: "x"}, {Name: "changshu/region.toml", Text: "y"}}); err != nil {
		t.Fatal(err)
	}
	for _, file := range schema.Files() {
		if _, err := os.Stat(filepath.Join(dir, ".schema", file.Name)); err != nil {
			t.Error(err)
		}
	}
	mine := filepath.Join(".schema", schema.Files()[0].Name)
	write(t, filepath.Join(dir, mine), "mine")
	if err := WithSchemas(dir, []move.Rewrite{{Name: "changshu/region.toml", Old: "y"}, {Name: "site.toml", Old: "x"}}); err != nil {
		t.Fatal(err)
	}
	same(t, dir, map[string]string{filepath.ToSlash(mine): "mine"})
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestEmptyFoldersOfOthersStay writes into a folder that was there, and cannot.
func TestEmptyFoldersOfOthersStay(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "b"), "in the way")
	if err := os.Mkdir(filepath.Join(dir, "a"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := Files(dir, []move.Rewrite{{Name: "a/c/x.md", Text: "x"}, {Name: "b/y.md", Text: "y"}}); err == nil {
		t.Error("a folder is made of a file")
	}
	if all, err := os.ReadDir(filepath.Join(dir, "a")); err != nil || len(all) > 0 {
		t.Error(all, err)
	}
}

// same holds a folder against what should be in it: files, and no folder without any.
func same(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	found := 0
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if all, err := os.ReadDir(name); err != nil || len(all) == 0 {
				t.Errorf("%s is empty: %v", name, err)
			}
			return nil
		}
		found++
		text, err := os.ReadFile(name)
		within, _ := filepath.Rel(dir, name)
		if want[filepath.ToSlash(within)] != string(text) {
			t.Errorf("%s has %q", within, text)
		}
		return err
	})
	if err != nil || found != len(want) {
		t.Errorf("%v; %d files, not %d", err, found, len(want))
	}
}
