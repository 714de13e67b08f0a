package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"tonggao/generator/keys"
	"tonggao/generator/manifest"
	"tonggao/generator/testkit"
)

// build publishes files, given as path → content, as generator.Build does.
func build(o Options, files map[string]string) error {
	s, err := Open(context.Background(), o)
	if err != nil {
		return err
	}
	defer s.Discard()
	for path, content := range files {
		if err := put(s, path, content); err != nil {
			return err
		}
	}
	return s.Commit(manifest.Manifest{Program: "test"})
}

func put(s *Stage, path, content string) error {
	w, err := s.Create(path, keys.Of("key of "+content))
	if err != nil {
		return err
	}
	_, err = w.Write([]byte(content))
	return errors.Join(err, w.Close())
}

// tree reads a folder as path → content.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// alone fails when something else than the output is left beside it.
func alone(t *testing.T, output string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(output))
	must(t, err)
	for _, e := range entries {
		if e.Name() != filepath.Base(output) {
			t.Errorf("%s is left beside the output", e.Name())
		}
	}
}

func TestCommitReplacesTheWholeTree(t *testing.T) {
	output := filepath.Join(t.TempDir(), "deep", "output")
	must(t, build(Options{Output: output}, map[string]string{"index.html": "1", "a/b/index.html": "old", ".nojekyll": ""}))
	must(t, build(Options{Output: output}, map[string]string{"index.html": "2", "a/c.ics": "new"}))
	got := tree(t, output)
	delete(got, manifest.Name)
	if want := map[string]string{"index.html": "2", "a/c.ics": "new"}; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the output holds %v, want %v", got, want)
	}
	alone(t, output)
}

func TestDotFilesAtTheTopSurvive(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	must(t, os.MkdirAll(filepath.Join(output, ".git", "refs"), 0o755))
	must(t, os.WriteFile(filepath.Join(output, ".git", "HEAD"), []byte("ref"), 0o444))
	must(t, os.WriteFile(filepath.Join(output, ".gitignore"), []byte("*"), 0o644))
	testkit.Symlink(t, "HEAD", filepath.Join(output, ".git", "link"))
	for range 2 {
		must(t, build(Options{Output: output}, map[string]string{"index.html": "1", ".nojekyll": ""}))
	}
	got := tree(t, output)
	for _, name := range []string{".git/HEAD", ".git/link", ".gitignore", ".nojekyll", "index.html"} {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is lost", name)
		}
	}
	if info, err := os.Stat(filepath.Join(output, ".git", "refs")); err != nil || !info.IsDir() {
		t.Errorf("the empty folder .git/refs is lost: %v", err)
	}
}

// TestRightsStay holds that the folder keeps the rights that somebody gave it, and a file
// that stays the same those that it has.
func TestRightsStay(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rights")
	}
	output := filepath.Join(t.TempDir(), "output")
	for i, rights := range []fs.FileMode{0o700, 0o750, 0o755} {
		_, err := over(output, map[string]string{"same.html": "1", "index.html": strconv.Itoa(i)})
		must(t, errors.Join(err, os.Chmod(output, rights), os.Chmod(filepath.Join(output, "same.html"), rights&^0o111)))
		_, err = over(output, map[string]string{"same.html": "1", "index.html": "new"})
		must(t, err)
		for name, want := range map[string]fs.FileMode{"": rights, "same.html": rights &^ 0o111} {
			info, err := os.Stat(filepath.Join(output, name))
			must(t, err)
			if info.Mode().Perm() != want {
				t.Errorf("%s has %v, not %v", name, info.Mode().Perm(), want)
			}
		}
	}
}

func TestDiscardLeavesTheOldTree(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	must(t, build(Options{Output: output}, map[string]string{"index.html": "1"}))
	before := tree(t, output)
	s, err := Open(context.Background(), Options{Output: output})
	must(t, err)
	must(t, put(s, "index.html", "2"))
	s.Discard()
	s.Discard()
	if got := tree(t, output); fmt.Sprint(got) != fmt.Sprint(before) {
		t.Errorf("the output changed to %v", got)
	}
	alone(t, output)
}

func TestForeignFilesAreRefused(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	must(t, os.Mkdir(output, 0o755))
	must(t, os.WriteFile(filepath.Join(output, "thesis.doc"), []byte("mine"), 0o644))
	files := map[string]string{"index.html": "1"}
	for _, when := range []string{"without a manifest", "beside a manifest"} {
		err := build(Options{Output: output}, files)
		if err == nil || !strings.Contains(err.Error(), "thesis.doc") || !strings.Contains(err.Error(), "--force") {
			t.Fatalf("%s: the error is %v", when, err)
		}
		if tree(t, output)["thesis.doc"] != "mine" {
			t.Fatalf("%s: the foreign file is lost", when)
		}
		alone(t, output)
		must(t, build(Options{Output: output, Force: true}, files))
		must(t, os.WriteFile(filepath.Join(output, "thesis.doc"), []byte("mine"), 0o644))
	}
}

