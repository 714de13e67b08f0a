package lexicon

// Standing has the words for how a service stands when it is neither surely on
// nor surely off. Each takes what happens to it: 恢复, 停水.
type Standing struct {
	Today     string // on a day without an hour
	ThisMonth string // in a month without a day
	Maybe     string // between two bounds
	Should    string // from a lower bound on
	Expects   string // after an expected time
	About     string // on an expected day
	Over      string // after an expected end of a window
}

func (s *Standing) all() []*string {
	return []*string{&s.Today, &s.ThisMonth, &s.Maybe, &s.Should, &s.Expects, &s.About, &s.Over}
}

var chineseStanding = Standing{
	Today: "当日%s，具体时点未公布", ThisMonth: "当月%s，具体日期未公布", Maybe: "可能已%s，以公布为准", Should: "应已%s，以公布为准",
	Expects: "预计已%s，以公布为准", About: "预计当日%s，以公布为准", Over: "预计%s期满，以公布为准",
}

var englishStanding = Standing{
	Today: "%s today, hour not announced", ThisMonth: "%s this month, day not announced", Maybe: "may be %s by now, check for news", Should: "should be %s, check for news",
	Expects: "expected to be %s, check for news", About: "expected today: %s, check for news", Over: "expected to be over (%s), check for news",
}

// Outlook has the sentences that say how a course goes on.
type Outlook struct {
	Known    string // moment, what happens
	Exactly  string // likewise, of what happens once: an opening
	Bounded  string // bounds or 另行通知, what happens
	Unknown  string // what has no announced time and no milestone of its own
	Since    string // moment, what has brought it back
	Closes   string // the last day or hour of a window
	Through  string // likewise, of an opening
	Expired  string // moment, what is over
	Ended    string // a window is over, on a bar
	Earliest string // the first of two bounds, on a bar
	Latest   string // the second
	Instead  string // moment, the hours in which it stops from then on, and no longer others
	Always   string // what stops it at all hours, and not in some of them
	InHours  string // what happens, its hours
	Done     string // what happened, when the last of its hours is over
	Opens    string // when hours open a service, the hours
	Stops    string // when they stop it, how, the hours
	Today    string // an hour of today, {clock}
	Tomorrow string // likewise
	Weekday  string // likewise, of {day}
	Withheld string // what a service is a part of, how that stands when the service comes back
	Then     string // between what comes and what comes after it
}

func (o *Outlook) all() []*string {
	return []*string{&o.Known, &o.Exactly, &o.Bounded, &o.Unknown, &o.Since, &o.Closes, &o.Through, &o.Expired, &o.Ended, &o.Earliest, &o.Latest, &o.Instead, &o.Always, &o.InHours, &o.Done, &o.Opens, &o.Stops, &o.Today, &o.Tomorrow, &o.Weekday, &o.Withheld, &o.Then}
}

var chineseOutlook = Outlook{Known: "%[1]s起%[2]s", Exactly: "%[1]s%[2]s", Bounded: "%[2]s时间：%[1]s", Unknown: "%s时间未公布", Since: "已于%[1]s%[2]s",
	Closes: "至%s止", Through: "至%s", Expired: "%[2]s期满（%[1]s）", Ended: "期满", Earliest: "最早", Latest: "最迟", Instead: "%[1]s起改为%[2]s", Always: "持续%s", InHours: "%[1]s时段：%[2]s", Done: "%s时段已过", Opens: "%s起开放（%s）", Stops: "%s起%s（%s）", Today: "今日{clock}", Tomorrow: "明日{clock}", Weekday: "{day}{clock}", Withheld: "%s届时%s", Then: "，"}

var englishOutlook = Outlook{Known: "%[2]s from %[1]s", Exactly: "%[2]s %[1]s", Bounded: "%[2]s: %[1]s", Unknown: "%s: no time announced", Since: "%[2]s since %[1]s",
	Closes: "until %s", Through: "to %s", Expired: "%[2]s: the stated time ended (%[1]s)", Ended: "over", Earliest: "earliest ", Latest: "latest ", Instead: "as of %[1]s %[2]s", Always: "%s at all hours", InHours: "%[1]s %[2]s", Done: "%s: the last of its hours is over", Opens: "opens %s (%s)", Stops: "%[2]s from %[1]s (%[3]s)", Today: "today at {clock}", Tomorrow: "tomorrow at {clock}", Weekday: "{day} at {clock}", Withheld: "%s then: %s", Then: "; "}
