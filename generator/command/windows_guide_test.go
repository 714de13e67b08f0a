package command

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// windowsGuide follows the Chinese guide in cmd.exe, in a folder whose name has a blank and
// Chinese: every command answers as the guide says, every change fits, every file is there.
// What it shows of serve, which runs until it is ended, is left out.
func windowsGuide(t *testing.T, wine func(string, ...string) *exec.Cmd, program string) {
	g := guided{t: t, wine: wine, program: program, dir: filepath.Join(t.TempDir(), "我的 通告")}
	if err := os.MkdirAll(g.dir, 0o777); err != nil {
		t.Fatal(err)
	}
	for _, b := range blocksOf(t, "../../docs/authoring.zh-CN.md") {
		g.line = b.line
		kind, of, _ := strings.Cut(b.info, " ")
		switch {
		case kind == "console":
			for _, one := range strings.Split("\n"+b.text, "\n$ ")[1:] {
				command, answer, _ := strings.Cut(one, "\n")
				g.run(command, answer, of == "fails")
			}
		case kind == "diff":
			text, err := changed(g.read(of), b.text)
			if err != nil {
				t.Fatalf("line %d: %s: %v", b.line, of, err)
			}
			g.write(of, text)
		case b.info == "text files":
			for _, name := range strings.Fields(b.text) {
				g.read(name)
			}
		case of != "":
			g.write(of, b.text)
		}
	}
	if g.commands < 15 {
		t.Errorf("the guide has %d commands", g.commands)
	}
}

// A guided is somebody who follows a guide.
type guided struct {
	t              *testing.T
	wine           func(string, ...string) *exec.Cmd
	program, dir   string
	line, commands int
}

// run types one command; where the guide answers a question, --yes does, since cmd.exe has
// no terminal here.
func (g *guided) run(command, answer string, fails bool) {
	g.t.Helper()
	words := fields(command)
	switch {
	case words[0] == "mkdir":
		if err := os.Mkdir(filepath.Join(g.dir, words[1]), 0o777); err != nil {
			g.t.Fatal(err)
		}
		return
	case words[0] == "cd":
		g.dir = filepath.Join(g.dir, words[1])
		return
	case words[0] != "tonggao":
		g.t.Fatalf("line %d: cmd.exe has no %s", g.line, command)
	case words[1] == "serve":
		return
	case strings.Contains(answer, "[y/N] y"):
		words, answer = append(words, "--yes"), question.ReplaceAllString(answer, "")
	}
	g.commands++
	c := g.wine(g.dir, append([]string{"cmd", "/c", g.program}, words[1:]...)...)
	c.Env = append(c.Env, "TONGGAO_LANG=zh")
	var out, errs strings.Builder
	c.Stdout, c.Stderr = &out, &errs
	err := c.Run()
	printed := testkit.OfProgram(strings.ReplaceAll(out.String()+errs.String(), "\r\n", "\n"))
	printed = question.ReplaceAllString(printed, "")
	if (err != nil) != fails || !isAnswer(printed, answer) {
		g.t.Fatalf("line %d: %s: %v; printed:\n%s\nthe guide says:\n%s", g.line, command, err, printed, answer)
	}
}

func (g *guided) read(name string) string {
	g.t.Helper()
	text, err := os.ReadFile(filepath.Join(g.dir, name))
	if err != nil {
		g.t.Fatalf("line %d: %v", g.line, err)
	}
	return string(text)
}

func (g *guided) write(name, text string) {
	g.t.Helper()
	name = filepath.Join(g.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		g.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		g.t.Fatal(err)
	}
}
