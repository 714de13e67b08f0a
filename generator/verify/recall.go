package verify

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Memory is what a folder says was published: a new build is held against it,
// since what people have read, printed and subscribed to changes by a move or a
// revision and in no other way. It reads the facts of one region at a time.
type Memory struct {
	tree     fs.FS
	dir      string
	manifest manifest.Manifest
	same     bool // made by the same program, so that words which it makes can be compared
}

// Remember opens a published folder; nil where nothing of ours is published.
func Remember(dir, program string) (*Memory, error) {
	m, err := manifest.Load(dir, "")
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, manifest.ErrForged) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return MemoryOf(dir, m, program), nil
}

// MemoryOf is Remember where somebody has read the folder's manifest.
func MemoryOf(dir string, m manifest.Manifest, program string) *Memory {
	return &Memory{tree: os.DirFS(dir), dir: dir, manifest: m, same: m.Program == program}
}

// Manifest is that of the folder; an empty one where there is no folder.
func (m *Memory) Manifest() manifest.Manifest {
	if m == nil {
		return manifest.Manifest{}
	}
	return m.manifest
}

// Region holds the facts of a region of a site, as they would be published, against
// those that are. What differs without a record bars the publication.
func (m *Memory) Region(s *site.Site, r *site.Region, facts []byte) (problem.List, error) {
	if m == nil {
		return nil, nil
	}
	l := recollection{memory: m, site: s}
	for _, id := range placesOf(r) {
		if err := l.region(r, id, facts); err != nil {
			return nil, err
		}
	}
	return l.problems, nil
}

// OnlyAt reports whether facts of a region's notices can have been published in its own
// folder alone. Where those are as they would be published, Region has nothing to say.
func (m *Memory) OnlyAt(r *site.Region) bool { return len(placesOf(r)) == 1 }

// placesOf are the folders in which facts of a region's notices can have been
// published: its own, those that it had, and those that a notice came from.
func placesOf(r *site.Region) []string {
	places := append([]string{r.ID}, r.Former...)
	for _, n := range r.Notices {
		for _, old := range n.Former {
			if dir := path.Dir(old); !slices.Contains(places, dir) {
				places = append(places, dir)
			}
		}
	}
	return places
}

// region holds the facts of a region against those of one folder.
func (l *recollection) region(r *site.Region, id string, facts []byte) error {
	published, err := manifest.ReadBounded(l.memory.tree, id+"/"+factsName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return message.Errorf("read what %s has of %s: %w", l.memory.dir, id, err)
	case bytes.Equal(published, facts):
		return nil
	}
	was, err := factsOf(published, id)
	if err != nil {
		l.problems.Bar(r.At, "fetch the published site again; where there is none: build --unrecorded", "what %s says of %s cannot be read: %v", l.memory.dir, id, err)
		return nil
	}
	is, err := factsOf(facts, r.ID)
	if err != nil || was == nil || is == nil {
		return err
	}
	for i := range was.Notices {
		n := noticeOf(r, was.Notices[i].ID)
		switch {
		case n != nil:
			l.notice(r, &was.Notices[i], is.notice(n.ID))
		case r.Is(id) && !l.elsewhere(was.Notices[i].ID):
			l.notice(r, &was.Notices[i], nil)
		}
	}
	return nil
}

// elsewhere reports whether a notice belongs to some region now.
func (l *recollection) elsewhere(id string) bool {
	return slices.ContainsFunc(l.site.Regions, func(r *site.Region) bool { return noticeOf(r, id) != nil })
}

// factsName is the file that has a region's facts, in its folder.
const factsName = "notices.json"

func factsOf(text []byte, region string) (*publishedRegion, error) {
	var s publishedSite
	if err := json.Unmarshal(text, &s); err != nil {
		return nil, err
	}
	if err := s.unambiguous(); err != nil {
		return nil, err
	}
	return s.byID()[region], nil
}

// A recollection finds what differs from what was published.
type recollection struct {
	memory   *Memory
	site     *site.Site
	problems problem.List
}

var (
	unrecorded = message.Say("; if nobody has it yet: build --unrecorded")
	revise     = message.Say(`add [[revision]] with on = (the day) and what = "…" (what changed)`)
)

func (l *recollection) notice(r *site.Region, was, is *publishedNotice) {
	n := noticeOf(r, was.ID)
	if is == nil || n == nil {
		l.problems.Bar(r.At, message.Join(l.noticeNow(was), message.Say("bring it back and withdraw its facts: tonggao move %s#… --withdraw --why …", was.ID), unrecorded), "the notice %s (%s) was published and is gone", was.ID, was.Title)
		return
	}
	if is.Revision < was.Revision {
		l.problems.Bar(n.At, "a revision that was published stays", "revision %d of %s was published; the newest here is %d", was.Revision, n.Folder, is.Revision)
		return
	}
	if was.UID != "" && was.UID != is.UID {
		l.problems.Bar(n.At, oldestFirst, "feed readers know %s by another name than before", n.Folder)
	}
	later := is.Revision > was.Revision
	if changed := was.Facts.differing(is.Facts, l.ofNotice(n)); len(changed) > 0 && !later {
		l.problems.Bar(n.At, message.Join(revise, unrecorded), "%s of %s: published was %s, now it is %s, and the revision is still %d", message.Names(changed), n.Folder,
			quoted(was.Facts, changed[0]), quoted(is.Facts, changed[0]), was.Revision)
	}
	for i := range was.Milestones {
		l.milestone(n, was, &was.Milestones[i], is, later)
	}
}

