package publish

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tonggao/generator/keys"
	"tonggao/generator/survey"
)

// stamped skips a test on a system, or a disk, that does not tell when a file was changed.
func stamped(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	if _, told := survey.TraceAt(dir, true); !told || !survey.Local(dir) {
		t.Skip("this system does not tell when a file was changed")
	}
}

// TestSealedFoldersAreReadWhereTheyWereTouched publishes the same files again and again.
// Between two builds somebody changes some in every way, also without another size or time:
// what is published is always what a build from nothing makes, and most is not read.
func TestSealedFoldersAreReadWhereTheyWereTouched(t *testing.T) {
	stamped(t)
	sparing(t, 10)
	output := filepath.Join(t.TempDir(), "output")
	files := map[string]string{}
	for i := range 40 {
		files[fmt.Sprintf("%d/%d/file", i%5, i)] = "content of a file"
	}
	r := rand.New(rand.NewPCG(21, 6))
	intact := 0
	for round := range 12 {
		files[fmt.Sprintf("%d/%d/file", 3, 3)] = fmt.Sprint("round ", round/3)
		_, err := over(output, files)
		must(t, err)
		for name, content := range tree(t, output) {
			if want, ours := files[name]; ours && content != want {
				t.Fatalf("round %d: %s holds %q, want %q", round, name, content, want)
			}
		}
		time.Sleep(150 * time.Millisecond) // longer than a stamp's grain
		_, err = over(output, files)       // which finds all marks settled
		must(t, err)
		intact += intactFolders(t, output)
		meddle(t, r, filepath.Join(output, "1", "1", "file"))
		meddle(t, r, filepath.Join(output, "2", fmt.Sprint(2+5*r.IntN(8)), "file"))
	}
	if intact < 12*30 {
		t.Errorf("%d folders were known to be intact, in 12 rounds with 46 each", intact)
	}
}

// TestFoldersThatChangeAtTheLastAreNotSealed writes into a published file after it was given
// to the new tree: its folder is read by the next build, whatever else is in it.
func TestFoldersThatChangeAtTheLastAreNotSealed(t *testing.T) {
	stamped(t)
	sparing(t, 1)
	for _, intact := range []bool{false, true} {
		for _, other := range []string{"b", "a/b", "a/b/c"} { // what is new: beside its folder, in it, below it
			output := filepath.Join(t.TempDir(), "output")
			_, err := over(output, map[string]string{"a/a": "1", "b": "1", "a/b/c": "1"})
			must(t, err)
			work := filepath.Join(filepath.Dir(output), ".output.tonggao")
			if !intact {
				must(t, os.Remove(filepath.Join(work, sealName)))
			}
			s, err := Open(t.Context(), Options{Output: output})
			must(t, err)
			if s.seen.Folders["a"].Intact != intact || !s.Reuse("a/a", keys.Of("key of 1")) {
				t.Fatalf("intact: %v", !intact)
			}
			must(t, put(s, strings.ReplaceAll(other, "a/b/c", "a/b/d"), "2"))
			s.shares, s.inShares = s.sharesOf()
			must(t, s.takeOver())
			time.Sleep(2 * survey.Finest)
			must(t, os.WriteFile(filepath.Join(output, "a", "a"), []byte("2"), 0o644))
			s.noteWhole()
			_, err = exchange(s.tree, s.output, s.work)
			must(t, err)
			for folder := range s.handed {
				if folder == "a" {
					t.Errorf("intact: %v, new: %s: the folder is sealed", intact, other)
				}
			}
			s.Discard()
		}
	}
}

// TestWhatIsWrittenWhileASealWaitsIsRead writes into a file that was just published, as who
// watches the folder may do, while its stamp settles: its folder is read by the next build.
func TestWhatIsWrittenWhileASealWaitsIsRead(t *testing.T) {
	stamped(t)
	sparing(t, 1)
	for _, late := range []bool{false, true} {
		s, err := Open(t.Context(), Options{Output: filepath.Join(t.TempDir(), "output")})
		must(t, err)
		must(t, errors.Join(put(s, "a/a", "1"), put(s, "b/b", "1")))
		s.shares, s.inShares = s.sharesOf()
		time.Sleep(2 * survey.Finest)
		s.noteWhole()
		time.Sleep(2 * survey.Finest)
		_, err = exchange(s.tree, s.output, s.work)
		must(t, err)
		if late {
			must(t, os.WriteFile(filepath.Join(s.output, "a", "a"), []byte("2"), 0o644))
		}
		sealed := map[string]bool{}
		for folder := range s.handed {
			sealed[folder] = true
		}
		if sealed["a"] == late || !sealed["b"] {
			t.Errorf("written: %v, sealed: %v", late, sealed)
		}
		s.Discard()
	}
}

