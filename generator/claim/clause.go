package claim

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// An item is a time of the text, or a window, or a list of days that share their
// verb, with the words around it.
type item struct {
	issued.Span
	times     []*issued.Fact // one, or the days of a list
	until     *site.Moment   // the end, where the item is a window
	close     *issued.Fact   // the time of that end
	block     int
	pre, post string // the words before, from the last comma on, and behind, up to the next item's
	label     string // 门诊 of 门诊：6月25日停诊
	taken     bool   // stated as the new time of another
}

func (i *item) moment() site.Moment { return i.times[0].Moment }

// read goes through the blocks that can state facts.
func (d *Reading) read() {
	for i, b := range d.Doc.Blocks {
		switch b.Role {
		case issued.Title, issued.Meta, issued.Signer, issued.Signed, issued.AnnexNote, issued.AnnexHead, issued.Question:
			continue
		}
		if row := d.Doc.Text[b.Body:b.End]; strings.HasPrefix(row, "|") {
			d.row(i)
			continue
		}
		if d.places(i) {
			continue
		}
		d.said, d.saidLine, d.batch = nil, nil, ""
		if found := batches.FindStringSubmatch(d.Doc.Text[b.Body:b.End]); found != nil && len(mention.Find(found[1], site.Day{})) == 0 {
			d.batch = shortScope(found[1])
		}
		for _, part := range d.parts(issued.Span{Start: b.Body, End: b.End}) {
			d.part(i, part)
		}
		d.saidLine = d.said
	}
}

// batches begin a block with the places that its sentences are about.
var batches = regexp.MustCompile(`^第[一二三四五六七八九十0-9]+(?:批次?|阶段|组|轮|片区?)[：:]([^：:。；]{2,60})。`)

// parts cuts a stretch at the ends of its sentences and at semicolons.
func (d *Reading) parts(s issued.Span) []issued.Span {
	var all []issued.Span
	start := s.Start
	for i, r := range d.Doc.Text[s.Start:s.End] {
		if strings.ContainsRune("。！？；;!?", r) {
			end := s.Start + i + len(string(r))
			all = append(all, issued.Span{Start: start, End: end})
			start = end
		}
	}
	if start < s.End {
		all = append(all, issued.Span{Start: start, End: s.End})
	}
	return all
}

// part reads one part of a sentence. One without a time can go on with the time of
// the part before.
func (d *Reading) part(block int, s issued.Span) {
	items := d.items(block, s)
	if len(items) == 0 {
		d.timelessPart(block, s)
		return
	}
	d.spread(items, s)
	d.lastItem = &items[len(items)-1]
	for i := range items {
		d.item(&items[i], items[i+1:])
	}
}

var listing = regexp.MustCompile(`^\s*[）)]?\s*(?:（[^）]{1,6}）)?\s*[、和及与，,]\s*(?:[\p{Han}]{1,4}[（(])?\s*$`)

// items gathers the times of a part.
func (d *Reading) items(block int, s issued.Span) []item {
	var all []item
	for i := 0; i < len(d.Times); i++ {
		x := &d.Times[i]
		if x.Start >= s.Start && x.End <= s.End {
			d.complete(i, all, s)
		}
		if x.Start >= s.Start && (d.spent[x.Start] || d.ofDecree(x)) {
			continue
		}
		if i > 0 && x.Closes && d.Times[i-1].Opens && (d.Times[i-1].Recurs || !d.Times[i-1].Moment.Known()) {
			continue // 每天22:00至次日5:00: the end of no one day
		}
		if x.Start < s.Start || x.End > s.End || x.Use != issued.Stated || !x.Moment.Known() || x.Vague && x.Finest != mention.Month {
			continue
		}
		it := item{Span: issued.Span{Start: x.Start, End: x.End}, times: []*issued.Fact{x}, block: block}
		if x.Opens && i+1 < len(d.Times) && d.Times[i+1].Closes && d.Times[i+1].Moment.Known() && d.Times[i+1].End <= s.End {
			it.close = &d.Times[i+1]
			it.until, it.End = &it.close.Moment, it.close.End
			i++
			if !it.until.End().After(x.Moment.Instant) {
				continue
			}
			if n := len(all); n > 0 && x.DateOmitted && all[n-1].until == nil && beside.MatchString(d.Doc.Text[all[n-1].End:it.Start]) {
				it.Start, all = all[n-1].Start, all[:n-1]
			}
		}
		if n := len(all); n > 0 && it.until == nil && all[n-1].until == nil && !x.Moment.Exact() && listing.MatchString(d.Doc.Text[all[n-1].End:it.Start]) {
			all[n-1].times = append(all[n-1].times, x)
			all[n-1].End = it.End
			continue
		}
		if n := len(all); n > 0 && it.until == nil && all[n-1].until == nil && fromFirst.MatchString(d.Doc.Text[all[n-1].End:it.Start]) && x.Moment.Instant.After(all[n-1].moment().Instant) {
			all[n-1].until, all[n-1].close, all[n-1].End = &x.Moment, x, it.End
			continue
		}
		all = append(all, it)
	}
	return all
}

