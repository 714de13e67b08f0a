package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"tonggao/generator/keys"
	"tonggao/generator/manifest"
)

// sparing makes trees of a few files worth keeping.
func sparing(t *testing.T, from int) {
	t.Helper()
	old := spareFrom
	spareFrom = from
	t.Cleanup(func() { spareFrom = old })
}

// over publishes files over what is there, as a build with keys does, and returns
// how many were taken over.
func over(output string, files map[string]string) (int, error) {
	s, err := Open(context.Background(), Options{Output: output})
	if err != nil {
		return 0, err
	}
	return commit(s, files)
}

func commit(s *Stage, files map[string]string) (int, error) {
	defer s.Discard()
	taken := 0
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if s.Reuse(path, keys.Of("key of "+files[path])) {
			taken++
			continue
		}
		if err := put(s, path, files[path]); err != nil {
			return taken, err
		}
	}
	return taken, s.Commit(manifest.Manifest{Program: "test"})
}

// shape reads a folder as path → content, folders with a slash at their end.
func shape(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := tree(t, dir)
	must(t, filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			rel, _ := filepath.Rel(dir, name)
			all[filepath.ToSlash(rel)+"/"] = ""
		}
		return err
	}))
	return all
}

// mess changes a spare tree behind the program's back: what somebody does who
// finds it, or a build that was killed while it was at it.
func mess(t *testing.T, r *rand.Rand, spare string) {
	t.Helper()
	files := slices.Sorted(maps.Keys(tree(t, spare)))
	name := filepath.Join(spare, files[r.IntN(len(files))])
	switch r.IntN(6) {
	case 0:
		must(t, os.Remove(name))
	case 1: // a file of its own, not the published one
		must(t, errors.Join(os.Remove(name), os.WriteFile(name, []byte("changed"), 0o644)))
	case 2:
		must(t, errors.Join(os.Remove(name), os.Mkdir(name, 0o755), os.WriteFile(filepath.Join(name, "x"), nil, 0o644)))
	case 3:
		must(t, os.Remove(name))
		_ = os.Symlink("/etc/hosts", name) // where there are links
	case 4: // a folder that leads elsewhere
		must(t, os.RemoveAll(filepath.Dir(name)))
		_ = os.Symlink(t.TempDir(), filepath.Dir(name))
	case 5:
		must(t, errors.Join(os.MkdirAll(filepath.Join(spare, "new", "folder"), 0o755), os.WriteFile(filepath.Join(spare, ".hidden"), nil, 0o644)))
	}
}

// TestSpareTree changes a few of many files at random, also from file to folder
// and back, and compares with a build from nothing.
func TestSpareTree(t *testing.T) {
	sparing(t, 40)
	dir := t.TempDir()
	output, spare := filepath.Join(dir, "output"), filepath.Join(dir, ".output.tonggao", "new")
	files := map[string]string{".nojekyll": ""}
	for i := range 60 {
		files[fmt.Sprintf("region%d/notice%d/index.html", i%7, i)] = strconv.Itoa(i)
	}
	r := rand.New(rand.NewPCG(11, 27))
	used := 0
	for round := range 80 {
		for range r.IntN(4) {
			n := r.IntN(60)
			page := fmt.Sprintf("region%d/notice%d/index.html", n%7, n)
			name := filepath.ToSlash(filepath.Dir(page))
			switch _, isFile := files[name]; {
			case r.IntN(3) == 0 && !isFile:
				delete(files, page)
				files[name] = strconv.Itoa(round)
			default:
				delete(files, name)
				files[page] = strconv.Itoa(round)
			}
		}
		before, _ := os.Stat(spare)
		if before != nil && r.IntN(3) == 0 {
			mess(t, r, spare)
			before, _ = os.Stat(spare)
		}
		if round == 40 {
			must(t, os.WriteFile(filepath.Join(output, ".gitignore"), []byte("*"), 0o644))
		}
		_, err := over(output, files)
		must(t, err)
		if after, err := os.Stat(output); err == nil && before != nil && os.SameFile(before, after) {
			used++
		}
		clean := filepath.Join(t.TempDir(), "clean")
		_, err = over(clean, files)
		must(t, err)
		got, want := shape(t, output), shape(t, clean)
		if round >= 40 && got[".gitignore"] != "*" {
			t.Fatalf("round %d: the dot-file is lost", round)
		}
		delete(got, ".gitignore")
		if !maps.Equal(got, want) {
			t.Fatalf("round %d: the output holds %v\nfrom nothing: %v", round, got, want)
		}
	}
	if used < 30 {
		t.Errorf("the spare tree was published %d times in 80 rounds", used)
	}
}

// TestSpareTreeIsDropped when it would hold what the published tree does not.
func TestSpareTreeIsDropped(t *testing.T) {
	sparing(t, 10)
	output := filepath.Join(t.TempDir(), "output")
	work := filepath.Join(filepath.Dir(output), ".output.tonggao")
	files := map[string]string{}
	build := func(kept bool) {
		t.Helper()
		_, err := over(output, files)
		must(t, err)
		_, err = os.Stat(filepath.Join(work, "new"))
		if kept != (err == nil) {
			t.Errorf("a spare tree is kept: %v, want %v", !kept, kept)
		}
	}
	for i := range 20 {
		files[strconv.Itoa(i)] = "1"
	}
	build(false) // there was none before
	files["1"] = "2"
	build(true)
	if text, err := os.ReadFile(filepath.Join(work, ".gitignore")); err != nil || string(text) != "*\n" {
		t.Errorf("git is told %q, %v", text, err)
	}
	build(true) // nothing changed
	for i := range 4 {
		files[strconv.Itoa(i)] = "3"
	}
	build(false) // a fifth is new
	files["1"] = "2"
	build(true)
	for i := range 15 {
		delete(files, strconv.Itoa(i))
	}
	build(false) // too few to be worth it
}

// TestFilesThatAreSharedAreNotWrittenInto renders a file anew of which the spare
// tree has the published one.
func TestFilesThatAreSharedAreNotWrittenInto(t *testing.T) {
	sparing(t, 3)
	output := filepath.Join(t.TempDir(), "output")
	files := map[string]string{}
	for i := range 20 {
		files[strconv.Itoa(i)] = "1"
	}
	for _, content := range []string{"1", "2"} {
		files["0"] = content
		_, err := over(output, files)
		must(t, err)
	}
	s, err := Open(t.Context(), Options{Output: output})
	must(t, err)
	for i := range 20 {
		must(t, put(s, strconv.Itoa(i), "unfinished"))
	}
	s.Discard()
	if _, err := os.Stat(s.tree); err == nil {
		t.Error("what was not finished stays")
	}
	for name, content := range tree(t, output) {
		if content == "unfinished" {
			t.Errorf("%s was written into before the exchange", name)
		}
	}
}

// TestSpareTreeOfTwoSteps is found at the place where a system without exchange
// has put it.
func TestSpareTreeOfTwoSteps(t *testing.T) {
	sparing(t, 1)
	work := t.TempDir()
	old := filepath.Join(work, "old")
	must(t, os.Mkdir(old, 0o755))
	s := &Stage{work: work, tree: filepath.Join(work, "new"), files: map[string]record{"a": {from: 1}}}
	must(t, s.keepSpare(old))
	if info, err := os.Stat(s.tree); err != nil || !info.IsDir() || !s.kept {
		t.Errorf("the spare tree is not where the next build looks: %v", err)
	}
}
