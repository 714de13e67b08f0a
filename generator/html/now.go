package html

import (
	"slices"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// now is what the script of a page needs to say what holds at an instant. It
// travels as JSON in the page. Its steps are those of site.Course; a test
// runs both over many instants.
type now struct {
	Words  *nowWords `json:"words"`
	Facts  []fact    `json:"facts"`
	Past   *past     `json:"past,omitempty"`   // of a notice, and of its milestones
	Quiet  string    `json:"quiet,omitempty"`  // said when no fact is left to show; only regions hide what is over
	Silent string    `json:"silent,omitempty"` // said instead when one of them never said when it is over
}

// past is what a page says instead once its notice is history.
type past struct {
	From int64  `json:"from"`
	Says string `json:"says"`
}

// past is nil for a notice that never becomes history.
func (p *page) past(n *site.Notice) *past {
	if n.History.IsZero() {
		return nil
	}
	return &past{n.History.Unix(), p.voice.Past(n)}
}

// A fact is a course, or a milestone that is no part of one.
type fact struct {
	ID    string `json:"id,omitempty"` // of the service, for other sites that ask for it
	Name  string `json:"name"`
	Lang  string `json:"lang,omitempty"`  // of the name, where it is not the page's
	Lane  string `json:"lane,omitempty"`  // the part of the service that it is about
	Alias string `json:"alias,omitempty"` // what people call it
	Href  string `json:"href,omitempty"`
	Steps []step `json:"steps"`
	Until int64  `json:"until,omitempty"` // from then on its notice says nothing of the present
}

// A step is how a fact stands from an instant on, in seconds since 1970; the first
// has none and holds from the beginning.
type step struct {
	From  int64  `json:"from,omitempty"`
	State string `json:"state"`
	Word  string `json:"word"`           // the state in words
	Says  string `json:"says"`           // what follows, in words
	Do    string `json:"do,omitempty"`   // what to do instead from then on, until the service is back
	Kept  *kept  `json:"kept,omitempty"` // the hours that decide
}

// The states that are no service's: of deadlines and of dates to note.
const (
	open     = "open"
	lastDay  = "last"
	passed   = "passed"
	ahead    = "ahead"
	reached  = "reached"
	pending  = "pending"
	dropped  = "dropped"
	opened   = "opened"
	finished = "finished"
)

// now begins a page's facts and has the page run the script.
func (p *page) now(facts []fact) *now {
	p.NowScript = p.to(plan.AssetDir + "now.js")
	return &now{Words: &p.Words.Now, Facts: facts}
}

// course turns a service's course into steps. Where hours
// decide, the page says when they turn it next, as long as nothing else happens before.
func (p *page) course(c *site.Course) fact {
	name := p.voice.Name(c.Service.Name)
	f := fact{ID: c.Service.ID, Name: name.Text, Lang: tag(name.Chinese), Lane: p.lane(c)}
	if everyday := p.voice.Name(c.Service.Everyday); !everyday.Chinese {
		f.Alias = everyday.Text
	}
	do := ""
	for i, s := range c.Steps {
		one := step{From: unix(s.From), State: string(s.State), Word: p.voice.Standing(c, i), Says: p.voice.Outlook(c, i)}
		if s.State == site.On {
			do = ""
		} else if now := p.instead(s.Cause); now != do && now != "" {
			one.Do, do = now, now
		}
		one.Kept = p.kept(c, i)
		f.Steps = append(f.Steps, one)
	}
	return f
}

// instead words what to do instead of what a milestone stops, "" where the page
// cannot say it in its language.
func (p *page) instead(m *site.Milestone) string {
	runs := p.voice.Meanwhile(m)
	if len(runs) == 0 || runs[0].Chinese {
		return ""
	}
	return phrase.Plain(runs)
}

// unix is an instant in seconds since 1970, 0 for none.
func unix(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.Unix()
}

// calledOff are the facts of services that a notice would have stopped and stops no more.
func (p *page) calledOff(n *site.Notice, a *site.Audience) []fact {
	var facts []fact
	told := map[string]bool{}
	for _, m := range n.CalledOff(a) {
		for _, s := range m.Services {
			if told[s.ID] {
				continue
			}
			told[s.ID] = true
			name := p.voice.Name(s.Name)
			facts = append(facts, fact{ID: s.ID, Name: name.Text, Lang: tag(name.Chinese), Steps: []step{{State: string(site.On), Word: p.voice.StateOf(s, site.On), Says: phrase.Plain(p.voice.Meanwhile(m))}}})
		}
	}
	return facts
}

// openings are the facts of what is open for once although nothing stops it: the
// courses do not tell of it.
func (p *page) openings(n *site.Notice, a *site.Audience) []fact {
	var facts []fact
	for _, m := range n.Milestones {
		told := slices.ContainsFunc(n.Courses, func(c *site.Course) bool { return c.Has(m) })
		if m.Kind == site.Opening && !told && m.For(a) {
			f := p.point(m)
			f.Lane = p.voice.Moment(m.Moment, phrase.DateOnly, phrase.Short)
			facts = append(facts, f)
		}
	}
	return facts
}

// point turns a deadline, a date to note or an opening into steps.
func (p *page) point(m *site.Milestone) fact {
	f := fact{Name: p.voice.Label(m), Lang: tag(!p.voice.Translated(m))}
	says := p.voice.When(m)
	add := func(from time.Time, state string) {
		f.Steps = append(f.Steps, step{From: unix(from), State: state, Word: p.Words.points()[state], Says: says})
	}
	at := m.Moment
	switch {
	case m.Withdrawn:
		says = ""
		add(time.Time{}, dropped)
	case !at.Known():
		add(time.Time{}, pending)
	case m.Kind == site.Deadline:
		limit := at.Limit()
		add(time.Time{}, open)
		add(site.DayOf(limit.Add(-time.Second)).Start(), lastDay)
		add(limit, passed)
	default:
		add(time.Time{}, ahead)
		p.reaches(m, add)
		if m.Kind == site.Opening && m.Hours != nil {
			f.Steps[1].Kept = p.opening(m, says)
		}
	}
	return f
}

// reaches adds that a moment comes and, of an opening, that it is over.
func (p *page) reaches(m *site.Milestone, add func(time.Time, string)) {
	if m.Kind != site.Opening {
		add(m.Moment.Start(), reached)
		return
	}
	add(m.Moment.Start(), opened)
	if last, kept := m.LastWindow(); kept {
		add(last.To, finished)
	} else if end, closes := m.Closes(); closes {
		add(end, finished)
	}
}

// comes is the instant at which a milestone with a known time has come: a
// deadline when it has passed.
func comes(m *site.Milestone) time.Time {
	if m.Kind == site.Deadline {
		return m.Moment.Limit()
	}
	return m.Moment.Start()
}

// lane words the part of a service that a course is limited to. Whom and which
// channels it is about is said only where another course of the service is not.
func (p *page) lane(c *site.Course) string { return join(p.voice.Lane(c, 0), " · ") }

func serviceNames(services []*site.Service) []string {
	var names []string
	for _, s := range services {
		names = append(names, s.Name)
	}
	return names
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
