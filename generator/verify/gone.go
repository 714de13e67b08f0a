package verify

import (
	"path"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// planned reports whether a plan has every file that was published, as nearly always it
// does: then no more need be asked. No two of its outputs have one path.
func (m *Memory) planned(p *plan.Plan) bool {
	still := 0
	for name := range p.Paths() {
		if m.manifest.Files.Has(name) {
			still++
		}
	}
	return still == m.manifest.Files.Len()
}

// gone reports the regions that were published and are known no more. Of a build
// that is held to a region, those elsewhere are none of its business.
func (m *Memory) gone(s *site.Site, all []string, only string) problem.List {
	var gone problem.List
	for _, id := range all {
		if only != "" && !strings.HasPrefix(id+"/", only+"/") || slices.Contains(all, path.Dir(id)) {
			continue // what lies in one that is gone is told by it
		}
		gone.Bar(problem.Position{File: "regions/" + id}, message.Join(m.regionNow(s, id), message.Say("bring it back and withdraw what it published; a region that is gone for good: build --unrecorded")),
			"the region %s was published and is gone", id)
	}
	return gone
}

// goneRegions are the ids of regions that were published and that no region has or had.
func (m *Memory) goneRegions(s *site.Site) []string {
	known := map[string]bool{".": true}
	for _, r := range s.Regions {
		for _, id := range append([]string{r.ID}, r.Former...) {
			known[id] = true
		}
	}
	var gone []string
	for name := range m.manifest.Files.All() {
		if strings.HasSuffix(name, "/"+factsName) && !known[path.Dir(name)] {
			gone = append(gone, name)
		}
	}
	slices.Sort(gone)
	for i, name := range gone {
		gone[i] = path.Dir(name)
	}
	return gone
}
