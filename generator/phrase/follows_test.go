package phrase_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tonggao/generator/course"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestOutlooksTellEveryChangeOfHours: of a service with random stops, some of them at all
// hours and some of what it is a part of, each outlook names the day of every turn after
// which it stops in other hours until it is back, and those hours.
func TestOutlooksTellEveryChangeOfHours(t *testing.T) {
	r, v, told := rand.New(rand.NewPCG(30, 11)), phrase.In(site.Chinese), 0
	for seed := range 500 {
		c := anyStops(t, r)
		for i := 1; i < len(c.Steps); i++ {
			for j := i + 1; j < len(c.Steps) && c.Steps[j].State == site.Off && c.Steps[j-1].State == site.Off; j++ {
				kept := v.Kept(c.Steps[j])
				if kept == v.Kept(c.Steps[j-1]) {
					continue
				}
				told++
				from := c.Steps[j].From.In(site.China)
				for _, want := range []string{fmt.Sprintf("%d月%d日%d时起", from.Month(), from.Day(), from.Hour()), kept} {
					if says := v.Outlook(c, i); !strings.Contains(says, want) {
						t.Errorf("%d: step %d does not tell that step %d begins, %s: %s", seed, i, j, want, says)
					}
				}
			}
		}
	}
	if told < 200 {
		t.Errorf("%d changes of hours", told)
	}
}

// anyStops is the course of a part of a service, where both stop, each in random hours or
// at all of them.
func anyStops(t *testing.T, r *rand.Rand) *site.Course {
	whole := &site.Service{ID: "whole", Name: "网上银行"}
	part := &site.Service{ID: "part", Name: "网上贷款", PartOf: whole}
	n := &site.Notice{Services: []*site.Service{whole, part}}
	at := func(hour int) *site.Moment {
		return &site.Moment{Instant: time.Date(2024, 5, 1, hour, 0, 0, 0, site.China), Precision: site.Hour}
	}
	for i, s := range n.Services {
		from := 1 + 2*r.IntN(200) + i
		m := &site.Milestone{ID: s.ID, Notice: n, Kind: site.Suspend, Services: []*site.Service{s}, Moment: *at(from), Until: at(from + 1 + 2*r.IntN(200))}
		for _, x := range []*site.Moment{&m.Moment, m.Until} {
			if x.Instant.Hour() == 0 {
				x.Instant = x.Instant.Add(time.Hour)
			}
		}
		if r.IntN(3) > 0 {
			m.Hours = testkit.AnyHours(r, m.Moment.Day())
		}
		n.Milestones = append(n.Milestones, m)
	}
	site.SortMilestones(n.Milestones)
	courses, _ := course.Of(n, func(m *site.Milestone) { t.Fatal(m.ID, "is stray") })
	for _, c := range courses {
		if c.Service == part {
			return c
		}
	}
	t.Fatal("the part has no course")
	return nil
}

const (
	wholeAndPart = "[service.bank]\nname = \"网上银行\"\n[service.loan]\nname = \"网上贷款\"\npart_of = \"bank\"\n"
	nightly      = "until=\"2027-05-31\"\ndaily=\"23:00-05:00\""
)

