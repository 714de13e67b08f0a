package claim

import (
	"slices"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// noteStop keeps the windows that the notice says something stops in, each once.
func (d *Reading) noteStop(it *item, s grammar.Sense) {
	if it.until == nil || s.Kind != site.Suspend || slices.ContainsFunc(d.stopWindows, func(o *item) bool {
		return o.moment().Same(it.moment()) && o.until.Same(*it.until)
	}) {
		return
	}
	d.stopWindows = append(d.stopWindows, it)
}

// throughout states what else is off while the notice's one stop lasts, in words that stand before any
// time of theirs: 停机期间，申报功能关闭. Where it has several such windows, it asks.
func (d *Reading) throughout(s issued.Span, back bool) {
	label, whilst := "", false
	for _, c := range grammar.Clauses(issued.FullWidth(issued.Clean(d.Doc.In(s)))) {
		if lead := grammar.Throughout.FindString(c); lead != "" {
			c, whilst = c[len(lead):], true
		} else if !whilst {
			label = c
			continue
		}
		all := grammar.Senses(c, true)
		if len(all) == 0 || all[0].Kind != site.Suspend || all[0].Weak || grammar.Asked(c) {
			continue
		}
		name, _ := grammar.WhatOf(label, c, all[0])
		switch {
		case name == "" || grammar.AboutNothing(name):
		case len(d.stopWindows) == 1:
			d.state(d.stopWindows[0], all[0], c, label, func(m *sketch.Sketch) {
				if m.Start = s.Start; back {
					m.Until = nil
				}
			})
		case len(d.stopWindows) > 1:
			d.Ask("原文写停机、升级等期间停办的，没有写成时间节点，请写明是哪一段期间")
		}
	}
}
