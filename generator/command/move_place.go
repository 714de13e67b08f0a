package command

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"tonggao/generator"
	"tonggao/generator/amend"
	"tonggao/generator/mention"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// A place is the file in which a milestone's time stands or shall stand.
type place struct {
	notice  string // the folder of the notice, below regions
	old     string // the time as written there; tbd for none
	follows bool   // it names another milestone instead
}

// place finds where the time is written, and refuses to write elsewhere.
func (m *moving) place(o generator.Options) (place, error) {
	origins, _, err := source.ReadOrigins(o.Regions)
	if err != nil {
		return place{}, err
	}
	asked := m.notice + "#" + m.milestone
	values, known := origins.Explain(asked)
	if !known {
		return place{}, unknownPath(origins, asked)
	}
	v := timeOf(values, m.milestone)
	if v == nil {
		return place{}, fmt.Errorf("%s has no time; tonggao check tells more", asked)
	}
	p := place{notice: path.Dir(strings.TrimPrefix(v.File, source.Root+"/")), old: amend.Pending}
	if strings.HasSuffix(v.Key, ".at") {
		p.old, _ = v.Value.(string)
	}
	_, err = mention.ReadMoment(p.old)
	p.follows = err != nil && p.old != amend.Pending
	switch {
	case p.follows && m.move.To != amend.Withdrawn && m.move.To != amend.Pending:
		return p, fmt.Errorf("%s follows %s (%s): move that, and it moves along; or give it a time of its own in place of at = %q", asked, p.old, v.Position, p.old)
	case p.notice == m.notice:
		m.here = false // it has a time of its own already
		m.differs(origins)
	case m.here:
		p.notice, m.move.Inherited = m.notice, p.old
	default:
		return p, fmt.Errorf("%s takes its time from %s\n  to move it for every region that issues this notice: tonggao move %s#%s …\n  to move it in %s alone: add --here", asked, v.Position, p.notice, m.milestone, path.Dir(m.notice))
	}
	return p, nil
}

// differs says why, where the notice above has a time for the milestone too.
func (m *moving) differs(o *source.Origins) {
	above := path.Join(path.Dir(path.Dir(m.notice)), path.Base(m.notice))
	if _, inherited := o.Explain(above + "#" + m.milestone); inherited && m.move.To != amend.Withdrawn && m.move.To != amend.Pending {
		m.move.Differs = m.move.Why
	}
}

// timeOf returns the value that gives a milestone its time, or nil.
func timeOf(values []source.Value, milestone string) *source.Value {
	for _, key := range []string{"at", "tbd", "after", "before"} {
		i := slices.IndexFunc(values, func(v source.Value) bool { return v.Key == "milestone."+milestone+"."+key })
		if i >= 0 {
			return &values[i]
		}
	}
	return nil
}

// describe words the revision, unless the author has, and says which time a
// milestone has that follows another.
func (m *moving) describe(p place, before *plan.Plan) error {
	one := milestoneOf(before.Site, p.notice, m.milestone)
	if one == nil {
		return fmt.Errorf("no region issues the notice %s: there is nothing to move", p.notice)
	}
	if p.follows {
		p.old = amend.Pending
		if one.Moment.Known() {
			p.old = one.Moment.String()
		}
		if m.move.Inherited != "" {
			m.move.Inherited = p.old
		} else {
			m.move.Was = p.old
		}
	}
	if m.move.What == "" {
		m.move.What = phrase.In(site.Chinese).News(phrase.In(site.Chinese).Label(one), m.kind(p.old))
	}
	return nil
}

// kind tells what the move does.
func (m *moving) kind(old string) site.MoveKind {
	if m.withdraw {
		return site.Withdrawn
	}
	from, _ := mention.ReadMoment(old) // tbd is no time, as wanted
	to, _ := mention.ReadMoment(m.move.To)
	if kind := site.MoveKindOf(from, to); kind != "" {
		return kind
	}
	return site.Fixed // a day that was not certain, and is
}

// milestoneOf finds a milestone in a notice, or in that of a region below which
// inherits it.
func milestoneOf(s *site.Site, notice, id string) *site.Milestone {
	region, folder := path.Dir(notice), path.Base(notice)
	for _, r := range s.Regions {
		if r.ID != region && !strings.HasPrefix(r.ID, region+"/") {
			continue
		}
		for _, n := range r.Notices {
			if n.Folder == folder && n.Milestone(id) != nil {
				return n.Milestone(id)
			}
		}
	}
	return nil
}

// since returns the problems that were not there before; a line that moved down
// makes no new problem.
func since(before, after problem.List) problem.List {
	return slices.DeleteFunc(slices.Clone(after), func(p problem.Problem) bool {
		return slices.ContainsFunc(before, func(old problem.Problem) bool { return old.File == p.File && old.Message == p.Message })
	})
}
