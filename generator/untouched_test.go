package generator

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tonggao/generator/disk"
	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
)

// A country is what a build sees.
type country struct {
	files   fstest.MapFS
	options Options
}

// A doing is what may happen between two builds. It says whether the second has to look.
type doing func(t *testing.T, r *rand.Rand, c *country, outputs []string) (counts bool)

// doings change what a build reads, what it is asked for, what it published, or nothing.
var doings = map[string]doing{
	"nothing": func(*testing.T, *rand.Rand, *country, []string) bool { return false },
	"edit": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		names := slices.DeleteFunc(slices.Sorted(maps.Keys(edits)), func(name string) bool { return strings.HasPrefix(name, "lost") })
		was := maps.Clone(c.files)
		edits[names[r.IntN(len(names))]](r, c.files)
		return !maps.EqualFunc(was, c.files, func(a, b *fstest.MapFile) bool { return string(a.Data) == string(b.Data) })
	},
	"harm": func(t *testing.T, r *rand.Rand, _ *country, outputs []string) bool {
		for seed := r.Uint64(); len(outputs) > 0; outputs = outputs[1:] {
			harm(t, rand.New(rand.NewPCG(seed, 1)), outputs[0])
		}
		return true
	},
	"published folder": func(t *testing.T, r *rand.Rand, _ *country, outputs []string) bool {
		for _, output := range outputs {
			if err := os.MkdirAll(filepath.Join(output, "province-01", "nobodys"), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		return true
	},
	"swapped, and spoilt in secret": func(t *testing.T, r *rand.Rand, _ *country, outputs []string) bool {
		for _, output := range outputs {
			a, b := filepath.Join(output, "province-01/2026-platform/counter-full"), filepath.Join(output, "province-01/2026-platform/counter-stop")
			if err := errors.Join(os.Rename(a, output+"-a"), os.Rename(b, a), os.Rename(output+"-a", b)); err != nil {
				t.Fatal(err)
			}
			name := filepath.Join(output, "province-01", "city-02", "index.html")
			info, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			err = errors.Join(os.WriteFile(name, make([]byte, info.Size()), 0o644), os.Chtimes(name, info.ModTime(), info.ModTime()))
			if err != nil {
				t.Fatal(err)
			}
		}
		return true
	},
	"related, and above": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		add(c.files, "province-01/city-03/2026-platform/notice.toml", fmt.Sprintf("\n# %d\n", r.Int()))
		name := "province-01/city-04/2026-platform/notice.toml"
		c.files[name] = &fstest.MapFile{Data: append([]byte("related = \"province-01/city-03/2026-platform\"\n"), c.files[name].Data...)}
		add(c.files, "province-01/city-02/region.toml", fmt.Sprintf("\n[contact.more]\nname = \"值班电话\"\nphones = [\"010-8888%04d\"]\n", r.IntN(10000)))
		return true
	},
	"another name": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		const old, new = "province-01/city-05/", "province-01/city-five/"
		for name, f := range maps.Clone(c.files) {
			if rest, inside := strings.CutPrefix(name, old); inside {
				delete(c.files, name)
				c.files[new+rest] = f
			}
		}
		return true
	},
	"another time": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		name := pick(r, c.files, ".toml")
		c.files[name] = &fstest.MapFile{Data: c.files[name].Data, ModTime: time.Unix(r.Int64N(1<<30), 0)}
		return false
	},
	"left by an editor": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		c.files[pick(r, c.files, ".toml")+"~"] = &fstest.MapFile{Data: []byte("old")}
		c.files["province-01/.DS_Store"] = &fstest.MapFile{Data: []byte{0, 1}}
		return false
	},
	"link": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		name := pick(r, c.files, "region.toml")
		c.files[path.Join(path.Dir(name), "link.toml")] = &fstest.MapFile{Data: []byte(path.Base(name)), Mode: fs.ModeSymlink}
		return true
	},
	"link instead": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		name := pick(r, c.files, "notice.toml")
		c.files["province-01/.kept"] = c.files[name]
		c.files[name] = &fstest.MapFile{Data: []byte(strings.Repeat("../", strings.Count(name, "/")) + "province-01/.kept"), Mode: fs.ModeSymlink}
		return true
	},
	"empty folder": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		c.files[path.Join(path.Dir(pick(r, c.files, "region.toml")), "empty")] = &fstest.MapFile{Mode: fs.ModeDir | 0o777}
		return true
	},
	"unread file": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		c.files[path.Join(path.Dir(pick(r, c.files, "region.toml")), "notes.txt")] = &fstest.MapFile{Data: []byte("x")}
		return true
	},
	"address": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		c.options.BaseURL = map[bool]string{true: "https://tonggao.example/two"}[c.options.BaseURL == ""]
		return true
	},
	"formats": func(_ *testing.T, r *rand.Rand, c *country, _ []string) bool {
		c.options.Plan.Formats = slices.Clone(c.options.Plan.Formats)
		slices.Reverse(c.options.Plan.Formats)
		return true
	},
	"templates": func(t *testing.T, r *rand.Rand, c *country, _ []string) bool {
		templates := memory(t, "../templates")
		add(templates, "assets/style.css", strings.Repeat("\n", 1+r.IntN(99)))
		c.options.Look = look.New(templates)
		return true
	},
}

