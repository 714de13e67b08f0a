package audit_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"tonggao/generator/audit"
	"tonggao/generator/mention"
)

// TestDocsAreMeasured holds the figures of docs/audit.md and its Chinese against what is
// measured: every real notice as it is printed, and again with each hour changed by one.
func TestDocsAreMeasured(t *testing.T) {
	if testing.Short() {
		t.Skip("it audits every notice some hundred times")
	}
	notices, times, alarms, changed := 0, 0, 0, 0
	verdicts := map[audit.Verdict]int{}
	for _, n := range realNotices(t) {
		text := printed(n)
		report, _ := audit.Read("notice.txt", text, n, n.Vocabulary)
		notices++
		for _, f := range report.Findings {
			if f.Sort == audit.Time {
				times++
			}
		}
		alarms += alarmsOf(report)
		for _, m := range mention.Find(text, n.Issued) {
			if m.Clock < 60 || m.Clock%60 > 0 || !m.Moment.Known() {
				continue
			}
			changed++
			wrong := text[:m.Start] + hour.ReplaceAllString(m.Words(text), fmt.Sprint(m.Clock/60-1, "时")) + text[m.End:]
			report, _ := audit.Read("notice.txt", wrong, n, n.Vocabulary)
			verdicts[gravest(report)]++
		}
	}
	row := fmt.Sprintf("| %d | %d | %d | %d | %d | %d | %d |", notices, times, alarms, changed,
		verdicts[audit.Contradicts], verdicts[audit.Lacks], changed-verdicts[audit.Contradicts]-verdicts[audit.Lacks])
	for _, name := range [...]string{"audit.md", "audit.zh-CN.md"} {
		text, err := os.ReadFile("../../docs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), row) {
			t.Errorf("docs/%s does not have what is measured: %s", name, row)
		}
	}
}

// alarmsOf counts what a report says against a text that is right.
func alarmsOf(r *audit.Report) int {
	alarms := 0
	for _, f := range r.Findings {
		if f.Verdict == audit.Contradicts || f.Sort == audit.Time && f.Verdict == audit.Lacks {
			alarms++
		}
	}
	return alarms
}

// gravest is the gravest verdict of a report.
func gravest(r *audit.Report) audit.Verdict {
	for _, v := range [...]audit.Verdict{audit.Contradicts, audit.Lacks, audit.Unclear} {
		if r.Count(v) > 0 {
			return v
		}
	}
	return audit.Has
}
