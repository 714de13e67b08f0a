package issued

import (
	"strings"
	"testing"
)

// TestColumnsPartedByOneBlank reads lines under a head of times as rows, as a PDF gives
// them, and leaves prose with blanks, which has no such head, as it is.
func TestColumnsPartedByOneBlank(t *testing.T) {
	rows := asRows([]string{"业务名称 停办时间 恢复时间", "参保登记、缴费核定 2月21日17:00 3月7日9:00", "零星报销 2月18日17:00 3月14日9:00", "以上时间如有变化，另行公告。"})
	for i, row := range rows {
		if strings.HasPrefix(row, "|") != (i < 3) {
			t.Errorf("line %d became %q", i+1, row)
		}
	}
	prose := []string{"市医保局 税务局 人社局", "业务 停办 恢复", "甲 乙 丙"}
	for i, row := range asRows(prose) {
		if row != prose[i] {
			t.Errorf("%q became %q", prose[i], row)
		}
	}
}
