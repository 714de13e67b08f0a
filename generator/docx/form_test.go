package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
)

// orders are what ISO/IEC 29500-1 lets stand in an element, in its order, as far as
// this program writes it. Word refuses a file that breaks it.
var orders = map[string]string{
	"p":           "pPr r hyperlink",
	"pPr":         "pStyle keepNext keepLines pageBreakBefore widowControl numPr tabs snapToGrid spacing ind jc outlineLvl",
	"rPr":         "rStyle rFonts b strike spacing kern sz szCs lang",
	"r":           "rPr tab t br fldChar instrText",
	"tbl":         "tblPr tblGrid tr",
	"tblPr":       "tblStyle tblW tblBorders tblLayout tblCellMar tblLook",
	"tblBorders":  "top left bottom right insideH insideV",
	"tblCellMar":  "top left bottom right",
	"tr":          "trPr tc",
	"trPr":        "cantSplit tblHeader",
	"tc":          "tcPr p",
	"tcPr":        "tcW vMerge",
	"lvl":         "start numFmt pStyle suff lvlText lvlJc pPr",
	"num":         "abstractNumId lvlOverride",
	"abstractNum": "multiLevelType lvl",
	"numbering":   "abstractNum num",
	"style":       "name aliases basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
	"sectPr":      "footerReference pgSz pgMar docGrid",
	"font":        "altName charset family pitch",
	"settings":    "zoom defaultTabStop evenAndOddHeaders drawingGridVerticalSpacing characterSpacingControl compat",
}

// unordered elements hold these in any order.
var unordered = []string{"body", "p", "r"}

func unpacked(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	if !bytes.HasPrefix(file[30:], []byte("[Content_Types].xml")) {
		t.Error("the file opens with another part than its types")
	}
	return unpackedAny(t, file)
}

