package amend

import (
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// timeKeys give a milestone its time, in the order of their weight.
var timeKeys = []string{"at", "tbd", "after", "before"}

// A state is what a milestone says of its time before a move: values as they stand
// in the file, by their keys.
type state map[string]string

// state reads a milestone's table. Where the file names another milestone for a
// time, the time stands in its place.
func (m Move) state(f *file, t *toml.Table) state {
	s := state{}
	for _, key := range slices.Concat(timeKeys, []string{"until", "expected"}) {
		if k := t.Key(key); k != nil {
			s[key] = k.Value.In(f.text)
		}
		if v := m.Was[key]; v != "" {
			s[key] = quoted(key, v)
		}
	}
	if s["tbd"] == "false" {
		delete(s, "tbd")
	}
	return s
}

// quoted writes a value as TOML.
func quoted(key, value string) string {
	if key == "tbd" || key == "expected" {
		return value
	}
	return Quote(value)
}

// pending reports whether no time is given, not even a bound alone.
func (s state) pending() bool { return s["at"] == "" && s["tbd"] != "" || s["at"] == Quote(Pending) }

// kept are the keys of a move that say what was before it.
func (s state) kept(m Move) (keys [][2]string) {
	add := func(name, value string) {
		if value != "" {
			keys = append(keys, [2]string{name, value})
		}
	}
	moved := m.To != "" || m.After != "" || m.Before != "" || m.Certain
	switch {
	case !moved:
	case s.pending(), m.settles(s):
		add("from", Quote(Pending))
	default:
		add("from", s["at"])
	}
	if moved && (m.bounds() || s["at"] == "" && s["tbd"] == "") {
		add("after", s["after"])
		add("before", s["before"])
	}
	if moved && s["expected"] == "true" && !s.pending() {
		add("expected", "true")
	}
	if m.Until != "" {
		add("until", s["until"])
	}
	return keys
}

// bounds reports whether the move leads to bounds.
func (m Move) bounds() bool { return m.After != "" || m.Before != "" }

// settles reports whether a day that was not certain stays, for certain now.
func (m Move) settles(s state) bool { return m.same(s) && s["tbd"] != "" }

// same reports whether the milestone is at the time already.
func (m Move) same(s state) bool { return m.To != "" && one(s["at"], m.To) }

// one reports whether a value of the file is a time, however it is written: 24:00 is 0:00
// of the next day.
func one(value, written string) bool {
	value = strings.Trim(value, `"'`)
	was, err := site.ParseMoment(value)
	is, other := site.ParseMoment(written)
	return value == written || err == nil && other == nil && was.Same(is)
}

// bounded reports whether the milestone lies between the bounds already.
func (m Move) bounded(s state) bool {
	return m.bounds() && s["at"] == "" && (s["tbd"] != "") == (m.To == Pending) && one(s["after"], m.After) && one(s["before"], m.Before)
}

// refuse says what speaks against a move, by what the file says.
func (m Move) refuse(was state, given bool) error {
	switch {
	case !given && (m.To != "" || m.bounds()):
		return message.Errorf("%s has no time of its own here", m.Milestone)
	case m.To == Pending && was.pending() && !m.bounds():
		return message.Errorf("%s is to be announced already", m.Milestone)
	case m.Certain && was["expected"] != "true":
		return message.Errorf("%s is not expected: its time is certain already", m.Milestone)
	case m.Until != "" && was["until"] == "":
		return message.Errorf("%s has no until that could move", m.Milestone)
	case m.Certain, m.Until != "" && !one(was["until"], m.Until):
	case m.same(was) && was["tbd"] == "":
		return message.Errorf("%s is at %s already", m.Milestone, m.To)
	case m.To == "" && m.Until != "" && !m.bounds():
		return message.Errorf("%s ends at %s already", m.Milestone, m.Until)
	case m.bounded(was):
		return message.Errorf("%s lies between these bounds already", m.Milestone)
	}
	return nil
}

// values are the keys that give the milestone its new time; none where it stays.
func (m Move) values() (values [][2]string) {
	switch m.To {
	case Withdrawn:
		return nil
	case Pending:
		values = append(values, [2]string{"tbd", "true"})
	case "":
	default:
		values = append(values, [2]string{"at", Quote(m.To)})
	}
	for _, b := range [][2]string{{"after", m.After}, {"before", m.Before}} {
		if b[1] != "" {
			values = append(values, [2]string{b[0], Quote(b[1])})
		}
	}
	return values
}

// time sets the new time, end and certainty: a key that stays keeps its line, one
// that goes leaves its line to one that comes.
func (m Move) time(f *file, t *toml.Table) (edits []edit) {
	given, values := f.keys(t, timeKeys), m.values()
	switch {
	case m.To == Withdrawn:
		return m.withdraw(f, t, given)
	case len(values) > 0:
		edits = f.replace(given, values)
	}
	if k := t.Key("until"); m.Until != "" && k != nil {
		edits = append(edits, f.rename(k, "until", Quote(m.Until)))
	} else if m.Until != "" {
		edits = append(edits, f.lines(f.end(t), f.indent(t.Keys[0].Key.From), "until = "+Quote(m.Until)))
	}
	if !m.Certain {
		return edits
	}
	if k := t.Key("expected"); k != nil && m.Was["expected"] == "" {
		return append(edits, f.drop(k))
	}
	return append(edits, f.lines(f.end(t), f.indent(t.Keys[0].Key.From), "expected = false"))
}

// keys returns those of a table that have one of the names, in the order of the names.
func (f *file) keys(t *toml.Table, names []string) (given []*toml.KeyPlace) {
	for _, name := range names {
		if k := t.Key(name); k != nil {
			given = append(given, k)
		}
	}
	return given
}

// replace puts values in the place of keys.
func (f *file) replace(given []*toml.KeyPlace, values [][2]string) (edits []edit) {
	var spare []*toml.KeyPlace
	for _, k := range given {
		i := slices.IndexFunc(values, func(v [2]string) bool { return v[0] == k.Names[0] })
		if i < 0 {
			spare = append(spare, k)
			continue
		}
		edits = append(edits, f.rename(k, values[i][0], values[i][1]))
		values = slices.Delete(slices.Clone(values), i, i+1)
	}
	for _, v := range values {
		if len(spare) > 0 {
			edits, spare = append(edits, f.rename(spare[0], v[0], v[1])), spare[1:]
			continue
		}
		first := given[0]
		edits = append(edits, f.lines(f.endOfLine(first.Value.To), f.indent(first.Key.From), v[0]+f.padded(first, v[0])+"= "+v[1]))
	}
	for _, k := range spare {
		edits = append(edits, f.drop(k))
	}
	return edits
}

// withdraw marks the fact. One that follows another, or is bound by it, gets the time that
// it had: what is withdrawn does not move along any more.
func (m Move) withdraw(f *file, t *toml.Table, given []*toml.KeyPlace) (edits []edit) {
	if at := t.Key("at"); at != nil && m.Was["at"] == Pending {
		edits = append(edits, f.rename(at, "tbd", "true"))
	} else if at != nil && m.Was["at"] != "" {
		edits = append(edits, f.rename(at, "at", Quote(m.Was["at"])))
	}
	for _, key := range []string{"after", "before", "until"} {
		if k := t.Key(key); k != nil && m.Named[key] != "" {
			edits = append(edits, f.rename(k, key, Quote(m.Was[key])))
		}
	}
	first := given[0]
	return append(edits, f.lines(f.endOfLine(first.Value.To), f.indent(first.Key.From), "withdrawn"+f.padded(first, "withdrawn")+"= true"))
}
