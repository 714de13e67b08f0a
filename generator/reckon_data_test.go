package generator

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"tonggao/generator/site"
)

// What a program reads in notices.json and in a page to know how services stand.
type jsonNotice struct {
	Milestones []struct {
		ID                string
		TBD               bool
		At, After, Before string
		Daily             *jsonHours
	}
	Outages []jsonOutage
	States  []jsonCourse
}

type jsonLane struct {
	Service, Scope     string
	Audience, Channels []string
}

// covers reports whether what is said of one part of a service is said of another.
func (l jsonLane) covers(o jsonLane) bool {
	has := func(all, some []string) bool {
		return len(all) == 0 || len(some) > 0 && !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
	}
	return l.Service == o.Service && (l.Scope == "" || l.Scope == o.Scope) && has(l.Audience, o.Audience) && has(l.Channels, o.Channels)
}

type jsonOutage struct {
	jsonLane
	From, To, Until string
	Partial         string
	Stop, End       string
}

type jsonCourse struct {
	jsonLane
	Steps []struct {
		From, State string
		Daily       *jsonHours
		Parts       []struct {
			State, Else, Since string
			Daily              *jsonHours
		}
	}
}

func jsonRegion(t *testing.T, text []byte) (r struct{ Notices []jsonNotice }) {
	t.Helper()
	var file struct {
		Regions []struct{ Notices []jsonNotice }
	}
	if err := json.Unmarshal(text, &file); err != nil || len(file.Regions) != 1 {
		t.Fatal(len(file.Regions), "regions", err)
	}
	return file.Regions[0]
}

// A pageNow is what a page's script reads: its facts, and when it is history.
type pageNow struct {
	Facts []json.RawMessage
	Past  struct{ From int64 }
}

// pageFacts is empty where a page has no script.
func pageFacts(t *testing.T, page []byte) (now pageNow) {
	t.Helper()
	_, rest, found := bytes.Cut(page, []byte(`id="facts">`))
	if !found {
		return now
	}
	text, _, _ := bytes.Cut(rest, []byte("</script>"))
	if err := json.Unmarshal(text, &now); err != nil {
		t.Fatal(err)
	}
	return now
}

// until is when a row of a region's page stops to claim anything; 0 for never.
func until(t *testing.T, row json.RawMessage) int64 {
	t.Helper()
	var fact struct{ Until int64 }
	if err := json.Unmarshal(row, &fact); err != nil {
		t.Fatal(err)
	}
	return fact.Until
}

// at is how a program reads the steps: each holds until the next, and outside the
// hours of one the service is off.
func (c jsonCourse) at(t time.Time) site.State {
	i := len(c.Steps) - 1
	for i > 0 && t.Before(readTime(c.Steps[i].From).from) {
		i--
	}
	s := c.Steps[i]
	if len(s.Parts) == 0 && s.Daily != nil && !s.Daily.open("", t) {
		return site.Off
	}
	if len(s.Parts) == 0 {
		return site.State(s.State)
	}
	state := site.On
	for _, p := range s.Parts {
		said := p.State
		if p.Daily != nil && !p.Daily.open(p.Since, t) {
			said = p.Else
		}
		state = worse(state, site.State(said))
	}
	return state
}

type jsonHours struct {
	From, To           string
	Then               []jsonHours
	Days, Except, Also []string
}

// open tells whether an instant lies in a window that begins that day or the day before.
func (h jsonHours) open(since string, t time.Time) bool {
	for _, day := range []time.Time{t.In(site.China), t.In(site.China).AddDate(0, 0, -1)} {
		date, name := day.Format(time.DateOnly), strings.ToLower(day.Format("Mon"))
		on := (len(h.Days) == 0 || slices.Contains(h.Days, name)) && !slices.Contains(h.Except, date) || slices.Contains(h.Also, date)
		for _, w := range append([]jsonHours{h}, h.Then...) {
			end := date
			if w.To <= w.From {
				end = day.AddDate(0, 0, 1).Format(time.DateOnly)
			}
			now := t.In(site.China).Format("2006-01-02 15:04")
			if on && date >= since && date+" "+w.From <= now && now < end+" "+w.To {
				return true
			}
		}
	}
	return false
}

// readTime reads an instant, a day or a month of notices.json.
func readTime(text string) stretch {
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return stretch{at, at}
	}
	if day, err := time.ParseInLocation(time.DateOnly, text, site.China); err == nil {
		return stretch{day, day.AddDate(0, 0, 1)}
	}
	month, err := time.ParseInLocation("2006-01", text, site.China)
	if err != nil {
		return stretch{never, never}
	}
	return stretch{month, month.AddDate(0, 1, 0)}
}

// outage says what is wrong between a state and the outages of its service: one that
// holds never sees it on, and it is off in none but those.
func (n jsonNotice) outage(c jsonCourse, t time.Time, state site.State) string {
	covered := false
	for _, o := range n.Outages {
		if !o.covers(c.jsonLane) {
			continue
		}
		from, to := n.begins(o), readTime(cmp.Or(o.To, o.Until)) // who only expects an end states it in until
		if !t.Before(from.from) && t.Before(to.to) {
			covered = true
		}
		if !t.Before(from.to) && t.Before(to.from) && (o.To+o.Until != "" || !n.again(o, c.jsonLane, t)) && !n.keeps(o.Stop) && state == site.On {
			return "inside the outage of " + o.Stop
		}
	}
	if !covered && (state == site.Off || state == site.Ended) {
		return "outside of every outage"
	}
	return ""
}

// keeps reports whether a stop has hours, between which its service works.
func (n jsonNotice) keeps(stop string) bool {
	for _, m := range n.Milestones {
		if m.ID == stop {
			return m.Daily != nil
		}
	}
	return false
}

// again reports whether the same part has stopped again since an outage began: what
// that one would still bring is void then.
func (n jsonNotice) again(o jsonOutage, c jsonLane, t time.Time) bool {
	return slices.ContainsFunc(n.Outages, func(next jsonOutage) bool {
		from := n.begins(next).from
		return next.Stop != o.Stop && next.covers(c) && !from.Before(n.begins(o).from) && !t.Before(from)
	})
}

// begins is when an outage begins: its own time or the bound of its stop; where that
// is still to be announced, its first stage.
func (n jsonNotice) begins(o jsonOutage) stretch {
	if o.From != "" {
		return readTime(o.From)
	}
	for _, m := range n.Milestones {
		if bound := cmp.Or(m.After, m.Before); m.ID == o.Stop && !m.TBD && bound != "" {
			at := readTime(bound).from
			return stretch{at, at}
		}
	}
	return readTime(o.Partial)
}
