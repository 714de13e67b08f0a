package issued

import (
	"strings"
	"testing"
)

// TestTablesOfOneCellALine reads tables that lost their columns in copying, each cell a line of
// its own, as rows: with blank lines or none, a line of words before them, a row whose last
// cell is empty, and the sign-off right behind them.
func TestTablesOfOneCellALine(t *testing.T) {
	heads, one, two := "线路\n停运时间\n备注\n", "3路\n5月10日8:00—5月12日20:00\n全线\n", "6路\n5月11日6:00—12:00\n"
	want := "| 线路 |停运时间 |备注 | | 3路 |5月10日8:00—5月12日20:00 |全线 | | 6路 |5月11日6:00—12:00 |"
	for _, text := range []string{heads + one + two, heads + "\n" + one + "\n" + two, strings.ReplaceAll(heads+one+two, "\n", "\n\n"), "公交线路一览\n" + heads + one + two} {
		d := Parse("notice.txt", "关于停运的通告\n停运安排如下：\n"+text+"请乘客改乘其他线路。\n青岚市公交公司\n2023年5月6日\n")
		var rows []string
		for _, b := range d.Blocks {
			if row := d.Text[b.Start:b.End]; strings.HasPrefix(row, "|") {
				rows = append(rows, row)
			}
		}
		if got := strings.Join(rows, " "); got != want {
			t.Errorf("%q became %q", text, got)
		}
	}
	signed := "通知如下：\n线路\n停运日期\n3路\n2023年5月10日\n青岚市公交公司\n2023年5月6日\n"
	if d := Parse("notice.txt", signed); d.Issued().String() != "2023-05-06" {
		t.Errorf("issued on %v", d.Issued())
	}
	for _, prose := range []string{"上课时间\n地点\n教室\n", "停水时间\n5月10日\n停水地点\n人民路\n", "停水范围\n人民路\n解放路\n"} {
		if d := Parse("notice.txt", prose); strings.Contains(d.Text, "|") {
			t.Errorf("%q became %q", prose, d.Text)
		}
	}
}

// TestWindowsOnTwoLinesAreJoined reads a window whose end stands on the next line as one, in a
// cell of its own too.
func TestWindowsOnTwoLinesAreJoined(t *testing.T) {
	for text, want := range map[string]string{
		"停航时间：5月10日8:00\n至5月12日20:00\n请旅客改期。\n":                     "停航时间：5月10日8:00至5月12日20:00",
		"航线\n停航时间\n北线\n5月10日8:00\n—5月12日20:00\n南线\n5月11日\n请旅客改期。\n": "| 北线 |5月10日8:00—5月12日20:00 |",
	} {
		if d := Parse("notice.txt", text); !strings.Contains(d.Text, want) {
			t.Errorf("%q became %q", text, d.Text)
		}
	}
	if d := Parse("notice.txt", "5月10日8:00停航\n至善路不受影响\n"); strings.Count(d.Text, "\n") != 2 {
		t.Errorf("became %q", d.Text)
	}
}
