package sketch

import (
	"slices"
	"time"

	"tonggao/generator/grammar"
	"tonggao/generator/site"
)

// fit mends a sketch that does not fit: the stop before it has no end of its own then;
// or there is none, and the draft asks for it; else it is a date.
func (d *Sheet) fit(s *Sketch) {
	if s.Kind == site.Suspend && d.endsItself(s) {
		return
	}
	if less := d.lessened(s); less != nil {
		less.demote("同一时段另写了全停，暂按重要日期：是另一处地方，还是改写")
		return
	}
	if d.saysAgain(s) {
		d.forget(s)
		d.Sketches = slices.DeleteFunc(d.Sketches, func(o *Sketch) bool { return o == s })
		return
	}
	if s.Kind == site.Suspend || s.Kind == site.Opening {
		s.demote("这项业务此前已经暂停，暂按重要日期：是另一项业务，还是改写")
		return
	}
	if d.partly(s) {
		return
	}
	if !s.Tbd {
		for _, o := range d.Sketches {
			if o.Tbd && o.Service == s.Service && o.Kind == site.Resume && (o.Scope == "" || o.Scope == s.Scope) {
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
	for _, o := range d.Sketches {
		elsewhere := o.Scope != "" && s.Scope != "" && o.Scope != s.Scope
		if o.Service != s.Service || elsewhere || o.Kind != site.Suspend && o.State == "" || o.Withdrawn || o == s {
			continue
		}
		if stopped = true; o.Until != nil && s.Before != nil && s.Later == nil && o.Until.Exact() && o.Until.Instant.Before(s.Before.Instant) && o.Moment.Instant.Before(s.Before.Instant) {
			s.Later, o.Until = o.Until, nil // back between the stated end and the latest time
			return
		}
		if o.Until != nil && !d.backBefore(s) && o.Until.End().Compare(s.order()) <= 0 && !o.Moment.Instant.After(s.order()) {
			if !d.comesBackAt(o.Service, *o.Until) {
				o.Asks("原文既写了截止时间，又写了此后恢复，本条未写截止时间，请定以哪个为准")
			}
			o.Until = nil
			return
		}
	}
	if stopped || s.order().IsZero() && !s.Tbd {
		s.demote("这项业务此前没有暂停，或已全面恢复，暂按重要日期")
		return
	}
	if s.AsEver {
		d.forget(s)
		d.Sketches = slices.DeleteFunc(d.Sketches, func(o *Sketch) bool { return o == s })
		return
	}
	d.unknownStop(s)
}

// lessened returns the stage of reduced service that a whole stop begins in: of the two the
// stop is told.
func (d *Sheet) lessened(stop *Sketch) *Sketch {
	for _, o := range d.Sketches {
		if stop.Kind == site.Suspend && o.State != "" && o.Service == stop.Service && o.Until != nil && !o.Withdrawn && !stop.Moment.Instant.Before(o.Moment.Instant) && stop.Moment.Instant.Before(o.Until.End()) {
			return o
		}
	}
	return nil
}

// partly takes what brought back some of the things that a service lists for a stage,
// where a sketch brings back the rest.
func (d *Sheet) partly(s *Sketch) bool {
	for _, o := range d.Sketches {
		if o.Service == s.Service && o.order().Before(s.order()) && d.ofList(o) {
			return true
		}
	}
	return false
}

// stages takes what comes back inside the window of its stop likewise: 其中，学校主页和邮箱
// 14:00恢复.
func (d *Sheet) stages() {
	for _, s := range d.Sketches {
		if d.inside(s) {
			d.ofList(s)
		}
	}
}

// ofList makes a stage of a recovery whose words name some of what its service lists.
func (d *Sheet) ofList(s *Sketch) bool {
	if s.Kind != site.Resume || s.Tbd || !grammar.PartOf(s.Named, d.NameOf(s.Service)) {
		return false
	}
	s.Kind = site.Partial
	s.Rests("只写其中一部分恢复")
	return true
}

// inside reports whether a stop of the same service and place has its end later.
func (d *Sheet) inside(s *Sketch) bool {
	return slices.ContainsFunc(d.Sketches, func(o *Sketch) bool {
		here := o.Scope == "" || s.Scope == "" || o.Scope == s.Scope
		return o.Kind == site.Suspend && o.Service == s.Service && here && o.Until != nil && o.Until.End().After(s.order())
	})
}

// within returns what brings a service back inside a window of its stop, so that a
// later recovery finds nothing to bring back.
func (d *Sheet) within(later *Sketch) *Sketch {
	for _, stop := range d.Sketches {
		if stop.Kind != site.Suspend || stop.Service != later.Service || stop.Until == nil || stop.Withdrawn {
			continue
		}
		for _, s := range d.Sketches {
			inside := s.Kind == site.Resume && s.Service == stop.Service && s.Moment.Known() && s.Before == nil && s.Later == nil
			if inside && s != later && s.Moment.Instant.After(stop.Moment.Instant) && s.Moment.End().Before(stop.Until.End()) {
				return s
			}
		}
	}
	return nil
}

// backBefore reports whether something else brings a service back before a sketch does.
func (d *Sheet) backBefore(s *Sketch) bool {
	return slices.ContainsFunc(d.Sketches, func(o *Sketch) bool {
		return o != s && o.Kind == site.Resume && o.Service == s.Service && !o.Withdrawn && !o.Tbd && o.order().Before(s.order())
	})
}

// ComesBackBefore reports whether the text has said that a service is back before a time.
func (d *Sheet) ComesBackBefore(service string, at site.Moment) bool {
	return slices.ContainsFunc(d.Sketches, func(o *Sketch) bool {
		return o.Service == service && o.Kind == site.Resume && !o.Tbd && !o.Withdrawn && o.Scope == "" && o.order().Before(at.Instant)
	})
}

// comesBackAt reports whether the text says that a service comes back at a time, in
// stages or wholly.
func (d *Sheet) comesBackAt(service string, at site.Moment) bool {
	return slices.ContainsFunc(d.Sketches, func(o *Sketch) bool {
		return o.Service == service && o.Kind != site.Suspend && !o.Tbd && o.Moment.Same(at)
	})
}

// saysAgain reports whether a stop of whole days lies between an earlier one that has no end
// and what brings its service back: 9日12:00起闭馆，10日至12日全天闭馆，13日9:00恢复开放.
func (d *Sheet) saysAgain(s *Sketch) bool {
	if s.Kind != site.Suspend || s.Until == nil || s.Moment.Precision != site.ToDay || s.Until.Precision != site.ToDay {
		return false
	}
	before, after := false, false
	for _, o := range d.Sketches {
		switch {
		case o == s || o.Service != s.Service || o.Scope != s.Scope || o.Withdrawn || o.Tbd || !o.Moment.Known():
		case o.Kind == site.Suspend:
			before = before || o.Until == nil && o.Moment.Exact() && o.Moment.Instant.Before(s.Moment.Instant)
		case (o.Kind == site.Resume || o.Kind == site.Partial) && o.Moment.Instant.Before(s.Until.End()):
			return false
		case o.Kind == site.Resume || o.Kind == site.Partial && o.State == "":
			after = after || !o.Expected
		}
	}
	return before && after
}

// endsItself gives the stop of a day before another one that day as its end: 9日闭馆，
// 18日闭馆.
func (d *Sheet) endsItself(later *Sketch) bool {
	for _, o := range d.Sketches {
		day := o.Kind == site.Suspend && o.Until == nil && !o.Since && !o.Withdrawn && o.Moment.Precision == site.ToDay && o.Before == nil && !o.Tbd
		if day && o != later && o.Service == later.Service && o.Moment.Instant.Before(later.Moment.Instant) {
			o.Until = &o.Moment
			o.Asks("原文没有写何时恢复，暂按只停当日")
			return true
		}
	}
	return false
}

// order is where a sketch stands in time.
func (s *Sketch) order() (at time.Time) {
	switch {
	case s.Moment.Known() && s.Before == nil && s.Later == nil:
		return s.Moment.Instant
	case s.Before != nil:
		return s.Before.Instant
	case s.Later != nil:
		return s.Later.Instant
	}
	return at
}

// unknownStop adds the stop that a recovery speaks of and the text does not tell: no
// time, and a question.
func (d *Sheet) unknownStop(s *Sketch) {
	stop := &Sketch{Kind: site.Suspend, Service: s.Service, Tbd: true, Scope: s.Scope, Start: s.Start, Text: d.NameOf(s.Service) + "暂停"}
	stop.Rests("原文只写恢复，没有写何时暂停")
	stop.Asks("原文没有写何时暂停：补写时间；如果本来没有暂停，删去本条，恢复改为 rule")
	if !s.Tbd {
		stop.Tbd, stop.Before = false, &s.Moment
		if s.Before != nil {
			stop.Before = s.Before
		} else if s.Later != nil {
			stop.Before = s.Later
		}
		stop.leads = s
	}
	for _, o := range d.Sketches {
		if o.leads == s {
			o.leads, stop = nil, nil
			s.demote("这项业务此前没有暂停，暂按重要日期")
			d.Sketches = slices.DeleteFunc(d.Sketches, func(x *Sketch) bool { return x == o })
			return
		}
	}
	d.Sketches = append(d.Sketches, stop)
}

// demote turns a sketch into a rule, which the draft asks about.
func (s *Sketch) demote(question string) {
	if s.Moment.Known() || s.Tbd {
		s.Before, s.Later = nil, nil
	}
	s.Kind, s.Permanent, s.Until, s.State, s.Scope = site.Rule, false, nil, "", ""
	s.Asks(question)
	if s.Label == "" {
		s.Label = grammar.LabelOf(s.Text)
	}
}
