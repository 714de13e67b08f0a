package ics_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"tonggao/generator/ics"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestEventsStayAsPublished finds the events of calendars, and writes these again with some
// of their events as they were.
func TestEventsStayAsPublished(t *testing.T) {
	for seed := range uint64(60) {
		s, problems, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 23))))
		if err != nil || s == nil || problems.Failed() {
			continue
		}
		for _, n := range s.Notices() {
			n.Title += "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:"
		}
		p, _ := plan.Make(s, plan.Options{})
		w := ics.New(p)
		for _, o := range p.Outputs() {
			if o.Format == plan.ICS && o.Kind != plan.MilestoneCalendar && o.Leads == "" {
				staysAsPublished(t, w, o, p.Events(o.Path))
			}
		}
	}
}

func staysAsPublished(t *testing.T, w *ics.Writer, o plan.Output, milestones []*site.Milestone) {
	t.Helper()
	var file, again bytes.Buffer
	if err := w.Write(&file, o); err != nil {
		t.Fatal(err)
	}
	events, asked, series := ics.Events(file.Bytes()), 0, 0
	for _, m := range milestones {
		series += max(1, len(m.Series()))
	}
	some := func(m *site.Milestone) []byte {
		event := events[m.UID()]
		if !bytes.HasPrefix(event, []byte("BEGIN:VEVENT\r\nUID:"+m.UID()+"\r\n")) || bytes.Count(event, []byte("\nBEGIN:")) > 0 {
			t.Errorf("%s: the event of %s is %q", o.Path, m.ID, event)
		}
		if asked++; asked%3 == 0 || len(m.Series()) > 0 {
			return nil
		}
		return event
	}
	if err := w.Rewrite(&again, o, some); err != nil {
		t.Fatal(err)
	}
	if asked != len(milestones) || len(events) != series || !bytes.Equal(again.Bytes(), file.Bytes()) {
		t.Errorf("%s has %d events of %d milestones, of which %d were asked for; of some of these is made\n%s\nnot\n%s", o.Path, len(events), len(milestones), asked, again.Bytes(), file.Bytes())
	}
}
