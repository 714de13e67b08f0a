package document

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tonggao/generator/problem"
	"tonggao/generator/testkit"
)

const names = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`

// zipped is a zip with parts: name, content, name, content.
func zipped(parts ...string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i+1 < len(parts); i += 2 {
		f, _ := z.Create(parts[i])
		f.Write([]byte(parts[i+1]))
	}
	z.Close()
	return out.Bytes()
}

// documentOf is a .docx with a body and other parts, each without its root's name spaces.
func documentOf(body string, parts ...string) []byte {
	all := []string{"word/document.xml", "<w:document" + names + "><w:body>" + body + "</w:body></w:document>"}
	for i := 0; i+1 < len(parts); i += 2 {
		all = append(all, "word/"+parts[i]+".xml", "<w:"+parts[i]+names+">"+parts[i+1]+"</w:"+parts[i]+">")
	}
	return zipped(all...)
}

// p is a paragraph with properties and words.
func p(properties, words string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>"
}

func lvl(i int, format, text string, more ...string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, i, format, strings.Join(more, ""), text)
}

func in(list string, level int) string {
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%s"/></w:numPr>`, level, list)
}

var official = `<w:abstractNum w:abstractNumId="0">` + lvl(0, "chineseCountingThousand", "%1、") + lvl(1, "chineseCounting", "（%2）") + lvl(2, "decimal", "%3.") +
	lvl(3, "decimal", "（%4）") + lvl(4, "bullet", "") + lvl(5, "decimal", "%1.%6", "<w:isLgl/>") + lvl(6, "decimalEnclosedCircle", "%7") + lvl(7, "upperRoman", "第%8章") + lvl(8, "decimal", "%9", `<w:lvlRestart w:val="0"/>`) + `</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="L"/>` + lvl(0, "decimal", "%1）") + `</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`

var styled = `<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="C1"><w:name w:val="c1"/><w:basedOn w:val="C2"/></w:style><w:style w:styleId="C2"><w:name w:val="c2"/><w:basedOn w:val="C1"/></w:style>
<w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>`

