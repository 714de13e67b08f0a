package phrase

import (
	"testing"

	"tonggao/generator/site"
)

// TestMovesOfWindows words a move of a window's end alone, and of both its ends; and of
// a time that was not planned for certain.
func TestMovesOfWindows(t *testing.T) {
	at := func(written string) site.Moment {
		m, err := site.ParseMoment(written)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	end := site.Move{From: at("2024-05-10 00:00"), To: at("2024-05-10 00:00"), Ends: &site.Ends{From: at("2024-05-17"), To: at("2024-05-20")}, On: site.Day{Year: 2024, Month: 5, Day: 16}, Kind: site.Postponed}
	both := end
	both.To, both.Ends = at("2024-05-11 00:00"), &site.Ends{From: at("2024-05-17"), To: at("2024-05-18 12:00")}
	earlier := end
	earlier.Kind, earlier.Ends = site.Advanced, &site.Ends{From: at("2024-05-17"), To: at("2024-05-15 12:00")}
	foreseen := site.Move{From: at("2024-05-10"), To: at("2024-05-12"), On: end.On, Kind: site.Postponed}
	foreseen.From.Expected = true
	zh, en := In(site.Chinese), In("en")
	for _, c := range []struct {
		v                         Voice
		mv                        site.Move
		words, former, news, mark string
	}{
		{zh, end, "原定至2024年5月17日止，2024年5月16日公布延长至2024年5月20日止", "至2024年5月17日止", "停电延长", "【延长】"},
		{zh, both, "原定2024年5月10日0时起至5月17日止，2024年5月16日公布延期至2024年5月11日0时起至5月18日12时止", "2024年5月10日0时起至5月17日止", "停电延期", "【延期】"},
		{zh, earlier, "原定至2024年5月17日止，2024年5月16日公布提前至2024年5月15日12时止", "至2024年5月17日止", "停电提前结束", "【提前结束】"},
		{zh, foreseen, "原预计2024年5月10日，2024年5月16日公布延期至2024年5月12日", "预计2024年5月10日", "停电延期", "【延期】"},
		{en, foreseen, "planned for 10 May 2024 (expected); on 16 May 2024 postponed to 12 May 2024", "10 May 2024 (expected)", "停电 postponed", "[Postponed] "},
		{en, end, "", "an end on 17 May 2024", "停电 prolonged", "[Prolonged] "},
	} {
		if got := c.v.Move(c.mv); c.words != "" && got != c.words {
			t.Errorf("have %s\nwant %s", got, c.words)
		}
		if got := c.v.Former(c.mv); got != c.former {
			t.Errorf("the old window is %s, want %s", got, c.former)
		}
		if got := c.v.News("停电", c.mv); got != c.news {
			t.Errorf("the news is %s, want %s", got, c.news)
		}
		if got := c.v.Change(&site.Milestone{Moves: []site.Move{c.mv}}); got != c.mark {
			t.Errorf("the mark is %s, want %s", got, c.mark)
		}
	}
	fixed := site.Move{From: at("2024-05-10"), To: at("2024-05-10"), Kind: site.Fixed}
	if zh.Former(fixed) != "" || zh.Former(site.Move{From: site.Moment{Pending: true}, To: at("2024-05-10")}) != "" {
		t.Error("what was fixed has taken nothing away")
	}
}

// TestMovesStrikeWhatIsLeft tells which times of several moves hold no more: all but the
// one where the milestone is now.
func TestMovesStrikeWhatIsLeft(t *testing.T) {
	at := func(written string) site.Moment {
		m, err := site.ParseMoment(written)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	a, b, c := at("2024-05-10 08:00"), at("2024-05-12 08:00"), at("2024-05-16 08:00")
	m := &site.Milestone{Moment: c, Moves: []site.Move{{From: a, To: b, Kind: site.Postponed}, {From: b, To: c, Kind: site.Postponed}}}
	for _, withdrawn := range []bool{false, true} {
		m.Withdrawn = withdrawn
		for _, runs := range In(site.Chinese).Moves(m) {
			for _, run := range runs {
				holds := run.Datetime == c.Datetime() && !withdrawn
				if isTime := len(run.Datetime) > len("2024-05-10"); isTime && run.Former == holds {
					t.Errorf("%s in %s is former: %v, the fact is withdrawn: %v", run.Text, Plain(runs), run.Former, withdrawn)
				}
			}
		}
	}
}
