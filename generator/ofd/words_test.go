package ofd

import (
	"bytes"
	"strings"
	"testing"

	"tonggao/generator/placed"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestHostileWordsStayText puts what ends elements and attributes everywhere in a
// document: the file keeps its form and says them back.
func TestHostileWordsStayText(t *testing.T) {
	const hostile = `"]]></ofd:Title><ofd:Permissions/><!--&amp;<a b='` + "\x01\r\n"
	c, p := press(t)
	doc := composed(t, c, chosen(p)[0])
	doc.Title, doc.Author, doc.Subject, doc.Keywords = hostile, hostile, hostile, hostile
	doc.Outline = []placed.Bookmark{{Entry: placed.Entry{Text: hostile}}}
	doc.Files = []placed.Attachment{{Name: hostile + "/../../x.ics", Kind: "text/calendar", What: hostile, Content: []byte(hostile)}}
	cells := doc.Sheets[0].Texts[0].Cells
	for i, r := range []rune(`</ofd:TextCode>"&]]>`)[:min(len(cells), 12)] {
		cells[i].Char = r
	}
	var b bytes.Buffer
	if err := Write(&b, doc); err != nil {
		t.Fatal(err)
	}
	all := unpacked(t, b.Bytes())
	said := strings.ReplaceAll(hostile, "\x01", "\uFFFD")
	entrance, document, attachments := read(t, all["OFD.xml"]), read(t, all["Doc_0/Document.xml"]), read(t, all["Doc_0/Attachs/Attachments.xml"])
	for _, e := range []element{entrance, document, attachments, read(t, all["Doc_0/Pages/Page_0/Content.xml"])} {
		follow(t, e, "")
	}
	for name, got := range map[string]string{"title": text(entrance, "Title"), "author": text(entrance, "Author"), "subject": text(entrance, "Subject"),
		"outline": under(document, "OutlineElem")[0].attributes["Title"], "use": under(attachments, "Attachment")[0].attributes["Usage"]} {
		if got != said {
			t.Errorf("%s says %q", name, got)
		}
	}
	if string(all["Doc_0/Attachs/attachment_1.txt"]) != hostile {
		t.Error("the attachment is not where it should be")
	}
}

// TestSameDocumentSameFile spells a document twice, and looks for what the file says of
// itself where verify finds it: not compressed.
func TestSameDocumentSameFile(t *testing.T) {
	c, p := press(t)
	for _, o := range chosen(p) {
		first, second := spelled(t, c, o), spelled(t, c, o)
		if !bytes.Equal(first, second) {
			t.Errorf("%s comes out in two ways", o.Path)
		}
		code := o.Notice.ShortCode(nil)
		switch {
		case o.Milestone != nil:
			code = o.Milestone.ShortCode()
		case o.OfChange():
			code = o.Notice.Change().ShortCode(o.Notice)
		}
		for _, want := range []string{"核对码 " + code, "<ofd:ModDate>2021-12-31</ofd:ModDate>", o.Path, "<ofd:Author>常熟市医疗保障局</ofd:Author>"} {
			if !bytes.Contains(first, []byte(want)) {
				t.Errorf("%s does not say %s", o.Path, want)
			}
		}
	}
}

// TestOutlineNests spells outlines of every shape that a document can have.
func TestOutlineNests(t *testing.T) {
	for _, levels := range [][]int{{0}, {0, 0}, {0, 1}, {0, 1, 2, 0}, {0, 1, 1, 2, 2, 1, 0, 1}, {0, 1, 2, 3}} {
		doc := &placed.Document{About: placed.About{Title: "空白", Language: site.Chinese, Day: testkit.Day(t, "2021-12-20")}, Sheets: make([]placed.Sheet, 1)}
		for _, level := range levels {
			doc.Outline = append(doc.Outline, placed.Bookmark{Entry: placed.Entry{Text: "项", Level: level}})
		}
		var b bytes.Buffer
		if err := Write(&b, doc); err != nil {
			t.Fatal(err)
		}
		var got []int
		var walk func(e element, level int)
		walk = func(e element, level int) {
			for _, c := range e.children {
				if c.name == "OutlineElem" {
					got = append(got, level)
					walk(c, level+1)
				}
			}
		}
		walk(under(read(t, unpacked(t, b.Bytes())["Doc_0/Document.xml"]), "Outlines")[0], 0)
		if len(got) != len(levels) {
			t.Fatalf("%v became %v", levels, got)
		}
		for i := range got {
			if got[i] != levels[i] {
				t.Errorf("%v became %v", levels, got)
			}
		}
	}
}

// BenchmarkNotice spells a notice that is laid out: docs/performance.md has the figures.
func BenchmarkNotice(b *testing.B) {
	c, p := press(b)
	doc := composed(b, c, chosen(p)[0])
	var file bytes.Buffer
	b.ReportAllocs()
	before := testkit.Processor()
	for b.Loop() {
		file.Reset()
		if err := Write(&file, doc); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64((testkit.Processor()-before).Microseconds())/1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(file.Len()), "octets/file")
}
