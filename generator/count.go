package generator

import (
	"tonggao/generator/message"
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
	c := Counts{Regions: len(p.Site.Regions), Outputs: p.Len()}
	for _, r := range p.Site.Regions {
		c.Notices += len(r.Notices)
		for _, n := range r.Notices {
			c.Editions += len(n.Editions)
			c.Milestones += len(n.Milestones)
		}
	}
	return c
}

// Words words the counts for a summary line.
func (c Counts) Words() message.List {
	return message.List{message.Count(c.Regions, "1 region", "%d regions"), message.Count(c.Notices, "1 notice", "%d notices"),
		message.Count(c.Editions, "1 edition", "%d editions"), message.Count(c.Milestones, "1 milestone", "%d milestones")}
}
