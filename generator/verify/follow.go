package verify

import (
	"encoding/json"
	"path"
	"strings"
)

// follow calls the regions, notices and milestones of an old tree as the new one calls
// them, and remembers where their files are: what has another name is the same fact,
// and its sheets stay on the wall, since their addresses lead on.
func (c *comparison) follow(before, after *publishedSite) {
	c.was = map[string]string{}
	now := map[string]*publishedNotice{}
	regions := after.byID()
	for i := range after.Regions {
		for j := range after.Regions[i].Notices {
			if n := &after.Regions[i].Notices[j]; n.UID != "" {
				now[n.UID] = n
			}
		}
	}
	for i := range before.Regions {
		r := &before.Regions[i]
		for j := range r.Notices {
			n := now[r.Notices[j].UID]
			if n == nil {
				continue
			}
			if dir := path.Dir(n.ID); regions[r.ID] == nil && before.byID()[dir] == nil {
				r.ID = dir
			}
			c.followNotice(&r.Notices[j], n)
		}
	}
}

func (c *comparison) followNotice(was, is *publishedNotice) {
	dir := was.ID
	if was.ID != is.ID {
		c.was[is.ID] = dir
		if rest, ok := strings.CutSuffix(was.URL, was.ID+"/"); ok {
			was.URL = rest + is.ID + "/"
		}
		was.ID = is.ID
	}
	now := map[string]string{}
	for _, m := range is.Milestones {
		now[m.UID] = m.ID
	}
	renamed := map[string]string{}
	for i := range was.Milestones {
		m := &was.Milestones[i]
		if id := now[m.UID]; m.UID != "" && id != "" && id != m.ID {
			c.was[is.ID+"/"+id] = dir + "/" + m.ID
			renamed[m.ID] = id
			m.ID = id
		}
	}
	for _, m := range was.Milestones {
		if id := renamed[m.Facts.word("follows")]; id != "" {
			m.Facts["follows"], _ = json.Marshal(id) // a string cannot fail
		}
	}
}

// oldName is where a file of the new tree was in the old one.
func (c comparison) oldName(name string) string {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if was, moved := c.was[dir]; moved {
			return was + strings.TrimPrefix(name, dir)
		}
	}
	return name
}

// oldSheets lists the printable files that a notice had, by the names that they have.
func (c comparison) oldSheets(id string) []string {
	now := map[string]string{}
	for is, was := range c.was {
		now[was] = is
	}
	names := sheetsOf(c.old, path.Dir(c.oldName(id+"/notice.pdf")))
	for i, name := range names {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if is, moved := now[dir]; moved {
				names[i] = is + strings.TrimPrefix(name, dir)
				break
			}
		}
	}
	return names
}
