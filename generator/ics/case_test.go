package ics_test

import (
	"strings"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
	"tonggao/generator/timing"
)

// TestCases holds each kind of moment to its form in a calendar.
func TestCases(t *testing.T) {
	const zone = ";TZID=Asia/Shanghai:"
	for _, c := range []struct {
		name                string
		change              func(m map[string]*site.Milestone)
		id                  string
		start, end          string
		status, title, says string
	}{
		{"a stop lasts to the first recovery", nil, "settlement-stop", zone + "20211230T200000", zone + "20220101T000000",
			"CONFIRMED", "常熟：医保费用联网结算暂停（20时起）", "恢复：2022年1月2日8时起，医保费用联网结算全面恢复。"},
		{"24时 is the next day's midnight", nil, "settlement-first", zone + "20220101T000000", zone + "20220101T003000",
			"CONFIRMED", "常熟：医保费用联网结算逐步恢复（12月31日24时起）", "2021年12月31日24时起，逐步恢复"},
		{"an instant has half an hour", nil, "settlement-full", zone + "20220102T080000", zone + "20220102T083000",
			"CONFIRMED", "常熟：医保费用联网结算全面恢复（8时起）", "2022年1月2日8时起"},
		{"a day is all-day and ends on the next", nil, "refund", ";VALUE=DATE:20220331", ";VALUE=DATE:20220401",
			"CONFIRMED", "常熟：垫付费用退费，" + deadline("2022-03-31", true), "对象：参保人员"},
		{"a month is all its days", nil, "plan", ";VALUE=DATE:20220401", ";VALUE=DATE:20220501",
			"CONFIRMED", "常熟：应征计划（2022年4月）", ""},
		{"a known day without its hour is tentative", nil, "counter-first", ";VALUE=DATE:20220104", ";VALUE=DATE:20220105",
			"TENTATIVE", "常熟：窗口经办部分恢复（时间另行通知）", "另行通知：窗口经办全面恢复。"},
		{"a stop known to the hour ends at the day of a recovery", nil, "counter-stop", zone + "20211224T170000", zone + "20220104T000000",
			"CONFIRMED", "常熟：窗口经办暂停（17时起）", "另行通知：窗口经办全面恢复。"},
		{"a stop without a recovery says so", func(m map[string]*site.Milestone) {
			m["counter-first"].Moment = site.Moment{Pending: true}
		}, "counter-stop", zone + "20211224T170000", zone + "20211224T173000",
			"CONFIRMED", "常熟：窗口经办暂停（17时起，恢复时间另行通知）", "恢复时间另行通知"},
		{"a stop that nobody said would end", func(m map[string]*site.Milestone) {
			m["counter-first"].Services, m["counter-scope"].Services = m["settlement-stop"].Services, m["settlement-stop"].Services
		}, "counter-stop", zone + "20211224T170000", zone + "20211224T173000",
			"CONFIRMED", "常熟：窗口经办暂停（17时起，恢复时间未公布）", "恢复时间未公布"},
		{"a stop for good says nothing of coming back", func(m map[string]*site.Milestone) {
			m["counter-stop"].Permanent = true
			m["counter-first"].Services, m["counter-scope"].Services = m["settlement-stop"].Services, m["settlement-stop"].Services
		}, "counter-stop", zone + "20211224T170000", zone + "20211224T173000",
			"CONFIRMED", "常熟：窗口经办停止使用（17时起）", ""},
		{"a stop by the day ends with the last day that it touches", func(m map[string]*site.Milestone) {
			m["settlement-stop"].Moment = testkit.At(t, "2021-12-30")
			m["settlement-first"].Moment = testkit.At(t, "2021-12-31 09:30")
		}, "settlement-stop", ";VALUE=DATE:20211230", ";VALUE=DATE:20220101",
			"CONFIRMED", "常熟：医保费用联网结算暂停", "2021年12月31日9时30分起"},
		{"a bound that is not pending stands at the bound", func(m map[string]*site.Milestone) {
			bound := testkit.At(t, "2022-01-02 05:00")
			m["settlement-full"].Moment = site.Moment{After: &bound}
		}, "settlement-full", zone + "20220102T050000", zone + "20220102T053000",
			"CONFIRMED", "常熟：医保费用联网结算全面恢复（5时以后）", ""},
		{"a stop that is called off keeps the window that it had", func(m map[string]*site.Milestone) {
			for _, id := range []string{"settlement-stop", "settlement-first", "settlement-full"} {
				m[id].Withdrawn = true
			}
		}, "settlement-stop", zone + "20211230T200000", zone + "20220101T000000",
			"CANCELLED", "【已取消】常熟：医保费用联网结算暂停", "怎么办：照常办理，原定的暂停已取消"},
		{"a stop says why its end moved", func(m map[string]*site.Milestone) {
			m["settlement-full"].Moves = []site.Move{{From: testkit.At(t, "2022-01-01 20:00"), To: m["settlement-full"].Moment, On: testkit.At(t, "2021-12-31").Day(), Why: "联调延长", Kind: site.Postponed}}
		}, "settlement-stop", zone + "20211230T200000", zone + "20220101T000000",
			"CONFIRMED", "常熟：医保费用联网结算暂停（20时起）", "医保费用联网结算全面恢复：原定2022年1月1日20时，2021年12月31日公布延期至2022年1月2日8时（原因：联调延长）"},
		{"a withdrawn fact is cancelled", func(m map[string]*site.Milestone) {
			m["plan"].Withdrawn = true
			m["plan"].Moves = []site.Move{{From: m["plan"].Moment, On: testkit.Day(t, "2021-12-28"), Why: "另有安排", Kind: site.Withdrawn}}
		}, "plan", ";VALUE=DATE:20220401", ";VALUE=DATE:20220501",
			"CANCELLED", "【已取消】常熟：应征计划", "原因：另有安排"},
		{"a time taken back stays where it was", func(m map[string]*site.Milestone) {
			m["settlement-full"].Moves = []site.Move{{From: m["settlement-full"].Moment, To: site.Moment{Pending: true}, On: testkit.Day(t, "2021-12-31"), Kind: site.TakenBack}}
			m["settlement-full"].Moment = site.Moment{Pending: true}
		}, "settlement-full", zone + "20220102T080000", zone + "20220102T083000",
			"TENTATIVE", "【延期，时间待定】常熟：医保费用联网结算全面恢复", "原定2022年1月2日8时"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := testkit.Changshu(t)
			n := s.Regions[0].Notices[0]
			if c.change != nil {
				c.change(byID(n))
				testkit.Settle(n)
			}
			_, files := write(t, s)
			check(t, files)
			event := find(t, files[plan.MilestoneDir(n.Milestone(c.id))+"event.ics"])
			for name, want := range map[string]string{"DTSTART": c.start, "DTEND": c.end, "STATUS": ":" + c.status, "SUMMARY": ":" + c.title} {
				if got := spelled(event, name); got != want {
					t.Errorf("%s%s, want %s", name, got, want)
				}
			}
			words, _ := unescape(event.value("DESCRIPTION"))
			if !strings.Contains(words, c.says) || !strings.HasSuffix(words, "/"+c.id+"/") {
				t.Errorf("description %q, want %q and the address at its end", words, c.says)
			}
		})
	}
}

