package verify

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/prints"
)

// The facts that stand at the head or foot of every sheet.
var (
	noticeHead = []string{"title", "number", "issuers", "issued", "source"}
	regionHead = []string{"name", "issuer", "hotlines"}
)

// says tells what a sheet says: its page's text, where it is none that this program knows.
func says(sheet string) prints.Content {
	if s := prints.At(sheet); s != nil {
		return s.Says
	}
	return prints.Text
}

// onWall reports whether a sheet is one of a milestone that hang on a wall or a door: they
// say its facts, and are printed again together.
func onWall(sheet string) bool { return says(sheet) == prints.Facts }

// moment are the facts that say when; a change of any of them is told once, in
// the words of the schedule.
var moment = []string{"at", "precision", "written", "when", "after", "before", "until", "expected", "includes_day", "tbd", "gradual"}

// A reprint finds the sheets of a notice that what is on the wall no longer agrees
// with. Every sheet carries its revision, the code made of it and its page's address,
// so a new revision or address has all of them printed again, whatever else changed.
type reprint struct {
	comparison
	notice        *NoticeDifference
	before, after *publishedNotice
	every         string // why all sheets are to be printed; "" when they are not
	texts         bool   // also those that say the same as their pages did
}

func (r reprint) print(path, why string, values ...any) {
	r.notice.Print = append(r.notice.Print, Print{path, message.Say(why, values...)})
}

func (r reprint) takeDown(path, why string) {
	r.notice.TakeDown = append(r.notice.TakeDown, Print{path, message.Say(why)})
}

// sheets compares posters, then the sheets of the whole notice.
func (r reprint) sheets() error {
	if err := r.posters(); err != nil {
		return err
	}
	return r.articles()
}

// posters compares the milestones. A poster has to be printed again when its own
// facts changed, or a time of its service, whose course it shows, or the names of
// those whom it concerns, or what every sheet carries.
func (r reprint) posters() error {
	courses := movedCourses(r.before, r.after)
	for i := range r.after.Milestones {
		m := &r.after.Milestones[i]
		poster := path.Join(r.notice.ID, m.ID, "poster.pdf")
		was := r.before.milestone(m.ID)
		if was == nil {
			r.notice.Changes = append(r.notice.Changes, Change{Milestone: m.ID, Label: m.Label, Fact: "milestone", New: m.When})
			r.hang(poster, "the milestone is new")
			continue
		}
		list := milestoneChanges(was, m)
		r.notice.Changes = append(r.notice.Changes, list...)
		same, err := r.sameWords(path.Dir(poster)+"/index.html", "about")
		switch {
		case err != nil:
			return err
		case len(list) > 0 && list[0].Fact == "when":
			r.hang(poster, "its time changed")
		case len(list) > 0:
			r.hang(poster, "its %s changed", fact(list[0].Fact))
		case was.formerly() != m.formerly():
			r.hang(poster, "its former time changed")
		case because(courses, m) != "":
			r.hang(poster, because(courses, m))
		case r.every != "":
			r.hang(poster, r.every)
		case !same:
			r.hang(poster, "a name on it changed")
		case differ(was.Code, m.Code):
			r.hang(poster, newCode)
		}
	}
	for _, m := range r.before.Milestones {
		if r.after.milestone(m.ID) == nil {
			r.notice.Changes = append(r.notice.Changes, Change{Milestone: m.ID, Label: m.Label, Fact: "milestone", Old: m.When})
			poster := path.Join(r.notice.ID, m.ID, "poster.pdf")
			r.takeDown(r.oldName(poster), "the milestone is gone")
			for _, sheet := range r.beside(poster, r.oldSheets(r.notice.ID)) {
				r.takeDown(r.oldName(sheet), "the milestone is gone")
			}
		}
	}
	return nil
}

// hang has a poster printed, and with it what hangs beside it.
func (r reprint) hang(poster, why string, values ...any) {
	r.print(poster, why, values...)
	for _, sheet := range r.beside(poster, sheetsOf(r.new, r.notice.ID)) {
		r.print(sheet, why, values...)
	}
}

// beside are those of some sheets that say what a poster says.
func (r reprint) beside(poster string, sheets []string) []string {
	return slices.DeleteFunc(slices.Clone(sheets), func(s string) bool { return s == poster || path.Dir(s) != path.Dir(poster) || !onWall(s) })
}

