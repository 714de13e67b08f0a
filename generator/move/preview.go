package move

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"tonggao/generator"
	"tonggao/generator/advice"
	"tonggao/generator/amend"
	"tonggao/generator/message"
	"tonggao/generator/origin"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/verify"
)

// A Preview is what a move would do. Without Before the site does not check as it is,
// without After it would not any more; Problems then say why, and the rest is empty.
type Preview struct {
	Files         []Rewrite // in the order in which they were named
	Before, After *generator.Tree
	Difference    verify.Difference
	Unmended      problem.List // texts that give the time of what is withdrawn
	Problems      problem.List // other ones that the move brings
	Lines         []Reading
	Events        []Event
}

// A Rewrite is a file of the regions that would be written.
type Rewrite struct {
	Name      string // below the regions, with slashes
	Old, Text string
}

// Foresee finds out what an order does to a site; program names the program that asks.
// Nothing is written. Texts that give the time of what is withdrawn do not hold up a
// withdrawal, which may be needed at night; they are told, and the next build waits for
// them. The error is that of the order, or the machine's.
func (m *Order) Foresee(o generator.Options, origins *origin.Origins, program string) (*Preview, error) {
	o.Within, o.Unmended = m.within(), true
	before, problems, err := generator.Preview(o, program)
	p := &Preview{Before: before, Problems: problems}
	if err != nil || before == nil {
		return p, err
	}
	if err := m.settle(origins, before.Plan); err != nil {
		return nil, err
	}
	if p.Files, err = m.texts(o.Regions); err != nil {
		return nil, err
	}
	changed := map[string]string{}
	for _, f := range p.Files {
		changed[f.Name] = f.Text
	}
	o.Regions = amend.Over(o.Regions, changed)
	after, fresh, err := generator.Preview(o, program)
	if err != nil || after == nil {
		p.Problems = fresh
		return p, err
	}
	p.After, p.Problems = after, since(problems, fresh)
	if err := m.last(before.Plan.Site, after.Plan.Site); err != nil {
		return nil, err
	}
	return p, m.tell(p)
}

// last refuses a change announced on an earlier day than a notice's newest revision: it
// would become a version between those that readers have seen, and these would be
// numbered anew.
func (m *Order) last(before, after *site.Site) error {
	was := map[string]*site.Notice{}
	for _, n := range before.Notices() {
		was[n.ID] = n
	}
	for _, n := range after.Notices() {
		old := was[n.ID]
		if old == nil || len(n.Revisions) == len(old.Revisions) {
			continue
		}
		if newest := old.Latest().On; m.Day.Compare(newest) < 0 {
			return message.Errorf("%[1]s has a revision of %[2]s, and a change announced on %[3]s would come before it: write --on %[2]s or a later day", n.ID, newest, m.Day)
		}
	}
	return nil
}

// tell compares the site as it is with what it would be.
func (m *Order) tell(p *Preview) (err error) {
	p.Unmended = advice.Cited(p.After.Plan.Site)
	if p.Difference, err = verify.DiffFS(p.Before, p.After); err != nil {
		return err
	}
	if len(p.Difference.Regions) == 0 {
		return message.Errorf("%s would change, but no published notice: it is not written", p.Files[0].Name)
	}
	p.Lines = cited(p.Before.Plan.Site, p.After.Plan.Site)
	p.Events, err = m.events(p.Before, p.After)
	return err
}

// texts makes the new text of every file.
func (m *Order) texts(regions fs.FS) ([]Rewrite, error) {
	var files []Rewrite
	for _, notice := range m.notices() {
		change := amend.Change{On: m.Day, Join: m.Join, Replace: m.What != ""}
		inherited := false
		for _, s := range m.Steps {
			if s.place.notice == notice {
				change.Moves, inherited = append(change.Moves, s.move), inherited || s.move.Inherited
				if !s.below {
					change.What = append(change.What, s.news())
				}
			}
		}
		if m.What != "" && len(change.What) > 0 {
			change.What = []string{m.What}
		}
		name := notice + "/notice.toml"
		old, err := fs.ReadFile(regions, name)
		if err != nil && !(inherited && errors.Is(err, fs.ErrNotExist)) {
			return nil, err
		}
		text, err := change.Apply(string(old))
		if err != nil {
			return nil, err
		}
		files = append(files, Rewrite{name, string(old), text})
	}
	return files, nil
}

// notices are the folders whose files change, each once, in the order of the steps.
func (m *Order) notices() []string {
	var all []string
	for _, s := range m.Steps {
		if !slices.Contains(all, s.place.notice) {
			all = append(all, s.place.notice)
		}
	}
	return all
}

// OpenWords returns the label or the text of a milestone that has a time now and
// whose words still announce one; "" where they do not.
func (s *Step) OpenWords(after *plan.Plan) string {
	one := milestoneOf(after.Site, s.Notice, s.Milestone)
	if one == nil || !one.Moment.Known() || one.Withdrawn {
		return ""
	}
	text := phrase.Plain(phrase.In(site.Chinese).Runs(one.Notice, nil, one.Text))
	for _, words := range []string{text, one.Label} {
		if strings.HasSuffix(words, "时间") || strings.Contains(words, "另行通知") || strings.Contains(words, "待定") {
			return words
		}
	}
	return ""
}

// Apart tells which notices have a time of their own for the milestone and stay
// where they are.
func (s *Step) Apart(before, after *plan.Plan) message.List {
	var lines message.List
	for _, n := range after.Site.Notices() {
		one, was := n.Milestone(s.Milestone), milestoneOf(before.Site, n.ID, s.Milestone)
		if n.Folder != path.Base(s.Notice) || one == nil || was == nil || len(one.AllMoves()) != len(was.AllMoves()) {
			continue
		}
		lines = append(lines, message.Say("not moved: %s (%s) has a time of its own, %s", n.Region.Name, n.ID, phrase.In(site.Chinese).When(one)))
	}
	return lines
}
