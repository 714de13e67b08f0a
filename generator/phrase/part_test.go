package phrase_test

import (
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// part is a service inside another: both stop, and it comes back while the whole is not.
func part(t *testing.T, whole ...string) *site.Notice {
	t.Helper()
	facts := "[service.night]\nname = \"夜航\"\npart_of = \"line\"\noff = \"停夜航\"\n[service.line]\nname = \"南线\"\noff = \"停航\"\npartly = \"部分开航\"\nback = \"复航\"\n" +
		fact("night-stop", `kind="suspend"`, `service="night"`, `at="2024-05-01 20:00"`, `text="停夜航"`) +
		fact("night-back", `kind="resume"`, `service="night"`, `at="2024-05-06 20:00"`, `text="恢复夜航"`) +
		fact("stop", `kind="suspend"`, `service="line"`, `at="2024-05-02 18:00"`, `text="停航"`) +
		fact("back", `kind="resume"`, `service="line"`, `at="2024-05-09 06:00"`, `text="复航"`)
	for _, f := range whole {
		facts += f
	}
	return noticeOf(t, facts, "")
}

// What is hidden by the stop of a part is told from when it shows, not from when it began.
func TestAPartComesBackNoSoonerThanItself(t *testing.T) {
	n, v := part(t, fact("some", `kind="partial"`, `service="line"`, `at="2024-05-04 08:00"`, `text="先开车渡"`)), phrase.In(site.Chinese)
	for _, c := range n.Courses {
		if c.Service.ID != "night" {
			continue
		}
		want := "2024年5月1日20时起停夜航，5月6日20时起部分恢复，5月9日6时起全面恢复"
		if got := v.Story(c); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// A recovery says that what it is a part of is not back: whoever reads it alone would come
// in vain.
func TestARecoveryInsideAStopSaysSo(t *testing.T) {
	n, v := part(t), phrase.In(site.Chinese)
	for _, m := range n.Milestones {
		again, off := "", ""
		if m.ID == "night-back" {
			again, off = "南线届时停航，5月9日6时起恢复", "南线届时停航"
		}
		if got := v.Again(m); got != again {
			t.Errorf("%s: %s, want %s", m.ID, got, again)
		}
		if got := v.Withheld(m); got != off {
			t.Errorf("%s: %s, want %s", m.ID, got, off)
		}
	}
}
