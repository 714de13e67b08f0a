package ics

import (
	"bytes"
	"slices"
	"strings"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// Limits on an author's words, in characters; on a whole description, in octets.
// A calendar shows a few lines; what is longer stands on the page that the event
// leads to. They also bound an event, which package plan relies on.
const (
	longTitle = 100
	longText  = 500
	longName  = 120
	longWhole = 6000
)

// summary words the title: a change first, then the place, since many people
// subscribe to several, then what happens. It repeats the time where the entry's
// place in the calendar would mislead, and says that a stop has no known end,
// since its entry is short then; and of a recovery, that what it is a part of is not back.
func (w *Writer) summary(m *site.Milestone) string {
	detail := w.voice.Brief(m)
	switch {
	case m.Withdrawn || takenBack(m), len(m.Series()) > 0: // hours come again at their own time
		detail = ""
	case m.Moment.Pending:
		detail = "时间" + detail
	}
	for _, more := range []string{w.openEnd(m), w.voice.Withheld(m)} {
		if more != "" {
			detail = strings.TrimPrefix(detail+"，"+more, "，")
		}
	}
	change, title := w.voice.Change(m), w.title(m)
	switch {
	case detail == "":
		return change + title
	case strings.Contains(detail, "（"): // no brackets inside brackets
		return change + title + "，" + detail
	}
	return change + title + "（" + detail + "）"
}

// title is place and label.
func (w *Writer) title(m *site.Milestone) string {
	place, label := w.shared(m.Notice).place, clip(oneLine(w.voice.Label(m)), longTitle)
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

// description writes the whole of what a subscriber should know, after some first
// words if there are any: what, until when, what to do instead, whom it concerns,
// where to ask; the page's address at the end, where phones show it best.
func (w *Writer) description(l *lines, m *site.Milestone, page string, first ...string) {
	l.begin("DESCRIPTION")
	p := newParagraphs(l.line)
	p.add(first...)
	p.add(phrase.Plain(w.voice.Sentence(m)))
	p.add(w.voice.Extent(m), "。")
	w.earlier(p, m)
	w.until(p, m)
	w.related(p, m)
	for _, move := range w.voice.EndMoves(m) {
		p.add(phrase.Plain(move), "。")
	}
	p.add("怎么办：", phrase.Plain(w.voice.Meanwhile(m)))
	for _, d := range w.voice.Details(m) {
		p.add(d.Label, "：", d.Text)
	}
	l.line = append(append(p.text, w.shared(m.Notice).tail...), page...)
	l.end()
}

// tail is what every event of a notice says at its end, spelled as TEXT.
func (w *Writer) tail(n *site.Notice) string {
	p := newParagraphs(nil)
	ask := w.ask(n.Region)
	p.add("咨询：", ask)
	p.add("出自：", w.source(n))
	p.add("日历更新会有延迟，以", authority(ask != ""), "为准。")
	return string(p.text)
}

// mostEarlier is how many moves before the newest an event tells; the page has
// all of them.
const mostEarlier = 5

// earlier names the moves before the newest, which the sentence has.
func (w *Writer) earlier(p *paragraphs, m *site.Milestone) {
	moves := m.AllMoves()
	moves = moves[:max(0, len(moves)-1)]
	for _, mv := range slices.Backward(moves[max(0, len(moves)-mostEarlier):]) {
		p.add("此前：", w.voice.Move(mv), "。")
	}
}

// until words how a stop ends: its stated end, each recovery of its services that
// has a time, or that none has one yet; and of a recovery, that it stops again.
func (w *Writer) until(p *paragraphs, m *site.Milestone) {
	p.add("此后：", w.voice.Again(m), "。")
	if m.Kind != site.Suspend && m.Kind != site.Partial || m.Permanent || m.Withdrawn {
		return
	}
	if m.Kind == site.Suspend {
		for _, r := range recoveries(m) {
			if _, ordered := r.Moment.Order(); ordered && r.Dated() {
				p.add(w.voice.Theirs("恢复：", m.Services), w.voice.When(r), "，", oneLine(w.voice.LabelFor(r, m)), "。")
			}
		}
	}
	p.add(w.openEnd(m), "，以后续通告为准。")
}

// openEnd words why a stop has no known end, "" where it has one. Only a notice
// that announces a recovery without its time has said 另行通知.
func (w *Writer) openEnd(m *site.Milestone) string {
	_, closes := m.Closes()
	if m.Kind != site.Suspend || m.Permanent || m.Withdrawn || closes || m.Recovery() != nil {
		return ""
	}
	for _, r := range recoveries(m) {
		if _, bounded := r.Moment.Order(); bounded && !r.Moment.Pending {
			return ""
		}
		if r.Moment.Pending {
			return w.voice.Theirs("恢复时间另行通知", m.Services)
		}
	}
	return w.voice.Theirs("恢复时间未公布", m.Services)
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
	for _, x := range m.Notice.Milestones {
		if x.Shares(m) && x != m && !x.Withdrawn && !x.Dated() {
			p.add("另行通知：", oneLine(w.voice.Label(x)), "。")
		}
	}
}

// authority names where the present is told: by telephone too where a number answers.
func authority(answers bool) string {
	if answers {
		return "通告页面和咨询电话"
	}
	return "通告页面"
}

// ask names the region's first desk, and the hotlines that it does not name
// itself.
func (w *Writer) ask(r *site.Region) string {
	var places, known []string
	if len(r.Contacts) > 0 {
		desk := r.Contacts[0]
		places, known = append(places, w.voice.Contact(desk)), desk.Numbers()
	}
	for _, number := range r.Hotlines {
		if !slices.Contains(known, number) {
			places = append(places, "热线"+number)
		}
	}
	return strings.Join(places, "；")
}

// source names the notice that the fact stands in. It leaves out the revision:
// that would change every event of a notice whenever one of its facts moves.
func (w *Writer) source(n *site.Notice) string {
	issuers := w.voice.List(n.Issuers)
	return "《" + clip(n.Title, longName) + "》（" + clip(issuers, longName) + "，" + w.voice.Day(n.Issued) + "）"
}

// paragraphs gathers the lines of a description, spelled as TEXT. It never lets
// white space stand at the start, where libical would drop it.
type paragraphs struct {
	text  []byte
	start int // of the description
	last  int // of the last line
}

// newParagraphs appends to what stands before a description.
func newParagraphs(before []byte) *paragraphs {
	return &paragraphs{text: before, start: len(before), last: len(before)}
}

// add adds a line of parts, unless one of them is missing, or the line says what
// the last one said, or there is no more room; a very long part is cut.
func (p *paragraphs) add(parts ...string) {
	start := len(p.text)
	if start-p.start > longWhole {
		return
	}
	for _, part := range parts {
		part = trim(part)
		if part == "" {
			p.text = p.text[:start]
			return
		}
		p.text = appendText(p.text, clip(part, longText))
	}
	p.text = append(p.text, `\n`...)
	if len(parts) == 0 || bytes.Equal(p.text[start:], p.text[p.last:start]) {
		p.text = p.text[:start]
		return
	}
	p.last = start
}

// clip cuts words to a number of characters, the last of which says so.
func clip(words string, most int) string {
	if len(words) <= most { // no more characters than octets
		return words
	}
	n, cut := 0, 0
	for i := range words {
		if n == most-1 {
			cut = i
		}
		if n++; n > most {
			return words[:cut] + "…"
		}
	}
	return words
}

// oneLine joins the lines of words that must stand in one.
func oneLine(words string) string {
	if !strings.ContainsFunc(words, breaks) {
		return words
	}
	return strings.Join(strings.FieldsFunc(words, breaks), " ")
}
