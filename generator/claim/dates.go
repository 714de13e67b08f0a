package claim

import (
	"fmt"
	"regexp"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

var (
	formerly  = regexp.MustCompile(`(?:(?:原定|原计划|原拟|原安排|原通知|由原来?的?|原)[^，。；]{0,6}|由)$`)
	calledOff = regexp.MustCompile(`^(?:(?:的|起?的)[^，。；]{1,30}?(?:取消|不再举行|不再进行|不再停|作废)|[^，。；]{0,16}?(?:考试|听证|活动|演出|比赛|讲座|会议|开庭|展览|培训|面试|停[水电气运航机])取消(?:[，。；]|$))`)
	newTime   = regexp.MustCompile(`(?:(?:改|更改|改期|改签|推迟|延期|延|顺延|延后|后延|提前|调整|调|变更|延长|延迟|推后|展期|展延|移|挪|改约)(?:至|到|为|在|于))[^，。；]{0,4}$`)
	byDay     = regexp.MustCompile(`^(?:（[^）]*）)?\s*(?:之前|以前|前|止|截止)`)
	notBy     = regexp.MustCompile(`^(?:（[^）]*）)?\s*(?:之前|以前|前)(?:已|曾|台|端|往|期|来|景|后)`) // 4月25日前已提交的
	latest    = regexp.MustCompile(`(?:最迟[于在]?|截至|截止[到至]?|截止(?:时间|日期)[：:为是]?|不晚于|不得晚于|务必[于在])[^，。；]{0,4}$`)
	untilThen = regexp.MustCompile(`^[^，。；,;：:]{0,4}(?:暂停|停止|停机|停办|切换|恢复|上线|启用)[^，。；,;：:]{0,14}?前(?:[，,办须请应完]|[\p{Han}]{0,6}办)`)
	fromThen  = regexp.MustCompile(`^(?:（[^）]*）)?\s*(?:之后|以后|后)`)
	expecting = regexp.MustCompile(`(?:预计|力争|拟于?|计划于|大约|(?:^|[^预节签合条契特违])约|有望|预期|大概)[^，。；]{0,6}$`)
	about     = regexp.MustCompile(`^(?:（[^）]*）)?\s*(?:左右|前后)`)
	ruling    = regexp.MustCompile(`^[^。；]{0,24}?(?:执行|实施|施行|生效|举行|举办|闭幕|开幕|搬迁|搬[至到入往]|迁[至到往入]|转入|移至|入驻|改在|划转|合并|停止使用|换发|启用)`)
	closesAt  = regexp.MustCompile(`(?:^|，|起)\s*(?:至|到|截至)$`)
	stopsTill = regexp.MustCompile(`(?:停[\p{Han}]?|中断|关闭|封闭|闭馆|闭园|休馆)(?:时间)?(?:延长|持续|延续|延)?[至到]\s*$`)
	limitless = regexp.MustCompile(`期限?$|有效|缴费|缴纳|申报|截止|还书|征期|办理|报名|日期`)
)

// item makes sketches of what the text says of one time.
func (d *Reading) item(it *item, later []item) {
	switch {
	case daily.MatchString(it.post) && it.until == nil && !it.moment().Exact():
		d.Ask("原文写“每天”某时段的，没有写成时间节点，请逐日补写")
	case hoursOfDays(it):
		d.opensDaily(it)
	case afterWork.MatchString(it.post) && it.until == nil && !it.moment().Exact():
		d.Ask("原文写“下班后”的，没有写成时间节点，请写明几时几分")
	case stopsTill.MatchString(it.pre) && it.until == nil:
		d.till(it)
	case formerly.MatchString(it.pre) && (!strings.HasSuffix(it.pre, "由") || len(later) > 0 && newTime.MatchString(later[0].pre)), calledOff.MatchString(it.post):
		d.former(it, later)
	case d.cites(it):
		d.former(it, nil)
	case d.moved(it):
	case closesAt.MatchString(it.pre) && it.until == nil && d.closeHead(it):
	case notBy.MatchString(it.post) && !about.MatchString(it.post) && it.until == nil:
	case byDay.MatchString(it.post) && it.until == nil && !about.MatchString(it.post), untilThen.MatchString(it.post) && it.until == nil, latest.MatchString(it.pre):
		d.bound(it)
	case fromThen.MatchString(it.post) && it.until == nil:
		d.onward(it)
	default:
		d.turn(it)
	}
}

// till states that something is back at a time which a stop lasts to: 暂停至11月15日.
func (d *Reading) till(it *item) {
	words := strings.TrimRight(it.pre, "至到 ")
	s, _ := grammar.LabelSense(words)
	subject := words[:min(s.Start, len(words))]
	back := grammar.Sense{Kind: site.Resume, Verb: "恢复", Start: len(subject), End: len(subject)}
	d.state(it, back, subject, "", nil)
}

// closeHead gives the stops just stated the end that a clause of its own names: 自
// 即日起闭馆，至2月28日止.
func (d *Reading) closeHead(it *item) bool {
	done := false
	for _, s := range d.said {
		if s.Kind == site.Suspend && s.Until == nil {
			s.Until, done = &it.times[0].Moment, true
			d.Ends[it.Start] = s
		}
	}
	return done
}

// date states a deadline or a rule.
func (d *Reading) date(it *item, kind site.Kind, sure sureness, words string) {
	for _, x := range it.times {
		text := d.textOf(x)
		if text == nothing {
			text = strings.TrimSpace(d.title()) + saying[kind]
		}
		made := Sketch{Kind: kind, Moment: x.Moment, Start: x.Start, Text: text, Label: grammar.LabelOf(text), Sure: sure}
		made.rests(d.because(kind, words))
		d.At[x.Start] = d.keep(made)
	}
}

func (d *Reading) because(kind site.Kind, words string) string {
	return fmt.Sprintf("类型“%s”由“%s”推断", phrase.In(site.Chinese).Kind(kind), issued.Excerpt(issued.Clean(words), 10))
}

// bound states a deadline; or that something is back before a time: 13:30前恢复.
func (d *Reading) bound(it *item) {
	rest := byDay.ReplaceAllString(it.post, "")
	words := byDay.FindString(it.post) + latest.FindString(it.pre)
	for k, c := range grammar.Clauses(rest) {
		all := grammar.Senses(c, false)
		if len(all) == 0 || k > 0 {
			continue
		}
		if s := all[0]; s.Kind == site.Resume || s.Kind == site.Partial && s.Gradual {
			for _, at := range d.eachStop(it) {
				d.state(it, s, c, it.pre, func(m *Sketch) { m.Before, m.Moment = &at, at })
			}
			return
		}
		if strings.HasPrefix(rest, c) && grammar.PlainName(c[:all[0].Start]) == "" && all[0].Start <= len("暂缓") {
			return // 前停水: neither a deadline nor a time
		}
		break
	}
	if strings.TrimSpace(strings.Trim(rest, "。；，")) == "" && it.pre == "" {
		return
	}
	d.date(it, site.Deadline, likely, words)
}

var eachOf = regexp.MustCompile(`这[两二三四五几]天|上述[^，。]{0,4}[日天]|以上[^，。]{0,4}[日天]`)

// eachStop returns the moments of an item: one on every day of the stops before it, where
// its words say so: 这两天当日13:30前.
func (d *Reading) eachStop(it *item) []site.Moment {
	at := it.moment()
	if !it.times[0].DateOmitted || !eachOf.MatchString(it.pre) {
		return []site.Moment{at}
	}
	var all []site.Moment
	for _, s := range d.Sketches {
		if s.Kind != site.Suspend || s.Withdrawn || s.Until == nil || !s.Moment.Exact() {
			continue
		}
		day := s.Moment.Day().Start()
		m := at
		m.Instant = day.Add(at.Instant.Sub(at.Day().Start()))
		all = append(all, m)
	}
	if len(all) == 0 {
		return []site.Moment{at}
	}
	return all
}

// onward states that something comes back after a time: 18时以后视情况恢复.
func (d *Reading) onward(it *item) {
	for _, c := range grammar.Clauses(fromThen.ReplaceAllString(it.post, "")) {
		found := grammar.Senses(c, false)
		if len(found) == 0 {
			continue
		}
		s, edit := found[0], (func(*Sketch))(nil)
		if s.Kind == site.Resume || s.Kind == site.Partial && s.Gradual {
			edit = func(m *Sketch) { m.Later = &it.times[0].Moment }
		}
		d.state(it, s, c, it.pre, edit)
		return
	}
	parting := !it.moment().Exact() && len([]rune(fromThen.ReplaceAllString(it.post, ""))) >= 6 // 2月1日后新入院的病人
	if parting || d.Having(it.moment()) != nil {
		d.date(it, site.Rule, likely, fromThen.FindString(it.post))
	}
}
