package plan

import (
	"fmt"

	"tonggao/generator/problem"
)

// clashes reports every path that two outputs would share.
func (p *Plan) clashes() problem.List {
	var problems problem.List
	owner := make(map[string]int, p.Len())
	for i, o := range p.Outputs() {
		if first, taken := owner[o.Path]; taken {
			problems.Add(o.at(), "rename one of the two folders or milestones",
				"output/%s would be both the %s and the %s", o.Path, p.Output(first).name(), o.name())
			continue
		}
		owner[o.Path] = i
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
