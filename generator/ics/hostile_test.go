package ics_test

import (
	"bytes"
	"strings"
	"testing"

	"tonggao/generator/ics"
	"tonggao/generator/plan"
	"tonggao/generator/prose"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// hostile is the sample with words that try to break out of their line.
func hostile(t testing.TB, words string) *site.Site {
	s := testkit.Changshu(t)
	r := s.Regions[0]
	n := r.Notices[0]
	s.Name, r.Name, r.Issuer, n.Title, n.Issuers = words+"站", words+"区", words, words+"通告", []string{words, words}
	r.Contacts[0].Name, r.Hotlines = words, []string{words, "12345"}
	service := &site.Service{ID: "settlement", Name: words + "业务"}
	channel := &site.Channel{ID: "app", Name: words}
	audience := &site.Audience{ID: "insured", Name: words}
	for _, m := range n.Milestones {
		m.Label, m.Text, m.Instead, m.Scope = words+"标题", testkit.Text(words), prose.Words{prose.Text{Value: words}, prose.Break{}, prose.Text{Value: words}}, words
		m.Channels, m.Audience = []*site.Channel{channel}, []*site.Audience{audience}
		m.Moves = []site.Move{{From: m.Moment, To: m.Moment, On: n.Issued, Why: words, Kind: site.Postponed}}
		if m.Concerns(testkit.Settlement) {
			m.Services = []*site.Service{service}
		}
	}
	n.Services, n.Editions = []*site.Service{service, testkit.Counter}, []*site.Audience{audience}
	testkit.Settle(n)
	return s
}

// nasty are words that broke calendars elsewhere.
var nasty = []string{
	"", " ", "\t", "\n", "\r\n", "\\", ";", ",", ":", `"`, "\\n", "\\\\;", "a\nEND:VEVENT\nEND:VCALENDAR", "\r\nATTENDEE:mailto:x@example.com",
	"\x00\x01\x1f\x7f\u0085", "\u2028END:VCALENDAR\u2029", "\ufeff", "\xff\xfe", "\u202e右到左", "e\u0301\u0327", "👨‍👩‍👧‍👦🏥🇨🇳", "𠮷野家",
	"，；：“”、", "医保\u00a0通告", strings.Repeat("长", 5000), strings.Repeat(",;\\\n", 3000), strings.Repeat("🏥", 500),
	strings.Repeat("x", 74), strings.Repeat("x", 75), strings.Repeat("x", 76), "100%", "<b>&amp;", "^n^'", "{{x}}", " 前后有空白 ",
}

// TestHostile holds calendars of hostile words to every rule.
func TestHostile(t *testing.T) {
	for _, words := range nasty {
		_, files := write(t, hostile(t, words))
		check(t, files)
	}
}

// TestManyHostile shows that a feed keeps its limits when every word in it is as
// long as the writer lets it be, and that nothing is lost: what the feed dropped
// is in the archives.
func TestManyHostile(t *testing.T) {
	s := testkit.Crowd(t, 60)
	long := strings.Repeat(",;\\医", 700)
	for _, n := range s.Notices() {
		for _, m := range n.Milestones {
			m.Label, m.Text, m.Instead = long, testkit.Text(long), testkit.Text(long)
		}
	}
	p, files := write(t, s)
	check(t, files)
	kept := eventsOf(files["calendar.ics"])
	for _, archive := range p.Archives(nil) {
		for uid, event := range eventsOf(files[archive.Path]) {
			kept[uid] = event
		}
	}
	for _, n := range s.Notices() {
		for _, m := range n.Milestones {
			if _, has := kept[m.UID()]; has != dated(m) {
				t.Errorf("%s#%s is lost", n.ID, m.ID)
			}
		}
	}
	t.Logf("%d events in %d octets, %d archives", len(eventsOf(files["calendar.ics"])), len(files["calendar.ics"]), len(p.Archives(nil)))
}

// FuzzWriter writes one feed and one file for import of words that nobody chose.
func FuzzWriter(f *testing.F) {
	for _, words := range nasty {
		f.Add(words[:min(len(words), 300)])
	}
	f.Fuzz(func(t *testing.T, words string) {
		s := hostile(t, words)
		p, _ := plan.Make(s, plan.Options{})
		w, n := ics.New(p), s.Regions[0].Notices[0]
		for _, o := range []plan.Output{
			{Path: plan.NoticeDir(n) + "calendar.ics", Kind: plan.NoticeCalendar, Region: n.Region, Notice: n},
			{Path: "refund/event.ics", Kind: plan.MilestoneCalendar, Milestone: n.Milestone("refund")},
		} {
			var out bytes.Buffer
			if err := w.Write(&out, o); err != nil {
				t.Fatal(err)
			}
			check(t, map[string][]byte{o.Path: out.Bytes()})
		}
	})
}
