package phrase

import (
	"fmt"
	"strings"
	"time"

	"tonggao/generator/site"
)

// A Form chooses how a moment is worded. Forms add up.
type Form uint8

// The forms of a moment. Without any it is worded in full, as its author wrote it.
const (
	DateOnly Form = 1 << iota // 2021年12月30日
	Short                     // 12月30日20时, without the year
	Time                      // 20时
	As24                      // the same instant as 24时 of the day before
	As0                       // the same instant as 0时 of its day
	Weekday                   // with （星期四）
	Deadline                  // 3月31日前（含当日）
)

// Day words a day in full.
func (v Voice) Day(d site.Day) string { return v.words.date(d, true) }

// Moment words a moment. One without a time of its own is worded by its bounds,
// or as to be announced.
func (v Voice) Moment(m site.Moment, forms ...Form) string {
	var form Form
	for _, f := range forms {
		form |= f
	}
	if !m.Known() {
		return v.unknown(m)
	}
	text := v.known(m, form)
	if form&Weekday != 0 && m.Precision >= site.ToDay {
		text = fmt.Sprintf(v.words.weekday, text, v.Weekday(worded(m, form).Day()))
	}
	if form&Deadline != 0 {
		text = v.limit(m, text)
	}
	return text
}

// worded turns an instant at midnight to the wording that a form asks for.
func worded(m site.Moment, form Form) site.Moment {
	midnight := m.Exact() && m.Instant.In(site.China).Hour() == 0 && m.Precision == site.Hour
	switch {
	case form&As24 != 0 && midnight:
		m.As24 = true
	case form&As0 != 0:
		m.As24 = false
	}
	return m
}

func (v Voice) known(m site.Moment, form Form) string {
	m = worded(m, form)
	date := v.words.date(m.Day(), form&Short == 0)
	switch {
	case m.Precision == site.Month:
		return v.words.month(m.Day())
	case !m.Exact() || form&DateOnly != 0:
		return date
	}
	hour, minute := m.Instant.In(site.China).Hour(), m.Instant.In(site.China).Minute()
	if m.As24 {
		hour = 24
	}
	clock := v.words.clock(hour, minute)
	if form&Time != 0 {
		return clock
	}
	return v.words.join(date, clock)
}

func (v Voice) limit(m site.Moment, text string) string {
	switch {
	case m.Exact():
		return fmt.Sprintf(v.words.before, text)
	case m.Precision == site.Month && m.Includes:
		return fmt.Sprintf(v.words.throughMon, text)
	case m.Precision == site.Month:
		return fmt.Sprintf(v.words.untilMon, text)
	case m.Includes:
		return fmt.Sprintf(v.words.throughDay, text)
	}
	return fmt.Sprintf(v.words.untilDay, text)
}

// bound words the bounds of a moment without a time of its own; "" for none.
func (v Voice) bound(m site.Moment) string {
	hasAfter := m.After != nil && m.After.Known() // 另行通知以后 bounds nothing
	hasBefore := m.Before != nil && m.Before.Known()
	switch {
	case hasAfter && hasBefore:
		return fmt.Sprintf(v.words.between, v.Moment(*m.After), v.Moment(*m.Before))
	case hasAfter:
		return fmt.Sprintf(v.words.after, v.Moment(*m.After))
	case hasBefore:
		return fmt.Sprintf(v.words.before, v.Moment(*m.Before))
	}
	return ""
}

func (v Voice) unknown(m site.Moment) string {
	bound := v.bound(m)
	switch {
	case bound == "":
		return v.words.pending
	case m.Pending:
		return fmt.Sprintf(v.words.pendingFrom, bound)
	}
	return bound
}

// Window words a half-open window; the second year is left out where it is the
// first one's.
func (v Voice) Window(from, to site.Moment) string {
	return fmt.Sprintf(v.words.window, v.Moment(from), v.Moment(to, v.sameYear(from, to)))
}

func (v Voice) sameYear(from, to site.Moment) Form {
	if from.Known() && to.Known() && from.Precision >= site.ToDay && to.Precision >= site.ToDay && from.Day().Year == to.Day().Year {
		return Short
	}
	return 0
}

// Daily words a window of every day.
func (v Voice) Daily(d site.Daily) string {
	return fmt.Sprintf(v.words.daily, v.words.clock(d.From/60, d.From%60), v.words.clock(d.To/60, d.To%60))
}

// When words a milestone's time as a schedule says it: a stop or a recovery holds
// from then on, a deadline until then.
func (v Voice) When(m *site.Milestone) string {
	before, time, after := v.when(m)
	return before + time + after
}

