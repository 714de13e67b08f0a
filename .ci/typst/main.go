// Typst writes the three-page notices of a made-up country as sources for Typst,
// with the same words, paper, sizes and typefaces as notice.pdf, to measure beside
// its compiler: go run ./.ci/typst FOLDER NOTICES.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// head is GB/T 9704's page: A4, 156 mm by 225 mm, size 3 (16 pt), 22 lines.
const head = `#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), footer: context align(right)[— #counter(page).display() —])
#set text(font: "Tonggao Fang", size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 13pt, spacing: 13pt)
#show heading: it => block(text(font: "Tonggao Hei", weight: "bold", size: 16pt, it.body))
`

func main() {
	count, err := strconv.Atoi(os.Args[len(os.Args)-1])
	if err != nil || len(os.Args) != 3 || count < 1 {
		fail("usage: typst FOLDER NOTICES")
	}
	s, problems, err := source.Read(testkit.Nation(2 * count))
	if err != nil || problems.Failed() {
		fail(fmt.Sprint(err, problems))
	}
	if err := os.MkdirAll(os.Args[1], 0o777); err != nil {
		fail(err.Error())
	}
	for i, n := range s.Notices()[:count] {
		text := head + written(article.Of(phrase.In(site.Chinese), n, employer(n)))
		if err := os.WriteFile(filepath.Join(os.Args[1], fmt.Sprintf("%04d.typ", i)), []byte(text), 0o666); err != nil {
			fail(err.Error())
		}
	}
}

// employer is the audience whose edition has three pages.
func employer(n *site.Notice) *site.Audience {
	for _, a := range n.Editions {
		if a.ID == "employer" {
			return a
		}
	}
	fail(n.ID + " has no edition for employers")
	return nil
}

// written spells an article in Typst's markup.
func written(a *article.Article) string {
	var b strings.Builder
	for _, block := range a.Blocks {
		switch block := block.(type) {
		case *article.Title:
			fmt.Fprintf(&b, "#align(center, text(font: \"Tonggao Hei\", size: 22pt)[%s\\ %s])\n\n", escape(block.Text), escape(block.Edition))
		case *article.Heading:
			fmt.Fprintf(&b, "= %s\n\n", escape(block.Number+phrase.Plain(block.Runs)))
		case *article.Paragraph:
			fmt.Fprintf(&b, "%s\n\n", escape(phrase.Plain(block.Runs)))
		case *article.List:
			for _, item := range block.Items {
				for _, part := range item.Blocks {
					if p, ok := part.(*article.Paragraph); ok {
						fmt.Fprintf(&b, "%s\n\n", escape(item.Number+phrase.Plain(p.Runs)))
					}
				}
			}
		case *article.SignOff:
			fmt.Fprintf(&b, "#align(right)[%s\\ %s]\n", escape(strings.Join(block.Issuers, " ")), escape(block.Date))
		}
	}
	return b.String()
}

// escape spells words that have no markup.
func escape(words string) string {
	var b strings.Builder
	for _, r := range words {
		if r < 0x80 && !strings.ContainsRune(" ", r) && (r < '0' || r > '9') {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, "typst:", why)
	os.Exit(2)
}
