package phrase

import (
	"fmt"
	"strconv"

	"tonggao/generator/site"
)

// words is the fixed vocabulary of one language. Strings with %s take worded
// moments or names; nothing outside this package puts them together.
type words struct {
	kinds    map[site.Kind]string
	states   map[site.State]string
	statuses map[site.Status]string
	changes  map[site.MoveKind]string // 【延期】: the mark in front of a title
	moves    map[site.MoveKind]string // from, to, day, reason
	news     map[site.MoveKind]string // label → what a revision says of its move
	endNews  map[site.MoveKind]string // likewise, where the end of its window alone moved
	endMarks map[site.MoveKind]string // the marks of these
	turns    map[site.Kind]string     // what happens to a service

	date     func(d site.Day, year bool) string
	month    func(d site.Day) string
	clock    func(hour, minute int) string
	join     func(date, clock string) string
	weekdays [7]string // Sunday first, as time.Weekday counts

	weekday     string // moment, weekday
	window      string // from, to
	openWindow  string // from; of a window whose end is to be announced
	bounded     string // from, bounds; of a window whose end has only these
	until       string // from, to, of a window with a stated end whose last day counts
	untilHour   string // likewise, with an end by the hour
	formerEnd   string // of a move, the old end of a window alone
	latterEnd   string // likewise, the new one
	dateLast    bool   // the date stands behind the hour
	stepwise    string // behind a window, for more and more
	expected    string // a moment that is not called certain
	between     string // bounds, of a moment that has no instant
	since       string // a stop or a recovery: from then on
	gradually   string // likewise, for more and more
	before      string // a bound or a deadline by the hour
	after       string // a bound
	throughDay  string // a deadline whose day counts
	untilDay    string // a deadline whose day does not
	throughMon  string // a deadline whose month counts
	untilMon    string // a deadline whose month does not
	pending     string // to be announced
	pendingFrom string // bound, and to be announced
	timePending string // behind a clause whose time is pending
	itPending   string // behind a clause that ends by naming the time
	aside       string // bounds, behind either
	hours       hourly
	reason      string                   // appended to a move
	stopped     string                   // a permanent stop
	gradual     string                   // what happens, for more and more
	partly      string                   // what brings back, for some
	full        string                   // what brings back, after stages
	again       string                   // what stops, once more
	backMarks   map[site.MoveKind]string // of a notice of which recoveries alone moved
	planned     string                   // in front of the time of what is withdrawn
	apart       string                   // between two sentences
	sure        []string                 // what that ends with, but for a time that was only expected
	calledOff   string                   // old time, new time, day: of what is withdrawn, behind its time
	partlyOff   string                   // the mark of a notice of which something is withdrawn
	adjusted    string                   // the mark of a notice whose newest changes have several marks
	many        string                   // the first of many names, how many they are
	rest        string                   // what the other parts of a service leave
	alongside   string                   // the whole, what stops it: a part stops then too
	includes    string                   // what belongs to a service
	excludes    string                   // what does not
	past        [5]string                // a notice that is history: without a time, with its last; where the present is told: without and with hotlines
	never       string                   // of what does not come back
	unannounced string                   // of what comes back, nobody has said when
	labelled    string                   // service name, what happens to it
	due         string                   // service name, what has to be done by then
	scoped      string                   // scope, label

	change   change
	standing standing
	outlook  outlook
	heard    heard

	list      string // between names
	or        string // before the last of two hotlines
	comma     string // between a time and its clause
	colon     string // behind whom a notice is addressed to
	semicolon string // between two clauses
	stop      string // at a sentence's end
	more      string // an open list
	edition   string // audience name
	revised   string // day, number, what
	annex     string // label of the only annex
	annexes   string // label with its number
	annexNote string // under the text
	missing   string // an annex that is named but not at hand
	defined   string // meaning, short name
	numbers   string // a name, what belongs to it: phones of a contact
	purpose   string // phones, purpose
	contacts  [3]string
	question  string

	section sectionWords
}

var vocabulary = map[site.Language]*words{
	site.Chinese: chinese(), site.Traditional: traditional(), site.English: english(),
}

// Kind words what a kind of milestone does.
func (v Voice) Kind(k site.Kind) string { return v.words.kinds[k] }

// State words how a service stands that has no words of its own, for legends and
// columns; Standing words how one stands at an instant.
func (v Voice) State(s site.State) string { return v.words.states[s] }

// Status words a milestone's standing.
func (v Voice) Status(s site.Status) string { return v.words.statuses[s] }

// Weekday words the weekday of a day.
func (v Voice) Weekday(d site.Day) string { return v.words.weekdays[d.Start().Weekday()] }

