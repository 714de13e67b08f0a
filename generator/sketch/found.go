package sketch

import (
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/site"
)

// Found returns the services known by a name; loosely also by a part of it: all that have
// it within their names, else all that it has within it, else those most like it.
func (d *Sheet) Found(name string, loosely bool) []string {
	if name == "" {
		return nil
	}
	id := d.CoinedLike(name)
	switch {
	case id != "" && loosely:
		return append([]string{id}, d.openWithin(name, id)...)
	case id != "":
		return []string{id}
	case !loosely:
		return nil
	}
	var within, parts, like []string
	most := 0
	for _, c := range d.Coined {
		n := grammar.Likeness(c.Name, name)
		switch {
		case strings.Contains(c.Name, grammar.Stem(name)):
			within = append(within, c.ID)
		case n > 0 && strings.Contains(name, grammar.Stem(c.Name)):
			parts = append(parts, c.ID)
		case n > most:
			most, like = n, []string{c.ID}
		case n > 0 && n == most:
			like = append(like, c.ID)
		}
	}
	for _, ids := range [...][]string{within, parts, like} {
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// openWithin are the services, one apart, that have stopped without an end and have a name within
// theirs: 门诊 brings back 外科门诊.
func (d *Sheet) openWithin(name, apart string) []string {
	return slices.DeleteFunc(d.OpenStops(), func(id string) bool {
		return id == apart || !strings.Contains(d.NameOf(id), grammar.Stem(name))
	})
}

// CoinedLike is the service that was given a name like one; "" for none.
func (d *Sheet) CoinedLike(name string) string {
	for _, c := range d.Coined {
		if name != "" && grammar.Alike(c.Name, name, false) {
			if len(name) > len(c.Name) {
				c.Name = name
			}
			return c.ID
		}
	}
	return ""
}

// Coin adds a service. Its id is the count of the services, or the next one that is free,
// for one that was taken back leaves a gap.
func (d *Sheet) Coin(name string) string {
	n := len(d.Coined) + 1
	for d.NameOf("service-"+Digits(n)) != "" {
		n++
	}
	c := &Coined{ID: "service-" + Digits(n), Name: name}
	d.Coined = append(d.Coined, c)
	return c.ID
}

// EachOf are the stops that each of the things which a name lists brings back: those of its name, or
// at its counters. It is nil where one of them has none.
func (d *Sheet) EachOf(name string) []string {
	var all []string
	for _, thing := range grammar.Listed(name) {
		ids := d.Found(thing, true)
		for _, o := range d.Sketches {
			if len(ids) == 0 && o.Kind == site.Suspend && !o.Withdrawn && o.Until == nil && o.Scope != "" && grammar.SameBody(o.Scope, thing) {
				ids = []string{o.Service}
			}
		}
		if len(ids) == 0 {
			return nil
		}
		for _, id := range ids {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}