var docxCases = []struct{ name, body, want string }{
	{"numbers with restarts", p(in("1", 0), "甲") + p(in("1", 1), "乙") + p(in("1", 2), "丙") + p(in("1", 1), "丁") + p(in("1", 2), "戊") + p(in("1", 0), "己") + p(in("1", 1), "庚"),
		"一、甲\n\n（一）乙\n\n1. 丙\n\n（二）丁\n\n1. 戊\n\n二、己\n\n（一）庚"},
	{"a list that begins anew goes on from there", p(in("1", 0), "甲") + p(in("2", 0), "乙") + p(in("2", 0), "丙") + p(in("1", 0), "丁"), "一、甲\n\n九、乙\n\n十、丙\n\n十一、丁"},
	{"a number of several parts is no day", p(in("1", 0), "甲") + p(in("1", 5), "5月停水") + p(in("1", 4), "点") + p(in("1", 6), "圈") + p(in("1", 7), "章"), "一、甲\n\n（1）5月停水\n\n- 点\n\n①圈\n\n第I章章"},
	{"a level that never restarts", p(in("1", 8), "甲") + p(in("1", 0), "乙") + p(in("1", 8), "丙"), "1. 甲\n\n一、乙\n\n2. 丙"},
	{"a list by way of a style", p(in("3", 0), "甲") + p(in("3", 0), "乙"), "1）甲\n\n2）乙"},
	{"numbers of styles, and none of the paragraph's own", p(`<w:pStyle w:val="1"/>`, "甲") + p(`<w:pStyle w:val="B"/>`, "乙") + p(`<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>`, "丙"), "一、甲\n\n二、乙\n\n## 丙"},
	{"headings without numbers", p("", "通知") + p(`<w:pStyle w:val="2"/>`, "时间") + p(`<w:pStyle w:val="2"/>`, "一、范围") + p(`<w:pStyle w:val="2"/>`, "本周停水。"), "通知\n\n## 时间\n\n一、范围\n\n本周停水。"},
	{"a title by its level", p(`<w:outlineLvl w:val="0"/>`, "通知") + p(`<w:outlineLvl w:val="1"/>`, "时间") + p(`<w:outlineLvl w:val="1"/>`, "范围"), "通知\n\n## 时间\n\n## 范围"},
	{"changes as accepted", `<w:p><w:r><w:t>停水</w:t></w:r><w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins><w:r><w:t>五</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>七</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>日</w:t></w:r></w:moveTo></w:p>`, "停水五日"},
	{"a deleted end of a paragraph", p(`<w:rPr><w:del w:id="1"/></w:rPr>`, "5月") + p("", "1日") + p("", "尾"), "5月1日\n\n尾"},
	{"hidden words", p(`<w:pStyle w:val="H"/>`, "藏") + `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r></w:p>`, "显"},
	{"breaks, tabs and runs", `<w:p><w:r><w:t>5</w:t></w:r><w:r><w:t>月</w:t><w:tab/><w:t>1日</w:t><w:br/><w:t>8</w:t><w:noBreakHyphen/><w:t>9时</w:t></w:r></w:p>`, "5月 1日\n8-9时"},
	{"fields, links and ruby", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>网址</w:t></w:r></w:hyperlink><w:r><w:ruby><w:rt><w:r><w:t>ting</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>停</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "网址停"},
	{"a text box, once", `<w:p><w:r><w:t>主</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>` + p("", "框") + `</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("", "框") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "主\n\n框"},
	{"a note behind its paragraph, once", `<w:p><w:r><w:t>主</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:p><w:r><w:t>次</w:t><w:footnoteReference w:id="2"/></w:r></w:p>`, "主\n\n注\n\n次"},
	{"contents", p(`<w:pStyle w:val="T"/>`, "时间 1") + p("", "时间"), "时间"},
	{"controls", `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>` + p("", "甲") + `</w:sdtContent></w:sdt>`, "甲"},
	{"merged cells", table(row(td("业务", ""), td("时间", `<w:gridSpan w:val="2"/>`)), row(td("水", `<w:vMerge w:val="restart"/>`), td("5月1日", ""), td("8时", "")), row(td("", `<w:vMerge/>`), td("5月2日", ""), td("9时", ""))),
		"| 业务 | 时间 |\n| --- | --- | --- |\n| 水 | 5月1日 | 8时 |\n| 水 | 5月2日 | 9时 |"},
	{"a table that lays out", table(row(td("停水通知", "")), row(td("5月1日停水。", ""))), "停水通知\n\n5月1日停水。"},
	{"paragraphs of a cell", table(row("<w:tc>"+p("", "甲")+p("", "乙。")+p("", "丙|丁")+"</w:tc>", td("戊", ""))), "| 甲 乙。丙｜丁 | 戊 |\n| --- | --- |"},
	{"a deleted row", table(`<w:tr><w:trPr><w:del/></w:trPr>`+td("旧", "")+td("旧", "")+"</w:tr>", row(td("甲", ""), td("乙", ""))), "| 甲 | 乙 |\n| --- | --- |"},
	{"styles in a circle", p(`<w:pStyle w:val="C1"/>`, "甲"), "甲"},
}

func table(rows ...string) string { return "<w:tbl>" + strings.Join(rows, "") + "</w:tbl>" }
func row(cells ...string) string  { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
func td(words, properties string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p("", words) + "</w:tc>"
}

func TestDocx(t *testing.T) {
	for _, c := range docxCases {
		notes := `<w:footnote w:id="0" w:type="separator">` + p("", "线") + `</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>注</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>`
		text, problems := Read("x.docx", documentOf(c.body, "styles", styled, "numbering", official, "footnotes", notes))
		if text == nil {
			t.Errorf("%s: %v", c.name, problems)
			continue
		}
		if got := strings.TrimSpace(text.Words); strings.ReplaceAll(got, "| --- | --- | --- |", "| --- | --- |") != strings.ReplaceAll(c.want, "| --- | --- | --- |", "| --- | --- |") {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// The parts of a document are where it says that they are.
func TestPartsByTheirRelations(t *testing.T) {
	rel := func(kind, target string) string {
		return `<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/></Relationships>`
	}
	raw := zipped("_rels/.rels", rel("officeDocument", "/word/document2.xml"), "word/_rels/document2.xml.rels", rel("numbering", "lists/numbering7.xml"),
		"word/document2.xml", "<w:document"+names+"><w:body>"+p(in("1", 0), "甲")+"</w:body></w:document>", "word/lists/numbering7.xml", "<w:numbering"+names+">"+official+"</w:numbering>")
	if text, problems := Read("x.docx", raw); text == nil || strings.TrimSpace(text.Words) != "一、甲" {
		t.Errorf("%v %v", text, problems)
	}
}

// A fact keeps its place: what audit shows of a line and column of the words.
func TestPlaces(t *testing.T) {
	body := p("", "甲") + "<w:p/>" + p("", "乙") + table(row(td("业务", ""), td("时间", "")), row(td("水", ""), td("8时", ""))) + p("", "丙")
	text, _ := Read("x.docx", documentOf(body))
	for words, want := range map[string]string{"甲": "paragraph 1", "乙": "paragraph 2", "8时": "table 1, row 2, cell 2", "水": "table 1, row 2, cell 1", "丙": "paragraph 3"} {
		before := text.Words[:strings.Index(text.Words, words)]
		at := problem.Position{File: "x.docx", Line: strings.Count(before, "\n") + 1, Column: utf8.RuneCountInString(before[strings.LastIndex(before, "\n")+1:]) + 1}
		if got := text.At(at); got.Place.Words().English != want || got.String() != "x.docx, "+want {
			t.Errorf("%s: %s, want %s", words, got, want)
		}
		if words == "8时" && text.Where(at) != "表1第2行第2格" {
			t.Error(text.Where(at))
		}
	}
}

// deep nests one element n times.
func deep(name string, n int) string {
	return strings.Repeat("<w:"+name+">", n) + strings.Repeat("</w:"+name+">", n)
}

// hostile are files that cost a careless reader its memory or its time.
func hostile() map[string][]byte {
	lol := `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`
	whole := documentOf(strings.Repeat(p("", "停水"), 200))
	circle := `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/><w:styleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	return map[string][]byte{
		"a bomb":            documentOf(strings.Repeat(" ", 64<<20)),
		"a bomb of words":   documentOf(p("", strings.Repeat("停", 4<<20))),
		"a bomb of styles":  documentOf(p("", "停水"), "styles", strings.Repeat("<w:style/>", 1<<20)),
		"entities":          zipped("word/document.xml", lol+"<w:document"+names+"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"),
		"deep":              documentOf(deep("sdt", 1<<20)),
		"many elements":     documentOf(strings.Repeat("<w:p/>", 1<<20)),
		"cut off":           whole[:len(whole)/2],
		"deep tables":       documentOf(strings.Repeat("<w:tbl><w:tr><w:tc>", 60) + p("", "停") + strings.Repeat("</w:tc></w:tr></w:tbl>", 60)),
		"a huge table":      documentOf(table(strings.Repeat(row(td(strings.Repeat("停", 300), `<w:gridSpan w:val="2147483647"/>`), td("水", "<w:vMerge/>")), 9000))),
		"numbering circles": documentOf(p(in("1", 0), "停水"), "numbering", circle),
		"wild numbers":      documentOf(p(in("1", 99), "停水")+p(in("-1", -1), "停电"), "numbering", strings.ReplaceAll(official, `w:start w:val="1"`, `w:start w:val="999999999999"`)),
		"many parts":        zipped(strings.Split(strings.Repeat("a;b;", mostParts+1), ";")...),
	}
}

// A hostile file is a problem, or words within bounds, in little time.
func TestHostileFilesCostNothing(t *testing.T) {
	for name, raw := range hostile() {
		began := testkit.Processor()
		text, problems := Read("x.docx", raw)
		if took := testkit.Processor() - began; took > 30*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if text == nil && (len(problems) != 1 || problems[0].Hint == "") {
			t.Errorf("%s: %v", name, problems)
		}
		if text != nil && len(text.Words) > mostWords {
			t.Errorf("%s gave %d octets", name, len(text.Words))
		}
	}
}

// FuzzDocx gives any body, styles and numbering to the reader of Word's files.
func FuzzDocx(f *testing.F) {
	for _, c := range docxCases {
		f.Add(c.body, styled, official)
	}
	f.Fuzz(func(t *testing.T, body, styles, numbering string) {
		sound(t, documentOf(body, "styles", styles, "numbering", numbering))
	})
}

// FuzzRead gives any octets to all readers, by their content.
func FuzzRead(f *testing.F) {
	f.Add([]byte("停水"))
	f.Add(documentOf(p("", "停水")))
	kept, _ := filepath.Glob("testdata/notices/*.*")
	for _, name := range kept {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(sound)
}

// sound reads a file, and holds that every line of it has a place or is its own.
func sound(t *testing.T, raw []byte) {
	text, problems := Read("x", raw)
	switch {
	case text == nil && len(problems) == 0:
		t.Error("no words and no problem")
	case text == nil:
	case len(text.Words) > mostWords || !utf8.ValidString(text.Words):
		t.Errorf("%d octets, or no UTF-8", len(text.Words))
	default:
		text.At(problem.Position{Line: 1 + strings.Count(text.Words, "\n")})
	}
}
