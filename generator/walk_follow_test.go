package generator_test

import (
	"fmt"
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

// TestLeaderless withdraws what others hang on: these stay where they were and say so, and
// can be moved by themselves; their counts go on.
func TestLeaderless(t *testing.T) {
	for _, how := range []string{"at", "after"} {
		for to, want := range map[string]string{"--withdraw": "CANCELLED 20240514T080000", "2024-05-20 09:00": "CONFIRMED 20240520T090000"} {
			t.Run(how+to[:2], func(t *testing.T) {
				storySite(t)
				name := "regions/" + storyNotice + "/notice.toml"
				writeFile(t, name, strings.Replace(readFile(t, name), "at       = \"2024-06-03 08:00\"\nexpected = true", how+` = "back"`, 1))
				text := "regions/" + storyNotice + "/10-text.md"
				writeFile(t, text, strings.Replace(readFile(t, text), "{{stop to back}}期间", "期间", 1))
				build := []string{"build", "--quiet", "--formats", "ics,data"}
				good(t, build...)
				for i, move := range [][]string{{"#back", "--by", "1d"}, {"#back", "--withdraw"}, {"#new-rule", to}} {
					good(t, append([]string{"move", storyNotice + move[0], "--why", "设备晚到", "--on", "2024-05-07", "--yes", "--quiet"}, move[1:]...)...)
					good(t, build...)
					expect := "1 CONFIRMED 20240514T080000"
					if i == 2 {
						expect = "2 " + want
					}
					for _, e := range entries(t, "output/"+storyNotice+"/new-rule/event.ics") {
						is := fmt.Sprint(e.sequence, " ", e.status, " ", e.begins)
						if is != expect || strings.HasPrefix(e.title, "【已取消】") != (e.status == "CANCELLED") {
							t.Errorf("after %v: %s %s, want %s", move, is, e.title, expect)
						}
					}
				}
			})
		}
	}
}
