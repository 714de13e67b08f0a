package plan

import (
	"iter"

	"tonggao/generator/site"
)

// Len is how many outputs there are.
func (p *Plan) Len() int { return len(p.listed) }

// Output returns the output of a number, from 0 on, in path order within each owner.
func (p *Plan) Output(i int) Output {
	s := p.listed[i]
	return p.output(p.parts[s.part], s.at)
}

// Services are those that an output is about: a milestone's, a notice's, or all that a
// region or the site has.
func (o Output) Services(s *site.Site) []*site.Service {
	switch {
	case o.Milestone != nil:
		return o.Milestone.Services
	case o.Notice != nil:
		return o.Notice.Services
	case o.Region != nil:
		return o.Region.Vocabulary.Services
	}
	return s.Vocabulary.Services
}

// Path is that of the output of a number.
func (p *Plan) Path(i int) string {
	s := p.listed[i]
	return p.parts[s.part].kept.path(s.at)
}

// Outputs are all outputs, with their numbers.
func (p *Plan) Outputs() iter.Seq2[int, Output] {
	return func(yield func(int, Output) bool) {
		for i := range p.listed {
			if !yield(i, p.Output(i)) {
				return
			}
		}
	}
}

// Numbers are those of the outputs whose format and kind are wanted. Of a country's hundreds
// of thousands most are passed over, and none is made for that.
func (p *Plan) Numbers(wanted func(Format, Kind) bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range p.listed {
			x := p.recordAt(p.listed[i])
			if wanted(x.format(), Kinds[x.kind]) && !yield(i) {
				return
			}
		}
	}
}

// Bundled reports whether the output of a number may be among what a bundle is packed of.
func (p *Plan) Bundled(i int) bool {
	x := p.recordAt(p.listed[i])
	return x.notice > 0 && x.format() != Bundle || Kinds[x.kind] == RegionJSON || Kinds[x.kind] == Asset
}

// Any reports whether the format and kind of an output are wanted.
func (p *Plan) Any(wanted func(Format, Kind) bool) bool {
	for range p.Numbers(wanted) {
		return true
	}
	return false
}

// Paths are those of all outputs.
func (p *Plan) Paths() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range p.listed {
			if !yield(p.Path(i)) {
				return
			}
		}
	}
}

// Regions are those that have outputs.
func (p *Plan) Regions() map[*site.Region]bool {
	have := map[*site.Region]bool{}
	last := int32(-1)
	for _, s := range p.listed {
		if r := p.parts[s.part].kept.region; s.part != last && r != nil {
			have[r] = true
		}
		last = s.part
	}
	return have
}

// Some is a plan of the same site with some of the outputs.
func (p *Plan) Some(which func(Output) bool) *Plan {
	some := *p
	some.listed = nil
	for i, o := range p.Outputs() {
		if which(o) {
			some.listed = append(some.listed, p.listed[i])
		}
	}
	return &some
}
