package publish

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
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
	Path string `json:"path"`
	Why  string `json:"why"`
}

// Diff compares the facts of two published folders.
func Diff(old, new string) (Difference, error) {
	return comparison{os.DirFS(old), os.DirFS(new)}.whole(old, new)
}

// DiffFS is Diff for folders that need not be on a disk.
func DiffFS(old, new fs.FS) (Difference, error) {
	return comparison{old, new}.whole("the old folder", "the new folder")
}

// whole compares all regions; a folder that cannot be read is told by its name.
func (c comparison) whole(old, new string) (Difference, error) {
	before, err := readFacts(c.old)
	if err != nil {
		return Difference{}, fmt.Errorf("read the facts of %s: %w", old, err)
	}
	after, err := readFacts(c.new)
	if err != nil {
		return Difference{}, fmt.Errorf("read the facts of %s: %w", new, err)
	}
	was, is := before.byID(), after.byID()
	var d Difference
	for _, id := range union(was, is) {
		r, err := c.region(was[id], is[id])
		if err != nil {
			return Difference{}, fmt.Errorf("compare %s: %w", id, err)
		}
		if len(r.Notices)+len(r.Changes) > 0 {
			d.Regions = append(d.Regions, r)
		}
	}
	return d, nil
}

// A comparison holds two folders against each other.
type comparison struct{ old, new fs.FS }

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
		d.TakeDown = c.sheets(c.old, id, "the notice is gone")
		return d, nil
	case before == nil:
		d.Title, d.To = after.Title, after.Revision
		d.Print = c.sheets(c.new, id, "the notice is new")
		return d, nil
	}
	d.Title, d.From, d.To = after.Title, before.Revision, after.Revision
	d.Changes = changes(before.Facts, after.Facts)
	head := before.Facts.changedIn(after.Facts, noticeHead) || was.Facts.changedIn(is.Facts, regionHead)
	c.milestones(&d, before, after, head)
	return d, c.articles(&d)
}

// changes lists the facts that differ, by name.
func changes(before, after facts) []Change {
	var list []Change
	for _, name := range union(before, after) {
		if string(before[name]) != string(after[name]) {
			list = append(list, Change{Fact: name, Old: before.word(name), New: after.word(name)})
		}
	}
	return list
}

// The facts that stand at the head or foot of every sheet.
var (
	noticeHead = []string{"title", "number", "issuers", "issued", "source"}
	regionHead = []string{"name", "issuer", "hotlines"}
)

// moment are the facts that say when; a change of any of them is told once, in
// the words of the schedule.
var moment = []string{"at", "precision", "written", "when", "after", "before", "includes_day", "tbd", "gradual"}

// milestones compares the milestones of a notice. A poster has to be printed
// again when its own facts changed, or a time of its service, whose course it
// shows, or what every sheet of the notice carries at its head.
func (c comparison) milestones(d *NoticeDifference, before, after *publishedNotice, head bool) {
	courses := movedCourses(before, after)
	for i := range after.Milestones {
		m := &after.Milestones[i]
		poster := path.Join(d.ID, m.ID, "poster.pdf")
		was := before.milestone(m.ID)
		if was == nil {
			d.Changes = append(d.Changes, Change{Milestone: m.ID, Label: m.Label, Fact: "milestone", New: m.When})
			d.Print = append(d.Print, Print{poster, "the milestone is new"})
			continue
		}
		list := milestoneChanges(was, m)
		d.Changes = append(d.Changes, list...)
		switch {
		case len(list) > 0 && list[0].Fact == "when":
			d.Print = append(d.Print, Print{poster, "its time changed"})
		case len(list) > 0:
			d.Print = append(d.Print, Print{poster, "its " + list[0].Fact + " changed"})
		case courses[m.course()]:
			d.Print = append(d.Print, Print{poster, "a time of its service changed"})
		case head:
			d.Print = append(d.Print, Print{poster, "its head or foot changed"})
		}
	}
	for _, m := range before.Milestones {
		if after.milestone(m.ID) == nil {
			d.Changes = append(d.Changes, Change{Milestone: m.ID, Label: m.Label, Fact: "milestone", Old: m.When})
			d.TakeDown = append(d.TakeDown, Print{path.Join(d.ID, m.ID, "poster.pdf"), "the milestone is gone"})
		}
	}
}

// movedCourses are the services of which a stop, a stage or a recovery is new,
// gone, or at another time.
func movedCourses(before, after *publishedNotice) map[string]bool {
	moved := map[string]bool{}
	for i := range after.Milestones {
		m := &after.Milestones[i]
		if was := before.milestone(m.ID); was == nil || m.Facts.changedIn(was.Facts, slices.Concat(moment, []string{"status"})) {
			moved[m.course()] = true
		}
	}
	for i := range before.Milestones {
		if m := &before.Milestones[i]; after.milestone(m.ID) == nil {
			moved[m.course()] = true
		}
	}
	delete(moved, "") // what stops or brings back nothing has no course
	return moved
}

func milestoneChanges(was, is *publishedMilestone) []Change {
	var list []Change
	when := false
	for _, change := range changes(was.Facts, is.Facts) {
		if slices.Contains(moment, change.Fact) {
			when = true
			continue
		}
		list = append(list, change)
	}
	if when {
		list = append([]Change{{Fact: "when", Old: was.When, New: is.When}}, list...)
	}
	for i := range list {
		list[i].Milestone, list[i].Label = is.ID, is.Label
	}
	return list
}

// articles compares what the notice and its editions say in full: their sheets
// carry the same text as their pages.
func (c comparison) articles(d *NoticeDifference) error {
	for _, sheet := range c.sheets(c.new, d.ID, "the text changed") {
		if path.Base(sheet.Path) == "poster.pdf" {
			continue
		}
		same, err := sameArticle(c.old, c.new, path.Dir(sheet.Path)+"/index.html")
		if err != nil {
			return err
		}
		if !same {
			d.Print = append(d.Print, sheet)
		}
	}
	return nil
}

// sheets lists the printable files of a notice, in order.
func (c comparison) sheets(tree fs.FS, id, why string) []Print {
	var list []Print
	for _, pattern := range []string{"*.pdf", "*/*.pdf", "for/*/*.pdf"} {
		names, _ := fs.Glob(tree, id+"/"+pattern) // the pattern is well formed: ids have no special characters
		for _, name := range names {
			list = append(list, Print{name, why})
		}
	}
	slices.SortFunc(list, func(a, b Print) int { return strings.Compare(a.Path, b.Path) })
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
