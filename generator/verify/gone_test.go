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
		m := &Memory{manifest: manifest.Manifest{Files: map[string]manifest.Entry{}}}
		for range random.IntN(len(paths)) {
			m.manifest.Files[paths[random.IntN(len(paths))]] = manifest.Entry{}
		}
		if random.IntN(2) == 0 {
			m.manifest.Files[paths[random.IntN(len(paths))]+"x"] = manifest.Entry{}
		}
		lost := false
		for name := range m.manifest.Files {
			lost = lost || !slices.Contains(paths, name)
		}
		if m.planned(p) == lost {
			t.Fatalf("all of %d files are said to be planned: %v", len(m.manifest.Files), !lost)
		}
		if gone := m.goneRegions(s); !lost && len(gone) > 0 {
			t.Fatalf("all is planned, but %v are gone", gone)
		}
	}
}
