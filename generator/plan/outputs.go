package plan

import "iter"

// Len is how many outputs there are.
func (p *Plan) Len() int { return len(p.listed) }

// Output returns the output of a number, from 0 on, in path order within each owner.
func (p *Plan) Output(i int) Output {
	s := p.listed[i]
	return p.output(p.parts[s.part], s.at)
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

// Any reports whether there is an output of which something is true.
func (p *Plan) Any(is func(Output) bool) bool {
	for _, o := range p.Outputs() {
		if is(o) {
			return true
		}
	}
	return false
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
