package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tonggao/generator/placed"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// blank is a document of empty sheets, with an outline whose levels chance has chosen.
func blank(t *testing.T, r *rand.Rand) *placed.Document {
	t.Helper()
	doc := &placed.Document{About: placed.About{Title: "空白", Language: site.Chinese, Day: testkit.Day(t, "2021-12-20")}}
	level := -1
	for i := range 1 + r.IntN(4) {
		doc.Sheets = append(doc.Sheets, placed.Sheet{})
		for range r.IntN(6) {
			level = r.IntN(min(level+2, 4))
			entry := placed.Entry{Text: fmt.Sprint("第", len(doc.Outline), "项"), Level: level}
			doc.Outline = append(doc.Outline, placed.Bookmark{Entry: entry, Sheet: i, Y: float64(r.IntN(297))})
		}
	}
	return doc
}

// objects reads the objects of a file where its table says that they are.
func objects(t *testing.T, file []byte) map[int]string {
	t.Helper()
	from := bytes.LastIndex(file, []byte("startxref\n")) + len("startxref\n")
	at, err := strconv.Atoi(string(file[from : from+bytes.IndexByte(file[from:], '\n')]))
	if err != nil {
		t.Fatal(err)
	}
	table := inflated(t, file[at:])
	found, packs := make(map[int]string), make(map[int][]string)
	for n := 1; 7*n < len(table); n++ {
		row := table[7*n : 7*n+7]
		offset := int(binary.BigEndian.Uint32(row[1:5]))
		if row[0] == 2 { // packed ones follow their pack
			packs[offset] = append(packs[offset], fmt.Sprint(n))
			continue
		}
		object := string(file[offset:])
		begin := fmt.Sprintf("%d 0 obj\n", n)
		if !strings.HasPrefix(object, begin) {
			t.Fatalf("object %d is not at %d", n, offset)
		}
		found[n], _, _ = strings.Cut(strings.TrimPrefix(object, begin), "\nendobj\n")
	}
	for pack, numbers := range packs {
		content := string(inflated(t, []byte(found[pack])))
		_, rest, _ := strings.Cut(found[pack], "/First ")
		first, _ := strconv.Atoi(rest[:strings.IndexAny(rest, "/>")])
		index := strings.Fields(content[:first])
		if len(index) != 2*len(numbers) {
			t.Fatalf("%d objects are packed, the table knows %d", len(index)/2, len(numbers))
		}
		for i := 0; i < len(index); i += 2 {
			n, _ := strconv.Atoi(index[i])
			start, _ := strconv.Atoi(index[i+1])
			end := len(content) - first
			if i+3 < len(index) {
				end, _ = strconv.Atoi(index[i+3])
			}
			found[n] = strings.TrimSuffix(content[first+start:first+end], "\n")
		}
	}
	return found
}

// inflated is the content of the stream that an object begins.
func inflated(t *testing.T, object []byte) []byte {
	t.Helper()
	z, err := zlib.NewReader(bytes.NewReader(object[bytes.Index(object, []byte("stream\n"))+len("stream\n"):]))
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// TestOutlineIsATree walks the outlines of documents that chance has made: as many
// entries as were given, in their order, on their levels, each beside its neighbours.
func TestOutlineIsATree(t *testing.T) {
	link := func(object, name string) int {
		m := regexp.MustCompile(`/` + name + ` (\d+) 0 R`).FindStringSubmatch(object)
		if m == nil {
			return 0
		}
		n, _ := strconv.Atoi(m[1])
		return n
	}
	for seed := range uint64(300) {
		doc := blank(t, rand.New(rand.NewPCG(seed, 1)))
		var b bytes.Buffer
		if err := presses.Write(&b, doc); err != nil {
			t.Fatal(err)
		}
		all := objects(t, b.Bytes())
		var walked []string
		var walk func(parent, level int)
		walk = func(parent, level int) {
			before, last := 0, 0
			for n := link(all[parent], "First"); n != 0; n = link(all[n], "Next") {
				if link(all[n], "Parent") != parent || link(all[n], "Prev") != before {
					t.Fatalf("seed %d: object %d has wrong neighbours: %s", seed, n, all[n])
				}
				title, _, _ := strings.Cut(all[n], "\n")
				walked = append(walked, fmt.Sprint(level, " ", title))
				before, last = n, n
				walk(n, level+1)
			}
			if link(all[parent], "Last") != last {
				t.Fatalf("seed %d: object %d ends with another", seed, parent)
			}
		}
		for n, object := range all {
			if strings.HasPrefix(object, "<</Type /Outlines") { // a pack of objects may be stored as it is
				walk(n, 0)
			}
		}
		var want []string
		for _, e := range doc.Outline {
			want = append(want, fmt.Sprintf("%d <</Title %s", e.Level, said(nil, e.Text)))
		}
		if strings.Join(walked, "\n") != strings.Join(want, "\n") {
			t.Fatalf("seed %d: walked\n%q\nwant\n%q", seed, walked, want)
		}
	}
}

// TestHostileWordsStayStrings puts what ends strings and objects everywhere in a
// document, and has another program read them back.
func TestHostileWordsStayStrings(t *testing.T) {
	program := testkit.Need(t, "qpdf")
	const hostile = "a)\\>>(\r\nendobj\n7 0 obj<</S/JavaScript/JS(x)>>"
	doc := blank(t, rand.New(rand.NewPCG(1, 1)))
	doc.Title, doc.Author, doc.Subject, doc.Keywords = hostile, hostile, hostile, hostile
	doc.Outline = []placed.Bookmark{{Entry: placed.Entry{Text: hostile}}}
	doc.Sheets[0].Links = []placed.Link{{X: 10, Y: 10, Width: 20, Height: 5, URL: "https://a.test/" + hostile}}
	doc.Files = []placed.Attachment{{Name: hostile, Kind: "text/calendar", What: hostile, Content: []byte(hostile)}}
	var b bytes.Buffer
	if err := presses.Write(&b, doc); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(program, "--check", path).CombinedOutput(); err != nil || strings.Contains(string(out), "WARNING") {
		t.Errorf("%v\n%s", err, out)
	}
	out, err := exec.Command(program, "--json=2", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	want := strconv.Quote("u:" + hostile)
	for _, key := range []string{"/Title", "/Author", "/Subject", "/Keywords", "/UF", "/Desc"} {
		if !strings.Contains(string(out), strconv.Quote(key)+": "+want) {
			t.Errorf("%s is not read back", key)
		}
	}
	if strings.Contains(string(out), `"/S": "/JavaScript"`) {
		t.Error("words became an action")
	}
}
