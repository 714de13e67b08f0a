package generator

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"tonggao/generator/look"
	"tonggao/generator/plan"
)

// Every site of testdata/sites is read without an error or a warning, builds in
// every format, and publishes exactly the facts that its part "facts" has, where
// there is one. The facts were taken from a notice on paper, not from the site.
func TestSitesBuildAndKeepTheirFacts(t *testing.T) {
	modelled := 0
	eachArchive(t, "testdata/sites/*.txtar", func(t *testing.T, archive *txtar.Archive, changed *bool) {
		p := loadArchive(t, archive, changed)
		if p == nil {
			t.FailNow()
		}
		notices := toldOf(t, p)
		i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "facts" })
		if i < 0 {
			return
		}
		modelled++
		want, have := linesOf(archive.Files[i].Data), factsOf(t, notices)
		for _, fact := range without(want, have) {
			t.Errorf("not published: %s", fact)
		}
		for _, fact := range without(have, want) {
			t.Errorf("published, and no fact of the notice: %s", fact)
		}
	})
	if modelled < 6 {
		t.Errorf("only %d sites have their facts", modelled)
	}
}

// toldOf writes every output of a plan and returns notices.json of the root.
func toldOf(t *testing.T, p *plan.Plan) []byte {
	t.Helper()
	w, problems, err := NewWriters(look.New(os.DirFS("../templates")), p, nil)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	var notices bytes.Buffer
	for _, o := range p.Outputs() {
		into := io.Writer(io.Discard)
		if o.Path == "notices.json" {
			into = &notices
		}
		if err := w.Write(into, o); err != nil {
			t.Errorf("%s: %v", o.Path, err)
		}
	}
	return notices.Bytes()
}

// A publishedFact is what a fact is compared by, as notices.json has it.
type publishedFact struct {
	Kind, Status, State, Scope        string
	At, Before, Until                 *string
	Services                          []string
	Gradual, Expected, Permanent, Tbd bool
}

// factsOf lists every published fact once for each of its services, in the form of
// the part "facts": what happens, to which service, from when, until when at the
// latest, and how far that goes.
func factsOf(t *testing.T, notices []byte) []string {
	t.Helper()
	var all struct {
		Regions []struct {
			Notices []struct{ Milestones []publishedFact }
		}
	}
	if err := json.Unmarshal(notices, &all); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range all.Regions {
		for _, n := range r.Notices {
			for _, m := range n.Milestones {
				for _, service := range m.Services {
					lines = append(lines, strings.TrimRight(strings.Join([]string{m.does(), service, text(m.At), text(m.Until) + text(m.Before), m.marks()}, " | "), " "))
				}
			}
		}
	}
	return lines
}

// does names what a fact does in the words of the notices on paper.
func (m publishedFact) does() string {
	switch {
	case m.Status == "cancelled":
		return "取消"
	case m.Permanent:
		return "终止"
	case m.Kind == "partial" && m.State != "":
		return "减"
	}
	return map[string]string{"suspend": "停", "partial": "部分恢复", "resume": "恢复", "opening": "开放", "deadline": "截止", "rule": "其他"}[m.Kind]
}

func (m publishedFact) marks() string {
	marks := ""
	for _, mark := range []struct {
		is   bool
		word string
	}{{m.Expected, "预计"}, {m.Gradual, "逐步"}, {m.Tbd, "另行通知"}} {
		if mark.is {
			marks += mark.word
		}
	}
	return marks + m.Scope
}

func text(value *string) string {
	if value == nil {
		return ""
	}
	return *value
}

func linesOf(part []byte) []string { return strings.Split(strings.TrimSpace(string(part)), "\n") }

// without returns the lines of a that b does not have, each as often as it is
// missing.
func without(a, b []string) []string {
	rest := slices.Clone(b)
	return slices.DeleteFunc(slices.Clone(a), func(line string) bool {
		i := slices.Index(rest, line)
		if i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		}
		return i >= 0
	})
}
