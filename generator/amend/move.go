package amend

import (
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// Withdrawn and Pending are what a Move can lead to besides a time: the fact is
// withdrawn, or its time is taken back and will be announced.
const (
	Withdrawn = "withdrawn"
	Pending   = "tbd"
)

// A Change is what is announced of one notice at one time: moves, told together in
// one revision.
type Change struct {
	On      site.Day
	Moves   []Move
	What    []string // what the revision says, a part for each fact, each said once; none where a notice above tells of it
	Join    bool     // tell of it in the newest revision, which is of the same day, instead of a new one
	Replace bool     // What takes the place of what the joined revision said
}

// A Move changes the time of one milestone.
type Move struct {
	Milestone string
	To        string // a time as authors write it, Pending or Withdrawn; empty where the time stays, or Bounds take its place
	After     string // bounds, where To is empty or Pending
	Before    string
	Until     string // the new end of its window; empty where that stays
	Certain   bool   // it is expected no longer
	Why       string
	Differs   string // why the time is not that of the notice above; empty where that need not be said

	// Was are the old values of at, after, before, until and expected, as times,
	// where the file does not write them so: it names another milestone for them, or
	// they stand in the notice above.
	Was       map[string]string
	Named     map[string]string // by key, the milestones that stand there instead of times
	Earlier   []site.Move       // what moved it until now and does not stand in its table yet; see taken
	Inherited bool              // the time stands in the notice above; this notice gets one of its own
}

// Apply returns the text of a notice.toml with the change made: the new times, the
// moves that lead to them, the revision that tells of it. It fails where a milestone
// is not written as a table of its own with a time of its own, or a move changes
// nothing.
func (c Change) Apply(text string) (string, error) {
	f := open(text)
	c.Join = c.Join && len(c.What) > 0
	if c.Join && c.joined(f) == nil {
		return "", message.Errorf("the newest revision is not of %s: a new one has to tell of the move", c.On)
	}
	if c.Join && !quotedOnce(c.joined(f).Value.In(f.text)) {
		return "", message.Errorf("what the newest revision says does not stand between single pairs of quotes: write it so")
	}
	if len(c.What) > 0 {
		text = f.mark + apply(f.text, []edit{c.revision(f)})
	}
	for _, m := range c.Moves {
		changed, err := m.apply(text, c.On)
		if err != nil {
			return "", err
		}
		text = changed
	}
	return text, nil
}

// apply makes one move, without its revision.
func (m Move) apply(text string, on site.Day) (string, error) {
	f := open(text)
	t := f.layout.Last("milestone", m.Milestone)
	if t == nil && m.Inherited {
		t = &toml.Table{}
	}
	if t == nil || t.Series {
		return "", message.Errorf("%s is not written as a table of its own: put it below a line [milestone.%s]", m.Milestone, m.Milestone)
	}
	if k := t.Key("move"); k != nil {
		return "", message.Errorf("the moves of %s stand on one line: write each below a line [[milestone.%s.move]]", m.Milestone, m.Milestone)
	}
	if k := t.Key("withdrawn"); k != nil && k.Value.In(f.text) == "true" {
		return "", message.Errorf("%s is withdrawn: if it takes place after all, write a new milestone", m.Milestone)
	}
	was := m.state(f, t)
	if err := m.refuse(was, m.Inherited || len(f.keys(t, timeKeys)) > 0); err != nil {
		return "", err
	}
	if m.Inherited {
		return f.mark + apply(f.text, m.own(f, t, m.record(was, on))), nil
	}
	edits := m.time(f, t)
	if m.Differs != "" && t.Key("why") == nil {
		edits = append(edits, f.lines(f.end(t), f.indent(t.Keys[0].Key.From), `why = `+Quote(m.Differs)))
	}
	last := t
	if earlier := f.layout.Last("milestone", m.Milestone, "move"); earlier != nil {
		last = earlier
	}
	edits = append(edits, f.lines(f.end(last), f.indent(last.Head.From), m.record(was, on)...))
	return f.mark + apply(f.text, edits), nil
}

// record are the lines of a move, behind those that the milestone takes over.
func (m Move) record(was state, on site.Day) []string {
	return append(m.taken(), m.lines(was.kept(m), on, m.Why)...)
}

// revision adds the new version behind those before it, or behind the keys that
// every notice begins with; or tells of the change in the newest one.
func (c Change) revision(f *file) edit {
	if c.Join {
		return c.join(f, c.joined(f))
	}
	after := f.layout.Last("revision")
	if after == nil {
		after = &f.layout.Tables[0]
	}
	lines, at := []string{"[[revision]]", "on   = " + c.On.String(), "what = " + Quote(once(nil, c.What))}, f.end(after)
	switch {
	case f.text == "":
	case at == 0:
		lines = append(lines, "")
	default:
		lines = append([]string{""}, lines...)
	}
	return f.lines(at, "", lines...)
}

// join tells of the change in a revision that is there, behind what it says already.
func (c Change) join(f *file, what *toml.KeyPlace) edit {
	said := what.Value.In(f.text)
	if c.Replace {
		return edit{what.Value, Quote(once(nil, c.What))}
	}
	inner := said[1 : len(said)-1]
	if said[0] == '\'' { // there a backslash is a backslash
		inner = inside(inner)
	}
	more := once(strings.Split(inner, parts), c.What)
	if more == "" {
		return edit{what.Value, said}
	}
	return edit{what.Value, `"` + inner + parts + inside(more) + `"`}
}

// quotedOnce reports a string that cannot go over several lines.
func quotedOnce(value string) bool {
	quoted := len(value) > 1 && (value[0] == '"' || value[0] == '\'')
	return quoted && !strings.HasPrefix(value, `"""`) && !strings.HasPrefix(value, `'''`)
}

// inside is a text as it stands between the quotes of a TOML string.
func inside(text string) string {
	quoted := Quote(text)
	return quoted[1 : len(quoted)-1]
}

// parts stands between the parts of a revision.
const parts = "；"

// once joins what is not said yet, each part once, in order. What is said stands as in
// its quotes.
func once(said, all []string) string {
	var fresh []string
	for _, part := range all {
		if !slices.Contains(said, inside(part)) && !slices.Contains(fresh, part) {
			fresh = append(fresh, part)
		}
	}
	return strings.Join(fresh, parts)
}

// joined returns what the newest revision says, nil when it is of another day.
func (c Change) joined(f *file) *toml.KeyPlace {
	newest, what := "", (*toml.KeyPlace)(nil)
	for i := range f.layout.Tables {
		t := &f.layout.Tables[i]
		if on := t.Key("on"); t.Is("revision") && on != nil {
			if day := strings.Trim(on.Value.In(f.text), `"'`); day >= newest { // as text, ISO 8601 days are in order
				newest, what = day, t.Key("what")
			}
		}
	}
	if newest != c.On.String() {
		return nil
	}
	return what
}
