package generator

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tonggao/generator/look"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// factsOfPoster are the words that the poster of a milestone tells its readers, apart
// from its labels.
func factsOfPoster(p *plan.Plan, m *site.Milestone) []string {
	v := phrase.In(site.Chinese)
	n := m.Notice
	facts := []string{v.Turn(m), v.Label(m), v.When(m), v.Change(m), n.Region.Name, phrase.Plain(v.Sentence(m)), v.Extent(m), m.Scope,
		phrase.Plain(v.Runs(n, nil, m.Instead)), v.Again(m), v.Day(n.Latest().On), fmt.Sprintf("第%d版", n.Latest().Number), m.ShortCode(), p.URL(plan.MilestoneDir(m))}
	for _, a := range m.Audience {
		facts = append(facts, a.Name)
	}
	for _, c := range m.Channels {
		facts = append(facts, c.Name)
	}
	for _, r := range v.Returns(m) {
		facts = append(facts, r.When, r.What)
	}
	facts = append(facts, n.Region.Hotlines...)
	return append(facts, n.Issuers...)
}

// unseenOnPaper are the classes of what the print style sheet, and the one for pages
// without scripts, leave out.
var unseenOnPaper = map[string]bool{"needs-script": true, "skip": true, "masthead": true, "crumbs": true, "turns": true, "chip": true, "data": true}

// onPaper is what a page says without scripts, printed from a browser.
func onPaper(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Data == "script" || n.Data == "style" || n.Data == "head" || n.Data == "svg" {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return ""
		}
	}
	classes := strings.Fields(attribute(n, "class"))
	for _, class := range classes {
		if unseenOnPaper[class] {
			return ""
		}
	}
	if parent := n.Parent; parent != nil && n.Type == html.ElementNode {
		if attribute(parent, "class") == "side" && attribute(n, "class") != "call" || attribute(n, "class") == "foot" {
			return ""
		}
	}
	var text strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		text.WriteString(onPaper(c))
	}
	return text.String()
}

// saysWhatPostersSay compares the page of every milestone with its poster.
func saysWhatPostersSay(t *testing.T, r *rendering) (count int) {
	t.Helper()
	for _, o := range r.plan.Outputs() {
		if o.Kind != prints.Poster {
			continue
		}
		count++
		page, err := html.Parse(bytes.NewReader(r.bytes(plan.MilestoneDir(o.Milestone) + "index.html")))
		if err != nil {
			t.Fatal(err)
		}
		said := squeeze(onPaper(page))
		for _, fact := range factsOfPoster(r.plan, o.Milestone) {
			if !strings.Contains(said, squeeze(fact)) {
				t.Errorf("%s: the printed page does not say %s:\n%s", o.Path, fact, said)
			}
		}
	}
	return count
}

// Without scripts, and printed from a browser, the page of a milestone says all that
// its poster says.
func TestPagesOnPaperSayWhatPostersSay(t *testing.T) {
	if count := saysWhatPostersSay(t, realRendering(t)); count < 70 {
		t.Errorf("only %d posters", count)
	}
}

func FuzzPagesOnPaper(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed)
	}
	templates := look.New(os.DirFS("../templates"))
	f.Fuzz(func(t *testing.T, seed uint64) {
		s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 37))))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			return
		}
		p, problems := plan.Make(s, plan.Options{})
		if problems.Failed() {
			t.Fatal(problems)
		}
		saysWhatPostersSay(t, renderingOf(t, templates, p))
	})
}

var timeOnPoster = regexp.MustCompile(`(?:\d+年)?\d+月\d+日|\d+时(?:\d+分)?`)

// The times that posters print, read back from their files, are among the words of
// the pages: the list of facts above forgets none.
func TestTimesOfPostersStandOnPages(t *testing.T) {
	pdftotext := testkit.Need(t, "pdftotext")
	r := realRendering(t)
	for i, o := range r.plan.Outputs() {
		if o.Kind != prints.Poster || i%3 != 0 {
			continue
		}
		page, err := html.Parse(bytes.NewReader(r.bytes(plan.MilestoneDir(o.Milestone) + "index.html")))
		if err != nil {
			t.Fatal(err)
		}
		said := squeeze(onPaper(page))
		for _, time := range timeOnPoster.FindAllString(readPDF(t, pdftotext, r.bytes(o.Path)), -1) {
			if !strings.Contains(said, time) {
				t.Errorf("%s says %s, the printed page does not:\n%s", o.Path, time, said)
			}
		}
	}
}

// TestNoticesOnPaperSayWhichTheyAre holds the page of every notice of the sample, printed
// from a browser, to what its foot on notice.pdf says: version, code and address.
func TestNoticesOnPaperSayWhichTheyAre(t *testing.T) {
	r := realRendering(t)
	for _, o := range r.plan.Outputs() {
		if o.Kind != plan.NoticePage && o.Kind != plan.EditionPage || o.Language != site.Chinese || o.Leads != "" {
			continue
		}
		document, err := html.Parse(bytes.NewReader(r.bytes(o.Path)))
		if err != nil {
			t.Fatal(err)
		}
		text := squeeze(onPaper(document))
		for _, words := range []string{o.Notice.ShortCode(o.Audience), squeeze(r.plan.URL(o.Path)), "第" + strconv.Itoa(o.Notice.Latest().Number) + "版"} {
			if !strings.Contains(text, strings.TrimSuffix(words, "index.html")) {
				t.Errorf("%s lacks %s", o.Path, words)
			}
		}
	}
}
