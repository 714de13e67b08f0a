package publish

import (
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

// A deed is what somebody does to a published tree, or to the spare one, between two builds.
type deed func(h *house, dir string) error

// deeds leave no file that a build would refuse to destroy.
var deeds = map[string]deed{
	"write, with the time set back": func(h *house, dir string) error {
		return rewritten(h.some(dir), func(name string, old []byte) error { return os.WriteFile(name, []byte("x"+string(old[1:])), 0o644) })
	},
	"another file, with the time set back": func(h *house, dir string) error {
		return rewritten(h.some(dir), func(name string, old []byte) error {
			return errors.Join(os.WriteFile(name+"2", []byte("x"+string(old[1:])), 0o644), os.Rename(name+"2", name))
		})
	},
	"swap files": func(h *house, dir string) error {
		return swapped(h.some(dir), h.some(dir))
	},
	"swap folders": func(h *house, dir string) error {
		return swapped(filepath.Dir(h.some(dir)), filepath.Dir(h.some(dir)))
	},
	"swap regions": func(h *house, dir string) error {
		return swapped(filepath.Join(dir, "r1"), filepath.Join(dir, "r2"))
	},
	"a folder that is a link to itself": func(h *house, dir string) error {
		name := filepath.Join(dir, "r3")
		if info, err := os.Lstat(name); err != nil || !info.IsDir() {
			return nil
		}
		aside := filepath.Join(filepath.Dir(dir), fmt.Sprint("aside", h.r.Int()))
		return errors.Join(os.Rename(name, aside), os.Symlink(aside, name))
	},
	"an empty folder": func(h *house, dir string) error {
		return os.MkdirAll(filepath.Join(dir, "r4", "empty"), 0o755)
	},
	"a file with a dot": func(h *house, dir string) error {
		return os.WriteFile(filepath.Join(filepath.Dir(h.some(dir)), ".x"), nil, 0o644)
	},
	"a file lost": func(h *house, dir string) error { return os.Remove(h.some(dir)) },
	"a folder lost": func(h *house, dir string) error {
		return os.RemoveAll(filepath.Dir(h.some(dir)))
	},
	"a file and its time": func(h *house, dir string) error {
		return os.WriteFile(h.some(dir), []byte("longer than it was"), 0o644)
	},
	"a link in place of a file": func(h *house, dir string) error {
		name := h.some(dir)
		return errors.Join(os.Rename(name, filepath.Join(dir, ".kept")), os.Symlink(filepath.Join(dir, ".kept"), name))
	},
	"another mode": func(h *house, dir string) error { return os.Chmod(h.some(dir), 0o600) },
	"spoilt in the spare tree, mended in the other": func(h *house, dir string) error {
		name := h.some(h.spare())
		rel, _ := filepath.Rel(h.spare(), name)
		published := filepath.Join(h.output, rel)
		old, err := os.ReadFile(published)
		if err != nil || name == "" {
			return nil
		}
		return errors.Join(os.WriteFile(name, []byte("spoilt"), 0o644), os.WriteFile(published+"2", old, 0o644), os.Rename(published+"2", published))
	},
	"an earlier state with its manifest": func(h *house, dir string) error {
		was := h.before[h.r.IntN(len(h.before))]
		h.files = maps.Clone(was.files)
		return os.WriteFile(filepath.Join(h.output, manifest.Name), was.manifest, 0o644)
	},
	"nothing": func(h *house, dir string) error { return nil },
}

// rewritten does something to a file and gives it the time that it had.
func rewritten(name string, do func(name string, old []byte) error) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	old, err := os.ReadFile(name)
	return errors.Join(err, do(name, old), os.Chtimes(name, info.ModTime(), info.ModTime()))
}

// swapped lets two files or folders change places.
func swapped(a, b string) error {
	if within(a, b) || within(b, a) {
		return nil
	}
	between := filepath.Join(filepath.Dir(a), ".between")
	return errors.Join(os.Rename(a, between), os.Rename(b, a), os.Rename(between, b))
}

// TestQuietFolders publishes states of a site one after the other, of which some are states
// that it had, while somebody meddles with the published tree, the spare one or the seal.
// What is published is always what a build from nothing makes, or it is said to have been
// changed meanwhile, and most folders are not touched.
func TestQuietFolders(t *testing.T) {
	stamped(t)
	sparing(t, 40)
	r := rand.New(rand.NewPCG(21, 7))
	h := &house{t: t, r: r, output: filepath.Join(t.TempDir(), "output"), files: map[string]string{".nojekyll": "", "index.html": "0"}}
	for i := range 80 {
		h.files[fmt.Sprintf("r%d/n%d/index.html", i%5, i)] = "page " + strconv.Itoa(10+i)
		h.files[fmt.Sprintf("r%d/index.html", i%5)] = "list " + strconv.Itoa(10+i)
	}
	h.build("nothing")
	for round := range 4 {
		order := slices.Sorted(maps.Keys(deeds))
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for i, happens := range order {
			h.edit(100*round + i)
			dir := []string{h.output, h.spare()}[(round+len(happens))%2]
			if h.some(dir) != "" {
				must(t, deeds[happens](h, dir))
			}
			h.build(fmt.Sprintf("round %d, %s in %s", round, happens, filepath.Base(dir)))
		}
	}
	if h.quiet < 1000 || h.spares < 25 {
		t.Errorf("%d folders were quiet, in %d builds with a spare tree", h.quiet, h.spares)
	}
}

