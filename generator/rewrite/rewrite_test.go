package rewrite

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"tonggao/generator/move"
	"tonggao/generator/schema"
)

// TestAllOrNone writes several files of which one was changed meanwhile, or cannot be
// written: the folder is as it was. Where nothing is in the way all are written, and the
// changes the other way round leave nothing behind.
func TestAllOrNone(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		dir := t.TempDir()
		old := map[string]string{"a/notice.toml": "a", "a/b/region.toml": "b", "c.md": "c"}
		for name, text := range old {
			write(t, filepath.Join(dir, name), text)
		}
		all := []move.Rewrite{{Name: "a/notice.toml", Old: "a", Text: "A"}, {Name: "c.md", Old: "c"}, {Name: "new/x.md", Text: "X"}, {Name: "a/b/region.toml", Old: "b", Text: "B"}}
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		whole := r.IntN(2) == 0
		if !whole {
			i := r.IntN(len(all))
			if all[i].Name == "new/x.md" {
				write(t, filepath.Join(dir, "new"), "in the way")
				old["new"] = "in the way"
			} else {
				all[i].Old = "read before"
			}
		}
		err := Files(dir, all)
		if (err == nil) != whole {
			t.Fatalf("%v: %v", err, all)
		}
		if whole {
			same(t, dir, map[string]string{"a/notice.toml": "A", "a/b/region.toml": "B", "new/x.md": "X"})
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

// same holds a folder against what should be in it.
func same(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	found := 0
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
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
