package phrase_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// TestWhatIsSaidBetweenHours: of a service that works between the random hours of its
// stop, nothing that is said reads as until when it works: the stop is named before its
// hours and its end. Its hours are over exactly when none comes any more.
func TestWhatIsSaidBetweenHours(t *testing.T) {
	r, v, over, more := rand.New(rand.NewPCG(7, 30)), phrase.In(site.Chinese), 0, 0
	for seed := range 300 {
		c := anyStops(t, r)
		i := 1 + r.IntN(len(c.Steps)-1)
		begins, ends := c.Steps[i].From, c.Steps[len(c.Steps)-1].From
		if i+1 < len(c.Steps) {
			ends = c.Steps[i+1].From
		}
		at := ends.Add(-time.Duration(1+r.IntN(3000)) * time.Minute)
		if state, j := c.At(at); at.Before(begins) || state != site.On || c.Steps[j].State == site.On {
			continue
		}
		_, _, says := v.Now(c, at)
		if before, _, is := strings.Cut(says, "至"); is && !strings.Contains(before, "暂停") && !strings.Contains(before, "改为") {
			t.Errorf("%d: the end of a stop reads as that of the work: %s", seed, says)
		}
		if c.Steps[i+1].State != site.On {
			continue
		}
		stops := false
		for x := at; x.Before(ends); x = x.Add(time.Minute) {
			state, _ := c.At(x)
			stops = stops || state != site.On
		}
		if done := strings.HasPrefix(says, "暂停时段已过"); done == stops {
			t.Errorf("%d: it stops again: %v, but the page says %s", seed, stops, says)
		}
		if stops {
			more++
		} else {
			over++
		}
	}
	if over < 10 || more < 10 {
		t.Errorf("%d over, %d not", over, more)
	}
}

// TestWhoseHoursTheyAre tells between the hours of a stop that they are the stop's.
func TestWhoseHoursTheyAre(t *testing.T) {
	stop := func(lines ...string) string {
		return fact("stop", append([]string{`kind="suspend"`, `service="s"`, `text="暂停"`}, lines...)...)
	}
	weekly := stop(`at="2027-05-01"`, `until="2027-06-01"`, `daily="22:00-02:00"`, `days="tue"`, "except=[2027-05-11]")
	weekends := stop(`at="2027-05-01"`, `until="2027-05-31"`, `daily="07:00-09:00"`, `days="weekends"`)
	again := fact("again", `kind="suspend"`, `service="s"`, `at="2027-06-10 08:00"`, `until="2027-06-20"`, `daily="12:00-13:00"`, `text="暂停"`)
	for name, c := range map[string]struct {
		facts, zh, en string
		at            time.Time
	}{
		"none within a week": {weekly, "暂停时段：每周二22时至次日2时，5月11日除外，至2027年6月1日止", "stops every Tuesday from 22:00 to 02:00 the next day, except 11 May; until 1 June 2027", time.Date(2027, 5, 5, 9, 0, 0, 0, site.China)},
		"none any more":      {weekends, "暂停时段已过", "stops: the last of its hours is over", time.Date(2027, 5, 30, 9, 0, 0, 0, site.China)},
		"but another stop":   {weekends + again, "暂停时段已过；2027年6月10日8时起再次暂停，每天12时至13时", "stops: the last of its hours is over; stops again from 08:00 on 10 June 2027; daily from 12:00 to 13:00", time.Date(2027, 5, 31, 9, 0, 0, 0, site.China)},
		"not begun":          {weekends, "2027年5月1日起暂停，每周六、周日7时至9时", "stops from 1 May 2027; every Saturday, Sunday from 07:00 to 09:00", time.Date(2027, 4, 30, 9, 0, 0, 0, site.China)},
	} {
		course := noticeOf(t, c.facts, "正文").Courses[0]
		for language, want := range map[site.Language]string{site.Chinese: c.zh, site.English: c.en} {
			if state, _, says := phrase.In(language).Now(course, c.at); state != site.On || says != want {
				t.Errorf("%s: %s, %s, want %s", name, state, says, want)
			}
		}
	}
}
