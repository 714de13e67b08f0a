package sketch

import (
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/site"
)

// split makes services of what stops under one name and comes back, part by part, at different times:
// 网上大厅、小程序停用, 网上大厅3日恢复, 小程序恢复时间另行通知; 借车暂停, 扫码借车23日恢复, 刷卡借车25日恢复. Else
// what is back first would bring back the rest.
func (d *Sheet) split() {
	for _, c := range slices.Clone(d.Coined) {
		var stops, backs []*Sketch
		whole := false
		for _, s := range d.Sketches {
			switch {
			case s.Service != c.ID || s.Withdrawn || s.State != "" || s.Kind == site.Opening:
			case s.Kind == site.Suspend:
				stops = append(stops, s)
			case s.Kind == site.Resume || s.Kind == site.Partial:
				backs = append(backs, s)
				whole = whole || s.Named == "" || grammar.Stem(s.Named) == grammar.Stem(c.Name)
			}
		}
		if parts := partsOf(c.Name, backs); !whole && len(stops) > 0 && len(parts) > 1 && apart(parts) {
			d.divide(c, parts, stops)
		}
	}
}

// A part is some of what a service names, and what brings it back.
type part struct {
	name  string
	backs []*Sketch
}

// partsOf are the parts that recoveries name of a service, each once, with what is left of its list;
// none where one names what another has too.
func partsOf(name string, backs []*Sketch) []part {
	all := grammar.Listed(name)
	if len(all) < 2 {
		return kindsOf(name, backs)
	}
	owner := make([]int, len(all))
	var parts []part
	for _, s := range backs {
		of := part{backs: []*Sketch{s}}
		for i, thing := range all {
			if !grammar.Names(s.Named, thing) {
				continue
			}
			if owner[i] > 0 {
				return nil
			}
			owner[i] = len(parts) + 1
			of.name += "、" + thing
		}
		if of.name == "" {
			return nil
		}
		of.name = strings.TrimPrefix(of.name, "、")
		parts = append(parts, of)
	}
	rest := ""
	for i, thing := range all {
		if owner[i] == 0 {
			rest += "、" + thing
		}
	}
	if rest != "" {
		parts = append(parts, part{name: strings.TrimPrefix(rest, "、")})
	}
	return parts
}

// kindsOf are the kinds of one thing that recoveries name: 扫码借车, 刷卡借车.
func kindsOf(name string, backs []*Sketch) []part {
	var parts []part
	for _, s := range backs {
		if !strings.HasSuffix(grammar.Stem(s.Named), grammar.Stem(name)) || slices.ContainsFunc(parts, func(p part) bool { return p.name == s.Named }) {
			return nil
		}
		parts = append(parts, part{s.Named, []*Sketch{s}})
	}
	return parts
}

// apart reports whether parts come back at different times, or one of them at a time that is to be
// announced.
func apart(parts []part) bool {
	var first *Sketch
	for _, p := range parts {
		for _, s := range p.backs {
			if first == nil {
				first = s
			}
			if s.Tbd != first.Tbd || !s.order().Equal(first.order()) {
				return true
			}
		}
	}
	return false
}

// divide gives each part a service of its own, which has the stops of the whole.
func (d *Sheet) divide(whole *Coined, parts []part, stops []*Sketch) {
	name := whole.Name
	whole.Name = parts[0].name
	for n, p := range slices.Backward(parts) { // the first, which the stops themselves become, last
		id := whole.ID
		if n > 0 {
			id = d.Coin(p.name)
		}
		for _, s := range stops {
			of := s
			if n > 0 {
				one := *s
				of = &one
				d.Sketches = append(d.Sketches, of)
			}
			of.Service, of.Text = id, textOf(s, name, p.name)
			of.Rests("各部分恢复的时间不同，分开写")
		}
		for _, s := range p.backs {
			s.Service, s.Kind = id, site.Resume
		}
	}
	for _, p := range parts {
		for _, s := range p.backs {
			d.openUntil(s)
		}
	}
}

// textOf is the text of a stop for a part of what stops.
func textOf(stop *Sketch, whole, part string) string {
	if strings.Contains(stop.Text, whole) {
		return strings.Replace(stop.Text, whole, part, 1)
	}
	return part + "暂停"
}

// openUntil takes from the stop of a part the end that is another part's: what it names is back later.
func (d *Sheet) openUntil(back *Sketch) {
	for _, s := range d.Sketches {
		if s.Kind == site.Suspend && s.Service == back.Service && s.Until != nil && (back.Tbd || back.order().After(s.Until.End())) {
			s.Until = nil
		}
	}
}
