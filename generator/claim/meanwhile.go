package claim

import (
	"slices"
	"strings"
	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// timelessPart reads a part without a time: it goes on with the time of the part
// before, 停五险经办；停外部接口; or it says who is meant by the notice's one window.
func (d *Reading) timelessPart(block int, s issued.Span) {
	words := strings.TrimSpace(issued.FullWidth(issued.Clean(d.Doc.In(s))))
	if d.hoursOfStop(block, s, words) {
		return
	}
	if m := grammar.Groups.FindStringSubmatch(words); m != nil && d.window != nil {
		d.group(m[1], words[len(m[0]):])
		return
	}
	if sketch.Scoped(d.said, words) || d.inWindow(words) {
		return
	}
	inList := d.listed != nil && d.Doc.Blocks[block].Role == issued.Item
	if inList {
		d.said, d.saidAt, d.saidKind, d.saidWeak = d.listed.said, d.listed.at, d.listed.kind, d.listed.weak
	}
	if at := d.windowBefore(block, s); at != nil {
		d.said, d.saidAt, d.saidKind, d.saidWeak = nil, at, site.Suspend, false
	}
	if d.saidAt == nil || d.saidAt.block != block && !inList {
		d.throughout(s, false)
		return
	}
	meanwhile := inList || grammar.During.MatchString(words) && (len(d.said) > 0 || d.saidAt == d.work)
	joined := s.Start > 0 && strings.HasSuffix(strings.TrimRight(d.Doc.Text[:s.Start], " \n"), "；")
	if !joined && !meanwhile && !grammar.Sharing.MatchString(words) {
		return
	}
	before := ""
	for _, c := range grammar.Clauses(words) {
		if grammar.PendingWords.MatchString(c) {
			return
		}
		if c = strings.TrimPrefix(c, grammar.Throughout.FindString(c)); c == "" {
			continue // 停机期间，
		}
		at := d.saidAt
		all := grammar.Senses(c, at.until != nil)
		if len(all) > 0 && meanwhile && all[0].Kind == site.Suspend && d.saidKind == site.Resume && d.stopAt != nil {
			at = d.stopAt // 29日停机，3日开机。在此期间，柜面停办
		}
		if len(all) > 0 && !all[0].Weak && (at != d.saidAt || d.saidKind == "" || issued.TurnsLike(all[0].Kind, d.saidKind)) {
			if name, _ := grammar.WhatOf(before, c, all[0]); name != "" {
				was := d.unsayWeak()
				if inList {
					d.listed.weak = false
				}
				d.state(at, all[0], c, before, was)
			}
			return
		}
		if d.stopAt != nil && d.stopAt.block == block && d.saidKind == site.Resume && len(all) > 0 && all[0].Kind == site.Suspend && grammar.Along.MatchString(c[:all[0].Start]) {
			d.state(d.stopAt, all[0], c, "", nil) // 窗口18日停办，29日恢复；网厅同期停用
			return
		}
		if before = ""; inList && strings.HasPrefix(words, c+"：") {
			before = c // 掌上银行：全时段不可用
		}
	}
}

// windowBefore is the window of the part before, where that says of it neither that anything stops
// nor that it comes back: 22时至24时门诊照常；药房关闭.
func (d *Reading) windowBefore(block int, s issued.Span) *item {
	at := d.lastItem
	if at == nil || at == d.saidAt || at.until == nil || at.block != block || d.Doc.Sentence(at.Start) != d.Doc.Sentence(s.Start) {
		return nil
	}
	return at
}

// inWindow states what is off in the notice's one window, of which nothing has been said:
// 管制期间禁止机动车通行.
func (d *Reading) inWindow(words string) bool {
	c := grammar.Meanwhile(words)
	if c == "" || d.window == nil || d.At[d.window.Start] != nil {
		return false
	}
	all := grammar.Senses(c, true)
	return len(all) > 0 && all[0].Kind == site.Suspend && !all[0].Weak && d.state(d.window, all[0], c, "", nil)
}

// alsoStops states what an item of a list says stops with the one before it: （二）自助机同时
// 停用，恢复时间为…….
func (d *Reading) alsoStops(block int, s issued.Span, items []item) {
	if d.stopAbove == nil || d.stopAt != nil || d.Doc.Blocks[block].Role != issued.Item || d.stopAbove.block >= block {
		return
	}
	end := s.End
	if len(items) > 0 {
		end = items[0].Start
	}
	for _, c := range grammar.Clauses(issued.FullWidth(issued.Clean(d.Doc.Text[s.Start:end]))) {
		all := grammar.Senses(c, false)
		if len(all) > 0 && all[0].Kind == site.Suspend && !all[0].Weak && grammar.Along.MatchString(c[:all[0].Start]) {
			if name, _ := grammar.WhatOf("", c, all[0]); name != "" {
				d.state(d.stopAbove, all[0], c, "", nil)
				d.stopAt = nil
			}
		}
	}
}

// opensList notes the window of a paragraph that ends with 升级期间： and a list of what stops.
func (d *Reading) opensList(block int) {
	b := d.Doc.Blocks[block]
	words := issued.FullWidth(issued.Clean(d.Doc.Text[b.Body:b.End]))
	said := d.saidAt != nil && d.saidAt.block == block
	switch at := d.lastItem; {
	case !strings.HasSuffix(words, "：") || !grammar.OpensList.MatchString(words):
	case said && d.saidAt.until != nil:
		d.listed = &statement{d.saidAt, d.said, d.saidKind, d.saidWeak}
	case !said && at != nil && at.block == block && at.until == nil && grammar.Since.MatchString(at.post):
		d.listed = &statement{at: at} // 自3月16日起，作如下调整：
	}
}

// A statement is what was said of a time.
type statement struct {
	at   *item
	said []*sketch.Sketch
	kind site.Kind
	weak bool
}

// unsayWeak takes back that a system stops for 升级, where the next sentence says what
// really stops. It returns what gives that the time which the work had before it was moved.
func (d *Reading) unsayWeak() (edit func(*sketch.Sketch)) {
	if !d.saidWeak {
		return nil
	}
	for _, s := range d.said {
		if s.From != nil {
			edit = func(o *sketch.Sketch) { o.From, o.FromUntil = s.From, s.FromUntil }
		}
		d.Sketches = slices.DeleteFunc(d.Sketches, func(o *sketch.Sketch) bool { return o == s })
		d.Coined = slices.DeleteFunc(d.Coined, func(c *sketch.Coined) bool {
			return c.ID == s.Service && !slices.ContainsFunc(d.Sketches, func(o *sketch.Sketch) bool { return o.Service == s.Service })
		})
		for at, o := range d.At {
			if o == s {
				delete(d.At, at)
			}
		}
	}
	d.saidWeak = false
	return edit
}

// group states that a group is off, or less served, in the notice's window.
func (d *Reading) group(verb, rest string) {
	s := grammar.Sense{Kind: site.Suspend, Verb: verb, Utility: grammar.Utilities[verb]}
	name := grammar.PlainName(strings.TrimRight(rest, "。；"))
	if grammar.Lessening.MatchString(verb) || verb == "限供" {
		s.Kind = site.Partial
	}
	if name == "" {
		return
	}
	d.state(d.window, s, name, "", func(m *sketch.Sketch) {
		if m.Scope = ""; s.Kind == site.Partial {
			m.State = verb
		}
	})
}
