package amend

import (
	"fmt"

	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// own gives an inherited milestone a time of its own: in its table, or in a new one at
// the end of the file. The reader takes nothing of a time from above where a region has
// one of its own, so all that the notice above said of it, and every move, is taken over.
func (m Move) own(f *file, t *toml.Table, record []string) (edits []edit) {
	var fresh []string
	for _, v := range m.given() {
		switch k := t.Key(v[0]); {
		case k == nil:
			fresh = append(fresh, fmt.Sprintf("%-3s = %s", v[0], v[1]))
		case v[0] != "why": // it has its reason
			edits = append(edits, f.rename(k, v[0], v[1]))
		}
	}
	if t.Head.To == 0 {
		fresh = append([]string{"", "[milestone." + m.Milestone + "]"}, fresh...)
		return []edit{f.lines(len(f.text), "", append(fresh, record...)...)}
	}
	at := f.end(t)
	return append(edits, f.lines(at, "", fresh...), f.lines(at, f.indent(t.Head.From), record...))
}

// given are the keys of an inherited milestone that gets a time of its own.
func (m Move) given() (keys [][2]string) {
	inherit := func(name string) {
		switch value := m.above(name); {
		case value == "":
		case name == "at" && value == Quote(Pending):
			keys = append(keys, [2]string{"tbd", "true"})
		default:
			keys = append(keys, [2]string{name, value})
		}
	}
	if keys = m.values(); len(keys) == 0 { // the time stays
		for _, name := range timeKeys {
			inherit(name)
		}
	}
	if m.Until != "" {
		keys = append(keys, [2]string{"until", Quote(m.Until)})
	} else {
		inherit("until")
	}
	switch {
	case m.Certain:
		keys = append(keys, [2]string{"expected", "false"})
	case m.Was["expected"] == "true":
		inherit("expected")
	}
	if m.To == Withdrawn {
		return append(keys, [2]string{"withdrawn", "true"})
	}
	return append(keys, [2]string{"why", Quote(m.Why)})
}

// above is the value of a key that stays, as the notice above writes it: where that names
// another milestone, it moves along with that here too. What is withdrawn does not.
func (m Move) above(key string) string {
	switch {
	case m.Named[key] != "" && m.To != Withdrawn:
		return Quote(m.Named[key])
	case m.Was[key] != "":
		return quoted(key, m.Was[key])
	}
	return ""
}

// taken are the moves that moved a milestone until now, as its own: those of the one that
// it followed, and follows no longer, or those that stand in the notice above. Calendars
// count them (RFC 5545 SEQUENCE), and the count never falls, so they stay when the
// milestone gets a time of its own.
func (m Move) taken() []string {
	var lines []string
	for _, mv := range m.Earlier {
		lines = append(lines, m.lines(former(mv), mv.On, mv.Why)...)
	}
	return lines
}

// former are the keys of a move that say what was before it; of one that changed the end
// alone, that end.
func former(mv site.Move) (keys [][2]string) {
	add := func(name string, at *site.Moment) {
		if at != nil {
			keys = append(keys, [2]string{name, Quote(at.String())})
		}
	}
	if !mv.EndAlone() {
		bounded := mv.From.After != nil || mv.From.Before != nil
		switch {
		case mv.From.Known():
			add("from", &mv.From)
		case mv.From.Pending || !bounded:
			keys = append(keys, [2]string{"from", Quote(Pending)})
		}
		add("after", mv.From.After)
		add("before", mv.From.Before)
		if mv.From.Expected {
			keys = append(keys, [2]string{"expected", "true"})
		}
	}
	if mv.Ends != nil {
		add("until", &mv.Ends.From)
	}
	return keys
}

// lines are a move in TOML.
func (m Move) lines(keys [][2]string, on site.Day, why string) []string {
	keys = append(keys, [2]string{"on", on.String()}, [2]string{"why", Quote(why)})
	width := 0
	for _, k := range keys {
		width = max(width, len(k[0]))
	}
	lines := []string{"", "[[milestone." + m.Milestone + ".move]]"}
	for _, k := range keys {
		lines = append(lines, fmt.Sprintf("%-*s = %s", width, k[0], k[1]))
	}
	return lines
}
