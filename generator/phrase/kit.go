package phrase

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"tonggao/generator/site"
)

// A Kit has the words of the texts by which a notice goes out elsewhere: messages,
// articles, announcements, answers. Those with places take worded facts.
type Kit struct {
	Signature string // who sends a short message
	Details   string // address, version
	Version   string // day, number of the revision
	Nth       string // number of the revision
	Titled    string // title: what is said where the facts do not fit
	More      string // how many facts there are besides those told
	TheRest   string // likewise, where none of the services is left out
	Calls     string // hotlines
	Issues    string // issuer, title: how a ticker begins
	Attention string // issuer, title: how an announcement begins
	Dial      string // hotlines, spelled
	Done      string // how an announcement ends
	Unread    string // page, version: what is not read out
	Seconds   string // how long it takes
	Schedule  string // heads of the table and above it
	When      string
	What      string
	Scan      string // beside the code
	Page      string // address
	Desk      string // title of the script for the telephone
	Ask       string
	Answer    string
	AskBack   string
	HowNow    string // service: does it work, when does it stop, when is it back
	WhenIs    string // label
	IsSet     string // label, of what is called a time itself
	IsOff     string // label: of what is withdrawn
	Whom      string // audiences, joined by Or: which one is the caller
	Which     string // channels or places likewise
	Or        string
	Either    string // between two numbers, spelled
	Items     string // what belongs to a service
	Meanwhile string
	Unchanged string // what goes on
	Else      string // hotlines: who answers what is not told here
	For       string // audience: behind the title of an edition
	Aside     string // what people call a service
	Between   string // between two facts of a message
	Stop      string // behind the last
}

var kits = map[site.Language]*Kit{site.Chinese: chineseKit(), site.Traditional: traditionalKit(), site.English: englishKit()}

// Kit returns the words of a voice's texts.
func (v Voice) Kit() *Kit { return kits[v.Language] }

func chineseKit() *Kit {
	return &Kit{Signature: "【%s】", Details: "详见 %s （%s）", Version: "%s发布，第%d版", Nth: "第%d版", Titled: "%s发布《%s》，有关业务的暂停和恢复时间请看通告全文。", More: "共%d项，其余请看通告全文", TheRest: "另有%d项时间要求，请看通告全文", Calls: "咨询%s。",
		Issues: "%s：%s。", Attention: "请注意，%s发布通告：%s。", Dial: "咨询请拨打%s。", Done: "播送完毕。", Unread: "（以下不读）官方页面：%s （%s）", Seconds: "读完约%d秒",
		Schedule: "时间安排", When: "时间", What: "事项", Scan: "长按或扫描二维码，查看官方页面上的最新版本。", Page: "官方页面：%s",
		Desk: "话务答复口径：%s", Ask: "问：", Answer: "答：", AskBack: "追问：", HowNow: "%s现在能办吗？什么时候停，什么时候恢复？", WhenIs: "%s是什么时候？", IsSet: "%s定了吗？", IsOff: "%s还照原来的时间吗？",
		Whom: "您是%s？", Which: "您问的是%s？", Or: "，还是", Either: "，或者", Items: "您要办的是哪一项：%s？", Meanwhile: "暂停期间：%s。", Unchanged: "哪些业务不受影响？",
		Else: "这里没有写到的，不作推测：请来电人看官方页面，或转%s。", For: "（%s版）", Aside: "（%s）", Between: "；", Stop: "。"}
}

func englishKit() *Kit {
	return &Kit{Signature: "[%s] ", Details: "See %s (%s)", Version: "issued on %s, version %d", Nth: "version %d", Titled: "%s has issued the notice “%s”. It tells which services stop and when they are back.", More: "%d services in all: see the whole notice", TheRest: "%d more dates: see the whole notice", Calls: " Enquiries: %s.",
		Issues: "%s: %s. ", Attention: "Attention please. %s announces: %s. ", Dial: " For enquiries, call %s.", Done: " Thank you.", Unread: "(Not read out) Official page: %s (%s)", Seconds: "takes about %d seconds",
		Schedule: "Schedule", When: "When", What: "What", Scan: "Scan the code for the newest version on the official page.", Page: "Official page: %s",
		Desk: "Answers for the telephone desk: %s", Ask: "Q: ", Answer: "A: ", AskBack: "Ask back: ", HowNow: "%s: does it work now, when does it stop, when is it back?", WhenIs: "%s: when?", IsSet: "%s: is it settled?", IsOff: "%s: does the earlier time still hold?",
		Whom: "Are you %s?", Which: "Do you ask about %s?", Or: " or ", Either: ", or ", Items: "Which of these is it: %s?", Meanwhile: "In the meantime: %s.", Unchanged: "What goes on as usual?",
		Else: "Do not guess what is not told here: refer the caller to the official page or to %s.", For: " (for %s)", Aside: " (%s)", Between: "; ", Stop: ". "}
}

// all are the texts that the traditional characters are made of.
func (k *Kit) all() []*string {
	return []*string{&k.Signature, &k.Details, &k.Version, &k.Nth, &k.Titled, &k.More, &k.TheRest, &k.IsSet, &k.Either, &k.Calls, &k.Issues, &k.Attention, &k.Dial, &k.Done, &k.Unread, &k.Seconds, &k.Schedule, &k.When, &k.What,
		&k.Scan, &k.Page, &k.Desk, &k.Ask, &k.Answer, &k.AskBack, &k.HowNow, &k.WhenIs, &k.IsOff, &k.Whom, &k.Which, &k.Or, &k.Items, &k.Meanwhile, &k.Unchanged, &k.Else, &k.For}
}

