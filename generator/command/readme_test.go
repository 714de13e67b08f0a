package command

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// A readme is a page whose commands a reader types from its first heading to its last, in
// an empty folder.
type readme struct {
	page, language string
	first, last    string
	commands       int               // as many as it has, so that none is overlooked
	before         map[string]string // what the page asks for in words before a command
	answers        map[string]string // what a command says, where the page shows nothing
	fails          []string          // begin the commands that find something
}

// readmes are the two that a newcomer reads. What they say of check and build is tried
// before what they ask for is done: one warns of it, the other refuses it.
var readmes = []readme{{
	page: "../../README.md", language: "en", first: "## Your own first notice", last: "## Commands", commands: 6,
	before: map[string]string{
		"tonggao check": "fill regions/jiangsu/2024-upgrade/00-preamble.md 【原因】 3月1日20时\n",
		"tonggao build": "fill regions/jiangsu/2024-upgrade/00-preamble.md 3月1日20时 {{settlement-stop}}\n" +
			"exec tonggao check\nstdout 'no errors, 1 warning, build refuses 1 of them'\n! exec tonggao build\nstderr '1 error'\n" + ownAddress,
	},
	answers: map[string]string{
		"tonggao new region": "written: regions/site.toml\nwritten: regions/jiangsu/region.toml\n…",
		"tonggao new notice": "written: regions/jiangsu/2024-upgrade/notice.toml\n…",
		"tonggao serve":      "…http://127.0.0.1:8080…\n…",
		"tonggao build":      "built 1 region, 1 notice, 0 editions, 2 milestones: …",
		"tonggao move":       "…\nwritten: regions/jiangsu/2024-upgrade/notice.toml",
	},
	fails: []string{"tonggao check"},
}, {
	page: "../../README.zh-CN.md", language: "zh", first: "## 写第一份通告", last: "## 许可", commands: 16,
	before: map[string]string{
		"tonggao build": "! exec tonggao build\nstderr '2 处错误'\n" +
			"fill regions/jiangsu/2024-upgrade/00-preamble.md 【原因】 系统升级\n" + ownAddress,
		"tonggao verify":                         "printed output/jiangsu/2024-upgrade/counter-stop/index.html\n",
		"tonggao new notice jiangsu/2024-repair": "cp $WORD/10-tangshan.docx 通告.docx\n",
	},
	answers: map[string]string{
		"tonggao new region": "已写入：regions/site.toml\n已写入：regions/jiangsu/region.toml\n…",
		"tonggao new notice": "…regions/jiangsu/2024-…/notice.toml\n…",
		"tonggao serve":      "…http://127.0.0.1:8080…\n…",
		"tonggao move":       "…\n已写入：regions/jiangsu/2024-upgrade/notice.toml",
		"tonggao check":      "已检查 1 个地区，1 份通告，0 个版本，3 个节点：没有错误，2 处警告，其中 2 处生成时是错误\n…",
		"tonggao build":      "已生成 1 个地区，1 份通告，0 个版本，3 个节点：…",
		"tonggao status":     "20…\n…",
		"tonggao verify":     "…，是最新的\n…",
		"tonggao audit":      "…\n…与 jiangsu/2024-upgrade 比对…",
	},
	fails: []string{"tonggao audit"}, // another office's file agrees with no notice of the page
}}

// ownAddress puts an address in the place of the example's.
const ownAddress = "fill regions/site.toml https://tonggao.example https://www.gov.cn/tonggao\n"

// TestReadmes follows both READMEs as they stand: each command in its order, each file as
// it is shown.
func TestReadmes(t *testing.T) {
	for _, r := range readmes {
		t.Run(r.language, func(t *testing.T) {
			script := filepath.Join(t.TempDir(), "readme.txt")
			if err := os.WriteFile(script, []byte(r.script(t)), 0o666); err != nil {
				t.Fatal(err)
			}
			p := scripts(t, "")
			p.Files = []string{script}
			p.Cmds["answers"], p.Cmds["fill"], p.Cmds["printed"] = answers, fill, printed
			setup := p.Setup
			p.Setup = func(env *testscript.Env) error {
				env.Setenv("TONGGAO_LANG", r.language)
				return setup(env)
			}
			testscript.Run(t, p)
		})
	}
}

