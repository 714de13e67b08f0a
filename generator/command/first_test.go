package command

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"tonggao/generator/catalog"
)

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
