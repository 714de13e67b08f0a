package data

import (
	"bufio"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"tonggao/generator/course"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// The files of Statuspage's public API, version 2, which monitors read: the outages of
// notices are scheduled maintenances there. A file that no clock changes cannot say what
// works now, so it names no component and no incident: who reads it compares the times.

type statusPage struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	URL      string `json:"url"`
	TimeZone string `json:"time_zone"`
	Updated  string `json:"updated_at"`
}

type statusSummary struct {
	Page         statusPage    `json:"page"`
	Components   []struct{}    `json:"components"`
	Incidents    []struct{}    `json:"incidents"`
	Maintenances []maintenance `json:"scheduled_maintenances"`
	Status       indicator     `json:"status"`
}

type indicator struct {
	Indicator   string `json:"indicator"`
	Description string `json:"description"`
}

type maintenanceList struct {
	Page         statusPage    `json:"page"`
	Maintenances []maintenance `json:"scheduled_maintenances"`
}

type maintenance struct {
	ID         string              `json:"id"`
	Name       string              `json:"name"`
	Status     string              `json:"status"`
	Impact     string              `json:"impact"`
	Created    string              `json:"created_at"`
	Updated    string              `json:"updated_at"`
	Monitoring *string             `json:"monitoring_at"`
	Resolved   *string             `json:"resolved_at"`
	Link       string              `json:"shortlink"`
	From       string              `json:"scheduled_for"`
	Until      *string             `json:"scheduled_until"` // null where no end is announced
	PageID     string              `json:"page_id"`
	Updates    []maintenanceUpdate `json:"incident_updates"`
	Components []struct{}          `json:"components"`
}

type maintenanceUpdate struct {
	ID         string     `json:"id"`
	Status     string     `json:"status"`
	Body       string     `json:"body"`
	IncidentID string     `json:"incident_id"`
	Created    string     `json:"created_at"`
	Updated    string     `json:"updated_at"`
	Display    string     `json:"display_at"`
	Affected   []struct{} `json:"affected_components"`
}

// The states of a maintenance; one that is called off is over too.
const (
	scheduled = "scheduled"
	completed = "completed"
)

func (w *Writer) statuspage(out *bufio.Writer, o plan.Output) error {
	summary := statusSummary{Page: w.statusPage(o), Components: []struct{}{}, Incidents: []struct{}{}, Maintenances: []maintenance{}, Status: indicator{"none", w.voice.Scheduled()}}
	return w.list(out, o, summary, func(s stretch) bool { return s.status(w.newest.Start()) != completed }) // by the newest day of all data
}

func (w *Writer) maintenances(out *bufio.Writer, o plan.Output) error {
	return w.list(out, o, maintenanceList{w.statusPage(o), []maintenance{}}, func(stretch) bool { return true })
}

// noMaintenances is how a list without any is spelled. No text has it: quotes are escaped there.
const noMaintenances = `"scheduled_maintenances":[]`

// list writes a value whose list has none yet, with those that are wanted in it, one behind
// the other: a country has ten thousands.
func (w *Writer) list(out *bufio.Writer, o plan.Output, without any, wanted func(stretch) bool) error {
	var around, room bytes.Buffer
	if err := plainJSON(&around, without); err != nil {
		return err
	}
	before, after, _ := bytes.Cut(around.Bytes(), []byte(noMaintenances))
	out.Write(before)
	out.WriteString(strings.TrimSuffix(noMaintenances, "]"))
	page, now, between := site.PathUID(o.FirstPath()), w.newest.Start(), ""
	published := w.publishedIn(o)
	for _, x := range w.planned(o) {
		if !wanted(x) {
			continue
		}
		out.WriteString(between)
		between = ","
		if was := published(o, x.stop.Notice.Region, x.id()); was != nil {
			out.Write(was)
			continue
		}
		room.Reset()
		if err := plainJSON(&room, w.maintenance(x, page, now)); err != nil {
			return err
		}
		out.Write(bytes.TrimSuffix(room.Bytes(), []byte("\n")))
	}
	out.WriteString("]")
	_, err := out.Write(after)
	return err
}

// endOfMaintenance is how a maintenance ends, and nothing else in a list of them.
const endOfMaintenance = `"components":[]}`

// SplitMaintenances is a bufio.SplitFunc for the maintenances of a list.
func SplitMaintenances(text []byte, whole bool) (advance int, token []byte, err error) {
	end := bytes.Index(text, []byte(endOfMaintenance))
	switch {
	case end < 0 && whole:
		return len(text), nil, nil
	case end < 0:
		return 0, nil, nil
	}
	end += len(endOfMaintenance)
	token, more := bytes.CutPrefix(text[:end], []byte(","))
	if !more { // the first
		_, token, _ = bytes.Cut(token, []byte(strings.TrimSuffix(noMaintenances, "]")))
	}
	return end, token, nil
}

