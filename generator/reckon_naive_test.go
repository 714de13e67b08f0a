package generator

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tonggao/generator/site"
)

// This file reckons a second time how services stand, from the authors' own files
// and by the plainest way that there is: for one part of a service and one instant,
// look at every milestone in the order of time and let each say what it does. It
// shares no line with the program, so that a mistake must be made twice to be missed.

// spoken is a milestone as its author wrote it.
type spoken struct {
	Kind, Service                                string
	Services                                     []string
	At, Until, After, Before                     string
	TBD, Expected, Gradual, Permanent, Withdrawn bool
	State, Scope                                 string
	Daily, Days, Except, Also                    any
	Audience, Channels                           []string
	at, until, after, before                     *stretch
	id                                           string
}

// A stretch is a written time: an instant, whose end is its beginning, a day or a month.
type stretch struct{ from, to time.Time }

// Limits are what a service is limited to; the words of the three limits.
type limits struct{ scope, audience, channel string }

// A reckoner is the milestones of one notice.
type reckoner struct {
	facts   []*spoken         // in the order of time
	partOf  map[string]string // the service that one belongs to
	history time.Time
	words   map[string][]time.Time // see since
}

// never is the time of what has none.
var never = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// first is the first instant at which a milestone says something.
func (m *spoken) first() time.Time {
	for _, s := range []*stretch{m.at, m.after, m.before} {
		if s != nil {
			return s.from
		}
	}
	return never
}

// is reports whether a milestone speaks of a part.
func (m *spoken) is(part limits) bool {
	return (m.Scope == "" || m.Scope == part.scope) && (len(m.Audience) == 0 || slices.Contains(m.Audience, part.audience)) &&
		(len(m.Channels) == 0 || slices.Contains(m.Channels, part.channel))
}

// goodness orders the states from the worst to the best.
var goodness = []site.State{site.Ended, site.Off, site.Uncertain, site.Partly, site.Presumed, site.On}

func worse(a, b site.State) site.State {
	if slices.Index(goodness, a) < slices.Index(goodness, b) {
		return a
	}
	return b
}

// stands tells how a part of a service stands: never better than what it belongs to.
func (r *reckoner) stands(service string, part limits, t time.Time) site.State {
	state, _ := r.own(service, part, t)
	for whole := r.partOf[service]; whole != ""; whole = r.partOf[whole] {
		of, _ := r.own(whole, part, t)
		state = worse(state, of)
	}
	return state
}

// own tells it of the service alone, and whose word it is.
func (r *reckoner) own(service string, part limits, t time.Time) (site.State, *spoken) {
	var outage, before []*spoken // the last stop that has begun, and what follows it until the next; and the one before it
	var shuts time.Time          // when the outage that is open shuts
	for _, m := range r.facts {
		if !slices.Contains(m.Services, service) || !m.is(part) || m.first().Equal(never) {
			continue
		}
		isOpen := m.first().Before(shuts)
		begins := m.Kind == "suspend" || m.Kind == "partial" && m.State != "" && !isOpen
		if begins && m.first().After(t) {
			break
		}
		switch {
		case begins:
			if begun(outage, t) {
				before = outage
			}
			outage, shuts = []*spoken{m}, never
			if m.until != nil {
				shuts = m.until.to
			}
		case m.Kind == "resume":
			outage, shuts = append(outage, m), m.first()
		case m.Kind == "partial" || m.Kind == "opening":
			outage = append(outage, m)
		}
	}
	if !begun(outage, t) {
		outage = before
	}
	return say(outage, t)
}

// begun reports whether an outage has begun: one whose stop is to be announced when a
// stage or a recovery of it shows that it has.
func begun(outage []*spoken, t time.Time) bool {
	if len(outage) == 0 {
		return false
	}
	if stop := outage[0]; stop.at != nil || stop.before != nil || !stop.TBD {
		return true
	}
	return slices.ContainsFunc(outage[1:], func(m *spoken) bool {
		word := site.On
		if m.Kind != "opening" && !m.first().After(t) {
			word = m.restores(m.first())
		}
		return word != site.On && word != ""
	})
}

