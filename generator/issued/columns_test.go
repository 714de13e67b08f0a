package issued

import (
	"strings"
	"testing"
)

// TestColumnsPartedByOneBlank reads lines under a head of times as rows, as a PDF gives
// them, and leaves prose with blanks, which has no such head, as it is.
func TestColumnsPartedByOneBlank(t *testing.T) {
	rows, _ := asRows([]string{"业务名称 停办时间 恢复时间", "参保登记、缴费核定 2月21日17:00 3月7日9:00", "零星报销 2月18日17:00 3月14日9:00", "以上时间如有变化，另行公告。"})
	for i, row := range rows {
		if strings.HasPrefix(row, "|") != (i < 3) {
			t.Errorf("line %d became %q", i+1, row)
		}
	}
	for _, two := range [][]string{{"开放区域　　开放时间", "一楼展厅　　5月10日9:00—5月12日17:00"}, {"路段 封闭日期", "人民路 5月10日"}} {
		if rows, _ := asRows(two); !strings.HasPrefix(rows[0], "| ") || strings.Count(rows[1], "|") != 3 {
			t.Errorf("%q became %q", two, rows)
		}
	}
	prose := []string{"市医保局 税务局 人社局", "业务 停办 恢复", "甲 乙 丙"}
	same, _ := asRows(prose)
	for i, row := range same {
		if row != prose[i] {
			t.Errorf("%q became %q", prose[i], row)
		}
	}
}
