package data

import (
	"slices"
	"time"

	"tonggao/generator/course"
	"tonggao/generator/site"
)

// outagesOf returns the outages of a notice, and those that a service has because
// the one that it is part of is off: a program that reads them alone then finds
// every stretch in which a service does not work.
func outagesOf(n *site.Notice) []*site.Outage {
	all := slices.Clone(n.Outages)
	for _, c := range n.Courses {
		var seen []*site.Outage
		for _, s := range c.Steps {
			if s.Outage == nil || s.Outage.Service == c.Service || slices.Contains(seen, s.Outage) {
				continue
			}
			seen = append(seen, s.Outage)
			part := *s.Outage
			part.Service, part.Lane = c.Service, c.Lane
			all = append(all, &part)
		}
	}
	return all
}

func outageOf(o *site.Outage) outage {
	facts := outage{Service: o.Service.ID, From: datetime(o.Stop.Moment), Until: bound(o.Stop.Until), Stop: o.Stop.ID, Stages: each(o.Stages, func(m *site.Milestone) string { return m.ID }),
		Scope: o.Lane.Scope, Audience: each(o.Lane.Audience, audienceID), Channels: each(o.Lane.Channels, channelID)}
	for _, m := range o.Stages {
		if facts.Partial == nil && m.Kind == site.Partial {
			facts.Partial = datetime(m.Moment)
		}
	}
	if o.End != nil {
		facts.To, facts.End = datetime(o.End.Moment), o.End.ID
	}
	if over, known := course.Over(o); known && facts.To == nil {
		facts.To = instant(over)
	}
	return facts
}

func (w *Writer) course(c *site.Course) passage {
	facts := passage{Service: c.Service.ID, Scope: c.Lane.Scope, Audience: each(c.Lane.Audience, audienceID), Channels: each(c.Lane.Channels, channelID), Rest: c.Lane.Rest}
	for i, s := range c.Steps {
		one := step{State: string(s.State), Over: s.Over, Words: w.voice.Standing(c, i)}
		if s.Cause != nil {
			one.From, one.By = instant(s.From), s.Cause.ID
		}
		one.keep(s)
		facts.Steps = append(facts.Steps, one)
	}
	return facts
}

// instant writes an instant as RFC 3339 in China time.
func instant(t time.Time) *string {
	text := stamp(t)
	return &text
}