// TestAStopWithinTheHoursOfAnother tells when a stop at all hours comes within one that
// keeps hours, and when these hold again; what only they keep is not told as its end.
func TestAStopWithinTheHoursOfAnother(t *testing.T) {
	stop := func(service, at string, more ...string) string {
		return fact(service+"-stop", append([]string{`kind="suspend"`, `service="` + service + `"`, `at="` + at + `"`, `text="暂停"`}, more...)...)
	}
	back := func(more ...string) string {
		return fact("back", append([]string{`kind="resume"`, `service="bank"`, `text="恢复"`}, more...)...)
	}
	const night = "每天23时至次日5时"
	for name, c := range map[string]struct{ facts, want string }{
		"at all hours": {stop("loan", "2027-05-01", nightly) + stop("bank", "2027-05-10 20:00") + back(`at="2027-05-12 08:00"`),
			"2027年5月1日起暂停，" + night + "，5月10日20时起持续暂停，5月12日8时起改为" + night + "，暂停至5月31日止"},
		"until an expected time": {stop("loan", "2027-05-01", nightly) + stop("bank", "2027-05-10") + back(`at="2027-05-12 08:00"`, "expected=true"),
			"2027年5月1日起暂停，" + night + "，5月10日起持续暂停，预计5月12日8时起改为" + night},
		"until the end of a day": {stop("loan", "2027-05-01", nightly) + stop("bank", "2027-05-10 20:00", `until="2027-05-11"`),
			"2027年5月1日起暂停，" + night + "，5月10日20时起持续暂停，5月12日起改为" + night + "，暂停至5月31日止"},
		"in hours of its own": {stop("bank", "2027-05-01", "until=\"2027-05-04\"\ndaily=\"12:00-14:30\"") + stop("loan", "2027-05-02", "until=\"2027-05-31\"\ndaily=\"07:00-09:00\""),
			"2027年5月1日起暂停，每天12时至14时30分，5月2日起改为每天7时至9时、每天12时至14时30分，5月5日起改为每天7时至9时，暂停至5月31日止"},
		"in a stage": {stop("loan", "2027-05-01") + fact("part", `kind="partial"`, `service="loan"`, `at="2027-05-05 08:00"`, `text="部分恢复"`) + stop("bank", "2027-05-10 20:00") +
			back(`at="2027-05-12 08:00"`) + fact("all", `kind="resume"`, `service="loan"`, `at="2027-05-31 08:00"`, `text="恢复"`),
			"2027年5月1日起暂停，5月5日8时起部分恢复，5月10日20时起再次暂停，5月12日8时起部分恢复，5月31日8时起全面恢复"},
	} {
		for _, course := range noticeOf(t, wholeAndPart+c.facts, "正文").Courses {
			if got := phrase.In(site.Chinese).Story(course); course.Service.ID == "loan" && !strings.HasPrefix(got, c.want) {
				t.Errorf("%s: %s, want %s", name, got, c.want)
			}
		}
	}
}

// TestAStopOfAnotherNotice tells the same of what two notices say of one service.
func TestAStopOfAnotherNotice(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	notice := func(facts string) *fstest.MapFile {
		return file("title = \"关于暂停的公告\"\nissued = 2027-04-20\n" + facts)
	}
	text := file("+++\nkind = \"section\"\n+++\n\n{{schedule}}\n")
	s, problems, err := source.Read(fstest.MapFS{
		"site.toml":     file("name = \"例\"\nbase_url = \"https://site.example\"\nsample = true\n[service.bank]\nname = \"网上银行\"\n"),
		"x/region.toml": file("name = \"滨海\"\nissuer = \"滨海公司\"\n"), "x/m/00-a.md": text, "x/n/00-a.md": text,
		"x/n/notice.toml": notice(fact("night", `kind="suspend"`, `service="bank"`, `at="2027-05-01"`, nightly, `text="暂停"`)),
		"x/m/notice.toml": notice(fact("stop", `kind="suspend"`, `service="bank"`, `at="2027-05-10 20:00"`, `text="暂停"`) + fact("back", `kind="resume"`, `service="bank"`, `at="2027-05-12 08:00"`, `text="恢复"`))})
	if err != nil || s == nil {
		t.Fatal(err, problems)
	}
	var courses []*site.Course
	for _, n := range s.Notices() {
		courses = append(courses, n.Courses...)
	}
	c := course.Together(courses)[0]
	for at, want := range map[int]string{
		21: "2027年5月12日8时起改为每天23时至次日5时，暂停至5月31日止",
		12: "2027年5月10日20时起持续暂停，5月12日8时起改为每天23时至次日5时，暂停至5月31日止"} {
		if _, _, says := phrase.In(site.Chinese).Now(c, time.Date(2027, 5, 10, at, 0, 0, 0, site.China)); says != want {
			t.Errorf("at %d, %s, want %s", at, says, want)
		}
	}
	if _, _, says := phrase.In(site.English).Now(c, time.Date(2027, 5, 10, 12, 0, 0, 0, site.China)); says != "stops at all hours from 20:00 on 10 May 2027; as of 08:00 on 12 May daily from 23:00 to 05:00 the next day; stops until 31 May" {
		t.Error(says)
	}
}
