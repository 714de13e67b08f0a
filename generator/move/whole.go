package move

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"tonggao/generator/amend"
	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/origin"
	"tonggao/generator/site"
)

// A shift is how far an outage moves: by days of the calendar and by a length of time.
type shift struct {
	days int
	rest time.Duration
}

// together adds what moves along with the milestones that are named: of a stop its
// stages and recoveries, by the same length. What follows another moves by itself.
func (m *Order) together(o *origin.Origins, before *site.Site) error {
	if m.Withdraw {
		m.withdrawAlong()
		m.withdrawBelow(o, before)
	}
	if m.By == "" && !m.Whole {
		return nil
	}
	for _, s := range slices.Clone(m.Steps) {
		by, err := m.length(s)
		if err != nil {
			return err
		}
		for _, one := range belonging(s.one) {
			if err := m.along(o, s, one, by); err != nil {
				return err
			}
		}
	}
	return nil
}

// withdrawAlong withdraws with a stop its stages and recoveries: what never stops does
// not come back. One that belongs to a stop that stays, stays.
func (m *Order) withdrawAlong() {
	named := func(one *site.Milestone) bool {
		return slices.ContainsFunc(m.Steps, func(s *Step) bool { return s.one == one })
	}
	for _, s := range slices.Clone(m.Steps) {
		for _, o := range s.one.Notice.Outages {
			if o.Stop != s.one {
				continue
			}
			for _, r := range o.Recoveries() {
				elsewhere := slices.ContainsFunc(s.one.Notice.Outages, func(x *site.Outage) bool { return !named(x.Stop) && slices.Contains(x.Recoveries(), r) })
				if !r.Withdrawn && !named(r) && !elsewhere {
					m.Steps = append(m.Steps, &Step{Notice: s.Notice, Milestone: r.ID, one: r, to: r.Moment, move: amend.Move{To: amend.Withdrawn}})
				}
			}
		}
	}
}

// withdrawBelow withdraws, too, where a region below has a time of its own: that the fact
// is withdrawn holds there as well, and the record of it stands beside the time.
func (m *Order) withdrawBelow(o *origin.Origins, before *site.Site) {
	for _, s := range slices.Clone(m.Steps) {
		for _, n := range before.Notices() {
			one := n.Milestone(s.Milestone)
			between := between(o, n, s.Notice)
			if one == nil || one.Withdrawn || len(between) == 0 {
				continue
			}
			values, _ := o.Explain(n.ID + "#" + one.ID)
			own := func(v *origin.Value) bool { return v != nil && slices.Contains(between, folderOf(v)) }
			at := timeOf(values, one.ID)
			if !own(at) || own(valueOf(values, one.ID, "withdrawn")) { // it takes place there, as is said there
				continue
			}
			named := func(e *Step) bool { return e.Notice == folderOf(at) && e.Milestone == one.ID }
			if !slices.ContainsFunc(m.Steps, named) {
				m.Steps = append(m.Steps, &Step{Notice: folderOf(at), Milestone: one.ID, one: one, to: one.Moment, below: true, move: amend.Move{To: amend.Withdrawn}})
			}
		}
	}
}

// between are the folders from a notice up to one above that it inherits from, without
// that; none where it does not inherit from it.
func between(o *origin.Origins, n *site.Notice, above string) (all []string) {
	for at := n.ID; at != above; {
		all = append(all, at)
		home := path.Dir(path.Dir(at))
		if at = home + "/" + n.Folder; home == "." || !o.Cascades(at) {
			return nil
		}
	}
	return all
}

// along moves one milestone of an outage, unless it is named itself.
func (m *Order) along(o *origin.Origins, s *Step, one *site.Milestone, by shift) error {
	moved := s
	if one != s.one {
		if slices.ContainsFunc(m.Steps, func(e *Step) bool { return e.Notice == s.Notice && e.Milestone == one.ID }) {
			return nil
		}
		moved = &Step{Notice: s.Notice, Milestone: one.ID, one: one}
	}
	values, _ := o.Explain(moved.Asked())
	if err := moved.shift(by, values, m.Whole && moved == s); err != nil {
		return err
	}
	switch {
	case moved != s && moved.moves():
		m.Steps = append(m.Steps, moved)
	case !moved.moves() && moved == s:
		return message.Errorf("%s has no time that a length could move", s.Asked())
	}
	return nil
}

// length is how far a milestone moves.
func (m *Order) length(s *Step) (shift, error) {
	if m.By != "" {
		return readLength(m.By)
	}
	was, is := s.one.Moment, s.to
	if s.one.Kind != site.Suspend && s.one.Kind != site.Partial {
		return shift{}, message.Errorf("%s begins no outage: --whole is for a stop", s.Asked())
	}
	if !was.Known() || was.Exact() != is.Exact() || was.Precision == site.Month || is.Precision == site.Month {
		return shift{}, message.Errorf("%s is at %s, and %s is not written alike: the others cannot move as far; name each with its time", s.Asked(), was, is)
	}
	days := int(is.Day().Start().Sub(was.Day().Start()).Hours() / 24)
	return shift{days, is.Instant.Sub(was.Instant.AddDate(0, 0, days))}, nil
}