// when cuts the wording around the moment itself, so that a page can mark it.
func (v Voice) when(m *site.Milestone) (before, moment, after string) {
	moment = v.Moment(m.Moment)
	format := "%s"
	switch {
	case !m.Moment.Known():
	case m.Kind == site.Deadline:
		format = strings.Replace(v.limit(m.Moment, "\x00"), "\x00", "%s", 1)
	case m.Kind == site.Rule:
	case m.Moment.Gradual && !saysGradual(m):
		format = v.words.gradually
	default:
		format = v.words.since
	}
	if m.Moment.Known() && m.Moment.Pending && !saysPending(m) {
		format = fmt.Sprintf(v.words.pendingFrom, format)
	}
	if m.Daily != nil {
		format += v.words.comma + v.Daily(*m.Daily)
	}
	before, after, _ = strings.Cut(format, "%s")
	return before, moment, after
}

// saysGradual reports whether the author's own clause already says that a
// recovery is gradual, so that the schedule does not say it twice.
func saysGradual(m *site.Milestone) bool {
	text := Plain(In(site.Chinese).Runs(m.Notice, nil, m.Text))
	return strings.Contains(text, "逐步") || strings.Contains(text, "陆续")
}

// saysPending reports whether the author's own clause says how the exact time
// will be known, as 具体时间以平台恢复受理为准 does: then none is promised by notice.
func saysPending(m *site.Milestone) bool {
	return strings.Contains(Plain(In(site.Chinese).Runs(m.Notice, nil, m.Text)), "具体时间")
}

// Label words a milestone in a few words: the author's, or what happens to the
// service, or the first clause of its text.
func (v Voice) Label(m *site.Milestone) string {
	if m.Label != "" {
		return v.name(m.Label)
	}
	if m.Service == nil {
		return firstClause(Plain(v.Runs(m.Notice, nil, m.Text)))
	}
	label := fmt.Sprintf(v.turn(m), v.name(m.Service.Name))
	if m.State != "" {
		label = v.name(m.Service.Name) + v.name(m.State)
	}
	if m.Scope != "" {
		label = fmt.Sprintf(v.words.scoped, v.name(m.Scope), label)
	}
	return label
}

func (v Voice) turn(m *site.Milestone) string {
	switch {
	case m.Permanent:
		return v.words.stopped
	case m.Kind == site.Partial && m.Moment.Gradual, m.Kind == site.Resume && m.Moment.Gradual:
		return v.words.gradual
	case m.Kind == site.Resume && hasStages(m):
		return v.words.full
	}
	return v.words.turns[m.Kind]
}

func hasStages(m *site.Milestone) bool {
	for _, o := range m.Notice.Outages {
		if o.End == m && len(o.Stages) > 0 {
			return true
		}
	}
	return false
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

// Change is the mark of a milestone's newest move, such as 【延期】; "" for none.
func (v Voice) Change(m *site.Milestone) string {
	move, moved := m.LastMove()
	switch {
	case m.Withdrawn:
		return v.words.changes[site.Withdrawn]
	case !moved:
		return ""
	}
	return v.words.changes[move.Kind]
}

// Move words a move: the old time, the new one, the day and the reason.
func (v Voice) Move(mv site.Move) string { return Plain(v.MoveRuns(mv)) }

// MoveRuns is Move with its times marked as times.
func (v Voice) MoveRuns(mv site.Move) []Run {
	times := map[string]Run{
		"from": {Text: v.Moment(mv.From), Datetime: mv.From.Datetime()},
		"to":   {Text: v.Moment(mv.To), Datetime: mv.To.Datetime()},
		"on":   {Text: v.Day(mv.On), Datetime: mv.On.String()},
	}
	var runs []Run
	for _, part := range strings.Split(fmt.Sprintf(v.words.moves[mv.Kind], "\x00from\x00", "\x00to\x00", "\x00on\x00"), "\x00") {
		if time, isTime := times[part]; isTime {
			runs = append(runs, time)
		} else if part != "" {
			runs = append(runs, Run{Text: part})
		}
	}
	if mv.Why != "" {
		runs = append(runs, Run{Text: fmt.Sprintf(v.words.reason, v.name(mv.Why))})
	}
	return runs
}

// News words what a revision says of a move: what it did to which milestone. The
// times stand with the milestone, where they are kept. A label that ends by
// naming the time does not name it twice.
func (v Voice) News(label string, k site.MoveKind) string {
	if k == site.Fixed {
		label = strings.TrimSuffix(label, "时间")
	}
	return fmt.Sprintf(v.words.news[k], label)
}

// Clock words the time of day of an instant, for pages that follow the clock.
func (v Voice) Clock(t time.Time) string {
	t = t.In(site.China)
	return v.words.clock(t.Hour(), t.Minute())
}
