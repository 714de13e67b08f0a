package catalog

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"tonggao/generator"
	"tonggao/generator/look"
	"tonggao/generator/problem"
	"tonggao/generator/testkit"
)

var update = flag.Bool("update", false, "write docs/problems.md anew")

// TestTheListOfProblemsIsFresh holds docs/problems.md against the catalogue and the
// source: every code, what it means, what to do about it, in both languages.
func TestTheListOfProblemsIsFresh(t *testing.T) {
	advice := map[string][]string{}
	for _, s := range spoken(t) {
		if s.problem && s.hint != "" && !slices.Contains(advice[s.form], s.hint) {
			advice[s.form] = append(advice[s.form], s.hint)
		}
	}
	met := problemsMet(t)
	if len(met) < 120 {
		t.Errorf("the test sites meet %d sorts of problems", len(met))
	}
	var page strings.Builder
	page.WriteString(problemsHead)
	var codes []entry
	for _, list := range lists {
		for _, e := range list {
			if e.code != "" {
				codes = append(codes, e)
			}
		}
	}
	slices.SortFunc(codes, func(a, b entry) int { return strings.Compare(a.code, b.code) })
	for _, e := range codes {
		fmt.Fprintf(&page, "\n## %s\n\n%s  \n%s\n", e.code, plainForm(e.chinese), plainForm(e.english))
		for _, hint := range advice[e.english] {
			fmt.Fprintf(&page, "\n- %s  \n  %s\n", plainForm(known[hint].chinese), plainForm(hint))
		}
		if p, met := met[e.code]; met {
			fmt.Fprintf(&page, "\n```text\n%s\n%s\n```\n", Chinese.Problem(p), p)
		}
	}
	const name = "../../docs/problems.md"
	if *update {
		if err := os.WriteFile(name, []byte(page.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if is, err := os.ReadFile(name); err != nil || string(is) != page.String() {
		t.Errorf("docs/problems.md is stale (%v): run go test ./generator/catalog -run TestTheListOfProblemsIsFresh -update", err)
	}
}

// problemsMet are the first problems of each code that the test sites have.
func problemsMet(t *testing.T) map[string]problem.Problem {
	t.Helper()
	archives, err := filepath.Glob("../testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no test sites ", err)
	}
	templates := look.New(testkit.Templates())
	met := map[string]problem.Problem{}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		regions := fstest.MapFS{}
		for _, f := range archive.Files {
			if below, ok := strings.CutPrefix(f.Name, "regions/"); ok {
				regions[below] = &fstest.MapFile{Data: f.Data}
			}
		}
		_, problems, err := generator.Load(generator.Options{Regions: regions, Look: templates})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if _, known := met[Code(p)]; !known {
				met[Code(p)] = p
			}
		}
	}
	return met
}

// plainForm shows a form with … for its values, as text of Markdown.
func plainForm(form string) string {
	shown := verb.ReplaceAllStringFunc(form, func(v string) string {
		if strings.HasSuffix(v, "q") {
			return "“…”"
		}
		return "…"
	})
	return strings.NewReplacer(`\`, `\\`, "<", "&lt;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "#", `\#`, "|", `\|`, "~", `\~`).Replace(shown)
}

const problemsHead = `# 问题一览 · Problems

程序发现的每一种问题：代码、含义、怎么改。代码在各版本、各语言中不变，` + "`--json`" + ` 的 ` + "`code`" + ` 就是它；“…”处是作者自己写的名称和值。
本页由程序源码生成，测试保证不过时。

Every problem that the program finds: its code, what it means, what to do. A code stays the same in
every release and language; it is what ` + "`--json`" + ` calls ` + "`code`" + `. Authors' own names and values stand at “…”.
This page is made from the program's source, and held fresh by a test.
`
