package data

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// maxEntries is how many notices a feed lists: a feed reader remembers the rest,
// and notices.json has them all.
const maxEntries = 50

// News is what a feed tells, in whatever form.
type news struct {
	ID, Title, Author string
	Language          site.Language
	Note              string // what it says of itself where it has nothing to tell
	Updated           time.Time
	Self, Home        string // addresses
	Items             []newsItem
}

// A newsItem is a notice, in the feed's language where that can say all of it.
type newsItem struct {
	Notice   *site.Notice
	ID       string
	Language site.Language
	Title    string
	Authors  []string
	Text     string
	Updated  time.Time
}

// news gathers a feed of a region's or the whole site's notices, newest revision first,
// and behind them what is history by the newest day of all data. Ids are URNs of the
// notices (RFC 4287, 4.2.6): they outlive a change of host, and updated is the newest
// revision. A feed without notices is as new as the newest of all data, and says so.
func (w *Writer) news(o plan.Output) news {
	s := w.plan.Site
	voice := w.speak(o.Language, o.Region)
	feed := news{ID: "urn:uuid:" + site.PathUID(o.FirstPath()), Title: voice.Name(s.Name).Text, Author: voice.Name(s.Name).Text, Language: o.Language,
		Self: w.plan.URL(o.Path), Home: w.plan.URL(plan.In(o.Language, "")), Updated: time.Unix(0, 0)}
	if !w.newest.IsZero() {
		feed.Updated = w.newest.Stamp(0)
	}
	var notices []*site.Notice
	if o.Region == nil {
		notices = s.Notices()
	} else {
		notices, feed.Author = slices.Clone(o.Region.Notices), voice.Name(o.Region.Issuer).Text
		feed.Title = voice.Name(o.Region.Name).Text + " · " + feed.Title
		feed.Home = w.plan.URL(plan.In(o.Language, plan.RegionDir(o.Region)))
	}
	now := w.newest.Start()
	slices.SortStableFunc(notices, func(a, b *site.Notice) int {
		return cmp.Or(cmp.Compare(past(a, now), past(b, now)), updated(b).Compare(updated(a)), cmp.Compare(a.ID, b.ID))
	})
	if len(notices) == 0 {
		feed.Note = voice.Nothing(w.newest)
		return feed
	}
	feed.Updated = time.Time{}
	for _, n := range notices[:min(len(notices), maxEntries)] {
		feed.Items = append(feed.Items, w.item(n, o.Language))
		if t := updated(n); t.After(feed.Updated) {
			feed.Updated = t
		}
	}
	return feed
}

// speak is the voice for what is said of a region, or of the site, in a language.
func (w *Writer) speak(lang site.Language, r *site.Region) phrase.Voice {
	translation := w.plan.Site.Translation
	if r != nil {
		translation = r.Translation
	}
	return phrase.In(lang).With(translation)
}

func (w *Writer) item(n *site.Notice, lang site.Language) newsItem {
	voice := w.speak(lang, n.Region)
	id := n.UID()
	if !voice.Covers(n, nil) {
		voice = w.voice
	}
	if lang != site.Chinese {
		id = site.PathUID(plan.In(lang, n.First()+"/"))
	}
	item := newsItem{Notice: n, ID: "urn:uuid:" + id, Language: voice.Language, Title: voice.NoticeChange(n) + voice.Name(n.Title).Text, Text: summary(voice, n), Updated: updated(n)}
	if latest := n.Latest(); latest.Number > 1 {
		item.Title += voice.Revised(latest.On)
	}
	for _, name := range n.Issuers {
		item.Authors = append(item.Authors, voice.Name(name).Text)
	}
	return item
}

// summary words what was revised and the whole schedule; of what is withdrawn also that
// all goes on.
func summary(voice phrase.Voice, n *site.Notice) string {
	var lines []string
	for _, change := range slices.Backward(voice.Revisions(n)) {
		lines = append(lines, change)
	}
	for _, m := range n.Milestones {
		lines = append(lines, phrase.Plain(voice.Sentence(m)))
		if on := phrase.Plain(voice.Meanwhile(m)); m.Withdrawn && on != "" {
			lines = append(lines, strings.TrimSuffix(on, voice.Kit().Stop)+strings.TrimSpace(voice.Kit().Stop))
		}
	}
	return strings.Join(append(lines, ""), "\n")
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
