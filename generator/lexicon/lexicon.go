// Package lexicon is the fixed words and forms in which facts are told, in every language:
// kinds, states, dates and clocks, the sentences of moves, of hours and of what follows, the
// labels of an official text. A new wording is made here and nowhere else. It knows no fact
// and puts nothing together; that is phrase's.
//
// Begin reading at Words; the Chinese stands below it, English and what is made from the
// Chinese in traditional characters in files of their own.
package lexicon

import (
	"fmt"
	"strconv"
	"strings"

	"tonggao/generator/site"
)

// Words is the lexicon of one language. Strings with %s take worded moments or names, of
// which the comments tell in order.
type Words struct {
	Kinds    map[site.Kind]string
	States   map[site.State]string
	Statuses map[site.Status]string
	Changes  map[site.MoveKind]string // 【延期】: the mark in front of a title
	Moves    map[site.MoveKind]string // from, to, day, reason
	News     map[site.MoveKind]string // label → what a revision says of its move
	EndNews  map[site.MoveKind]string // likewise, where the end of its window alone moved
	EndMoves map[site.MoveKind]string // as Moves, of these
	EndMarks map[site.MoveKind]string // the marks of these
	Turns    map[site.Kind]string     // what happens to a service

	Date     func(d site.Day, year bool) string
	Month    func(d site.Day) string
	Clock    func(hour, minute int) string
	Join     func(date, clock string) string
	Weekdays [7]string // Sunday first, as time.Weekday counts

	Weekday     string // moment, weekday
	Window      string // from, to
	OpenWindow  string // from; of a window whose end is to be announced
	Bounded     string // from, bounds; of a window whose end has only these
	Until       string // from, to, of a window with a stated end whose last day counts
	UntilHour   string // likewise, with an end by the hour
	Late        string // likewise, of a beginning without a time of its own: bounds, to
	FormerEnd   string // of a move, the old end of a window alone
	LatterEnd   string // likewise, the new one
	DateLast    bool   // the date stands behind the hour
	Stepwise    string // behind a window, for more and more
	Expected    string // a moment that is not called certain
	Between     string // bounds, of a moment that has no instant
	Since       string // a stop or a recovery: from then on
	Gradually   string // likewise, for more and more
	Before      string // a bound or a deadline by the hour
	After       string // a bound
	ThroughDay  string // a deadline whose day counts
	UntilDay    string // a deadline whose day does not
	ThroughMon  string // a deadline whose month counts
	UntilMon    string // a deadline whose month does not
	Pending     string // to be announced
	PendingFrom string // bound, and to be announced
	TimePending string // behind a clause whose time is pending
	ItPending   string // behind a clause that ends by naming the time
	Aside       string // bounds, behind either
	Hours       Hours
	Reason      string                   // appended to a move
	Stopped     string                   // a permanent stop
	Gradual     string                   // what happens, for more and more
	Partly      string                   // what brings back, for some
	InPart      string                   // above stages, of which some bring nothing back
	Full        string                   // what brings back, after stages
	Again       string                   // what stops, once more
	BackMarks   map[site.MoveKind]string // of a notice of which recoveries alone moved
	Planned     string                   // in front of the time of what is withdrawn
	Apart       string                   // between two sentences
	Sure        []string                 // what that ends with, but for a time that was only expected
	CalledOff   string                   // old time, new time, day: of what is withdrawn, behind its time
	PartlyOff   string                   // the mark of a notice of which something is withdrawn
	Adjusted    string                   // the mark of a notice whose newest changes have several marks
	Many        string                   // the first of many names, how many they are
	Rest        string                   // what the other parts of a service leave
	Alongside   string                   // the whole, what stops it: a part stops then too
	Includes    string                   // what belongs to a service
	Excludes    string                   // what does not
	Past        [5]string                // a notice that is history: without a time, with its last; where the present is told: without and with hotlines
	Never       string                   // of what does not come back
	Unannounced string                   // of what comes back, nobody has said when
	Labelled    string                   // service name, what happens to it
	Due         string                   // service name, what has to be done by then
	Scoped      string                   // scope, label

	Change   Change
	Standing Standing
	Outlook  Outlook
	Heard    Heard

	List      string // between names
	Or        string // before the last of two hotlines
	Comma     string // between a time and its clause
	Colon     string // behind whom a notice is addressed to
	Semicolon string // between two clauses
	Stop      string // at a sentence's end
	More      string // an open list
	Edition   string // audience name
	Revised   string // day, number, what
	Annex     string // label of the only annex
	Annexes   string // label with its number
	AnnexNote string // under the text
	Missing   string // an annex that is named but not at hand
	Defined   string // meaning, short name
	Numbers   string // a name, what belongs to it: phones of a contact
	Purpose   string // phones, purpose
	Contacts  [3]string
	Question  string

	Section Section
	Limits  Limits
}

