package audit_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/audit"
	"tonggao/generator/mention"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// printed writes a notice as the plain text that a reader would copy.
func printed(n *site.Notice) string {
	var out strings.Builder
	write(&out, article.Of(phrase.In(site.Chinese), n, nil).Blocks)
	return out.String()
}

func write(out *strings.Builder, blocks []article.Block) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *article.Title:
			fmt.Fprintf(out, "%s\n\n", b.Text)
		case *article.Heading:
			fmt.Fprintf(out, "%s%s\n", b.Number, phrase.Plain(b.Runs))
		case *article.Paragraph:
			fmt.Fprintf(out, "%s\n", phrase.Plain(b.Runs))
		case *article.List:
			for _, i := range b.Items {
				out.WriteString(i.Number)
				write(out, i.Blocks)
			}
		case *article.Table:
			for _, row := range append([][][]phrase.Run{b.Head}, b.Rows...) {
				for _, cell := range row {
					out.WriteString(phrase.Plain(cell) + " ")
				}
				out.WriteByte('\n')
			}
		case *article.SignOff:
			fmt.Fprintf(out, "%s\n%s\n", strings.Join(b.Issuers, "\n"), b.Date)
		case *article.AnnexHead:
			fmt.Fprintf(out, "%s\n%s\n", b.Label, b.Title)
		}
	}
}

func realNotices(t *testing.T) []*site.Notice {
	t.Helper()
	s, problems, err := source.Read(os.DirFS("../../regions"))
	if err != nil || s == nil {
		t.Fatal(problems, err)
	}
	var all []*site.Notice
	for _, r := range s.Regions {
		all = append(all, r.Notices...)
	}
	return all
}

// TestIssuedAgrees audits every real notice as it is printed: the audit must
// find nothing against it, and recognise it among the others.
func TestIssuedAgrees(t *testing.T) {
	all := realNotices(t)
	for _, n := range all {
		text := printed(n)
		report, problems := audit.Read("notice.txt", text, n, n.Vocabulary)
		if len(problems) > 0 {
			t.Errorf("%s: %v", n.ID, problems)
			continue
		}
		for _, f := range report.Findings {
			if f.Sort == audit.Time && (f.Verdict == audit.Lacks || f.Verdict == audit.Contradicts) {
				t.Errorf("%s: %s", n.ID, f)
			}
		}
		if found := audit.Match(text, all); found != n {
			t.Errorf("%s is taken for %v", n.ID, found)
		}
	}
}

var hour = regexp.MustCompile(`\d+时`)

// TestWrongHourIsFound changes one hour of a printed notice at a time, and one
// day: none may pass as agreeing.
func TestWrongHourIsFound(t *testing.T) {
	changed := 0
	for _, n := range realNotices(t) {
		text := printed(n)
		for i, m := range mention.Find(text, n.Issued) {
			if m.Clock < 0 || !m.Moment.Known() || i%3 > 0 && testing.Short() {
				continue
			}
			for _, h := range [...]int{m.Clock/60 - 1, m.Clock/60 + 1} {
				if h < 0 || h > 24 {
					continue
				}
				changed++
				wrong := text[:m.Start] + hour.ReplaceAllString(m.Words(text), fmt.Sprint(h, "时")) + text[m.End:]
				report, _ := audit.Read("notice.txt", wrong, n, n.Vocabulary)
				if report.Count(audit.Lacks)+report.Count(audit.Contradicts) == 0 {
					t.Errorf("%s: %s changed to %d时 passes", n.ID, m.Words(text), h)
				}
			}
		}
	}
	if changed == 0 {
		t.Error("no hour was changed")
	}
	t.Logf("%d hours changed", changed)
}
