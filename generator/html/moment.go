package html

import (
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/now"
	"tonggao/generator/site"
	"tonggao/generator/timing"
)

// A when is a milestone's time on a page: the words around the moment, the
// moment in the pieces that the style sets in different sizes, its weekday.
type when struct {
	Before, After string
	Between       string // the first moment and the end of its window
	End           *windowEnd
	Datetime      string // empty when there is no time: then Words say why
	Words         []piece
	Weekday       string
	At            int64 // seconds since 1970 at which it has come; 0 when unknown
}

// A windowEnd is worded in one piece.
type windowEnd struct{ Datetime, Text string }

// A piece of a worded moment: year, date, clock, or words in any other form.
type piece struct{ Class, Text string }

// limit words a deadline whose day stands beside it: 20时前.
func (w when) limit() string {
	for _, p := range w.Words {
		if p.Class == "h" {
			return w.Before + p.Text + w.After
		}
	}
	return strings.TrimSpace(w.Before + w.After)
}

// chineseMoment cuts 2021年12月30日20时 where a reader's eye does.
var chineseMoment = regexp.MustCompile(`^(预计|預計)?(\d+年)(\d+月(?:\d+日)?)(（星期.）)?(\d+[时時](?:\d+分)?)?$`)

func (p *page) when(m *site.Milestone) when {
	w := when{Datetime: m.Moment.Datetime()}
	place := &w.Before
	for _, run := range p.voice.WhenRuns(m, weekdayIn(m)) {
		switch {
		case place == &w.After && run.Datetime != "":
			w.Between, w.After, w.End = w.After, "", &windowEnd{Datetime: run.Datetime, Text: run.Text}
		case run.Datetime != "" || !m.Moment.Known() && place == &w.Before:
			w.Words, place = pieces(run.Text), &w.After
		default:
			*place += run.Text
		}
	}
	if m.Moment.Known() && m.Moment.Precision >= site.ToDay && weekdayIn(m) == 0 {
		w.Weekday = p.voice.Weekday(m.Moment.Day())
	}
	if m.Moment.Known() && !m.Withdrawn {
		w.At = now.Comes(m).Unix()
	}
	return w
}

// weekdayIn asks for the weekday behind each date of a window: behind the window as
// a whole it would be taken for that of its end.
func weekdayIn(m *site.Milestone) timing.Form {
	if m.Until == nil {
		return 0
	}
	return timing.Weekday
}

// same reports whether two times name the same moment in the same words.
func (w when) same(o when) bool {
	return w.Datetime == o.Datetime && slices.Equal(w.Words, o.Words) && (w.End == o.End || w.End != nil && o.End != nil && *w.End == *o.End)
}

// englishMoment cuts 17:00 on 24 December 2021.
var englishMoment = regexp.MustCompile(`^(expected )?(?:(\d+:\d+)( on ))?(\d+ \w+ |\w+ )(\d{4})$`)

func englishPieces(text string) []piece {
	parts := englishMoment.FindStringSubmatch(text)
	if parts == nil {
		return []piece{{"", text}}
	}
	return []piece{{"", parts[1]}, {"h", parts[2]}, {"", parts[3]}, {"d", parts[4]}, {"y", parts[5]}}
}

func pieces(text string) []piece {
	if !strings.Contains(text, "年") {
		return englishPieces(text)
	}
	parts := chineseMoment.FindStringSubmatch(text)
	if parts == nil {
		return []piece{{"", text}}
	}
	var cut []piece
	if parts[1] != "" {
		cut = append(cut, piece{"", parts[1]})
	}
	cut = append(cut, piece{"y", parts[2]}, piece{"d", parts[3]})
	if parts[4] != "" {
		cut = append(cut, piece{"", parts[4]})
	}
	if parts[5] != "" {
		cut = append(cut, piece{"h", parts[5]})
	}
	return cut
}
