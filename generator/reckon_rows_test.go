package generator

import (
	"encoding/json"
	"fmt"
	"time"

	"tonggao/generator/site"
)

// joined compares the rows of a region's page: each part of a service has one.
func (c *comparison) joined(r *site.Region, courses []*site.Course, all []*reckoner, page []json.RawMessage) {
	if len(courses) > len(page) { // behind them stands what is open for once
		c.differ("region", "has %d rows in its page, not %d", len(page), len(courses))
		return
	}
	asked := map[*site.Service]bool{}
	for i, n := range r.Notices {
		for _, service := range n.Services {
			if asked[service] || len(all[i].turns(service.ID)) == 0 {
				continue
			}
			asked[service] = true
			for _, part := range parts(service.ID, all...) {
				key := fmt.Sprint("joined ", service.ID, part)
				if row := courseOf(courses, service.ID, part); row < 0 {
					c.differ(key, "has no row, or two")
				} else {
					c.row(key, courses[row], all, part, page[row])
				}
			}
		}
	}
}

// row compares one row with what all notices say of its part.
func (c *comparison) row(key string, row *site.Course, all []*reckoner, part limits, page json.RawMessage) {
	q := question{Name: key, Fact: page}
	end := until(c.T, page)
	for _, one := range all {
		for _, at := range c.instants(one, 0) {
			state, over := together(all, row.Service.ID, part, at)
			if silent := end != 0 && at.Unix() >= end; over != silent {
				c.differ(key, "at %s: the row says nothing: %v, the naive: %v", at.Format(time.DateTime), silent, over)
			}
			if over {
				continue
			}
			c.see(state)
			if got, _ := row.At(at); got != state {
				c.differ(key, "at %s: the region's row says %s, the naive %s", at.Format(time.DateTime), got, state)
			}
			q.ask(row, at, state)
		}
	}
	c.questions = append(c.questions, q)
}