// belonging are the milestones of a stop's outages, that milestone first; those that
// follow another or are withdrawn stay out. Any other milestone is alone.
func belonging(one *site.Milestone) []*site.Milestone {
	all := []*site.Milestone{one}
	for _, o := range one.Notice.Outages {
		if o.Stop != one {
			continue
		}
		for _, r := range o.Recoveries() {
			if r.Follows == nil && !r.Withdrawn && !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	return all
}

// shift moves a milestone's time, bounds and end, but for those that name another
// milestone and move with that. settled is that of a stop whose new time is given.
func (s *Step) shift(by shift, values []origin.Value, settled bool) (err error) {
	move := func(key string, at *site.Moment) string {
		if at == nil || !at.Known() || err != nil {
			return ""
		}
		if id := named(values, s.Milestone, key); id != "" {
			return id
		}
		*at, err = by.from(*at, s.Asked())
		return at.String()
	}
	s.until = copied(s.one.Until)
	if s.move.Until = move("until", s.until); named(values, s.Milestone, "until") != "" {
		s.move.Until, s.until = "", nil
	}
	if settled || err != nil {
		return err
	}
	s.to = s.one.Moment
	s.to.After, s.to.Before = copied(s.to.After), copied(s.to.Before)
	s.move.To = move("at", &s.to)
	s.move.After, s.move.Before = move("after", s.to.After), move("before", s.to.Before)
	if bounds := s.move.After + s.move.Before; bounds == named(values, s.Milestone, "after")+named(values, s.Milestone, "before") {
		s.move.After, s.move.Before = "", ""
	} else if s.to.Pending {
		s.move.To = amend.Pending
	}
	return err
}

// moves reports whether anything of a milestone moves.
func (s *Step) moves() bool {
	return s.move.To != "" || s.move.After != "" || s.move.Before != "" || s.move.Until != ""
}

// named returns the milestone that a key names in place of a time; "" for none.
func named(values []origin.Value, milestone, key string) string {
	if v := valueOf(values, milestone, key); v != nil {
		written, _ := v.Value.(string)
		if _, err := mention.ReadMoment(written); err != nil && written != amend.Pending {
			return written
		}
	}
	return ""
}

func copied(m *site.Moment) *site.Moment {
	if m == nil {
		return nil
	}
	c := *m
	return &c
}

// from returns a time moved by the shift.
func (by shift) from(m site.Moment, asked string) (site.Moment, error) {
	if m.Precision == site.Month || !m.Exact() && by.rest != 0 {
		return m, message.Errorf("%s is at %s: %s is no length by which that moves; name it with its new time", asked, m, by)
	}
	m.Instant = m.Instant.AddDate(0, 0, by.days).Add(by.rest)
	if m.Exact() {
		m.Precision = site.Hour
		if m.Instant.Minute() > 0 {
			m.Precision = site.Minute
		}
		m.As24 = m.As24 && m.Instant.Equal(site.DayOf(m.Instant).Start())
	}
	return m, nil
}

func (by shift) String() string {
	return strings.TrimSpace(fmt.Sprintf("%dd %s", by.days, by.rest))
}

var (
	lengthForm = regexp.MustCompile(`^([+-]?)((?:\d{1,4}(?:w|d|h|m|周|天|日|个?小时|分钟?))+)$`)
	lengthPart = regexp.MustCompile(`(\d{1,4})(w|d|h|m|周|天|日|个?小时|分钟?)`)
)

// readLength reads 2d, 3h, -1d, 1d12h, 90m, 2天.
func readLength(written string) (shift, error) {
	form := lengthForm.FindStringSubmatch(strings.ReplaceAll(written, " ", ""))
	var by shift
	if form == nil {
		return by, message.Errorf("--by %s is no length of time; write 2d, 3h, -1d or 1d12h", written)
	}
	for _, part := range lengthPart.FindAllStringSubmatch(form[2], -1) {
		n, _ := strconv.Atoi(part[1]) // the pattern lets only digits through
		if form[1] == "-" {
			n = -n
		}
		switch part[2] {
		case "w", "周":
			by.days += 7 * n
		case "d", "天", "日":
			by.days += n
		case "h", "小时", "个小时":
			by.rest += time.Duration(n) * time.Hour
		default:
			by.rest += time.Duration(n) * time.Minute
		}
	}
	if by == (shift{}) {
		return by, message.Errorf("--by %s moves nothing", written)
	}
	return by, nil
}
