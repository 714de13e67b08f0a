package verify

import (
	"cmp"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/prints"
)

// A Difference is what changed between two published folders: facts, not bytes.
// Its regions are in order of their ids; those without a change are left out.
type Difference struct {
	Regions []RegionDifference `json:"regions"`
}

// A RegionDifference is what changed in one region.
type RegionDifference struct {
	ID      string             `json:"id"`
	Name    string             `json:"name"`
	Changes []Change           `json:"changes"` // of the region itself: contacts, issuer
	Notices []NoticeDifference `json:"notices"`
}

// A NoticeDifference is what changed in a notice, and what that means for the
// sheets on the wall.
type NoticeDifference struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	From     int      `json:"from"` // its revision before; 0 when it is new
	To       int      `json:"to"`   // its revision now; 0 when it is gone
	Changes  []Change `json:"changes"`
	Print    []Print  `json:"print"`     // to be printed, anew or again
	TakeDown []Print  `json:"take_down"` // to be taken off the wall
}

// A Change is one fact that is not what it was. An empty Old or New stands for a
// fact that was not there, or is there no more.
type Change struct {
	Milestone string `json:"milestone,omitempty"` // empty for a fact of the notice
	Label     string `json:"label,omitempty"`     // of the milestone
	Fact      string `json:"fact"`                // a field of notices.json; when for its moment
	Old       string `json:"old"`
	New       string `json:"new"`
}

// A Print is a sheet, by its path in the published folder.
type Print struct {
	Path string       `json:"path"`
	Why  message.Text `json:"why"`
}

// Marks reports whether a sheet of the notice says what it said, under another revision or
// code; where more than milestones changed, such as the title, none does.
func (n NoticeDifference) Marks(p Print) bool {
	if slices.ContainsFunc(n.Changes, func(c Change) bool { return c.Milestone == "" }) {
		return false
	}
	return says(p.Path) == prints.Facts && (p.Why.Form == newRevision || p.Why.Form == newCode)
}

// Diff compares the facts of two published folders.
func Diff(old, new string) (Difference, error) {
	return comparison{old: os.DirFS(old), new: os.DirFS(new)}.whole(old, new)
}

// DiffFS is Diff for folders that need not be on a disk; without an old one all is new.
func DiffFS(old, new fs.FS) (Difference, error) {
	return comparison{old: old, new: new}.whole("the old folder", "the new folder")
}

// whole compares all regions; a folder that cannot be read is told by its name.
func (c comparison) whole(old, new string) (Difference, error) {
	before, err := readFacts(c.old)
	if err != nil {
		return Difference{}, message.Errorf("read the facts of %s: %w", old, err)
	}
	after, err := readFacts(c.new)
	if err != nil {
		return Difference{}, message.Errorf("read the facts of %s: %w", new, err)
	}
	c.follow(&before, &after)
	was, is := before.byID(), after.byID()
	var d Difference
	for _, id := range union(was, is) {
		r, err := c.region(was[id], is[id])
		if err != nil {
			return Difference{}, message.Errorf("compare %s: %w", id, err)
		}
		if len(r.Notices)+len(r.Changes) > 0 {
			d.Regions = append(d.Regions, r)
		}
	}
	return d, nil
}

// A comparison holds two folders against each other.
type comparison struct {
	old, new fs.FS
	was      map[string]string // the folders that notices and milestones had, by those that they have
}

func (c comparison) region(was, is *publishedRegion) (RegionDifference, error) {
	named := cmp.Or(is, was)
	d := RegionDifference{ID: named.ID, Name: named.Name}
	if was != nil && is != nil {
		d.Changes = changes(was.Facts, is.Facts)
	}
	var ids []string
	for _, r := range []*publishedRegion{is, was} {
		if r == nil {
			continue
		}
		for _, n := range r.Notices {
			if !slices.Contains(ids, n.ID) {
				ids = append(ids, n.ID)
			}
		}
	}
	for _, id := range ids {
		n, err := c.notice(was, is, id)
		if err != nil {
			return d, err
		}
		if len(n.Changes)+len(n.Print)+len(n.TakeDown) > 0 || n.From != n.To {
			d.Notices = append(d.Notices, n)
		}
	}
	return d, nil
}

func (c comparison) notice(was, is *publishedRegion, id string) (NoticeDifference, error) {
	before, after := was.notice(id), is.notice(id)
	d := NoticeDifference{ID: id}
	switch {
	case after == nil:
		d.Title, d.From = before.Title, before.Revision
		d.TakeDown = sheets(c.old, id, "the notice is gone")
		return d, nil
	case before == nil:
		d.Title, d.To = after.Title, after.Revision
		d.Print = sheets(c.new, id, "the notice is new")
		return d, nil
	}
	d.Title, d.From, d.To = after.Title, before.Revision, after.Revision
	d.Changes = changes(before.Facts, after.Facts)
	r := reprint{comparison: c, notice: &d, before: before, after: after}
	switch {
	case d.From != d.To:
		r.every, r.texts = newRevision, true
	case before.URL != after.URL:
		r.every, r.texts = "the address on it changed", true
	case before.Facts.changedIn(after.Facts, noticeHead) || was.Facts.changedIn(is.Facts, regionHead):
		r.every = "its head or foot changed"
	}
	return d, r.sheets()
}

// changes lists the facts that differ, by name. Of what has ids of its own, such as
// contacts, it lists the facts of each.
func changes(before, after facts) []Change {
	var list []Change
	for _, name := range union(before, after) {
		if string(before[name]) == string(after[name]) {
			continue
		}
		was, is := before.listed(name), after.listed(name)
		if was == nil && is == nil {
			list = append(list, Change{Fact: name, Old: before.word(name), New: after.word(name)})
			continue
		}
		for _, id := range union(was, is) {
			inner := []Change{{Old: was[id].words(), New: is[id].words()}}
			if was[id] != nil && is[id] != nil {
				inner = changes(was[id], is[id])
			}
			for _, c := range inner {
				c.Fact = strings.TrimSpace(name + " " + id + " " + c.Fact)
				list = append(list, c)
			}
		}
	}
	return list
}

// sheets are all that can be printed of a notice, for one reason.
func sheets(tree fs.FS, id, why string) []Print {
	var list []Print
	for _, name := range sheetsOf(tree, id) {
		list = append(list, Print{name, message.Say(why)})
	}
	return list
}

// union returns the keys of two maps, sorted.
func union[V any](a, b map[string]V) []string {
	all := maps.Clone(a)
	if all == nil {
		all = map[string]V{}
	}
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}