func noticeOf(r *site.Region, id string) *site.Notice {
	i := slices.IndexFunc(r.Notices, func(n *site.Notice) bool { return n.Is(id) })
	if i < 0 {
		return nil
	}
	return r.Notices[i]
}

func (l *recollection) milestone(n *site.Notice, old *publishedNotice, was *publishedMilestone, notice *publishedNotice, later bool) {
	m, is := milestoneOf(n, was.ID), (*publishedMilestone)(nil)
	if m != nil {
		is = notice.milestone(m.ID)
	}
	if is == nil {
		l.problems.Bar(n.At, message.Join(milestoneNow(n, old, was), message.Say("bring it back and withdraw it: %s --withdraw --why …", moveOf(n.At, n.ID, was.ID)), unrecorded), "the milestone %s (%s, %s) was published and is gone", was.ID, was.Label, was.When)
		return
	}
	if was.UID != "" && was.UID != is.UID {
		l.problems.Bar(m.At, oldestFirst, "calendars know %s by another name than before: they would show it twice", m.ID)
	}
	command := moveOf(m.At, n.ID, m.ID)
	wasOff, isOff := was.withdrawn(), is.withdrawn()
	switch {
	case wasOff && !isOff:
		l.problems.Bar(m.At, message.Join(message.Say("what takes place after all is a new milestone"), unrecorded), "%s was published as withdrawn, and here it is not", m.ID)
	case !wasOff && isOff && !(later && len(is.Moves) > len(was.Moves)):
		at := m.At
		if m.GoneAt.File != at.File { // there is no such line here
			at, command = m.GoneAt, moveOf(m.GoneAt, n.ID, m.ID)
		}
		l.problems.Bar(at, message.Join(message.Say("take the line away and run: %s --withdraw --why …", command), unrecorded), "%s is withdrawn, but no revision tells of it", m.ID)
	case len(is.Moves) < len(was.Moves):
		l.problems.Bar(m.At, message.Say("a move that was published stays; to go back to an earlier time is a move too: %s TIME --why …", command), "%d moves of %s were published; here are %d", len(was.Moves), m.ID, len(is.Moves))
	case was.at() != is.at() && !was.leadsTo(is):
		l.problems.Bar(m.At, message.Join(message.Say("write the published time again and run: %s %s --why …", command, timeOf(is)), unrecorded), "%s was published as %s, now it is %s, and no move leads there", m.ID, was.When, is.When)
	case was.at() != is.at() && !later:
		l.problems.Bar(m.At, message.Join(revise, unrecorded), "%s was moved from %s to %s, and no revision tells of it", m.ID, was.When, is.When)
	}
	if changed := was.Facts.differing(is.Facts, l.ofMilestone(m)); len(changed) > 0 && !later {
		hint := revise
		if slices.ContainsFunc(changed, func(name string) bool { return slices.Contains(moment, name) }) {
			hint = message.Say("a time is changed by: %s TIME --why …; else %s", command, revise)
		}
		l.problems.Bar(m.At, message.Join(hint, unrecorded), "%s of %s: published was %s, now it is %s, and the revision is still %d", message.Names(changed), m.ID,
			quoted(was.Facts, changed[0]), quoted(is.Facts, changed[0]), n.Latest().Number)
	}
}

// quoted is a fact in quotes as a person reads it.
func quoted(f facts, name string) string { return fmt.Sprintf("%q", f.word(name)) }

// moveOf is the command that moves a milestone, for the notice whose file has it.
func moveOf(at problem.Position, notice, milestone string) string {
	if dir := strings.TrimPrefix(path.Dir(at.File), "regions/"); dir != path.Dir(at.File) {
		notice = dir
	}
	return "tonggao move " + notice + "#" + milestone
}

// differing names the facts that are not the same. What a tree of an earlier
// program lacks is nothing, and so are an empty text and an empty list.
func (f facts) differing(other facts, names []string) []string {
	return slices.DeleteFunc(names, func(name string) bool { return bare(f[name]) == bare(other[name]) })
}

func bare(value json.RawMessage) string {
	switch text := string(value); text {
	case "null", `""`, "false", "[]", "{}":
		return ""
	default:
		return text
	}
}

func (m *publishedMilestone) withdrawn() bool {
	return m.Facts.word("status") == string(site.Cancelled)
}

// at is when the milestone is, "" when that is not known.
func (m *publishedMilestone) at() string { return bare(m.Facts["at"]) }

// leadsTo reports whether a move that is new begins at the published time.
func (m *publishedMilestone) leadsTo(is *publishedMilestone) bool {
	return slices.ContainsFunc(is.Moves, func(mv publishedMove) bool {
		known := slices.ContainsFunc(m.Moves, func(old publishedMove) bool {
			return string(old.From) == string(mv.From) && string(old.To) == string(mv.To) && old.On == mv.On
		})
		return !known && bare(mv.From) == m.at()
	})
}

// timeOf writes a published time as the command line takes it.
func timeOf(m *publishedMilestone) string {
	written := strings.Trim(m.at(), `"`)
	switch {
	case written == "":
		return "tbd"
	case len(written) > len("2006-01-02T15:04"):
		return `"` + strings.Replace(written[:len("2006-01-02T15:04")], "T", " ", 1) + `"`
	}
	return written
}
