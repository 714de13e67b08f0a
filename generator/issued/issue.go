package issued

import (
	"strings"

	"tonggao/generator/mention"
	"tonggao/generator/site"
)

// Issued returns the day of the sign-off, else that of the publisher's line, else
// the zero day.
func (d *Document) Issued() site.Day {
	var published site.Day
	for _, b := range d.Blocks {
		if b.Role != Signed && b.Role != Meta {
			continue
		}
		for _, t := range mention.Find(d.Text[b.Body:b.End], site.Day{}) {
			if t.Day == 0 || !t.Moment.Known() {
				continue
			}
			if b.Role == Signed {
				return t.Moment.Day()
			}
			if published.IsZero() {
				published = t.Moment.Day()
			}
		}
	}
	if published.IsZero() {
		_, published = d.signedInline()
	}
	return published
}

// signedInline finds the day of issue where it shares its line: 某某公司，2025年4月14日. It
// returns where it begins in the text, or -1.
func (d *Document) signedInline() (int, site.Day) {
	for i := len(d.Blocks) - 1; i >= 0 && i >= len(d.Blocks)-4; i-- {
		b := d.Blocks[i]
		if b.Role == Title {
			break
		}
		for _, t := range mention.Find(d.Text[b.Body:b.End], site.Day{}) {
			before, after := d.Text[b.Body:b.Body+t.Start], strings.Trim(d.Text[b.Body+t.End:b.End], "。.，, 　）)")
			short := len([]rune(before)) <= 40 && signsOff.MatchString(before) && !strings.ContainsAny(before, "。；：") && after == ""
			if t.Day > 0 && t.Clock < 0 && !t.YearOmitted && t.Moment.Known() && (short || namesDay.MatchString(before)) {
				return b.Body + t.Start, t.Moment.Day()
			}
		}
	}
	return -1, site.Day{}
}

// titleYear is the year that the title names, without a day.
func (d *Document) titleYear() site.Day {
	for _, b := range d.Blocks {
		if year := yearTitle.FindString(d.Text[b.Body:b.End]); b.Role == Title && year != "" {
			return site.Day{Year: mention.Count(year[:4])}
		}
	}
	return site.Day{}
}
