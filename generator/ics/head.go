package ics

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// Refresh is how often a feed asks to be fetched. It is a wish (RFC 7986, 5.7):
// most clients fetch when they like.
const Refresh = "PT12H"

// Color is the calendar's own colour, as a CSS3 name and as the hexadecimal form
// that Apple reads.
const (
	color      = "steelblue"
	appleColor = "#4682B4"
)

// longPending is how many facts without a time a feed names.
const longPending = 20

// Head is what a calendar says of itself.
func (w *Writer) Head(o plan.Output) []byte {
	l := &lines{}
	w.head(l, o)
	return l.out
}

// head writes what RFC 7986 and older customs say about a calendar as a whole. A
// file for import says none of it, so that no client makes a calendar of it; one
// that has no event yet says why.
func (w *Writer) head(l *lines, o plan.Output) {
	if o.Kind == plan.MilestoneCalendar {
		if !o.Milestone.Dated() {
			w.description(l, o.Milestone, w.plan.URL(plan.MilestoneDir(o.Milestone)), w.summary(o.Milestone))
		}
		return
	}
	name, description := clip(oneLine(w.name(o)), longName), w.about(o)
	l.raw("UID", site.PathUID(o.FirstPath()))
	l.text("NAME", name)
	l.text("X-WR-CALNAME", name) // Google and Apple know this one only
	for _, property := range []string{"DESCRIPTION", "X-WR-CALDESC"} {
		l.begin(property)
		l.line = append(l.line, description...)
		l.end()
	}
	l.raw("X-WR-TIMEZONE", zoneID)
	if changed := w.told(o).changed; !changed.IsZero() {
		l.utc("LAST-MODIFIED", changed)
	}
	l.raw("URL", w.plan.URL(pageDir(o)))
	l.raw("SOURCE;VALUE=URI", w.plan.URL(o.Path))
	l.raw("REFRESH-INTERVAL;VALUE=DURATION", Refresh)
	l.raw("X-PUBLISHED-TTL", Refresh) // classic Outlook's name for it
	l.raw("COLOR", color)
	l.raw("X-APPLE-CALENDAR-COLOR", appleColor)
}

// name is the title that a subscriber sees in the list of calendars.
func (w *Writer) name(o plan.Output) string {
	switch o.Kind {
	case plan.ArchiveCalendar:
		name := w.name(plan.Output{Kind: plan.RegionCalendar, Region: o.Region})
		return fmt.Sprintf("%s %d年", name, o.Year)
	case plan.ServiceCalendar:
		return o.Region.Name + " · " + o.Service.Name
	case plan.NoticeCalendar:
		return o.Region.Name + " · " + o.Notice.Title
	case plan.EditionCalendar:
		return o.Region.Name + "（" + o.Audience.Name + "） · " + o.Notice.Title
	}
	if o.Region == nil {
		return w.plan.Site.Name
	}
	return o.Region.Name + " · " + w.plan.Site.Name
}

// about says, spelled as TEXT, what the calendar holds, what it cannot show, and how far it can be
// relied on.
func (w *Writer) about(o plan.Output) []byte {
	p := newParagraphs(nil)
	p.add("收录通告中的暂停、恢复和截止等时间，每项一个日程；改期或取消时，原日程随之更新。")
	if len(w.notices(o)) == 0 {
		p.add(w.voice.Nothing(w.plan.Site.Newest()))
	}
	p.add("尚无时间、另行通知的事项：", w.told(o).pending, "。")
	for _, archive := range w.archives(o) {
		p.add(archive)
	}
	hotlines := w.hotlines(o)
	answers := len(hotlines) > 0 || slices.ContainsFunc(w.notices(o), func(n *site.Notice) bool { return w.ask(n.Region) != "" })
	p.add("各类日历软件自行决定何时更新，可能晚数小时至一天以上；请以", authority(answers)+w.voice.List(hotlines), "为准。")
	return append(p.text, w.plan.URL(pageDir(o))...)
}

// A told is what a calendar says of all the notices that it draws from.
type told struct {
	pending string
	changed time.Time
}

// told goes through the notices of a calendar. A site has many that draw from all of its.
func (w *Writer) told(o plan.Output) told {
	if o.Region == nil {
		return w.ofSite()
	}
	return w.tell(o)
}

func (w *Writer) tell(o plan.Output) told { return told{w.pending(o), w.changed(o)} }

// pending names the facts that have no time and so no event.
func (w *Writer) pending(o plan.Output) string {
	var names []string
	more := 0
	for m := range milestones(w.notices(o), o) {
		switch {
		case m.Dated() || m.Withdrawn:
		case len(names) == longPending: // a country has thousands
			more++
		default:
			names = append(names, clip(w.title(m), longTitle/2))
		}
	}
	if more > 0 {
		names = append(names, fmt.Sprintf("另有%d项见通告页面", more))
	}
	// Two notices, or two groups in one, can wait for the same thing in the same words.
	return strings.Join(slices.Compact(names), "；")
}

// archives are the lines that lead from a cut calendar to its older events, the
// newest few of them.
func (w *Writer) archives(o plan.Output) []string {
	if o.Kind != plan.SiteCalendar && o.Kind != plan.RegionCalendar {
		return nil
	}
	var list []string
	for _, a := range w.plan.Archives(o.Region) {
		list = append(list, fmt.Sprintf("%d年的日程存档：%s", a.Year, w.plan.URL(a.Path)))
	}
	return list[max(0, len(list)-longPending):]
}

func (w *Writer) hotlines(o plan.Output) []string {
	if o.Region != nil {
		return o.Region.Hotlines
	}
	return w.plan.Site.Hotlines
}

// changed is the newest revision of the notices that the calendar draws from.
func (w *Writer) changed(o plan.Output) time.Time {
	var newest time.Time
	for _, n := range w.notices(o) {
		if r := n.Latest(); r.On.Stamp(r.Number - 1).After(newest) {
			newest = r.On.Stamp(r.Number - 1)
		}
	}
	return newest
}

// notices are those that a calendar draws from.
func (w *Writer) notices(o plan.Output) []*site.Notice {
	switch {
	case o.Notice != nil:
		return []*site.Notice{o.Notice}
	case o.Region != nil:
		return o.Region.Notices
	}
	return w.all
}

// milestones are those of the notices that concern the calendar's service and
// audience, dated or not.
func milestones(from []*site.Notice, o plan.Output) iter.Seq[*site.Milestone] {
	return func(yield func(*site.Milestone) bool) {
		for _, n := range from {
			for _, m := range n.Milestones {
				other := o.Service != nil && !slices.ContainsFunc(m.Services, func(s *site.Service) bool { return s.ID == o.Service.ID })
				if m.For(o.Audience) && !other && !yield(m) {
					return
				}
			}
		}
	}
}

// pageDir is the folder of the page that a calendar belongs to.
func pageDir(o plan.Output) string {
	switch {
	case o.Audience != nil:
		return plan.EditionDir(o.Notice, o.Audience)
	case o.Notice != nil:
		return plan.NoticeDir(o.Notice)
	case o.Region != nil:
		return plan.RegionDir(o.Region)
	}
	return ""
}
