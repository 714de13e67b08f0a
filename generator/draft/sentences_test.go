package draft_test

import (
	"os"
	"strings"
	"testing"

	"tonggao/generator/draft"
)

// The least of the statements of testdata/sentences.txt that must be read right, and the
// most times that may be false.
const (
	leastStatements = 482
	mostStrayTimes  = 0
)

// kinds are the short names of expected kinds.
var kinds = map[string]string{"停": "暂停", "复": "全面恢复", "部": "部分恢复", "限": "截止日期", "他": "其他", "废": "其他", "待": "另行通知"}

// factOf reads 停 04-25T08 供水.
func factOf(words string) expected {
	f := strings.Fields(words)
	e := expected{Kind: kinds[f[0]], Service: f[len(f)-1], Required: len(f) > 2 || f[0] == "限" || f[0] == "他", TBD: f[0] == "待", Withdrawn: f[0] == "废"}
	if !e.TBD {
		e.ISO = "2023-" + f[1]
		if day, clock, timed := strings.Cut(e.ISO, "T"); timed {
			if len(clock) == 2 {
				clock += ":00"
			}
			e.ISO = day + "T" + clock + ":00+08:00"
		}
	}
	return e
}

// TestStatements drafts notices of one statement each, as they are worded in many
// trades.
func TestStatements(t *testing.T) {
	raw, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	right, required, stray := 0, 0, 0
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		text, facts, found := strings.Cut(line, " => ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		var want []expected
		for _, f := range strings.Split(facts, ";") {
			if f = strings.TrimSpace(f); f != "-" {
				want = append(want, factOf(f))
			}
		}
		sc := statement(t, text, want)
		right, required, stray = right+sc.right, required+sc.required, stray+len(sc.false)
		if len(sc.missed)+len(sc.false) > 0 || !sc.builds {
			t.Logf("%s\n    missed %q\n    false %q, builds %v", text, sc.missed, sc.false, sc.builds)
		}
	}
	t.Logf("%d/%d right, %d false", right, required, stray)
	if right < leastStatements || stray > mostStrayTimes {
		t.Error("the drafts are worse than they were")
	}
}

func statement(t *testing.T, text string, want []expected) score {
	files, problems := draft.From("notice.txt", "关于有关事项的公告\n\n各单位：\n\n"+text+"\n\n青岚市某单位\n2023年4月20日\n", draft.Setting{})
	if files == nil {
		t.Fatal(problems)
	}
	s, problems := siteOf(t, files, answered)
	sc := score{builds: s != nil && !problems.Barred().Failed()}
	if s == nil {
		return sc
	}
	return count(sc, s.Region("qinglan").Notices[0].Milestones, want)
}