func TestOutputsThatCannotBe(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o644))
	must(t, os.Mkdir(filepath.Join(dir, "sealed"), 0o555))
	testkit.Symlink(t, "nowhere", filepath.Join(dir, "link"))
	must(t, os.WriteFile(filepath.Join(dir, ".taken.tonggao"), nil, 0o644))
	must(t, os.MkdirAll(filepath.Join(dir, "home", "here"), 0o755))
	t.Chdir(filepath.Join(dir, "home", "here"))
	cannot := map[string]string{
		filepath.Join(dir, "file"):      "a file of this name is in the way",
		filepath.Join(dir, "file", "x"): "a file is in the way of a folder",
		filepath.Join(dir, "sealed"):    "read-only",
		filepath.Join(dir, "link"):      "a link that leads nowhere",
		filepath.Join(dir, "taken"):     "a file is in the way of a folder",
		filepath.Join(dir, "home"):      "the folder that this command runs in",
		".":                             "the folder that this command runs in",
		"/":                             "",
	}
	if runtime.GOOS == "windows" { // OneDrive sets the flag of folders
		delete(cannot, filepath.Join(dir, "sealed"))
		must(t, build(Options{Output: filepath.Join(dir, "sealed")}, map[string]string{"index.html": "1"}))
	}
	for output, want := range cannot {
		err := build(Options{Output: output, Force: true}, map[string]string{"index.html": "1"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("publish to %s: the error is %v, want %q in it", output, err, want)
		}
	}
}

func TestOutputLiesApartFromWhatIsRead(t *testing.T) {
	dir := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(dir, "site", "regions"), 0o755))
	testkit.Symlink(t, filepath.Join("site", "regions"), filepath.Join(dir, "link"))
	regions := filepath.Join(dir, "site", "regions")
	for _, output := range []string{regions, filepath.Join(dir, "site"), filepath.Join(regions, "a", "b"), filepath.Join(dir, "link"), filepath.Join(dir, "link", "a")} {
		err := build(Options{Output: output, Force: true, Inputs: []string{regions}}, map[string]string{"index.html": "1"})
		if err == nil || !strings.Contains(err.Error(), "must lie apart") {
			t.Errorf("publish to %s beside %s: the error is %v", output, regions, err)
		}
	}
	if got := tree(t, regions); len(got) > 0 {
		t.Errorf("the folder that is read holds %v", got)
	}
	must(t, build(Options{Output: filepath.Join(dir, "site", "output"), Inputs: []string{regions}}, map[string]string{"index.html": "1"}))
}

func TestLinkedOutputIsFollowed(t *testing.T) {
	dir := t.TempDir()
	must(t, os.Mkdir(filepath.Join(dir, "real"), 0o755))
	testkit.Symlink(t, "real", filepath.Join(dir, "link"))
	must(t, build(Options{Output: filepath.Join(dir, "link")}, map[string]string{"index.html": "1"}))
	if got := tree(t, filepath.Join(dir, "real")); got["index.html"] != "1" {
		t.Errorf("the folder behind the link holds %v", got)
	}
	if info, err := os.Lstat(filepath.Join(dir, "link")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is no link any more: %v", err)
	}
}

func TestPathsOutOfTheTreeAreRefused(t *testing.T) {
	s, err := Open(context.Background(), Options{Output: filepath.Join(t.TempDir(), "output")})
	must(t, err)
	defer s.Discard()
	for _, path := range []string{"../x", "/x", "a/../../x", "", "a//b", "."} {
		if err := put(s, path, "x"); err == nil {
			t.Errorf("%q was created", path)
		}
	}
	must(t, put(s, "a", "1"))
	if put(s, "a", "2") == nil {
		t.Error("a path was created twice")
	}
}

func TestRestoreAfterTwoSteps(t *testing.T) {
	dir := t.TempDir()
	output, work := filepath.Join(dir, "output"), filepath.Join(dir, ".output.tonggao")
	must(t, build(Options{Output: output}, map[string]string{"index.html": "1"}))
	must(t, os.Mkdir(work, 0o755))
	must(t, os.Rename(output, filepath.Join(work, "old"))) // killed between the two steps
	s, err := Open(context.Background(), Options{Output: output})
	must(t, err)
	if tree(t, output)["index.html"] != "1" {
		t.Error("the old tree did not come back")
	}
	s.Discard()
	alone(t, output)
	must(t, os.MkdirAll(filepath.Join(work, "old"), 0o755)) // killed after the second step
	must(t, build(Options{Output: output}, map[string]string{"index.html": "2"}))
	alone(t, output)

	tree := filepath.Join(dir, "tree")
	must(t, os.Mkdir(tree, 0o755))
	must(t, os.Mkdir(work, 0o755))
	old, err := inTwoSteps(tree, output, filepath.Join(work, "old"))
	must(t, err)
	if _, err := os.Stat(filepath.Join(old, "index.html")); err != nil {
		t.Error(err)
	}
}
