package plan

import (
	"fmt"

	"tonggao/generator/problem"
)

// At returns the output of a path, and false where there is none.
func (p *Plan) At(path string) (Output, bool) {
	i, planned := p.places[path]
	if !planned {
		return Output{}, false
	}
	return p.Outputs[i], true
}

// clashes reports every path that two outputs would share, and keeps where all stand.
func (p *Plan) clashes() problem.List {
	var problems problem.List
	p.places = make(map[string]int, len(p.Outputs))
	for i := range p.Outputs {
		o := &p.Outputs[i]
		if first, taken := p.places[o.Path]; taken {
			problems.Add(o.at(), "rename one of the two folders or milestones",
				"output/%s would be both the %s and the %s", o.Path, p.Outputs[first].name(), o.name())
			continue
		}
		p.places[o.Path] = i
	}
	return problems
}

func (o Output) at() problem.Position {
	switch {
	case o.Milestone != nil:
		return o.Milestone.At
	case o.Notice != nil:
		return o.Notice.At
	case o.Region != nil:
		return o.Region.At
	}
	return problem.Position{File: "regions/site.toml"}
}

func (o Output) name() string {
	switch {
	case o.Milestone != nil:
		return fmt.Sprintf("%s of %s#%s", o.what(), o.Notice.ID, o.Milestone.ID)
	case o.Notice != nil:
		return fmt.Sprintf("%s of %s", o.what(), o.Notice.ID)
	case o.Region != nil:
		return fmt.Sprintf("%s of %s", o.what(), o.Region.ID)
	}
	return o.what()
}
