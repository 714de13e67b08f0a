package publish

import (
	"cmp"
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

// describe lists the sheets of the newest revision.
func describe(n *site.Notice) Notice {
	latest := n.Latest()
	d := Notice{ID: n.ID, Title: n.Title, Region: n.Region.Name, Revision: latest.Number, On: latest.On.String(), Former: n.Former}
	add := func(code, folder string) {
		d.Sheets = append(d.Sheets, Sheet{Code: code, Revision: latest.Number, Folder: folder})
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
	for _, h := range n.Outline(nil) {
		for _, address := range h.Addresses {
			d.Sections = append(d.Sections, Section{address, h.Title()})
		}
	}
	return d
}

// Carry adds the codes that were published before and are no sheet's any more: who
// holds such a sheet is told that it was replaced, and by what. A code says what is
// on a sheet, so an old one cannot be made again, only kept. That somebody else
// wrote the earlier manifest does no harm: a kept code never stands for a valid sheet.
func (m Manifest) Carry(before *Memory) Manifest {
	if before == nil {
		return m
	}
	m.Notices = slices.Clone(m.Notices)
	for _, old := range before.manifest.Notices {
		now := m.called(old.ID)
		if now == nil {
			old.Gone = true
			m.Notices = append(m.Notices, old)
			now = &m.Notices[len(m.Notices)-1]
		}
		now.Sheets = now.keep(old.under(now.ID))
	}
	slices.SortFunc(m.Notices, func(a, b Notice) int { return strings.Compare(a.ID, b.ID) })
	return m
}

// under are the notice's sheets with their folders below another id of it.
func (n Notice) under(id string) []Sheet {
	sheets := slices.Clone(n.Sheets)
	for i := range sheets {
		if rest, ok := strings.CutPrefix(sheets[i].Folder, n.ID+"/"); ok {
			sheets[i].Folder = id + "/" + rest
		}
	}
	return sheets
}

// keep returns the sheets of a notice with those that were, newest first. A page
// that is gone is told by the notice's.
func (n Notice) keep(old []Sheet) []Sheet {
	sheets := slices.Clip(n.Sheets)
	var former []Sheet
	for _, s := range old {
		if !n.Gone && slices.ContainsFunc(n.Sheets, func(o Sheet) bool { return o.Code == s.Code }) {
			continue
		}
		if !n.Gone && !slices.ContainsFunc(n.Sheets, func(o Sheet) bool { return o.Folder == s.Folder }) {
			s.Folder = n.ID + "/"
		}
		s.Former = true
		former = append(former, s)
	}
	slices.SortFunc(former, func(a, b Sheet) int {
		return cmp.Or(cmp.Compare(b.Revision, a.Revision), strings.Compare(a.Folder, b.Folder), strings.Compare(a.Code, b.Code))
	})
	if n.Gone {
		return former
	}
	return append(sheets, former...)
}
