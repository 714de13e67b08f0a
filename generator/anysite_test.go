package generator

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// FuzzAnySite holds that whatever the reader accepts, the writers make: any site is
// written in every format and language without a failure; no page has an empty heading
// or two rows that contradict each other; and page, event and poster of every fact,
// read back by readers that know nothing of this program, say the same moment.
func FuzzAnySite(f *testing.F) {
	for seed := range uint64(12) {
		f.Add(seed)
	}
	pdftotext, err := exec.LookPath("pdftotext")
	templates := look.New(os.DirFS("../templates"))
	f.Fuzz(func(t *testing.T, seed uint64) {
		s, _, readErr := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 11))))
		if readErr != nil {
			t.Fatal(readErr)
		}
		if s == nil {
			return // the reader refuses some
		}
		p, problems := plan.Make(s, plan.Options{})
		if problems.Failed() {
			t.Fatal(problems)
		}
		r := renderingOf(t, templates, p)
		for _, o := range p.Outputs() {
			text := r.bytes(o.Path)
			if path.Ext(o.Path) == ".html" {
				wholePage(t, o.Path, text)
			}
		}
		if err != nil {
			testkit.Need(t, "pdftotext")
		}
		sameFacts(t, r, pdftotext)
	})
}

// postersRead is one of how many posters is read back.
const postersRead = 4

// sameFacts reads every fact back.
func sameFacts(t *testing.T, r *rendering, pdftotext string) {
	t.Helper()
	var all published
	if err := json.Unmarshal(r.bytes("notices.json"), &all); err != nil {
		t.Fatal(err)
	}
	for _, region := range all.Regions {
		for _, notice := range region.Notices {
			for i, m := range notice.Milestones {
				samePage(t, notice.ID, m, r.bytes(r.at(m.URL)))
				sameEvent(t, notice.ID, m, r.bytes(r.at(m.Calendar)))
				if i%postersRead == 0 { // a program a sheet is what takes the time
					samePoster(t, notice.ID, m, readPDF(t, pdftotext, r.bytes(r.at(m.PDF))))
				}
			}
		}
	}
}

// wholePage looks for headings, terms and cells without a word, and for a service that
// the page shows twice.
func wholePage(t *testing.T, name string, text []byte) {
	t.Helper()
	document, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]bool{}
	for n := range document.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "h1", "h2", "h3", "h4", "h5", "h6", "dt", "title":
			if nodeText(n) == "" {
				t.Errorf("%s has an empty %s", name, n.Data)
			}
		case "th":
			if attribute(n, "scope") == "row" {
				if row := nodeText(n); rows[row] {
					t.Errorf("%s has two rows of %s", name, row)
				} else {
					rows[row] = true
				}
			}
		case "script":
			if attribute(n, "id") == "facts" && n.FirstChild != nil {
				oneStateEach(t, name, n.FirstChild.Data)
			}
		}
	}
}

// oneStateEach wants each service, or part of one, once in what a page says of now.
func oneStateEach(t *testing.T, name, facts string) {
	t.Helper()
	var now struct {
		Facts []struct {
			Name, Lane string
			Steps      []struct {
				From int64
				Word string
			}
		}
	}
	if err := json.Unmarshal([]byte(facts), &now); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, fact := range now.Facts {
		what := strings.Join([]string{fact.Name, fact.Lane}, " · ")
		if seen[what] {
			t.Errorf("%s says twice how %s stands", name, what)
		}
		seen[what] = true
		for i, step := range fact.Steps {
			if step.Word == "" || i > 0 && step.From <= fact.Steps[i-1].From {
				t.Errorf("%s: step %d of %s is %+v", name, i, what, step)
			}
		}
	}
}
