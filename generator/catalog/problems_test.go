package catalog

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/problem"
)

var update = flag.Bool("update", false, "write docs/problems.md and the goldens anew")

// unmet are the codes that no small input produces, and why.
var unmet = map[string][2]string{
	"markdown-ambiguous": {"最后一道核对：至今没有文字会这样", "the last check of what Markdown made of a text: none is known that fails it"},
	"path-twice":         {"最后一道核对：各种名称在此之前都已查过", "the last check of all addresses: names are checked before it"},
	"site-large":         {"要有 1 GB 的网站才会遇到", "met by a site of 1 GB alone"},
}

// TestEveryCodeIsMet finds an example of each code in the corpus, but for those that are
// listed, and no code that is not in the catalogue.
func TestEveryCodeIsMet(t *testing.T) {
	met := problemsMet(meetings(t))
	for _, e := range coded() {
		_, is := met[e.code]
		if _, listed := unmet[e.code]; is == listed {
			t.Errorf("%s: met by the corpus: %v, listed as one that is not: %v", e.code, is, listed)
		}
	}
	if p, nameless := met[""]; nameless {
		t.Errorf("a problem without a code: %v", p)
	}
}

// coded are the problems of the catalogue, by code.
func coded() []entry {
	var codes []entry
	for _, list := range lists {
		for _, e := range list {
			if e.code != "" {
				codes = append(codes, e)
			}
		}
	}
	slices.SortFunc(codes, func(a, b entry) int { return strings.Compare(a.code, b.code) })
	return codes
}

// TestTheListOfProblemsIsFresh holds docs/problems.md against the catalogue and the
// source: every code, what it means, what to do about it, an example, in both languages.
func TestTheListOfProblemsIsFresh(t *testing.T) {
	advice := map[string][]string{}
	for _, s := range spoken(t) {
		if s.problem && s.hint != "" && !slices.Contains(advice[s.form], s.hint) {
			advice[s.form] = append(advice[s.form], s.hint)
		}
	}
	met := problemsMet(meetings(t))
	var page strings.Builder
	page.WriteString(problemsHead)
	for _, e := range coded() {
		fmt.Fprintf(&page, "\n## %s\n\n%s  \n%s\n", e.code, plainForm(e.chinese), plainForm(e.english))
		for _, hint := range advice[e.english] {
			fmt.Fprintf(&page, "\n- %s  \n  %s\n", plainForm(known[hint].chinese), plainForm(hint))
		}
		if p, met := met[e.code]; met {
			fmt.Fprintf(&page, "\n```text\n%s\n%s\n```\n", Chinese.Problem(p), p)
		} else if why, listed := unmet[e.code]; listed {
			fmt.Fprintf(&page, "\n（没有示例：%s。 No example: %s.）\n", why[0], why[1])
		}
	}
	fresh(t, "../../docs/problems.md", page.String())
}

// fresh holds a file against what it must be, or writes it anew.
func fresh(t *testing.T, name, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if is, err := os.ReadFile(name); err != nil || string(is) != want {
		t.Errorf("%s is stale (%v): run go test ./generator/catalog -update and read the difference", name, err)
	}
}

// problemsMet are the first problems of each code that the corpus has.
func problemsMet(all []meeting) map[string]problem.Problem {
	met := map[string]problem.Problem{}
	for _, m := range all {
		for _, p := range m.problems {
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