// TestDamagedSealIsAsNone changes and cuts what a work folder keeps at each of its octets:
// what was said is told as it was, or not at all.
func TestDamagedSealIsAsNone(t *testing.T) {
	sparing(t, 1)
	r := &reader{t: t, dir: t.TempDir(), output: filepath.Join(t.TempDir(), "output")}
	stamped(t)
	must(t, os.WriteFile(filepath.Join(r.dir, "site.toml"), []byte("site"), 0o644))
	ask := func() (same, read bool) {
		if same, read = r.untouched(); !same {
			r.open().Discard()
		}
		return same, read
	}
	s, err := Open(t.Context(), Options{Output: r.output})
	must(t, err)
	s.Seal("key of "+r.key(), []byte("told"))
	_, err = commit(s, map[string]string{"a/index.html": "a", "index.html": "top"})
	must(t, err)
	time.Sleep(2 * survey.Finest)
	ask()
	for _, kept := range []string{sealName, readName} {
		name := filepath.Join(filepath.Dir(r.output), ".output.tonggao", kept)
		whole, err := os.ReadFile(name)
		must(t, err)
		for i := range whole {
			flipped := slices.Clone(whole)
			flipped[i] ^= 1
			for _, damaged := range [][]byte{flipped, whole[:i]} {
				must(t, os.WriteFile(name, damaged, 0o644))
				ask() // fails where another word is told
			}
		}
		must(t, os.WriteFile(name, whole, 0o644))
		if same, read := ask(); !same || read {
			t.Errorf("%s is whole: untouched: %v, read: %v", kept, same, read)
		}
	}
}

// intactFolders counts the folders that the next build need not read.
func intactFolders(t *testing.T, output string) int {
	t.Helper()
	s, err := Open(context.Background(), Options{Output: output})
	must(t, err)
	defer s.Discard()
	intact := 0
	for _, seen := range s.seen.Folders {
		if seen.Intact {
			intact++
		}
	}
	return intact
}

// meddle changes a file behind the program's back, as programs do that hide it or not.
func meddle(t *testing.T, r *rand.Rand, name string) {
	t.Helper()
	info, err := os.Stat(name)
	must(t, err)
	other := []byte("CONTENT of a file")
	switch r.IntN(4) {
	case 0: // the same size and time
		must(t, os.WriteFile(name, other, 0o644))
		must(t, os.Chtimes(name, info.ModTime(), info.ModTime()))
	case 1: // another file in its place, with its time
		must(t, os.WriteFile(name+"2", other, 0o644))
		must(t, os.Chtimes(name+"2", info.ModTime(), info.ModTime()))
		must(t, os.Rename(name+"2", name))
	case 2:
		must(t, os.Remove(name))
	default:
		must(t, os.WriteFile(name, []byte("longer than what was there before"), 0o644))
	}
}

// TestOthersDisksAreRead publishes onto a disk that others may write to: nothing is believed
// of what is published there, nor kept for the next build.
func TestOthersDisksAreRead(t *testing.T) {
	stamped(t)
	sparing(t, 1)
	output := filepath.Join(t.TempDir(), "output")
	work := filepath.Join(filepath.Dir(output), ".output.tonggao")
	_, err := over(output, map[string]string{"a/a": "1"})
	must(t, err)
	for _, marked := range []bool{true, false} {
		s, err := hold(t.Context(), Options{Output: output})
		must(t, err)
		s.marked = marked
		s, err = s.open(Options{Output: output})
		must(t, err)
		if is := s.seen.At("a").Intact; is != marked {
			t.Errorf("local: %v, a folder is intact: %v", marked, is)
		}
		_, err = commit(s, map[string]string{"a/a": "1"})
		must(t, err)
		if _, err := os.Lstat(filepath.Join(work, sealName)); (err == nil) != marked {
			t.Errorf("local: %v, a seal is kept: %v", marked, err == nil)
		}
	}
}
