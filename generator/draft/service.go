package draft

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/site"
)

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
	if back && strings.HasSuffix(name, "渠道") && len(d.found(name, true)) == 0 && d.saidOpen(it.block, s) {
		return d.saidServices()
	}
	if back && again.MatchString(s.verb) && len([]rune(name)) == 2 && len(d.found(name, true)) == 0 && d.saidOpenTo(it) {
		return d.saidServices() // 停投……恢复投递
	}
	if back && name == "" && len(d.said) == 0 {
		name = d.stoppedHere(it)
	}
	if ids := d.stoppedUnder(it); name == "" && back && len(ids) > 0 {
		return ids
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
		if ids := d.allBefore(it); len(ids) > 0 {
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

// stoppedHere is what the clauses before a time say stops without a time of its own:
// 网上申报功能同步暂停，预计7月4日恢复.
func (d *drafter) stoppedHere(it *item) (name string) {
	sentence := d.Doc.Sentence(it.Start)
	for _, c := range clauses(issued.FullWidth(issued.Clean(d.Doc.Text[sentence.Start:it.Start]))) {
		if all := senses(c, false); len(all) > 0 && all[0].kind == site.Suspend && !all[0].weak {
			name, _ = whatOf("", c, all[0])
		}
	}
	return name
}

// saidOpenTo reports whether the same sentence has just stopped something.
func (d *drafter) saidOpenTo(it *item) bool {
	return len(d.said) > 0 && d.saidKind == site.Suspend && d.Doc.Sentence(it.Start) == d.Doc.Sentence(d.saidAt.Start)
}

// newPlatform is what is switched on in place of what was off.
var newPlatform = regexp.MustCompile(`系统|平台|新版`)

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

// stoppedUnder returns what has stopped without an end under the heading that an item
// stands under.
func (d *drafter) stoppedUnder(it *item) []string {
	under := d.Doc.Blocks[it.block].Under
	if under < 0 || d.Doc.Blocks[it.block].Level == 0 {
		return nil
	}
	var ids []string
	for _, s := range d.sketches {
		if s.start > d.Doc.Blocks[under].Start && s.start < d.Doc.Blocks[it.block].Start && s.kind == site.Suspend && s.until == nil && !s.withdrawn && !s.permanent && !slices.Contains(ids, s.service) {
			ids = append(ids, s.service)
		}
	}
	return ids
}

// allBefore returns the services that a recovery of no name is about: in a paragraph of
// its own all that have stopped without an end, else those of the last stop.
func (d *drafter) allBefore(it *item) []string {
	last := d.stoppedBefore(it.Start)
	for _, s := range d.sketches {
		if s.kind == site.Suspend && slices.Contains(last, s.service) && s.start >= d.Doc.Blocks[it.block].Start {
			return last
		}
	}
	if open := d.openStops(); len(open) > 0 {
		return open
	}
	return last
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
