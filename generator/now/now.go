// Package now holds what a page knows of the present: how the services of a notice or a
// region stand at any instant, as steps that a script reads in the visitor's browser, and
// when notices run, for their marks in lists. Nothing here depends on a clock, and nothing
// here is a page: how the answer looks is html's, its words are phrase's.
//
// A fact's steps are those of site.Course; templates/assets/now.js reads them, and a test
// runs both over many instants. Begin reading at Teller.Course.
package now

import (
	"slices"
	"strings"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/timing"
	"tonggao/generator/words"
)

// A View is what the script of a page needs to say what holds at an instant. It travels as
// JSON in the page.
type View struct {
	Words  *words.Now `json:"words"`
	Facts  []Fact     `json:"facts"`
	Past   *Past      `json:"past,omitempty"`   // of a notice, and of its milestones
	Quiet  string     `json:"quiet,omitempty"`  // said when no fact is left to show; only regions hide what is over
	Silent string     `json:"silent,omitempty"` // said instead when one of them never said when it is over
}

// Past is what a page says instead once its notice is history.
type Past struct {
	From int64  `json:"from"` // seconds since 1970
	Says string `json:"says"`
}

// A Teller turns what a site means into facts, in the voice of one page.
type Teller struct {
	Voice phrase.Voice
	Words *words.Page
}

// Past is nil for a notice that never becomes history.
func (t Teller) Past(n *site.Notice) *Past {
	if n.History.IsZero() {
		return nil
	}
	return &Past{n.History.Unix(), t.Voice.Past(n)}
}

// A Fact is a course, or a milestone that is no part of one.
type Fact struct {
	ID    string `json:"id,omitempty"` // of the service, for other sites that ask for it
	Name  string `json:"name"`
	Lang  string `json:"lang,omitempty"`  // of the name, where it is not the page's
	Lane  string `json:"lane,omitempty"`  // the part of the service that it is about
	Alias string `json:"alias,omitempty"` // what people call it
	Href  string `json:"href,omitempty"`
	Steps []Step `json:"steps"`
	Until int64  `json:"until,omitempty"` // from then on its notice says nothing of the present
}

// A Step is how a fact stands from an instant on, in seconds since 1970; the first
// has none and holds from the beginning.
type Step struct {
	From      int64  `json:"from,omitempty"`
	Precision string `json:"precision,omitempty"` // day or month, where its time has no hour
	State     string `json:"state"`
	Word      string `json:"word"`           // the state in words
	Says      string `json:"says"`           // what follows, in words
	Do        string `json:"do,omitempty"`   // what to do instead from then on, until the service is back
	Kept      *Kept  `json:"kept,omitempty"` // the hours that decide
}

// The states that are no service's: of deadlines and of dates to note.
const (
	Open     = "open"
	LastDay  = "last"
	Passed   = "passed"
	Ahead    = "ahead"
	Reached  = "reached"
	Pending  = "pending"
	Dropped  = "dropped"
	Opened   = "opened"
	Finished = "finished"
)

// LeadsTo gives a fact of a region the page of its notice, and the instant from which on
// that says nothing of the present; the zero time is never.
func (f *Fact) LeadsTo(href string, until time.Time) { f.Href, f.Until = href, unix(until) }

// Course turns a service's course into steps. Where hours decide, they say when they turn
// it next, as long as nothing else happens before.
func (t Teller) Course(c *site.Course) Fact {
	name := t.Voice.Name(c.Service.Name)
	f := Fact{ID: c.Service.ID, Name: name.Text, Lang: chinese(name.Chinese), Lane: t.Lane(c)}
	if everyday := t.Voice.Name(c.Service.Everyday); !everyday.Chinese {
		f.Alias = everyday.Text
	}
	do := ""
	for i, s := range c.Steps {
		one := Step{From: unix(s.From), State: string(s.State), Word: t.Voice.Standing(c, i), Says: t.Voice.Outlook(c, i)}
		if s.State == site.On {
			do = ""
		} else if now := t.instead(s.Cause); now != do && now != "" {
			one.Do, do = now, now
		}
		one.Precision = bare(s.Moment())
		one.Kept = t.kept(c, i)
		f.Steps = append(f.Steps, one)
	}
	return f
}

// bare is how precise a time without an hour is: nobody can count hours to it.
func bare(at site.Moment) string {
	if at.Known() && !at.Exact() {
		return at.Precision.String()
	}
	return ""
}

