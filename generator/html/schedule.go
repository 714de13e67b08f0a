package html

import (
	"slices"
	"strings"

	"tonggao/generator/now"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// An entry is a milestone in a list.
type entry struct {
	Href     string
	State    string // which mark and colour: off, partly, on, deadline, rule, ended
	Kind     string // the kind in words
	Label    string
	Chinese  bool // the label is Chinese on a page that is not
	When     when
	Text     []phrase.Run
	Instead  []phrase.Run
	Limits   phrase.Run     // the group or the audiences that it is about
	Change   string         // 【延期】
	Moves    [][]phrase.Run // each change of its time
	Gone     bool           // withdrawn
	Formerly string         // then 原定, in front of its time
	Pending  bool
	Expected bool   // then its time is known and may change
	Limit    string // 20时前: of a deadline that stands with what begins at its moment
}

// A moment is the entries of a schedule that have one time, worded alike.
type moment struct {
	When     when
	Formerly string // 原定, where all of them are withdrawn
	Entries  []entry
}

// schedule lists milestones by their times.
func (p *page) schedule(milestones []*site.Milestone) []moment {
	var list []moment
	for _, m := range milestones {
		e := p.entry(m)
		if m.Kind == site.Suspend && !m.Withdrawn {
			e.Instead = nil // the table above says it
		}
		if strings.Contains(e.Label, e.Limits.Text) {
			e.Limits = phrase.Run{} // the label says it
		}
		if last := len(list) - 1; last >= 0 && list[last].When.same(e.When) {
			list[last].Entries = append(list[last].Entries, e)
			continue
		}
		list = append(list, moment{When: e.When, Entries: []entry{e}})
	}
	for i := range list {
		if !slices.ContainsFunc(list[i].Entries, func(e entry) bool { return !e.Gone }) {
			list[i].Formerly = list[i].Entries[0].Formerly
		}
		list[i].part()
	}
	return list
}

// part moves what stands around a moment to its deadlines where the entries
// differ in it: at 20:00 one thing stops, before 20:00 another has to be done.
func (m *moment) part() {
	differ := slices.ContainsFunc(m.Entries, func(e entry) bool { return e.When.Before != m.When.Before || e.When.After != m.When.After })
	if !differ {
		return
	}
	for i, e := range m.Entries {
		if e.State == string(site.Deadline) {
			m.Entries[i].Limit = e.When.limit()
		}
	}
	m.When.Before, m.When.After = "", ""
}

func (p *page) entryOf(m *site.Milestone) entry {
	e := entry{
		State: mark(m), Kind: p.kind(m), Label: p.voice.Label(m), Chinese: !p.voice.Translated(m), When: p.when(m),
		Text: p.voice.Runs(m.Notice, nil, m.Text), Instead: p.voice.Meanwhile(m),
		Limits: p.limits(m), Change: strings.TrimSpace(p.voice.Change(m)), Gone: m.Withdrawn, Pending: m.Status() == site.Tentative, Expected: m.Moment.Expected && !m.Moment.Pending,
		Moves: p.voice.Moves(m),
	}
	if m.Withdrawn {
		e.Formerly = p.voice.Planned(p.voice.When(m))
	}
	return e
}

// mark names the sign of a milestone, as facts.css colours it.
func mark(m *site.Milestone) string {
	switch {
	case m.Withdrawn:
		return now.Dropped
	case m.Kind == site.Deadline, m.Kind == site.Rule:
		return string(m.Kind)
	case m.Permanent:
		return string(site.Ended)
	case m.Kind == site.Suspend && !m.Moment.Gradual:
		return string(site.Off)
	case m.Kind == site.Partial || m.Moment.Gradual:
		return string(site.Partly)
	}
	return string(site.On) // back, or open
}

// kind words what a milestone does.
func (p *page) kind(m *site.Milestone) string { return p.voice.Turn(m) }

// limits words whom a milestone is about: the named group, or else the audiences.
func (p *page) limits(m *site.Milestone) phrase.Run {
	if m.Scope != "" {
		return p.voice.Name(m.Scope)
	}
	return p.voice.Names(site.AudienceNames(m.Audience))
}

func join(parts []string, between string) string { return strings.Join(parts, between) }
