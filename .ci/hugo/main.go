// Hugo writes the made-up country of the benchmarks as a site for Hugo: the same
// pages with the same words and the same parts, each also as an iCalendar file, to
// measure beside: go run ./.ci/hugo FOLDER REGIONS.
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

// voice is that of the country's only language.
var voice = phrase.In(site.Chinese)

func main() {
	regions, err := strconv.Atoi(os.Args[len(os.Args)-1])
	if err != nil || len(os.Args) != 3 {
		fail("usage: hugo FOLDER REGIONS")
	}
	s, problems, err := source.Read(testkit.Nation(regions))
	if err != nil || problems.Failed() {
		fail(fmt.Sprint(err, problems))
	}
	if err := os.CopyFS(os.Args[1], os.DirFS(".ci/hugo/site")); err != nil {
		fail(err.Error())
	}
	for _, n := range s.Notices() {
		for name, text := range pages(n) {
			write(filepath.Join(os.Args[1], "content", filepath.FromSlash(n.Region.ID), "x-"+name+".md"), text)
		}
	}
}

// pages are those that tonggao makes of a region and its notice.
func pages(n *site.Notice) map[string]string {
	all := n.Milestones
	made := map[string]string{
		"region":    page(n, n.Region.Name, all, ""),
		"subscribe": page(n, "订阅日历", nil, ""),
		"notice":    page(n, n.Title, all, whole(n, nil)),
	}
	for _, a := range n.Editions {
		made["for-"+a.ID] = page(n, n.Title+"（"+a.Name+"版）", all, whole(n, a))
	}
	for _, m := range n.Milestones {
		made[m.ID] = page(n, voice.Label(m), []*site.Milestone{m}, phrase.Plain(voice.Sentence(m))+"\n\n"+phrase.Plain(voice.Runs(n, nil, m.Instead)))
	}
	return made
}

func page(n *site.Notice, title string, milestones []*site.Milestone, body string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = %q\nregion = %q\nissuer = %q\nissued = %q\nhotline = %q\n", title, n.Region.Name, strings.Join(n.Issuers, "、"), voice.Day(n.Issued), strings.Join(n.Region.Hotlines, "、"))
	for _, m := range milestones {
		service := ""
		if len(m.Services) > 0 {
			service = m.Services[0].Name
		}
		fmt.Fprintf(&b, "[[milestones]]\nid = %q\nuid = %q\nkind = %q\nservice = %q\nat = %q\nwritten = %q\nlabel = %q\ntext = %q\ninstead = %q\n",
			m.ID, m.UID(), m.Kind, service, m.Moment.Datetime(), voice.When(m), voice.Label(m), phrase.Plain(voice.Sentence(m)), phrase.Plain(voice.Runs(n, nil, m.Instead)))
	}
	b.WriteString("+++\n\n" + body)
	return b.String()
}

// whole is the whole text of a notice, or of an edition, in Markdown.
func whole(n *site.Notice, a *site.Audience) string {
	var b strings.Builder
	for _, block := range article.Of(voice, n, a).Blocks {
		switch block := block.(type) {
		case *article.Heading:
			fmt.Fprintf(&b, "%s %s%s\n\n", strings.Repeat("#", block.Level+1), block.Number, phrase.Plain(block.Runs))
		case *article.Paragraph:
			b.WriteString(phrase.Plain(block.Runs) + "\n\n")
		case *article.List:
			for _, item := range block.Items {
				for _, part := range item.Blocks {
					if p, ok := part.(*article.Paragraph); ok {
						b.WriteString("- " + phrase.Plain(p.Runs) + "\n")
					}
				}
			}
			b.WriteString("\n")
		case *article.SignOff:
			b.WriteString(strings.Join(block.Issuers, "、") + "\n\n" + block.Date + "\n")
		}
	}
	return b.String()
}

func write(name, text string) {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		fail(err.Error())
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		fail(err.Error())
	}
}

func fail(why string) {
	fmt.Fprintln(os.Stderr, "hugo:", why)
	os.Exit(2)
}
