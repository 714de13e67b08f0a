package phrase

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/site"
)

// outlook has the sentences that say how an outage goes on.
type outlook struct {
	known   string // moment, what happens
	bounded string // bounds or 另行通知, what happens
	unknown string // what has no announced time and no milestone of its own
}

var outlooks = map[site.Language]outlook{
	site.Chinese:     {known: "%[1]s起%[2]s", bounded: "%[2]s时间：%[1]s", unknown: "%s时间未公布"},
	site.Traditional: {known: "%[1]s起%[2]s", bounded: "%[2]s時間：%[1]s", unknown: "%s時間未公布"},
	site.English:     {known: "%[2]s from %[1]s", bounded: "%[2]s: %[1]s", unknown: "%s: no time announced"},
}

// Outlook words what follows after the milestone that brought an outage to its
// state: the next turn and its time, the hours of a daily window before it. A
// nil cause stands for the time before the stop. After the end it says since
// when the service is back.
func (v Voice) Outlook(o *site.Outage, cause *site.Milestone) string {
	if cause == nil {
		return v.turning(o.Stop)
	}
	text := ""
	if cause.Daily != nil {
		text = v.Daily(*cause.Daily) + v.words.comma
	}
	next, ends := after(o, cause)
	switch {
	case next != nil:
		return text + v.turning(next)
	case ends:
		return text + v.turning(cause)
	case len(o.Stages) > 0:
		return text + fmt.Sprintf(outlooks[v.Language].unknown, v.Turn(site.Resume, true))
	}
	return text + fmt.Sprintf(outlooks[v.Language].unknown, v.Turn(site.Resume, false))
}

// after returns the milestone that follows a cause in an outage, or nil; ends
// reports that the cause is the last word on the service.
func after(o *site.Outage, cause *site.Milestone) (next *site.Milestone, ends bool) {
	turns := append([]*site.Milestone{o.Stop}, o.Recoveries()...)
	for i, m := range turns {
		if m == cause && i+1 < len(turns) {
			return turns[i+1], false
		}
	}
	return nil, cause == o.End || cause.Permanent
}

// turning words one turn with its time: 2022年1月1日0时起逐步恢复.
func (v Voice) turning(m *site.Milestone) string {
	format := outlooks[v.Language].bounded
	if m.Moment.Known() {
		format = outlooks[v.Language].known
	}
	return fmt.Sprintf(format, v.Moment(m.Moment), v.turnWord(m))
}

// turnWord words what a milestone does to its service, without the name.
func (v Voice) turnWord(m *site.Milestone) string {
	if m.State != "" {
		return v.name(m.State)
	}
	return trimmed(fmt.Sprintf(v.turn(m), ""))
}

// Turn words what a kind of milestone does; full means the end of an outage
// with stages.
func (v Voice) Turn(k site.Kind, full bool) string {
	if full {
		return trimmed(fmt.Sprintf(v.words.full, ""))
	}
	return trimmed(fmt.Sprintf(v.words.turns[k], ""))
}

// WhenRuns is When in runs, so that a page can mark the moment itself.
func (v Voice) WhenRuns(m *site.Milestone) []Run {
	before, moment, after := v.when(m)
	return compact(Run{Text: before}, Run{Text: moment, Datetime: m.Moment.Datetime()}, Run{Text: after})
}

// trimmed takes the space away that an empty name leaves, and begins the rest
// with a capital where the script has capitals.
func trimmed(text string) string {
	text = strings.TrimSpace(text)
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
