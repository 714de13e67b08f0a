package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"tonggao/generator/keys"
	"tonggao/generator/manifest"
	"tonggao/generator/testkit"
)

// again publishes files as a build does that knows their keys: what is there
// already is taken over. It returns the paths that were.
func again(t *testing.T, o Options, m manifest.Manifest, files map[string]string) []string {
	t.Helper()
	s, err := Open(context.Background(), o)
	must(t, err)
	defer s.Discard()
	var taken []string
	for _, path := range []string{"a", "b", "c", "d"} {
		content, wanted := files[path]
		switch {
		case !wanted:
		case s.Reuse(path, keys.Of("key of "+content)):
			taken = append(taken, path)
		default:
			must(t, put(s, path, content))
		}
	}
	must(t, s.Commit(m))
	return taken
}

func TestReuse(t *testing.T) {
	o := Options{Output: filepath.Join(t.TempDir(), "output")}
	files := map[string]string{"a": "1", "b": "1", "c": "1", "d": "1"}
	if taken := again(t, o, manifest.Manifest{}, files); len(taken) > 0 {
		t.Fatalf("%v taken over from nothing", taken)
	}
	clean := tree(t, o.Output)
	must(t, os.WriteFile(filepath.Join(o.Output, "b"), []byte("2"), 0o644))
	must(t, os.Remove(filepath.Join(o.Output, "c")))
	must(t, os.Remove(filepath.Join(o.Output, "d")))
	testkit.Symlink(t, "a", filepath.Join(o.Output, "d"))
	if taken := again(t, o, manifest.Manifest{}, files); fmt.Sprint(taken) != "[a]" {
		t.Errorf("%v taken over, want only the file that is as it was", taken)
	}
	if got := tree(t, o.Output); fmt.Sprint(got) != fmt.Sprint(clean) {
		t.Errorf("with reuse: %v\nfrom nothing: %v", got, clean)
	}
}

// TestWhatIsPublishedAlreadyIsLeftAlone builds the same twice, with something in
// between, and asks whether the folder is still the one that it was.
func TestWhatIsPublishedAlreadyIsLeftAlone(t *testing.T) {
	files := map[string]string{"a": "1", "b": "1"}
	ours := signer(t, "ours")
	for name, c := range map[string]struct {
		first   Options
		between func(output string) error
		second  Options
		program string
		files   map[string]string
		alone   bool
	}{
		"nothing":            {alone: true},
		"signed":             {first: Options{Signer: ours}, second: Options{Signer: ours}, alone: true},
		"a dot-file":         {between: func(dir string) error { return os.WriteFile(filepath.Join(dir, ".note"), nil, 0o644) }, alone: true},
		"a signature gained": {second: Options{Signer: ours}},
		"a signature lost":   {first: Options{Signer: ours}, second: Options{Unsigned: true}},
		"a file lost":        {between: func(dir string) error { return os.Remove(filepath.Join(dir, "a")) }},
		"a file changed":     {between: func(dir string) error { return os.WriteFile(filepath.Join(dir, "a"), []byte("2"), 0o644) }},
		"a foreign file": {between: func(dir string) error { return os.WriteFile(filepath.Join(dir, "x"), nil, 0o644) },
			second: Options{Force: true}},
		"a file less":           {files: map[string]string{"a": "1"}},
		"a file more":           {files: map[string]string{"a": "1", "b": "1", "c": "1"}},
		"another program":       {program: "later"},
		"manifest with a space": {between: widen},
		"manifest elsewhere": {between: func(dir string) error {
			name, away := filepath.Join(dir, manifest.Name), filepath.Join(t.TempDir(), "away")
			return errors.Join(os.Rename(name, away), os.Symlink(away, name))
		}},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "manifest elsewhere" && runtime.GOOS == "windows" {
				t.Skip("not everybody may make links there")
			}
			c.first.Output = filepath.Join(t.TempDir(), "output")
			c.second.Output = c.first.Output
			again(t, c.first, manifest.Manifest{}, files)
			before, err := os.Stat(c.first.Output)
			must(t, err)
			os.SameFile(before, before) // Windows asks for its number when it is first compared
			if c.between != nil {
				must(t, c.between(c.first.Output))
			}
			if c.files == nil {
				c.files = files
			}
			again(t, c.second, manifest.Manifest{Program: c.program}, c.files)
			after, err := os.Stat(c.first.Output)
			must(t, err)
			if os.SameFile(before, after) != c.alone {
				t.Errorf("left alone: %v, want %v", !c.alone, c.alone)
			}
			alone(t, c.first.Output)

			clean := Options{Output: filepath.Join(t.TempDir(), "clean"), Signer: c.second.Signer}
			again(t, clean, manifest.Manifest{Program: c.program}, c.files)
			got := tree(t, c.first.Output)
			delete(got, ".note")
			if info, err := os.Lstat(filepath.Join(c.first.Output, manifest.Name)); err != nil || !info.Mode().IsRegular() {
				t.Errorf("the manifest is no file of the folder: %v", err)
			}
			if want := tree(t, clean.Output); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("the output holds %v\nfrom nothing: %v", got, want)
			}
		})
	}
}

// widen puts a space at the end of a manifest, which means the same.
func widen(output string) error {
	name := filepath.Join(output, manifest.Name)
	text, err := os.ReadFile(name)
	return errors.Join(err, os.WriteFile(name, append(text, ' '), 0o644))
}

// TestFilesOfAnotherFolderAreNoReasonToLeaveThisOneAlone takes everything from a
// shard: the published folder has a manifest that fits, but not the file.
func TestFilesOfAnotherFolderAreNoReasonToLeaveThisOneAlone(t *testing.T) {
	output, shard := filepath.Join(t.TempDir(), "output"), filepath.Join(t.TempDir(), "shard")
	files := map[string]string{"a": "1", "b": "1"}
	again(t, Options{Output: output}, manifest.Manifest{}, files)
	again(t, Options{Output: shard}, manifest.Manifest{}, files)
	must(t, os.Remove(filepath.Join(output, "b")))
	if taken := again(t, Options{Output: output, Reuse: []string{shard}}, manifest.Manifest{}, files); len(taken) != 2 {
		t.Errorf("%v taken over, want both", taken)
	}
	if got := tree(t, output); got["b"] != "1" {
		t.Errorf("the lost file did not come back: %v", got)
	}
}

// TestFileThatChangesWhileItIsTakenOver is written by somebody else between the
// check of its hash and the exchange.
func TestFileThatChangesWhileItIsTakenOver(t *testing.T) {
	for name, change := range map[string]func(name string) error{
		"written into": func(name string) error { return os.WriteFile(name, []byte("22"), 0o644) },
		"replaced":     func(name string) error { return errors.Join(os.Remove(name), os.WriteFile(name, []byte("22"), 0o644)) },
		"lost":         os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			output := filepath.Join(t.TempDir(), "output")
			again(t, Options{Output: output}, manifest.Manifest{}, map[string]string{"a": "1"})
			s, err := Open(context.Background(), Options{Output: output})
			must(t, err)
			defer s.Discard()
			if !s.Reuse("a", keys.Of("key of 1")) {
				t.Fatal("not taken over")
			}
			must(t, put(s, "b", "1"))
			must(t, change(filepath.Join(output, "a")))
			if err := s.Commit(manifest.Manifest{}); err == nil {
				t.Errorf("published: %v", tree(t, output))
			}
			s.Discard()
			alone(t, output)
		})
	}
}
