package claim

import (
	"fmt"
	"slices"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
)

// row reads a row of a table: its window is that of the service, place or group which
// another cell names. The table's head and the title say what stops.
func (d *Reading) row(block int) {
	b := d.Doc.Blocks[block]
	cells := d.Doc.Cells(b)
	d.dayOfRow(block, cells)
	timed := len(d.items(block, issued.Span{Start: b.Body, End: b.End})) > 0
	if len(cells) < 2 || !timed && !grammar.PendingWords.MatchString(d.Doc.Text[b.Body:b.End]) {
		return
	}
	head := d.Doc.TableHead(block)
	what, doing, open, off, district := "", "", "", false, false
	place, heads := []string{}, []string{}
	var times []issued.Span
	dayCell := d.dayCell(block, cells)
	for n, c := range cells {
		words := issued.FullWidth(issued.Clean(d.Doc.In(c)))
		title := ""
		if n < len(head) {
			title = head[n]
		}
		switch {
		case n == dayCell, grammar.ContactHead(title):
		case grammar.DistrictHead(title) && len(d.items(block, c)) == 0:
			place, district = append(place, words), true
		case grammar.RemarkHead(title) && len(times) > 0 && len(d.items(block, c)) > 0:
			defer func() { d.remark(block, c) }()
		case len(d.items(block, c)) > 0:
			times, heads = append(times, c), append(heads, title)
		case words == "" || grammar.Ordinal(words):
		case d.hasClock(c) && grammar.OpenAt.MatchString(words):
			open = words
		case d.hasClock(c), n > 0 && grammar.HoursOnly(words):
			d.rowHours = true
		case grammar.PendingWords.MatchString(words) && len([]rune(words)) <= 16 && (timed || grammar.TimeHead.MatchString(title)):
			defer func() { d.pendingCell(c, title, what, strings.Join(place, "、"), words) }()
		case grammar.Undoes(words):
			off = true
		case grammar.RemarkHead(title):
		case doing == "" && n > 0 && grammar.Happens(words):
			doing = words
		case what == "" && !grammar.PlaceHead(title):
			what = words
		default:
			place = append(place, words)
		}
	}
	if d.rowHours = d.rowHours || slices.ContainsFunc(heads, grammar.Often); d.rowHours {
		defer func() { d.rowHours = false }()
	}
	if district && what == "" {
		what = d.titleName() // a row a district
	}
	utility, before := "", len(d.Sketches)
	for n, c := range times {
		if open != "" {
			d.openRow(block, c, open)
			continue
		}
		utility = d.cell(block, c, utility, [...]string{doing, heads[n], strings.Join(head, " "), d.Doc.Intro(block, false), d.title()}, what, place, off)
	}
	if d.rowHours && timed && len(d.Sketches) == before {
		d.askDaily()
	}
}

// remark reads a cell of remarks as the sentences that it is: its times are not the row's.
func (d *Reading) remark(block int, c issued.Span) {
	for _, part := range d.Doc.Parts(c) {
		d.part(block, part)
	}
}

// openRow states the days of a row that another cell names hours of opening for.
func (d *Reading) openRow(block int, c issued.Span, hours string) {
	for _, it := range d.items(block, c) {
		d.lasts(&it, hours)
	}
}

// putAside withdraws what was stated of a time that another one of its cell replaces: 8月11日（已调整至
// 8月18日）.
func (d *Reading) putAside(old *item) {
	for _, s := range d.said {
		if s.Start == old.Start {
			s.Withdrawn, s.From, s.FromUntil = true, &s.Moment, s.Until
			d.At[s.Start] = nil
		}
	}
}

// hasClock reports whether a cell has hours of no one day.
func (d *Reading) hasClock(c issued.Span) bool {
	return slices.ContainsFunc(d.Times, func(x issued.Fact) bool { return x.Start >= c.Start && x.End <= c.End && x.Clock >= 0 })
}

// dayCell is the cell that has nothing but the day of its row's clocks, or -1.
func (d *Reading) dayCell(block int, cells []issued.Span) int {
	day, clocks := -1, false
	for n, c := range cells {
		items := d.items(block, c)
		if len(items) == 1 && items[0].until == nil && items[0].moment().Precision == site.ToDay && grammar.PlainName(d.Doc.In(issued.Span{Start: items[0].End, End: c.End})) == "" {
			if day >= 0 {
				return -1
			}
			day = n
			continue
		}
		for i := range d.Times {
			x := &d.Times[i]
			clocks = clocks || x.Start >= c.Start && x.End <= c.End && x.DateOmitted && x.Clock >= 0
		}
	}
	if !clocks {
		return -1
	}
	return day
}

