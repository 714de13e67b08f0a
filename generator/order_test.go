package generator

import (
	"os"
	"slices"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/testkit"
)

// TestFirstOfKinds holds that every output is made once, the first of each kind before all
// others, and otherwise in their order.
func TestFirstOfKinds(t *testing.T) {
	p, problems, err := Load(Options{Regions: testkit.Nation(2), Look: look.New(os.DirFS("../templates"))})
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	all := bundles(p, false)
	ordered := firstOfKinds(p, slices.Clone(all))
	if sorted := slices.Sorted(slices.Values(ordered)); !slices.Equal(sorted, all) {
		t.Fatalf("%d outputs of %d", len(ordered), len(all))
	}
	met, first := map[[2]string]bool{}, 0
	for first < len(ordered) {
		o := p.Output(ordered[first])
		kind := [2]string{string(o.Format), string(o.Kind)}
		if met[kind] {
			break
		}
		met[kind] = true
		first++
	}
	for _, i := range ordered[first:] {
		if o := p.Output(i); !met[[2]string{string(o.Format), string(o.Kind)}] {
			t.Errorf("%s comes late", o.Path)
		}
	}
	if !slices.IsSorted(ordered[:first]) || !slices.IsSorted(ordered[first:]) || first < len(plan.Formats)-1 {
		t.Errorf("%d come first, or out of order", first)
	}
}
