package generator

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
)

// memory reads a folder into memory, where a test can edit it.
func memory(t *testing.T, dir string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	fsys := os.DirFS(dir)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// An edit changes authors' files at random, or does nothing where it does not
// apply. Not every edit leaves a site that can be built.
type edit func(r *rand.Rand, files fstest.MapFS)

// pick returns a random file with a suffix.
func pick(r *rand.Rand, files fstest.MapFS, suffix string) string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, suffix) {
			names = append(names, name)
		}
	}
	return names[r.IntN(len(names))]
}

func replace(files fstest.MapFS, name, old, new string) {
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(files[name].Data), old, new, 1))}
}

func add(files fstest.MapFS, name, text string) {
	data := text
	if f, ok := files[name]; ok {
		data = string(f.Data) + text
	}
	files[name] = &fstest.MapFile{Data: []byte(data)}
}

var edits = map[string]edit{
	"comment":  func(r *rand.Rand, files fstest.MapFS) { add(files, pick(r, files, ".toml"), "\n# 备注\n") },
	"sentence": func(r *rand.Rand, files fstest.MapFS) { add(files, pick(r, files, ".md"), "\n\n请相互转告。\n") },
	"fragment": func(r *rand.Rand, files fstest.MapFS) {
		add(files, path.Dir(pick(r, files, "notice.toml"))+"/77-more.md", "请提前做好准备。\n")
	},
	"lost fragment": func(r *rand.Rand, files fstest.MapFS) { delete(files, pick(r, files, ".md")) },
	"time": func(r *rand.Rand, files fstest.MapFS) {
		name := pick(r, files, "notice.toml")
		for _, hour := range []string{":00", "08:", "17:"} {
			replace(files, name, hour, []string{":30", "09:", "18:"}[r.IntN(3)])
		}
	},
	"issuer": func(r *rand.Rand, files fstest.MapFS) {
		replace(files, pick(r, files, "region.toml"), "局\"", "厅\"")
	},
	"phone": func(r *rand.Rand, files fstest.MapFS) { replace(files, pick(r, files, "region.toml"), "85", "86") },
	"site": func(r *rand.Rand, files fstest.MapFS) {
		replace(files, "site.toml", "name", fmt.Sprintf("# %d\nname", r.IntN(99)))
	},
	"region": func(r *rand.Rand, files fstest.MapFS) {
		dir := path.Dir(pick(r, files, "region.toml")) + fmt.Sprintf("/new%d/", r.IntN(9))
		add(files, dir+"region.toml", "name = \"新区\"\nissuer = \"新区医疗保障局\"\n")
	},
	"lost region": func(r *rand.Rand, files fstest.MapFS) {
		dir := path.Dir(pick(r, files, "region.toml")) + "/"
		maps.DeleteFunc(files, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, dir) })
	},
	"revision": func(r *rand.Rand, files fstest.MapFS) {
		add(files, pick(r, files, "notice.toml"), fmt.Sprintf("\n[[revision]]\non = 2022-0%d-01\nwhat = \"补充说明\"\n", 1+r.IntN(8)))
	},
}

// harm changes published files behind the program's back.
func harm(t *testing.T, r *rand.Rand, output string) {
	t.Helper()
	for range 3 {
		files := memory(t, output)
		name := filepath.Join(output, pick(r, files, ""))
		var err error
		switch r.IntN(3) {
		case 0:
			err = os.Remove(name)
		case 1:
			err = os.WriteFile(name, []byte("changed"), 0o644)
		default:
			err = os.Rename(name, filepath.Join(output, pick(r, files, "")))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestReuseEqualsACleanBuild edits the real regions at random, again and again,
// and builds each state twice: over the last output and from nothing.
func TestReuseEqualsACleanBuild(t *testing.T) {
	for name, c := range map[string]struct {
		plan   plan.Options
		rounds int
	}{
		"all regions": {plan.Options{Formats: []plan.Format{plan.HTML, plan.ICS, plan.Data}}, 24},
		"all formats": {plan.Options{Only: "jiangsu/suzhou/changshu"}, 12},
	} {
		if testing.Short() {
			c.rounds /= 4
		}
		t.Run(name, func(t *testing.T) {
			s := &state{output: filepath.Join(t.TempDir(), "output"), files: memory(t, "../regions"), options: Options{Look: look.New(os.DirFS("../templates")), Plan: c.plan}}
			r := rand.New(rand.NewPCG(20, 26))
			for round := range c.rounds {
				if round > 0 && r.IntN(2) == 0 {
					harm(t, r, s.output)
				}
				s.round(t, r)
			}
			if s.taken == 0 {
				t.Error("nothing was ever taken over")
			}
		})
	}
}

// A state is a tree of authors' files on its way through random edits.
type state struct {
	files   fstest.MapFS
	options Options
	output  string
	taken   int // files taken over, in all rounds
}

// round edits the files, builds twice and compares.
func (s *state) round(t *testing.T, r *rand.Rand) {
	t.Helper()
	edited, said := maps.Clone(s.files), "edits:"
	names := slices.Sorted(maps.Keys(edits))
	if s.options.Plan.Only != "" { // a build of a region that is gone is wrong use
		names = slices.DeleteFunc(names, func(name string) bool { return name == "lost region" })
	}
	for range r.IntN(4) {
		name := names[r.IntN(len(names))]
		edits[name](r, edited)
		said += " " + name
	}
	o := s.options
	o.Regions = edited
	over, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: s.output, Force: true}, Against: "nothing"})
	if err != nil {
		t.Fatalf("%s: %v", said, err)
	}
	if problems.Failed() {
		return
	}
	t.Logf("%s: %d of %d taken over", said, over.Reused, over.Files)
	s.taken += over.Reused
	if !strings.Contains(said, "lost region") { // the next round has it again
		s.files = edited
	}
	clean := filepath.Join(t.TempDir(), "clean")
	if _, _, err := Build(context.Background(), o, Target{Options: publish.Options{Output: clean}}); err != nil {
		t.Fatal(err)
	}
	same(t, said, s.output, clean)
}

// same fails when two folders differ in a byte.
func same(t *testing.T, when, got, want string) {
	t.Helper()
	have, should := memory(t, got), memory(t, want)
	for name, f := range should {
		switch {
		case have[name] == nil:
			t.Errorf("%s: %s is missing", when, name)
		case string(have[name].Data) != string(f.Data):
			t.Errorf("%s: %s is not what a clean build makes", when, name)
		}
	}
	for name := range have {
		if should[name] == nil {
			t.Errorf("%s: %s is too much", when, name)
		}
	}
}

func TestBuildThatIsCalledOffPublishesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	output := filepath.Join(t.TempDir(), "output")
	target := Target{Options: publish.Options{Output: output}, Jobs: 1, Progress: func(int, int) { cancel() }}
	_, _, err := Build(ctx, Options{Regions: os.DirFS("../regions"), Look: look.New(os.DirFS("../templates"))}, target)
	if err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(output); err == nil {
		t.Error("half a site was published")
	}
}

func TestIdentityCoversTheProgram(t *testing.T) {
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.Contains(filepath.ToSlash(name), "testdata/") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		if _, err := fs.Stat(code, filepath.ToSlash(name)); err != nil {
			t.Errorf("%s is not part of the identity", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
