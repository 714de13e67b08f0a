package move

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/message"
	"tonggao/generator/origin"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// A place is the file in which a milestone's time stands or shall stand.
type place struct {
	notice  string // the folder of the notice, below regions
	follows string // the milestone that it names instead of a time, or empty
}

// find finds where the time is written, refuses to write elsewhere, and tells the move
// what was before it.
func (m *Order) find(s *Step, o *origin.Origins) error {
	values, _ := o.Explain(s.Asked())
	v := s.key(values)
	switch {
	case v == nil && s.move.Certain:
		return message.Errorf("%s is not expected: its time is certain already", s.Asked())
	case v == nil && s.move.Until != "":
		return message.Errorf("%s has no until that could move", s.Asked())
	case v == nil:
		return message.Errorf("%s has no time; tonggao check tells more", s.Asked())
	}
	s.place = place{folderOf(v), ""}
	if strings.HasSuffix(v.Key, ".at") {
		s.place.follows = named(values, s.Milestone, "at")
	}
	s.move.Milestone, s.move.Why = s.Milestone, m.Why
	at := timeOf(values, s.Milestone)
	above := at != nil && folderOf(at) != s.Notice
	switch {
	case s.one.Withdrawn && s.one.Notice.ID == s.Notice:
		return message.Errorf("%s is withdrawn: if it takes place after all, write a new milestone", s.Milestone)
	case s.place.follows != "" && !s.leaderless() && s.move.To != amend.Withdrawn && s.move.To != amend.Pending && (s.move.To+s.move.After+s.move.Before != "" || s.move.Certain):
		return message.Errorf("%s follows %s (%s): move that, and it moves along; or give it a time of its own in place of at = %q", s.Asked(), s.place.follows, v.Position, s.place.follows)
	case s.place.notice == s.Notice && !above:
		s.differs(o)
	case m.Here || s.place.notice == s.Notice: // its own end or certainty, of a time that stands above
		s.place.notice, s.move.Inherited = s.Notice, true
	default:
		return message.Errorf("%s takes its time from %s\n  to move it for every region that issues this notice: tonggao move %s#%s …\n  to move it in %s alone: add --here", s.Asked(), v.Position, s.place.notice, s.Milestone, path.Dir(s.Notice))
	}
	s.was(values)
	s.earlier()
	return nil
}

// leaderless reports whether what the milestone follows was withdrawn: it moves nowhere any
// more, and who follows it has to by itself.
func (s *Step) leaderless() bool { return s.one.Follows != nil && s.one.Follows.Withdrawn }

// earlier tells the move what moved the milestone until now and does not stand with its
// own time: the moves in the notice above and, where it follows another no longer or is bound
// by it no longer, those of that one, of which the ends are its own.
func (s *Step) earlier() {
	if s.move.Inherited {
		s.move.Earlier = slices.Clone(s.one.Moves)
	}
	s.move.Earlier = append(s.move.Earlier, s.hungOn()...)
	slices.SortStableFunc(s.move.Earlier, func(a, b site.Move) int { return a.On.Compare(b.On) })
}

// hungOn are the moves of the milestone that this one followed, or those of its bounds, told
// as its own.
func (s *Step) hungOn() (all []site.Move) {
	switch {
	case !s.move.Inherited && len(s.one.Moves) > 0:
		return nil
	case s.place.follows != "" && s.one.Follows != nil:
		for _, mv := range s.one.Follows.AllMoves() {
			if mv.Ends = nil; mv.Kind != site.Withdrawn {
				all = append(all, mv)
			}
		}
		return all
	case s.move.To == "" && s.move.After+s.move.Before == "":
		return nil // its bounds stay
	}
	at := s.one.Moment
	for _, mv := range slices.Backward(s.boundMoves()) {
		bound := &at.After
		if mv.key == "before" {
			bound = &at.Before
		}
		if *bound = nil; mv.From.Known() {
			*bound = &mv.From
		}
		all = append([]site.Move{{From: at, On: mv.On, Why: mv.Why}}, all...)
	}
	return all
}

// A boundMove is the move of a milestone that a key names as a bound.
type boundMove struct {
	key string
	site.Move
}

// boundMoves are those of the bounds that the move takes away, oldest first.
func (s *Step) boundMoves() (all []boundMove) {
	for _, key := range []string{"after", "before"} {
		if other := s.one.Notice.Milestone(s.move.Named[key]); other != nil {
			for _, mv := range other.AllMoves() {
				if mv.Kind != site.Withdrawn && mv.From.String() != mv.To.String() {
					all = append(all, boundMove{key, mv})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b boundMove) int { return a.On.Compare(b.On) })
	return all
}

// folderOf is the folder of the notice or region whose file has a value, below regions.
func folderOf(v *origin.Value) string { return path.Dir(strings.TrimPrefix(v.File, source.Root+"/")) }

// key is the value that the step changes: the time, or of a window its end alone.
func (s *Step) key(values []origin.Value) *origin.Value {
	switch {
	case s.move.To != "" || s.move.After != "" || s.move.Before != "":
	case s.move.Until != "":
		return valueOf(values, s.Milestone, "until")
	case s.move.Certain:
		if own := valueOf(values, s.Milestone, "expected"); own != nil || !s.one.Moment.Expected {
			return own
		}
	}
	return timeOf(values, s.Milestone)
}

// was tells the move the old values that the file does not write as times: it names
// another milestone, or they stand in the notice above.
func (s *Step) was(values []origin.Value) {
	at, was := s.one.Moment, map[string]string{}
	s.move.Named = map[string]string{}
	keep := func(key, value string) {
		v, other := valueOf(values, s.Milestone, key), named(values, s.Milestone, key)
		s.move.Named[key] = other
		if v == nil && key == "expected" { // it is as certain as what it follows
			v = timeOf(values, s.Milestone)
			other = named(values, s.Milestone, "at")
		}
		if v != nil && (other != "" || path.Join(source.Root, s.place.notice, "notice.toml") != v.File) {
			was[key] = value
		}
	}
	keep("at", amend.Pending)
	if at.Known() {
		keep("at", at.String())
	}
	keep("tbd", "true")
	keep("expected", strconv.FormatBool(at.Expected))
	for key, bound := range map[string]*site.Moment{"after": at.After, "before": at.Before, "until": s.one.Until} {
		if bound != nil {
			keep(key, bound.String())
		}
	}
	s.move.Was = was
}

// differs says why, where the notice above has a time for the milestone too.
func (s *Step) differs(o *origin.Origins) {
	above := path.Join(path.Dir(path.Dir(s.Notice)), path.Base(s.Notice))
	if o.Has(above+"#"+s.Milestone) && s.move.To != amend.Withdrawn && s.move.To != amend.Pending {
		s.move.Differs = s.move.Why
	}
}

// timeOf returns the value that gives a milestone its time, or nil.
func timeOf(values []origin.Value, milestone string) *origin.Value {
	for _, key := range []string{"at", "tbd", "after", "before"} {
		if v := valueOf(values, milestone, key); v != nil {
			return v
		}
	}
	return nil
}

// valueOf returns the value of a milestone's key, or nil.
func valueOf(values []origin.Value, milestone, key string) *origin.Value {
	i := slices.IndexFunc(values, func(v origin.Value) bool { return v.Key == "milestone."+milestone+"."+key })
	if i < 0 {
		return nil
	}
	return &values[i]
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