// Limits are the labels of whom and what a milestone is limited to.
type Limits struct{ Scope, Audience, Channels string }

// Section are how a text refers to a heading by its number: 第三条第（二）项.
type Section struct {
	Levels    [5]string // from 1; the number, in Chinese figures for the first two
	Between   string
	Whole     string // all of the numbers
	Question  string // the number of a question
	Elsewhere string // a section that only the whole notice has
}

var vocabulary = map[site.Language]*Words{
	site.Chinese: chinese(), site.Traditional: traditional(), site.English: english(),
}

// In returns the words of a language and the language that they are in: Chinese for one
// that the lexicon does not know.
func In(lang site.Language) (*Words, site.Language) {
	if w, ok := vocabulary[lang]; ok {
		return w, lang
	}
	return vocabulary[site.Chinese], site.Chinese
}

// chinese follows GB/T 15835 for numerals and GB/T 9704 for dates: Arabic
// figures, the full year, no leading zeros.
func chinese() *Words {
	return &Words{
		Kinds:     map[site.Kind]string{site.Suspend: "暂停", site.Partial: "部分恢复", site.Resume: "恢复", site.Opening: "开放", site.Deadline: "截止", site.Rule: "重要日期"},
		States:    map[site.State]string{site.On: "正常", site.Off: "暂停", site.Partly: "部分恢复", site.Ended: "已停止使用", site.Uncertain: "以公布为准", site.Presumed: "应已恢复"},
		BackMarks: map[site.MoveKind]string{site.Postponed: "【恢复延期】", site.Advanced: "【提前恢复】", site.TakenBack: "【恢复时间待定】"},
		Planned:   "原定", Sure: []string{"定"}, CalledOff: "%[3]s公布取消", PartlyOff: "【部分取消】", Adjusted: "【有调整】",
		Statuses: map[site.Status]string{site.Confirmed: "已确定", site.Tentative: "待定", site.Cancelled: "已取消"},
		Changes: map[site.MoveKind]string{site.Postponed: "【延期】", site.Advanced: "【提前】", site.Fixed: "【时间已定】",
			site.TakenBack: "【延期，时间待定】", site.Withdrawn: "【已取消】"},
		Moves: map[site.MoveKind]string{
			site.Postponed: "原定%[1]s，%[3]s公布延期至%[2]s", site.Advanced: "原定%[1]s，%[3]s公布提前至%[2]s",
			site.Fixed: "%[3]s公布时间为%[2]s", site.TakenBack: "原定%[1]s，%[3]s公布延期，时间另行通知", site.Withdrawn: "原定%[1]s，%[3]s公布取消"},
		News:     map[site.MoveKind]string{site.Postponed: "%s延期", site.Advanced: "%s提前", site.Fixed: "%s时间确定", site.TakenBack: "%s延期，时间另行通知", site.Withdrawn: "取消%s"},
		EndNews:  map[site.MoveKind]string{site.Postponed: "%s延长", site.Advanced: "%s提前结束"},
		EndMoves: map[site.MoveKind]string{site.Postponed: "原定%[1]s，%[3]s公布延长至%[2]s"},
		EndMarks: map[site.MoveKind]string{site.Postponed: "【延长】", site.Advanced: "【提前结束】"},
		Turns:    map[site.Kind]string{site.Suspend: "暂停", site.Resume: "恢复", site.Opening: "开放", site.Deadline: "截止"},
		Date: func(d site.Day, year bool) string {
			text := make([]byte, 0, len("2021年12月30日"))
			if year {
				text = append(strconv.AppendInt(text, int64(d.Year), 10), "年"...)
			}
			text = append(strconv.AppendInt(text, int64(d.Month), 10), "月"...)
			text = append(strconv.AppendInt(text, int64(d.Day), 10), "日"...)
			return string(text)
		},
		Month: func(d site.Day) string { return fmt.Sprintf("%d年%d月", d.Year, d.Month) },
		Clock: func(hour, minute int) string {
			if minute == 0 {
				return strconv.Itoa(hour) + "时"
			}
			return fmt.Sprintf("%d时%02d分", hour, minute)
		},
		Join:     func(date, clock string) string { return date + clock },
		Weekdays: [7]string{"星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"},
		Weekday:  "%s（%s）", Window: "%s至%s", OpenWindow: "%s起（恢复时间另行通知）", Bounded: "%s起（恢复时间：%s）", Until: "%s起至%s止", UntilHour: "%s起至%s止", Late: "%s，至%s止", FormerEnd: "至%s止", LatterEnd: "%s止", Stepwise: "（逐步）", Expected: "预计%s", Between: "%s至%s之间", Since: "%s起", Gradually: "%s起（逐步）", Before: "%s前", After: "%s以后",
		ThroughDay: "%s前（含当日）", UntilDay: "%s前（不含当日）", ThroughMon: "%s前（含当月）", UntilMon: "%s前（不含当月）", Pending: "另行通知", PendingFrom: "%s，具体时间另行通知",
		TimePending: "，时间另行通知", ItPending: "另行通知", Aside: "（%s）",
		Hours: chineseHours, Reason: "（原因：%s）", Stopped: "停止使用", Gradual: "逐步%s", Partly: "部分%s", InPart: "部分可用", Full: "全面%s", Again: "再次%s", Many: "%s等%d项", Rest: "其余", Alongside: "%s%s时一并停", Includes: "包括%s", Excludes: "不包括%s",
		Past:  [5]string{"本通告已经过去", "本通告所列时间均已过去（最后一项%s）", "，现在的情况请看最新通告。", "，现在的情况请看最新通告或致电%s。", "已发布的通告所列时间均已过去"},
		Never: "不再恢复", Unannounced: "时间未公布",
		Labelled: "%s%s", Due: "%s%s", Scoped: "%s%s", Change: chineseChange(), Standing: chineseStanding, Outlook: chineseOutlook, Heard: chineseHeard,
		List: "、", Or: "或", Comma: "，", Colon: "：", Semicolon: "；", Stop: "。", More: "等", Edition: "（%s版）", Revised: "%[1]s第%[2]d版：%[3]s",
		Annex: "附件", Annexes: "附件%d", AnnexNote: "附件：", Missing: "%s（本页未收录）", Defined: "%s（以下简称“%s”）",
		Numbers: "%s：%s", Purpose: "%s（%s）", Contacts: [3]string{"联系部门", "电话", "说明"}, Question: "问：",
		Section: Section{Levels: [5]string{1: "第%s条", 2: "第（%s）项", 3: "第%d目", 4: "第（%d）点"}, Question: "第%d问", Whole: "%s", Elsewhere: "通告全文%s"},
		Limits:  Limits{Scope: "范围", Audience: "对象", Channels: "渠道"},
	}
}

// Fill puts a text into the one place that a form has for it.
func Fill(form, text string) string {
	before, after, _ := strings.Cut(form, "%s")
	return before + text + after
}