// kitTraditional has the characters that only these texts have.
var kitTraditional = strings.NewReplacer("详", "詳", "见", "見", "有关", "有關", "业", "業", "请", "請", "拨", "撥", "读", "讀", "维", "維", "码", "碼", "么", "麼", "吗", "嗎", "还", "還", "哪", "哪", "响", "響", "没", "沒", "写", "寫", "测", "測",
	"来", "來", "转", "轉", "约", "約", "毕", "畢", "务", "務", "长", "長", "扫", "掃", "复", "復", "径", "徑", "话", "話", "网", "網", "间", "間", "样", "樣", "头", "頭", "发", "發", "办", "辦", "时", "時", "暂", "暫", "题", "題", "单", "單", "这", "這", "您", "您", "项", "項", "问", "問", "查", "查", "恢", "恢")

func traditionalKit() *Kit {
	k := chineseKit()
	for _, s := range k.all() {
		*s = toTraditional.Replace(kitTraditional.Replace(*s))
	}
	return k
}

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
		if c.For(a) {
			add(v.Called(c), v.Story(c))
		}
	}
	for _, m := range n.CalledOff(a) {
		for _, s := range m.Services {
			add(v.name(s.Name), Plain(v.Meanwhile(m)))
		}
	}
	lines := make([]string, len(told))
	for i := range told {
		lines[i] = v.List(names[i]) + v.words.colon + told[i]
		if v.Language != site.English && opening.MatchString(told[i]) {
			lines[i] = v.List(names[i]) + v.pause() + told[i]
		}
	}
	return lines
}

// pause is what parts a name from its time: nothing where one reads, a breath where one
// listens, or 窗口一 and 一月 are one word.
func (v Voice) pause() string {
	if v.words == spoken[v.Language] {
		return v.words.comma
	}
	return ""
}

// opening finds stories that begin with a time, before which a Chinese name needs no colon.
var opening = regexp.MustCompile(`^(预计|預計)?(\d|[一二三四五六七八九十〇]+年)`)

// Called is the name of a course: of its service, with the part that it is limited to.
func (v Voice) Called(c *site.Course) string {
	name := v.name(c.Service.Name)
	if lane := v.Lane(c, 0); len(lane) > 0 {
		name += fmt.Sprintf(v.words.aside, v.List(lane))
	}
	return name
}

// Line words a milestone in a line: what, and when; what is withdrawn says so.
func (v Voice) Line(m *site.Milestone) string {
	when := v.When(m)
	if m.Withdrawn && m.Moment.Known() {
		when = v.Planned(when) + when
	}
	return v.Change(m) + v.Label(m) + v.words.colon + when
}

// Row words a milestone in two columns: when, and what with how it was moved. What is
// withdrawn says in both that it is.
func (v Voice) Row(m *site.Milestone) (when, what []Run) {
	sentence := v.Sentence(m)
	when = v.WhenRuns(m)
	if !m.Moment.Known() {
		return when, sentence
	}
	if m.Withdrawn {
		return append(compact(Run{Text: v.Planned(Plain(when))}), when...), sentence
	}
	what = append(compact(Run{Text: v.Change(m)}), v.Runs(m.Notice, nil, m.Text)...)
	what = append(what, Run{Text: v.words.stop})
	if move, moved := m.LastMove(); moved {
		what = append(what, v.told(m, move)...)
	}
	return when, what
}

// Tell words a milestone as one sentence with its time, as in a schedule.
func (v Voice) Tell(m *site.Milestone) string { return Plain(OnScreen(v.Sentence(m))) }

// Listeners know the year of a date that is near: these are the days before and after the
// issue of a notice between which nobody says it.
const (
	nearBefore = 10
	nearAfter  = 60
)

// Near leaves the years out of a spoken text whose dates all lie near to a day. One that
// does not keeps them in all of them, so that none is taken for another's.
func Near(text string, issued site.Day) string {
	found := dated.FindAllStringSubmatchIndex(text, -1)
	first, last := issued.Add(-nearBefore), issued.Add(nearAfter)
	for _, at := range found {
		if day, ok := spokenDay(text[at[0]:]); !ok || day.Compare(first) < 0 || day.Compare(last) > 0 {
			return Sparing(text)
		}
	}
	return dated.ReplaceAllStringFunc(text, func(date string) string { return date[len("二〇二一年"):] })
}

// spokenDay reads the day that a text begins with, as Aloud words it.
func spokenDay(text string) (site.Day, bool) {
	year, rest, _ := strings.Cut(text, "年")
	month, rest, inMonth := strings.Cut(rest, "月")
	day, _, inDay := strings.Cut(rest, "日")
	d := site.Day{Year: figures[year], Month: time.Month(figures[month]), Day: figures[day]}
	return d, inMonth && inDay && d.Year > 0 && d.Month > 0 && d.Day > 0
}

// figures are the numbers that a date is spoken in.
var figures = func() map[string]int {
	all := map[string]int{}
	for n := 1; n <= 31; n++ {
		all[Han(n)] = n
	}
	for year := 1900; year < 3000; year++ {
		all[Han(year)] = year
	}
	return all
}()

// dated finds dates with their year.
var dated = regexp.MustCompile(`(\d{4}年|[一二三四五六七八九〇]{4}年)(?:\d{1,2}|[一二三四五六七八九十]{1,2})月`)

// Sparing leaves the year out of a date where the one before it in its sentence has the
// same, as people do: a message has few characters, and a listener little patience.
func Sparing(text string) string {
	var b strings.Builder
	at, last := 0, ""
	for _, found := range dated.FindAllStringSubmatchIndex(text, -1) {
		year := text[found[2]:found[3]]
		if year == last && !strings.ContainsAny(text[at:found[2]], "。；！？\n") {
			b.WriteString(text[at:found[2]])
			at = found[3]
		}
		last = year
	}
	b.WriteString(text[at:])
	return b.String()
}
