package claim

import (
	"regexp"
	"slices"
	"strings"
	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

var sharing = regexp.MustCompile(`同时|同步|一并|同停|同样|也|均|亦`)

// timelessPart reads a part without a time: it goes on with the time of the part
// before, 停五险经办；停外部接口; or it says who is meant by the notice's one window.
func (d *Reading) timelessPart(block int, s issued.Span) {
	words := strings.TrimSpace(issued.FullWidth(issued.Clean(d.Doc.In(s))))
	if m := groups.FindStringSubmatch(words); m != nil && d.window != nil {
		d.group(m[1], words[len(m[0]):])
		return
	}
	inList := d.listed != nil && d.Doc.Blocks[block].Role == issued.Item
	if inList {
		d.said, d.saidAt, d.saidKind, d.saidWeak = d.listed.said, d.listed.at, d.listed.kind, d.listed.weak
	}
	if d.saidAt == nil || d.saidAt.block != block && !inList {
		return
	}
	meanwhile := inList || during.MatchString(words) && len(d.said) > 0
	joined := s.Start > 0 && strings.HasSuffix(strings.TrimRight(d.Doc.Text[:s.Start], " \n"), "；")
	if !joined && !meanwhile && !sharing.MatchString(words) || pendingWords.MatchString(words) {
		return
	}
	for _, c := range grammar.Clauses(words) {
		if all := grammar.Senses(c, d.saidAt.until != nil); len(all) > 0 && !all[0].Weak && issued.TurnsLike(all[0].Kind, d.saidKind) {
			if name, _ := grammar.WhatOf("", c, all[0]); name != "" {
				if d.unsayWeak(); inList {
					d.listed.weak = false
				}
				d.state(d.saidAt, all[0], c, "", nil)
			}
			return
		}
	}
}

// during begins what goes with the time stated before: 升级期间，……暂停服务.
var during = regexp.MustCompile(`^(?:在此|此|在)?(?:[^，。；]{0,8}期间|届时)`)

// opensList notes the window of a paragraph that ends with 升级期间： and a list of what stops.
func (d *Reading) opensList(block int) {
	b := d.Doc.Blocks[block]
	words := issued.FullWidth(issued.Clean(d.Doc.Text[b.Body:b.End]))
	if strings.HasSuffix(words, "：") && opensList.MatchString(words) && d.saidAt != nil && d.saidAt.block == block && d.saidAt.until != nil {
		d.listed = &statement{d.saidAt, d.said, d.saidKind, d.saidWeak}
	}
}

// A statement is what was said of a time.
type statement struct {
	at   *item
	said []*Sketch
	kind site.Kind
	weak bool
}

var opensList = regexp.MustCompile(`期间[^。；]{0,20}：$|(?:如下|下列|以下)[^，。；]{0,12}：$`)

// unsayWeak takes back that a system stops for 升级, where the next sentence says what
// really stops.
func (d *Reading) unsayWeak() {
	if !d.saidWeak {
		return
	}
	for _, s := range d.said {
		d.Sketches = slices.DeleteFunc(d.Sketches, func(o *Sketch) bool { return o == s })
		d.Coined = slices.DeleteFunc(d.Coined, func(c *Coined) bool {
			return c.ID == s.Service && !slices.ContainsFunc(d.Sketches, func(o *Sketch) bool { return o.Service == s.Service })
		})
		for at, o := range d.At {
			if o == s {
				delete(d.At, at)
			}
		}
	}
	d.saidWeak = false
}

var groups = regexp.MustCompile(`^(停止供[水气电热]|停供|停[水电气]|减停|减供|限供)的?(?:为|有)?：`)

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
	d.state(d.window, s, name, "", func(m *Sketch) {
		if m.Scope = ""; s.Kind == site.Partial {
			m.State = verb
		}
	})
}
