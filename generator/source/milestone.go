package source

import (
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"

	"tonggao/generator/message"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// reserved are the names that a milestone cannot have: its page would stand
// where the notice has another file or folder.
var reserved = []string{"for", "region", "issuer", "title", "hotlines", "channels", "meant", "to", "schedule", "contacts", "unaffected"}

// milestones reads the dated facts. Their times come in a second pass, since one
// can follow another that stands further down.
func (b *noticeBuilder) milestones() {
	b.uncertain = b.doubted()
	b.nodes = map[string]*toml.Node{}
	for _, n := range b.facts.Get("milestone").Entries() {
		if slices.Contains(reserved, n.Key) {
			b.problems.Add(n.At, message.Say("choose another, such as %s-date", n.Key), "%s is a word with a meaning of its own and no name for a milestone", n.Key)
		}
		complete := toml.Require(n, schema.MilestoneTable, message.Say("milestone %s", n.Key), b.problems)
		b.nodes[n.Key] = n
		m := b.fact(n)
		if complete {
			b.checkFact(m, n)
		}
		b.uncertain = b.uncertain || !complete || len(m.Services) == 0 && (n.Get("service") != nil || n.Get("services") != nil)
		b.notice.Milestones = append(b.notice.Milestones, m)
	}
	b.moments()
	site.SortMilestones(b.notice.Milestones)
	b.checkDuplicates()
}

func (b *noticeBuilder) fact(n *toml.Node) *site.Milestone {
	return &site.Milestone{ID: n.Key, Called: calledHere(n), Notice: b.notice, Kind: site.Kind(n.Text("kind")), Services: b.services(n), Label: n.Text("label"),
		Text: b.words(n, "text"), Instead: b.words(n, "instead"), State: n.Text("state"), Permanent: n.Flag("permanent"), Hours: b.hours(n),
		Scope: n.Text("scope"), Audience: b.audience(n, "audience"), Channels: b.channels(n), MoreChans: n.Flag("more_channels"), Alarm: b.alarm(n),
		Withdrawn: n.Flag("withdrawn"), At: n.At, GoneAt: n.ValueAt("withdrawn")}
}

var alarmForm = regexp.MustCompile(`^-P(\d{1,3}W|(\d{1,3}D)?(T(\d{1,3}H)?(\d{1,3}M)?)?)$`)

func minutes(hour, minute string) int {
	h, _ := strconv.Atoi(hour) // the pattern lets only digits through
	m, _ := strconv.Atoi(minute)
	return h*60 + m
}

// alarm tells no list, which means the default, from an empty one.
func (b *noticeBuilder) alarm(n *toml.Node) []string {
	v := n.Get("alarm")
	if v == nil {
		return nil
	}
	alarms := []string{}
	for _, i := range v.List {
		text, _ := i.Scalar.(string)
		if !alarmForm.MatchString(text) || text == "-P" || text[len(text)-1] == 'T' {
			b.problems.Add(i.Value, `write how long before, as RFC 5545 does: "-P1D" a day, "-PT2H" two hours`, "alarm %q is no time before", text)
			continue
		}
		alarms = append(alarms, text)
	}
	return alarms
}

// maxLabel is how many characters a label can have: longer ones leave a poster no
// room for the date, and a phone's calendar shows a third of them.
const maxLabel = 40

// checkFact reports keys that do not go together.
func (b *noticeBuilder) checkFact(m *site.Milestone, n *toml.Node) {
	if schema.MilestoneTable.Key("service").Asks(m.Kind) && n.Get("service") == nil && n.Get("services") == nil {
		b.problems.Add(n.At, `add service = "…", a service of the vocabulary`, "%s does not say which service it concerns", m.ID)
	}
	for _, v := range n.Entries() {
		b.checkPlace(m, v)
	}
	if m.Permanent && n.Flag("open_ended") {
		b.problems.Add(n.ValueAt("open_ended"), "keep one of the two", "%s is permanent and open_ended", m.ID)
	}
	if length := utf8.RuneCountInString(m.Label); length > maxLabel {
		b.problems.Add(n.ValueAt("label"), "say it in a few words; the text of the milestone has room for the rest", "the label of %s has %d characters; %d is the most that a poster and a calendar can show", m.ID, length, maxLabel)
	}
	if m.Permanent && n.Get("until") != nil {
		b.problems.Add(n.ValueAt("until"), "keep one of the two", "%s is permanent and has an end", m.ID)
	}
	if m.Withdrawn && n.Get("move") == nil {
		b.problems.Add(n.ValueAt("withdrawn"), message.Say("add [[milestone.%s.move]] with from, on and why", m.ID), "%s was withdrawn, but no move says when and why", m.ID)
	}
}

// checkPlace reports a key that has no place in a milestone of this kind. A flag
// that is not set says nothing anywhere, and of a kind that is none nothing is known.
func (b *noticeBuilder) checkPlace(m *site.Milestone, v *toml.Node) {
	k := schema.MilestoneTable.Key(v.Key)
	if !slices.Contains(site.Kinds, m.Kind) || k.Fits(m.Kind) {
		return
	}
	if on, isFlag := v.Scalar.(bool); isFlag && !on {
		return
	}
	var names message.Names
	for _, kind := range k.Only {
		names = append(names, string(kind))
	}
	b.problems.Add(v.At, message.Say("it belongs to %s", names), "%s has no place in a milestone of kind %s", k.Name, m.Kind)
}

// checkDuplicates reports two milestones that state one fact: each once, however
// many state it.
func (b *noticeBuilder) checkDuplicates() {
	for i, m := range b.notice.Milestones {
		for _, o := range b.notice.Milestones[:i] {
			same := m.Kind == o.Kind && m.Shares(o) && m.Moment.Known() && m.Moment.Same(o.Moment) &&
				m.Scope == o.Scope && slices.Equal(m.Audience, o.Audience) && slices.Equal(m.Channels, o.Channels) && m.Withdrawn == o.Withdrawn
			if same && m.State == o.State && m.Kind != site.Deadline && m.Kind != site.Rule {
				later, first := m, o
				if m.At.Before(o.At) {
					later, first = o, m
				}
				b.doubtful = append(b.doubtful, later)
				b.problems.Add(later.At, "keep one; an audience, a scope or channels can tell two apart", "%s states the same as %s", later.ID, first.ID)
				break
			}
		}
	}
}

// checkParent reports a time that differs from the notice above without saying why. What
// is withdrawn stays at the time that it had, wherever that above moves.
func (b *noticeBuilder) checkParent(m *site.Milestone, n *toml.Node) {
	if b.above.notice == nil {
		return
	}
	parent := b.above.notice.Milestone(m.ID)
	if parent == nil || parent.Kind != m.Kind || m.Withdrawn || n.Get("why") != nil {
		return
	}
	theirs := b.above.facts.Get("milestone").Get(m.ID)
	at := n.Get("at")
	if at == nil || theirs.Get("at") == at || parent.Moment.Same(m.Moment) {
		return
	}
	b.problems.Add(at.Value, `if that is meant, add why = "…"; else leave the time to the notice above`,
		"%s is at %s here, but at %s in %s", m.ID, m.Moment, parent.Moment, theirs.ValueAt("at"))
}
