package generator

import (
	"fmt"

	"tonggao/generator/message"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// A Shard is one of several parts of a build that are made on machines of their
// own: every Of-th region with all that belongs to it, and the assets that its
// bundles hold. The zero Shard is the whole build.
//
// A shard reads and plans the whole site, so that its pages link to those of
// other shards and its files have the keys of a whole build. Nothing else joins
// them: a whole build takes their files over (see publish.Options.Reuse) and has
// only the site's own outputs left to make. What a shard lacks, or made from
// other files, it makes itself, so the result is the same whatever it was given.
type Shard struct {
	Number int // from 1
	Of     int
}

// ParseShard reads a shard in the form 2/8.
func ParseShard(written string) (Shard, error) {
	var s Shard
	if n, err := fmt.Sscanf(written, "%d/%d", &s.Number, &s.Of); n != 2 || err != nil || s.String() != written || s.Number < 1 || s.Number > s.Of {
		return Shard{}, message.Errorf("a shard is a number and how many there are, such as 1/4 … 4/4; not %q", written)
	}
	return s, nil
}

// String is the form that ParseShard reads.
func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Number, s.Of) }

// of returns what a shard makes of a plan: a plan of the same site.
func (s Shard) of(p *plan.Plan) *plan.Plan {
	if s.Of < 2 {
		return p
	}
	mine := map[*site.Region]bool{}
	for i, r := range p.Site.Regions {
		mine[r] = i%s.Of == s.Number-1
	}
	return p.Some(func(o plan.Output) bool { return o.Kind == plan.Asset || o.Region != nil && mine[o.Region] })
}
