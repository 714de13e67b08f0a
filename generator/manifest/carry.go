package manifest

import (
	"cmp"
	"slices"
	"strings"
)

// Carry adds the codes that were published before and are no sheet's any more: who
// holds such a sheet is told that it was replaced, and by what. A code says what is
// on a sheet, so an old one cannot be made again, only kept. That somebody else
// wrote the earlier manifest does no harm: a kept code never stands for a valid sheet.
func (m Manifest) Carry(before Manifest) Manifest {
	m.Notices = slices.Clone(m.Notices)
	named := make(map[string]int, len(m.Notices)) // a country has thousands
	for i, n := range slices.Backward(m.Notices) {
		named[n.ID] = i
	}
	for _, old := range before.Notices {
		i, known := named[old.ID]
		if !known {
			i = m.formerly(old.ID)
		}
		if i < 0 {
			old.Gone = true
			i, named[old.ID] = len(m.Notices), len(m.Notices)
			m.Notices = append(m.Notices, old)
		}
		now := &m.Notices[i]
		if !now.Gone && now.ID == old.ID && slices.Equal(now.Sheets, old.Sheets) {
			continue // most notices of a country
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
