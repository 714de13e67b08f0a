package docx

import (
	"fmt"
	"net/url"

	"tonggao/generator/phrase"
)

func (w *writing) block(b phrase.Block) {
	switch b := b.(type) {
	case *phrase.Title:
		w.title(b)
	case *phrase.Heading:
		w.heading(b)
	case *phrase.Paragraph:
		s := styleText
		if b.Flush {
			s = styleFlush
		}
		w.paragraphs(s, "", b.Runs)
	case *phrase.List:
		w.list(b)
	case *phrase.Table:
		w.table(b)
	case *phrase.AnnexNote:
		w.annexNote(b)
	case *phrase.SignOff:
		w.signOff(b)
	case *phrase.AnnexHead:
		w.restart()
		w.paragraph(styleAnnexLabel, "", plain(b.Label))
		w.paragraph(styleAnnexTitle, "", w.entitled(b.Title))
	}
}

func plain(text string) []phrase.Run { return []phrase.Run{{Text: text}} }

// title spells 7.3.1: the title, and what stands under it.
func (w *writing) title(t *phrase.Title) {
	type line struct {
		style string
		runs  []phrase.Run
	}
	lines := []line{{styleTitle, w.entitled(t.Text)}}
	if t.Number != "" {
		lines = append(lines, line{styleNumber, plain(t.Number)})
	}
	if t.Edition != "" {
		lines = append(lines, line{styleUnder, plain(t.Edition)})
	}
	for _, change := range t.Changes {
		lines = append(lines, line{styleUnder, change})
	}
	for i, l := range lines {
		gap := ""
		switch {
		case i == len(lines)-1:
			gap = fmt.Sprintf(`<w:spacing w:after="%d"/>`, pitch) // a line stays empty before the text
		case i == 0:
			gap = fmt.Sprintf(`<w:spacing w:after="%d"/>`, pitch/3)
		}
		w.paragraph(l.style, gap, l.runs)
	}
}

// heading spells a heading. Its number is Word's where the counting allows.
func (w *writing) heading(h *phrase.Heading) {
	s := headingStyles[min(max(h.Level, 1), len(headingStyles))-1]
	if h.Question {
		s = styleQuestion
	}
	if ref, ok := w.headingNumber(h.Number); ok {
		w.paragraph(s, ref, h.Runs)
		return
	}
	w.paragraph(s, unnumbered, append(plain(h.Number), h.Runs...))
}

// list spells items like paragraphs that begin with their number.
func (w *writing) list(l *phrase.List) {
	count := w.newCount()
	for _, item := range l.Items {
		number := item.Number
		for _, b := range item.Blocks {
			p, ok := b.(*phrase.Paragraph)
			if !ok {
				w.block(b)
				number = ""
				continue
			}
			if ref, counted := w.itemNumber(count, number); counted {
				w.paragraphs(styleText, ref, p.Runs)
			} else {
				w.paragraphs(styleText, "", append(plain(number), p.Runs...))
			}
			number = ""
		}
	}
}

// annexNote spells 7.3.4: two characters in; turned lines stand under the annex's name.
func (w *writing) annexNote(a *phrase.AnnexNote) {
	for i, item := range a.Items {
		if i == 0 {
			w.paragraph(styleAnnexNote, "", plain(a.Label+item))
			continue
		}
		w.paragraph(styleAnnexNoteMore, "", plain(item))
	}
}

// paragraphs spells running text. A break that the author wants begins a new line as a
// paragraph would.
func (w *writing) paragraphs(style, more string, runs []phrase.Run) {
	from := 0
	for i, r := range runs {
		if r.Break {
			w.paragraph(style, more, runs[from:i])
			from, more = i+1, ""
		}
	}
	w.paragraph(style, more, runs[from:])
}

// paragraph spells one; more is what it has beside its style, in the order of the
// standard from numPr on.
func (w *writing) paragraph(style, more string, runs []phrase.Run) {
	kept := ""
	if w.kept > 0 {
		kept = `<w:keepNext/>`
	}
	fmt.Fprintf(w, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s%s</w:pPr>`, style, kept, more)
	for _, r := range runs {
		w.run(r)
	}
	w.WriteString(`</w:p>`)
}

// run spells words in one form; an address leads there.
func (w *writing) run(r phrase.Run) {
	if r.Break { // inside a title; elsewhere it begins a paragraph
		w.WriteString(`<w:r><w:br/></w:r>`)
	}
	if r.Text == "" {
		return
	}
	form := ""
	if r.Strong {
		form += `<w:rStyle w:val="` + styleStrong + `"/>`
	}
	if r.Gone {
		form += `<w:strike/>`
	}
	if form != "" {
		form = `<w:rPr>` + form + `</w:rPr>`
	}
	text := fmt.Sprintf(`<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, form, quoted(r.Text))
	if address, err := url.Parse(r.URL); err == nil && r.URL != "" { // Word refuses a file with an address that is none
		w.links = append(w.links, address.String())
		text = fmt.Sprintf(`<w:hyperlink r:id="link%d">%s</w:hyperlink>`, len(w.links), text)
	}
	w.WriteString(text)
}
