package texts

import (
	"fmt"
	"html"
	"strings"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
)

// A dialect is the elements that an editor keeps, by what they are for. An element is
// left as it was entered, so its end is that of its first word.
type dialect struct {
	tags  map[string]string // the opening tags
	times bool              // time elements
	links bool              // a elements; else addresses stand in words
}

// portal has elements that say what a text is, and nothing of how it looks: a portal's
// editor has its own styles.
var portal = &dialect{times: true, links: true, tags: map[string]string{
	"title": `<h1>`, "head1": `<h2>`, "head2": `<h3>`, "head3": `<h4>`, "head4": `<h5>`, "text": `<p>`, "flush": `<p>`, "note": `<p>`, "sign": `<p>`, "strong": `<strong>`, "former": `<s>`,
	"table": `<table>`, "row": `<tr>`, "th": `<th>`, "td": `<td>`, "item": `<li>`, "list": `<ul>`,
}}

// wechat has what the editor of WeChat keeps after a draft has been saved: section, p,
// span, strong, br, img, table; styles in the elements; no class, no id, no list, no
// link, no position, nothing that needs a style sheet.
var wechat = &dialect{tags: map[string]string{
	"frame":  `<section style="font-size: 16px; line-height: 1.75; letter-spacing: 0.5px; color: #333333; text-align: justify;">`,
	"head1":  `<p style="margin: 24px 0px 8px; font-size: 18px; font-weight: bold; color: #b3261e;">`,
	"head2":  `<p style="margin: 18px 0px 6px; font-weight: bold;">`,
	"head3":  `<p style="margin: 12px 0px 4px; font-weight: bold;">`,
	"head4":  `<p style="margin: 12px 0px 4px; font-weight: bold;">`,
	"text":   `<p style="margin: 0px 0px 10px; text-indent: 2em;">`,
	"flush":  `<p style="margin: 0px 0px 10px;">`,
	"item":   `<p style="margin: 0px 0px 8px;">`,
	"note":   `<p style="margin: 0px 0px 8px; font-size: 14px; color: #666666; word-break: break-all;">`,
	"sign":   `<p style="margin: 0px; text-align: right;">`,
	"strong": `<strong style="font-weight: bold;">`,
	"former": `<span style="text-decoration: line-through;">`,
	"table":  `<table style="width: 100%; margin: 0px 0px 16px; border-collapse: collapse; word-break: break-all; font-size: 15px; line-height: 1.5;">`,
	"row":    `<tr>`,
	"th":     `<td style="padding: 6px 8px; border: 1px solid #c9c9c9; background-color: #f6efee; font-weight: bold; text-align: left; vertical-align: top;">`,
	"td":     `<td style="padding: 6px 8px; border: 1px solid #c9c9c9; text-align: left; vertical-align: top;">`,
	"code":   `<p style="margin: 20px 0px 6px; text-align: center;">`,
}}

// A markup grows by elements of a dialect.
type markup struct {
	dialect *dialect
	text    strings.Builder
}

// put writes an element around what inside writes.
func (m *markup) put(name string, inside func()) {
	tag := m.dialect.tags[name]
	m.text.WriteString(tag)
	inside()
	m.text.WriteString("</")
	m.text.WriteString(tag[1:strings.IndexAny(tag, " >")])
	m.text.WriteByte('>')
}

func (m *markup) say(name, text string) { m.put(name, func() { m.words(text) }) }

func (m *markup) words(text string) { m.text.WriteString(html.EscapeString(text)) }

func (m *markup) line(name, number string, runs []phrase.Run) {
	m.put(name, func() {
		m.words(number)
		m.runs(runs)
	})
}

func (m *markup) runs(runs []phrase.Run) {
	for _, r := range runs {
		switch {
		case r.Break:
			m.text.WriteString("<br>")
		case r.Paper && m.dialect.links:
		case r.Former:
			m.put("former", func() { m.run(r) })
		case r.Strong:
			m.put("strong", func() { m.run(r) })
		default:
			m.run(r)
		}
	}
}

