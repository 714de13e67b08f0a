package data

import (
	"bufio"
	"cmp"
	"encoding/xml"
	"slices"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// maxEntries is how many notices a feed lists: a feed reader remembers the rest,
// and notices.json has them all.
const maxEntries = 50

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  atomAuthor  `xml:"author"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	ID        string       `xml:"id"`
	Title     string       `xml:"title"`
	Updated   string       `xml:"updated"`
	Published string       `xml:"published"`
	Links     []atomLink   `xml:"link"`
	Authors   []atomAuthor `xml:"author"`
	Summary   string       `xml:"summary"`
}

// feed writes an Atom feed of a region's or the whole site's notices, newest
// revision first, and behind them what is history by the newest day of all data.
// Ids are URNs of the notices (RFC 4287, 4.2.6): they outlive a
// change of host, and updated is the newest revision.
func (w *Writer) feed(out *bufio.Writer, o plan.Output) error {
	notices, dir, title, author := w.plan.Site.Notices(), "", w.plan.Site.Name, w.plan.Site.Name
	if o.Region != nil {
		notices, dir, author = o.Region.Notices, plan.RegionDir(o.Region), o.Region.Issuer
		title = o.Region.Name + " · " + w.plan.Site.Name
	}
	notices = slices.Clone(notices)
	now := w.plan.Site.Newest().Start()
	slices.SortStableFunc(notices, func(a, b *site.Notice) int {
		return cmp.Or(cmp.Compare(past(a, now), past(b, now)), updated(b).Compare(updated(a)), cmp.Compare(a.ID, b.ID))
	})
	notices = notices[:min(len(notices), maxEntries)]
	feed := atomFeed{Lang: string(site.Chinese), ID: "urn:uuid:" + site.PathUID(o.FirstPath()), Title: title, Author: atomAuthor{author},
		Updated: stamp(time.Unix(0, 0)), Entries: each(notices, w.entry), Links: []atomLink{
			{"self", "application/atom+xml", w.plan.URL(o.Path)}, {"alternate", "text/html", w.plan.URL(dir)}}}
	for _, n := range notices {
		feed.Updated = max(feed.Updated, stamp(updated(n)))
	}
	out.WriteString(xml.Header)
	encoder := xml.NewEncoder(out)
	encoder.Indent("", " ")
	if err := encoder.Encode(feed); err != nil {
		return err
	}
	return out.WriteByte('\n')
}

func (w *Writer) entry(n *site.Notice) atomEntry {
	dir := plan.NoticeDir(n)
	title := w.voice.NoticeChange(n) + n.Title
	if latest := n.Latest(); latest.Number > 1 {
		title += "（" + w.voice.Day(latest.On) + "修订）"
	}
	return atomEntry{ID: "urn:uuid:" + n.UID(), Title: title, Updated: stamp(updated(n)), Published: stamp(n.Issued.Stamp(0)),
		Links: []atomLink{{"alternate", "text/html", w.plan.URL(dir)}, {"related", "text/calendar", w.plan.URL(dir + "calendar.ics")},
			{"related", "application/pdf", w.plan.URL(dir + "notice.pdf")}},
		Authors: each(n.Issuers, func(name string) atomAuthor { return atomAuthor{name} }), Summary: w.summary(n)}
}

// summary words what was revised and the whole schedule.
func (w *Writer) summary(n *site.Notice) string {
	text := ""
	for _, change := range slices.Backward(w.voice.Revisions(n)) {
		text += change + "\n"
	}
	for _, m := range n.Milestones {
		text += phrase.Plain(w.voice.Sentence(m)) + "\n"
	}
	return text
}

// past is 1 for a notice that is history at an instant, else 0.
func past(n *site.Notice, t time.Time) int {
	if n.IsHistory(t) {
		return 1
	}
	return 0
}

func updated(n *site.Notice) time.Time {
	latest := n.Latest()
	return latest.On.Stamp(latest.Number - 1)
}

// stamp writes an instant as RFC 3339 in China time.
func stamp(t time.Time) string { return t.In(site.China).Format(time.RFC3339) }
