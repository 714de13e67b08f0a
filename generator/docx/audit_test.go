package docx

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/audit"
	"tonggao/generator/document"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// audited reads a text back and compares it with the notice that it was made of: what
// contradicts the data or is not in it, and what of the data it does not state, each
// without its place.
func audited(t *testing.T, words string, n *site.Notice) []string {
	t.Helper()
	report, problems := audit.Read("notice.docx", words, n, n.Vocabulary)
	if report == nil {
		t.Fatal(problems)
	}
	var found []string
	for _, f := range report.Findings {
		switch f.Verdict {
		case audit.Contradicts, audit.Lacks, audit.Unclear, audit.Old:
			found = append(found, string(f.Verdict)+" "+f.Words)
		}
	}
	for _, u := range report.Unstated {
		found = append(found, "unstated "+u.Milestone+u.Phone+u.Link)
	}
	return found
}

// wordsOf reads a Word file.
func wordsOf(t *testing.T, file []byte) string {
	t.Helper()
	text, problems := document.Read("notice.docx", file)
	if text == nil {
		t.Fatal(problems)
	}
	return text.Words
}

// beyond are the findings that are not among others.
func beyond(found, others []string) []string {
	return slices.DeleteFunc(slices.Clone(found), func(f string) bool { return slices.Contains(others, f) })
}

// TestAuditFindsTheEditsAndNothingElse sends every notice of the real regions through
// an office: made from the facts, opened and saved by LibreOffice, read by audit. As
// made and as saved audit says of it what it says of the bare text. Then one hour after
// the other is changed: audit tells of each, and of nothing else.
func TestAuditFindsTheEditsAndNothingElse(t *testing.T) {
	s, problems, err := source.Read(testkit.Regions())
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, _ := plan.Make(s, plan.Options{Formats: []plan.Format{plan.DOCX}})
	dir := t.TempDir()
	var names []string
	for _, o := range p.Outputs() {
		var b bytes.Buffer
		if err := Write(&b, New(p).Of(o)); err != nil {
			t.Fatal(err)
		}
		name := strings.ReplaceAll(o.Path, "/", "_")
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	converted(t, dir, "docx", names...)
	edits := 0
	for i, o := range p.Outputs() {
		bare := audited(t, article.Text(New(p).Of(o).Article), o.Notice)
		for _, folder := range []string{dir, filepath.Join(dir, "out")} {
			content, err := os.ReadFile(filepath.Join(folder, names[i]))
			if err != nil {
				t.Fatal(err)
			}
			found := audited(t, wordsOf(t, content), o.Notice)
			if more, less := beyond(found, bare), beyond(bare, found); len(more)+len(less) > 0 {
				t.Errorf("%s in %s: audit finds also %q and not %q", names[i], folder, more, less)
			}
			if folder != dir {
				edits += editEach(t, content, o.Notice, found)
			}
		}
	}
	t.Logf("%d hours changed, each found", edits)
	if edits < 30 {
		t.Errorf("only %d edits", edits)
	}
}

// hour finds one, whatever marks a program has put between figures and word.
var hour = regexp.MustCompile(`(\d+)(?:<[^>]*>)*时`)

// editEach changes one hour after another in a saved file, and says how many.
func editEach(t *testing.T, saved []byte, n *site.Notice, before []string) int {
	t.Helper()
	document := string(unpackedAny(t, saved)["word/document.xml"])
	places := hour.FindAllStringSubmatchIndex(document, -1)
	for _, at := range places {
		was, err := strconv.Atoi(document[at[2]:at[3]])
		if err != nil {
			t.Fatal(err)
		}
		now := strconv.Itoa((was + 5) % 24)
		changed := document[:at[2]] + now + document[at[3]:]
		now += "时"
		found := beyond(audited(t, wordsOf(t, edited(t, saved, changed)), n), before)
		told := slices.ContainsFunc(found, func(f string) bool { return strings.Contains(f, now) })
		others := slices.DeleteFunc(found, func(f string) bool { return strings.Contains(f, now) || strings.HasPrefix(f, "unstated ") })
		if !told || len(others) > 0 {
			t.Errorf("%s: %d时 changed to %s behind …%s: audit finds %q", n.ID, was, now, tail(document[:at[2]]), found)
		}
	}
	return len(places)
}

// tail is the end of the text before a place.
func tail(document string) string {
	text := []rune(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(document[max(0, len(document)-3000):], ""))
	return string(text[max(0, len(text)-20):])
}

// edited is a file with another text.
func edited(t *testing.T, file []byte, document string) []byte {
	t.Helper()
	all := unpackedAny(t, file)
	all["word/document.xml"] = []byte(document)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range all {
		to, err := z.Create(name)
		if err == nil {
			_, err = to.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
