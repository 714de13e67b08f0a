package pdf

import (
	"strings"
	"testing"

	"tonggao/generator/phrase"
)

// TestTallTableRowsGoOnOverleaf holds that a row, or a head, that is higher than a
// page ends, is printed whole, and stays within the type area.
func TestTallTableRowsGoOnOverleaf(t *testing.T) {
	w, _ := press(t, regions())
	long := strings.Repeat("暂停联网结算办理", 120)
	for name, texts := range map[string][2]string{"row": {"事项", long}, "head": {long, "事项"}, "both": {long, long}} {
		cells := func(text string) [][]phrase.Run { return [][]phrase.Run{{{Text: text}}, {{Text: "说明"}}} }
		table := &phrase.Table{Head: cells(texts[0]), Rows: [][][]phrase.Run{cells(texts[1]), cells("末")}}
		rows := w.kit.layOut(w.standard, &phrase.Article{Blocks: []phrase.Block{table}})
		said, foot := "", w.standard.top+w.standard.height
		for _, s := range w.standard.paginate(rows) {
			for _, p := range s.texts {
				said += textOf(p.line)
				if p.y > foot {
					t.Errorf("%s: %q stands %.1f mm under the type area", name, textOf(p.line), p.y-foot)
				}
			}
		}
		for _, text := range texts {
			if got := strings.Count(unspaced(said), "办理"); strings.Count(texts[0]+texts[1], "办理") > got {
				t.Errorf("%s: %d characters of %q are left", name, got, text[:12])
			}
		}
	}
}
