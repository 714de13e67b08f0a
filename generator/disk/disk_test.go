package disk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// TestPatience takes a step that succeeds after some time, never, or fails for another
// reason: it is taken again for two seconds, and only while something is open elsewhere.
func TestPatience(t *testing.T) {
	open, other := errors.New("open elsewhere"), errors.New("no such file")
	for _, c := range []struct {
		fails int // how often, before it succeeds
		with  error
		taken int
		want  error
	}{{0, open, 1, nil}, {3, open, 4, nil}, {1, other, 1, other}, {1000, open, 8, open}} {
		taken, waited := 0, time.Duration(0)
		err := patiently(func() error {
			taken++
			if taken > c.fails {
				return nil
			}
			return c.with
		}, func(err error) bool { return err == open }, func(d time.Duration) { waited += d })
		if err != c.want || taken != c.taken || waited > 2*time.Second {
			t.Errorf("%+v: %v after %d times and %v", c, err, taken, waited)
		}
	}
}

// TestReadOnlyFilesAreReplaced replaces and removes files that have the flag.
func TestReadOnlyFilesAreReplaced(t *testing.T) {
	dir := t.TempDir()
	fresh, name := filepath.Join(dir, "新.toml"), filepath.Join(dir, "通告.toml")
	for _, mode := range []os.FileMode{0o666, 0o444} {
		put(t, fresh, "2", 0o666)
		put(t, name, "1", mode)
		if err := Rename(fresh, name); err != nil {
			t.Fatalf("%v: %v", mode, err)
		}
		if text, err := os.ReadFile(name); err != nil || string(text) != "2" {
			t.Errorf("%v: it holds %s: %v", mode, text, err)
		}
		if err := errors.Join(os.Chmod(name, mode), Remove(name)); err != nil {
			t.Errorf("%v: %v", mode, err)
		}
	}
}

// TestOpenFilesAreWaitedFor replaces a file that another handle has open, which Windows
// refuses until it is closed.
func TestOpenFilesAreWaitedFor(t *testing.T) {
	dir := t.TempDir()
	fresh, name := filepath.Join(dir, "fresh"), filepath.Join(dir, "notice.toml")
	put(t, name, "1", 0o666)
	for _, open := range []time.Duration{100 * time.Millisecond, time.Minute} {
		put(t, fresh, "2", 0o666)
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		closing := time.AfterFunc(open, func() { _ = f.Close() })
		err = Rename(fresh, name)
		if refused := runtime.GOOS == "windows" && open == time.Minute; refused != (err != nil) || refused && !Held(err) {
			t.Errorf("open for %v: %v", open, err)
		}
		if closing.Stop() {
			_ = f.Close()
		}
	}
}

// TestFiles creates a file, which can be done once, and reads it.
func TestFiles(t *testing.T) {
	name := filepath.Join(t.TempDir(), "通告.pdf")
	if _, err := Open(name); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what is not there opens: %v", err)
	}
	f, err := Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("1"); errors.Join(err, f.Close()) != nil {
		t.Fatal(err)
	}
	if _, err := Create(name); !errors.Is(err, os.ErrExist) {
		t.Errorf("what is there is begun again: %v", err)
	}
	if f, err = Open(name); err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if text, err := io.ReadAll(f); err != nil || string(text) != "1" {
		t.Errorf("it holds %q: %v", text, err)
	}
}

func put(t *testing.T, name, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}
