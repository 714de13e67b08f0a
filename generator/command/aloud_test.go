package command

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/tools/txtar"
)

// TestScriptsAloud runs the scripts again, in Chinese, and writes what every command
// says into testdata/aloud, beside the English where the command writes nothing: read it
// aloud. What scripts check is left out, since they check the English.
// UPDATE_SCRIPTS=1 renews the pages.
func TestScriptsAloud(t *testing.T) {
	dir := t.TempDir()
	for _, name := range scriptsToRead(t) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		archive.Comment = []byte(aloud(string(archive.Comment)))
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(name)), txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	r := reading{pages: map[string]*strings.Builder{}}
	p := scripts(t, dir)
	p.Cmds = map[string]func(*testscript.TestScript, bool, []string){"aloud": r.aloud}
	t.Run("read", func(t *testing.T) { testscript.Run(t, p) })
	for name, page := range r.pages {
		golden := filepath.Join("testdata", "aloud", name+".txt")
		if os.Getenv("UPDATE_SCRIPTS") != "" {
			if err := os.WriteFile(golden, []byte(page.String()), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if want, err := os.ReadFile(golden); err != nil || string(want) != page.String() {
			t.Errorf("%s: %v: it is otherwise now; UPDATE_SCRIPTS=1 go test ./generator/command -run Aloud writes it", golden, err)
		}
	}
}

// scriptsToRead are those whose commands say most, without those that build much, make
// keys or wait for something.
func scriptsToRead(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(all) < 20 {
		t.Fatal(all, err)
	}
	return slices.DeleteFunc(all, func(name string) bool {
		return !slices.Contains([]string{"audit", "check", "diff", "explain", "first", "from-file", "held", "move", "move-several", "new", "outside", "status", "verify"}, strings.TrimSuffix(filepath.Base(name), ".txt"))
	})
}

var (
	runs    = regexp.MustCompile(`^((?:\[[^]]*\] *)*)(?:[!?] *)?exec (tonggao .*)$`)
	asserts = regexp.MustCompile(`^(?:\[[^]]*\] *)*(?:! *)?(?:stdout|stderr|grep|cmp|cmpenv|exists|ttyout)\b`)
)

// aloud is a script that shows what its commands say and checks nothing.
func aloud(script string) string {
	var lines []string
	for line := range strings.Lines(script) {
		line = strings.TrimSuffix(line, "\n")
		if asserts.MatchString(line) {
			continue
		}
		lines = append(lines, runs.ReplaceAllString(line, "${1}aloud $2"))
	}
	return strings.Join(lines, "\n") + "\n"
}

// A reading collects what the commands of each script say.
type reading struct {
	mu    sync.Mutex
	pages map[string]*strings.Builder
}

func (r *reading) aloud(ts *testscript.TestScript, _ bool, args []string) {
	words := args[1:]
	page := r.page(ts.Name())
	if slices.Contains(words, "--json") || slices.Contains(words, "--lang") {
		_ = ts.Exec(args[0], words...)
		return
	}
	fmt.Fprintf(page, "$ %s\n", masked(ts, quotedLine(args)))
	for _, language := range []string{"en", "zh"} {
		if language == "en" && !onlyReads(words) {
			continue
		}
		ts.Setenv("TONGGAO_LANG", language)
		_ = ts.Exec(args[0], words...) // the script knows whether it fails
		for _, stream := range []string{"stderr", "stdout"} {
			fmt.Fprint(page, masked(ts, ts.ReadFile(stream)))
		}
		fmt.Fprintln(page)
	}
}

func (r *reading) page(name string) *strings.Builder {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.pages[name] == nil {
		r.pages[name] = &strings.Builder{}
	}
	return r.pages[name]
}

// onlyReads reports whether a command leaves everything as it is, so that it can be run
// once more.
func onlyReads(words []string) bool {
	switch words[0] {
	case "status", "explain", "diff", "verify", "check", "version":
		return true
	case "audit":
		return !slices.Contains(words, "--draft") && !slices.Contains(words, "-")
	case "move":
		return slices.Contains(words, "--dry-run")
	}
	return false
}

// masked hides what differs from run to run.
func masked(ts *testscript.TestScript, text string) string {
	text = strings.ReplaceAll(text, ts.Getenv("WORK"), "$WORK")
	text = strings.ReplaceAll(text, ts.Getenv("ROOT"), "$ROOT")
	return passing.ReplaceAllString(text, "…")
}

// passing are figures of time, sums, keys, and the present, which status writes above all.
var passing = regexp.MustCompile(`(?m:^20(?:2[6-9]|[3-9][0-9])-[0-9-]{5} [0-9:]{5}$)|\b[0-9.]+ (?:s\b|秒)|\b[0-9A-F]{16}\b|\bRW[A-Za-z0-9+/]{54}|\b[0-9a-f]{40,}\b`)

func quotedLine(args []string) string {
	var all []string
	for _, a := range args {
		if strings.ContainsAny(a, " #") {
			a = `"` + a + `"`
		}
		all = append(all, a)
	}
	return strings.Join(all, " ")
}