// chinese follows GB/T 15835 for numerals and GB/T 9704 for dates: Arabic
// figures, the full year, no leading zeros.
func chinese() *words {
	return &words{
		kinds:     map[site.Kind]string{site.Suspend: "暂停", site.Partial: "部分恢复", site.Resume: "恢复", site.Opening: "开放", site.Deadline: "截止", site.Rule: "重要日期"},
		states:    map[site.State]string{site.On: "正常", site.Off: "暂停", site.Partly: "部分恢复", site.Ended: "已停止使用", site.Uncertain: "以公布为准", site.Presumed: "应已恢复"},
		backMarks: map[site.MoveKind]string{site.Postponed: "【恢复延期】", site.Advanced: "【提前恢复】", site.TakenBack: "【恢复时间待定】"},
		planned:   "原定", sure: []string{"定"}, calledOff: "%[3]s公布取消", partlyOff: "【部分取消】", adjusted: "【有调整】",
		statuses: map[site.Status]string{site.Confirmed: "已确定", site.Tentative: "待定", site.Cancelled: "已取消"},
		changes: map[site.MoveKind]string{site.Postponed: "【延期】", site.Advanced: "【提前】", site.Fixed: "【时间已定】",
			site.TakenBack: "【延期，时间待定】", site.Withdrawn: "【已取消】"},
		moves: map[site.MoveKind]string{
			site.Postponed: "原定%[1]s，%[3]s公布延期至%[2]s", site.Advanced: "原定%[1]s，%[3]s公布提前至%[2]s",
			site.Fixed: "%[3]s公布时间为%[2]s", site.TakenBack: "原定%[1]s，%[3]s公布延期，时间另行通知", site.Withdrawn: "原定%[1]s，%[3]s公布取消"},
		news:     map[site.MoveKind]string{site.Postponed: "%s延期", site.Advanced: "%s提前", site.Fixed: "%s时间确定", site.TakenBack: "%s延期，时间另行通知", site.Withdrawn: "取消%s"},
		endNews:  map[site.MoveKind]string{site.Postponed: "%s延长", site.Advanced: "%s提前结束"},
		endMarks: map[site.MoveKind]string{site.Postponed: "【延长】", site.Advanced: "【提前结束】"},
		turns:    map[site.Kind]string{site.Suspend: "暂停", site.Resume: "恢复", site.Opening: "开放", site.Deadline: "截止"},
		date: func(d site.Day, year bool) string {
			month, day := strconv.Itoa(int(d.Month)), strconv.Itoa(d.Day)
			if !year {
				return month + "月" + day + "日"
			}
			return strconv.Itoa(d.Year) + "年" + month + "月" + day + "日"
		},
		month: func(d site.Day) string { return fmt.Sprintf("%d年%d月", d.Year, d.Month) },
		clock: func(hour, minute int) string {
			if minute == 0 {
				return strconv.Itoa(hour) + "时"
			}
			return fmt.Sprintf("%d时%02d分", hour, minute)
		},
		join:     func(date, clock string) string { return date + clock },
		weekdays: [7]string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"},
		weekday:  "%s（%s）", window: "%s至%s", openWindow: "%s起（恢复时间另行通知）", bounded: "%s起（恢复时间：%s）", until: "%s起至%s止", untilHour: "%s起至%s止", formerEnd: "至%s止", latterEnd: "%s止", stepwise: "（逐步）", expected: "预计%s", between: "%s至%s之间", since: "%s起", gradually: "%s起（逐步）", before: "%s前", after: "%s以后",
		throughDay: "%s前（含当日）", untilDay: "%s前（不含当日）", throughMon: "%s前（含当月）", untilMon: "%s前（不含当月）", pending: "另行通知", pendingFrom: "%s，具体时间另行通知",
		timePending: "，时间另行通知", itPending: "另行通知", aside: "（%s）",
		hours: chineseHours, reason: "（原因：%s）", stopped: "停止使用", gradual: "逐步%s", partly: "部分%s", full: "全面%s", again: "再次%s", many: "%s等%d项", rest: "其余", alongside: "%s%s时一并停", includes: "包括%s", excludes: "不包括%s",
		past:  [5]string{"本通告已经过去", "本通告所列时间均已过去（最后一项%s）", "，现在的情况请看最新通告。", "，现在的情况请看最新通告或致电%s。", "已发布的通告所列时间均已过去"},
		never: "不再恢复", unannounced: "时间未公布",
		labelled: "%s%s", due: "%s%s", scoped: "%s%s", change: chineseChange(), standing: chineseStanding, outlook: chineseOutlook, heard: chineseHeard,
		list: "、", or: "或", comma: "，", colon: "：", semicolon: "；", stop: "。", more: "等", edition: "（%s版）", revised: "%[1]s第%[2]d版：%[3]s",
		annex: "附件", annexes: "附件%d", annexNote: "附件：", missing: "%s（本页未收录）", defined: "%s（以下简称“%s”）",
		numbers: "%s：%s", purpose: "%s（%s）", contacts: [3]string{"联系部门", "电话", "说明"}, question: "问：",
		section: sectionWords{levels: [5]string{1: "第%s条", 2: "第（%s）项", 3: "第%d目", 4: "第（%d）点"}, question: "第%d问", whole: "%s", elsewhere: "通告全文%s"},
	}
}
