package phrase

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/lexicon"
	"tonggao/generator/site"
)

// maxTold is how many names a label tells before it says 等.
const maxTold = 2

// Label words a milestone in a few words: the author's, or what happens to the
// services, or the first clause of its text. Where another milestone of the notice
// says the same of other channels or audiences, it names its own.
func (v Voice) Label(m *site.Milestone) string { return v.labelOf(m, m.Services) }

// LabelFor is the label of a recovery beside what it ends: of the services that it
// brings back, only those that were stopped there are named.
func (v Voice) LabelFor(recovery, stop *site.Milestone) string {
	shared := slices.DeleteFunc(slices.Clone(recovery.Services), func(s *site.Service) bool { return !stop.Concerns(s) })
	if len(shared) == 0 {
		shared = recovery.Services
	}
	return v.labelOf(recovery, shared)
}

func (v Voice) labelOf(m *site.Milestone, services []*site.Service) string {
	if m.Label != "" {
		return v.name(m.Label)
	}
	if len(m.Services) == 0 {
		return firstClause(Plain(OnScreen(v.Runs(m.Notice, nil, m.Text))))
	}
	label := v.labelled(m, services)
	if m.Scope != "" {
		label = both(v.words.Scoped, v.name(m.Scope), label)
	}
	if own := v.telling(m); own != "" {
		label += fmt.Sprintf(v.words.Aside, own)
	}
	return label
}

// labelled puts services and what happens to them together. A service's own word
// that has the service in it, such as 停水 of a water supply, stands alone where it
// leaves no doubt.
func (v Voice) labelled(m *site.Milestone, services []*site.Service) string {
	turn, own := v.turnOf(m, v.spoken(services))
	name := v.all(services)
	switch {
	case turn == "":
		return name
	case own && v.speaks(m, turn):
		return capital(turn)
	case m.Kind == site.Deadline:
		return both(v.words.Due, name, turn)
	}
	return both(v.words.Labelled, name, turn)
}

// speaks reports whether a service's own word names it, and there is no other
// service in the notice: beside others 停征 leaves open what is no longer levied.
func (v Voice) speaks(m *site.Milestone, turn string) bool {
	return len(m.Notice.Services) == 1 && strings.ContainsFunc(v.name(m.Services[0].Name), func(r rune) bool { return unicode.Is(unicode.Han, r) && strings.ContainsRune(turn, r) })
}

// spoken is the service in whose own words several are told: the only one, or the
// first of several that share theirs.
func (v Voice) spoken(services []*site.Service) *site.Service {
	if len(services) == 0 || slices.ContainsFunc(services, func(s *site.Service) bool { return s.Own != services[0].Own }) {
		return nil
	}
	return services[0]
}

// telling names what tells a milestone from another one of the same services and
// kind: its channels, or else its audiences.
func (v Voice) telling(m *site.Milestone) string {
	twin := func(differs func(*site.Milestone) bool) bool {
		return slices.ContainsFunc(m.Notice.Milestones, func(o *site.Milestone) bool {
			return o != m && o.Kind == m.Kind && o.Label == "" && o.State == m.State && o.Scope == m.Scope && slices.Equal(o.Services, m.Services) && differs(o)
		})
	}
	switch {
	case len(m.Channels) > 0 && twin(func(o *site.Milestone) bool { return !slices.Equal(o.Channels, m.Channels) }):
		return v.several(site.ChannelNames(m.Channels))
	case len(m.Audience) > 0 && twin(func(o *site.Milestone) bool { return !slices.Equal(o.Audience, m.Audience) }):
		return v.several(site.AudienceNames(m.Audience))
	}
	return ""
}

// mostNamed is how many services a label names.
const mostNamed = 3

// all lists the services of a label, or the first and how many they are.
func (v Voice) all(services []*site.Service) string {
	if len(services) > mostNamed {
		return fmt.Sprintf(v.words.Many, v.name(services[0].Name), len(services))
	}
	return v.List(v.names(site.ServiceNames(services)))
}

// several lists names, or the first of many.
func (v Voice) several(names []string) string {
	if len(names) > maxTold {
		return v.name(names[0]) + v.words.More
	}
	return v.List(v.names(names))
}

// firstClause cuts a text at its first mark, at most 16 characters.
func firstClause(text string) string {
	if i := strings.IndexAny(text, "，。；：、（"); i > 0 {
		text = text[:i]
	}
	if r := []rune(text); len(r) > 16 {
		text = string(r[:15]) + "…"
	}
	return text
}

// Turn words what a milestone does, without the service's name: 暂停, 逐步恢复,
// 停水, or the name of its stage. A milestone that turns nothing has its kind.
func (v Voice) Turn(m *site.Milestone) string {
	if turn, _ := v.turnOf(m, v.spoken(m.Services)); turn != "" {
		return capital(turn)
	}
	return v.Kind(m.Kind)
}

// turnOf words what a milestone does to a service, nil for any; own reports that
// the service has its own word for it.
func (v Voice) turnOf(m *site.Milestone, s *site.Service) (turn string, own bool) {
	off, ownOff := v.own(s, site.Off)
	back, ownBack := v.back(s)
	switch {
	case m.State != "":
		return v.name(m.State), false
	case m.Permanent:
		return v.words.Stopped, false
	case m.Kind == site.Suspend && m.Moment.Gradual:
		return v.modified(v.words.Gradual, off), ownOff
	case m.Kind == site.Suspend:
		return off, ownOff
	case m.Kind != site.Partial && m.Kind != site.Resume:
		return v.words.Turns[m.Kind], false
	case m.Moment.Gradual:
		return v.modified(v.words.Gradual, back), ownBack
	case m.Kind == site.Partial:
		return v.modified(v.words.Partly, back), ownBack
	case hasStages(m):
		return v.modified(v.words.Full, back), ownBack
	}
	return back, ownBack
}

// modified puts a word into a format that says how far it goes.
func (v Voice) modified(format, word string) string {
	if v.Language == site.English {
		word = lower(word)
	}
	return lexicon.Fill(format, word)
}

// back is the word for what brings a service back.
func (v Voice) back(s *site.Service) (word string, own bool) {
	if s != nil {
		if word, ok := v.owned(s.Own.Back); ok {
			return word, true
		}
	}
	return v.words.Turns[site.Resume], false
}

// own is the word for a state that a service has itself, or the voice's.
func (v Voice) own(s *site.Service, state site.State) (word string, own bool) {
	if s != nil {
		theirs := ""
		switch state {
		case site.On:
			theirs = s.Own.On
		case site.Off:
			theirs = s.Own.Off
		case site.Partly:
			theirs = s.Own.Partly
		}
		if word, ok := v.owned(theirs); ok {
			return word, true
		}
	}
	if state == site.Off {
		return v.words.Turns[site.Suspend], false
	}
	return v.words.States[state], false
}

// owned words an author's own word; false where there is none that this voice's
// readers could read.
func (v Voice) owned(word string) (string, bool) {
	run := v.Name(word)
	return run.Text, word != "" && (!run.Chinese || v.Language != site.English)
}

// hasStages reports whether a recovery ends an outage that had stages. One that was
// withdrawn keeps the name under which it was published: it ends nothing now, but would
// have ended what its stop began, and the stages that went with it count.
func hasStages(m *site.Milestone) bool {
	if m.Withdrawn {
		return m.CompletesStages()
	}
	return slices.ContainsFunc(m.Notice.Outages, func(o *site.Outage) bool { return o.End == m && len(o.Stages) > 0 })
}

// capital begins a text with a capital where the script has capitals.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

func lower(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(first)) + text[size:]
}