// instead words what to do instead of what a milestone stops, "" where the page
// cannot say it in its language.
func (t Teller) instead(m *site.Milestone) string {
	runs := t.Voice.Meanwhile(m)
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

// CalledOff are the facts of services that a notice would have stopped and stops no more,
// without those of which courses tell: a service stands in one way only.
func (t Teller) CalledOff(n *site.Notice, a *site.Audience, courses []*site.Course) []Fact {
	var facts []Fact
	told := map[string]bool{}
	for _, m := range n.CalledOff(a) {
		for _, s := range m.Services {
			part := m.Part(s)
			if told[part.Key()] || slices.ContainsFunc(courses, func(c *site.Course) bool { return c.Reaches(part.Lane, s) }) {
				continue
			}
			told[part.Key()] = true
			name := t.Voice.Name(s.Name)
			facts = append(facts, Fact{ID: s.ID, Name: name.Text, Lang: chinese(name.Chinese), Lane: t.Lane(part), Steps: []Step{{State: string(site.On), Word: t.Voice.StateOf(s, site.On), Says: phrase.Plain(t.Voice.Meanwhile(m))}}})
		}
	}
	return facts
}

// Openings are the facts of what is open for once although nothing stops it: the
// courses do not tell of it.
func (t Teller) Openings(n *site.Notice, a *site.Audience) []Fact {
	var facts []Fact
	for _, m := range n.Milestones {
		told := slices.ContainsFunc(n.Courses, func(c *site.Course) bool { return c.Has(m) })
		if m.Kind == site.Opening && !told && m.For(a) {
			f := t.Point(m)
			f.Lane = t.Voice.Moment(m.Moment, timing.DateOnly, timing.Short)
			facts = append(facts, f)
		}
	}
	return facts
}

// Point turns a deadline, a date to note or an opening into steps.
func (t Teller) Point(m *site.Milestone) Fact {
	f := Fact{Name: t.Voice.Label(m), Lang: chinese(!t.Voice.Translated(m))}
	says := t.Voice.When(m)
	add := func(from time.Time, precision, state string) {
		f.Steps = append(f.Steps, Step{From: unix(from), Precision: precision, State: state, Word: points(t.Words)[state], Says: says})
	}
	at := m.Moment
	switch {
	case m.Withdrawn:
		says = ""
		add(time.Time{}, "", Dropped)
	case !at.Known():
		add(time.Time{}, "", Pending)
	case m.Kind == site.Deadline:
		limit := at.Limit()
		add(time.Time{}, "", Open)
		add(site.DayOf(limit.Add(-time.Second)).Start(), site.ToDay.String(), LastDay)
		add(limit, bare(at), Passed)
	default:
		add(time.Time{}, "", Ahead)
		t.reaches(m, add)
		if m.Kind == site.Opening && m.Hours != nil {
			f.Steps[1].Kept = t.opening(m, says)
		}
	}
	return f
}

// reaches adds that a moment comes and, of an opening, that it is over.
func (t Teller) reaches(m *site.Milestone, add func(from time.Time, precision, state string)) {
	if m.Kind != site.Opening {
		add(m.Moment.Start(), bare(m.Moment), Reached)
		return
	}
	add(m.Moment.Start(), bare(m.Moment), Opened)
	if last, kept := m.LastWindow(); kept {
		add(last.To, "", Finished)
		return
	}
	stated := m.Moment
	if m.Until != nil {
		stated = *m.Until
	}
	if end, closes := m.Closes(); closes {
		add(end, bare(stated), Finished)
	}
}

// Comes is the instant at which a milestone with a known time has come: a
// deadline when it has passed.
func Comes(m *site.Milestone) time.Time {
	if m.Kind == site.Deadline {
		return m.Moment.Limit()
	}
	return m.Moment.Start()
}

// Lane words the part of a service that a course is limited to. Whom and which
// channels it is about is said only where another course of the service is not.
func (t Teller) Lane(c *site.Course) string { return strings.Join(t.Voice.Lane(c, 0), " · ") }

// chinese is the language of a name that is Chinese on a page that is not, else "".
func chinese(is bool) string {
	if is {
		return string(site.Chinese)
	}
	return ""
}

// points words the states that are no service's.
func points(w *words.Page) map[string]string {
	return map[string]string{Open: w.Open, LastDay: w.LastDay, Passed: w.Passed, Ahead: w.Ahead, Reached: w.Reached, Opened: w.Opened, Finished: w.Finished, Pending: w.Pending, Dropped: w.Dropped}
}
