package plan_test

import (
	"slices"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestPassedOverOutputsAreNotMissed holds what the plan says of its outputs without making
// them against the outputs, of a whole plan and of parts of it.
func TestPassedOverOutputsAreNotMissed(t *testing.T) {
	s, _, err := source.Read(testkit.Regions())
	if err != nil || s == nil {
		t.Fatal(err)
	}
	s.Formats = []string{site.Pictures, site.OFD, site.DOCX}
	s.Regions[1].Former = append(s.Regions[1].Former, "once/elsewhere")
	whole, _ := plan.Make(s, plan.Options{})
	few, _ := plan.Make(s, plan.Options{Formats: []plan.Format{plan.HTML, plan.ICS}})
	one := whole.Some(func(o plan.Output) bool { return o.Region == s.Regions[1] && o.Format == plan.PDF })
	for _, p := range []*plan.Plan{whole, few, one} {
		var paths []string
		var pages []plan.Output
		regions := map[*site.Region]bool{}
		found := map[plan.Format][]int{}
		for i, o := range p.Outputs() {
			paths, found[o.Format] = append(paths, o.Path), append(found[o.Format], i)
			if o.Region != nil {
				regions[o.Region] = true
			}
			if len(p.Versions(o)) > 0 && o.Leads == "" {
				pages = append(pages, o)
			}
		}
		if got := slices.Collect(p.Paths()); !slices.Equal(got, paths) {
			t.Errorf("%d paths, want %d", len(got), len(paths))
		}
		if got := p.Regions(); len(got) != len(regions) {
			t.Errorf("%d regions, want %d", len(got), len(regions))
		}
		listed := map[string]bool{}
		for o := range p.Pages() {
			listed[o.Path] = true
		}
		for _, o := range pages {
			if !listed[o.Path] {
				t.Errorf("%s is no page", o.Path)
			}
		}
		for _, f := range plan.Formats {
			is := func(of plan.Format, _ plan.Kind) bool { return of == f }
			if got := slices.Collect(p.Numbers(is)); !slices.Equal(got, found[f]) || p.Any(is) != (len(got) > 0) {
				t.Errorf("%d outputs are %s, want %d", len(got), f, len(found[f]))
			}
		}
	}
}