// TestUntouchedIsToldAsIfBuilt lets things happen to a country at random, to what is asked
// for, and to what is published: a build that may find that nothing was touched publishes
// and says what one does that never asks.
func TestUntouchedIsToldAsIfBuilt(t *testing.T) {
	dir := t.TempDir()
	outputs := []string{filepath.Join(dir, "asking"), filepath.Join(dir, "never")}
	was := country{testkit.Nation(70), Options{Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML, plan.ICS, plan.Data}}}}
	add(was.files, "province-01/city-01/region.toml", "\n[contact.old]\nname = \"旧号码\"\nphones = [\"010-1234567 转\"]\n")
	r := rand.New(rand.NewPCG(21, 5))
	order := slices.Sorted(maps.Keys(doings))
	r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	if testing.Short() {
		order = order[:4]
	}
	passed, warned := 0, 0
	for _, happens := range slices.Concat([]string{"nothing"}, order, []string{"nothing", "nothing"}) {
		now := country{maps.Clone(was.files), was.options}
		counts := doings[happens](t, r, &now, outputs)
		asking := now.build(t, now.written(t, filepath.Join(dir, "regions")), outputs[0], false)
		if err := os.RemoveAll(filepath.Join(dir, ".never.tonggao")); err != nil {
			t.Fatal(err)
		}
		never := now.build(t, now.files, outputs[1], true)
		if !asking.looked {
			passed++
		}
		if counts && !asking.looked {
			t.Errorf("%s: nothing was looked at", happens)
		}
		if said := strings.ReplaceAll(never.said, outputs[1], outputs[0]); asking.said != said {
			t.Errorf("%s: it says\n%s\nwant\n%s", happens, asking.said, said)
		}
		if a, b := asking.summary, never.summary; a.Counts != b.Counts || a.Bytes != b.Bytes || a.Files != b.Files || a.Reused != b.Reused || a.Unrecorded != b.Unrecorded {
			t.Errorf("%s: it made %+v, want %+v", happens, a, b)
		}
		same(t, happens, outputs[0], outputs[1])
		if warned += strings.Count(never.said, "\n"); !never.failed {
			was = now
		}
		time.Sleep(150 * time.Millisecond) // longer than a stamp's grain
	}
	if passed < 2 || warned == 0 {
		t.Errorf("%d builds looked at nothing, %d lines were said", passed, warned)
	}
}

// A built country is what a build said of it.
type built struct {
	summary        Summary
	said           string
	failed, looked bool
}

func (c country) build(t *testing.T, regions fs.FS, output string, force bool) (b built) {
	t.Helper()
	o := c.options
	o.Regions, o.At = regions, func(s Step) { b.looked = b.looked || s == Planning }
	summary, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output, Force: force}, Unrecorded: true})
	if err != nil {
		t.Fatal(err)
	}
	b.summary, b.failed, b.said = summary, problems.Failed(), saidOf(problems)
	b.looked = b.looked || b.failed
	return b
}

// written brings a folder up to date with the files of a country, so that only what changed
// was touched, and without a sign of it: each file keeps its time.
func (c country) written(t *testing.T, dir string) fs.FS {
	t.Helper()
	if runtime.GOOS == "windows" {
		return c.files // not everybody may make links there, and files have no stamps
	}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		rel, _ := filepath.Rel(dir, name)
		if _, err := fs.Lstat(c.files, filepath.ToSlash(rel)); err == nil {
			return nil
		}
		if err = errors.Join(err, os.RemoveAll(name)); err == nil && d.IsDir() {
			return fs.SkipDir
		}
		return err
	})
	for name, f := range c.files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		was, missing := os.ReadFile(at)
		info, _ := os.Lstat(at)
		switch {
		case err != nil:
		case f.Mode.IsDir():
			err = os.MkdirAll(at, 0o777)
		case f.Mode&fs.ModeSymlink != 0:
			_ = os.Remove(at) // where there is one
			err = os.Symlink(string(f.Data), at)
		case missing != nil || string(was) != string(f.Data) || !info.Mode().IsRegular():
			if info != nil && !info.Mode().IsRegular() {
				err = os.Remove(at)
			}
			err = errors.Join(err, os.MkdirAll(filepath.Dir(at), 0o777), os.WriteFile(at, f.Data, 0o666), os.Chtimes(at, time.Unix(1, 0), time.Unix(1, 0)))
		case !f.ModTime.IsZero():
			err = os.Chtimes(at, f.ModTime, f.ModTime)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return disk.Rooted(dir)
}

// saidOf is what problems say, with what stands behind it.
func saidOf(l problem.List) string {
	var said strings.Builder
	for _, p := range l {
		said.WriteString(p.String() + "\n" + p.Wrong.String() + "\n" + p.Advice.String() + "\n")
	}
	return said.String()
}
