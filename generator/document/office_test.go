package document_test

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/document"
	"tonggao/generator/draft"
	"tonggao/generator/testkit"
)

// flatODT spells a notice as a document of LibreOffice: its typed numbers become
// automatic ones, its rows of Markdown a table.
func flatODT(text string) string {
	var body strings.Builder
	var rows []string
	counts, listed := [5]int{}, 0
	flush := func() {
		if len(rows) > 0 {
			body.WriteString(tableODT(rows))
		}
		rows = nil
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "|") {
			rows = append(rows, line)
			continue
		}
		flush()
		level, number, words := typed(line)
		if level == 0 {
			style := ""
			if signs(line) || signs(strings.TrimSpace(strings.Join(lines[i+1:min(i+2, len(lines))], ""))) {
				style = ` text:style-name="R"`
			}
			fmt.Fprintf(&body, "<text:p%s>%s</text:p>\n", style, html.EscapeString(line))
			continue
		}
		counts[level]++
		for deeper := level + 1; deeper < len(counts); deeper++ {
			counts[deeper] = 0
		}
		start := ""
		if number != counts[level] {
			start = fmt.Sprintf(` text:start-value="%d"`, number)
			counts[level] = number
		}
		listed++
		again := ""
		if listed > 1 {
			again = fmt.Sprintf(` text:continue-list="L%d"`, listed-1)
		}
		fmt.Fprintf(&body, `<text:list xml:id="L%d" text:style-name="N"%s>`, listed, again)
		body.WriteString(strings.Repeat("<text:list-item><text:list>", level-1))
		fmt.Fprintf(&body, "<text:list-item%s><text:p>%s</text:p></text:list-item>", start, html.EscapeString(words))
		body.WriteString(strings.Repeat("</text:list></text:list-item>", level-1) + "</text:list>\n")
	}
	flush()
	return fmt.Sprintf(odt, body.String())
}

// signs reports whether a line is the day of a sign-off, which stands at the right with the
// name above it.
func signs(line string) bool { return signedDay.MatchString(line) }

var signedDay = regexp.MustCompile(`^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$`)

func tableODT(rows []string) string {
	var out strings.Builder
	for i, row := range rows {
		if i == 1 && strings.Trim(row, "|- ") == "" {
			continue
		}
		cells := strings.Split(strings.Trim(row, "|"), "|")
		if i == 0 {
			fmt.Fprintf(&out, `<table:table><table:table-column table:number-columns-repeated="%d"/>`, len(cells))
		}
		out.WriteString("<table:table-row>")
		for _, c := range cells {
			fmt.Fprintf(&out, "<table:table-cell table:style-name=\"C\"><text:p>%s</text:p></table:table-cell>", html.EscapeString(strings.TrimSpace(c)))
		}
		out.WriteString("</table:table-row>")
	}
	return out.String() + "</table:table>\n"
}

var typedNumbers = [...]*regexp.Regexp{regexp.MustCompile(`^([一二三四五六七八九十]+)、`), regexp.MustCompile(`^（([一二三四五六七八九十]+)）`),
	regexp.MustCompile(`^([0-9]{1,2})[.．] ?`), regexp.MustCompile(`^（([0-9]{1,2})）`)}

// typed takes the number off a line.
func typed(line string) (level, number int, words string) {
	for i, pattern := range typedNumbers {
		m := pattern.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		if _, err := fmt.Sscan(m[1], &number); err != nil {
			number = strings.Index("一二三四五六七八九十", m[1])/3 + 1
		}
		return i + 1, number, line[len(m[0]):]
	}
	return 0, 0, line
}

const odt = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><text:list-style style:name="N">
<text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>
<text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/>
<text:list-level-style-number text:level="3" style:num-suffix="." style:num-format="1"/>
<text:list-level-style-number text:level="4" style:num-prefix="（" style:num-suffix="）" style:num-format="1"/>
</text:list-style>
<style:style style:name="R" style:family="paragraph"><style:paragraph-properties fo:text-align="end" fo:margin-right="20mm"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="1mm"/></style:style></office:automatic-styles>
<office:body><office:text>
%s</office:text></office:body></office:document>
`

// converted has LibreOffice make files of another kind, by the names of their texts.
func converted(t *testing.T, kind string, names []string) map[string][]byte {
	t.Helper()
	soffice := testkit.Need(t, "soffice")
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", kind, "--outdir", dir}
	in := func(name, ending string) string { return filepath.Join(dir, filepath.Base(name)+ending) }
	for _, name := range names {
		if err := os.WriteFile(in(name, ".fodt"), []byte(flatODT(read(t, name))), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, in(name, ".fodt"))
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	all := map[string][]byte{}
	for _, name := range names {
		raw, err := os.ReadFile(in(name, "."+kind))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = raw
	}
	return all
}

var fromLine = regexp.MustCompile(`原文第 [0-9]+ 行`)

// drafted is all of a draft, the lines of its text left out.
func drafted(t *testing.T, text string) string {
	t.Helper()
	files, problems := draft.From("notice", text, draft.Setting{})
	if files == nil {
		t.Fatal(problems)
	}
	var out strings.Builder
	for _, f := range files {
		fmt.Fprintf(&out, "== %s\n%s\n", f.Name, fromLine.ReplaceAllString(f.Content, "原文"))
	}
	return out.String()
}

// differ says where two texts part.
func differ(t *testing.T, name, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Errorf("%s parts at line %d:\n got %q\nwant %q", name, i+1, g[i:min(i+2, len(g))], w[i:min(i+2, len(w))])
			return
		}
	}
}

// notices are those of the texts that drafts are scored on which are made into files: of
// all, browser and office would have for many minutes; for a short test those of offices.
func notices(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../draft/testdata/notices/*.txt")
	if err != nil || len(files) < 26 {
		t.Fatal(files, err)
	}
	files = slices.DeleteFunc(files, func(name string) bool {
		number, _, _ := strings.Cut(filepath.Base(name), "-")
		return len(number) > 2 || number > "50"
	})
	if testing.Short() {
		return files[:6]
	}
	return files
}

func read(t *testing.T, name string) string {
	t.Helper()
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text, problems := document.Read(name, raw)
	if text == nil {
		t.Fatal(problems)
	}
	return text.Words
}

// A notice that LibreOffice saves as .docx, with numbers of its own making and real
// tables, gives the draft that its text gives. With -update the files are kept.
func TestOfficeGivesTheDraftOfItsText(t *testing.T) {
	for name, raw := range converted(t, "docx", notices(t)) {
		givesTheDraft(t, name, raw, read(t, name))
		if kept := filepath.Join("testdata", "notices", strings.TrimSuffix(filepath.Base(name), "txt")+"docx"); *update && filepath.Base(name) < "30" {
			if err := os.WriteFile(kept, raw, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// The same of the files that are kept, where no LibreOffice is.
func TestKeptOfficeFilesGiveTheDraftOfTheirText(t *testing.T) {
	kept, err := filepath.Glob("testdata/notices/*.docx")
	if err != nil || len(kept) != 6 {
		t.Fatal(kept, err)
	}
	for _, name := range kept {
		text := filepath.Join("..", "draft", "testdata", "notices", strings.TrimSuffix(filepath.Base(name), "docx")+"txt")
		differ(t, name, drafted(t, read(t, name)), drafted(t, read(t, text)))
	}
}
