package publish

import (
	"slices"
	"strings"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Describe begins the manifest of a plan: everything but the files. The program
// is named with its version.
func Describe(p *plan.Plan, program string) Manifest {
	m := Manifest{Program: program, Site: p.Site.Name, BaseURL: p.Site.BaseURL}
	planned := map[*site.Notice]bool{}
	for _, o := range p.Outputs {
		if o.Notice != nil && !planned[o.Notice] {
			planned[o.Notice] = true
			m.Notices = append(m.Notices, describe(o.Notice))
		}
	}
	slices.SortFunc(m.Notices, func(a, b Notice) int { return strings.Compare(a.ID, b.ID) })
	return m
}

// describe lists the sheets of every revision: an old sheet is still to be told
// from a forged one.
func describe(n *site.Notice) Notice {
	latest := n.Latest()
	d := Notice{ID: n.ID, Title: n.Title, Region: n.Region.Name, Revision: latest.Number, On: latest.On.String()}
	for revision := latest.Number; revision > 0; revision-- {
		d.Sheets = append(d.Sheets, Sheet{n.CodeAt(nil, revision), revision, plan.NoticeDir(n)})
		for _, a := range n.Editions {
			d.Sheets = append(d.Sheets, Sheet{n.CodeAt(a, revision), revision, plan.EditionDir(n, a)})
		}
		for _, m := range n.Milestones {
			d.Sheets = append(d.Sheets, Sheet{m.CodeAt(revision), revision, plan.MilestoneDir(m)})
		}
	}
	return d
}
