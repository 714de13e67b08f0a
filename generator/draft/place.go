package draft

import (
	"fmt"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// inline writes the words of a block with placeholders in place of its times.
func (d *drafter) inline(f *fragment, b issued.Block) string {
	var out strings.Builder
	at := b.Body
	for i := 0; i < len(d.Times); i++ {
		x := &d.Times[i]
		if x.Start < at || x.End > b.End {
			continue
		}
		out.WriteString(d.literal(issued.Span{Start: at, End: x.Start}))
		at = x.End
		switch s := d.at[x.Start]; {
		case s == nil:
			out.WriteString(d.unplaced(f, x))
		case x.Opens && d.closed(i):
			i++
			end := &d.Times[i]
			out.WriteString("{{" + s.id + options(x, s) + " to " + d.at[end.Start].id + options(end, d.at[end.Start]) + "}}")
			at = end.End
		default:
			placed, width := d.placed(x, s, b)
			out.WriteString(placed)
			at += width
		}
	}
	out.WriteString(d.literal(issued.Span{Start: at, End: max(at, b.End)}))
	return strings.TrimSpace(out.String())
}

// closed reports whether the next time ends a window that time i opens, and does
// not end it before it begins.
func (d *drafter) closed(i int) bool {
	if i+1 >= len(d.Times) {
		return false
	}
	from, to := d.at[d.Times[i].Start], d.at[d.Times[i+1].Start]
	return to != nil && to.moment.Instant.After(from.moment.Instant)
}

// placed writes a single time; 前 behind a deadline by day goes into the option.
func (d *drafter) placed(x *issued.Fact, s *sketch, b issued.Block) (words string, width int) {
	opts := options(x, s)
	if s.kind == site.Deadline && !s.moment.Exact() && s.moment.Precision == site.ToDay {
		for _, before := range [...]string{"之前", "以前", "前"} {
			if strings.HasPrefix(d.Doc.Text[x.End:b.End], before) {
				return "{{" + s.id + opts + " deadline}}", len(before)
			}
		}
	}
	return "{{" + s.id + opts + "}}", 0
}

// options are those that word a milestone as the text does.
func options(x *issued.Fact, s *sketch) string {
	opts := ""
	switch {
	case x.DateOmitted:
		opts += " time"
	case x.YearOmitted && !x.Closes:
		opts += " short"
	}
	midnight := s.moment.Exact() && s.moment.Instant.Hour() == 0 && s.moment.Precision == site.Hour
	switch {
	case midnight && x.Moment.As24 && !s.moment.As24:
		opts += " 24"
	case midnight && !x.Moment.As24 && s.moment.As24:
		opts += " 0"
	}
	if x.Weekday > 0 && x.Moment.Known() && (int(x.Moment.Day().Start().Weekday())+6)%7+1 == x.Weekday {
		opts += " weekday"
	}
	return opts
}

// unplaced writes a time that no milestone has, and leaves a doubt.
func (d *drafter) unplaced(f *fragment, x *issued.Fact) string {
	words := issued.Clean(x.Words(d.Doc.Text))
	where := d.where(x.Start)
	switch {
	case x.Impossible:
		f.doubts = append(f.doubts, fmt.Sprintf("原文%s“%s”没有这个日期或时刻，更正后才能生成", where, words))
	case x.Finest != mention.Year:
		f.doubts = append(f.doubts, fmt.Sprintf("原文%s“%s”没有对应的时间节点，照原文写", where, words))
	}
	return meant(words)
}
