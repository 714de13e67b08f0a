package claim

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// cited is another notice, whose times have changed since: 我局发布的第一号公告中，预计…….
var cited = regexp.MustCompile(`(?:发布|印发|下发|公布)的[^，。；]{0,24}(?:公告|通告|通知|公示)》?(?:中|里|明确|所称|提到)`)

// cites reports whether a time is one that another notice told.
func (d *Reading) cites(it *item) bool {
	return cited.MatchString(d.Doc.Text[d.Doc.Sentence(it.Start).Start:it.Start])
}

// former states an old time: the move of the next item's fact, where that says what
// came in its place, else a fact withdrawn.
func (d *Reading) former(it *item, later []item) {
	s, clause := d.anySense(it)
	if title := grammar.Senses(d.title(), true); (s.Weak || s.Kind == site.Rule && !strings.HasPrefix(it.post, "的")) && len(title) > 0 && title[0].Kind == site.Suspend && !title[0].Weak {
		s, clause = title[0], d.title()
	}
	for n, x := range it.times {
		made := Sketch{Kind: s.Kind, Moment: x.Moment, Until: it.until, Start: x.Start, Text: d.formerText(it), Sure: likely, From: &x.Moment, FromUntil: it.until}
		made.rests(fmt.Sprintf("由“%s”推断：原定时间，已变更", issued.Excerpt(it.pre+it.post, 16)))
		name, _ := grammar.WhatOf(formerly.ReplaceAllString(it.pre, ""), clause, s)
		if back, ok := grammar.LabelSense(formerly.ReplaceAllString(it.pre, "")); ok && back.Kind == site.Resume && len(d.openStops()) > 0 && len(later) > 0 && newTime.MatchString(later[0].pre) {
			made.Kind, s, name = site.Resume, back, grammar.PlainName(it.pre[:min(back.Start, len(it.pre))])
		}
		if limitless.MatchString(formerly.ReplaceAllString(it.pre, "")) && !it.moment().Exact() {
			made.Kind = site.Deadline
		}
		if made.Kind != site.Suspend && made.Kind != site.Opening && made.Kind != site.Deadline && made.Kind != site.Resume {
			made.Kind = site.Rule
		}
		if made.Kind == site.Rule || made.Kind == site.Deadline {
			made.Until = nil
			made.FromUntil = nil
		} else {
			made.Service = d.service(name, it, s)[0]
		}
		if len(later) > 0 && newTime.MatchString(later[0].pre) && n == 0 && len(it.times) == 1 {
			next := &later[0]
			made.Moment, made.Until, made.Start = next.moment(), next.until, next.Start
			if made.Until == nil {
				made.FromUntil = nil
			}
			if made.Kind == site.Rule || made.Kind == site.Deadline {
				made.Until = nil
			}
			next.taken = true
		} else {
			made.Withdrawn = true
		}
		if made.Text == nothing {
			made.Text = d.naming(nothing, made.Service, made.Kind)
		}
		made.Label = grammar.LabelOf(made.Text)
		d.At[x.Start] = nil
		if !d.formerlySaid(&made) {
			d.Sketches = append(d.Sketches, &made)
		}
	}
}

// formerlySaid reports whether an old time was told before.
func (d *Reading) formerlySaid(made *Sketch) bool {
	return slices.ContainsFunc(d.Sketches, func(o *Sketch) bool {
		return o.From != nil && o.From.Same(*made.From) && o.Kind == made.Kind && o.Service == made.Service && o.Withdrawn == made.Withdrawn && o.Moment.Same(made.Moment)
	})
}

// formerText is what was to happen at an old time.
func (d *Reading) formerText(it *item) string {
	for _, c := range grammar.Clauses(it.post) {
		if text := grammar.Tidy(strings.TrimPrefix(c, "的")); len([]rune(text)) >= 3 {
			return grammar.Shorten(text)
		}
	}
	if text := grammar.Tidy(formerly.ReplaceAllString(it.pre, "")); len([]rune(text)) >= 3 {
		return grammar.Shorten(text)
	}
	return nothing
}

// anySense is that of the words around an item, or of the notice's title.
func (d *Reading) anySense(it *item) (grammar.Sense, string) {
	for _, c := range grammar.Clauses(it.post) {
		if all := grammar.Senses(c, true); len(all) > 0 {
			return all[0], c
		}
	}
	return grammar.Sense{Kind: site.Rule}, ""
}

// moved states a time that took the place of another one which the text does not name:
// a deadline put off, else a date.
func (d *Reading) moved(it *item) bool {
	if it.taken {
		return true
	}
	if it.until != nil || !newTime.MatchString(it.pre) {
		return false
	}
	if ofSome.MatchString(issued.Clean(d.Doc.Text[d.Doc.Sentence(it.Start).Start:it.Start])) {
		d.Ask("原文写某时前后提交的申请另行处理的，没有写成时间节点，请核对是否补写")
		return true
	}
	what := newTime.ReplaceAllString(it.pre, "")
	kind := site.Rule
	if limitless.MatchString(what) {
		kind = site.Deadline
	}
	d.date(it, kind, likely, newTime.FindString(it.pre))
	return true
}
