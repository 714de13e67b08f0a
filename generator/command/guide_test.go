package command

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// A block is a fenced block of a guide.
type block struct {
	info string // what stands behind the fence: console, diff regions/…
	text string
	line int
}

func blocksOf(t *testing.T, name string) []block {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var blocks []block
	inside := false
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		info, fence := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "```")
		switch {
		case fence && !inside:
			blocks = append(blocks, block{info: info, line: number})
			inside = true
		case fence:
			inside = false
		case inside:
			blocks[len(blocks)-1].text += line
		}
	}
	return blocks
}

// TestGuide follows docs/authoring.md word for word in an empty folder, and its Chinese
// twin with a program that speaks Chinese: every command is run and answers as the guide
// says, every change of a file fits, and the files are there that it promises.
func TestGuide(t *testing.T) {
	for language, guide := range map[string]string{"en": "../../docs/authoring.md", "zh": "../../docs/authoring.zh-CN.md"} {
		t.Run(language, func(t *testing.T) { followGuide(t, language, guide) })
	}
}

func followGuide(t *testing.T, language, guide string) {
	script := filepath.Join(t.TempDir(), "authoring.txt")
	if err := os.WriteFile(script, []byte(scriptOf(blocksOf(t, guide))), 0o666); err != nil {
		t.Fatal(err)
	}
	templates, err := filepath.Abs("../../templates")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Files: []string{script},
		Cmds:  map[string]func(*testscript.TestScript, bool, []string){"answers": answers, "change": changeFile, "interrupted": interrupted},
		Setup: func(env *testscript.Env) error {
			env.Setenv(templatesKey, templates)
			env.Setenv("TONGGAO_LANG", language)
			return nil
		},
	})
}

// TestGuidesSayTheSame holds the blocks of the two guides against each other.
func TestGuidesSayTheSame(t *testing.T) {
	sameBlocks(t, "../../docs/authoring.md", "../../docs/authoring.zh-CN.md")
}

// question is what move asks before it writes, with the answer where the guide has it.
var question = regexp.MustCompile(`[^\n]*\[y/N\] (?:y\n)?`)

// asked is a block without what the program answers, which is in the page's language.
func asked(b block) string {
	if !strings.HasPrefix(b.info, "console") {
		return b.text
	}
	var commands string
	for line := range strings.Lines(b.text) {
		if strings.HasPrefix(line, "$") {
			commands += line
		}
	}
	return commands
}

// sameBlocks holds the blocks of a page and of its translation against each other.
func sameBlocks(t *testing.T, english, chinese string) {
	t.Helper()
	ours, theirs := blocksOf(t, english), blocksOf(t, chinese)
	same := func(a, b block) bool { return a.info == b.info && asked(a) == asked(b) }
	for i := range min(len(ours), len(theirs)) {
		if !same(ours[i], theirs[i]) {
			t.Fatalf("%s:%d and %s:%d differ", english, ours[i].line, chinese, theirs[i].line)
		}
	}
	if len(ours) != len(theirs) {
		t.Fatalf("%s has %d blocks, %s %d", english, len(ours), chinese, len(theirs))
	}
}

// scriptOf turns the blocks of a guide into a script, with the texts that it
// compares and writes behind it.
func scriptOf(blocks []block) string {
	var script, parts strings.Builder
	part := func(text string) string {
		name := fmt.Sprintf("$WORK/part%d", strings.Count(parts.String(), "\n-- ")+1)
		fmt.Fprintf(&parts, "\n-- %s --\n%s", filepath.Base(name), text)
		return name
	}
	for _, b := range blocks {
		fmt.Fprintf(&script, "# line %d\n", b.line)
		kind, of, _ := strings.Cut(b.info, " ")
		switch {
		case kind == "console":
			for _, one := range strings.Split("\n"+b.text, "\n$ ")[1:] {
				command, answer, _ := strings.Cut(one, "\n")
				run(&script, command, of == "fails", answer, part)
			}
		case kind == "diff":
			fmt.Fprintf(&script, "change %s %s\n", of, part(b.text))
		case b.info == "text files":
			fmt.Fprintf(&script, "exists %s\n", strings.Join(strings.Fields(b.text), " "))
		case of != "":
			fmt.Fprintf(&script, "cp %s %s\n", part(b.text), of)
		}
	}
	return script.String() + parts.String()
}

// run writes one command of a guide. A shell's own are a script's own too; serve
// is interrupted; a question is answered as the guide does. A script knows single quotes
// only, where people write double ones.
func run(script *strings.Builder, command string, fails bool, answer string, part func(string) string) {
	command = strings.ReplaceAll(command, `"`, `'`)
	program, _, _ := strings.Cut(command, " ")
	switch {
	case program != "tonggao":
		fmt.Fprintln(script, command)
		return
	case command == "tonggao serve" && runtime.GOOS == "windows": // where nobody can interrupt it but at its console
		return
	case command == "tonggao serve":
		fmt.Fprintf(script, "interrupted http:// %s --addr 127.0.0.1:0\n", command)
		answer = strings.ReplaceAll(answer, ":8080", ":…")
	case strings.Contains(answer, "[y/N] y"):
		fmt.Fprintf(script, "ttyin -stdin %s\nexec %s\n", part("y\n"), command)
		answer = question.ReplaceAllString(answer, "")
	case fails:
		fmt.Fprintf(script, "! exec %s\n", command)
	default:
		fmt.Fprintf(script, "exec %s\n", command)
	}
	fmt.Fprintf(script, "answers %s\n", part(answer))
}

// answers holds what the last command printed against the guide, in which … is
// anything: within a line, or lines.
func answers(ts *testscript.TestScript, _ bool, args []string) {
	printed := question.ReplaceAllString(ts.ReadFile("stdout")+ts.ReadFile("stderr"), "")
	if want := ts.ReadFile(args[0]); !isAnswer(printed, want) {
		ts.Fatalf("printed:\n%s\nthe guide says:\n%s", printed, want)
	}
}

// isAnswer reports whether a text is what a guide shows, in which … is anything.
func isAnswer(printed, want string) bool {
	pattern := regexp.QuoteMeta("\n" + strings.TrimSpace(want) + "\n")
	pattern = strings.ReplaceAll(pattern, "\n…", `(?s:.*)`)
	pattern = strings.ReplaceAll(pattern, "…", `.*`)
	return regexp.MustCompile(`^` + pattern + `$`).MatchString("\n" + strings.TrimSpace(printed) + "\n")
}

// changeFile makes the change of a file that a guide shows as a diff.
func changeFile(ts *testscript.TestScript, _ bool, args []string) {
	text, err := changed(ts.ReadFile(args[0]), ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

// changed is a text with a change that a guide shows as a diff: its lines must stand in
// the text together, once.
func changed(text, difference string) (string, error) {
	var old, new strings.Builder
	for line := range strings.Lines(difference) {
		if line[0] != '+' {
			old.WriteString(line[1:])
		}
		if line[0] != '-' {
			new.WriteString(line[1:])
		}
	}
	if n := strings.Count("\n"+text, "\n"+old.String()); n != 1 {
		return "", fmt.Errorf("it has these lines %d times:\n%s", n, old.String())
	}
	return strings.Replace("\n"+text, "\n"+old.String(), "\n"+new.String(), 1)[1:], nil
}