// fromFirst joins a day to the clock that a stop from its first run on lasts to: 5月1日首班
// 至11:00.
var fromFirst = regexp.MustCompile(`^\s*(?:（[^）]{1,6}）)?(?:首班[车船]?|早班|营业开始|开馆)(?:起)?(?:至|到|—|-|~)\s*$`)

// complete gives a clock without a day that of the time before it in its sentence. The
// bounds of a window need words that say what stops, which hours of opening have not.
func (d *Reading) complete(i int, all []item, s issued.Span) {
	x, last := &d.Times[i], (*item)(nil)
	if len(all) > 0 {
		last = &all[len(all)-1]
	} else if o := d.lastItem; o != nil && o.End < s.Start && strings.HasSuffix(d.Doc.Text[:s.Start], "；") && d.Doc.Sentence(o.Start).Start == d.Doc.Sentence(x.Start).Start {
		last = o // 18时前上传；19时前对账
	}
	switch {
	case last == nil, x.Closes:
	case !x.Opens:
		onDay(x, last)
	case i+1 < len(d.Times) && d.Times[i+1].Closes && last.until == nil && last.moment().Precision == site.ToDay:
		gap := d.Doc.Text[last.End:x.Start]
		if _, stops := grammar.LabelSense(gap); !stops && !beside.MatchString(gap) {
			return
		}
		onDay(x, last)
		if x.Moment.Known() && !d.Times[i+1].Moment.Known() {
			onDay(&d.Times[i+1], &item{times: []*issued.Fact{x}})
		}
	}
}

// ofDecree reports whether a time is that of a decree which the text cites: 《……条例》
// （2021年5月1日起施行）.
func (d *Reading) ofDecree(x *issued.Fact) bool {
	before := strings.TrimRight(d.Doc.Text[max(0, x.Start-len("》（")):x.Start], "(（ ")
	return strings.HasSuffix(before, "》") && before != d.Doc.Text[max(0, x.Start-len("》（")):x.Start]
}

// beside joins a day to the window of clocks that it has in brackets: 6月2日凌晨（0:00—6:00）.
var beside = regexp.MustCompile(`^\s*(?:凌晨|早上|上午|中午|下午|晚上?|夜间|深夜)?\s*[（(]?\s*$`)

// onDay completes a bare clock by the time before it in its sentence: 2月8日正常开放，
// 下午3时停止入馆; 8时起停电，16时恢复. A clock that would go back is another day's.
func onDay(x *issued.Fact, last *item) {
	if x.Moment.Known() || !x.DateOmitted || x.Clock < 0 || x.Recurs || x.Weekday > 0 || x.Impossible || last == nil || len(last.times) > 1 {
		return
	}
	before := last.moment()
	if last.until != nil {
		before = *last.until
	}
	day := before.Day().Start()
	at := site.Moment{Instant: day.Add(time.Duration(x.Clock) * time.Minute), Precision: site.Hour}
	if x.Clock%60 > 0 {
		at.Precision = site.Minute
	}
	switch {
	case before.Precision == site.ToDay && last.until == nil:
	case !before.Exact(), !at.Instant.After(before.Instant):
		return
	}
	x.Moment = at
}

// spread shares the words of a part among its items.
func (d *Reading) spread(items []item, s issued.Span) {
	from := s.Start
	for i := range items {
		it := &items[i]
		it.pre, it.label = d.lead(from, it.Start)
		end := s.End
		if i+1 < len(items) {
			end = d.boundary(it.End, items[i+1].Start)
		}
		it.post = issued.FullWidth(issued.Clean(d.Doc.Text[it.End:max(it.End, end)]))
		from = end
	}
}

