package command

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// eachExample calls a function for every line of every command's examples.
func eachExample(visit func(command, line string)) {
	eachCommand(func(c *cobra.Command) {
		for line := range strings.Lines(c.Example) {
			visit(c.CommandPath(), strings.TrimSpace(line))
		}
	})
}

// TestCommandsHaveExamples holds that each command shows how it is used, in words that
// cmd.exe, PowerShell and a Unix shell read alike, with flags and arguments that it takes.
func TestCommandsHaveExamples(t *testing.T) {
	eachCommand(func(c *cobra.Command) {
		if c.Example == "" {
			t.Errorf("%s has no example", c.CommandPath())
		}
	})
	eachExample(func(command, line string) {
		if !portable(line) {
			t.Errorf("%s: not every shell reads %s", command, line)
		}
		if err := parses(line); err != nil || !strings.HasPrefix(line+" ", command+" ") {
			t.Errorf("%s: %s: %v", command, line, err)
		}
	})
}

// portable reports whether a command line means the same to cmd.exe, PowerShell and a Unix
// shell: only double quotes; # only within them, since it begins a comment to some; and a
// comma, which makes a list in PowerShell. A remark behind it would be arguments to cmd.exe.
func portable(line string) bool {
	quoted := false
	for i, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted && strings.ContainsRune("$`%!", r), !quoted && strings.ContainsRune("'#$`%!&|;()^<>,{}@*?~（", r):
			return false
		case r == '\\' && (i == len(line)-1 || strings.ContainsRune("\"\\", rune(line[i+1]))):
			return false
		}
	}
	return !quoted
}

// TestPortable has lines that a shell reads otherwise.
func TestPortable(t *testing.T) {
	for line, want := range map[string]bool{
		`tonggao status`: true, `tonggao move "a/b#c" tbd --why "测试 延长"`: true, `tonggao verify E:\ --against output`: true,
		`tonggao build --formats "html,pdf"`: true, `tonggao build --formats html,pdf`: false, `tonggao move a#b tbd`: false,
		`tonggao check # all`: false, `tonggao check （全部）`: false, `tonggao audit 'a b'`: false, `tonggao verify "E:\"`: false,
		`tonggao status > x`: false, `tonggao check "$HOME"`: false, `tonggao check & dir`: false, `tonggao explain regions\a\`: false, `tonggao check "a`: false,
	} {
		if portable(line) != want {
			t.Errorf("%s: %v, want %v", line, !want, want)
		}
	}
}
