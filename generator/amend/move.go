package amend

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/site"
	"tonggao/generator/source"
)

// Withdrawn and Pending are what a Move can lead to besides a time: the fact is
// withdrawn, or its time is taken back and will be announced.
const (
	Withdrawn = "withdrawn"
	Pending   = "tbd"
)

// A Move changes the time of one milestone.
type Move struct {
	Milestone string
	To        string // a time as authors write it, Pending or Withdrawn
	On        site.Day
	Why       string
	Differs   string // why the time is not that of the notice above; empty where that need not be said
	What      string // what the new revision says
	Join      bool   // tell of it in the newest revision, which is of the same day, instead of a new one
	Was       string // the old time where the file names another milestone for it: tbd, or as authors write one
	Inherited string // the old time where it stands in the notice above; this notice gets a time of its own
}

// timeKeys give a milestone its time, in the order of their weight.
var timeKeys = []string{"at", "tbd", "after", "before"}

// Apply returns the text of a notice.toml with the move made: the new time, the
// move that leads to it, the revision that tells of it. It fails where the
// milestone is not written as a table of its own with a time of its own, or the
// move changes nothing.
func (m Move) Apply(text string) (string, error) {
	f := open(text)
	if m.Join && m.joined(f) == nil {
		return "", fmt.Errorf("the newest revision is not of %s: a new one has to tell of the move", m.On)
	}
	if m.Inherited != "" {
		return m.own(f), nil
	}
	t := f.layout.Last("milestone", m.Milestone)
	if t == nil || t.Series {
		return "", fmt.Errorf("%s is not written as a table of its own: put it below a line [milestone.%s]", m.Milestone, m.Milestone)
	}
	if k := t.Key("move"); k != nil {
		return "", fmt.Errorf("the moves of %s stand on one line: write each below a line [[milestone.%s.move]]", m.Milestone, m.Milestone)
	}
	if k := t.Key("withdrawn"); k != nil && k.Value.In(f.text) == "true" {
		return "", fmt.Errorf("%s is withdrawn: if it takes place after all, write a new milestone", m.Milestone)
	}
	edits, from, err := m.time(f, t)
	if err != nil {
		return "", err
	}
	if m.Differs != "" && t.Key("why") == nil {
		edits = append(edits, f.lines(f.end(t), f.indent(t.Keys[0].Key.From), `why = `+Quote(m.Differs)))
	}
	edits = append(edits, m.move(f, t, from), m.revision(f))
	return f.mark + apply(f.text, edits), nil
}

// time sets the new time and returns the old one as it stands in the file.
func (m Move) time(f *file, t *source.Table) (edits []edit, from string, err error) {
	at, tbd := t.Key("at"), t.Key("tbd")
	var given []*source.KeyPlace
	for _, name := range timeKeys {
		if k := t.Key(name); k != nil {
			given = append(given, k)
		}
	}
	if len(given) == 0 {
		return nil, "", fmt.Errorf("%s has no time of its own here", m.Milestone)
	}
	first := given[0] // its line carries the new time
	from = Quote(Pending)
	if at != nil {
		from = at.Value.In(f.text)
	}
	if m.Was != "" {
		from = Quote(m.Was)
	}
	switch m.To {
	case Withdrawn:
		edits = m.settle(f, at)
		return append(edits, f.lines(f.endOfLine(first.Value.To), f.indent(first.Key.From), "withdrawn"+f.padded(first, "withdrawn")+"= true")), from, nil
	case Pending:
		if at == nil || m.Was == Pending {
			return nil, "", fmt.Errorf("%s is to be announced already", m.Milestone)
		}
		if tbd != nil {
			return []edit{f.drop(at), f.rename(tbd, "tbd", "true")}, from, nil
		}
		return []edit{f.rename(at, "tbd", "true")}, from, nil
	}
	if strings.Trim(from, `"'`) == m.To {
		if tbd == nil {
			return nil, "", fmt.Errorf("%s is at %s already", m.Milestone, m.To)
		}
		from = Quote(Pending) // that very day, for certain now
	}
	edits = append(edits, f.rename(first, "at", Quote(m.To)))
	for _, k := range given[1:] {
		edits = append(edits, f.drop(k))
	}
	return edits, from, nil
}

// settle gives a milestone that follows another the time that it had: what is
// withdrawn does not move along any more.
func (m Move) settle(f *file, at *source.KeyPlace) []edit {
	switch m.Was {
	case "":
		return nil
	case Pending:
		return []edit{f.rename(at, "tbd", "true")}
	}
	return []edit{f.rename(at, "at", Quote(m.Was))}
}

// move adds the record of the move behind those before it, or behind its
// milestone.
func (m Move) move(f *file, t *source.Table, from string) edit {
	if earlier := f.layout.Last("milestone", m.Milestone, "move"); earlier != nil {
		t = earlier
	}
	return f.lines(f.end(t), f.indent(t.Head.From), "", "[[milestone."+m.Milestone+".move]]", "from = "+from, "on   = "+m.On.String(), "why  = "+Quote(m.Why))
}

// revision adds the new version behind those before it, or behind the keys that
// every notice begins with.
func (m Move) revision(f *file) edit {
	if m.Join {
		what := m.joined(f)
		return edit{source.Span{From: what.Value.To - 1, To: what.Value.To - 1}, "；" + strings.Trim(Quote(m.What), `"`)}
	}
	after := f.layout.Last("revision")
	if after == nil {
		after = &f.layout.Tables[0]
	}
	lines, at := []string{"[[revision]]", "on   = " + m.On.String(), "what = " + Quote(m.What)}, f.end(after)
	switch {
	case f.text == "":
	case at == 0:
		lines = append(lines, "")
	default:
		lines = append([]string{""}, lines...)
	}
	return f.lines(at, "", lines...)
}

// joined returns what the newest revision says, nil when it is of another day.
func (m Move) joined(f *file) *source.KeyPlace {
	newest, what := "", (*source.KeyPlace)(nil)
	for i := range f.layout.Tables {
		t := &f.layout.Tables[i]
		if on := t.Key("on"); t.Is("revision") && on != nil {
			if day := strings.Trim(on.Value.In(f.text), `"'`); day >= newest { // as text, ISO 8601 days are in order
				newest, what = day, t.Key("what")
			}
		}
	}
	if newest != m.On.String() {
		return nil
	}
	return what
}

// own gives an inherited milestone a time of its own: below its table, or in a
// new one at the end of the file.
func (m Move) own(f *file) string {
	old := func(key, tbd string) string {
		if m.Inherited == Pending {
			return tbd
		}
		return key + Quote(m.Inherited)
	}
	var given []string
	switch m.To {
	case Withdrawn:
		given = []string{old("at  = ", "tbd = true"), "withdrawn = true"}
	case Pending:
		given = []string{"tbd = true", "why = " + Quote(m.Why)}
	default:
		given = []string{"at  = " + Quote(m.To), "why = " + Quote(m.Why)}
	}
	record := []string{"", "[[milestone." + m.Milestone + ".move]]", old("from = ", "from = "+Quote(Pending)), "on   = " + m.On.String(), "why  = " + Quote(m.Why)}
	t := f.layout.Last("milestone", m.Milestone)
	if t == nil {
		head := []string{"", "[milestone." + m.Milestone + "]"}
		return f.mark + apply(f.text, []edit{m.revision(f), f.lines(len(f.text), "", slices.Concat(head, given, record)...)})
	}
	at := f.end(t)
	return f.mark + apply(f.text, []edit{m.revision(f), f.lines(at, "", given...), f.lines(at, f.indent(t.Head.From), record...)})
}
