package generator

import (
	"fmt"
	"strings"

	"tonggao/generator/plan"
)

// Counts says how much a site holds.
type Counts struct {
	Regions    int `json:"regions"`
	Notices    int `json:"notices"`
	Editions   int `json:"editions"`
	Milestones int `json:"milestones"`
	Outputs    int `json:"outputs"`
}

// Count counts what a plan holds.
func Count(p *plan.Plan) Counts {
	c := Counts{Regions: len(p.Site.Regions), Outputs: len(p.Outputs)}
	for _, r := range p.Site.Regions {
		c.Notices += len(r.Notices)
		for _, n := range r.Notices {
			c.Editions += len(n.Editions)
			c.Milestones += len(n.Milestones)
		}
	}
	return c
}

// String words the counts for a summary line.
func (c Counts) String() string {
	return strings.Join([]string{many(c.Regions, "region"), many(c.Notices, "notice"), many(c.Editions, "edition"), many(c.Milestones, "milestone")}, ", ")
}

func many(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