func (m *markup) run(r phrase.Run) {
	switch {
	case r.Datetime != "" && m.dialect.times:
		m.between(`<time datetime="`+r.Datetime+`">`, r.Text, "</time>")
	case r.URL != "" && m.dialect.links:
		m.between(`<a href="`+html.EscapeString(r.URL)+`">`, r.Text, "</a>")
	default:
		m.words(r.Text)
	}
}

func (m *markup) between(begin, text, end string) {
	m.text.WriteString(begin)
	m.words(text)
	m.text.WriteString(end)
}

// blocks writes an article without its title, which stands in a field of its own
// wherever it goes.
func (m *markup) blocks(blocks []article.Block) {
	for _, b := range blocks {
		m.block(b)
	}
}

func (m *markup) block(b article.Block) {
	switch b := b.(type) {
	case *article.Title:
		m.title(b)
	case *article.Heading:
		m.line(fmt.Sprintf("head%d", b.Level), b.Number, b.Runs)
	case *article.Paragraph:
		name := "text"
		if b.Flush {
			name = "flush"
		}
		m.line(name, "", b.Runs)
	case *article.List:
		m.list(b)
	case *article.Table:
		m.table(b.Head, b.Rows)
	case *article.AnnexNote:
		for i, item := range b.Items {
			if i == 0 {
				item = b.Label + item
			}
			m.say("flush", item)
		}
	case *article.SignOff:
		for _, line := range append(append([]string{}, b.Issuers...), b.Date, b.Revised) {
			if line != "" {
				m.say("sign", line)
			}
		}
	case *article.AnnexHead:
		m.say("flush", b.Label)
		m.say("head1", b.Title)
	}
}

func (m *markup) title(t *article.Title) {
	if m.dialect.tags["title"] != "" {
		m.say("title", t.Text)
	}
	for _, line := range []string{t.Edition, t.Number} {
		if line != "" {
			m.say("note", line)
		}
	}
	for _, change := range t.Changes {
		m.line("flush", "", change)
	}
}

// list writes the items of a list: numbers are text, since their forms are those of
// official documents, and an editor's own lists would count anew.
func (m *markup) list(l *article.List) {
	if m.dialect.tags["list"] == "" || l.Ordered {
		for _, item := range l.Items {
			m.item(item, l.Ordered)
		}
		return
	}
	m.put("list", func() {
		for _, item := range l.Items {
			m.put("item", func() { m.inside(item) })
		}
	})
}

func (m *markup) item(item article.Item, ordered bool) {
	number, rest := item.Number, item.Blocks
	if !ordered {
		number = "• "
	}
	if len(rest) > 0 {
		if first, ok := rest[0].(*article.Paragraph); ok {
			name := "flush"
			if !ordered {
				name = "item"
			}
			if m.dialect.tags["list"] != "" {
				name = "text"
			}
			m.line(name, number, first.Runs)
			rest = rest[1:]
		}
	}
	m.blocks(rest)
}

// inside writes what an item of a list holds: its first paragraph without an element.
func (m *markup) inside(item article.Item) {
	rest := item.Blocks
	if len(rest) > 0 {
		if first, ok := rest[0].(*article.Paragraph); ok {
			m.runs(first.Runs)
			rest = rest[1:]
		}
	}
	m.blocks(rest)
}

func (m *markup) table(head [][]phrase.Run, rows [][][]phrase.Run) {
	m.put("table", func() {
		m.text.WriteString("<tbody>")
		if len(head) > 0 {
			m.row("th", head)
		}
		for _, row := range rows {
			m.row("td", row)
		}
		m.text.WriteString("</tbody>")
	})
}

func (m *markup) row(name string, cells [][]phrase.Run) {
	m.put("row", func() {
		for _, cell := range cells {
			m.line(name, "", cell)
		}
	})
}
