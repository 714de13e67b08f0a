package phrase

import "tonggao/generator/site"

// standing has the words for how a service stands when it is neither surely on
// nor surely off. Each takes what happens to it: 恢复, 停水.
type standing struct {
	today     string // on a day without an hour
	thisMonth string // in a month without a day
	maybe     string // between two bounds
	should    string // from a lower bound on
	expects   string // after an expected time
	about     string // on an expected day
	over      string // after an expected end of a window
	gradually string // a stop for more and more
}

func (s *standing) all() []*string {
	return []*string{&s.today, &s.thisMonth, &s.maybe, &s.should, &s.expects, &s.about, &s.over, &s.gradually}
}

var chineseStanding = standing{
	today: "当日%s，具体时点未公布", thisMonth: "当月%s，具体日期未公布", maybe: "可能已%s，以公布为准", should: "应已%s，以公布为准",
	expects: "预计已%s，以公布为准", about: "预计当日%s，以公布为准", over: "预计%s期满，以公布为准", gradually: "逐步%s",
}

var englishStanding = standing{
	today: "%s today, hour not announced", thisMonth: "%s this month, day not announced", maybe: "may be %s by now, check for news", should: "should be %s, check for news",
	expects: "expected to be %s, check for news", about: "expected today: %s, check for news", over: "expected to be over (%s), check for news", gradually: "%s step by step",
}

// Standing words how a service stands in a step of its course.
func (v Voice) Standing(c *site.Course, i int) string { return capital(v.standing(c, i)) }

// Ended words that the stated end of a window has come.
func (v Voice) Ended() string { return v.words.outlook.ended }

// stood words a plain state of a service.
func (v Voice) stood(s *site.Service, state site.State) string {
	word, own := v.own(s, state)
	if !own {
		word = v.words.states[state]
	}
	return capital(word)
}

func (v Voice) standing(c *site.Course, i int) string {
	step, w := c.Steps[i], v.words.standing
	m := step.Cause
	if m == nil {
		return v.stood(c.Service, step.State)
	}
	turn, _ := v.turnOf(m, c.Service)
	say := func(format string) string { return v.modified(format, turn) }
	switch {
	case step.State == site.Presumed && step.Over:
		return say(w.over)
	case step.State == site.Presumed && m.Moment.Expected:
		return say(w.expects)
	case step.State == site.Presumed:
		return say(w.should)
	case step.State == site.Uncertain && !m.Moment.Known():
		return say(w.maybe)
	case step.State == site.Uncertain && m.Moment.Precision == site.Month:
		return say(w.thisMonth)
	case step.State == site.Uncertain && m.Moment.Expected:
		return say(w.about)
	case step.State == site.Uncertain:
		return say(w.today)
	case step.State == site.Off && m.Moment.Expected && m.Kind == site.Suspend:
		return say(w.expects)
	case step.State == site.Partly && !step.Over && (m.State != "" || m.Kind == site.Opening || m.Kind == site.Suspend):
		return turn
	}
	return v.stood(c.Service, step.State)
}

// outlook has the sentences that say how a course goes on.
type outlook struct {
	known    string // moment, what happens
	exactly  string // likewise, of what happens once: an opening
	bounded  string // bounds or 另行通知, what happens
	unknown  string // what has no announced time and no milestone of its own
	since    string // moment, what has brought it back
	closes   string // the last day or hour of a window
	through  string // likewise, of an opening
	expired  string // moment, what is over
	ended    string // a window is over, on a bar
	opens    string // when hours open a service, the hours
	stops    string // when they stop it, how, the hours
	today    string // an hour of today, {clock}
	tomorrow string // likewise
	weekday  string // likewise, of {day}
	then     string // between what comes and what comes after it
}

func (o *outlook) all() []*string {
	return []*string{&o.known, &o.exactly, &o.bounded, &o.unknown, &o.since, &o.closes, &o.through, &o.expired, &o.ended, &o.opens, &o.stops, &o.today, &o.tomorrow, &o.weekday, &o.then}
}

var chineseOutlook = outlook{known: "%[1]s起%[2]s", exactly: "%[1]s%[2]s", bounded: "%[2]s时间：%[1]s", unknown: "%s时间未公布", since: "已于%[1]s%[2]s",
	closes: "至%s止", through: "至%s", expired: "%[2]s期满（%[1]s）", ended: "期满", opens: "%s起开放（%s）", stops: "%s起%s（%s）", today: "今日{clock}", tomorrow: "明日{clock}", weekday: "{day}{clock}", then: "，"}

var englishOutlook = outlook{known: "%[2]s from %[1]s", exactly: "%[2]s %[1]s", bounded: "%[2]s: %[1]s", unknown: "%s: no time announced", since: "%[2]s since %[1]s",
	closes: "until %s", through: "to %s", expired: "%[2]s: the stated time ended (%[1]s)", ended: "over", opens: "opens %s (%s)", stops: "%[2]s from %[1]s (%[3]s)", today: "today at {clock}", tomorrow: "tomorrow at {clock}", weekday: "{day} at {clock}", then: "; "}
