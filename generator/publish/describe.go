package publish

import (
	"slices"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/outline"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Describe begins the manifest of a plan: everything but the files. The program
// is named with its version. What somebody knows of the notice of an output stands as it
// is: to sum up a notice for its codes takes longer than all else here.
func Describe(p *plan.Plan, program string, known func(o plan.Output) *manifest.Notice) manifest.Manifest {
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
	return describe(o.Notice)
}

// Described is what the manifest of the published folder tells of a notice, where it would
// tell the same again: an output of the notice has its key there, and the manifest is the one
// that a build left.
func (s *Stage) Described(o plan.Output, key string) *manifest.Notice {
	if _, is := s.sources[0].keyed(o.Path, key); !is || s.sealed.manifest == "" {
		return nil
	}
	old := &s.sources[0].manifest
	i, found := slices.BinarySearchFunc(old.Notices, o.Notice.ID, func(n manifest.Notice, id string) int { return strings.Compare(n.ID, id) })
	if !found || old.Notices[i].Gone {
		return nil
	}
	return &old.Notices[i]
}

// describe lists the sheets of the newest revision.
func describe(n *site.Notice) manifest.Notice {
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
