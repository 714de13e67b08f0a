package claim

import (
	"slices"
	"strings"

	"tonggao/generator/beside"
	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// named returns the services that a statement is about: those of the vocabulary that
// its words name, else those that it coins or finds again.
func (d *Reading) named(words, name string, it *item, s grammar.Sense) ([]string, sketch.Sureness) {
	if len(d.Set.Vocabulary.Services) > 0 {
		services := d.Named(words)
		if len(services) == 0 && d.CoinedLike(name) == "" {
			services = it.times[0].Services
		}
		var ids []string
		for _, v := range services {
			ids = append(ids, v.ID)
		}
		if len(ids) > 0 {
			return ids, sketch.Sure
		}
	}
	level := sketch.Sure
	if name == "" {
		level = sketch.Likely
	}
	return d.service(name, it, s), level
}

// service names the service of a statement whose words are not in the vocabulary. It
// returns one at least.
func (d *Reading) service(name string, it *item, s grammar.Sense) []string {
	back := s.Kind == site.Resume || s.Kind == site.Partial && grammar.StateOf(s) == ""
	if ids := d.stillOff(it); back && (grammar.TheRest.MatchString(name) || name == "" && grammar.TheRest.MatchString(it.pre)) && len(ids) > 0 {
		return ids // 其余业务
	}
	if name == "" && back && grammar.Above.MatchString(it.pre) {
		if ids := d.save(it.Start, d.OpenStops()); len(ids) > 0 {
			return ids
		}
	}
	if name == "" && back && d.saidOpen(it.block, s) {
		return d.saidServices()
	}
	if name == "" && s.Kind == site.Suspend && d.saidKind == site.Opening && len(d.said) > 0 && d.sameSentence(it) {
		return d.saidServices() // 8:00—12:00开放外科门诊，下午停诊
	}
	if back && strings.HasSuffix(name, "渠道") && len(d.Found(name, true)) == 0 && d.saidOpen(it.block, s) {
		return d.saidServices()
	}
	if back && grammar.Again.MatchString(s.Verb) && len([]rune(name)) == 2 && len(d.Found(name, true)) == 0 && d.saidOpenTo(it) {
		return d.saidServices() // 停投……恢复投递
	}
	if back && name == "" && len(d.said) == 0 {
		name = d.stoppedHere(it.Start)
	}
	if ids := d.stoppedUnder(it); name == "" && back && len(ids) > 0 {
		return ids
	}
	if name == "" && (s.Utility == "" || s.Utility == "系统") {
		name = beside.Affected(d.Doc, it.block, it.post)
	}
	if name == "" {
		name = d.nameAbove(it)
		if name != "" && s.Kind == site.Suspend && d.saidOpenTo(it) && grammar.Alike(name, d.NameOf(d.said[0].Service), true) {
			return d.saidServices() // 营业网点：全部网点17日提前结束营业，18日停业
		}
	}
	if name == "" && (s.Utility == "" || s.Utility == "系统") {
		name = beside.AffectedUnder(d.Doc, it.block)
	}
	if name == "" && s.Utility == "开放" && d.saidOpenTo(it) && grammar.IsBody(d.NameOf(d.said[0].Service)) && !strings.Contains(d.Doc.Text[d.saidAt.End:max(d.saidAt.End, it.Start)], "；") {
		return d.saidServices() // 9日12:00起图书馆闭馆，10日全天闭馆
	}
	if name == "" && !strings.HasPrefix(s.Utility, "系统") {
		name = s.Utility
	}
	if name != "" {
		if ids := d.EachOf(name); back && len(ids) > 1 {
			return ids
		}
		if ids := d.Found(name, back || s.Kind == site.Opening); len(ids) > 0 {
			return ids
		}
	}
	switch {
	case name != "" && back && (s.Verb == "上线" || s.Verb == "启用") && len(d.OpenStops()) > 0 && grammar.NewPlatform.MatchString(name):
		return d.OpenStops()
	case name != "":
		return []string{d.Coin(name)}
	case back:
		if ids := d.withoutOwn(d.allBefore(it.block, it.Start), it); len(ids) > 0 {
			return ids
		}
	case len(d.said) > 0 && d.saidAt.block == it.block && s.Kind != site.Opening:
		return []string{d.said[0].Service}
	}
	name = d.anyName(it, s, back)
	if ids := d.Found(name, back); len(ids) > 0 {
		return ids
	}
	return []string{d.Coin(name)}
}

// anyName is the name of what no words beside a verb name: the subject of its sentence, else what the
// title says, else what the verb has in it.
func (d *Reading) anyName(it *item, s grammar.Sense, back bool) string {
	name := ""
	if back && len(d.OpenStops()) == 0 {
		name = d.subjectOfSentence(it)
	}
	if name == "" {
		name = beside.TitleName(d.Doc)
	}
	if name != "" {
		return name
	}
	if s.Utility != "" {
		return s.Utility
	}
	return "业务办理"
}

// atPlaces are the stops that places or counters of a name bring back, where no service has
// it: those that stopped there, else those without an end, other than online.
func (d *Reading) atPlaces(it *item, name string, s grammar.Sense) []string {
	if s.Kind != site.Resume || len(d.Set.Vocabulary.Services) > 0 || !grammar.IsBody(name) || len(d.Found(name, true)) > 0 {
		return nil
	}
	if len(d.said) > 0 && (grammar.Others.MatchString(name) || d.saidKind == site.Resume && d.said[0].Scope != "" && d.sameSentence(it)) {
		return d.saidServices()
	}
	var own []string
	for _, o := range d.Sketches {
		stopped := o.Kind == site.Suspend && !o.Withdrawn
		if stopped && (o.Scope != "" && grammar.Alike(o.Scope, name, true) || grammar.SameBody(d.NameOf(o.Service), name)) && !slices.Contains(own, o.Service) {
			own = append(own, o.Service)
		}
	}
	if len(own) > 0 {
		return own
	}
	return d.stillOff(it)
}

// subjectOfSentence is what the first clause of a sentence speaks of: T2路因航站楼改造，……，3月11日起
// 恢复.
func (d *Reading) subjectOfSentence(it *item) string {
	first := grammar.UpTo(issued.FullWidth(issued.Clean(d.Doc.Text[d.Doc.Sentence(it.Start).Start:it.Start])), "，；")
	if len(mention.Find(first, site.Day{})) > 0 {
		return ""
	}
	return grammar.PlainName(grammar.SubjectOf(first))
}

// stillOff are the stops without an end, other than online, that nothing has brought back before
// a time.
func (d *Reading) stillOff(it *item) []string {
	return slices.DeleteFunc(d.OpenStops(), func(id string) bool {
		return grammar.Online.MatchString(d.NameOf(id)) || d.ComesBackBefore(id, it.moment())
	})
}

// stoppedHere is what the clauses before an octet say stops without a time of its own:
// 网上申报功能同步暂停，预计7月4日恢复.
func (d *Reading) stoppedHere(at int) string {
	return d.stoppedIn(d.Doc.Sentence(at).Start, at)
}

// stoppedIn is what the clauses of a stretch say stops.
func (d *Reading) stoppedIn(from, to int) (name string) {
	for _, c := range grammar.Clauses(issued.FullWidth(issued.Clean(d.Doc.Text[from:to]))) {
		if all := grammar.Senses(c, false); len(all) > 0 && all[0].Kind == site.Suspend && !all[0].Weak {
			name, _ = grammar.WhatOf("", c, all[0])
		}
	}
	return name
}

// saidOpenTo reports whether the same sentence has just stopped something.
func (d *Reading) saidOpenTo(it *item) bool {
	return len(d.said) > 0 && d.saidKind == site.Suspend && d.sameSentence(it)
}

// sameSentence reports whether a time stands in the sentence of the last statement.
func (d *Reading) sameSentence(it *item) bool {
	return d.saidAt != nil && d.Doc.Sentence(it.Start) == d.Doc.Sentence(d.saidAt.Start)
}

// stoppedUnder returns what has stopped without an end under the heading that an item
// stands under.
func (d *Reading) stoppedUnder(it *item) []string {
	under := d.Doc.Blocks[it.block].Under
	if under < 0 || d.Doc.Blocks[it.block].Level == 0 {
		return nil
	}
	var ids []string
	for _, s := range d.Sketches {
		if s.Start > d.Doc.Blocks[under].Start && s.Start < d.Doc.Blocks[it.block].Start && s.Kind == site.Suspend && s.Until == nil && !s.Withdrawn && !s.Permanent && !slices.Contains(ids, s.Service) {
			ids = append(ids, s.Service)
		}
	}
	return ids
}

// allBefore returns the services that a recovery of no name is about: in a paragraph of
// its own all that have stopped without an end, else those of the last stop.
func (d *Reading) allBefore(block, at int) []string {
	last := d.StoppedBefore(at)
	for _, s := range d.Sketches {
		if s.Kind == site.Suspend && slices.Contains(last, s.Service) && s.Start >= d.Doc.Blocks[block].Start {
			return last
		}
	}
	if open := d.OpenStops(); len(open) > 0 {
		last = open
	}
	return d.save(at, last)
}

// withoutOwn leaves out of several services those that the text has said come back later, by a
// recovery of their own: 贷款业务7月6日恢复 above 7月3日起恢复正常办理.
func (d *Reading) withoutOwn(ids []string, it *item) []string {
	left := slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		return slices.ContainsFunc(d.Sketches, func(o *sketch.Sketch) bool {
			return o.Service == id && o.Kind == site.Resume && !o.Tbd && !o.Withdrawn && o.Scope == "" && o.Moment.Instant.After(it.moment().Instant)
		})
	})
	if len(left) == 0 {
		return ids
	}
	return left
}