// dayOfRow completes the clocks of a row by the day in another cell: 日期 | 停电时间.
func (d *Reading) dayOfRow(block int, cells []issued.Span) {
	at := d.dayCell(block, cells)
	if at < 0 {
		return
	}
	day := d.items(block, cells[at])[0]
	for i := range d.Times {
		x := &d.Times[i]
		if x.Start < cells[0].Start || x.End > cells[len(cells)-1].End || x.Moment.Known() {
			continue
		}
		if onDay(x, &day); x.Closes && i > 0 && x.Moment.Known() && !x.Moment.Instant.After(d.Times[i-1].Moment.Instant) {
			x.Moment.Instant = x.Moment.Instant.AddDate(0, 0, 1) // 22:00—6:00
		}
	}
}

// pendingCell states that the time of a cell is to be announced: 恢复时间 | 另行通知.
func (d *Reading) pendingCell(c issued.Span, title, what, scope, words string) {
	s, _ := grammar.LabelSense(title)
	ids := d.knownAs(what)
	if !slices.ContainsFunc(d.Sketches, func(o *sketch.Sketch) bool {
		return o.Kind == site.Suspend && o.Scope == scope && slices.Contains(ids, o.Service)
	}) {
		scope = ""
	}
	if len(ids) == 0 || s.Kind == site.Suspend {
		d.Ask("原文表中另行通知或待定的时间，没有写成时间节点，请核对是否补写")
		return
	}
	for _, id := range ids {
		made := sketch.Sketch{Kind: site.Resume, Service: id, Scope: scope, Tbd: true, Start: c.Start, Sure: sketch.Likely, Text: d.NameOf(id) + "恢复时间" + words}
		made.Rests(fmt.Sprintf("由“%s”推断：时间待定", words))
		if !d.pends(made) {
			d.Sketches = append(d.Sketches, &made)
		}
	}
}

// knownAs are the services that a cell names: those of the vocabulary, else those coined.
func (d *Reading) knownAs(words string) []string {
	var ids []string
	for _, v := range d.Named(words) {
		ids = append(ids, v.ID)
	}
	if len(ids) == 0 {
		ids = d.Found(grammar.PlainName(words), true)
	}
	return ids
}

// cell reads the times of a cell: the first is that of the row's service; what a clause
// names before a later time has that one: 其中：信用卡申请7月29日21:00至30日06:15. It returns
// what the row's first cell stopped by a verb with its object in it, 停水, which the
// others bring back. A row that is called off states what was to be.
func (d *Reading) cell(block int, c issued.Span, utility string, says [5]string, what string, place []string, off bool) string {
	base, ok := grammar.LabelSense(says[1])
	ok = ok && says[0] == ""
	for n, words := range says {
		if s, labels := grammar.LabelSense(words); !ok && labels && n == 2 {
			base, ok = s, true
		}
		if all := grammar.Senses(words, true); !ok && len(all) > 0 {
			base, ok = all[0], true
		}
	}
	if !ok {
		base = grammar.Sense{Kind: site.Suspend, Verb: "停"}
	}
	for _, part := range d.Doc.Parts(c) {
		items := d.items(block, part)
		d.spread(items, part)
		for i := range items {
			it := &items[i]
			if grammar.EndHead.MatchString(says[1]) && it.until == nil && d.closeHead(it) {
				continue
			}
			s, name := base, grammar.PlainName(it.pre)
			if i > 0 && replaces(items[i:]) {
				d.putAside(&items[i-1])
				name = ""
			}
			scope := strings.Join(place, "、")
			for _, clause := range grammar.Clauses(it.post) {
				if all := grammar.Senses(clause, it.until != nil); len(all) > 0 {
					s = all[0]
					break
				}
			}
			if name == "" {
				name = what
			}
			if s.Utility == "" && s.Kind != site.Suspend {
				s.Utility = utility
			}
			if strings.HasPrefix(s.Utility, "供") {
				utility = s.Utility
				if what != "" && scope != "" {
					scope = what + "：" + scope
				} else if scope == "" {
					scope = name
				}
				name = s.Utility
			}
			if name == "" {
				name, scope = scope, ""
			}
			s.Utility, s.Start, s.End = "", 0, 0
			d.state(it, s, name, "", func(m *sketch.Sketch) {
				m.Scope = grammar.Except.ReplaceAllString(scope, "")
				if off {
					m.Withdrawn, m.From, m.FromUntil = true, &it.times[0].Moment, m.Until
				}
			})
		}
	}
	return utility
}
