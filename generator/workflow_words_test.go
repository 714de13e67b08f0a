package generator

import (
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// TestLogIsALog holds that whatever a program prints, the runner acts on nothing of it: it
// is told to stop before, by a word that no other run has, and to go on after; the exit code
// is the program's.
func TestLogIsALog(t *testing.T) {
	bash := testkit.Shell(t, "bash")
	const hostile = `printf '::error::forged\n   ::add-mask::forged\n##[error]forged\nx ##[add-mask]forged\n::stop-commands::forged\n::forged::\nend' >&2; echo ::error::forged; exit 3`
	words := map[string]bool{}
	for range 2 {
		command := exec.Command(bash, "../.github/plain.sh", bash, "-c", hostile)
		var errs strings.Builder
		command.Stderr = &errs
		out, _ := command.Output()
		if code := command.ProcessState.ExitCode(); code != 3 || errs.Len() > 0 {
			t.Errorf("it ends with %d, and says beside its output %q", code, errs.String())
		}
		word, acted := runner(string(out))
		if !slices.Equal(acted, []string{"::remove-matcher owner=go::", "::stop-commands::" + word, "::" + word + "::"}) {
			t.Errorf("the runner acts on %q of\n%s", acted, out)
		}
		if !regexp.MustCompile(`^[0-9a-f]{32}$`).MatchString(word) || words[word] {
			t.Errorf("the word is %q, which can be known", word)
		}
		if words[word] = true; !strings.Contains(string(out), "\nend") {
			t.Errorf("what the program says is not in the log:\n%s", out)
		}
	}
}

// runner reads a log as the runner does, which a command stops that names a word, until
// that word: the word, and the lines that it acts on.
func runner(log string) (word string, acted []string) {
	command := regexp.MustCompile(`^\s*::([a-z0-9-]+)[^:]*::(.*)|##\[([a-z0-9-]+)`)
	stopped := false
	for line := range strings.Lines(log) {
		m := command.FindStringSubmatch(line)
		if m == nil || stopped && m[1] != word && m[3] != word {
			continue
		}
		acted = append(acted, strings.TrimSpace(line))
		if stopped = m[1] == "stop-commands"; stopped {
			word = m[2]
		}
	}
	return word, acted
}

// TestWordsStayInTheLog holds that each step which runs the program on somebody's notices
// lets it print where the runner does not listen; what it writes to a file is none.
func TestWordsStayInTheLog(t *testing.T) {
	runs := regexp.MustCompile(`(go run \.|RUNNER_TEMP/tonggao") (build|check|verify|diff|status|move)`)
	found := 0
	for _, name := range append(slices.Clone(pipelines), "action.yml") {
		for _, s := range allSteps(t, name) {
			for line := range strings.Lines(s.Run) {
				if !runs.MatchString(line) || strings.Contains(line, " > ") {
					continue
				}
				if found++; !strings.Contains(line, "plain.sh") {
					t.Errorf("%s: step %q lets the runner act on what it prints", name, s.Name)
				}
			}
		}
	}
	if found < 10 {
		t.Errorf("%d steps run the program", found)
	}
}
