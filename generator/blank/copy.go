package blank

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/origin"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// A Copy is the milestones of another notice without their times, with the terms
// that they use and the words of the vocabulary that are not known where they go.
type Copy struct {
	From   string // the other notice
	tables []table
}

// A table is [NAME] with keys to be written.
type table struct {
	name string
	keys []key
}

// CopyOf takes the milestones from the values of a notice, as origin.Origins
// explains them. theirs is the vocabulary that they name, ours the one of the
// region that they go to.
func CopyOf(from string, values []origin.Value, theirs, ours site.Vocabulary) *Copy {
	c := &Copy{From: from}
	known := map[string]bool{}
	for _, v := range values {
		if parts := strings.Split(v.Key, "."); parts[0] == "milestone" && len(parts) > 2 {
			known[parts[1]] = true
		}
	}
	for _, group := range grouped(values, "term") {
		c.tables = append(c.tables, plain(group))
	}
	for _, group := range grouped(values, "milestone") {
		if m := milestone(group, known); m != nil {
			c.tables = append(c.tables, *m)
		}
	}
	c.tables = slices.Concat(lacking(c.tables, theirs, ours), c.tables)
	return c
}

// A group is the values of one table, by key.
type group struct {
	name   string // milestone.stop
	values []origin.Value
}

func (g group) value(key string) any {
	for _, v := range g.values {
		if v.Key == g.name+"."+key {
			return v.Value
		}
	}
	return nil
}

func grouped(values []origin.Value, kind string) []group {
	var groups []group
	for _, v := range values {
		parts := strings.SplitN(v.Key, ".", 3)
		if parts[0] != kind || len(parts) < 3 {
			continue
		}
		name := parts[0] + "." + parts[1]
		if len(groups) == 0 || groups[len(groups)-1].name != name {
			groups = append(groups, group{name: name})
		}
		last := &groups[len(groups)-1]
		last.values = append(last.values, v)
	}
	return groups
}

func plain(g group) table {
	t := table{name: g.name}
	for _, v := range g.values {
		t.keys = append(t.keys, key{name: strings.TrimPrefix(v.Key, g.name+"."), value: literal(v.Value)})
	}
	return t
}

// literal writes a value as TOML does.
func literal(v any) string {
	switch v := v.(type) {
	case string:
		return quote(v)
	case []string:
		return list(v)
	}
	return fmt.Sprint(v)
}

// timed are the keys of a milestone that belong to its time and to what became
// of it; all others are copied.
var timed = []string{"at", "tbd", "after", "before", "until", "withdrawn", "why", "omit", "former"}

// milestone copies one milestone; nil for one that was withdrawn.
func milestone(g group, known map[string]bool) *table {
	if g.value("withdrawn") == true {
		return nil
	}
	t := &table{name: g.name}
	var rest []key
	for _, v := range g.values {
		switch name := strings.TrimPrefix(v.Key, g.name+"."); {
		case slices.Contains(timed, name) || strings.HasPrefix(name, "move."):
		case name == "kind" || name == "service" || name == "services":
			t.keys = append(t.keys, key{name, literal(v.Value), ""})
		case name == "daily" || name == "includes_day" || name == "expected":
			rest = append(rest, key{name, literal(v.Value), "请核对"})
		default:
			rest = append(rest, elsewhere(key{name, literal(v.Value), ""}))
		}
	}
	t.time(g, known)
	t.keys = append(t.keys, rest...)
	return t
}

// time keeps what a milestone follows, and asks for any other time.
func (t *table) time(g group, known map[string]bool) {
	named := func(name string) bool {
		id, _ := g.value(name).(string)
		return known[id]
	}
	switch old, timed := g.value("at").(string); {
	case named("at"):
		t.keys = append(t.keys, key{"at", literal(g.value("at")), "跟着它走"})
	case timed:
		t.keys = append(t.keys, key{"tbd", "true", `请填写：换成 at = "…"；上次是 ` + old})
	default:
		t.keys = append(t.keys, key{"tbd", "true", `请填写：换成 at = "…"`})
	}
	for _, bound := range []string{"after", "before", "until"} {
		if named(bound) {
			t.keys = append(t.keys, key{bound, literal(g.value(bound)), ""})
		}
	}
	if old, windowed := g.value("until").(string); windowed && !named("until") {
		t.end(g.value("kind") == string(site.Opening), old)
	}
}

