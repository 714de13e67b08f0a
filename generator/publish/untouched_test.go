package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tonggao/generator/keys"
	"tonggao/generator/survey"
)

// A reader is what a build does with what it reads.
type reader struct {
	t           *testing.T
	dir, output string
	times       int   // how often it was read
	held        *Held // by who asked, for the build that follows
}

// key reads the folder.
func (r *reader) key() string {
	r.times++
	var seen []string
	err := filepath.WalkDir(r.dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var text []byte
			text, err = os.ReadFile(name)
			seen = append(seen, name, string(text))
		}
		return err
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return keys.Of(seen...)
}

// untouched asks, and reports whether it had to read for that.
func (r *reader) untouched() (same, read bool) {
	r.t.Helper()
	before := r.times
	told, held, err := Untouched(context.Background(), Options{Output: r.output}, Reading{r.dir, r.key, func(read string) string { return "key of " + read }})
	same, r.held = held == nil, held
	if err != nil || same != (string(told) == "told") {
		r.t.Fatalf("%v, %q, %v", same, told, err)
	}
	return same, r.times > before
}

// open goes on with what is held.
func (r *reader) open() *Stage {
	r.t.Helper()
	s, err := r.held.Open()
	must(r.t, err)
	return s
}

// build publishes, with a seal.
func (r *reader) build(s *Stage) {
	r.t.Helper()
	s.Seal("key of "+r.key(), []byte("told"))
	_, err := commit(s, map[string]string{"a/index.html": "a", "index.html": "top"})
	must(r.t, err)
}

// TestWhatLooksAsItDidIsNotRead asks whether anything changed after each thing that somebody
// may do to the files that a build read: what was done is seen, whatever hides it, and what
// was read once, and was left alone, is not read again.
func TestWhatLooksAsItDidIsNotRead(t *testing.T) {
	sparing(t, 1)
	r := &reader{t: t, dir: t.TempDir(), output: filepath.Join(t.TempDir(), "output")}
	stamped(t)
	at := func(name string) string { return filepath.Join(r.dir, name) }
	for name, content := range map[string]string{"site.toml": "site", "a/region.toml": "a", "a/b/region.toml": "b", "c/region.toml": "c"} {
		must(t, errors.Join(os.MkdirAll(filepath.Dir(at(name)), 0o755), os.WriteFile(at(name), []byte(content), 0o644)))
	}
	settle := func() { time.Sleep(2 * survey.Finest) }
	s, err := Open(t.Context(), Options{Output: r.output})
	must(t, err)
	r.build(s)
	for _, done := range []struct {
		name    string
		to      func() error
		changes bool
		reads   bool
	}{
		{name: "nothing, and nothing is known", to: nothing, reads: true},
		{name: "nothing", to: nothing},
		{"written, with the time set back", func() error {
			return rewritten(at("a/b/region.toml"), func(name string, _ []byte) error { return os.WriteFile(name, []byte("B"), 0o644) })
		}, true, true},
		{"another file, with the time set back", func() error {
			return rewritten(at("c/region.toml"), func(name string, _ []byte) error {
				return errors.Join(os.WriteFile(name+"2", []byte("C"), 0o644), os.Rename(name+"2", name))
			})
		}, true, true},
		{"a folder renamed", func() error { return os.Rename(at("c"), at("d")) }, true, true},
		{"a file added", func() error { return os.WriteFile(at("a/notice.toml"), nil, 0o644) }, true, true},
		{"a file lost", func() error { return os.Remove(at("a/notice.toml")) }, true, true},
		{"a file renamed", func() error { return os.Rename(at("site.toml"), at("sites.toml")) }, true, true},
		{"swapped", func() error { return swapped(at("a/b/region.toml"), at("a/region.toml")) }, true, true},
		{"a folder in another's place", func() error { return swapped(at("a/b"), at("d")) }, true, true},
		{"another time", func() error { return os.Chtimes(at("sites.toml"), time.Unix(1, 0), time.Unix(1, 0)) }, false, true},
		{"another folder with the same files", func() error {
			other := t.TempDir()
			defer func() { r.dir = other }()
			return errors.Join(os.Remove(other), cloneTree(r.dir, other))
		}, true, true},
		{"what it knows is damaged", func() error {
			return os.Truncate(filepath.Join(filepath.Dir(r.output), ".output.tonggao", readName), 200)
		}, false, true},
	} {
		settle()
		must(t, done.to())
		settle()
		same, read := r.untouched()
		if same == done.changes || read != done.reads {
			t.Errorf("%s: untouched: %v, read: %v", done.name, same, read)
		}
		if !same {
			r.build(r.open())
		}
		settle()
		if same, read := r.untouched(); !same || read {
			t.Errorf("after %s, and nothing more: untouched: %v, read: %v", done.name, same, read)
		}
	}
}

func nothing() error { return nil }

// TestWhatIsReadFirstIsNotReadAgain asks before anything is published, as every build does: one
// that fails leaves no trace, and after one that publishes nothing is read again.
func TestWhatIsReadFirstIsNotReadAgain(t *testing.T) {
	sparing(t, 1)
	r := &reader{t: t, dir: t.TempDir(), output: filepath.Join(t.TempDir(), "output")}
	stamped(t)
	must(t, os.WriteFile(filepath.Join(r.dir, "site.toml"), []byte("site"), 0o644))
	time.Sleep(2 * survey.Finest)
	if same, read := r.untouched(); same || !read {
		t.Errorf("where nothing is: untouched: %v, read: %v", same, read)
	}
	r.open().Discard()
	if left, err := os.ReadDir(filepath.Dir(r.output)); len(left) > 0 || err != nil {
		t.Errorf("it left %v, %v", left, err)
	}
	_, _ = r.untouched()
	r.build(r.open())
	time.Sleep(2 * survey.Finest)
	if same, read := r.untouched(); !same || read {
		t.Errorf("after it was published: untouched: %v, read: %v", same, read)
	}
}

// TestWhatIsWrittenWhileItIsReadIsReadAgain writes a file once more just after it was read,
// and puts its time back: what a build saw is not told of as what is there.
func TestWhatIsWrittenWhileItIsReadIsReadAgain(t *testing.T) {
	stamped(t)
	sparing(t, 1)
	for _, wait := range []time.Duration{0, 2 * survey.Finest} {
		r := &reader{t: t, dir: t.TempDir(), output: filepath.Join(t.TempDir(), "output")}
		name := filepath.Join(r.dir, "site.toml")
		must(t, os.WriteFile(name, []byte("old"), 0o644))
		s, err := Open(t.Context(), Options{Output: r.output})
		must(t, err)
		r.build(s)
		time.Sleep(2 * survey.Finest)
		must(t, os.WriteFile(name, []byte("old"), 0o644))
		time.Sleep(wait)
		late := func() string {
			key := r.key()
			must(t, rewritten(name, func(name string, _ []byte) error { return os.WriteFile(name, []byte("new"), 0o644) }))
			return key
		}
		if told, _, err := Untouched(t.Context(), Options{Output: r.output}, Reading{r.dir, late, func(read string) string { return "key of " + read }}); told == nil || err != nil {
			t.Fatalf("what was read is what was built of: %v", err)
		}
		time.Sleep(2 * survey.Finest)
		if same, read := r.untouched(); same || !read {
			t.Errorf("%s: untouched: %v, read: %v", fmt.Sprint(wait), same, read)
		}
		r.open().Discard()
	}
}
