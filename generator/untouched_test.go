package generator

import (
	"context"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
)

// TestUntouchedIsToldAsIfBuilt edits a country at random, or not at all, and changes what is
// published behind the program's back, or not: a build that may find that nothing was
// touched publishes and says what one does that never asks.
func TestUntouchedIsToldAsIfBuilt(t *testing.T) {
	rounds := 12
	if testing.Short() {
		rounds = 4
	}
	dir := t.TempDir()
	files := testkit.Nation(90)
	add(files, "province-01/city-01/region.toml", "\n[contact.old]\nname = \"旧号码\"\nphones = [\"010-1234567 转\"]\n")
	o := Options{Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML, plan.ICS, plan.Data}}}
	r := rand.New(rand.NewPCG(21, 5))
	passed, warned := 0, 0
	for round := range rounds {
		edited, changed := files, ""
		if round%4 == 1 {
			names := slices.DeleteFunc(slices.Sorted(maps.Keys(edits)), func(name string) bool { return strings.HasPrefix(name, "lost") })
			edited, changed = maps.Clone(files), names[r.IntN(len(names))]
			edits[changed](r, edited)
			if maps.EqualFunc(files, edited, func(a, b *fstest.MapFile) bool { return string(a.Data) == string(b.Data) }) {
				changed = ""
			}
		}
		if seed := r.Uint64(); round%4 == 2 {
			for _, output := range []string{"asking", "never"} {
				harm(t, rand.New(rand.NewPCG(seed, 1)), filepath.Join(dir, output))
			}
			changed += " harm"
		}
		o.Regions = edited
		planned := false
		o.At = func(s Step) { planned = planned || s == Planning }
		asking, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: filepath.Join(dir, "asking")}, Unrecorded: true})
		if err != nil {
			t.Fatal(err)
		}
		if !planned {
			passed++
			if changed != "" {
				t.Errorf("after%s nothing was looked at", changed)
			}
		}
		never, want, err := Build(context.Background(), o, Target{Options: publish.Options{Output: filepath.Join(dir, "never"), Force: true}, Unrecorded: true})
		if err != nil {
			t.Fatal(err)
		}
		if problems.Failed() != want.Failed() || saidOf(problems) != strings.ReplaceAll(saidOf(want), "never", "asking") {
			t.Errorf("after%s it says\n%s\nwant\n%s", changed, saidOf(problems), saidOf(want))
		}
		if asking.Counts != never.Counts || asking.Bytes != never.Bytes || asking.Files != never.Files || asking.Reused != never.Reused || asking.Unrecorded != never.Unrecorded {
			t.Errorf("after%s it made %+v, want %+v", changed, asking, never)
		}
		same(t, changed, filepath.Join(dir, "asking"), filepath.Join(dir, "never"))
		warned += len(want)
		if !want.Failed() {
			files = edited
		}
		time.Sleep(150 * time.Millisecond) // longer than a stamp's grain
	}
	if passed < rounds/4 || warned == 0 {
		t.Errorf("%d of %d builds looked at nothing, %d warnings", passed, rounds, warned)
	}
}

// saidOf is what problems say, with what stands behind it.
func saidOf(l problem.List) string {
	var said strings.Builder
	for _, p := range l {
		said.WriteString(p.String() + "\n" + p.Wrong.String() + "\n" + p.Advice.String() + "\n")
	}
	return said.String()
}
