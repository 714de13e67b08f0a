package claim

import (
	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// offAfter states what is off when a window of opening ends: 上午9:00—12:00开放，下午闭馆.
func (d *Reading) offAfter(it *item, s grammar.Sense, clause string) bool {
	if it.until == nil || !it.until.Exact() || s.Kind != site.Suspend || s.Weak || !grammar.Afterwards.MatchString(clause) {
		return false
	}
	name := ""
	if d.saidAt != it {
		if open := grammar.Clauses(it.post)[0]; len(grammar.Senses(open, true)) > 0 {
			name, _ = grammar.WhatOf(it.pre, open, grammar.Senses(open, true)[0])
		}
		d.date(&item{Span: it.Span, times: it.times, block: it.block}, site.Rule, sketch.Likely, clause)
	}
	end := &item{Span: issued.Span{Start: it.close.Start, End: it.close.End}, times: []*issued.Fact{it.close}, block: it.block, label: it.label, post: clause}
	then := len(grammar.Afterwards.FindString(clause))
	s.Start, s.End = s.Start-then, s.End-then
	return d.state(end, s, clause[then:], name, nil)
}

// opensAt states that what has stopped is open again from a day on for which hours are
// named: 2月11日起，开放时间为9:00—17:00. It is a stage where the usual hours come back later.
func (d *Reading) opensAt(it *item, content string) bool {
	verb := grammar.HoursFrom.FindString(content)
	if verb == "" || it.until != nil || it.moment().Exact() || len(d.OpenStops()) == 0 {
		return false
	}
	s := grammar.Sense{Kind: site.Resume, Verb: verb}
	if grammar.UsualHours.MatchString(d.Doc.Text[it.End:]) {
		s.Kind = site.Partial
	}
	return d.state(it, s, "", it.pre, nil)
}
