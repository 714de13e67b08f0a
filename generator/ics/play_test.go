package ics_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	ical "github.com/arran4/golang-ical"

	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// A subscriber keeps a calendar as clients do: it fetches the feed, takes an
// event that it knows only when SEQUENCE grew or, with the same SEQUENCE,
// DTSTAMP (RFC 5546, 2.1.5), and drops what the feed no longer has.
type subscriber struct {
	t    testing.TB
	kept map[string]*entry
}

// An entry is what the subscriber sees of an event.
type entry struct {
	held     string // start, end, status: no change without a new SEQUENCE
	shown    string // these and the title
	words    string
	sequence int
	stamp    time.Time
}

func (s *subscriber) fetch(feed []byte) {
	s.t.Helper()
	calendar, err := ical.ParseCalendar(bytes.NewReader(feed))
	if err != nil {
		s.t.Fatal(err)
	}
	fetched := map[string]*entry{}
	for _, event := range calendar.Events() {
		next := s.entry(event)
		have := s.kept[event.Id()]
		newer := have == nil || next.sequence > have.sequence || next.sequence == have.sequence && next.stamp.After(have.stamp)
		if have != nil && next.sequence < have.sequence {
			s.t.Errorf("SEQUENCE fell from %d to %d: %s", have.sequence, next.sequence, next.shown)
		}
		if have != nil && next.sequence == have.sequence && next.held != have.held {
			s.t.Errorf("%s became %s with SEQUENCE %d again", have.held, next.held, next.sequence)
		}
		if !newer {
			next = have
		}
		fetched[event.Id()] = next
	}
	s.kept = fetched
}

func (s *subscriber) entry(event *ical.VEvent) *entry {
	s.t.Helper()
	value := func(name ical.ComponentProperty) string { return event.GetProperty(name).Value }
	sequence, err := strconv.Atoi(value(ical.ComponentPropertySequence))
	stamp, err2 := event.GetDtStampTime()
	if err != nil || err2 != nil {
		s.t.Fatal(err, err2)
	}
	held := fmt.Sprintf("%s/%s %s", value(ical.ComponentPropertyDtStart), value(ical.ComponentPropertyDtEnd), value(ical.ComponentPropertyStatus))
	return &entry{held: held, shown: held + " " + value(ical.ComponentPropertySummary), words: value(ical.ComponentPropertyDescription), sequence: sequence, stamp: stamp}
}

// holds compares what the calendar shows with what it ought to.
func (s *subscriber) holds(revision int, want map[string]string, n *site.Notice) {
	s.t.Helper()
	for id, shown := range want {
		e := s.kept[n.Milestone(id).UID()]
		switch {
		case e == nil && shown != "":
			s.t.Errorf("revision %d: no %s", revision, id)
		case e != nil && fmt.Sprintf("%s #%d", e.shown, e.sequence) != shown:
			s.t.Errorf("revision %d: %s is\n%s #%d, want\n%s", revision, id, e.shown, e.sequence, shown)
		}
	}
}

// move gives a milestone a new time as the command does: the old one is kept in
// a move, and the notice gets a revision.
func move(n *site.Notice, id string, to site.Moment, on site.Day, kind site.MoveKind) {
	m := n.Milestone(id)
	m.Moves = append(m.Moves, site.Move{From: m.Moment, To: to, On: on, Why: "联调测试", Kind: kind})
	if kind == site.Withdrawn {
		m.Withdrawn = true
	} else {
		m.Moment = to
	}
	n.Revisions = append(n.Revisions, site.Revision{Number: len(n.Revisions) + 1, On: on, What: "调整时间"})
	testkit.Settle(n)
}

