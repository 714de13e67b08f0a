package command

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"tonggao/generator/catalog"
)

// An exhibit is a command line that a page shows for people.
type exhibit struct{ page, command string }

// lineAlone is a command in a block of a page, by itself; inWords is one in a sentence.
var (
	lineAlone = regexp.MustCompile(`^(?:\$ |    |)(tonggao(?: .*)?)\n$`)
	inWords   = regexp.MustCompile("`(tonggao [^`]*)`")
)

// documented are the command lines of every page. Pages of pipelines show YAML, where a shell
// of Unix reads them; what leaves a part open, with … or in brackets, is no line to type.
func documented(t *testing.T) []exhibit {
	t.Helper()
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []exhibit
	for _, page := range append(pages, "../../README.md", "../../README.zh-CN.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if m := lineAlone.FindStringSubmatch(line); m != nil {
				all = append(all, exhibit{page, m[1]})
			}
			for _, m := range inWords.FindAllStringSubmatch(line, -1) {
				if !strings.ContainsAny(m[1], "…[") {
					all = append(all, exhibit{page, m[1]})
				}
			}
		}
	}
	if len(all) < 150 {
		t.Errorf("the pages show %d commands", len(all))
	}
	return all
}

// TestDocumentedCommands reads every page: a command line that it shows means the same to
// cmd.exe, PowerShell and a Unix shell, and is one of this program.
func TestDocumentedCommands(t *testing.T) {
	for _, s := range documented(t) {
		if !portable(s.command) {
			t.Errorf("%s: not every shell reads %s", s.page, s.command)
		}
		if err := parses(s.command); err != nil {
			t.Errorf("%s: %s: %v", s.page, s.command, err)
		}
	}
}

// parses returns an error where a line has a flag or a number of arguments that its command
// does not take.
func parses(line string) error {
	c, rest, err := (&terminal{lang: catalog.English}).root().Find(fields(line)[1:])
	if err != nil {
		return err
	}
	c.InitDefaultHelpFlag()
	if err := c.ParseFlags(rest); err != nil {
		return err
	}
	if help, err := c.Flags().GetBool("help"); len(rest) == 0 || err == nil && help { // the command as a word
		return nil
	}
	return c.ValidateArgs(c.Flags().Args())
}

// windowsWords has cmd.exe take every documented line and every example apart: a program that
// only tells its arguments gets those that are meant.
func windowsWords(t *testing.T, wine func(string, ...string) *exec.Cmd) {
	dir := t.TempDir()
	const telling = "package main\n\nimport (\n\t\"encoding/json\"\n\t\"os\"\n)\n\nfunc main() { _ = json.NewEncoder(os.Stdout).Encode(os.Args[1:]) }\n"
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(telling), 0o666); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "build", "-o", "tonggao.exe", "main.go")
	build.Dir, build.Env = dir, append(os.Environ(), "GOOS=windows", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var lines []string
	for _, s := range documented(t) {
		lines = append(lines, s.command)
	}
	eachExample(func(_, line string) { lines = append(lines, line) })
	for i, line := range lines { // to a shell these are letters, and a batch file of Wine has them in another code
		lines[i] = strings.Map(func(r rune) rune {
			if r > unicode.MaxASCII {
				return 'x'
			}
			return r
		}, line)
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	if err := os.WriteFile(filepath.Join(dir, "all.cmd"), []byte("@echo off\r\n"+strings.Join(lines, "\r\n")+"\r\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	told, err := wine(dir, "cmd", "/c", "all.cmd").Output()
	if err != nil {
		t.Fatal(err)
	}
	read := json.NewDecoder(bytes.NewReader(told))
	for _, line := range lines {
		var got []string
		if err := read.Decode(&got); err != nil {
			t.Fatalf("%s: %v\n%s", line, err, told)
		}
		if want := fields(line)[1:]; !slices.Equal(got, want) {
			t.Errorf("cmd.exe takes %s apart as %q", line, got)
		}
	}
}
