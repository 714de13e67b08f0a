package docx

import (
	"fmt"

	"tonggao/generator/phrase"
)

// table spells a table over the whole width of the type area; its head stands again at
// the top of each page, and no row is parted. A first cell that is left empty under
// another is one with it.
func (w *writing) table(t *phrase.Table) {
	widths := widthsOf(t)
	w.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="` + styleTable + `"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, width)
	}
	w.WriteString(`</w:tblGrid>`)
	if len(t.Head) > 0 {
		w.row(t.Head, widths, styleTableHead, `<w:cantSplit/><w:tblHeader/>`, "")
	}
	for i, cells := range t.Rows {
		goesOn := i+1 < len(t.Rows) && opensEmpty(t.Rows[i+1])
		merge := ""
		switch {
		case i > 0 && opensEmpty(cells):
			merge = `<w:vMerge/>`
		case goesOn && !opensEmpty(cells):
			merge = `<w:vMerge w:val="restart"/>`
		}
		w.row(cells, widths, styleTableText, `<w:cantSplit/>`, merge)
	}
	w.WriteString(`</w:tbl>`)
}

func opensEmpty(cells [][]phrase.Run) bool { return len(cells) > 0 && phrase.Plain(cells[0]) == "" }

func (w *writing) row(cells [][]phrase.Run, widths []int, style, form, merge string) {
	fmt.Fprintf(w, `<w:tr><w:trPr>%s</w:trPr>`, form)
	for i, width := range widths {
		if i > 0 {
			merge = ""
		}
		fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>`, width, merge)
		var runs []phrase.Run
		if i < len(cells) {
			runs = cells[i]
		}
		w.paragraphs(style, "", runs)
		w.WriteString(`</w:tc>`)
	}
	w.WriteString(`</w:tr>`)
}

// widthsOf shares the width by what the columns hold: where that is too much, the wide
// ones give.
func widthsOf(t *phrase.Table) []int {
	count := len(t.Head)
	for _, cells := range t.Rows {
		count = max(count, len(cells))
	}
	wants := make([]int, count)
	for _, cells := range append([][][]phrase.Run{t.Head}, t.Rows...) {
		for i, cell := range cells {
			wants[i] = max(wants[i], widthOf(phrase.Plain(cell))+character)
		}
	}
	room, total := twips(typeWidth), 0
	most := room // hundredths of a character are as good a unit as any
	for limit := most; ; limit -= character {
		total = 0
		for _, want := range wants {
			total += min(want, limit)
		}
		if total*tableSize/character <= room || limit <= 4*character {
			most = limit
			break
		}
	}
	for i := range wants {
		wants[i] = min(wants[i], most) * room / total
	}
	return wants
}

// tableSize is 四号, 14 points.
const tableSize = 280

// widthOf is how wide text is set, in hundredths of a character: letters and figures
// take half a character.
func widthOf(text string) int {
	width := 0
	for _, r := range text {
		if r < 0x2000 {
			width += character / 2
		} else {
			width += character
		}
	}
	return width
}
