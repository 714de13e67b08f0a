package move

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/origin"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// A Step is one milestone of an order.
type Step struct {
	Notice, Milestone string // as asked for; the notice's folder below the regions
	Written           string // the time, as asked for
	place             place
	one               *site.Milestone // as it is before
	to                site.Moment     // what it leads to; of a withdrawal what it was
	until             *site.Moment    // the new end of its window; nil where that stays
	move              amend.Move
	below             bool // it is withdrawn with that of a notice above, which tells of it
}

// Asked is the milestone as it was asked for.
func (s *Step) Asked() string { return s.Notice + "#" + s.Milestone }

// errTime asks for the time that is missing.
var errTime = message.New(`move needs the new TIME: "2022-01-05 08:00", 2022-03-31, 2022-01, tbd; or --by, --after, --before, --until, --certain, --withdraw`)

// Check reports what contradicts itself in an order, or is missing.
func (m *Order) Check() error {
	for _, s := range m.Steps {
		if err := m.fits(s); err != nil {
			return err
		}
	}
	return m.agree()
}

// fits reports a time that a flag makes useless, or that is missing.
func (m *Order) fits(s *Step) error {
	other := m.After != "" || m.Before != "" || m.Until != "" || m.Certain
	switch {
	case m.Withdraw && s.Written != "":
		return message.New("--withdraw takes no TIME: what is withdrawn has none")
	case m.By != "" && s.Written != "":
		return message.New("--by takes no TIME: it says how far from the old one")
	case m.Whole && (s.Written == "" || s.Written == amend.Pending):
		return message.New("--whole needs the TIME at which the stop begins now")
	case s.Written == "" && !other && !m.Withdraw && m.By == "":
		return errTime
	case (m.After != "" || m.Before != "") && s.Written != "" && s.Written != amend.Pending:
		return message.New("a milestone has a TIME or bounds, not both; tbd may have bounds")
	}
	return nil
}

// agree reports flags that exclude one another.
func (m *Order) agree() error {
	bounds, alone := m.After != "" || m.Before != "", 0
	for _, on := range []bool{m.Withdraw, m.By != "", m.Whole, bounds} {
		if on {
			alone++
		}
	}
	switch {
	case alone > 1, (m.Withdraw || m.By != "" || m.Whole) && (m.Until != "" || m.Certain):
		return message.New("--withdraw, --by, --whole and bounds stand alone, each without the others and without --until and --certain")
	case len(m.Steps) > 1 && (bounds || m.Until != ""):
		return message.New("--after, --before and --until are for one milestone at a time")
	}
	return nil
}

// within is the region below which anything can change: that of the notices, with
// those above, where the time may be inherited from.
func (m *Order) within() string {
	region := path.Dir(m.Steps[0].Notice)
	for _, s := range m.Steps[1:] {
		for r := path.Dir(s.Notice); region != r && !strings.HasPrefix(r, region+"/"); {
			if region = path.Dir(region); region == "." {
				return ""
			}
		}
	}
	return region
}

// settle finds out for every milestone where its time stands and where it goes.
func (m *Order) settle(o *origin.Origins, before *plan.Plan) error {
	for _, s := range m.Steps {
		if s.one = milestoneOf(before.Site, s.Notice, s.Milestone); s.one == nil {
			return message.Errorf("no region issues the notice %s: there is nothing to move", s.Notice)
		}
		if err := m.aim(s); err != nil {
			return err
		}
	}
	if err := m.together(o, before.Site); err != nil {
		return err
	}
	for i, s := range m.Steps {
		if slices.ContainsFunc(m.Steps[:i], func(e *Step) bool { return e.Asked() == s.Asked() }) {
			return message.Errorf("%s is named twice", s.Asked())
		}
		if err := m.find(s, o); err != nil {
			return err
		}
	}
	return nil
}

// aim reads where a milestone goes.
func (m *Order) aim(s *Step) (err error) {
	s.to = s.one.Moment
	switch {
	case m.Withdraw:
		s.move.To = amend.Withdrawn
	case s.Written == amend.Pending:
		s.move.To, s.to = amend.Pending, site.Moment{Pending: true}
	case s.Written != "":
		if s.to, err = s.time(s.Written); err != nil {
			return err
		}
		s.move.To, s.to.Expected = s.to.String(), s.one.Moment.Expected && !m.Certain
	}
	if err := m.bound(s); err != nil {
		return err
	}
	if m.Until != "" {
		until, err := s.time(m.Until)
		if err != nil {
			return err
		}
		s.until, s.move.Until = &until, until.String()
	}
	if m.Certain {
		s.move.Certain, s.to.Expected = true, false
	}
	return nil
}

// bound reads the bounds that a milestone gets.
func (m *Order) bound(s *Step) error {
	for _, b := range []struct {
		written string
		to      *string
		bound   **site.Moment
	}{{m.After, &s.move.After, &s.to.After}, {m.Before, &s.move.Before, &s.to.Before}} {
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
func (s *Step) time(written string) (site.Moment, error) {
	day := s.one.Notice.Issued
	if at, ordered := s.one.Moment.Order(); ordered {
		day = site.DayOf(at)
	}
	if s.one.Moment.Known() {
		day = s.one.Moment.Day()
	}
	m, err := mention.ReadNear(written, day)
	if err != nil {
		return m, message.Errorf(`the time %q %w; write "2022-01-05 08:00", 1月5日8时, "2022-02-27 24:00", 2022-03-31, 2022-01 or tbd`, written, err)
	}
	return m, nil
}

// news words what the revision says of the step.
func (s *Step) news() string {
	v := phrase.In(site.Chinese)
	move := site.Move{From: s.one.Moment, To: s.to}
	if s.until != nil && s.one.Until != nil {
		move.Ends = &site.Ends{From: *s.one.Until, To: *s.until}
	}
	if move.Kind = s.one.KindOf(move); s.move.To == amend.Withdrawn {
		move.Kind = site.Withdrawn
	}
	move.Kind = cmp.Or(move.Kind, site.Fixed) // a day that was not certain, and is
	return v.News(v.Label(s.one), move)
}
