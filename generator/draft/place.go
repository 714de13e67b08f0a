package draft

import (
	"fmt"
	"regexp"
	"strings"

	"tonggao/generator/issued"
	"tonggao/generator/mention"
	"tonggao/generator/site"
	"tonggao/generator/sketch"
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
		s := d.At[x.Start]
		if s == nil && x.Use == issued.Stated && x.Moment.Known() {
			s = d.Having(x.Moment)
		}
		switch {
		case d.Ends[x.Start] != nil && d.Ends[x.Start].Until != nil && d.Ends[x.Start].Until.Same(x.Moment):
			out.WriteString("{{" + d.Ends[x.Start].ID + " until}}")
			at += len(bothWeekdays.FindString(d.Doc.Text[at:b.End]))
		case s == nil, !shows(s, x):
			out.WriteString(d.unplaced(f, x))
		default:
			placed, width := d.placed(x, s, b)
			if s.Expected { // the program says 预计 with the time
				before := expectedly.ReplaceAllString(out.String(), "")
				out.Reset()
				out.WriteString(before)
			}
			out.WriteString(placed)
			at += width
		}
	}
	out.WriteString(d.literal(issued.Span{Start: at, End: max(at, b.End)}))
	return strings.TrimSpace(d.lengths(out.String()))
}

// bothWeekdays are those of a window, which nobody minds when it moves.
var bothWeekdays = regexp.MustCompile(`^\s*[（(](?:周|星期)[一二三四五六日天](?:[、,，和及至到~～]|—+|-)(?:周|星期)?[一二三四五六日天][）)]`)

var expectedly = regexp.MustCompile(`预计(?:将?[于在]|自)?$`)

// shows reports whether a sketch has a time of its own, and the one that the text has
// there.
func shows(s *sketch.Sketch, x *issued.Fact) bool {
	return !s.Withdrawn && !s.Tbd && s.Before == nil && s.Later == nil && s.Moment.Same(x.Moment)
}

// placed writes a single time; 前 behind a deadline by day goes into the option.
func (d *drafter) placed(x *issued.Fact, s *sketch.Sketch, b issued.Block) (words string, width int) {
	opts := options(x, s, d.nextDay(x))
	if s.Kind == site.Deadline && !s.Moment.Exact() && s.Moment.Precision == site.ToDay {
		for _, before := range [...]string{"之前", "以前", "前"} {
			if strings.HasPrefix(d.Doc.Text[x.End:b.End], before) {
				return "{{" + s.ID + opts + " deadline}}", len(before)
			}
		}
	}
	return "{{" + s.ID + opts + "}}", 0
}

// nextDay reports whether a time closes a window that opens on another day: 22:00至次日4:00.
func (d *drafter) nextDay(x *issued.Fact) bool {
	for i := 1; i < len(d.Times); i++ {
		if opener := &d.Times[i-1]; &d.Times[i] == x {
			return x.Closes && opener.Opens && opener.Moment.Known() && !x.Moment.As24 && opener.Moment.Day() != x.Moment.Day()
		}
	}
	return false
}

// options are those that word a milestone as the text does.
func options(x *issued.Fact, s *sketch.Sketch, nextDay bool) string {
	opts := ""
	switch {
	case x.DateOmitted && nextDay:
		opts += " short" // an hour alone would be of the day before
	case x.DateOmitted:
		opts += " time"
	case x.YearOmitted && !x.Closes:
		opts += " short"
	}
	midnight := s.Moment.Exact() && s.Moment.Instant.Hour() == 0 && s.Moment.Precision == site.Hour
	switch {
	case midnight && x.Moment.As24 && !s.Moment.As24:
		opts += " 24"
	case midnight && !x.Moment.As24 && s.Moment.As24:
		opts += " 0"
	}
	if onWeekday(x) {
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
	case x.Finest != mention.Year && x.Use != issued.SignOff:
		f.doubts = append(f.doubts, fmt.Sprintf("原文%s“%s”没有对应的时间节点，照原文写", where, words))
	}
	if x.Day > 0 && x.Weekday > 0 && !onWeekday(x) { // the doubt keeps it
		words = aWeekday.ReplaceAllString(words, "")
	}
	return meant(words)
}

var aWeekday = regexp.MustCompile(`[（(]?[本这下]?(?:星期|周|礼拜)[一二三四五六日天][）)]?`)

// onWeekday reports whether a time is on the weekday that the text has beside it.
func onWeekday(x *issued.Fact) bool {
	return x.Weekday > 0 && x.Moment.Known() && (int(x.Moment.Day().Start().Weekday())+6)%7+1 == x.Weekday
}
