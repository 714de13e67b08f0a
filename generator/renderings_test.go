package generator

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestRenderings shows one notice in all its renderings side by side: the words
// that phrase composes, the article of the page, the sheet as pdftotext lays it
// out. What differs between them is for a reader to see in one file.
func TestRenderings(t *testing.T) {
	eachArchive(t, "testdata/renderings/*.txtar", func(t *testing.T, archive *txtar.Archive, changed *bool) {
		p := loadArchive(t, archive, changed)
		if p == nil {
			t.FailNow()
		}
		for i, f := range archive.Files {
			switch f.Name {
			case "words":
				expect(t, archive, i, composed(p), changed)
			case "page":
				expect(t, archive, i, articleOf(t, p), changed)
			case "sheet":
				expect(t, archive, i, laidOut(t, p), changed)
			}
		}
	})
}

// composed dumps the article of the site's first notice, one block a line.
func composed(p *plan.Plan) []byte {
	var out bytes.Buffer
	for _, r := range p.Site.Regions {
		for _, n := range r.Notices {
			dumpBlocks(&out, article.Of(phrase.In(site.Chinese), n, nil).Blocks, "")
			return out.Bytes()
		}
	}
	return nil
}

func dumpBlocks(out *bytes.Buffer, blocks []article.Block, indent string) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *article.Title:
			fmt.Fprintf(out, "%stitle %s %s\n", indent, b.Text, b.Number)
			for _, runs := range b.Changes {
				fmt.Fprintf(out, "%s  change %s\n", indent, phrase.Plain(runs))
			}
		case *article.Heading:
			fmt.Fprintf(out, "%sheading %d %s%s #%s\n", indent, b.Level, b.Number, phrase.Plain(b.Runs), b.ID)
		case *article.Paragraph:
			fmt.Fprintf(out, "%sparagraph %s\n", indent, phrase.Plain(b.Runs))
		case *article.List:
			for _, item := range b.Items {
				fmt.Fprintf(out, "%sitem %s\n", indent, item.Number)
				dumpBlocks(out, item.Blocks, indent+"  ")
			}
		case *article.Table:
			for _, row := range append([][][]phrase.Run{b.Head}, b.Rows...) {
				var cells []string
				for _, cell := range row {
					cells = append(cells, phrase.Plain(cell))
				}
				fmt.Fprintf(out, "%srow %s\n", indent, strings.Join(cells, " | "))
			}
		case *article.AnnexNote:
			fmt.Fprintf(out, "%sannex note %s%v\n", indent, b.Label, b.Items)
		case *article.SignOff:
			fmt.Fprintf(out, "%ssign-off %v %s\n", indent, b.Issuers, b.Date)
		case *article.AnnexHead:
			fmt.Fprintf(out, "%sannex %s %s\n", indent, b.Label, b.Title)
		}
	}
}

func firstOf(t *testing.T, p *plan.Plan, kind plan.Kind) []byte {
	t.Helper()
	for _, o := range p.Outputs() {
		if o.Kind == kind && o.Language == site.Chinese {
			return rendered(t, p, o.Path)
		}
	}
	t.Fatal("the plan has no ", kind)
	return nil
}

// articleOf is the page's article, an element a line.
func articleOf(t *testing.T, p *plan.Plan) []byte {
	t.Helper()
	document, err := html.Parse(bytes.NewReader(firstOf(t, p, plan.NoticePage)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := html.Render(&out, proseOf(document)); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	for _, tag := range []string{"p", "h1", "h2", "h3", "h4", "h5", "ol", "ul", "li", "div", "table", "tr", "section"} {
		text = strings.ReplaceAll(text, "<"+tag+">", "\n<"+tag+">")
		text = strings.ReplaceAll(text, "<"+tag+" ", "\n<"+tag+" ")
	}
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return []byte(strings.Join(lines, "\n"))
}

// laidOut is the notice's sheet as an independent reader lays its text out.
func laidOut(t *testing.T, p *plan.Plan) []byte {
	t.Helper()
	program := testkit.Need(t, "pdftotext")
	path := filepath.Join(t.TempDir(), "notice.pdf")
	if err := os.WriteFile(path, firstOf(t, p, prints.Notice), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(program, "-layout", "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, line := range strings.Split(strings.ReplaceAll(string(text), "\f", "\n"), "\n") {
		if line = strings.TrimRight(line, " "); line != "" {
			lines = append(lines, line)
		}
	}
	return []byte(strings.Join(lines, "\n"))
}
