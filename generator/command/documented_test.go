package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDocumentedCommands reads every page: a command line that it shows for people means
// the same to cmd.exe, PowerShell and a Unix shell. Pages of pipelines show YAML, in other
// blocks.
func TestDocumentedCommands(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, page := range append(pages, "../../README.md", "../../README.zh-CN.md") {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			command, shown := documented(line)
			if !shown {
				continue
			}
			read++
			if !portable(command) {
				t.Errorf("%s: not every shell reads %s", page, command)
			}
		}
	}
	if read < 60 {
		t.Errorf("the pages show %d commands", read)
	}
}

// documented is the command that a line of a page shows by itself, without the remark
// behind it.
func documented(line string) (string, bool) {
	command, console := strings.CutPrefix(line, "$ tonggao")
	if !console {
		var block bool
		if command, block = strings.CutPrefix(line, "    tonggao"); !block {
			return "", false
		}
	}
	if command[0] != ' ' && command[0] != '\n' {
		return "", false
	}
	command, _, _ = strings.Cut(command, " # ")
	command, _, _ = strings.Cut(command, " （")
	return "tonggao" + strings.TrimSpace(command), true
}
