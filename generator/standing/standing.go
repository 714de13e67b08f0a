// Package standing says how the services of notices stand at an instant that the caller
// names: what works and since when, what does not, what comes next, what is still to be
// announced, and which notices are written and not published. The states are site's, the
// words are phrase's; how the answer is printed is the caller's. It has no clock.
//
// Begin reading at Of.
package standing

import (
	"slices"
	"strings"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A Notice is how a notice's services stand at an instant.
type Notice struct {
	ID         string       `json:"id"`
	Region     string       `json:"region"`
	Title      string       `json:"title"`
	History    string       `json:"history,omitempty"` // in words, once all of its times have passed: then it says nothing of the present
	Services   []Service    `json:"services"`
	Open       []Coming     `json:"open,omitempty"`       // what is open for once, beside the services that stop
	CalledOff  []Coming     `json:"called_off,omitempty"` // withdrawn, until the time that it had
	Unaffected []Unaffected `json:"unaffected"`
	Next       []Coming     `json:"next"`    // those of the next instant
	Pending    []Pending    `json:"pending"` // to be announced
}

// A Service is the state of one service, in the part of it that an outage is limited to.
type Service struct {
	Service  string     `json:"service"`
	Name     string     `json:"name"` // with what the outage is limited to
	State    site.State `json:"state"`
	Words    string     `json:"words"`           // the state in words
	Since    string     `json:"since,omitempty"` // ISO 8601, as in notices.json; absent before the stop and where none is known
	By       string     `json:"by,omitempty"`    // the milestone that brought the state
	Scope    string     `json:"scope,omitempty"`
	Audience []string   `json:"audience,omitempty"`
	Channels []string   `json:"channels,omitempty"`
	Outlook  string     `json:"outlook"` // what follows, in words

	kept bool // hours turn the state again
}

// Unaffected is what goes on in the meantime.
type Unaffected struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// A Coming milestone is one that a reader waits for.
type Coming struct {
	ID    string    `json:"id"`
	Kind  site.Kind `json:"kind"`
	Label string    `json:"label"`
	At    string    `json:"at"`             // ISO 8601, as in notices.json
	When  string    `json:"when"`           // in words
	Mark  string    `json:"mark,omitempty"` // of its newest change: 【延期】
}

// A Pending milestone has a time that is still to be announced.
type Pending struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	When  string `json:"when,omitempty"` // in words, where it has a bound
	Since string `json:"since"`          // the day on which it was first left to be announced
}

// Quiet reports that nothing is stopped, coming or to be announced.
func (s Notice) Quiet() bool {
	for _, x := range s.Services {
		if x.State != site.On && x.State != site.Ended || x.kept {
			return false
		}
	}
	return len(s.Open)+len(s.CalledOff)+len(s.Next)+len(s.Pending) == 0
}

// At returns how the notices under a path stand; "" is all.
func At(s *site.Site, path string, at time.Time) []Notice {
	all := []Notice{}
	for _, n := range s.Notices() {
		if path == "" || n.ID == path || strings.HasPrefix(n.ID, path+"/") {
			all = append(all, Of(n, at))
		}
	}
	return all
}

// Of returns how one notice stands.
func Of(n *site.Notice, at time.Time) Notice {
	voice := phrase.In(site.Chinese)
	s := Notice{ID: n.ID, Region: n.Region.Name, Title: n.Title, Services: []Service{}, Unaffected: []Unaffected{},
		Next: []Coming{}, Pending: []Pending{}}
	if n.IsHistory(at) {
		s.History = voice.Past(n)
		return s
	}
	for _, c := range n.Courses {
		s.Services = append(s.Services, stateOf(voice, c, at))
	}
	for _, m := range n.Milestones {
		if isOpen(m, at) {
			s.Open = append(s.Open, coming(voice, m))
		}
	}
	for _, m := range n.Milestones {
		if span, dated := m.Span(); m.Withdrawn && dated && span.To.After(at) {
			s.CalledOff = append(s.CalledOff, coming(voice, m))
		}
	}
	for _, u := range n.Unaffected {
		if holds(u, at) {
			s.Unaffected = append(s.Unaffected, Unaffected{u.ID, phrase.Plain(voice.Runs(n, nil, u.Text))})
		}
	}
	var soonest time.Time
	for _, m := range n.Milestones {
		if m.Withdrawn {
			continue
		}
		if isPending(m.Moment) {
			s.Pending = append(s.Pending, pending(voice, m))
		}
		when, known := turn(m, at)
		if !known || !when.After(at) || !soonest.IsZero() && when.After(soonest) {
			continue
		}
		if !when.Equal(soonest) {
			soonest, s.Next = when, s.Next[:0]
		}
		next := coming(voice, m)
		if again, kept := opens(m, at); kept {
			next.At = again.In(site.China).Format(time.RFC3339)
		}
		s.Next = append(s.Next, next)
	}
	return s
}