// save leaves out of services those that the words around an octet except: 上述业务除转移接续外.
func (d *Reading) save(at int, ids []string) []string {
	found := grammar.Except.FindStringSubmatch(issued.Clean(d.Doc.In(d.Doc.Part(d.Doc.Sentence(at), at))))
	if found == nil {
		return ids
	}
	but := d.Found(grammar.PlainName(found[1]), true)
	return slices.DeleteFunc(ids, func(id string) bool { return slices.Contains(but, id) })
}

// saidOpen reports whether the last statement of a block stopped something that a
// recovery can be about.
func (d *Reading) saidOpen(block int, s grammar.Sense) bool {
	if len(d.said) == 0 || d.saidAt.block != block {
		return false
	}
	again := strings.HasPrefix(s.Verb, "恢复") || strings.HasPrefix(s.Verb, "重新") || strings.HasPrefix(s.Verb, "正常")
	return again || slices.ContainsFunc(d.said, func(o *sketch.Sketch) bool { return o.Kind == site.Suspend && o.Until == nil })
}

// saidServices are those that the last statement was about.
func (d *Reading) saidServices() []string {
	var ids []string
	for _, s := range d.said {
		if s.Service != "" && !slices.Contains(ids, s.Service) {
			ids = append(ids, s.Service)
		}
	}
	return ids
}