func byID(n *site.Notice) map[string]*site.Milestone {
	all := map[string]*site.Milestone{}
	for _, m := range n.Milestones {
		all[m.ID] = m
	}
	return all
}

// find returns the one event of a file.
func find(t *testing.T, file []byte) *component {
	t.Helper()
	for _, c := range (&reader{}).read(file).parts[0].parts {
		if c.name == "VEVENT" {
			return c
		}
	}
	t.Fatalf("no event in\n%s", file)
	return nil
}

// spelled is what follows a property's name in its line.
func spelled(c *component, name string) string {
	p := c.all(name)[0]
	for _, param := range []string{"TZID", "VALUE"} {
		if p.params[param] != "" {
			return ";" + param + "=" + p.params[param] + ":" + p.value
		}
	}
	return ":" + p.value
}

// TestUndated shows that a fact without any time has no event anywhere, and is
// named in the description of its feeds and of its own file.
func TestUndated(t *testing.T) {
	_, files := write(t, testkit.Changshu(t))
	dir := "jiangsu/suzhou/changshu/"
	for _, path := range []string{"calendar.ics", dir + "calendar.ics", dir + "service/counter.ics", dir + "2021-platform/calendar.ics",
		dir + "2021-platform/for/insured/calendar.ics", dir + "2021-platform/counter-scope/event.ics"} {
		calendar := (&reader{}).read(files[path]).parts[0]
		words, _ := unescape(calendar.value("DESCRIPTION"))
		if !strings.Contains(words, "常熟：窗口经办全面恢复") {
			t.Errorf("%s does not name what is pending: %s", path, words)
		}
	}
	words, _ := unescape((&reader{}).read(files[dir+"service/settlement.ics"]).parts[0].value("DESCRIPTION"))
	if strings.Contains(words, "窗口经办") {
		t.Errorf("the feed of one service names another's: %s", words)
	}
}

// TestAlarms shows when an imported file rings.
func TestAlarms(t *testing.T) {
	for _, c := range []struct {
		id     string
		change func(*site.Milestone)
		want   string
	}{
		{"settlement-stop", nil, "-P1D"},
		{"refund", nil, "-PT15H"}, // 9:00 of the day before a whole day
		{"settlement-full", nil, ""},
		{"plan", nil, ""},
		{"refund", func(m *site.Milestone) { m.Alarm = []string{"-P7D", "-PT39H"} }, "-P7D -PT39H"},
		{"refund", func(m *site.Milestone) { m.Alarm = []string{} }, ""},
		{"refund", func(m *site.Milestone) { m.Withdrawn = true }, ""},
		{"settlement-full", func(m *site.Milestone) { m.Alarm = []string{"-P1D"} }, ""},
	} {
		s := testkit.Changshu(t)
		m := s.Regions[0].Notices[0].Milestone(c.id)
		if c.change != nil {
			c.change(m)
		}
		_, files := write(t, s)
		var triggers []string
		for _, alarm := range find(t, files[plan.MilestoneDir(m)+"event.ics"]).parts {
			triggers = append(triggers, alarm.value("TRIGGER"))
		}
		if got := strings.Join(triggers, " "); got != c.want {
			t.Errorf("%s rings at %q, want %q", c.id, got, c.want)
		}
	}
}

// deadline words a day as a deadline; how is not for a calendar to say.
func deadline(day string, includes bool) string {
	at, err := site.ParseMoment(day)
	if err != nil {
		panic(err)
	}
	at.Includes = includes
	return phrase.In(site.Chinese).Moment(at, timing.Short|timing.Deadline)
}
