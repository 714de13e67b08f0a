package pdftext

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tonggao/generator/testkit"
)

// fileOf is a PDF of objects, the first of which is its root; a stream is an object
// that has one.
func fileOf(objects ...string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	out.WriteString("trailer << /Root 1 0 R >>\n")
	return out.Bytes()
}

func stream(dict, content string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", dict, len(content), content)
}

func packed(dict, content string) string {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write([]byte(content))
	z.Close()
	return stream(dict+" /Filter /FlateDecode", out.String())
}

const (
	root  = "<< /Type /Catalog /Pages 2 0 R >>"
	pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
	page  = "<< /Type /Page /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>"
	gbk   = "<< /Type /Font /Subtype /Type0 /Encoding /GBK-EUC-H /DescendantFonts [<< /W [1 [500]] >>] >>"
	latin = "<< /Type /Font /Subtype /Type1 /FirstChar 32 /Widths [" + "250 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500" + "] >>"
)

func drawn(content string, more ...string) []byte {
	return fileOf(append([]string{root, pages, page, packed("", content), gbk}, more...)...)
}

func linesIn(t *testing.T, raw []byte) string {
	t.Helper()
	all, err := Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, p := range all.Pages {
		for _, l := range p.Lines {
			words = append(words, l.Words)
		}
	}
	return strings.Join(words, "/")
}

var contents = []struct{ name, content, want string }{
	{"an encoding of China", "BT /F 12 Tf 100 700 Td <CDA3CBAE> Tj ET", "停水"},
	{"lines by where they stand", "BT /F 12 Tf 14 TL 100 700 Td <CDA3> Tj <CBAE> Tj T* <CDA8> Tj 0 -14 Td <B8E6> Tj ET", "停水/通/告"},
	{"gaps", "BT /F 10 Tf 100 700 Td [(8) -100 (9) -400 (1)] TJ ET", "89 1"},
	{"cells", "BT /F 10 Tf 100 700 Td <CDA3> Tj 80 0 Td <CBAE> Tj ET", "停/水"},
	{"a rule between cells", "105 690 1 30 re f BT /F 10 Tf 90 700 Td <CDA3> Tj 18 0 Td <CBAE> Tj ET", "停/水"},
	{"twice for bold", "BT /F 12 Tf 100 700 Td <CDA3> Tj ET BT 100.2 700 Td <CDA3> Tj ET", "停"},
	{"the mark of a note", "BT /F 12 Tf 100 700 Td <CDA3> Tj /F 7 Tf 5 Ts (1) Tj 0 Ts /F 12 Tf <CBAE> Tj ET", "停水"},
	{"what is no part of the text", "/Artifact BMC BT /F 12 Tf 100 700 Td <CDA3> Tj ET EMC BT /F 12 Tf 100 700 Td <CBAE> Tj ET", "水"},
	{"a form", "q 1 0 0 1 0 0 cm /X Do Q", "水"},
	{"a picture in the content", "BI /W 1 ID \x00(<CDA3> Tj\nEI BT /F 12 Tf 100 700 Td <CBAE> Tj ET", "水"},
}

