package draft

import (
	"regexp"
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
	if label := plainName(d.labelOf(it)); scope == "" && name != "" && label != "" && !aboutNothing(label) && len([]rune(label)) <= 18 && !alike(label, name, true) {
		scope = label
	}
	if scope == "" && s.kind != site.Opening {
		scope = d.batch
	}
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

// labelOf is what a colon before a time names, or the heading at the begin of its line.
func (d *drafter) labelOf(it *item) string {
	b := d.Doc.Blocks[it.block]
	if it.label != "" || b.Under < 0 {
		return it.label
	}
	if head := d.Doc.Blocks[b.Under]; !strings.Contains(d.Doc.Text[head.Start:b.Start], "\n") {
		return issued.FullWidth(d.Doc.Brief(head))
	}
	return ""
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
	case strings.HasPrefix(s.verb, "正常"), strings.HasPrefix(s.verb, "可"):
		return d.anyStop()
	case s.kind == site.Resume && s.verb == "开放" && strings.Contains(clause, "时间"):
		return false
	case !window && s.kind == site.Suspend && it.moment().Precision == site.Month && !since.MatchString(it.post):
		return false // 10月停办: on which day?
	case s.weak && !window, s.switches() && it.times[0].Vague:
		return false // 11月中旬上线: an intention
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

// state is the name of a stage of reduced service, or "".
func (s sense) state() string {
	if lessening.MatchString(s.verb) {
		return s.verb
	}
	return ""
}
