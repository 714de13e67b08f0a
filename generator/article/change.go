package article

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// OfChange composes the notice of a notice's newest change: what was, what is,
// why, and that the rest stands. It is nil for a notice that was never moved.
func OfChange(v phrase.Voice, n *site.Notice) *Article {
	change := n.Change()
	if change == nil {
		return nil
	}
	c := newComposer(v, n)
	c.add(&Title{Text: c.titleOfChange()})
	c.addressee()
	why, one := oneReason(change.Shifts)
	c.add(&Paragraph{Runs: c.lead(why, one)})
	c.shifts(change.Shifts, !one)
	c.add(&Paragraph{Runs: c.rest(change)})
	if c.words.Change.Closing != "" {
		c.add(&Paragraph{Runs: []phrase.Run{{Text: fmt.Sprintf(c.words.Change.Closing, c.paper())}}})
	}
	if hotlines := v.Hotlines(n.Region); hotlines != "" {
		c.add(&Paragraph{Runs: []phrase.Run{{Text: fmt.Sprintf(c.words.Change.Hotlines, hotlines)}}})
	}
	c.signOff()
	sign := c.blocks[len(c.blocks)-1].(*SignOff)
	sign.Date, sign.Revised = v.Day(change.On), ""
	return &Article{Notice: n, Blocks: c.blocks}
}

// TitleOfChange is the title of the notice of a change.
func TitleOfChange(v phrase.Voice, n *site.Notice) string { return newComposer(v, n).titleOfChange() }

func (c *composer) titleOfChange() string {
	return fmt.Sprintf(c.words.Change.Title, c.inner(), c.changed(), c.paper())
}

// inner is the notice's title inside another, where it has single marks, GB/T
// 15834—2011, 4.15.
func (c *composer) inner() string {
	return strings.NewReplacer("《", "〈", "》", "〉").Replace(c.say(c.notice.Title))
}

// changed says what is changed: times, or also whether things take place.
func (c *composer) changed() string {
	if slices.ContainsFunc(c.notice.Change().Shifts, func(s site.Shift) bool { return s.Move.Kind == site.Withdrawn }) {
		return c.words.Change.Matters
	}
	return c.words.Change.Times
}

// paper is what the notice calls itself at the end of its title: 通告, 公告, 通知.
func (c *composer) paper() string {
	papers := c.words.Change.Papers
	for _, p := range papers {
		if strings.HasSuffix(c.say(c.notice.Title), p) {
			return p
		}
	}
	return papers[0]
}

// oneReason returns the reason that all moves share, where it is a clause and no text
// of its own.
func oneReason(shifts []site.Shift) (why string, one bool) {
	why = shifts[0].Move.Why
	for _, s := range shifts {
		if s.Move.Why != why {
			return "", false
		}
	}
	return why, why == "" || !strings.ContainsAny(strings.TrimRight(why, "。."), "。；;：:？！") && utf8.RuneCountInString(why) <= longestClause
}

const longestClause = 40

// lead names the notice that is changed, and the reason where there is one for all.
func (c *composer) lead(why string, one bool) []phrase.Run {
	words, n := c.words.Change, c.notice
	title := c.inner()
	if n.Number != "" {
		title = fmt.Sprintf(words.Cited, title, n.Number)
	} else {
		title = fmt.Sprintf(words.Quoted, title)
	}
	format := words.Lead
	if one && why != "" {
		format = words.Because
	}
	reason := strings.TrimRight(c.say(why), "。.")
	for _, prefix := range []string{"因为", "由于", "因"} {
		if rest, cut := strings.CutPrefix(reason, prefix); cut && c.voice.Language != site.English {
			reason = rest
			break
		}
	}
	day := "\x00"
	before, after, _ := strings.Cut(fmt.Sprintf(format, day, title, c.changed(), reason), day)
	return phrase.Compact(phrase.Run{Text: before}, phrase.Run{Text: c.voice.Day(n.Issued), Datetime: n.Issued.String()}, phrase.Run{Text: after})
}

// rest says that nothing else changes, and names the days of earlier changes, which
// stand.
func (c *composer) rest(change *site.Change) []phrase.Run {
	if len(change.Earlier) == 0 {
		return []phrase.Run{{Text: fmt.Sprintf(c.words.Change.Rest, c.paper())}}
	}
	before, after, _ := strings.Cut(fmt.Sprintf(c.words.Change.RestOf, "\x00", c.paper()), "\x00")
	runs := []phrase.Run{{Text: before}}
	for i, d := range change.Earlier {
		if i > 0 {
			runs = append(runs, phrase.Run{Text: c.words.List})
		}
		runs = append(runs, phrase.Run{Text: c.voice.Day(d), Datetime: d.String()})
	}
	return append(runs, phrase.Run{Text: after})
}

// shifts adds a paragraph for one change, a numbered list for several.
func (c *composer) shifts(shifts []site.Shift, reasons bool) {
	list := &List{Ordered: true}
	for i, s := range shifts {
		paragraph := &Paragraph{Runs: c.voice.Shift(s, reasons)}
		if len(shifts) == 1 {
			c.add(paragraph)
			return
		}
		list.Items = append(list.Items, Item{Number: c.voice.Number(3, i+1), Blocks: []Block{paragraph}})
	}
	c.add(list)
}
