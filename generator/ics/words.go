package ics

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Limits on an author's words, in characters. A calendar shows a few lines; what
// is longer stands on the page that the event leads to. They also bound the
// octets of an event, which package plan relies on.
const (
	longTitle = 100
	longText  = 500
	longName  = 120
)

// summary words the title: a change first, then the place, since many people
// subscribe to several, then what happens. It repeats the time where the entry's
// place in the calendar would mislead, and says that a stop has no known end,
// since its entry is short then.
func (w *Writer) summary(m *site.Milestone) string {
	var details []string
	if brief := w.voice.Brief(m); brief != "" && !takenBack(m) && !m.Withdrawn {
		if m.Moment.Pending {
			brief = "时间" + brief
		}
		details = append(details, brief)
	}
	if m.Kind == site.Suspend && !m.Permanent && !m.Withdrawn && m.Recovery() == nil {
		details = append(details, "恢复时间另行通知")
	}
	title, detail := w.voice.Change(m)+w.title(m), strings.Join(details, "，")
	switch {
	case detail == "":
		return title
	case strings.Contains(detail, "（"): // no brackets inside brackets
		return title + "，" + detail
	}
	return title + "（" + detail + "）"
}

// title is place and label.
func (w *Writer) title(m *site.Milestone) string {
	place, label := shortPlace(m.Notice.Region), clip(oneLine(w.voice.Label(m)), longTitle)
	if strings.HasPrefix(label, place) {
		return label
	}
	return place + "：" + label
}

// takenBack reports whether the milestone had a time and has none now.
func takenBack(m *site.Milestone) bool {
	move, moved := m.LastMove()
	return moved && move.Kind == site.TakenBack
}

// shortPlace is the region's name without 市, as people say it; 省 and 县 stay,
// since they tell 吉林省 from 吉林.
func shortPlace(r *site.Region) string {
	name := clip(oneLine(r.Name), longName)
	short := strings.TrimSuffix(name, "市")
	if len([]rune(short)) < 2 {
		return name
	}
	return short
}

// description words the whole of what a subscriber should know: what, until
// when, what to do instead, whom it concerns, where to ask; the page's address
// stands at the end, where phones show it best.
func (w *Writer) description(m *site.Milestone) string {
	p := &paragraphs{}
	p.add("%s", phrase.Plain(w.voice.Sentence(m)))
	w.earlier(p, m)
	w.until(p, m)
	w.related(p, m)
	p.add("怎么办：%s", phrase.Plain(w.voice.Runs(m.Notice, nil, m.Instead)))
	p.add("范围：%s", m.Scope)
	p.add("对象：%s", w.audiences(m))
	p.add("渠道：%s", w.channels(m))
	p.add("咨询：%s", w.ask(m.Notice.Region))
	p.add("出自：%s", w.source(m.Notice))
	p.add("日历更新会有延迟，以通告页面和咨询电话为准。")
	return p.String() + "\n" + w.plan.URL(plan.MilestoneDir(m))
}

// earlier names the moves before the newest, which the sentence has.
func (w *Writer) earlier(p *paragraphs, m *site.Milestone) {
	moves := m.AllMoves()
	for _, mv := range slices.Backward(moves[:max(0, len(moves)-1)]) {
		p.add("此前：%s。", w.voice.Move(mv))
	}
}

// until words how a stop ends: each recovery of its service that has a time, or
// that none has one yet.
func (w *Writer) until(p *paragraphs, m *site.Milestone) {
	if m.Kind != site.Suspend || m.Permanent || m.Withdrawn {
		return
	}
	for _, r := range recoveries(m) {
		if _, dated := r.Span(); dated {
			p.add("恢复：%s，%s。", w.voice.When(r), oneLine(w.voice.Label(r)))
		}
	}
	if m.Recovery() == nil {
		p.add("恢复时间另行通知，以后续通告为准。")
	}
}

// recoveries returns what brings back a stop's service, in time order, each once.
func recoveries(stop *site.Milestone) []*site.Milestone {
	var all []*site.Milestone
	for _, o := range stop.Notice.Outages {
		if o.Stop != stop {
			continue
		}
		for _, r := range o.Recoveries() {
			if !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	site.SortMilestones(all)
	return all
}

// related names what is still to be announced about the same service and has no
// event of its own to say so.
func (w *Writer) related(p *paragraphs, m *site.Milestone) {
	if m.Service == nil {
		return
	}
	for _, x := range m.Notice.Milestones {
		_, dated := x.Span()
		if !dated && !x.Withdrawn && x.Service == m.Service && x != m {
			p.add("另行通知：%s。", oneLine(w.voice.Label(x)))
		}
	}
}

func (w *Writer) audiences(m *site.Milestone) string {
	var names []string
	for _, a := range m.Audience {
		names = append(names, a.Name)
	}
	return w.voice.List(names)
}

func (w *Writer) channels(m *site.Milestone) string {
	var names []string
	for _, c := range m.Channels {
		names = append(names, c.Name)
	}
	text := w.voice.List(names)
	if m.MoreChans && text != "" {
		text += "等"
	}
	return text
}

// ask names the region's first desk, and the hotlines that it does not name
// itself.
func (w *Writer) ask(r *site.Region) string {
	var places []string
	if len(r.Contacts) > 0 {
		places = append(places, w.voice.Contact(r.Contacts[0]))
	}
	for _, number := range r.Hotlines {
		if !strings.Contains(strings.Join(places, " "), number) {
			places = append(places, "热线"+number)
		}
	}
	return strings.Join(places, "；")
}

// source names the notice that the fact stands in. It leaves out the revision:
// that would change every event of a notice whenever one of its facts moves.
func (w *Writer) source(n *site.Notice) string {
	issuers := w.voice.List(n.Issuers)
	return fmt.Sprintf("《%s》（%s，%s）", clip(n.Title, longName), clip(issuers, longName), w.voice.Day(n.Issued))
}

// paragraphs gathers the lines of a description.
type paragraphs struct {
	lines []string
}

// add adds a line, unless a word that it is to hold is missing; a very long word
// is cut.
func (p *paragraphs) add(format string, words ...string) {
	filled := make([]any, len(words))
	for i, word := range words {
		if strings.TrimSpace(word) == "" {
			return
		}
		filled[i] = clip(word, longText)
	}
	p.lines = append(p.lines, fmt.Sprintf(format, filled...))
}

// String joins the lines; one after another that says the same is left out.
func (p *paragraphs) String() string { return strings.Join(slices.Compact(p.lines), "\n") }

// clip cuts words to a number of characters, the last of which says so.
func clip(words string, most int) string {
	if len(words) <= most { // no more characters than octets
		return words
	}
	runes := []rune(words)
	if len(runes) <= most {
		return words
	}
	return string(runes[:most-1]) + "…"
}

// oneLine joins the lines of words that must stand in one.
func oneLine(words string) string {
	if !strings.ContainsFunc(words, breaks) {
		return words
	}
	return strings.Join(strings.FieldsFunc(words, breaks), " ")
}