var (
	typed   = regexp.MustCompile(`^    (tonggao .*)\n$`)
	inTable = regexp.MustCompile("^\\|[^`]*`(tonggao [^`]*)`")
)

// script is what the page has its reader do.
func (r readme) script(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(r.page)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, begins := strings.Cut(string(text), "\n"+r.first+"\n")
	walk, _, ends := strings.Cut(rest, "\n"+r.last+"\n")
	if !begins || !ends {
		t.Fatalf("%s has no part from %q to %q", r.page, r.first, r.last)
	}
	var script, parts strings.Builder
	part := func(text string) string {
		name := fmt.Sprintf("part%d", strings.Count(parts.String(), "\n-- ")+1)
		fmt.Fprintf(&parts, "\n-- %s --\n%s\n", name, strings.TrimSuffix(text, "\n"))
		return "$WORK/" + name
	}
	lines := strings.SplitAfter(walk, "\n")
	commands := 0
	for i := 0; i < len(lines); i++ {
		m := typed.FindStringSubmatch(lines[i])
		if m == nil {
			m = inTable.FindStringSubmatch(lines[i])
		}
		name, shown := strings.CutPrefix(lines[i], "```toml ")
		switch {
		case shown:
			end := i + 1
			for ; lines[end] != "```\n"; end++ {
			}
			fmt.Fprintf(&script, "cp %s %s\n", part(strings.Join(lines[i+1:end], "")), strings.TrimSpace(name))
			i = end
		case m != nil:
			commands++
			answer := ""
			for ; i+1 < len(lines) && strings.HasPrefix(lines[i+1], "    ") && !typed.MatchString(lines[i+1]); i++ {
				answer += strings.TrimPrefix(lines[i+1], "    ")
			}
			r.command(t, &script, m[1], answer, part)
		}
	}
	if commands != r.commands {
		t.Errorf("%s has %d commands, not %d", r.page, commands, r.commands)
	}
	return script.String() + parts.String()
}

// command writes one of the page's commands, with what the page asks for before it. What
// the page shows below it is a part of what it answers.
func (r readme) command(t *testing.T, script *strings.Builder, command, answer string, part func(string) string) {
	t.Helper()
	script.WriteString(r.before[longest(r.before, command)])
	if answer = strings.TrimSuffix(answer, "\n"); answer != "" {
		answer += "\n…"
	} else if answer = r.answers[longest(r.answers, command)]; answer == "" {
		t.Errorf("%s does not say what %s answers", r.page, command)
	}
	fails := false
	for _, begin := range r.fails {
		fails = fails || strings.HasPrefix(command, begin)
	}
	command = strings.ReplaceAll(command, "核对码", "$CODE")
	if strings.HasPrefix(command, "tonggao move ") {
		command += " --on 2024-02-25 --yes" // on any day, and without a terminal to ask at
	}
	run(script, command, fails, answer, part)
}

// longest is the longest key that a command begins with.
func longest(of map[string]string, command string) string {
	found := ""
	for begin := range of {
		if strings.HasPrefix(command, begin) && len(begin) > len(found) {
			found = begin
		}
	}
	return found
}

// fill FILE OLD NEW puts words in the place of others, which must stand there once.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, args[1]); n != 1 {
		ts.Fatalf("%s has %s %d times", args[0], args[1], n)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o666))
}

// printed FILE keeps the code that a page shows as CODE.
func printed(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv("CODE", regexp.MustCompile(`\b[0-9A-Z]{4}-[0-9A-Z]{4}\b`).FindString(ts.ReadFile(args[0])))
}
