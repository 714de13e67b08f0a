package draft

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// A sureness says how much a guess can be relied on.
type sureness int

const (
	unsure sureness = iota
	likely
	sure
)

func (s sureness) String() string { return [...]string{"把握不大", "较有把握", "有把握"}[s] }

// state makes the sketches of one verb at one time, one for every service and day. It
// reports whether there was anything to state.
func (d *drafter) state(it *item, s sense, clause, pre string, edit func(*sketch)) bool {
	if !d.means(it, &s, clause) {
		return false
	}
	name, scope := whatOf(pre, clause, s)
	ids, level := d.named(pre+clause, name, it, s)
	d.said, d.saidAt, d.saidKind, d.saidWeak = nil, it, s.kind, s.weak
	for _, x := range it.times {
		var first *sketch
		for _, id := range ids {
			made := sketch{kind: s.kind, service: id, moment: x.Moment, gradual: s.gradual, permanent: s.permanent, scope: scope, start: x.Start, text: d.saidText(x, pre, clause, id, s), sure: level, since: since.MatchString(it.post)}
			d.window2(&made, it, s)
			if expecting.MatchString(it.pre) || about.MatchString(it.post) || x.Vague {
				made.expected = true
			}
			made.rests(d.because(s.kind, s.verb))
			d.omissions(&made, x)
			if edit != nil {
				edit(&made)
			}
			kept := d.keep(made)
			d.said = append(d.said, kept)
			if first == nil {
				first = kept
			}
		}
		if d.at[x.Start] == nil || d.at[x.Start].kind == site.Rule {
			d.at[x.Start] = first
		}
		if it.close != nil && first != nil && first.until != nil {
			d.ends[it.close.Start] = first
		}
	}
	return true
}

var since = regexp.MustCompile(`^(?:（[^）]*）)?\s*(?:起|开始)`)

// saidText is the clause of a statement with the words that led to its time; else what
// stands around the time.
func (d *drafter) saidText(x *issued.Fact, pre, clause, service string, s sense) string {
	if d.set.Vocabulary.Service(service) == nil {
		text := tidy(trails.ReplaceAllString(pre, "") + clause)
		if n := len([]rune(text)); n >= 4 && n <= 60 && len(mention.Find(text, site.Day{})) == 0 && len(senses(clause, true)) > 0 && strings.Contains(text, stem(d.nameOf(service))) {
			return text
		}
	}
	return d.naming(d.textOf(x), service, s.kind)
}

// means settles what a verb means with a window or a day: 开放 within a stop opens for
// once, 正常办公 is back only where something has stopped.
func (d *drafter) means(it *item, s *sense, clause string) bool {
	window := it.until != nil
	switch {
	case s.kind == site.Opening:
		return d.anyStop()
	case window && strings.HasPrefix(s.verb, "正常"):
		return false
	case window && s.kind == site.Resume && s.verb == "开放":
		if s.kind = site.Opening; !d.anyStop() {
			return false
		}
	case window && s.kind == site.Resume:
		return false
	case strings.HasPrefix(s.verb, "正常"):
		return d.anyStop()
	case s.kind == site.Resume && s.verb == "开放" && strings.Contains(clause, "时间"):
		return false
	case s.weak && !window:
		return false
	}
	return true
}

func (d *drafter) anyStop() bool {
	for _, s := range d.sketches {
		if s.kind == site.Suspend && !s.withdrawn {
			return true
		}
	}
	return d.window != nil
}

// window2 sets the end of a window, and of a day of a list the day itself.
func (d *drafter) window2(made *sketch, it *item, s sense) {
	switch {
	case made.kind == site.Partial && lessening.MatchString(s.verb):
		made.state = s.verb
		fallthrough
	case made.kind == site.Suspend, made.kind == site.Opening:
		made.until = it.until
		if len(it.times) > 1 && !made.moment.Exact() {
			made.until = &made.moment
		}
	}
	if made.until != nil {
		made.permanent = false
	}
}

// omissions notes what the text left out of a time.
func (d *drafter) omissions(made *sketch, x *issued.Fact) {
	if x.YearOmitted && !x.DateOmitted {
		made.rests("原文省略了年份")
	}
	if x.Loose {
		made.rests("原文是简写，也可能不是日期")
	}
	if strings.Contains(x.Words(d.Doc.Text), "下半夜") {
		made.asks("“下半夜”是当日凌晨还是次日凌晨")
	}
}

// named returns the services that a statement is about: those of the vocabulary that
// its words name, else those that it coins or finds again.
func (d *drafter) named(words, name string, it *item, s sense) ([]string, sureness) {
	if len(d.set.Vocabulary.Services) > 0 {
		services := d.Named(words)
		if len(services) == 0 && d.coinedLike(name) == "" {
			services = it.times[0].Services
		}
		var ids []string
		for _, v := range services {
			ids = append(ids, v.ID)
		}
		if len(ids) > 0 {
			return ids, sure
		}
	}
	level := sure
	if name == "" {
		level = likely
	}
	return d.service(name, it, s), level
}

