// Package describe says what a published folder tells of its notices in a manifest: their
// sheets with the codes by which paper is checked, and the addresses of their sections.
//
// Begin reading at Plan.
package describe

import (
	"slices"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/outline"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Plan begins the manifest of a plan: everything but the files. The program
// is named with its version. What somebody knows of the notice of an output stands as it
// is: to sum up a notice for its codes takes longer than all else here.
func Plan(p *plan.Plan, program string, known func(o plan.Output) *manifest.Notice) manifest.Manifest {
	m := manifest.Manifest{Program: program, Site: p.Site.Name, BaseURL: p.Site.BaseURL}
	planned := map[*site.Notice]bool{}
	for _, o := range p.Outputs() {
		if o.Notice != nil && !planned[o.Notice] {
			planned[o.Notice] = true
			m.Notices = append(m.Notices, describedAs(o, known))
		}
	}
	slices.SortFunc(m.Notices, func(a, b manifest.Notice) int { return strings.Compare(a.ID, b.ID) })
	return m
}

func describedAs(o plan.Output, known func(o plan.Output) *manifest.Notice) manifest.Notice {
	if known != nil {
		if was := known(o); was != nil {
			return *was
		}
	}
	return Notice(o.Notice)
}

// Notice lists the sheets of the newest revision, and the sections.
func Notice(n *site.Notice) manifest.Notice {
	latest := n.Latest()
	d := manifest.Notice{ID: n.ID, Title: n.Title, Region: n.Region.Name, Revision: latest.Number, On: latest.On.String(), Former: n.Former}
	add := func(code, folder string) {
		d.Sheets = append(d.Sheets, manifest.Sheet{Code: code, Revision: latest.Number, Folder: folder})
	}
	add(n.ShortCode(nil), plan.NoticeDir(n))
	for _, a := range n.Editions {
		add(n.ShortCode(a), plan.EditionDir(n, a))
	}
	if c := n.Change(); c != nil {
		add(c.ShortCode(n), plan.ChangeDir(n))
	}
	for _, m := range n.Milestones {
		add(m.ShortCode(), plan.MilestoneDir(m))
	}
	for _, h := range outline.Of(n, nil) {
		for _, address := range h.Addresses {
			d.Sections = append(d.Sections, manifest.Section{ID: address, Title: h.Title()})
		}
	}
	return d
}
