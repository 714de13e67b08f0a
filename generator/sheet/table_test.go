package sheet

import (
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/testkit"
)

// TestTallTableRowsGoOnOverleaf holds that a row, or a head, that is higher than a
// page ends, is printed whole, and stays within the type area.
func TestTallTableRowsGoOnOverleaf(t *testing.T) {
	w, _ := press(t, testkit.Regions())
	long := strings.Repeat("暂停联网结算办理", 120)
	for name, texts := range map[string][2]string{"row": {"事项", long}, "head": {long, "事项"}, "both": {long, long}} {
		cells := func(text string) [][]phrase.Run { return [][]phrase.Run{{{Text: text}}, {{Text: "说明"}}} }
		table := &article.Table{Head: cells(texts[0]), Rows: [][][]phrase.Run{cells(texts[1]), cells("末")}}
		rows := layOut(w.kit, w.standard, &article.Article{Blocks: []article.Block{table}})
		said, foot := "", w.standard.top+w.standard.height
		for _, s := range w.standard.paginate(rows) {
			for _, p := range s.Texts {
				said += p.Line.Text()
				if p.Y > foot {
					t.Errorf("%s: %q stands %.1f mm under the type area", name, p.Line.Text(), p.Y-foot)
				}
			}
		}
		for _, text := range texts {
			if got := strings.Count(testkit.Unspaced(said), "办理"); strings.Count(texts[0]+texts[1], "办理") > got {
				t.Errorf("%s: %d characters of %q are left", name, got, text[:12])
			}
		}
	}
}

// TestTableRowsKeepCompany lays tables of every length out at every height: no page has
// one row of a table alone when there are more.
func TestTableRowsKeepCompany(t *testing.T) {
	w, _ := press(t, testkit.Regions())
	cells := func(texts ...string) (row [][]phrase.Run) {
		for _, text := range texts {
			row = append(row, []phrase.Run{{Text: text}})
		}
		return row
	}
	for above := range 24 {
		for rows := 2; rows < 40; rows += 3 {
			a := &article.Article{}
			for range above {
				a.Blocks = append(a.Blocks, plain(8))
			}
			table := &article.Table{Head: cells("部门", "电话")}
			for range rows {
				table.Rows = append(table.Rows, cells("经办科", "0512-5280"))
			}
			a.Blocks = append(a.Blocks, table)
			for i, s := range w.standard.paginate(layOut(w.kit, w.standard, a)) {
				if n := strings.Count(said(s, 0), "经办科"); n == 1 {
					t.Errorf("%d lines, %d rows: one row alone on page %d", above, rows, i+1)
				}
			}
		}
	}
}

// TestEmptyCellsGoOn holds that a first cell which is left empty is one with that above:
// no line parts them, on no page; and that in a run too long for this it is repeated.
func TestEmptyCellsGoOn(t *testing.T) {
	w, _ := press(t, testkit.Regions())
	for _, c := range []struct{ run, names, lines int }{{3, 12, 12}, {8, 12, 12}, {20, 12 * 20, 12 * 20}} {
		table := &article.Table{}
		for i := range 12 * c.run {
			name := ""
			if i%c.run == 0 {
				name = "参保管理科"
			}
			table.Rows = append(table.Rows, [][]phrase.Run{{{Text: name}}, {{Text: "0571-85119460"}}})
		}
		names, lines := 0, 0
		for _, s := range w.standard.paginate(layOut(w.kit, w.standard, &article.Article{Blocks: []article.Block{table}})) {
			text := said(s, 0)
			names += strings.Count(text, "参保管理科")
			if !strings.HasPrefix(text, "参保管理科") {
				t.Errorf("%d: a page begins with %.30s", c.run, text)
			}
			for _, r := range s.Rules {
				if r.Y1 == r.Y2 && r.X1 < w.standard.left+1 && r.Thickness == thinRule {
					lines++
				}
			}
		}
		if names != c.names || lines != c.lines {
			t.Errorf("%d: %d names and %d lines, want %d and %d", c.run, names, lines, c.names, c.lines)
		}
	}
}
