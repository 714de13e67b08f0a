package pdf

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/testkit"
	"tonggao/generator/typeset"
)

// A word is what pdftotext reads, with its box in millimetres from the top left.
type word struct {
	XMin float64 `xml:"xMin,attr"`
	YMin float64 `xml:"yMin,attr"`
	XMax float64 `xml:"xMax,attr"`
	YMax float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

// A readLine is the words that stand on one baseline.
type readLine struct {
	text                   string
	left, top, right, foot float64
}

// read gives a file to pdftotext and returns its words page by page, in the order
// of the page's content.
func read(t testing.TB, file []byte) [][]word {
	t.Helper()
	program := testkit.Need(t, "pdftotext")
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "-bbox", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var pages [][]word
	d := xml.NewDecoder(strings.NewReader(string(out)))
	d.Strict, d.Entity = false, xml.HTMLEntity
	for {
		token, err := d.Token()
		if token == nil || err != nil {
			return pages
		}
		start, ok := token.(xml.StartElement)
		switch {
		case ok && start.Name.Local == "page":
			pages = append(pages, nil)
		case ok && start.Name.Local == "word":
			var w word
			if err := d.DecodeElement(&w, &start); err != nil {
				t.Fatal(err)
			}
			for _, v := range []*float64{&w.XMin, &w.YMin, &w.XMax, &w.YMax} {
				*v /= typeset.PointsAMM
			}
			pages[len(pages)-1] = append(pages[len(pages)-1], w)
		}
	}
}

// linesOf joins the words of a page above a height into lines.
func linesOf(words []word, above float64) []readLine {
	var lines []readLine
	for _, w := range words {
		if w.YMin > above {
			continue
		}
		i := slices.IndexFunc(lines, func(l readLine) bool { return max(l.top-w.YMin, w.YMin-l.top) < 1 })
		if i < 0 {
			lines = append(lines, readLine{"", w.XMin, w.YMin, w.XMax, w.YMax})
			i = len(lines) - 1
		}
		l := &lines[i]
		l.text += w.Text
		l.left, l.right, l.foot = min(l.left, w.XMin), max(l.right, w.XMax), max(l.foot, w.YMax)
	}
	slices.SortStableFunc(lines, func(a, b readLine) int {
		switch {
		case a.top < b.top:
			return -1
		case a.top > b.top:
			return 1
		}
		return 0
	})
	return lines
}

// raw is the text of a file without white space.
func raw(t testing.TB, file []byte) string { return testkit.Unspaced(rawText(t, file)) }

// rawText is the text of a file in the order of its content, without furniture: what
// stands in the type area.
func rawText(t testing.TB, file []byte) string {
	t.Helper()
	program := testkit.Need(t, "pdftotext")
	path := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "-raw", "-nopgbrk", "-r", "72", "-x", "0", "-y", "0", "-W", "595", "-H", "745", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