// A house is a site on its way through builds.
type house struct {
	t      *testing.T
	r      *rand.Rand
	output string
	files  map[string]string
	before []state

	quiet, spares int
}

// A state is one that was published.
type state struct {
	files    map[string]string
	manifest []byte
}

func (h *house) spare() string {
	return filepath.Join(filepath.Dir(h.output), ".output.tonggao", "new")
}

// some is a page of a tree, "" where it has none.
func (h *house) some(dir string) string {
	var pages []string
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error { // where there is one
		if err == nil && d.Type().IsRegular() && filepath.Base(name) == "index.html" && filepath.Dir(name) != dir {
			pages = append(pages, name)
		}
		return err
	})
	if len(pages) == 0 {
		return ""
	}
	return pages[h.r.IntN(len(pages))]
}

// edit changes some files, or goes back to an earlier state.
func (h *house) edit(round int) {
	switch h.r.IntN(6) {
	case 0:
		h.files = maps.Clone(h.before[h.r.IntN(len(h.before))].files)
	case 1: // nothing
	default:
		n := h.r.IntN(80)
		page := fmt.Sprintf("r%d/n%d/index.html", n%5, n)
		if _, there := h.files[page]; there && h.r.IntN(3) == 0 {
			delete(h.files, page)
		} else {
			h.files[page] = "page " + strconv.Itoa(100+round)
		}
		h.files["index.html"] = strconv.Itoa(round)
	}
}

// build publishes, and compares with a build from nothing.
func (h *house) build(when string) {
	h.t.Helper()
	s, err := Open(h.t.Context(), Options{Output: h.output})
	if err != nil { // files lie where it did not make any
		s, err = Open(h.t.Context(), Options{Output: h.output, Force: true})
	}
	must(h.t, err)
	before, _ := os.Stat(h.output)
	if s.spare {
		h.spares++
	}
	_, err = commit(s, h.files)
	must(h.t, err)
	for _, share := range s.shares {
		if share.quiet {
			h.quiet++
		}
	}
	clean := filepath.Join(h.t.TempDir(), "clean")
	_, err = over(clean, h.files)
	must(h.t, err)
	got, want := shape(h.t, h.output), shape(h.t, clean)
	for _, left := range []string{".kept", ".between", ".x"} { // dot-files at the top stay
		delete(got, left)
	}
	if after, err := os.Stat(h.output); err == nil && before != nil && os.SameFile(before, after) {
		maps.DeleteFunc(got, func(name, _ string) bool { // what is as it should be is left alone, and so is what does no harm
			return want[name] == "" && (filepath.Base(name) == "empty" || filepath.Base(name) == ".x")
		})
	}
	if !maps.Equal(got, want) {
		for name, text := range got {
			if other, there := want[name]; !there || other != text {
				h.t.Errorf("%s has %q, from nothing %q", name, text, other)
			}
		}
		h.t.Fatalf("%s: %d files and folders are published, from nothing %d", when, len(got), len(want))
	}
	h.before = append(h.before, state{maps.Clone(h.files), []byte(want[manifest.Name])})
}

// TestFileOfAnIntactFolderThatChangesMeanwhile is written into by somebody else after its
// folder was looked at.
func TestFileOfAnIntactFolderThatChangesMeanwhile(t *testing.T) {
	stamped(t)
	sparing(t, 1)
	for name, change := range map[string]func(name string) error{
		"written into": func(name string) error {
			return rewritten(name, func(name string, _ []byte) error { return os.WriteFile(name, []byte("2"), 0o644) })
		},
		"replaced": func(name string) error {
			return errors.Join(os.WriteFile(name+"2", []byte("2"), 0o644), os.Rename(name+"2", name))
		},
		"lost": os.Remove,
	} {
		t.Run(name, func(t *testing.T) {
			output := filepath.Join(t.TempDir(), "output")
			for range 2 {
				_, err := over(output, map[string]string{"a/a": "1", "a/b": "1", "b": "1"})
				must(t, err)
			}
			s, err := Open(t.Context(), Options{Output: output})
			must(t, err)
			defer s.Discard()
			if !s.seen.Folders["a"].Intact {
				t.Fatal("the folder is not known to be intact")
			}
			if !s.Reuse("a/a", keys.Of("key of 1")) || !s.Reuse("a/b", keys.Of("key of 1")) {
				t.Fatal("not taken over")
			}
			must(t, put(s, "b", "2"))
			must(t, change(filepath.Join(output, "a", "a")))
			if err := s.Commit(manifest.Manifest{}); err == nil {
				t.Errorf("published: %v", tree(t, output))
			}
		})
	}
}
