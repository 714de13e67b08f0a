package html

import (
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// now is what the script of a page needs to say what holds at an instant. It
// travels as JSON in the page. Its rules are those of (*site.Outage).At, cut
// into steps; a test runs both over many instants.
type now struct {
	Words *nowWords         `json:"words"`
	State map[string]string `json:"states"`
	Facts []fact            `json:"facts"`
	Quiet string            `json:"quiet,omitempty"` // said when no fact is left to show; only regions hide what is over
}

// A fact is an outage, or a milestone that is no part of one.
type fact struct {
	Name  string   `json:"name"`
	Lang  string   `json:"lang,omitempty"` // of the name, where it is not the page's
	Lane  string   `json:"lane,omitempty"` // the part of the service that it is about
	Href  string   `json:"href,omitempty"`
	Base  string   `json:"base"` // the state before the first step
	Steps []step   `json:"steps"`
	Says  []string `json:"says"` // what to add to the state: before the first step, after it, …
}

// A step changes the state from an instant on. Instants are seconds since 1970.
type step struct {
	From  int64  `json:"from,omitempty"`  // 0: unknown, never comes by itself
	Until int64  `json:"until,omitempty"` // before it the state is only uncertain: a day without an hour
	State string `json:"state"`
	Word  string `json:"word,omitempty"`  // a stage's own name
	Daily []int  `json:"daily,omitempty"` // off outside these minutes of each day
}

// The states that are no service's: of deadlines and of dates to note.
const (
	open    = "open"
	lastDay = "last"
	passed  = "passed"
	ahead   = "ahead"
	reached = "reached"
	pending = "pending"
	dropped = "dropped"
)

// now begins a page's facts and has the page run the script.
func (p *page) now(facts []fact) *now {
	states := map[string]string{}
	points := p.Words.points()
	say := func(state string) {
		if word, ok := points[state]; ok {
			states[state] = word
			return
		}
		states[state] = p.voice.State(site.State(state))
	}
	for _, f := range facts {
		say(f.Base)
		for _, s := range f.Steps {
			say(s.State)
			if s.Until > 0 {
				say(string(site.Uncertain))
			}
			if s.Daily != nil {
				say(string(site.Off))
			}
		}
	}
	p.NowScript = p.to(plan.AssetDir + "now.js")
	return &now{Words: &p.Words.Now, State: states, Facts: facts}
}

// outage turns a derived outage into steps.
func (p *page) outage(o *site.Outage) fact {
	name := p.voice.Name(o.Service.Name)
	f := fact{Name: name.Text, Lang: tag(name.Chinese), Lane: p.lane(o), Base: string(site.On)}
	stop := step{State: string(site.Off)}
	if o.Stop.Permanent {
		stop.State = string(site.Ended)
	}
	if from, ok := begins(o.Stop); ok {
		stop.From = from.Unix()
	}
	f.Steps = append(f.Steps, stop)
	f.Says = append(f.Says, p.voice.Outlook(o, nil), p.voice.Outlook(o, o.Stop))
	for _, m := range o.Recoveries() {
		if m.Moment.Known() { // any other never comes by itself
			f.Steps = append(f.Steps, recovery(m))
			f.Says = append(f.Says, p.voice.Outlook(o, m))
		}
	}
	return f
}

// begins is the instant at which a stop is known to have come.
func begins(m *site.Milestone) (time.Time, bool) {
	switch {
	case m.Moment.Known():
		return m.Moment.Start(), true
	case m.Moment.Before != nil && !m.Moment.Pending:
		return m.Moment.Before.Instant, true
	}
	return time.Time{}, false
}

func recovery(m *site.Milestone) step {
	s := step{State: string(site.On), Word: m.State, From: m.Moment.Start().Unix()}
	if m.Kind == site.Partial || m.Moment.Gradual {
		s.State = string(site.Partly)
	}
	if !m.Moment.Exact() {
		s.Until = m.Moment.End().Unix()
	}
	if m.Daily != nil {
		s.Daily = []int{m.Daily.From, m.Daily.To}
	}
	return s
}

// point turns a deadline or a date to note into steps.
func (p *page) point(m *site.Milestone) fact {
	f := fact{Name: p.voice.Label(m), Lang: tag(!p.voice.Translated(m)), Base: ahead, Steps: []step{}}
	words := phrase.Plain(p.voice.WhenRuns(m))
	switch {
	case m.Withdrawn:
		f.Base, words = dropped, ""
	case !m.Moment.Known():
		f.Base = pending
	case m.Kind == site.Deadline:
		limit := m.Moment.Limit()
		last := site.DayOf(limit.Add(-time.Second)).Start()
		f.Base = open
		f.Steps = []step{{From: last.Unix(), State: lastDay}, {From: limit.Unix(), State: passed}}
	default:
		f.Steps = []step{{From: m.Moment.Start().Unix(), State: reached}}
	}
	f.Says = []string{words}
	for range f.Steps {
		f.Says = append(f.Says, words)
	}
	return f
}

// comes is the instant at which a milestone with a known time has come: a
// deadline when it has passed.
func comes(m *site.Milestone) time.Time {
	if m.Kind == site.Deadline {
		return m.Moment.Limit()
	}
	return m.Moment.Start()
}

// lane words the part of a service that an outage is limited to. Whom and which
// channels it is about is said only where another outage of the service is not.
func (p *page) lane(o *site.Outage) string {
	l := o.Lane
	var parts []string
	if l.Scope != "" {
		parts = append(parts, p.say(l.Scope))
	}
	if !shared(o) {
		return join(parts, " · ")
	}
	if names := audienceNames(l.Audience); len(names) > 0 {
		parts = append(parts, p.voice.Names(names).Text)
	}
	if names := channelNames(l.Channels); len(names) > 0 {
		parts = append(parts, p.voice.Names(names).Text)
	}
	return join(parts, " · ")
}

// shared reports whether its notice has another outage of the same service.
func shared(o *site.Outage) bool {
	for _, other := range o.Stop.Notice.Outages {
		if other != o && other.Service == o.Service {
			return true
		}
	}
	return false
}

func audienceNames(audience []*site.Audience) []string {
	var names []string
	for _, a := range audience {
		names = append(names, a.Name)
	}
	return names
}

func channelNames(channels []*site.Channel) []string {
	var names []string
	for _, c := range channels {
		names = append(names, c.Name)
	}
	return names
}
