package verify

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/site"
)

// What was published and is gone was often given another name. It is known by its
// facts, and then the message says which line keeps its addresses.

var oldestFirst = message.Join(message.Say("write the former names with the oldest first; a name that it never had is taken away"), unrecorded)

func milestoneOf(n *site.Notice, id string) *site.Milestone {
	i := slices.IndexFunc(n.Milestones, func(m *site.Milestone) bool { return m.Is(id) })
	if i < 0 {
		return nil
	}
	return n.Milestones[i]
}

// formerLine is the line that keeps the addresses of what was renamed; had are the
// names that it names already.
func formerLine(had []string, name string) string {
	var names []string
	for _, n := range append(slices.Clone(had), name) {
		names = append(names, fmt.Sprintf("%q", n))
	}
	return "former = [" + strings.Join(names, ", ") + "]"
}

// under are the former names that lie in a folder, and the others whole, as an author
// writes them.
func under(dir string, former []string) []string {
	var names []string
	for _, old := range former {
		if path.Dir(old) == dir {
			names = append(names, path.Base(old))
		}
	}
	return names
}

// nameIn is an id as an author writes it in a file of a folder.
func nameIn(dir, id string) string {
	if path.Dir(id) == dir {
		return path.Base(id)
	}
	return id
}

// regionNow begins the hint for a region that is gone with what it seems to be called
// now, nothing where nothing is like it.
func (m *Memory) regionNow(s *site.Site, id string) message.Text {
	published, err := manifest.ReadBounded(m.tree, id+"/"+factsName)
	if err != nil {
		return message.Text{}
	}
	was, err := factsOf(published, id)
	if err != nil || was == nil {
		return message.Text{}
	}
	for _, r := range s.Regions {
		if m.manifest.Files.Has(r.ID + "/" + factsName) {
			continue
		}
		code := was.Facts.word("code")
		same := code != "" && code == r.Code || code == "" && was.Name == r.Name
		for i := range was.Notices {
			same = same || slices.ContainsFunc(r.Notices, func(n *site.Notice) bool { return likeness(n, &was.Notices[i]) > 1 })
		}
		if same {
			dir := path.Dir(r.ID)
			return message.Say("if it is %s now, write %s in %s; else ", r.ID, formerLine(under(dir, r.Former), nameIn(dir, id)), r.At.File)
		}
	}
	return message.Text{}
}

// noticeNow is regionNow for a notice.
func (l *recollection) noticeNow(was *publishedNotice) message.Text {
	var now *site.Notice
	most := 0
	for _, r := range l.site.Regions {
		for _, n := range r.Notices {
			if l.memory.manifest.Named(n.ID) != nil {
				continue
			}
			like := likeness(n, was) * 2
			if like > 0 && path.Dir(was.ID) == r.ID {
				like++
			}
			if like > most {
				now, most = n, like
			}
		}
	}
	if now == nil {
		return message.Text{}
	}
	return message.Say("if it is %s now, write %s in %s; else ", now.ID, formerLine(under(now.Region.ID, now.Former), nameIn(now.Region.ID, was.ID)), now.At.File)
}

// likeness counts the facts that a notice shares with a published one.
func likeness(n *site.Notice, was *publishedNotice) int {
	like := 0
	if n.Title == was.Title && n.Issued.String() == was.Facts.word("issued") {
		like++
	}
	for i := range was.Milestones {
		if m := n.Milestone(was.Milestones[i].ID); m != nil && alike(m, &was.Milestones[i]) {
			like++
		}
	}
	return like
}

// alike reports whether a milestone is what a published one was, whatever its id.
func alike(m *site.Milestone, was *publishedMilestone) bool {
	var services []string
	for _, s := range m.Services {
		services = append(services, s.ID)
	}
	at := strings.Trim(was.at(), `"`)
	return string(m.Kind) == was.Facts.word("kind") && at == m.Moment.Datetime() && strings.Join(services, ", ") == was.Facts.word("services")
}

// milestoneNow is regionNow for a milestone.
func milestoneNow(n *site.Notice, old *publishedNotice, was *publishedMilestone) message.Text {
	for _, m := range n.Milestones {
		known := slices.ContainsFunc(old.Milestones, func(o publishedMilestone) bool { return m.Is(o.ID) })
		if !known && alike(m, was) {
			return message.Say("if it is %s now, write %s in [milestone.%s]; else ", m.ID, formerLine(m.Former, was.ID), m.ID)
		}
	}
	return message.Text{}
}