// boundary is where the words behind one item end and those before the next begin.
func (d *Reading) boundary(from, to int) int {
	gap := d.Doc.Text[from:to]
	at := strings.LastIndexAny(gap, "，,：:（(、")
	if at < 0 {
		if put := newTime.FindStringIndex(gap); put != nil && len(grammar.Senses(issued.Clean(gap), false)) > 0 {
			return from + put[0] // 4月22日的停水推迟至4月24日
		}
		if words := issued.Clean(gap); edged.MatchString(words) || len(grammar.Senses(words, false)) > 0 {
			return to
		}
		return from
	}
	return from + at
}

// edged begins words that belong to the time before them.
var edged = regexp.MustCompile(`^\s*(?:之前|以前|前|之后|以后|后|止|起)\p{Han}`)

// remarks are brackets with a clause in them.
var remarks = regexp.MustCompile(`（[^（）]*[，；][^（）]*）`)

// joiners lead to a time and name nothing.
var joiners = []string{"但", "并", "且", "同时", "其中", "而", "现"}

// lead is the last clause before a time, and what a colon before it names.
func (d *Reading) lead(from, to int) (pre, label string) {
	words := issued.FullWidth(issued.Clean(d.Doc.Text[from:to]))
	words = strings.TrimLeft(words, "，,、；;：（")
	if i := strings.LastIndex(words, "："); i >= 0 {
		label, words = words[:i], words[i+len("："):]
		if j := strings.LastIndexAny(label, "，；。"); j >= 0 {
			label = strings.TrimLeft(label[j:], "，；。")
		}
	}
	if i := strings.LastIndex(words, "，"); i >= 0 && toTime.MatchString(words[i+len("，"):]) {
		words = words[:i+len("，")]
	}
	switch i := strings.LastIndex(words, "，"); {
	case i >= 0 && slices.Contains(joiners, strings.TrimSpace(words[i+len("，"):])):
		words = words[:i]
		if j := strings.LastIndex(words, "，"); j >= 0 {
			words = words[j+len("，"):]
		}
	case i >= 0 && strings.TrimSpace(words[i+len("，"):]) != "":
		words = words[i+len("，"):]
	case i >= 0 && (len([]rune(words[:i])) > 10 || strings.Contains(words[:i], "，") || grammar.Because.MatchString(words[:i]) || whyBehind.MatchString(words[:i])):
		words = subjectOf(words[:i]) // or another matter, which its comma ends
	}
	return strings.Trim(words, " ，"), label
}

// toTime is a clause that only leads to its time: 网点因装修，定于4月24日起暂停营业.
var toTime = regexp.MustCompile(`^(?:现|兹|将|拟|计划|暂|预计)?(?:定|自|从|于|在)+于?$`)

var (
	whyBehind = regexp.MustCompile(`^([^，]{2,}?)(?:因|由于|鉴于|除|为[^止期])`)
	noSubject = regexp.MustCompile(`^(?:经|接|按|据|应|现|特|届时|自|为|对|请|凡|其中|目前|具体|今年|本次)|[请须应将已可]|原则|影响$|要求$|部署$|安排$|规定$|研究|决定|同意|如下|完成$|成功$|[“”「」]$`)
)

// subjectOf is the subject that a clause before a time ends with its comma: 图书馆电子资源因
// 依赖统一认证，7月5日停用; 跨省异地就医直接结算，4月3日恢复. It is "" where it speaks of another
// matter.
func subjectOf(words string) string {
	if i := strings.LastIndex(words, "，"); i >= 0 {
		words = words[i+len("，"):]
	}
	if grammar.Because.MatchString(words) || noSubject.MatchString(words) {
		return ""
	}
	if found := whyBehind.FindStringSubmatch(words); found != nil {
		words = found[1]
	}
	if len([]rune(words)) > 26 || len(grammar.Senses(words, false)) > 0 {
		return ""
	}
	return words
}

var edge = regexp.MustCompile(`^(?:\s|（[^）]*）|，|：|、|起开始|起|开始|止|当天|全天|两天|三天|左右|前后|共?[0-9一二三四五六七八九十]+(?:个?小时|天)|）|期间内?|时段|这段时间)+`)

// clauses cuts the words behind a time, without what belongs to the time.
func clauses(post string) []string {
	post = remarks.ReplaceAllString(edge.ReplaceAllString(post, ""), "")
	post = strings.TrimRight(post, "。；！？;!? ")
	return strings.FieldsFunc(post, func(r rune) bool { return r == '，' || r == ',' || r == '：' })
}
