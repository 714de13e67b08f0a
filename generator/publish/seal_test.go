package publish

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestSealedFoldersAreReadWhereTheyWereTouched publishes the same files again and again.
// Between two builds somebody changes some in every way, also without another size or time:
// what is published is always what a build from nothing makes, and most is not read.
func TestSealedFoldersAreReadWhereTheyWereTouched(t *testing.T) {
	if _, told := traceAt("seal_test.go", false); !told {
		t.Skip("this system does not tell when a file was changed")
	}
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

// intactFolders counts the folders that the next build need not read.
func intactFolders(t *testing.T, output string) int {
	t.Helper()
	s, err := Open(context.Background(), Options{Output: output})
	must(t, err)
	defer s.Discard()
	intact := 0
	for _, seen := range s.seen.folders {
		if seen.intact {
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

// TestGlanceSeesWhatAListSees looks at folders by the names that are known of them, and by
// a list, after somebody may have meddled with them: where their stamp stands, both see the
// same.
func TestGlanceSeesWhatAListSees(t *testing.T) {
	if _, told := traceAt("seal_test.go", false); !told {
		t.Skip("this system does not tell when a file was changed")
	}
	h := &house{t: t, r: rand.New(rand.NewPCG(26, 11)), output: filepath.Join(t.TempDir(), "output"), files: map[string]string{}}
	for i := range 60 {
		h.files[fmt.Sprintf("r%d/n%d/index.html", i%5, i)] = fmt.Sprint("page ", i)
	}
	must(t, build(Options{Output: h.output}, h.files))
	glances := 0
	for range 20 {
		time.Sleep(2 * finest)
		was, err := surveyOf(h.output, nil, true)
		must(t, err)
		known := map[string]folderSeal{}
		for folder, seen := range was.folders {
			known[folder] = seen.seal(time.Now())
		}
		for _, name := range []string{"write, with the time set back", "another file, with the time set back", "swap files", "swap regions", "a folder lost", "an empty folder", "a file lost"}[:h.r.IntN(8)] {
			if h.some(h.output) != "" {
				must(t, deeds[name](h, h.output))
			}
		}
		quick, err := surveyOf(h.output, known, true)
		must(t, err)
		slow, err := surveyOf(h.output, nil, true)
		must(t, err)
		top, err := os.Open(h.output)
		must(t, err)
		for folder, seen := range slow.folders {
			if _, is := glance(top, folder, known[folder]); is {
				glances++
			}
			got := quick.folders[folder]
			got.intact, got.twin = false, stamp{}
			if got != seen {
				t.Fatalf("%s: known, it looks like %+v, listed like %+v", folder, got, seen)
			}
		}
		must(t, top.Close())
		if len(quick.folders) != len(slow.folders) {
			t.Fatalf("%d folders, listed %d", len(quick.folders), len(slow.folders))
		}
		must(t, build(Options{Output: h.output, Force: true}, h.files))
	}
	if glances < 300 {
		t.Errorf("%d folders were looked at by the names that were known", glances)
	}
}

func TestLineOfASealedFolder(t *testing.T) {
	f := folderSeal{names{"/index.html/event ics.ics", "/for/texts"}, mark{1, 31: 2}, stamp{3}, stamp{15: 4}}
	for _, folder := range []string{".", "a/b c", ""} {
		line := appendFolder(nil, folder, f)
		if name, got, ours := readFolder(line[:len(line)-1], map[string]string{}); !ours || name != folder || got != f {
			t.Errorf("%q is read as %q, %+v, %v", line, name, got, ours)
		}
		for n := range len(line) - 1 { // a part of it may be a line of other names, and no other sums
			if _, got, ours := readFolder(line[:n], map[string]string{}); ours && got.mark != f.mark {
				t.Errorf("%q is read as %+v", line[:n], got)
			}
		}
	}
	f.files = "/two\nlines"
	if line := appendFolder(nil, "a", f); line != nil {
		t.Errorf("a name of two lines is told of: %q", line)
	}
}
