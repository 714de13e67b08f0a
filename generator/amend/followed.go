package amend

import (
	"fmt"

	"tonggao/generator/site"
)

// followed are the moves of the milestone that a milestone follows until now, as its
// own: they moved it too. Calendars count them (RFC 5545 SEQUENCE), and the count never
// falls, so they stay when the milestone gets a time, or an end, of its own.
func (m Move) followed() []string {
	var lines []string
	for _, mv := range m.Followed {
		lines = append(lines, m.lines(former(mv), mv.On, mv.Why)...)
	}
	return lines
}

// former are the keys of a move that say what was before it.
func former(mv site.Move) (keys [][2]string) {
	add := func(name string, at *site.Moment) {
		if at != nil {
			keys = append(keys, [2]string{name, Quote(at.String())})
		}
	}
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
