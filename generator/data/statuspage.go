package data

import (
	"bufio"
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
	summary := statusSummary{Page: w.statusPage(o), Components: []struct{}{}, Incidents: []struct{}{}, Maintenances: w.planned(o, true),
		Status: indicator{"none", w.voice.Scheduled()}}
	return plainJSON(out, summary)
}

func (w *Writer) maintenances(out *bufio.Writer, o plan.Output) error {
	return plainJSON(out, maintenanceList{w.statusPage(o), w.planned(o, false)})
}

func (w *Writer) statusPage(o plan.Output) statusPage {
	n := w.news(plan.Output{Path: o.Path, Region: o.Region, Language: site.Chinese})
	return statusPage{ID: site.PathUID(o.FirstPath()), Name: n.Title, URL: n.Home, TimeZone: "Asia/Shanghai", Updated: stamp(n.Updated)}
}

// planned lists the outages of all notices whose beginning has a time, the latest first as
// monitors expect; in a summary only those that are not over by the newest day of all data.
func (w *Writer) planned(o plan.Output, coming bool) []maintenance {
	notices := w.plan.Site.Notices()
	if o.Region != nil {
		notices = o.Region.Notices
	}
	now := w.newest.Start()
	all := []maintenance{}
	for _, n := range notices {
		for _, x := range outagesOf(n) {
			if x.Stop.Moment.Known() {
				all = append(all, w.maintenance(o, x, now))
			}
		}
		for _, m := range n.Milestones {
			if m.Withdrawn && m.Stops() && m.Moment.Known() {
				all = append(all, w.calledOff(o, m))
			}
		}
	}
	if coming {
		all = slices.DeleteFunc(all, func(m maintenance) bool { return m.Status == completed })
	}
	slices.SortStableFunc(all, func(a, b maintenance) int { return strings.Compare(b.From, a.From) })
	return all
}

func (w *Writer) maintenance(o plan.Output, x *site.Outage, now time.Time) maintenance {
	part := slices.Concat([]string{x.Lane.Scope}, each(x.Lane.Audience, func(a *site.Audience) string { return a.Name }), each(x.Lane.Channels, func(c *site.Channel) string { return c.Name }))
	m := w.about(o, x.Stop, x.Service.ID+" "+strings.Join(part, " "))
	m.Name = x.Service.Name + "：" + w.voice.Turn(x.Stop)
	if part = slices.DeleteFunc(part, func(name string) bool { return name == "" }); len(part) > 0 {
		m.Name += "（" + strings.Join(part, "、") + "）"
	}
	if over, known := end(x); known {
		m.Until = instant(over)
		if over.Before(now) {
			m.Status = completed
		}
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

func (w *Writer) calledOff(o plan.Output, stop *site.Milestone) maintenance {
	m := w.about(o, stop, "")
	m.Name, m.Status = w.voice.Change(stop)+w.voice.Label(stop), completed
	return m
}

// about is what a maintenance has of the milestone that begins it. Its updates are the
// schedule itself, and each move of it, newest first.
func (w *Writer) about(o plan.Output, stop *site.Milestone, part string) maintenance {
	id := site.PathUID("maintenance/" + stop.UID() + part)
	m := maintenance{ID: id, Status: scheduled, Impact: "maintenance", Created: stamp(stop.Notice.Issued.Stamp(0)), Updated: stamp(updated(stop.Notice)), Link: w.plan.URL(plan.MilestoneDir(stop)),
		From: stamp(stop.Moment.Start()), PageID: site.PathUID(o.FirstPath()), Components: []struct{}{}}
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