// TestPlay takes a notice through its revisions and shows what a subscriber's
// calendar holds after each.
func TestPlay(t *testing.T) {
	s := testkit.Changshu(t)
	n := s.Regions[0].Notices[0]
	at := func(written string) site.Moment { return testkit.At(t, written) }
	day := func(written string) site.Day { return testkit.Day(t, written) }
	watch := &subscriber{t: t}
	for i, step := range []struct {
		do   func()
		want map[string]string
	}{
		{func() {}, map[string]string{
			"settlement-stop": "20211230T200000/20220101T000000 CONFIRMED 常熟：医保费用联网结算暂停（20时起） #0",
			"settlement-full": "20220102T080000/20220102T083000 CONFIRMED 常熟：医保费用联网结算全面恢复（8时起） #0",
			"counter-first":   "20220104/20220105 TENTATIVE 常熟：窗口经办部分恢复（时间另行通知） #0",
			"counter-scope":   ""}},
		{func() { move(n, "settlement-full", at("2022-01-03 08:00"), day("2021-12-31"), site.Postponed) }, map[string]string{
			"settlement-stop": "20211230T200000/20220101T000000 CONFIRMED 常熟：医保费用联网结算暂停（20时起） #1",
			"settlement-full": "20220103T080000/20220103T083000 CONFIRMED 【延期】常熟：医保费用联网结算全面恢复（8时起） #1"}},
		{func() { move(n, "settlement-first", site.Moment{Pending: true}, day("2021-12-31"), site.TakenBack) }, map[string]string{
			"settlement-stop":  "20211230T200000/20220103T080000 CONFIRMED 常熟：医保费用联网结算暂停（20时起） #2",
			"settlement-first": "20220101T000000/20220101T003000 TENTATIVE 【延期，时间待定】常熟：医保费用联网结算部分恢复 #1"}},
		{func() { move(n, "counter-scope", at("2022-01-10 09:00"), day("2022-01-02"), site.Fixed) }, map[string]string{
			"counter-first": "20220104/20220105 TENTATIVE 常熟：窗口经办部分恢复（时间另行通知） #0",
			"counter-scope": "20220110T090000/20220110T093000 CONFIRMED 【时间已定】常熟：窗口经办全面恢复（9时起） #1"}},
		{func() { move(n, "counter-first", at("2022-01-04 13:30"), day("2022-01-03"), site.Fixed) }, map[string]string{
			"counter-stop":  "20211224T170000/20220104T133000 CONFIRMED 常熟：窗口经办暂停（17时起） #2",
			"counter-first": "20220104T133000/20220104T140000 CONFIRMED 【时间已定】常熟：窗口经办部分恢复（13时30分起） #1"}},
		{func() { move(n, "plan", site.Moment{}, day("2022-01-05"), site.Withdrawn) }, map[string]string{
			"plan": "20220401/20220501 CANCELLED 【已取消】常熟：应征计划 #1"}},
		{func() { move(n, "refund", at("2022-06-30"), day("2022-05-31"), site.Postponed) }, map[string]string{
			"plan":   "20220401/20220501 CANCELLED 【已取消】常熟：应征计划 #1", // 30 days after its last day
			"refund": "20220630/20220701 CONFIRMED 【延期】常熟：垫付费用退费，" + deadline("2022-06-30", false) + " #1"}},
		{func() { move(n, "refund", at("2022-06-15"), day("2022-06-01"), site.Advanced) }, map[string]string{
			"plan": "", "refund": "20220615/20220616 CONFIRMED 【提前】常熟：垫付费用退费，" + deadline("2022-06-15", false) + " #2"}},
	} {
		step.do()
		_, files := write(t, s)
		check(t, files)
		watch.fetch(files["calendar.ics"])
		watch.holds(i+1, step.want, n)
	}
}

// TestRandomPlay moves facts about at random and asks after every revision that
// one who has followed from the start sees what one who comes new sees: no
// change may hide behind an old SEQUENCE or DTSTAMP.
func TestRandomPlay(t *testing.T) {
	for seed := range uint64(30) {
		dice := rand.New(rand.NewPCG(seed, 4))
		s := testkit.Changshu(t)
		n := s.Regions[0].Notices[0]
		old := &subscriber{t: t}
		on := testkit.Day(t, "2021-12-20")
		for range 12 {
			old.fetch(feed(t, s))
			fresh := &subscriber{t: t}
			fresh.fetch(feed(t, s))
			old.same(fresh)
			if dice.IntN(2) == 0 {
				on = site.DayOf(on.Start().AddDate(0, 0, 1))
			}
			throw(dice, n, on)
		}
	}
}

// throw makes one random move.
func throw(dice *rand.Rand, n *site.Notice, on site.Day) {
	m := n.Milestones[dice.IntN(len(n.Milestones))]
	start := time.Date(2021, 12, 20+dice.IntN(40), dice.IntN(24), 0, 0, 0, site.China)
	switch dice.IntN(5) {
	case 0:
		move(n, m.ID, site.Moment{Pending: true}, on, site.TakenBack)
	case 1:
		move(n, m.ID, site.Moment{}, on, site.Withdrawn)
	case 2:
		move(n, m.ID, site.Moment{Instant: site.DayOf(start).Start(), Precision: site.ToDay, Pending: dice.IntN(2) == 0}, on, site.Postponed)
	default:
		move(n, m.ID, site.Moment{Instant: start, Precision: site.Hour}, on, site.Postponed)
	}
}

func feed(t testing.TB, s *site.Site) []byte {
	_, files := write(t, s)
	return files["jiangsu/suzhou/changshu/calendar.ics"]
}

// same compares two calendars.
func (s *subscriber) same(fresh *subscriber) {
	s.t.Helper()
	if len(s.kept) != len(fresh.kept) {
		s.t.Errorf("%d events, want %d", len(s.kept), len(fresh.kept))
	}
	for uid, want := range fresh.kept {
		if have := s.kept[uid]; have.shown != want.shown || have.words != want.words {
			s.t.Errorf("a follower sees\n%s\n%s\nand a newcomer\n%s\n%s", have.shown, have.words, want.shown, want.words)
		}
	}
}
