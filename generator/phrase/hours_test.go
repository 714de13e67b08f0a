package phrase_test

import (
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// A bar for part of a service is no recovery where a stop keeps hours.
func TestWhatIsHatched(t *testing.T) {
	stop := func(lines string) string {
		return fact("stop", `kind="suspend"`, `service="s"`, `at="2024-05-10 08:00"`, `text="停办"`, lines)
	}
	part := fact("part", `kind="partial"`, `service="s"`, `at="2024-05-11 08:00"`, `text="部分恢复"`) + fact("back", `kind="resume"`, `service="s"`, `at="2024-05-12 08:00"`, `text="恢复"`)
	nightly := stop("until=\"2024-05-20\"\ndaily=\"22:00-06:00\"")
	both := nightly + fact("w", `kind="suspend"`, `service="water"`, `at="2024-05-10 08:00"`, `gradual=true`, `text="停水"`) + fact("b", `kind="resume"`, `service="water"`, `at="2024-05-12 08:00"`, `text="来水"`)
	for facts, want := range map[string][2]string{
		stop("") + part: {"部分恢复", "Partly back"},
		nightly:         {"分时段暂停", "Stopped at times"},
		both:            {"部分恢复、分时段暂停", "Partly back, Stopped at times"},
	} {
		courses := noticeOf(t, facts, "正文").Courses
		if zh, en := phrase.In(site.Chinese).Hatched(courses), phrase.In(site.English).Hatched(courses); zh != want[0] || en != want[1] {
			t.Errorf("%s, %s, want %s", zh, en, want)
		}
	}
}
