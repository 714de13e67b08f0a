package phrase_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// withdrawn is a fact that will not take place.
func withdrawn(id, at string, lines ...string) string {
	return fact(id, append(lines, fmt.Sprintf("at=%q", at), "withdrawn=true")...) +
		fmt.Sprintf("[[milestone.%s.move]]\nfrom=%q\non=2024-05-02\nwhy=\"台风\"\n", id, at)
}

// TestMeanwhileOfWhatIsWithdrawn says that all goes on only where it does.
func TestMeanwhileOfWhatIsWithdrawn(t *testing.T) {
	stop := fact("a", `kind="suspend"`, `service="s"`, `at="2024-05-10 08:00"`, `text="暂停"`)
	back := fact("b", `kind="resume"`, `service="s"`, `at="2024-05-12 18:00"`, `text="恢复"`)
	gone := func(at string, more ...string) string {
		return withdrawn("m", at, append([]string{`kind="suspend"`, `service="s"`, `text="暂停"`, `instead="请提前办理"`}, more...)...)
	}
	partly := []string{`kind="partial"`, `service="s"`, `text="部分恢复"`}
	const revision, asUsual = "[[revision]]\non=2024-05-02\nwhat=\"取消\"\n", "照常办理，原定的暂停已取消"
	for name, c := range map[string]struct{ facts, want string }{
		"nothing else stops":                   {gone("2024-05-10 08:00"), asUsual},
		"after another stop is over":           {gone("2024-05-20 08:00") + stop + back, asUsual},
		"before another stop":                  {gone("2024-05-01 08:00") + stop + back, asUsual},
		"while another stop lasts":             {gone("2024-05-11 08:00") + stop + back, ""},
		"after a stop without an end":          {gone("2024-05-20 08:00") + stop, ""},
		"a place, and another one stops":       {gone("2024-05-10 08:00", `scope="西区"`) + fact("a", `kind="suspend"`, `service="s"`, `scope="东区"`, `at="2024-05-10 08:00"`, `text="暂停"`), asUsual},
		"a place, and all places stop":         {gone("2024-05-10 08:00", `scope="西区"`) + stop, ""},
		"a partial recovery, the stop stays":   {withdrawn("m", "2024-05-11 08:00", partly...) + stop + back, ""},
		"a partial recovery, and its stop too": {withdrawn("m", "2024-05-11 08:00", partly...) + withdrawn("a", "2024-05-10 08:00", `kind="suspend"`, `service="s"`, `text="暂停"`), ""},
		"a recovery":                           {withdrawn("m", "2024-05-12 18:00", `kind="resume"`, `service="s"`, `text="恢复"`) + stop, ""},
	} {
		m := noticeOf(t, c.facts+revision, "正文").Milestone("m")
		if got := phrase.Plain(phrase.In(site.Chinese).Meanwhile(m)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestSentenceOfWhatIsWithdrawn says the time that holds no more once, as such.
func TestSentenceOfWhatIsWithdrawn(t *testing.T) {
	other := fact("o", `kind="deadline"`, `at="2024-05-20 18:00"`, `label="申报"`, `text="申报"`)
	const behind, revision = "2024年5月2日公布取消（原因：台风）。", "[[revision]]\non=2024-05-02\nwhat=\"取消\"\n"
	unsure := noticeOf(t, withdrawn("m", "2024-05-22 08:00", `kind="rule"`, `text="施行"`, "expected=true")+revision, "正文").Milestone("m")
	for language, want := range map[site.Language]string{site.Chinese: "【已取消】原预计2024年5月22日8时，施行。" + behind, site.English: "[Cancelled] planned 08:00 on 22 May 2024 (expected): 施行. Cancelled on 2 May 2024 (reason: 台风)."} {
		if got := phrase.Plain(phrase.In(language).Sentence(unsure)); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	for text, want := range map[string]string{
		"施行":             "【已取消】原定2024年5月22日8时，施行。" + behind,
		"{{m}}起施行":       "【已取消】原定2024年5月22日8时起施行。" + behind,
		"{{m short}}起施行": "【已取消】原定2024年5月22日8时，5月22日8时起施行。" + behind,
		"施行，{{o}}前申报，{{m}}起有效": "【已取消】原定2024年5月22日8时，施行，2024年5月20日18时前申报，2024年5月22日8时起有效。" + behind,
	} {
		m := noticeOf(t, withdrawn("m", "2024-05-22 08:00", `kind="rule"`, `label="新办法"`, fmt.Sprintf("text=%q", text))+other+revision, "正文").Milestone("m")
		runs := phrase.In(site.Chinese).Sentence(m)
		if got := phrase.Plain(runs); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		for _, run := range runs {
			if old := run.Datetime == m.Moment.Datetime(); old != run.Former {
				t.Errorf("%s: %s is former: %v", text, run.Text, run.Former)
			}
		}
	}
}

// TestAnyWithdrawnHoldsNowhere reads what random sites withdraw: what was its time
// stands in its sentence as former only, its own instructions nowhere, and all is told
// to go on only where the reckoning of states says that it does.
func TestAnyWithdrawnHoldsNowhere(t *testing.T) {
	zh, seen, spared := phrase.In(site.Chinese), 0, 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 14))
		s, _, err := source.Read(testkit.CallOff(r, testkit.AnySite(r)))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue // the reader refuses some
		}
		for _, n := range s.Notices() {
			for _, m := range n.Milestones {
				if !m.Withdrawn {
					continue
				}
				seen++
				for _, run := range zh.Sentence(m) {
					if m.Moment.Known() && run.Datetime == m.Moment.Datetime() && !run.Former {
						t.Errorf("seed %d, %s#%s: %s stands as if it held: %s", seed, n.ID, m.ID, run.Text, phrase.Plain(zh.Sentence(m)))
					}
				}
				if told := phrase.Plain(zh.Meanwhile(m)); told != "" {
					spared++
					on(t, m, fmt.Sprintf("seed %d, %s#%s: %s", seed, n.ID, m.ID, told))
				}
			}
		}
	}
	if seen < 100 || spared < 10 {
		t.Errorf("%d withdrawn, %d of them stops that take nothing away", seen, spared)
	}
}

// on wants the services of a milestone to be on at its time, wherever no limit makes
// two parts of them.
func on(t *testing.T, m *site.Milestone, what string) {
	t.Helper()
	at, ordered := m.Moment.Order()
	for _, c := range m.Notice.Courses {
		if !m.Concerns(c.Service) || c.Shared || !ordered {
			continue
		}
		if state, _ := c.At(at); state != site.On {
			t.Errorf("%s, but %s is %s", what, c.Service.ID, state)
		}
	}
}