// say lets each milestone of an outage say what it does: the last word holds, but for
// an opening that runs.
func say(outage []*spoken, t time.Time) (site.State, *spoken) {
	state, by := site.On, (*spoken)(nil)
	for i, m := range outage {
		var said site.State
		switch {
		case t.Before(m.first()) || m.Kind == "opening":
			continue
		case i == 0:
			said = m.stops(t)
		default:
			said = m.restores(t)
		}
		if said != "" {
			state, by = said, m
		}
	}
	for _, m := range outage {
		if m.Kind == "opening" && m.at != nil && !t.Before(m.at.from) && t.Before(m.closes()) && (m.Daily == nil || m.open(t)) && (worse(state, m.opens(t)) == state || by.Daily != nil) {
			return m.opens(t), m
		}
	}
	return state, by
}

// opens is what an opening says while it runs.
func (m *spoken) opens(t time.Time) site.State {
	switch {
	case m.Expected && t.Before(m.at.to):
		return site.Uncertain
	case m.Expected:
		return site.Presumed
	}
	return site.Partly
}

func (m *spoken) month() bool { return m.at.to.Sub(m.at.from) > 24*time.Hour }

func (m *spoken) closes() time.Time {
	if m.until != nil {
		return m.until.to
	}
	return m.at.to
}

// stops is what a stop says, or a stage that reduces a service.
func (m *spoken) stops(t time.Time) site.State {
	state := site.Off
	switch {
	case m.Permanent:
		state = site.Ended
	case m.Gradual || m.Kind == "partial":
		state = site.Partly
	}
	if m.Daily != nil && !m.open(t) {
		state = site.On
	}
	switch {
	case m.at == nil && m.TBD && m.before == nil:
		return site.On // it is still to be announced
	case m.until != nil && !t.Before(m.until.to) && m.Expected:
		return site.Presumed
	case m.until != nil && !t.Before(m.until.to):
		return site.On
	case m.at != nil && m.month() && t.Before(m.at.to):
		return site.Uncertain // in the month, nobody knows when
	case m.at == nil && m.after != nil && (m.before == nil || t.Before(m.before.from)):
		return site.Uncertain
	}
	return state
}

// restores is what a recovery says, or a stage of one; "" for nothing.
func (m *spoken) restores(t time.Time) site.State {
	state := site.On
	switch {
	case m.Expected:
		state = site.Presumed
	case m.Kind == "partial" || m.Gradual:
		state = site.Partly
	}
	byHours := m.Daily != nil && m.at != nil && !m.month()
	switch {
	case m.at != nil && (m.State == "" && !byHours || m.Expected) && t.Before(m.at.to):
		return site.Uncertain
	case m.at != nil:
		return m.inHours(state, t)
	case m.before != nil && t.Before(m.before.to):
		return site.Uncertain
	case m.before != nil:
		return m.inHours(state, t)
	case m.TBD:
		return ""
	case t.Before(m.after.to):
		return site.Uncertain
	}
	return m.inHours(site.Presumed, t)
}

// inHours is off outside the hours of a day.
func (m *spoken) inHours(state site.State, t time.Time) site.State {
	if m.Daily != nil && !m.open(t) {
		return site.Off
	}
	return state
}

// open walks through every window that begins around an instant.
func (m *spoken) open(t time.Time) bool {
	for day := -2; day <= 0; day++ {
		for _, w := range m.windows(t.In(site.China).AddDate(0, 0, day)) {
			if !t.Before(w.from) && t.Before(w.to) {
				return true
			}
		}
	}
	return false
}

// windows are those that begin on a day.
func (m *spoken) windows(day time.Time) (all []stretch) {
	days, name := fmt.Sprint(m.Days), strings.ToLower(day.Format("Mon"))
	weekend := name == "sat" || name == "sun"
	listed := func(days any) bool { return strings.Contains(fmt.Sprint(days), day.Format(time.DateOnly)) }
	if listed(m.Except) {
		return nil
	}
	if m.Days != nil && !strings.Contains(days, name) && (days != "workdays" || weekend) && !listed(m.Also) {
		return nil
	}
	if day.Format(time.DateOnly) < m.first().In(site.China).Format(time.DateOnly) {
		return nil
	}
	for _, w := range strings.FieldsFunc(fmt.Sprint(m.Daily), func(r rune) bool { return strings.ContainsRune("[], ", r) }) {
		from, to, _ := strings.Cut(w, "-")
		a, _ := time.ParseInLocation("2006-01-02 15:04", day.Format(time.DateOnly)+" "+from, site.China)
		b, _ := time.ParseInLocation("2006-01-02 15:04", day.Format(time.DateOnly)+" "+to, site.China)
		if to <= from {
			b = b.AddDate(0, 0, 1)
		}
		all = append(all, stretch{a, b})
	}
	return all
}
