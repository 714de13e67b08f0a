package publish

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestFileAsItWasPublished reads published files, of which one is written into before it is
// read and one while it is, with its time set back.
func TestFileAsItWasPublished(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	_, err := over(output, map[string]string{"left": "12", "before": "12", "meanwhile": "12", "cut": "12"})
	must(t, err)
	s, err := Open(t.Context(), Options{Output: output})
	must(t, err)
	defer s.Discard()
	spoil := func(name string, text string) {
		t.Helper()
		must(t, rewritten(filepath.Join(output, name), func(name string, _ []byte) error { return os.WriteFile(name, []byte(text), 0o644) }))
	}
	spoil("before", "13")
	for name, want := range map[string]struct {
		opens   bool
		changed error
	}{"left": {true, nil}, "before": {}, "meanwhile": {true, errChanged}, "cut": {true, errChanged}, "missing": {}} {
		was := s.Before(name)
		if opens := was != nil; opens != want.opens {
			t.Errorf("%s is opened: %v", name, opens)
		}
		if was == nil {
			continue
		}
		if _, err := io.ReadFull(was, make([]byte, 1)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		switch name {
		case "meanwhile":
			spoil(name, "13")
		case "cut":
			spoil(name, "1")
		}
		if err := was.Close(); !errors.Is(err, want.changed) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestLyingMarksAreNotBelievedTwice changes a file behind its folder's mark, as a failing disk
// does: the build that meets it fails, and the next reads all.
func TestLyingMarksAreNotBelievedTwice(t *testing.T) {
	stamped(t)
	sparing(t, 1)
	output := filepath.Join(t.TempDir(), "output")
	_, err := over(output, map[string]string{"a/a": "1"})
	must(t, err)
	must(t, os.WriteFile(filepath.Join(output, "a", "a"), []byte("2"), 0o644))
	s, err := Open(t.Context(), Options{Output: output})
	must(t, err)
	s.seen.At("a").Intact = true
	if err := s.Before("a/a").Close(); !errors.Is(err, errChanged) {
		t.Errorf("the file is read: %v", err)
	}
	if _, err := os.Lstat(filepath.Join(s.work, sealName)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the seal is still there: %v", err)
	}
	s.Discard()
}
