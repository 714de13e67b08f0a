package advice

import (
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A sighting is a milestone's time as the first region of a family gives it. A
// family is the regions that issue one cascading notice.
type sighting struct {
	moment site.Moment
	kind   site.Kind
	at     problem.Position
	region string
	why    bool
}

// family holds the first sighting of each milestone by family and id.
type family map[string]sighting

// lintFamily reports a milestone that two regions give different times, neither
// saying why. One that the notice above has is held against that (checkParent).
func (b *brief) lintFamily(seen family, root string) {
	for _, m := range b.notice.Milestones {
		if b.above != nil && b.above.Notice.Milestone(m.ID) != nil || m.Withdrawn {
			continue
		}
		n := b.node(m)
		here := sighting{m.Moment, m.Kind, n.ValueAt("at"), b.notice.Region.Name, n.Get("why") != nil}
		first, known := seen[root+"#"+m.ID]
		switch {
		case !known:
			seen[root+"#"+m.ID] = here
		case first.why || here.why || first.kind != here.kind || first.at == here.at:
		case first.moment.Same(here.moment) && first.moment.Pending == here.moment.Pending:
		default:
			b.problems.Warn(here.at, `correct one of the two; if both are right, add why = "…"`, "%s is at %s here, but at %s in %s (%s)",
				m.ID, here.moment, first.moment, first.region, first.at)
		}
	}
}
