package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/placed"
	"tonggao/generator/prints"
	"tonggao/generator/testkit"
)

// batches stops and resumes one service in so many places, each at times of its own.
func batches(count int) string {
	text := ""
	for i := range count {
		text += fmt.Sprintf("[milestone.batch-%[1]d]\nkind = \"suspend\"\nservice = \"settlement\"\nscope = \"第%[1]d批\"\nat = \"2021-12-%02[2]d 20:%02[3]d\"\ntext = \"暂停第%[1]d批\"\n"+
			"[milestone.back-%[1]d]\nkind = \"resume\"\nservice = \"settlement\"\nscope = \"第%[1]d批\"\nat = \"2022-01-%02[2]d 08:00\"\ntext = \"恢复第%[1]d批\"\n", i, i%28+1, i%60)
	}
	return text
}

// TestTimesOfASummaryStayApart lays out axes of any number of instants: no two times
// come nearer than a reader can tell apart, and every time of the table's stops and
// recoveries stands over a column, in the table's order.
func TestTimesOfASummaryStayApart(t *testing.T) {
	for _, count := range []int{1, 4, 7, 20, 28} {
		w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": batches(count)}))
		o := output(t, p, prints.Summary, "changshu/2021-platform/summary.pdf")
		s := &summary{board{Kit: w.kit, width: 180}, w.voice, o.Notice, &notice{}}
		var axis []string
		for _, r := range s.lanes() {
			if len(r.texts) < 2 || len(r.head) > 0 || len(r.areas) > 0 {
				continue // a lane, or the legend
			}
			slices.SortStableFunc(r.texts, func(a, b placed.Text) int { return cmp.Compare(frameOf(a).left, frameOf(b).left) })
			for i, a := range r.texts {
				for _, b := range r.texts[i+1:] {
					x, y := frameOf(a), frameOf(b)
					if x.top == y.top && y.left < x.right+1.9 {
						t.Errorf("%d: %s comes near %s", count, a.Line.Text(), b.Line.Text())
					}
				}
				if strings.Contains(a.Line.Text(), "日") {
					axis = append(axis, a.Line.Text())
				}
			}
		}
		var want []string
		for _, at := range turningTimes(o.Notice.Courses) {
			want = append(want, dayOverHour(w.voice, at)[0])
		}
		if !slices.Equal(axis, want) || len(want) < 2*count {
			t.Errorf("%d: the axis says %v, want %v", count, axis, want)
		}
	}
}

// TestDayAndItsFirstHourAreOneColumn holds the order of the real notice that names
// 2月15日 and 2月15日0时: the bars do not put one before the other, as the table does not.
func TestDayAndItsFirstHourAreOneColumn(t *testing.T) {
	_, p := press(t, testkit.Regions())
	o := output(t, p, prints.Summary, "benji/2022-platform/summary.pdf")
	var days []string
	for _, at := range turningTimes(o.Notice.Courses) {
		days = append(days, at.String())
	}
	if want := []string{"2022-02-06 00:00", "2022-02-10 00:00", "2022-02-15"}; !slices.Equal(days, want) {
		t.Errorf("columns are %v, want %v", days, want)
	}
}

// TestSummaryKeepsItsLetters holds that letters of a summary have nine points or more,
// and that no sheet has fewer than three rows of the table.
func TestSummaryKeepsItsLetters(t *testing.T) {
	sites := map[string]string{"real": "", "many": testkit.Deadlines(90), "batches": batches(9)}
	for count := 0; count < 30; count += 4 {
		sites[fmt.Sprint(count, " deadlines")] = testkit.Deadlines(count)
	}
	for name, more := range sites {
		w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": more}))
		for _, o := range p.Outputs() {
			if o.Kind != prints.Summary || name != "real" && !strings.HasPrefix(o.Path, testkit.County) {
				continue
			}
			sheets, _ := sheetsOf(t, w, o)
			leastSize(t, name+" "+o.Path, sheets, 9)
			if last := sheets[len(sheets)-1]; len(sheets) > 1 && rowsOf(last) < 3 {
				t.Errorf("%s %s: the last sheet says no more than %s", name, o.Path, said(last, 0))
			}
		}
	}
}

// rowsOf counts the rows of the table on a sheet, without its head.
func rowsOf(s placed.Sheet) int {
	lines := 0
	for _, r := range s.Rules {
		if r.Y1 == r.Y2 && r.Thickness == thinRule {
			lines++
		}
	}
	return lines - 1
}

// TestBandsAreWhole: where bars go on below in bands, all bars of a band stand on one
// sheet under its times.
func TestBandsAreWhole(t *testing.T) {
	for count := 3; count < 12; count += 2 {
		text := ""
		for i := range count {
			text += fmt.Sprintf("[service.more-%[1]d]\nname = \"第%[1]d项业务\"\n[milestone.more-%[1]d]\nkind = \"suspend\"\nservice = \"more-%[1]d\"\nat = \"2021-12-%02[2]d 20:00\"\ntext = \"暂停第%[1]d项\"\n"+
				"[milestone.again-%[1]d]\nkind = \"resume\"\nservice = \"more-%[1]d\"\nat = \"2022-01-%02[2]d 08:00\"\ntext = \"恢复第%[1]d项\"\n", i, i+5)
		}
		w, p := press(t, testkit.Edited(t, map[string]string{testkit.County + "notice.toml": text}))
		o := output(t, p, prints.Summary, "changshu/2021-platform/summary.pdf")
		sheets, err := w.summary(o)
		if err != nil {
			t.Fatal(err)
		}
		bars := 0
		for i, s := range sheets {
			bars += len(s.Places)
			if len(s.Places)%len(o.Notice.Courses) != 0 {
				t.Errorf("%d more services: sheet %d has %d bars of bands of %d", count, i+1, len(s.Places), len(o.Notice.Courses))
			}
		}
		if bars < 2*len(o.Notice.Courses) {
			t.Errorf("%d more services: %d bars", count, bars)
		}
	}
}
