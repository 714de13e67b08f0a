package publish

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tonggao/generator/survey"
)

// TestSealedFoldersAreReadWhereTheyWereTouched publishes the same files again and again.
// Between two builds somebody changes some in every way, also without another size or time:
// what is published is always what a build from nothing makes, and most is not read.
func TestSealedFoldersAreReadWhereTheyWereTouched(t *testing.T) {
	if _, told := survey.TraceAt("seal_test.go", false); !told {
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
