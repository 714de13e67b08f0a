package docx

import (
	"fmt"
	"strings"
)

// head opens every part.
const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// Namespaces, and what kinds of parts and relationships are called.
const (
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	linkSpace = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

	kind  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	leads = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="` + kind + `document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + kind + `styles+xml"/>` +
	`<Override PartName="/word/numbering.xml" ContentType="` + kind + `numbering+xml"/><Override PartName="/word/settings.xml" ContentType="` + kind + `settings+xml"/>` +
	`<Override PartName="/word/fontTable.xml" ContentType="` + kind + `fontTable+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="` + kind + `footer+xml"/><Override PartName="/word/footer2.xml" ContentType="` + kind + `footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const relationSpace = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`

const packageLinks = `<Relationships ` + relationSpace + `><Relationship Id="document" Type="` + leads + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

// relationships lead from the text to the other parts and to addresses.
func (w *writing) relationships() string {
	var b strings.Builder
	b.WriteString(`<Relationships ` + relationSpace + `>`)
	for _, part := range []string{"styles", "numbering", "settings", "fontTable"} {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s%[1]s" Target="%[1]s.xml"/>`, part, leads)
	}
	for i, id := range []string{"odd", "even"} {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%sfooter" Target="footer%d.xml"/>`, id, leads, i+1)
	}
	for i, url := range w.links {
		fmt.Fprintf(&b, `<Relationship Id="link%d" Type="%shyperlink" Target="%s" TargetMode="External"/>`, i+1, leads, quoted(url))
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

// settings: feet differ between odd and even pages; marks may be squeezed.
const settings = `<w:settings ` + wordSpace + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="579"/>` +
	`<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:ulTrailSpace/><w:adjustLineHeightInTable/><w:useFELayout/>` +
	`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

// section is the page: its size, its edges, its grid of 22 lines. A grid of characters too is set differently by
// every program; what brings 28 into a line is tightened.
var section = fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/><w:pgSz w:w="%d" w:h="%d"/>`+
	`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="%d" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="%d"/></w:sectPr>`,
	twips(pageWidth), twips(pageHeight), twips(topEdge), twips(rightEdge), twips(bottomEdge), twips(leftEdge), twips(numberFoot), pitch)

// foot is the number of a page (7.5): 四号 between dashes, one character from the outer
// edge, which is the right one of odd pages.
func foot(side, edge string) string {
	field := `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	return fmt.Sprintf(`<w:ftr %s><w:p><w:pPr><w:pStyle w:val="%s"/><w:ind w:%sChars="100" w:%[3]s="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="%s"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>%s<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`,
		wordSpace, styleFooter, edge, side, field)
}

// fontTable says which face to take where one is missing (17.8.3.10, altName).
func fontTable() string {
	var b strings.Builder
	b.WriteString(`<w:fonts ` + wordSpace + `>`)
	for _, f := range instead {
		fmt.Fprintf(&b, `<w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/><w:family w:val="%s"/><w:pitch w:val="default"/></w:font>`, f.face, f.others, f.family)
	}
	b.WriteString(`</w:fonts>`)
	return b.String()
}
