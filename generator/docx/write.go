package docx

import (
	"fmt"
	"io"
	"strings"

	"tonggao/generator/article"
	"tonggao/generator/pack"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/sense"
	"tonggao/generator/site"
)

// A File is an article and what its file says of itself.
type File struct {
	Article *article.Article

	Title, Author string
	Subject       string // revision and code
	Keywords      string // path and address
	Day           site.Day

	Sense sense.Sense // where titles can be broken
}

// A Writer spells the planned Word files of one site. It is made once a build and may
// be used by many goroutines at once.
type Writer struct {
	plan  *plan.Plan
	sense sense.Sense
}

// New makes a writer.
func New(p *plan.Plan) *Writer { return &Writer{p, sense.Of(p.Site)} }

// Write spells one output.
func (d *Writer) Write(to io.Writer, o plan.Output) error { return Write(to, d.Of(o)) }

// Of is the file of an output: of a notice, or of the notice of its change.
func (d *Writer) Of(o plan.Output) File {
	n, v := o.Notice, phrase.In(site.Chinese)
	f := File{Article: article.Of(v, n, nil), Title: n.Title, Author: v.List(n.Issuers), Day: n.Latest().On, Sense: d.sense}
	if o.OfChange() {
		f.Article, f.Title = article.OfChange(v, n), article.TitleOfChange(v, n)
	}
	f.Subject = fmt.Sprintf("%s　第%d版　核对码 %s", v.Day(f.Day), n.Latest().Number, o.ShortCode())
	f.Keywords = o.Path + " " + d.plan.URL(o.Page())
	return f
}

// A writing is an article on its way into a file.
type writing struct {
	strings.Builder
	numbering
	sense sense.Sense
	links []string // addresses, by the number of their relationship
	kept  int      // paragraphs from here on stay with what follows: the last of the text with the sign-off
}

// Write spells an article as a file.
func Write(to io.Writer, f File) error {
	w := &writing{sense: f.Sense, numbering: numbering{begun: []sequence{{heading: true, level: 1, from: 1}}}}
	w.WriteString(head + `<w:document ` + wordSpace + ` ` + linkSpace + `><w:body>`)
	blocks := f.Article.Blocks
	for i, b := range blocks {
		w.kept = 0
		if i+2 >= len(blocks) || closes(blocks[i+1:min(i+3, len(blocks))]) {
			w.kept = 1
		}
		w.block(b)
	}
	w.WriteString(section + `</w:body></w:document>`)
	files := []pack.File{
		{Name: "[Content_Types].xml", Content: []byte(head + contentTypes)},
		{Name: "_rels/.rels", Content: []byte(head + packageLinks)},
		{Name: "docProps/core.xml", Content: []byte(head + f.properties()), Plain: true},
		{Name: "word/document.xml", Content: []byte(w.String())},
		{Name: "word/_rels/document.xml.rels", Content: []byte(head + w.relationships())},
		{Name: "word/styles.xml", Content: []byte(head + styleSheet())},
		{Name: "word/numbering.xml", Content: []byte(head + w.definitions())},
		{Name: "word/settings.xml", Content: []byte(head + settings)},
		{Name: "word/fontTable.xml", Content: []byte(head + fontTable())},
		{Name: "word/footer1.xml", Content: []byte(head + foot("right", "right"))},
		{Name: "word/footer2.xml", Content: []byte(head + foot("left", "left"))},
	}
	return pack.Write(to, files, f.Day.Start())
}

// closes reports whether a sign-off is among the next blocks of a text.
func closes(next []article.Block) bool {
	for _, b := range next {
		if _, ok := b.(*article.SignOff); ok {
			return true
		}
	}
	return false
}

// properties are what the file says of itself (ISO/IEC 29500-2, 11), stored as they
// are, so that verify finds the sheet and its code.
func (f File) properties() string {
	day := f.Day.Start().UTC().Format("2006-01-02T15:04:05Z")
	return fmt.Sprintf(`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`+
		`<dc:title>%s</dc:title><dc:subject>%s</dc:subject><dc:creator>%s</dc:creator><cp:keywords>%s</cp:keywords><dc:language>zh-CN</dc:language>`+
		`<dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">%[5]s</dcterms:modified></cp:coreProperties>`,
		quoted(f.Title), quoted(f.Subject), quoted(f.Author), quoted(f.Keywords), day)
}