// unpackedAny unpacks a file that another program may have written.
func unpackedAny(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// An element, read.
type element struct {
	XMLName    xml.Name
	Attributes []xml.Attr `xml:",any,attr"`
	Children   []element  `xml:",any"`
	Text       string     `xml:",chardata"`
}

func read(t *testing.T, part []byte) element {
	t.Helper()
	var e element
	if err := xml.Unmarshal(part, &e); err != nil {
		t.Fatal(err)
	}
	return e
}

func (e element) value(name string) string {
	for _, a := range e.Attributes {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// under are the elements of a name inside another.
func (e element) under(name string) []element {
	var all []element
	for _, c := range e.Children {
		if c.XMLName.Local == name {
			all = append(all, c)
		}
		all = append(all, c.under(name)...)
	}
	return all
}

// follow holds an element and all in it to the orders.
func follow(t *testing.T, part string, e element) {
	t.Helper()
	order, known := orders[e.XMLName.Local]
	last := 0
	for _, c := range e.Children {
		follow(t, part, c)
		if !known {
			continue
		}
		at := slices.Index(strings.Fields(order), c.XMLName.Local)
		if at < 0 || at < last && !slices.Contains(unordered, e.XMLName.Local) {
			t.Errorf("%s: %s holds %s, behind %s", part, e.XMLName.Local, c.XMLName.Local, strings.Fields(order)[last])
			return
		}
		last = at
	}
}

// check holds a file to the orders, and finds all that one part names in another.
func check(t *testing.T, file []byte) map[string][]byte {
	t.Helper()
	all := unpacked(t, file)
	for name, part := range all {
		follow(t, name, read(t, part))
		if name != "[Content_Types].xml" && !strings.HasSuffix(name, ".rels") && !strings.Contains(string(all["[Content_Types].xml"]), `PartName="/`+name+`"`) {
			t.Errorf("no type for %s", name)
		}
	}
	document, styles, numbers := read(t, all["word/document.xml"]), read(t, all["word/styles.xml"]), read(t, all["word/numbering.xml"])
	named := func(in element, kind, attribute, value string) bool {
		return slices.ContainsFunc(in.under(kind), func(e element) bool { return e.value(attribute) == value })
	}
	for _, kind := range []string{"pStyle", "rStyle", "tblStyle", "basedOn", "next"} {
		for _, e := range append(append(document.under(kind), styles.under(kind)...), numbers.under(kind)...) {
			if !named(styles, "style", "styleId", e.value("val")) {
				t.Errorf("no style %s", e.value("val"))
			}
		}
	}
	for _, e := range append(document.under("numId"), styles.under("numId")...) {
		if id := e.value("val"); id != "0" && !named(numbers, "num", "numId", id) {
			t.Errorf("no sequence %s", id)
		}
	}
	links := read(t, all["word/_rels/document.xml.rels"])
	for _, kind := range []string{"hyperlink", "footerReference"} {
		for _, e := range document.under(kind) {
			if !named(links, "Relationship", "Id", e.value("id")) {
				t.Errorf("nothing at %s", e.value("id"))
			}
		}
	}
	for _, e := range links.Children {
		if target := e.value("Target"); e.value("TargetMode") == "" && all["word/"+target] == nil {
			t.Errorf("no part %s", target)
		}
	}
	return all
}

// TestFormOfParts holds an article with one of everything to the form. Every style of
// GB/T 9704 is there and used, no face is a theme's.
func TestFormOfParts(t *testing.T) {
	all := check(t, file(t, every(true)))
	document, styles := read(t, all["word/document.xml"]), read(t, all["word/styles.xml"])
	used := map[string]bool{}
	for _, e := range document.under("pStyle") {
		used[e.value("val")] = true
	}
	for _, s := range styles.under("style") {
		id := s.value("styleId")
		if s.value("type") == "paragraph" && id != styleFooter && !used[id] {
			t.Errorf("nothing has the style %s", id)
		}
	}
	for name, part := range all {
		if bytes.Contains(part, []byte("Theme=")) {
			t.Errorf("%s names a theme", name)
		}
	}
}

// TestNumbersAreWords has Word count every number that it can: what stays typed is what
// no counting gives.
func TestNumbersAreWords(t *testing.T) {
	all := unpacked(t, file(t, every(false)))
	document := read(t, all["word/document.xml"])
	counted := 0
	for _, e := range document.under("numId") {
		if e.value("val") != "0" {
			counted++
		}
	}
	if want := 8 + 2 + 3 + 1; counted != want { // headings, two lists, the annex
		t.Errorf("Word counts %d numbers, want %d", counted, want)
	}
	for _, e := range document.under("t") {
		if strings.HasPrefix(e.Text, "一、") || strings.HasPrefix(e.Text, "（一）") {
			t.Errorf("typed: %s", e.Text)
		}
	}
}

// TestHostileWordsStayText puts what ends elements and attributes everywhere in an
// article: the file keeps its form and says them back.
func TestHostileWordsStayText(t *testing.T) {
	const hostile = `"]]></w:t></w:r><w:fldSimple w:instr="DDEAUTO c:\\x"/><!--&amp;<a b='` + "\x01\r\n"
	a := &article.Article{Blocks: []article.Block{
		&article.Title{Text: hostile, Number: hostile, Edition: hostile, Changes: [][]phrase.Run{runs(hostile)}},
		&article.Heading{Level: 1, Number: hostile, Runs: runs(hostile)},
		&article.Paragraph{Runs: []phrase.Run{{Text: hostile, URL: "https://a.test/" + hostile, Strong: true}}},
		&article.List{Items: []article.Item{{Number: hostile, Blocks: []article.Block{&article.Paragraph{Runs: runs(hostile)}}}}},
		&article.Table{Head: cells(hostile), Rows: [][][]phrase.Run{cells(hostile)}},
		&article.AnnexNote{Label: hostile, Items: []string{hostile}},
		&article.SignOff{Issuers: []string{hostile}, Date: hostile, Revised: hostile},
		&article.AnnexHead{Label: hostile, Title: hostile},
	}}
	all := check(t, file(t, a))
	document := read(t, all["word/document.xml"])
	said, count := strings.TrimSpace(strings.ReplaceAll(hostile, "\x01", "\uFFFD")), 0
	for _, e := range document.under("t") {
		count += strings.Count(e.Text, said)
	}
	if count != 18 {
		t.Errorf("the words are said %d times", count)
	}
	if len(document.under("fldSimple")) > 0 {
		t.Error("words became a field")
	}
}

// TestSameArticleSameFile spells an article twice.
func TestSameArticleSameFile(t *testing.T) {
	first := file(t, every(true))
	if !bytes.Equal(first, file(t, every(true))) {
		t.Error("it comes out in two ways")
	}
	if !bytes.Contains(first, []byte("核对码 ABCD-1234")) {
		t.Error("verify does not find its code")
	}
}
