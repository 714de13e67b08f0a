package publish

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Memory is what a folder says was published: a new build is held against it,
// since what people have read, printed and subscribed to changes by a move or a
// revision and in no other way. It reads the facts of one region at a time.
type Memory struct {
	tree     fs.FS
	dir      string
	manifest Manifest
	same     bool // made by the same program, so that words which it makes can be compared
}

// Remember opens a published folder; nil where nothing of ours is published.
func Remember(dir, program string) (*Memory, error) {
	m, err := LoadManifest(dir, "")
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, ErrForged) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &Memory{tree: os.DirFS(dir), dir: dir, manifest: m, same: m.Program == program}, nil
}

// Region holds the facts of a region, as they would be published, against those
// that are. What differs without a record bars the publication.
func (m *Memory) Region(r *site.Region, facts []byte) (problem.List, error) {
	if m == nil {
		return nil, nil
	}
	published, err := readBounded(m.tree, r.ID+"/"+factsName)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read what %s has of %s: %w", m.dir, r.ID, err)
	case bytes.Equal(published, facts):
		return nil, nil
	}
	was, err := factsOf(published, r.ID)
	if err != nil {
		var broken problem.List
		broken.Bar(r.At, "fetch the published site again; where there is none: build --unrecorded", "what %s says of %s cannot be read: %v", m.dir, r.ID, err)
		return broken, nil
	}
	is, err := factsOf(facts, r.ID)
	if err != nil || was == nil || is == nil {
		return nil, err
	}
	l := recollection{memory: m}
	for i := range was.Notices {
		l.notice(r, &was.Notices[i], is.notice(was.Notices[i].ID))
	}
	return l.problems, nil
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

// Gone reports the regions that were published and are known no more. Of a build
// that is held to a region, those elsewhere are none of its business.
func (m *Memory) Gone(s *site.Site, only string) problem.List {
	var gone problem.List
	if m == nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(m.manifest.Files)) {
		id := path.Dir(name)
		if path.Base(name) != factsName || id == "." || s.Region(id) != nil || only != "" && !strings.HasPrefix(id+"/", only+"/") {
			continue
		}
		gone.Bar(problem.Position{File: "regions/" + id}, "bring it back and withdraw what it published; a region that is gone for good: build --unrecorded",
			"the region %s was published and is gone", id)
	}
	return gone
}

// A recollection finds what differs from what was published.
type recollection struct {
	memory   *Memory
	problems problem.List
}

const (
	unrecorded = "; if nobody has it yet: build --unrecorded"
	revise     = `add [[revision]] with on = (the day) and what = "…" (what changed)`
)

func (l *recollection) notice(r *site.Region, was, is *publishedNotice) {
	n := noticeOf(r, was.ID)
	if is == nil || n == nil {
		l.problems.Bar(r.At, "bring it back and withdraw its facts: tonggao move "+was.ID+"#… --withdraw --why …"+unrecorded, "the notice %s (%s) was published and is gone", was.ID, was.Title)
		return
	}
	if is.Revision < was.Revision {
		l.problems.Bar(n.At, "a revision that was published stays", "revision %d of %s was published; the newest here is %d", was.Revision, n.Folder, is.Revision)
		return
	}
	later := is.Revision > was.Revision
	if changed := was.Facts.differing(is.Facts, l.ofNotice(n)); len(changed) > 0 && !later {
		l.problems.Bar(n.At, revise+unrecorded, "%s of %s: published was %s, now it is %s, and the revision is still %d", strings.Join(changed, ", "), n.Folder,
			quoted(was.Facts, changed[0]), quoted(is.Facts, changed[0]), was.Revision)
	}
	for i := range was.Milestones {
		l.milestone(n, &was.Milestones[i], is.milestone(was.Milestones[i].ID), later)
	}
}

func noticeOf(r *site.Region, id string) *site.Notice {
	i := slices.IndexFunc(r.Notices, func(n *site.Notice) bool { return n.ID == id })
	if i < 0 {
		return nil
	}
	return r.Notices[i]
}

func (l *recollection) milestone(n *site.Notice, was, is *publishedMilestone, later bool) {
	m := n.Milestone(was.ID)
	if is == nil || m == nil {
		l.problems.Bar(n.At, "bring it back and withdraw it: "+moveOf(n.At, n.ID, was.ID)+" --withdraw --why …"+unrecorded, "the milestone %s (%s, %s) was published and is gone", was.ID, was.Label, was.When)
		return
	}
	command := moveOf(m.At, n.ID, m.ID)
	wasOff, isOff := was.withdrawn(), is.withdrawn()
	switch {
	case wasOff && !isOff:
		l.problems.Bar(m.At, "what takes place after all is a new milestone"+unrecorded, "%s was published as withdrawn, and here it is not", m.ID)
	case !wasOff && isOff && !(later && len(is.Moves) > len(was.Moves)):
		l.problems.Bar(m.At, "take the line away and run: "+command+" --withdraw --why …"+unrecorded, "%s is withdrawn, but no revision tells of it", m.ID)
	case len(is.Moves) < len(was.Moves):
		l.problems.Bar(m.At, "a move that was published stays; to go back to an earlier time is a move too: "+command+" TIME --why …", "%d moves of %s were published; here are %d", len(was.Moves), m.ID, len(is.Moves))
	case was.at() != is.at() && !was.leadsTo(is):
		l.problems.Bar(m.At, "write the published time again and run: "+command+" "+timeOf(is)+" --why …"+unrecorded, "%s was published as %s, now it is %s, and no move leads there", m.ID, was.When, is.When)
	case was.at() != is.at() && !later:
		l.problems.Bar(m.At, revise+unrecorded, "%s was moved from %s to %s, and no revision tells of it", m.ID, was.When, is.When)
	}
	if changed := was.Facts.differing(is.Facts, l.ofMilestone(m)); len(changed) > 0 && !later {
		hint := revise
		if slices.ContainsFunc(changed, func(name string) bool { return slices.Contains(moment, name) }) {
			hint = "a time is changed by: " + command + " TIME --why …; else " + revise
		}
		l.problems.Bar(m.At, hint+unrecorded, "%s of %s: published was %s, now it is %s, and the revision is still %d", strings.Join(changed, ", "), m.ID,
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

// ofNotice are the facts of a notice that a revision must tell of.
func (l *recollection) ofNotice(n *site.Notice) []string {
	names := []string{"title", "number", "addressee", "issuers", "issued", "source"}
	worded := slices.ContainsFunc(n.Unaffected, func(u *site.Unaffected) bool { return len(u.Text.Placeholders()) > 0 })
	if l.memory.same || !worded {
		names = append(names, "unaffected")
	}
	return names
}

// ofMilestone are the facts of a milestone that a revision must tell of, but its
// time. Words that the program makes are no author's: another program may word
// them otherwise.
func (l *recollection) ofMilestone(m *site.Milestone) []string {
	names := []string{"kind", "services", "scope", "audience", "channels", "more_channels", "state", "permanent", "daily",
		"after", "before", "until", "expected", "includes_day", "gradual"}
	if l.memory.same || m.Label != "" {
		names = append(names, "label")
	}
	if l.memory.same || len(m.Text.Placeholders()) == 0 {
		names = append(names, "text")
	}
	if l.memory.same || len(m.Instead.Placeholders()) == 0 {
		names = append(names, "instead")
	}
	if !m.Moment.Known() {
		names = append(names, "tbd")
	}
	return names
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