// end asks for the end of a window. Until it is filled in, a stop is open-ended; an
// opening whose time is still to come needs no end.
func (t *table) end(opening bool, old string) {
	asks := `until = "…"；上次是 ` + old
	if opening {
		last := &t.keys[len(t.keys)-1]
		last.why += "；另填 " + asks
		return
	}
	t.keys = append(t.keys, key{"open_ended", "true", "请填写：换成 " + asks})
}

// elsewhere takes out of a text what only its own region or notice has: desks,
// annexes and headings.
func elsewhere(k key) key {
	words, _ := prose.ParseWords(k.value, problem.Position{})
	words.Walk(func(in prose.Inline) {
		p, ok := in.(prose.Placeholder)
		if !ok || !strings.HasPrefix(p.Name, "contact.") && !strings.HasPrefix(p.Name, "annex.") && !strings.HasPrefix(p.Name, "section.") {
			return
		}
		k.value = strings.ReplaceAll(k.value, "{{"+p.Name+"}}", "【"+p.Name+"】")
		k.why = "请填写"
	})
	return k
}

// lacking are tables for the words that the milestones name and that are not
// known where they go.
func lacking(tables []table, theirs, ours site.Vocabulary) []table {
	var lack []table
	named := map[string]bool{}
	for _, t := range tables {
		for _, k := range t.keys {
			names(k, named)
		}
	}
	add := func(kind, id, name string) {
		lack = append(lack, table{name: kind + "." + id, keys: []key{{"name", quote(name), "请核对：本地词汇表里没有，从原通告抄来"}}})
	}
	for _, s := range theirs.Services {
		if named["service."+s.ID] && ours.Service(s.ID) == nil {
			add("service", s.ID, s.Name)
		}
	}
	for _, a := range theirs.Audiences {
		if named["audience."+a.ID] && ours.Audience(a.ID) == nil {
			add("audience", a.ID, a.Name)
		}
	}
	for _, c := range theirs.Channels {
		if named["channel."+c.ID] && ours.Channel(c.ID) == nil {
			add("channel", c.ID, c.Name)
		}
	}
	return lack
}

// names adds the words of the vocabulary that a key names, by themselves or in a
// placeholder.
func names(k key, named map[string]bool) {
	kind := map[string]string{"service": "service", "services": "service", "audience": "audience", "channels": "channel"}[k.name]
	if kind != "" {
		for _, id := range strings.FieldsFunc(k.value, func(r rune) bool { return strings.ContainsRune(`[]", `, r) }) {
			named[kind+"."+id] = true
		}
		return
	}
	words, _ := prose.ParseWords(k.value, problem.Position{})
	words.Walk(func(in prose.Inline) {
		p, ok := in.(prose.Placeholder)
		if !ok {
			return
		}
		named[p.Name] = true
		if p.Name == "channels" {
			for _, id := range p.Options {
				named["channel."+id] = true
			}
		}
	})
}

// first is the name of the first milestone.
func (c *Copy) first() string {
	for _, t := range c.tables {
		if id, ok := strings.CutPrefix(t.name, "milestone."); ok {
			return id
		}
	}
	return "opening"
}

func (c *Copy) write(f *form) {
	f.comment("下列各项抄自 " + c.From + "，时间都空着，请逐项填写，用不着的删掉。")
	for _, t := range c.tables {
		f.line("\n[", t.name, "]")
		for _, k := range t.keys {
			f.key(k.name, k.value, k.why)
		}
	}
}