func coming(v phrase.Voice, m *site.Milestone) Coming {
	return Coming{m.ID, m.Kind, v.Label(m), m.Moment.Datetime(), v.When(m), v.Change(m)}
}

// turn is the instant that a reader waits for: of a deadline, when it has passed; of
// what has only a bound, the bound; of an opening that keeps hours, when it opens again.
func turn(m *site.Milestone, at time.Time) (time.Time, bool) {
	if next, kept := opens(m, at); kept {
		return next, true
	}
	if m.Kind == site.Deadline && m.Moment.Known() {
		return m.Moment.Limit(), true
	}
	return m.Moment.Order()
}

// isPending reports whether a time is still to be announced, or has no other end
// than that: a lower bound alone. What comes by an upper bound has come then.
func isPending(at site.Moment) bool {
	return at.Pending || !at.Known() && at.After != nil && at.Before == nil
}

func pending(v phrase.Voice, m *site.Milestone) Pending {
	p := Pending{ID: m.ID, Label: v.Label(m), Since: pendingSince(m).String()}
	if m.Moment.After != nil || m.Moment.Before != nil {
		p.When = v.When(m)
	}
	return p
}

// pendingSince is the day of issue, or that on which a time was taken back.
func pendingSince(m *site.Milestone) site.Day {
	if move, moved := m.LastMove(); moved && move.Kind == site.TakenBack {
		return move.On
	}
	return m.Notice.Issued
}

// isOpen reports whether an instant lies in an opening of which no course tells.
func isOpen(m *site.Milestone, at time.Time) bool {
	end, closes := m.Closes()
	if m.Kind != site.Opening || m.Withdrawn || !m.Moment.Known() || !closes || at.Before(m.Moment.Start()) || !at.Before(end) {
		return false
	}
	if m.Hours != nil && !m.Hours.Open(m.Moment.Day(), at) {
		return false
	}
	return alone(m)
}

// alone reports whether no course tells of a milestone.
func alone(m *site.Milestone) bool {
	return !slices.ContainsFunc(m.Notice.Courses, func(c *site.Course) bool { return c.Has(m) })
}

// opens is when an opening that keeps hours opens next, once it has begun.
func opens(m *site.Milestone, at time.Time) (time.Time, bool) {
	if m.Kind != site.Opening || m.Hours == nil || !m.Moment.Known() || at.Before(m.Moment.Start()) || !alone(m) {
		return time.Time{}, false
	}
	next, comes := m.Window(at)
	return next.From, comes && next.From.After(at)
}

// holds reports whether a fact of what goes on holds at an instant. A bound
// without a time has not come.
func holds(u *site.Unaffected, at time.Time) bool {
	begun := u.From == nil || u.From.Moment.Known() && !at.Before(u.From.Moment.Start())
	return begun && (u.To == nil || !u.To.Moment.Known() || at.Before(u.To.Moment.Start()))
}

func stateOf(voice phrase.Voice, c *site.Course, at time.Time) Service {
	_, i := c.At(at)
	step := c.Steps[i]
	state, word, says := voice.Now(c, at)
	x := Service{Service: c.Service.ID, Name: c.Service.Name, State: state, Words: word, Scope: c.Lane.Scope,
		Audience: audienceIDs(c.Lane.Audience), Channels: channelIDs(c.Lane.Channels), Outlook: says, kept: len(step.Parts) > 0}
	if step.Cause != nil {
		x.By, x.Since = step.Cause.ID, c.Began(step).Datetime()
	}
	if limits := voice.Lane(c, 2); len(limits) > 0 {
		x.Name += "（" + voice.List(limits) + "）"
	}
	return x
}

func audienceIDs(all []*site.Audience) []string {
	var ids []string
	for _, a := range all {
		ids = append(ids, a.ID)
	}
	return ids
}

func channelIDs(all []*site.Channel) []string {
	var ids []string
	for _, c := range all {
		ids = append(ids, c.ID)
	}
	return ids
}
