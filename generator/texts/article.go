package texts

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
)

// roomy is how many octets most articles have room in.
const roomy = 16 << 10

// Portal is the text for a portal's editor: elements that say what they are.
func (k *Kit) Portal() string {
	m := &markup{dialect: portal}
	m.text.Grow(roomy)
	m.blocks(k.article().Blocks)
	m.say("head1", k.words.Schedule)
	k.schedule(m)
	m.put("note", func() {
		m.words(fmt.Sprintf(k.words.Page, ""))
		m.run(phrase.Run{Text: k.Address, URL: k.Address})
	})
	m.say("note", k.version())
	return m.text.String()
}

// WeChat is the article for WeChat, as its editor keeps it. The title has a field of its
// own there; the code leads to the page, since links to it would be dropped.
func (k *Kit) WeChat() string {
	m := &markup{dialect: wechat}
	m.text.Grow(roomy)
	m.put("frame", func() {
		if k.Picture != "" {
			m.put("code", func() { m.text.WriteString(`<img src="` + html.EscapeString(k.Picture) + `" style="width: 100%;">`) })
		}
		m.say("head1", k.words.Schedule)
		k.schedule(m)
		m.blocks(k.article().Blocks)
		m.put("code", func() {
			m.text.WriteString(`<img src="` + html.EscapeString(k.Code) + `" style="width: 180px;">`)
		})
		m.say("note", k.words.Scan)
		m.say("note", fmt.Sprintf(k.words.Page, k.Address))
		m.say("note", k.version())
	})
	return m.text.String()
}

// Plain is the whole notice as plain text, for programs that read: as of when it is stands
// first and last, how its services stop and come back before the text itself.
func (k *Kit) Plain() string {
	asOf := k.voice.AsOf(k.Notice, k.Address)
	lines := []string{k.Title(), asOf, ""}
	for _, line := range slices.Concat(k.lines().services, k.lines().others) {
		lines = append(lines, line+strings.TrimSpace(k.words.Stop))
	}
	lines = append(lines, "", article.Text(k.article()), "", asOf)
	return strings.Join(lines, "\n") + "\n"
}

// schedule writes all milestones as a table of two columns.
func (k *Kit) schedule(m *markup) {
	var rows [][][]phrase.Run
	for _, x := range phrase.Schedule(k.Notice, k.Edition) {
		when, what := k.voice.Row(x)
		rows = append(rows, [][]phrase.Run{when, what})
	}
	m.table([][]phrase.Run{{{Text: k.words.When}}, {{Text: k.words.What}}}, rows)
}

// document is a page around a text, so that a browser shows it and all of it can be
// marked and copied.
func document(k *Kit, text string) string {
	return `<!DOCTYPE html>` + "\n" + `<html lang="` + string(k.voice.Language) + `"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>` +
		html.EscapeString(k.Title()) + "</title></head>\n<body>\n" + text + "\n</body></html>\n"
}
