package phrase

import (
	"testing"

	"tonggao/generator/prose"
	"tonggao/generator/site"
)

// TestShifts words what became of a time, one row for each kind of move.
func TestShifts(t *testing.T) {
	at := func(written string) site.Moment {
		m, err := site.ParseMoment(written)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	expected := func(written string) site.Moment { m := at(written); m.Expected = true; return m }
	after := func(written string, pending bool) site.Moment {
		m := at(written)
		return site.Moment{After: &m, Pending: pending}
	}
	tbd := site.Moment{Pending: true}
	for _, c := range []struct {
		kind     site.Kind
		from, to site.Moment
		ends     *site.Ends
		gone     bool
		zh, en   string
	}{
		{site.Rule, at("2024-05-10 14:00"), at("2024-05-12 08:00"), nil, false, "甲：原定2024年5月10日14时，现延期至2024年5月12日8时。", "甲: planned for 14:00 on 10 May 2024, now postponed to 08:00 on 12 May 2024."},
		{site.Rule, at("2024-05-10 14:00"), at("2024-05-09 08:00"), nil, false, "甲：原定2024年5月10日14时，现提前至2024年5月9日8时。", ""},
		{site.Rule, tbd, at("2024-05-09"), nil, false, "甲：原定时间另行通知，现确定为2024年5月9日。", "甲: to be announced before, now settled: 9 May 2024."},
		{site.Rule, at("2024-05-10"), tbd, nil, false, "甲：原定2024年5月10日，现予推迟，具体时间另行通知。", ""},
		{site.Rule, at("2024-05-10 14:00"), after("2024-05-10 17:00", false), nil, false, "甲：原定2024年5月10日14时，现调整为2024年5月10日17时以后。", ""},
		{site.Rule, at("2024-05-10 14:00"), after("2024-05-10 17:00", true), nil, false, "甲：原定2024年5月10日14时，现调整为2024年5月10日17时以后，具体时间另行通知。", ""},
		{site.Rule, after("2024-05-10 17:00", false), at("2024-05-10 18:00"), nil, false, "甲：原定2024年5月10日17时以后，现确定为2024年5月10日18时。", ""},
		{site.Rule, expected("2024-05-10 14:00"), at("2024-05-10 14:00"), nil, false, "甲：原预计2024年5月10日14时，现确定为2024年5月10日14时。", "甲: 14:00 on 10 May 2024 (expected) before, now settled: 14:00 on 10 May 2024."},
		{site.Rule, at("2024-05-10 14:00"), expected("2024-05-12"), nil, false, "甲：原定2024年5月10日14时，现调整为预计2024年5月12日。", ""},
		{site.Deadline, at("2024-05-31"), at("2024-06-30"), nil, false, "甲：原定2024年5月31日前（不含当日），现调整为2024年6月30日前（不含当日）。", ""},
		{site.Suspend, at("2024-05-10"), at("2024-05-10"), &site.Ends{From: at("2024-05-17"), To: at("2024-05-20")}, false, "甲：原定至2024年5月17日止，现延长至2024年5月20日止。", ""},
		{site.Rule, at("2024-05-10"), at("2024-05-10"), nil, true, "甲：原定2024年5月10日，现予取消。", "甲: planned for 10 May 2024, now cancelled."},
	} {
		m := &site.Milestone{Kind: c.kind, Label: "甲", Text: prose.Words{prose.Text{Value: "甲"}}, Moment: c.to, Withdrawn: c.gone}
		mv := site.Move{From: c.from, To: c.to, Ends: c.ends}
		if mv.Kind = m.KindOf(mv); c.gone {
			mv.Kind = site.Withdrawn
		}
		for lang, want := range map[site.Language]string{site.Chinese: c.zh, site.English: c.en} {
			if got := Plain(In(lang).Shift(site.Shift{Milestone: m, Move: mv}, true)); want != "" && got != want {
				t.Errorf("have %s\nwant %s", got, want)
			}
		}
	}
}
