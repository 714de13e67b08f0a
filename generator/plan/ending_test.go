package plan_test

import (
	"math/rand/v2"
	"path"
	"slices"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// Whatever a site publishes: its ending is one of the list, it has a media type, and of
// what stands for itself the format is found by its path.
func TestAnyOutputIsKnownByItsPath(t *testing.T) {
	for seed := range uint64(20) {
		s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 5))))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue // a mistake that the reader refuses
		}
		s.Formats = []string{"ofd", "docx", "pictures", "edition-texts", "monitors", "a3-posters", "door-signs"}
		p, _ := plan.Make(s, plan.Options{Assets: []string{"frame.css", "now.js"}})
		for _, o := range p.Outputs() {
			if o.Path == ".nojekyll" {
				continue
			}
			if plan.ContentType(o.Path) == "" || o.Path != "_headers" && o.Path != "web.config" && !slices.Contains(plan.Endings(), path.Ext(o.Path)) {
				t.Errorf("no host knows what %s is", o.Path)
			}
			if f := plan.FormatOf(o.Path); f != "" && f != o.Format {
				t.Errorf("%s is %s, not %s", o.Path, o.Format, f)
			}
		}
	}
}
