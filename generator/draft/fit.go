package draft

import (
	"slices"
	"time"

	"tonggao/generator/site"
)

// fit mends a sketch that does not fit: the stop before it has no end of its own then;
// or there is none, and the draft asks for it; else it is a date.
func (d *drafter) fit(s *sketch) {
	if s.kind == site.Suspend && d.endsItself(s) {
		return
	}
	if s.kind == site.Suspend || s.kind == site.Opening {
		s.demote("这项业务此前已经暂停，暂按重要日期：是另一项业务，还是改写")
		return
	}
	if !s.tbd {
		for _, o := range d.sketches {
			if o.tbd && o.service == s.service && o.kind == site.Resume {
				o.demote("正文另写了恢复的时间，这里另行通知的是什么")
				return
			}
		}
	}
	if inner := d.within(s); inner != nil {
		inner.demote("它在写明的停止时段之内，暂按重要日期：是临时开放，还是另一项业务")
		return
	}
	stopped := false
	for _, o := range d.sketches {
		if o.service != s.service || o.kind != site.Suspend && o.state == "" || o.withdrawn || o == s {
			continue
		}
		if stopped = true; o.until != nil && s.before != nil && s.later == nil && o.until.Exact() && o.until.Instant.Before(s.before.Instant) && o.moment.Instant.Before(s.before.Instant) {
			s.later, o.until = o.until, nil // back between the stated end and the latest time
			return
		}
		if o.until != nil && !d.backBefore(s) && o.until.End().Compare(s.order()) <= 0 && !o.moment.Instant.After(s.order()) {
			if !d.comesBackAt(o.service, *o.until) {
				o.asks("原文既写了截止时间，又写了此后恢复，本条未写截止时间，请定以哪个为准")
			}
			o.until = nil
			return
		}
	}
	if stopped || s.order().IsZero() && !s.tbd {
		s.demote("这项业务此前没有暂停，或已全面恢复，暂按重要日期")
		return
	}
	d.unknownStop(s)
}

// within returns what brings a service back inside a window of its stop, so that a
// later recovery finds nothing to bring back.
func (d *drafter) within(later *sketch) *sketch {
	for _, stop := range d.sketches {
		if stop.kind != site.Suspend || stop.service != later.service || stop.until == nil || stop.withdrawn {
			continue
		}
		for _, s := range d.sketches {
			inside := s.kind == site.Resume && s.service == stop.service && s.moment.Known() && s.before == nil && s.later == nil
			if inside && s != later && s.moment.Instant.After(stop.moment.Instant) && s.moment.End().Before(stop.until.End()) {
				return s
			}
		}
	}
	return nil
}

// backBefore reports whether something else brings a service back before a sketch does.
func (d *drafter) backBefore(s *sketch) bool {
	return slices.ContainsFunc(d.sketches, func(o *sketch) bool {
		return o != s && o.kind == site.Resume && o.service == s.service && !o.withdrawn && !o.tbd && o.order().Before(s.order())
	})
}

// comesBackAt reports whether the text says that a service comes back at a time, in
// stages or wholly.
func (d *drafter) comesBackAt(service string, at site.Moment) bool {
	return slices.ContainsFunc(d.sketches, func(o *sketch) bool {
		return o.service == service && o.kind != site.Suspend && !o.tbd && o.moment.Same(at)
	})
}

// endsItself gives the stop of a day before another one that day as its end: 9日闭馆，
// 18日闭馆.
func (d *drafter) endsItself(later *sketch) bool {
	for _, o := range d.sketches {
		day := o.kind == site.Suspend && o.until == nil && !o.since && !o.withdrawn && o.moment.Precision == site.ToDay && o.before == nil && !o.tbd
		if day && o != later && o.service == later.service && o.moment.Instant.Before(later.moment.Instant) {
			o.until = &o.moment
			o.asks("原文没有写何时恢复，暂按只停当日")
			return true
		}
	}
	return false
}

// order is where a sketch stands in time.
func (s *sketch) order() (at time.Time) {
	switch {
	case s.moment.Known() && s.before == nil && s.later == nil:
		return s.moment.Instant
	case s.before != nil:
		return s.before.Instant
	case s.later != nil:
		return s.later.Instant
	}
	return at
}

// unknownStop adds the stop that a recovery speaks of and the text does not tell: no
// time, and a question.
func (d *drafter) unknownStop(s *sketch) {
	stop := &sketch{kind: site.Suspend, service: s.service, tbd: true, scope: s.scope, start: s.start, text: d.nameOf(s.service) + "暂停"}
	stop.rests("原文只写恢复，没有写何时暂停")
	stop.asks("原文没有写何时暂停：补写时间；如果本来没有暂停，删去本条，恢复改为 rule")
	if !s.tbd {
		stop.tbd, stop.before = false, &s.moment
		if s.before != nil {
			stop.before = s.before
		} else if s.later != nil {
			stop.before = s.later
		}
		stop.leads = s
	}
	for _, o := range d.sketches {
		if o.leads == s {
			o.leads, stop = nil, nil
			s.demote("这项业务此前没有暂停，暂按重要日期")
			d.sketches = slices.DeleteFunc(d.sketches, func(x *sketch) bool { return x == o })
			return
		}
	}
	d.sketches = append(d.sketches, stop)
}

// demote turns a sketch into a rule, which the draft asks about.
func (s *sketch) demote(question string) {
	if s.moment.Known() || s.tbd {
		s.before, s.later = nil, nil
	}
	s.kind, s.permanent, s.until, s.state, s.scope = site.Rule, false, nil, "", ""
	s.asks(question)
	if s.label == "" {
		s.label = labelOf(s.text)
	}
}
