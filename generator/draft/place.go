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
			out.WriteString("{{" + d.Ends[x.Start].ID + " until" + d.options(x, *d.Ends[x.Start].Until) + "}}")
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

var expectedly = regexp.MustCompile(`(?:预计|计划|拟|初定|暂定|初步定)(?:将?[于在]|自)?$`)

// shows reports whether a sketch has a time of its own, and the one that the text has
// there.
func shows(s *sketch.Sketch, x *issued.Fact) bool {
	return !s.Withdrawn && !s.Tbd && s.Before == nil && s.Later == nil && s.Moment.Same(x.Moment)
}

// placed writes a single time; 前 behind a deadline by day goes into the option.
func (d *drafter) placed(x *issued.Fact, s *sketch.Sketch, b issued.Block) (words string, width int) {
	opts := d.options(x, worded(s))
	if s.Kind == site.Deadline && !s.Moment.Exact() && s.Moment.Precision == site.ToDay {
		for _, before := range [...]string{"之前", "以前", "前"} {
			if strings.HasPrefix(d.Doc.Text[x.End:b.End], before) {
				return "{{" + s.ID + opts + " deadline}}", len(before)
			}
		}
	}
	return "{{" + s.ID + opts + "}}", 0
}

// opener is the time with which the window opens that a time closes, or nil.
func (d *drafter) opener(x *issued.Fact) *issued.Fact {
	for i := 1; i < len(d.Times); i++ {
		if before := &d.Times[i-1]; &d.Times[i] == x && x.Closes && before.Opens && before.Moment.Known() {
			return before
		}
	}
	return nil
}

// worded is the moment as the program words it: that of the milestone which one follows.
func worded(s *sketch.Sketch) site.Moment {
	for s.Follows != nil {
		s = s.Follows
	}
	return s.Moment
}

// options are those that word a milestone's moment as the text does. The end of a window
// that lies in another year has its own.
func (d *drafter) options(x *issued.Fact, m site.Moment) string {
	from := d.opener(x)
	nextDay := from != nil && !x.Moment.As24 && from.Moment.Day() != x.Moment.Day()
	opts := ""
	switch {
	case x.DateOmitted && nextDay: // 22:00至次日4:00: an hour alone would be of the day before
		opts += " short"
	case x.DateOmitted:
		opts += " time"
	case x.YearOmitted && (from == nil || from.Moment.Day().Year == x.Moment.Day().Year):
		opts += " short"
	}
	midnight := m.Exact() && m.Instant.Hour() == 0 && m.Precision == site.Hour
	switch {
	case midnight && x.Moment.As24 && !m.As24:
		opts += " 24"
	case midnight && !x.Moment.As24 && m.As24:
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
