package command

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"tonggao/generator/catalog"
)

// TestPathsAreForgiven writes a path as people and shells do: it stays the same place.
func TestPathsAreForgiven(t *testing.T) {
	random := rand.New(rand.NewPCG(18, 3))
	words := []string{"jiangsu", "苏州 市", "2021-platform", "x"}
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	for range 2000 {
		var parts []string
		for range 1 + random.IntN(3) {
			parts = append(parts, pick(words...))
		}
		want := strings.Join(parts, "/")
		written := pick("", "./", `.\`) + pick("", "regions/", `regions\`) + strings.Join(parts, pick("/", `\`, "//")) + pick("", "/", `\`, "/notice.toml", `\region.toml`)
		tail := pick("", "#stop")
		if got := below(pick("regions", "regions/", "./regions", `regions\`), written+tail); got != want+tail {
			t.Fatalf("%q is %q, want %q", written+tail, got, want+tail)
		}
	}
	for _, all := range []string{"", ".", "regions", `regions\`, "./regions/"} {
		if got := below("regions", all); got != "" {
			t.Errorf("%q is %q", all, got)
		}
	}
}

// TestCommandsHaveExamples holds that each command shows how it is used, in words that
// cmd.exe, PowerShell and a Unix shell read alike.
func TestCommandsHaveExamples(t *testing.T) {
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		if c.Runnable() && c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
		for line := range strings.Lines(c.Example) {
			if !portable(strings.TrimSpace(line)) {
				t.Errorf("%s: not every shell reads %s", c.CommandPath(), line)
			}
		}
		for _, below := range c.Commands() {
			walk(below)
		}
	}
	walk((&terminal{lang: catalog.English}).root())
}

// portable reports whether a command line means the same to cmd.exe, PowerShell and a
// Unix shell: only double quotes, and # only within them, since it begins a comment or
// stands for one.
func portable(line string) bool {
	quoted := false
	for i, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted && strings.ContainsRune("$`%!", r), !quoted && strings.ContainsRune("'#$`%!&|;()^", r):
			return false
		case !quoted && r == '\\' && i == len(line)-1:
			return false
		}
	}
	return !quoted
}
