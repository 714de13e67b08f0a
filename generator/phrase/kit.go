package phrase

import (
	"fmt"
	"regexp"
	"slices"

	"tonggao/generator/lexicon"
	"tonggao/generator/site"
)

// Kit returns the words of a voice's texts.
func (v Voice) Kit() *lexicon.Kit { return lexicon.KitIn(v.Language) }

// Issue words which revision of a notice a text is of, with the day of it.
func (v Voice) Issue(n *site.Notice) string {
	return fmt.Sprintf(v.Kit().Version, v.Day(n.Latest().On), n.Latest().Number)
}

// Stories words how the services of a notice, or of its edition, stop and come back, one
// line for those that do so alike; what was to stop and goes on as usual is among them.
func (v Voice) Stories(n *site.Notice, a *site.Audience) []string {
	var names [][]string
	var told []string
	add := func(name, story string) {
		if i := slices.Index(told, story); i >= 0 {
			names[i] = append(names[i], name)
			return
		}
		names, told = append(names, []string{name}), append(told, story)
	}
	for _, c := range site.Asked(n.Courses, n.Vocabulary) {
		if story := v.Story(c); story != "" && c.For(a) {
			add(v.Called(c), story)
		}
	}
	for _, m := range n.CalledOff(a) {
		for _, s := range m.Services {
			add(v.Called(m.Part(s)), Plain(v.Meanwhile(m)))
		}
	}
	lines := make([]string, len(told))
	for i := range told {
		lines[i] = v.List(names[i]) + v.words.Colon + told[i]
		if v.Language != site.English && opening.MatchString(told[i]) {
			lines[i] = v.List(names[i]) + v.pause() + told[i]
		}
	}
	return lines
}

// pause is what parts a name from its time: nothing where one reads, a breath where one
// listens, or 窗口一 and 一月 are one word.
func (v Voice) pause() string {
	if v.words == lexicon.Spoken(v.Language) {
		return v.words.Comma
	}
	return ""
}

// opening finds stories that begin with a time, before which a Chinese name needs no colon.
var opening = regexp.MustCompile(`^(预计|預計)?(\d|[一二三四五六七八九十〇]+年)`)

// Called is the name of a course: of its service, with the part that it is limited to.
func (v Voice) Called(c *site.Course) string {
	name := v.name(c.Service.Name)
	if lane := v.Lane(c, 0); len(lane) > 0 {
		name += fmt.Sprintf(v.words.Aside, v.List(lane))
	}
	return name
}

// Line words a milestone in a line: what, and when; what is withdrawn says so, and when it
// was planned for, if that was known.
func (v Voice) Line(m *site.Milestone) string {
	when := v.When(m)
	if _, dated := m.Moment.Order(); m.Withdrawn && !dated {
		return v.Change(m) + v.Label(m)
	}
	if m.Withdrawn {
		when = v.Planned(when) + when
	}
	return v.Change(m) + v.Label(m) + v.words.Colon + when
}

// Row words a milestone in two columns: when, and what with how it was moved. What is
// withdrawn says in both that it is.
func (v Voice) Row(m *site.Milestone) (when, what []Run) {
	when = v.WhenRuns(m)
	switch {
	case m.Withdrawn && !m.Moment.Known():
		return when, v.Sentence(m)
	case m.Withdrawn:
		when = append(Compact(Run{Text: v.Planned(Plain(when))}), former(when)...)
	}
	what = append(Compact(Run{Text: v.Change(m)}), v.Runs(m.Notice, nil, m.Text)...)
	what = append(what, Run{Text: v.words.Stop})
	if move, moved := m.LastMove(); moved {
		what = append(what, v.told(m, move)...)
	}
	return when, what
}

// Tell words a milestone as one sentence with its time, as in a schedule.
func (v Voice) Tell(m *site.Milestone) string { return Plain(OnScreen(v.Sentence(m))) }
