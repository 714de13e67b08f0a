package command

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/mention"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// A step is one milestone of a use of tonggao move.
type step struct {
	notice, milestone string // as asked for
	written           string // the time, as asked for
	place             place
	one               *site.Milestone // as it is before
	to                site.Moment     // what it leads to; of a withdrawal what it was
	until             *site.Moment    // the new end of its window; nil where that stays
	move              amend.Move
}

func (s *step) asked() string { return s.notice + "#" + s.milestone }

// errTime asks for the time that is missing.
var errTime = errors.New(`move needs the new TIME: "2022-01-05 08:00", 2022-03-31, 2022-01, tbd; or --by, --after, --before, --until, --certain, --withdraw`)

// fits reports a time that a flag makes useless, or that is missing.
func (m *moving) fits(s *step) error {
	other := m.after != "" || m.before != "" || m.until != "" || m.certain
	switch {
	case m.withdraw && s.written != "":
		return errors.New("--withdraw takes no TIME: what is withdrawn has none")
	case m.by != "" && s.written != "":
		return errors.New("--by takes no TIME: it says how far from the old one")
	case m.whole && (s.written == "" || s.written == amend.Pending):
		return errors.New("--whole needs the TIME at which the stop begins now")
	case s.written == "" && !other && !m.withdraw && m.by == "":
		return errTime
	case (m.after != "" || m.before != "") && s.written != "" && s.written != amend.Pending:
		return errors.New("a milestone has a TIME or bounds, not both; tbd may have bounds")
	}
	return nil
}

// agree reports flags that exclude one another.
func (m *moving) agree() error {
	bounds, alone := m.after != "" || m.before != "", 0
	for _, on := range []bool{m.withdraw, m.by != "", m.whole, bounds} {
		if on {
			alone++
		}
	}
	switch {
	case alone > 1, (m.withdraw || m.by != "" || m.whole) && (m.until != "" || m.certain):
		return errors.New("--withdraw, --by, --whole and bounds stand alone, each without the others and without --until and --certain")
	case len(m.steps) > 1 && (bounds || m.until != ""):
		return errors.New("--after, --before and --until are for one milestone at a time")
	case m.yes && m.dry:
		return errors.New("--dry-run writes nothing, and --yes writes: leave one out")
	}
	return nil
}

// within is the region below which anything can change: that of the notices, with
// those above, where the time may be inherited from.
func (m *moving) within() string {
	region := path.Dir(m.steps[0].notice)
	for _, s := range m.steps[1:] {
		for r := path.Dir(s.notice); region != r && !strings.HasPrefix(r, region+"/"); {
			if region = path.Dir(region); region == "." {
				return ""
			}
		}
	}
	return region
}

// settle finds out for every milestone where its time stands and where it goes.
func (m *moving) settle(o *source.Origins, before *plan.Plan) error {
	for _, s := range m.steps {
		if s.one = milestoneOf(before.Site, s.notice, s.milestone); s.one == nil {
			return fmt.Errorf("no region issues the notice %s: there is nothing to move", s.notice)
		}
		if err := m.aim(s); err != nil {
			return err
		}
	}
	if err := m.together(o); err != nil {
		return err
	}
	for i, s := range m.steps {
		if slices.ContainsFunc(m.steps[:i], func(e *step) bool { return e.asked() == s.asked() }) {
			return fmt.Errorf("%s is named twice", s.asked())
		}
		if err := m.find(s, o); err != nil {
			return err
		}
	}
	return nil
}

// aim reads where a milestone goes.
func (m *moving) aim(s *step) (err error) {
	s.to = s.one.Moment
	switch {
	case m.withdraw:
		s.move.To = amend.Withdrawn
	case s.written == amend.Pending:
		s.move.To, s.to = amend.Pending, site.Moment{Pending: true}
	case s.written != "":
		if s.to, err = s.time(s.written); err != nil {
			return err
		}
		s.move.To, s.to.Expected = s.to.String(), s.one.Moment.Expected && !m.certain
	}
	if err := m.bound(s); err != nil {
		return err
	}
	if m.until != "" {
		until, err := s.time(m.until)
		if err != nil {
			return err
		}
		s.until, s.move.Until = &until, until.String()
	}
	if m.certain {
		s.move.Certain, s.to.Expected = true, false
	}
	return nil
}

// bound reads the bounds that a milestone gets.
func (m *moving) bound(s *step) error {
	for _, b := range []struct {
		written string
		to      *string
		bound   **site.Moment
	}{{m.after, &s.move.After, &s.to.After}, {m.before, &s.move.Before, &s.to.Before}} {
		if b.written == "" {
			continue
		}
		at, err := s.time(b.written)
		if err != nil {
			return err
		}
		if s.to.Known() {
			s.to = site.Moment{}
		}
		*b.to, *b.bound = at.String(), &at
	}
	return nil
}

// time reads a time for a milestone: what it leaves out is the milestone's.
func (s *step) time(written string) (site.Moment, error) {
	day := s.one.Notice.Issued
	if at, ordered := s.one.Moment.Order(); ordered {
		day = site.DayOf(at)
	}
	if s.one.Moment.Known() {
		day = s.one.Moment.Day()
	}
	m, err := mention.ReadNear(written, day)
	if err != nil {
		return m, fmt.Errorf(`the time %q %w; write "2022-01-05 08:00", 1月5日8时, "2022-02-27 24:00", 2022-03-31, 2022-01 or tbd`, written, err)
	}
	return m, nil
}

// news words what the revision says of the step.
func (s *step) news() string {
	v := phrase.In(site.Chinese)
	move := site.Move{From: s.one.Moment, To: s.to}
	if s.until != nil && s.one.Until != nil {
		move.Ends = &site.Ends{From: *s.one.Until, To: *s.until}
	}
	if move.Kind = move.KindOf(); s.move.To == amend.Withdrawn {
		move.Kind = site.Withdrawn
	}
	move.Kind = cmp.Or(move.Kind, site.Fixed) // a day that was not certain, and is
	return v.News(v.Label(s.one), move)
}