func (w *Writer) statusPage(o plan.Output) statusPage {
	n := w.news(plan.Output{Path: o.Path, Region: o.Region, Language: site.Chinese})
	return statusPage{ID: site.PathUID(o.FirstPath()), Name: n.Title, URL: n.Home, TimeZone: "Asia/Shanghai", Updated: stamp(n.Updated)}
}

// A stretch is what becomes a maintenance: an outage, or a stop that was called off.
type stretch struct {
	stop   *site.Milestone
	outage *site.Outage // nil where it was called off
}

// planned lists the outages of all notices whose beginning has a time, the latest first as
// monitors expect.
func (w *Writer) planned(o plan.Output) []stretch {
	notices := w.plan.Site.Notices()
	if o.Region != nil {
		notices = o.Region.Notices
	}
	var all []stretch
	for _, n := range notices {
		for _, x := range outagesOf(n) {
			if x.Stop.Moment.Known() {
				all = append(all, stretch{x.Stop, x})
			}
		}
		for _, m := range n.Milestones {
			if m.Withdrawn && m.Stops() && m.Moment.Known() {
				all = append(all, stretch{m, nil})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b stretch) int { return b.stop.Moment.Start().Compare(a.stop.Moment.Start()) })
	return all
}

// part is the service of a stretch, and what names the part of it that is concerned.
func (s stretch) part() (service string, names []string) {
	x := s.outage
	if x == nil {
		return "", nil
	}
	names = slices.Concat([]string{x.Lane.Scope}, each(x.Lane.Audience, func(a *site.Audience) string { return a.Name }), each(x.Lane.Channels, func(c *site.Channel) string { return c.Name }))
	return x.Service.ID, names
}

// id is the name of the maintenance that a stretch becomes.
func (s stretch) id() string {
	service, names := s.part()
	if s.outage != nil {
		service += " " + strings.Join(names, " ")
	}
	return site.PathUID("maintenance/" + s.stop.UID() + service)
}

// status is how a stretch stands at an instant.
func (s stretch) status(now time.Time) string {
	if s.outage == nil {
		return completed
	}
	if over, known := end(s.outage); known && over.Before(now) {
		return completed
	}
	return scheduled
}

// maintenance words a stretch, as it stands at an instant.
func (w *Writer) maintenance(s stretch, page string, now time.Time) maintenance {
	m, x := w.about(page, s), s.outage
	if x == nil {
		m.Name, m.Status = w.voice.Change(s.stop)+w.voice.Label(s.stop), completed
		return m
	}
	m.Name, m.Status = x.Service.Name+"："+w.voice.Turn(x.Stop), s.status(now)
	_, part := s.part()
	if part = slices.DeleteFunc(part, func(name string) bool { return name == "" }); len(part) > 0 {
		m.Name += "（" + strings.Join(part, "、") + "）"
	}
	if over, known := end(x); known {
		m.Until = instant(over)
	}
	return m
}

// end is when an outage is over, as far as a time is known for it.
func end(x *site.Outage) (time.Time, bool) {
	if over, known := course.Over(x); known {
		return over, true
	}
	if x.End != nil && x.End.Moment.Known() {
		return x.End.Moment.Start(), true
	}
	return time.Time{}, false
}

// about is what a maintenance has of the milestone that begins it. Its updates are the
// schedule itself, and each move of it, newest first.
func (w *Writer) about(page string, s stretch) maintenance {
	id, stop := s.id(), s.stop
	m := maintenance{ID: id, Status: scheduled, Impact: "maintenance", Created: stamp(stop.Notice.Issued.Stamp(0)), Updated: stamp(updated(stop.Notice)), Link: w.plan.URL(plan.MilestoneDir(stop)),
		From: stamp(stop.Moment.Start()), PageID: page, Components: []struct{}{}}
	add := func(body, at string) {
		m.Updates = append(m.Updates, maintenanceUpdate{ID: site.PathUID(fmt.Sprint(id, len(m.Updates))), Status: m.Status, Body: body, IncidentID: id, Created: at, Updated: at, Display: at, Affected: []struct{}{}})
	}
	add(phrase.Plain(w.voice.Sentence(stop)), m.Created)
	for _, mv := range stop.AllMoves() {
		add(w.voice.Move(mv), stamp(mv.On.Stamp(0)))
	}
	slices.Reverse(m.Updates)
	return m
}
