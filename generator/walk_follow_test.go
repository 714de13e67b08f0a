package generator_test

import (
	"strings"
	"testing"
)

// TestWhatFollowedKeepsItsCount withdraws and takes back a milestone that followed one
// that had moved: it has its own record then, and the calendar's count goes on.
func TestWhatFollowedKeepsItsCount(t *testing.T) {
	for _, to := range []string{"--withdraw", "tbd"} {
		t.Run(to, func(t *testing.T) {
			storySite(t)
			name := "regions/" + storyNotice + "/notice.toml"
			writeFile(t, name, strings.Replace(readFile(t, name), "at       = \"2024-06-03 08:00\"\nexpected = true", `at = "back"`, 1))
			good(t, "build", "--quiet")
			for _, move := range [][]string{{"#back", "2024-05-14 08:00", "--on", "2024-05-08"}, {"#back", "2024-05-15 08:00", "--on", "2024-05-09"}} {
				good(t, append([]string{"move", storyNotice + move[0], "--why", "设备晚到", "--yes", "--quiet"}, move[1:]...)...)
			}
			good(t, "build", "--quiet")
			before := entries(t, "output/"+storyNotice+"/new-rule/event.ics")
			good(t, "move", storyNotice+"#new-rule", to, "--why", "编码未下发", "--on", "2024-05-10", "--yes", "--quiet")
			good(t, "build", "--quiet")
			for uid, e := range entries(t, "output/"+storyNotice+"/new-rule/event.ics") {
				if was := before[uid]; was.sequence != 2 || e.sequence != 3 || e.stamp <= was.stamp {
					t.Errorf("SEQUENCE %d, DTSTAMP %s after %d, %s", e.sequence, e.stamp, was.sequence, was.stamp)
				}
			}
		})
	}
}