// movedCourses are the services of which a stop, a stage or a recovery is new,
// gone, at another time, or named otherwise, with the words for that.
func movedCourses(before, after *publishedNotice) map[string]string {
	const moved, named = "a time of its service changed", "a name in the course of its service changed"
	courses := map[string]string{}
	mark := func(m *publishedMilestone, why string) {
		for _, service := range m.courses() {
			if courses[service] != moved {
				courses[service] = why
			}
		}
	}
	for i := range after.Milestones {
		m := &after.Milestones[i]
		was := before.milestone(m.ID)
		switch {
		case was == nil, m.Facts.changedIn(was.Facts, moment), m.Facts.changedIn(was.Facts, []string{"status", "services"}):
			mark(m, moved)
		case m.Facts.changedIn(was.Facts, []string{"label"}):
			mark(m, named)
		}
	}
	for i := range before.Milestones {
		if m := &before.Milestones[i]; after.milestone(m.ID) == nil {
			mark(m, moved)
		}
	}
	return courses
}

// because is why the course of one of a milestone's services changed, "" when none
// did.
func because(courses map[string]string, m *publishedMilestone) string {
	for _, service := range m.courses() {
		if why := courses[service]; why != "" {
			return why
		}
	}
	return ""
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

// articles compares the sheets that are no posters.
func (r reprint) articles() error {
	digest := r.digest()
	old, now := r.oldSheets(r.notice.ID), sheetsOf(r.new, r.notice.ID)
	for _, sheet := range now {
		why, err := "the sheet is new", error(nil)
		switch {
		case path.Base(sheet) == "poster.pdf", told(r.notice.Print, sheet):
			continue
		case onWall(sheet) && (len(old) == 0 || slices.Contains(old, sheet)):
			continue
		case len(old) == 0 || slices.Contains(old, sheet):
			why, err = r.article(sheet, digest)
		}
		if err != nil {
			return err
		}
		if why != "" {
			r.print(sheet, why)
		}
	}
	for _, sheet := range old {
		if !told(r.notice.TakeDown, r.oldName(sheet)) && path.Base(sheet) != "poster.pdf" && len(now) > 0 && !slices.Contains(now, sheet) {
			r.takeDown(r.oldName(sheet), "the sheet is gone")
		}
	}
	return nil
}

// told reports whether a sheet is among those that are named already.
func told(list []Print, sheet string) bool {
	return slices.ContainsFunc(list, func(p Print) bool { return p.Path == sheet })
}

// digest tells why a sheet such as the summary is to be printed again, which has no text of
// its own but the facts of every poster; "" when it is not. It is asked after the posters.
func (r reprint) digest() string {
	const posters = "a poster changed"
	news := func(p Print) bool { return p.Why.Form != r.every && p.Why.Form != newCode }
	switch {
	case len(r.notice.TakeDown) > 0, slices.ContainsFunc(r.notice.Print, news):
		return posters
	case r.every != "":
		return r.every
	case differ(r.before.Code, r.after.Code):
		return newCode
	case len(r.notice.Print) > 0:
		return posters
	}
	return ""
}

// article tells why a sheet is to be printed again, "" when it is not. A notice and
// its editions carry the same text as their pages, with all that stands at their
// heads.
func (r reprint) article(sheet, digest string) (string, error) {
	if says(sheet) == prints.Digest {
		return digest, nil
	}
	same, err := r.sameWords(path.Dir(sheet)+"/index.html", "prose")
	switch {
	case err != nil:
		return "", err
	case !same:
		return "the text changed", nil
	case r.texts:
		return r.every, nil
	case differ(r.before.Code, r.after.Code):
		return newCode, nil
	}
	return "", nil
}

// newCode and newRevision are why a sheet is printed again that may say what it said: its
// code names the facts of the whole notice, and of the old one verify says that it was
// replaced.
const newCode, newRevision = "its code changed", "its revision and code changed"

// differ compares the codes of two sheets; a tree of an early program has none.
func differ(old, new string) bool { return old != "" && new != "" && old != new }

// sheetsOf lists the printable files of a notice, in order.
func sheetsOf(tree fs.FS, id string) []string {
	folder, err := fs.Sub(tree, id)
	if err != nil || id == "." {
		return nil // no folder of a notice has such a name
	}
	var list []string
	for _, pattern := range []string{"*.pdf", "*/*.pdf", "for/*/*.pdf"} {
		names, _ := fs.Glob(folder, pattern) // the pattern is well formed
		for _, name := range names {
			list = append(list, path.Join(id, name))
		}
	}
	slices.SortFunc(list, strings.Compare)
	return list
}
