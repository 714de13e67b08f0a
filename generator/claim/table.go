package claim

import (
	"fmt"
	"regexp"
	"strings"

	"tonggao/generator/grammar"
	"tonggao/generator/issued"
	"tonggao/generator/site"
)

// row reads a row of a table: its window is that of the service, place or group which
// another cell names. The table's head and the title say what stops.
func (d *Reading) row(block int) {
	b := d.Doc.Blocks[block]
	cells := d.cells(b)
	d.dayOfRow(block, cells)
	if len(cells) < 2 || len(d.items(block, issued.Span{Start: b.Body, End: b.End})) == 0 {
		return
	}
	head := d.tableHead(block)
	what, doing, place, heads := "", "", []string{}, []string{}
	var times []issued.Span
	dayCell := d.dayCell(block, cells)
	for n, c := range cells {
		words := issued.FullWidth(issued.Clean(d.Doc.In(c)))
		title := ""
		if n < len(head) {
			title = head[n]
		}
		switch {
		case n == dayCell:
		case len(d.items(block, c)) > 0:
			times, heads = append(times, c), append(heads, title)
		case words == "" || ordinal(words):
		case pendingWords.MatchString(words) && len([]rune(words)) <= 16:
			defer func() { d.pendingCell(c, title, what, words) }()
		case doing == "" && n > 0 && happens(words):
			doing = words
		case what == "" && !placeHead(title):
			what = words
		default:
			place = append(place, words)
		}
	}
	for n, c := range times {
		d.cell(block, c, [...]string{doing, heads[n], strings.Join(head, " "), d.intro(block), d.title()}, what, place)
	}
}

// endHead is the head of a column with the ends of the stops in the one before.
var endHead = regexp.MustCompile(`(?:截止|结束|终止|止)(?:时间|日期|时点)?$`)

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
func (d *Reading) pendingCell(c issued.Span, title, what, words string) {
	ids := d.found(grammar.PlainName(what), true)
	if s, _ := grammar.LabelSense(title); len(ids) == 0 || s.Kind == site.Suspend {
		return
	}
	for _, id := range ids {
		made := Sketch{Kind: site.Resume, Service: id, Tbd: true, Start: c.Start, Sure: likely, Text: d.nameOf(id) + "恢复时间" + words}
		made.rests(fmt.Sprintf("由“%s”推断：时间待定", words))
		if !d.pends(made) {
			d.Sketches = append(d.Sketches, &made)
		}
	}
}

// happens reports whether a cell says what happens to the service of another: 停运.
func happens(words string) bool {
	all := grammar.Senses(words, true)
	return len(all) > 0 && grammar.PlainName(words[:all[0].Start]) == ""
}

func placeHead(title string) bool {
	for _, w := range [...]string{"范围", "区域", "线路", "地点", "地址", "小区", "路段", "用户", "影响"} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return false
}

func ordinal(words string) bool {
	return strings.Trim(words, "0123456789一二三四五六七八九十.、") == ""
}

// cells cuts a row at its bars.
func (d *Reading) cells(b issued.Block) []issued.Span {
	var all []issued.Span
	start := b.Body
	for i, r := range d.Doc.Text[b.Body:b.End] {
		if r == '|' {
			if at := b.Body + i; at > start {
				all = append(all, issued.Span{Start: start, End: at})
			}
			start = b.Body + i + 1
		}
	}
	if start < b.End {
		all = append(all, issued.Span{Start: start, End: b.End})
	}
	return all
}

// tableHead is the first row of the table that a row stands in.
func (d *Reading) tableHead(block int) []string {
	first := block
	for first > 0 && strings.HasPrefix(d.Doc.Text[d.Doc.Blocks[first-1].Body:d.Doc.Blocks[first-1].End], "|") {
		first--
	}
	var all []string
	for _, c := range d.cells(d.Doc.Blocks[first]) {
		all = append(all, issued.FullWidth(issued.Clean(d.Doc.In(c))))
	}
	return all
}

// cell reads the times of a cell: the first is that of the row's service; what a clause
// names before a later time has that one: 其中：信用卡申请7月29日21:00至30日06:15.
func (d *Reading) cell(block int, c issued.Span, says [5]string, what string, place []string) {
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
	for _, part := range d.parts(c) {
		items := d.items(block, part)
		d.spread(items, part)
		for i := range items {
			it := &items[i]
			if endHead.MatchString(says[1]) && it.until == nil && d.closeHead(it) {
				continue
			}
			s, name := base, grammar.PlainName(it.pre)
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
			if strings.HasPrefix(s.Utility, "供") {
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
			d.state(it, s, name, "", func(m *Sketch) { m.Scope = grammar.Except.ReplaceAllString(scope, "") })
		}
	}
}
