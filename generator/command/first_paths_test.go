package command

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"tonggao/generator/catalog"
)

// inChinese returns what carries out a command line in this process, and tells all that it
// prints.
func inChinese(t *testing.T) func(args ...string) (string, int) {
	t.Helper()
	templates, err := filepath.Abs("../../templates")
	if err != nil {
		t.Fatal(err)
	}
	return func(args ...string) (string, int) {
		var said bytes.Buffer
		code := Run(append([]string{"--lang", "zh"}, args...), &said, &said, os.DirFS(templates))
		return said.String(), code
	}
}

// eachCommand calls a function for every command that does something.
func eachCommand(visit func(c *cobra.Command)) {
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Runnable() {
			visit(c)
		}
		for _, below := range c.Commands() {
			walk(below)
		}
	}
	walk((&terminal{lang: catalog.English}).root())
}

// fields takes a command line apart as shells do that know double quotes.
func fields(line string) []string {
	var words []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			words = append(words, part)
		} else {
			words = append(words, strings.Fields(part)...)
		}
	}
	return words
}

// TestFirstContact runs the first example of every command in a folder where there is
// nothing: it works, or says which command comes next.
func TestFirstContact(t *testing.T) {
	ran := inChinese(t)
	eachCommand(func(c *cobra.Command) {
		if c.Name() == "serve" { // begins a site: TestServeBegins
			return
		}
		dir := t.TempDir()
		t.Chdir(dir)
		line, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n")
		said, code := ran(fields(line)[1:]...)
		if code != good && !strings.Contains(said, "tonggao ") {
			t.Errorf("%s: exit code %d, and nothing says what to do next:\n%s", line, code, said)
		}
	})
}

// TestEveryPathIsForgiven writes the paths of every command that takes one as people and
// shells do: the answer is the same.
func TestEveryPathIsForgiven(t *testing.T) {
	ran := inChinese(t)
	const region, notice = "jiangsu/suzhou/changshu", "jiangsu/suzhou/changshu/2021-platform"
	lines := map[string]func(path string) []string{ // by command; the path may be of a notice
		"status":  func(p string) []string { return []string{p, "--at", "2021-12-31 12:00"} },
		"explain": func(p string) []string { return []string{p} },
		"audit":   func(p string) []string { return []string{"notice.txt", p} },
		"move": func(p string) []string {
			return []string{p + "#settlement-full", "tbd", "--why", "联调", "--here", "--dry-run"}
		},
		"new region": func(p string) []string { return []string{strings.Replace(p, "2021-platform", "", 1)} },
		"new notice": func(p string) []string { return []string{p} },
	}
	root := t.TempDir()
	if err := os.CopyFS(filepath.Join(root, "regions"), os.DirFS("../../regions")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "notice.txt"), []byte("关于暂停业务的通告\n2021年12月30日20时起暂停。\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(root)
	written := []string{"./" + notice + "/", "regions/" + notice, `regions\` + strings.ReplaceAll(notice, "/", `\`) + `\`, `.\regions\` + strings.ReplaceAll(notice, "/", `\`),
		"regions/" + notice + "/notice.toml", strings.ReplaceAll(notice, "/", "／"), filepath.Join(root, "regions", notice)}
	eachCommand(func(c *cobra.Command) {
		name := strings.TrimPrefix(c.CommandPath(), "tonggao ")
		if !strings.Contains(c.Use, "PATH") {
			return
		}
		line, known := lines[name]
		if !known {
			t.Errorf("%s takes a path that this test does not write", name)
			return
		}
		command := strings.Fields(name)
		want, code := ran(slices.Concat(command, line(notice))...)
		if strings.Contains(want, "没有地区") || code == failure && command[0] != "new" {
			t.Errorf("%s: %s", name, want)
		}
		for _, path := range written {
			if got, _ := ran(slices.Concat(command, line(path))...); got != want {
				t.Errorf("%s %s:\n%s\nwant:\n%s", name, path, got, want)
			}
		}
	})
	want, _ := ran("check", "--only", region)
	for _, path := range []string{"regions/" + region, `regions\jiangsu\suzhou\changshu\`, "jiangsu／suzhou／changshu", region + "/region.toml"} {
		if got, code := ran("check", "--only", path); got != want || code == failure {
			t.Errorf("check --only %s:\n%s\nwant:\n%s", path, got, want)
		}
	}
}

// TestFullWidthMilestone takes a # from a Chinese keyboard.
func TestFullWidthMilestone(t *testing.T) {
	ran := inChinese(t)
	regions, err := filepath.Abs("../../regions")
	if err != nil {
		t.Fatal(err)
	}
	for _, milestone := range []string{"#settlement-full", "＃settlement-full", "＃ｓｅｔｔｌｅｍｅｎｔ－ｆｕｌｌ"} {
		path := "jiangsu／suzhou/changshu/2021-platform" + milestone
		if said, code := ran("explain", "--regions", regions, path); code != good {
			t.Errorf("explain %s: %s", path, said)
		}
		if said, code := ran("move", "--regions", regions, path, "１月５日８时", "--why", "联调", "--here", "--dry-run"); code != good {
			t.Errorf("move %s: %s", path, said)
		}
	}
}
