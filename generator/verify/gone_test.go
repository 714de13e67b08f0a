package verify

import (
	"math/rand/v2"
	"slices"
	"testing"

	"tonggao/generator/manifest"
	"tonggao/generator/plan"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestCountingSeesWhatIsLost holds the count of what is planned still against a search for
// each published file, for folders that hold some of a plan and now and then something else.
func TestCountingSeesWhatIsLost(t *testing.T) {
	s, _, err := source.Read(testkit.Regions())
	if err != nil || s == nil {
		t.Fatal(err)
	}
	p, _ := plan.Make(s, plan.Options{})
	paths := slices.Collect(p.Paths())
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		files := map[string]manifest.Entry{}
		for range random.IntN(len(paths)) {
			files[paths[random.IntN(len(paths))]] = manifest.Entry{}
		}
		if random.IntN(2) == 0 {
			files[paths[random.IntN(len(paths))]+"x"] = manifest.Entry{}
		}
		m := &Memory{manifest: manifest.Manifest{Files: manifest.FilesOf(files)}}
		lost := false
		for name := range files {
			lost = lost || !slices.Contains(paths, name)
		}
		if m.planned(p) == lost {
			t.Fatalf("all of %d files are said to be planned: %v", len(files), !lost)
		}
		if gone := m.goneRegions(s); !lost && len(gone) > 0 {
			t.Fatalf("all is planned, but %v are gone", gone)
		}
	}
}
