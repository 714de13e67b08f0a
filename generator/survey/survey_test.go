package survey

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// deeds are what somebody may do to a tree, each to names of files in it, at random.
var deeds = map[string]func(dir, one, other string) error{
	"write, with the time set back": func(_, one, _ string) error { return keepingTime(one, one) },
	"another file, with the time set back": func(_, one, _ string) error {
		return errors.Join(keepingTime(one, one+"2"), os.Rename(one+"2", one))
	},
	"swap files":        func(_, one, other string) error { return swap(one, other) },
	"swap folders":      func(_, one, other string) error { return swap(filepath.Dir(one), filepath.Dir(other)) },
	"another name":      func(_, one, _ string) error { return os.Rename(one, one+"+") },
	"a folder's name":   func(dir, one, _ string) error { return os.Rename(filepath.Dir(one), filepath.Dir(one)+"+") },
	"a file added":      func(_, one, _ string) error { return os.WriteFile(one+"-", nil, 0o644) },
	"a file lost":       func(_, one, _ string) error { return os.Remove(one) },
	"a folder lost":     func(_, one, _ string) error { return os.RemoveAll(filepath.Dir(one)) },
	"an empty folder":   func(_, one, _ string) error { return os.Mkdir(one+".d", 0o755) },
	"a link":            func(_, one, _ string) error { return errors.Join(os.Rename(one, one+".a"), os.Symlink(one+".a", one)) },
	"another mode":      func(_, one, _ string) error { return os.Chmod(one, 0o600) },
	"for another's eye": func(_, one, _ string) error { return os.WriteFile(filepath.Join(filepath.Dir(one), ".x"), nil, 0o644) },
}

// keepingTime writes a file of the same size and time as another.
func keepingTime(as, name string) error {
	info, err := os.Stat(as)
	if err != nil {
		return err
	}
	content := fmt.Appendf(nil, "%*d", info.Size(), rand.IntN(1e6))
	return errors.Join(os.WriteFile(name, content, info.Mode()), os.Chtimes(name, info.ModTime(), info.ModTime()))
}

func swap(a, b string) error {
	if a == b {
		return nil
	}
	return errors.Join(os.Rename(a, a+".s"), os.Rename(b, a), os.Rename(a+".s", b))
}

// TestGlanceSeesWhatAListSees looks at folders by the names that are known of them, and by
// a list, after somebody may have meddled with them: where their stamp stands, both see the
// same, and a tree is what it was only where nothing was done to it.
func TestGlanceSeesWhatAListSees(t *testing.T) {
	if _, told := TraceAt("survey_test.go", false); !told {
		t.Skip("this system does not tell when a file was changed")
	}
	dir, r, glances := t.TempDir(), rand.New(rand.NewPCG(26, 11)), 0
	order := slices.Sorted(maps.Keys(deeds))
	for round := range 2 * len(order) {
		plant(t, dir)
		time.Sleep(2 * Finest)
		was := of(t, dir, nil)
		known := map[string]Known{}
		for folder, seen := range was.Folders {
			known[folder] = seen.Known(time.Now())
		}
		if !of(t, dir, known).Is(known) {
			t.Fatal("nothing was done, and it is another")
		}
		deed := order[round%len(order)]
		one := r.IntN(60)
		must(t, deeds[deed](dir, page(dir, one), page(dir, (one+1+r.IntN(59))%60)))
		quick, slow := of(t, dir, known), of(t, dir, nil)
		if quick.Is(known) != (deed == "for another's eye") {
			t.Errorf("%s: it is as it was: %v", deed, quick.Is(known))
		}
		top, err := os.Open(dir)
		must(t, err)
		for folder, seen := range slow.Folders {
			if _, is := glance(top, folder, known[folder]); is {
				glances++
			}
			got := quick.At(folder)
			got.Intact, got.Twin = false, Stamp{}
			if *got != *seen {
				t.Fatalf("%s: %s: known, it looks like %+v, listed like %+v", deed, folder, *got, *seen)
			}
		}
		must(t, top.Close())
		if len(quick.Folders) != len(slow.Folders) {
			t.Fatalf("%s: %d folders, listed %d", deed, len(quick.Folders), len(slow.Folders))
		}
	}
	if glances < 1000 {
		t.Errorf("%d folders were looked at by the names that were known", glances)
	}
}

// TestFileOfAnotherFileSystemHasNoMark looks at a file that lies on another file system than
// its folder, which is mounted in its place: who may do what to it there, nobody knows.
func TestFileOfAnotherFileSystemHasNoMark(t *testing.T) {
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "site.toml"), nil, 0o644))
	at, err := os.Open(dir)
	must(t, err)
	defer at.Close()
	self, told := traceOfFolder(at)
	if !told {
		t.Skip("this system does not tell when a file was changed")
	}
	for _, device := range []uint64{self.device, self.device + 1} {
		seen := Sight{Names: Names{Files: "/site.toml"}, device: device}
		if marked := seen.look(at, ""); marked != (device == self.device) {
			t.Errorf("the folder lies on %d, the file on %d: it has a mark: %v", device, self.device, marked)
		}
	}
}

// plant makes the tree that somebody meddles with.
func plant(t *testing.T, dir string) {
	t.Helper()
	must(t, os.RemoveAll(dir))
	for i := range 60 {
		must(t, os.MkdirAll(filepath.Dir(page(dir, i)), 0o755))
		must(t, os.WriteFile(page(dir, i), fmt.Appendf(nil, "%6d", i), 0o644))
	}
}

func page(dir string, i int) string {
	return filepath.Join(dir, fmt.Sprintf("r%d/n%d/index.html", i%5, i))
}

func of(t *testing.T, dir string, known map[string]Known) *Tree {
	t.Helper()
	seen, err := Of(dir, known, true)
	if !errors.Is(err, fs.ErrNotExist) {
		must(t, err)
	}
	return seen
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
