package texts_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tonggao/generator/mention"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/texts"
)

// TestTextsTellTheFacts reads every text of random sites as somebody would who knows
// nothing but the text and the day of issue: it names the times of the facts, and no
// other.
func TestTextsTellTheFacts(t *testing.T) {
	for seed := range uint64(80) {
		s := any(t, seed)
		w := texts.New(planned(s))
		for _, n := range s.Notices() {
			for _, a := range append([]*site.Audience{nil}, n.Editions...) {
				k := w.Kit(n, a, phrase.In(site.Chinese))
				where := fmt.Sprintf("seed %d, %s %v", seed, n.ID, a)
				for name, text := range whole(k) {
					knows(t, where+" "+name, n, text)
					if name == "desk" || name == "wechat" || name == "plain" || name == "text" {
						for _, m := range phrase.Schedule(n, a) {
							tells(t, where+" "+name, m, text)
						}
					}
				}
				for _, m := range phrase.Schedule(n, a) {
					for name, text := range map[string]string{"sms": k.ShortOf(m), "ticker": k.TickerOf(m), "speech": k.SpeechOf(m)} {
						knows(t, where+" "+m.ID+" "+name, n, text)
						if name != "sms" || texts.Segments(text) < 4 {
							tells(t, where+" "+m.ID+" "+name, m, text)
						}
					}
				}
			}
		}
	}
}

// any is the random site of a seed, or of the next one without a mistake.
func any(t *testing.T, seed uint64) *site.Site {
	t.Helper()
	for r := rand.New(rand.NewPCG(seed, 20)); ; {
		s, problems, err := source.Read(testkit.AnySite(r))
		if err != nil {
			t.Fatal(err)
		}
		if s != nil && !problems.Failed() {
			return s
		}
	}
}

func planned(s *site.Site) *plan.Plan {
	p, _ := plan.Make(s, plan.Options{})
	return p
}

// whole has the texts of a kit as a reader sees them.
func whole(k *texts.Kit) map[string]string {
	return map[string]string{"title": k.Title(), "sms": k.Short(), "ticker": k.Ticker(), "speech": k.Speech(), "desk": k.Desk(), "wechat": seen(k.WeChat()), "plain": seen(k.Portal()), "text": k.Plain()}
}

// seen is the text of elements, a line for each block.
func seen(markup string) string {
	var b strings.Builder
	for tokens := html.NewTokenizer(strings.NewReader(markup)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(tokens.Token().Data)
		case html.EndTagToken:
			if name, _ := tokens.TagName(); slices.Contains([]string{"p", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "section"}, string(name)) {
				b.WriteByte('\n')
			}
		}
	}
}

// moments are the times that a text of a notice may name.
func moments(n *site.Notice) []site.Moment {
	day := func(d site.Day) site.Moment { return site.Moment{Instant: d.Start(), Precision: site.ToDay} }
	all := []site.Moment{day(n.Issued)}
	add := func(m *site.Moment) {
		if m != nil {
			all = append(all, *m)
		}
	}
	for _, r := range n.Revisions {
		all = append(all, day(r.On))
	}
	for _, m := range n.Milestones {
		all = append(all, m.Moment)
		add(m.Until)
		if m.Until != nil && m.Until.Precision == site.ToDay { // what it hid shows from the day behind it
			all = append(all, day(site.DayOf(m.Until.End())))
		}
		add(m.Moment.After)
		add(m.Moment.Before)
		for _, mv := range m.AllMoves() {
			all = append(all, mv.From, mv.To, day(mv.On))
			for _, x := range []site.Moment{mv.From, mv.To} {
				add(x.After)
				add(x.Before)
			}
			if mv.Ends != nil {
				all = append(all, mv.Ends.From, mv.Ends.To)
			}
		}
		if m.Hours != nil {
			for _, d := range slices.Concat(m.Hours.Except, m.Hours.Also) {
				all = append(all, day(d))
			}
		}
	}
	return all
}

// knows holds that a text names no time that is not one of the notice's.
func knows(t *testing.T, where string, n *site.Notice, text string) {
	t.Helper()
	all := moments(n)
	for _, found := range mention.Find(text, n.Issued) {
		if found.Moment.Known() && found.Dated() && !slices.ContainsFunc(all, func(m site.Moment) bool { return same(m, found.Moment) }) {
			t.Errorf("%s names %s (%s), which is no time of the notice:\n%s", where, found.Words(text), found.Moment, text)
		}
	}
}

// tells holds that a text names the time of a milestone.
func tells(t *testing.T, where string, m *site.Milestone, text string) {
	t.Helper()
	if !m.Moment.Known() || m.Withdrawn {
		return
	}
	var day site.Moment
	for _, found := range mention.Find(text, m.Notice.Issued) {
		if found.Dated() {
			day = found.Moment
		} else if m.Moment.Exact() && day.Known() && day.Day() == m.Moment.Day() && day.Day().At(found.Clock).Equal(m.Moment.Start()) {
			return // 1月12日11时起暂停，19时起恢复
		}
		if same(m.Moment, found.Moment) {
			return
		}
	}
	t.Errorf("%s does not tell %s of %s:\n%s", where, m.Moment, m.ID, text)
}

// same reports whether b names a or, as a text does that leaves the hour out, its day.
func same(a, b site.Moment) bool {
	if a.Known() && b.Precision == site.ToDay && a.Precision > site.ToDay && a.Day() == b.Day() {
		return true
	}
	return a.Known() && b.Known() && a.Precision == b.Precision && a.Start().Equal(b.Start()) || a.Exact() && b.Exact() && a.Start().Equal(b.Start())
}