// service names the service of a statement whose words are not in the vocabulary. It
// returns one at least.
func (d *drafter) service(name string, it *item, s sense) []string {
	back := s.kind == site.Resume || s.kind == site.Partial && s.state() == ""
	if name == "" && back && d.saidOpen(it.block, s) {
		return d.saidServices()
	}
	if name == "" {
		name = d.nameAbove(it)
	}
	if name == "" && !strings.HasPrefix(s.utility, "系统") {
		name = s.utility
	}
	if name != "" {
		if ids := d.found(name, back || s.kind == site.Opening); len(ids) > 0 {
			return ids
		}
	}
	switch {
	case name != "" && back && (s.verb == "上线" || s.verb == "启用") && len(d.openStops()) > 0 && newPlatform.MatchString(name):
		return d.openStops()
	case name != "":
		return []string{d.coin(name)}
	case back:
		if ids := d.stoppedBefore(it.Start); len(ids) > 0 {
			return ids
		}
	case len(d.said) > 0 && d.saidAt.block == it.block && s.kind != site.Opening:
		return []string{d.said[0].service}
	}
	if name = d.titleName(); name == "" {
		name = "业务办理"
	}
	if s.utility != "" && name == "业务办理" {
		name = s.utility
	}
	if ids := d.found(name, back); len(ids) > 0 {
		return ids
	}
	return []string{d.coin(name)}
}

// newPlatform is what is switched on in place of what was off.
var newPlatform = regexp.MustCompile(`系统|平台|新版`)

// state is the name of a stage of reduced service, or "".
func (s sense) state() string {
	if lessening.MatchString(s.verb) {
		return s.verb
	}
	return ""
}

// nameAbove takes a name from the label before a time or from the headings over it.
func (d *drafter) nameAbove(it *item) string {
	words := []string{it.label}
	for under := d.Doc.Blocks[it.block].Under; under >= 0; under = d.Doc.Blocks[under].Under {
		if level := d.Doc.Blocks[it.block].Level; level > 0 && d.Doc.Blocks[under].Level >= level {
			continue // 三、 stands beside 二、, not under it
		}
		words = append(words, issued.FullWidth(d.Doc.Brief(d.Doc.Blocks[under])))
	}
	for n, w := range words {
		if _, is := labelSense(w); is && n > 0 || strings.ContainsAny(w, "，。；") || len([]rune(w)) > 18 || aboutNothing(w) {
			continue
		}
		if name := plainName(w); name != "" {
			return name
		}
	}
	return ""
}

func aboutNothing(words string) bool {
	for _, w := range [...]string{"时间", "安排", "范围", "事项", "方式", "说明", "须知", "提示", "指南", "部门", "其他", "内容", "对象", "如下", "上线", "切换", "版"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return words == ""
}

// titleName is what the title says stops.
func (d *drafter) titleName() string {
	title := strings.TrimPrefix(d.title(), "关于")
	for _, s := range senses(title, true) {
		if name, _ := whatOf("", title, s); name != "" {
			return name
		}
	}
	return ""
}

// found returns the services known by a name; loosely also by a part of it. All that
// match are meant by a short name, the last one by a long one.
func (d *drafter) found(name string, loosely bool) []string {
	if name == "" {
		return nil
	}
	if id := d.coinedLike(name); id != "" {
		return []string{id}
	}
	if !loosely {
		return nil
	}
	var ids []string
	for _, c := range d.coined {
		if alike(c.name, name, true) {
			ids = append(ids, c.id)
		}
	}
	return ids
}

func (d *drafter) coinedLike(name string) string {
	for _, c := range d.coined {
		if name != "" && alike(c.name, name, false) {
			if len(name) > len(c.name) {
				c.name = name
			}
			return c.id
		}
	}
	return ""
}

func (d *drafter) coin(name string) string {
	c := &coined{"service-" + digits(len(d.coined)+1), name}
	d.coined = append(d.coined, c)
	return c.id
}

// stoppedBefore returns the services of the last stop before an octet, those of one
// statement together.
func (d *drafter) stoppedBefore(at int) []string {
	last := -1
	for _, s := range d.sketches {
		if s.kind == site.Suspend && !s.withdrawn && s.start <= at && s.start > last {
			last = s.start
		}
	}
	var ids []string
	for _, s := range d.sketches {
		if s.kind == site.Suspend && !s.withdrawn && s.start == last && !slices.Contains(ids, s.service) {
			ids = append(ids, s.service)
		}
	}
	return ids
}

// saidOpen reports whether the last statement of a block stopped something that a
// recovery can be about.
func (d *drafter) saidOpen(block int, s sense) bool {
	if len(d.said) == 0 || d.saidAt.block != block {
		return false
	}
	again := strings.HasPrefix(s.verb, "恢复") || strings.HasPrefix(s.verb, "重新") || strings.HasPrefix(s.verb, "正常")
	return again || slices.ContainsFunc(d.said, func(o *sketch) bool { return o.kind == site.Suspend && o.until == nil })
}

// saidServices are those that the last statement was about.
func (d *drafter) saidServices() []string {
	var ids []string
	for _, s := range d.said {
		if s.service != "" && !slices.Contains(ids, s.service) {
			ids = append(ids, s.service)
		}
	}
	return ids
}

// openStops returns the services that have stopped without an end.
func (d *drafter) openStops() []string {
	var ids []string
	for _, s := range d.sketches {
		if s.kind == site.Suspend && s.until == nil && !s.withdrawn && !s.permanent && !slices.Contains(ids, s.service) {
			ids = append(ids, s.service)
		}
	}
	return ids
}