func TestContents(t *testing.T) {
	form := stream("/Type /XObject /Subtype /Form /Resources << /Font << /F 5 0 R >> >>", "BT /F 12 Tf 100 700 Td <CBAE> Tj ET")
	for _, c := range contents {
		if got := linesIn(t, drawn(c.content, form)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Words without ink are those of a recognised scan.
func TestRecognised(t *testing.T) {
	for content, want := range map[string]bool{"BT 3 Tr /F 12 Tf 100 700 Td <CDA3CBAE> Tj ET": true, "BT 3 Tr 0 Tr /F 12 Tf 100 700 Td <CDA3CBAE> Tj ET": false} {
		if text, err := Read(drawn(content)); err != nil || text.Recognised != want || len(text.Pages[0].Lines) != 1 {
			t.Errorf("%s: %v, %v", content, text, err)
		}
	}
}

// What a file has against being read is told from what is wrong with it.
func TestRefusals(t *testing.T) {
	for want, raw := range map[error][]byte{
		ErrBroken: []byte("%PDF-1.4\nnothing"),
		ErrLocked: bytes.Replace(drawn("BT ET"), []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt 9 0 R"), 1),
		ErrNames:  fileOf(root, pages, page, packed("", "BT /F 12 Tf <00010002> Tj ET"), "<< /Subtype /Type0 /Encoding /Identity-H >>"),
	} {
		if _, err := Read(raw); !errors.Is(err, want) {
			t.Errorf("%v, want %v", err, want)
		}
	}
}

// What a word processor and a browser print is read as it stands.
func TestKeptPrints(t *testing.T) {
	for _, name := range [...]string{"libreoffice", "chromium"} {
		raw, err := os.ReadFile("testdata/" + name + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		if got := linesIn(t, raw); !strings.Contains(got, "/4月18日12:45—14:45/4月21日12:45—14:45/") && !strings.Contains(got, "/4⽉18⽇12:45—14:45/4⽉21⽇12:45—14:45/") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// hostile are files that cost a careless reader its memory or its time.
func hostile() map[string][]byte {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	kids := "<< /Kids [" + many("2 0 R 3 0 R ", 100_000) + "] >>"
	return map[string][]byte{
		"pages in a circle":      fileOf(root, "<< /Kids [2 0 R 3 0 R 2 0 R] >>", "<< /Kids [2 0 R 3 0 R] >>"),
		"references in a circle": fileOf("2 0 R", "3 0 R", "2 0 R"),
		"forms in a circle":      drawn("/X Do", stream("/Subtype /Form /Resources << /XObject << /X 6 0 R >> >>", many("/X Do ", 200))),
		"a stream as its length": fileOf(root, pages, page, "<< /Length 4 0 R >>\nstream\nBT ET\nendstream", gbk),
		"a huge count":           fileOf(root, "<< /Count 2147483647 /Kids [3 0 R] >>", page, stream("", "BT ET"), gbk),
		"many pages":             fileOf(root, kids, kids),
		"pages of one content":   fileOf(root, "<< /Kids ["+many("3 0 R ", 5)+"] >>", "<< /Kids 6 0 R >>", packed("", many("q ", 1<<20)), gbk, "["+many("7 0 R ", 200_000)+"]", strings.Replace(page, "4 0 R", "[ "+many("4 0 R ", 50_000)+"]", 1)),
		"a bomb":                 drawn(many(" ", 400<<20)),
		"a bomb of glyphs":       drawn("BT /F 12 Tf (" + many("1", 30<<20) + ") Tj ET"),
		"packed again and again": fileOf(root, pages, page, strings.Replace(packed("", many("x", 1<<20)), "/FlateDecode", "["+many("/FlateDecode ", 100)+"]", 1), gbk),
		"a wide predictor":       fileOf(root, pages, page, packed("/DecodeParms << /Predictor 12 /Columns 999999999 /Colors 99 >>", "x"), gbk),
		"deep values":            fileOf(root, many("[", 1<<20), many("<<", 1<<20)),
		"trailers in strings":    []byte("%PDF-1.4\n" + many("trailer ( ", 1<<20)),
		"objects in strings":     []byte("%PDF-1.4\n" + many("1 0 obj ( ", 1<<20)),
		"objects that overlap":   fileOf(root, stream(fmt.Sprintf("/Type /ObjStm /N 99 /First %d", 8*100_000), many("12345 0 ", 100_000)+"("+many("a", 4<<20))),
		"widths again and again": fileOf(root, pages, strings.Replace(page, "5 0 R", "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts 6 0 R >>", 1), packed("", many("/F 12 Tf ", 1<<20)), gbk, "[<< /W [1 ["+many("5 ", 100_000)+"]] >>]"),
		"a wide map":             fileOf(root, pages, page, packed("", "BT /F 12 Tf ("+many("\x01\x01", 9000)+") Tj ET"), strings.Replace(gbk, ">>] >>", ">>] /ToUnicode 6 0 R >>", 1), packed("", "1 beginbfchar <0101> <"+many("505C", 1<<20)+"> endbfchar "+many("1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange ", 9999))),
		"rules":                  drawn(many("1 1 1 99 re ", 200_000) + "BT /F 1 Tf " + many("9 0 Td (1) Tj 9 9 Td ", 200_000) + " ET"),
		"no end":                 []byte("%PDF-1.4\n1 0 obj << /Length 99999999999 >> stream"),
	}
}

func TestHostileFilesCostNothing(t *testing.T) {
	for name, raw := range hostile() {
		began := testkit.Processor()
		sound(t, raw)
		if took := testkit.Processor() - began; took > 30*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// sound holds that what is read is text within bounds.
func sound(t *testing.T, raw []byte) {
	t.Helper()
	all, err := Read(raw)
	glyphs := 0
	for _, p := range all.Pages {
		for _, l := range p.Lines {
			glyphs += utf8.RuneCountInString(l.Words)
			if !utf8.ValidString(l.Words) || l.Words == "" {
				t.Errorf("a line %q", l.Words)
			}
		}
	}
	if err != nil && all.Pages != nil || len(all.Pages) > mostPages || glyphs > mostGlyphs*(mostSaid/2+1) {
		t.Errorf("%d pages, %d glyphs, %v", len(all.Pages), glyphs, err)
	}
}

// FuzzRead gives any octets to the reader.
func FuzzRead(f *testing.F) {
	for name, raw := range hostile() {
		if len(raw) < 4096 {
			f.Add(raw)
		}
		_ = name
	}
	for _, c := range contents {
		f.Add(drawn(c.content))
	}
	kept, _ := filepath.Glob("testdata/*.pdf")
	for _, name := range kept {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(sound)
}

// FuzzContent gives any content of a page to the reader: what stands within a packed
// stream is out of a plain fuzzer's reach.
func FuzzContent(f *testing.F) {
	for _, c := range contents {
		f.Add(c.content)
	}
	f.Fuzz(func(t *testing.T, content string) { sound(t, drawn(content)) })
}
