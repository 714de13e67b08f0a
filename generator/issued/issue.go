package issued

import (
	"strings"
	"time"

	"tonggao/generator/later"
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

var (
	signsOff  = later.Compile(`(?:局|中心|委员会|委|厅|政府|办公室|公司|院|处|部|所|站|会|馆|校|大学|学院|银行|行|社|集团|支队|队|法院|厂|店|管理处)[，,。\s　]*$`)
	signsLast = later.Compile(`^[\p{Han}（）()0-9A-Za-z]{4,24}[，,\s　]+$`)
	namesDay  = later.Compile(`(?:落款|发布|成文|公告|印发|发文)(?:日期|时间)?[为是：:\s]*$`)
	yearTitle = later.Compile(`(?:19|20)[0-9]{2}年`)
	newYear   = later.Compile(`^(?:元旦|元月|春节|新春|寒假)`) // feasts at the begin of a year, whose days may lie before it
)

// signedInline finds the day of issue where it shares its line: 某某公司，2025年4月14日;
// （2020年10月15日发布）. It returns where it begins in the text, or -1.
func (d *Document) signedInline() (int, site.Day) {
	for i := len(d.Blocks) - 1; i >= 0 && i >= len(d.Blocks)-4; i-- {
		b := d.Blocks[i]
		if b.Role == Title {
			break
		}
		for _, t := range mention.Find(d.Text[b.Body:b.End], site.Day{}) {
			before, after := d.Text[b.Body:b.Body+t.Start], strings.Trim(d.Text[b.Body+t.End:b.End], "。.，, 　）)")
			signer := signsOff.MatchString(before) || i == len(d.Blocks)-1 && signsLast.MatchString(before)
			short := len([]rune(before)) <= 40 && signer && !strings.ContainsAny(before, "。；：") && after == ""
			alone := strings.Trim(before, "（( 　") == "" && (after == "发布" || after == "印发" || after == "公布")
			if t.Day > 0 && t.Clock < 0 && !t.YearOmitted && t.Moment.Known() && (short || alone || namesDay.MatchString(before)) {
				return b.Body + t.Start, t.Moment.Day()
			}
		}
	}
	return -1, site.Day{}
}

// titleYear is the year that the title names, without a day; with a month where it names a
// feast at the begin of that year: 2024年元旦, which 12月31日 of 2023 is near.
func (d *Document) titleYear() site.Day {
	for _, b := range d.Blocks {
		words := Clean(d.Text[b.Body:b.End])
		at := yearTitle.FindStringIndex(words)
		if b.Role != Title || at == nil {
			continue
		}
		day := site.Day{Year: mention.Count(words[at[0] : at[0]+4])}
		if newYear.MatchString(words[at[1]:]) {
			day.Month = time.January
		}
		return day
	}
	return site.Day{}
}

// lastYear is the year that one of the last lines names by itself: （2023年）.
func (d *Document) lastYear() site.Day {
	for i := len(d.Blocks) - 1; i >= 0 && i >= len(d.Blocks)-3; i-- {
		words := strings.Trim(Clean(d.Text[d.Blocks[i].Body:d.Blocks[i].End]), "（）() 　")
		if year := yearTitle.FindString(words); year != "" && year == words {
			return site.Day{Year: mention.Count(year[:4])}
		}
	}
	return site.Day{}
}

// anyDay is the first day that the text names with its year: those without are near it.
func (d *Document) anyDay() site.Day {
	for _, t := range mention.Find(d.Text, site.Day{}) {
		if !t.YearOmitted && t.Day > 0 && t.Moment.Known() {
			return t.Moment.Day()
		}
	}
	return site.Day{}
}
