package generator

import (
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

var (
	typedWords  = regexp.MustCompile(`^(.+?) is typed`)
	placeholder = regexp.MustCompile(`\{\{[^{}]+\}\}`)
	sameTime    = regexp.MustCompile(`write \{\{(\S+?)(?: [^}]*)?\}\}, which is that time`)
	twin        = regexp.MustCompile(`^U\+[0-9A-F]+ \((.)\) is a radical`)
	twinHint    = regexp.MustCompile(`^write (\S)$`)
	addLine     = regexp.MustCompile(`add ([a-z_]+ = (?:true|false|"[^"…]+"|\[[^\]…]*\]|\d[\d-]*))`)
	otherSign   = regexp.MustCompile(`^a Chinese input method wrote (\S) here: write (\S)$`)
	meantWord   = regexp.MustCompile(`^did you mean ([\w./-]+)\?`)
	wordThere   = regexp.MustCompile(`^"?([\w./-]+)`)
	missingWord = regexp.MustCompile(`^add (label|text) = `)
	newRevision = regexp.MustCompile(`^add \[\[revision\]\] with on = (\S+) and what`)
	figures     = regexp.MustCompile(`\d+`)
)

// TestHintsAreRight takes every hint of the tiny sites that says what to write, and
// writes it, each of its offers: what was wrong is right, and nothing else becomes
// wrong. A time that a hint calls the same is the same.
func TestHintsAreRight(t *testing.T) {
	tried := map[string]int{}
	for _, pattern := range []string{"testdata/*.txtar", "testdata/sites/*.txtar"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := archiveFS(archive).(fstest.MapFS)
			_, problems := readArchive(t, files)
			for _, p := range problems {
				for kind, rewritten := range applied(files, p) {
					tried[strings.Fields(kind)[0]]++
					t.Run(path.Base(name)+"/"+strconv.Itoa(p.Line)+"/"+kind, func(t *testing.T) {
						mended(t, problems, p, files, rewritten)
					})
				}
				sameInstant(t, files, p)
			}
		}
	}
	t.Log(tried)
	for kind, least := range map[string]int{"{{": 25, "twin": 3, "add": 2, "sign": 3, "meant": 5, "label": 2, "revision": 1} {
		if tried[kind] < least {
			t.Errorf("only %d hints of the kind %s were tried, want %d", tried[kind], kind, least)
		}
	}
}

// applied are the texts that one gets who does what a hint says, by what was written.
func applied(files fstest.MapFS, p problem.Problem) map[string]string {
	all := map[string]string{}
	f, ok := files[p.File]
	if !ok {
		return all
	}
	if typed := typedWords.FindStringSubmatch(p.Message); typed != nil {
		for _, offer := range placeholder.FindAllString(p.Hint, -1) {
			if after, ok := replaceAt(string(f.Data), p.Line, p.Column, typed[1], offer); ok {
				all["{{ "+offer] = after
			}
		}
	}
	wrong, right := twin.FindStringSubmatch(p.Message), twinHint.FindStringSubmatch(p.Hint)
	if wrong != nil && right != nil {
		if after, ok := replaceAt(string(f.Data), p.Line, p.Column, wrong[1], right[1]); ok {
			all["twin "+right[1]] = after
		}
	}
	if sign := otherSign.FindStringSubmatch(p.Hint); sign != nil {
		if after, ok := replaceAt(string(f.Data), p.Line, p.Column, sign[1], sign[2]); ok {
			all["sign "+sign[2]] = after
		}
	}
	if word := meantWord.FindStringSubmatch(p.Hint); word != nil && !strings.HasPrefix(p.Message, path.Base(p.File)) { // a file's name is no text
		for _, wrong := range wrongWords(string(f.Data), p) {
			if after, ok := replaceAt(string(f.Data), p.Line, p.Column+wrong.behind, wrong.word, word[1]); ok {
				all["meant "+word[1]] = after
			}
		}
	}
	if day := newRevision.FindStringSubmatch(p.Hint); day != nil {
		all["revision "+day[1]] = string(f.Data) + "\n[[revision]]\non = " + day[1] + "\nwhat = \"改期\"\n"
	}
	if missing := missingWord.FindStringSubmatch(p.Hint); missing != nil {
		lines := strings.SplitAfter(string(f.Data), "\n")
		all["label"] = strings.Join(slices.Insert(lines, p.Line, missing[1]+" = \"办理退费手续\"\n"), "")
	}
	if add := addLine.FindStringSubmatch(p.Hint); add != nil && path.Ext(p.File) == ".toml" && !strings.Contains(p.Hint, " to ") && p.Line > 1 {
		lines := strings.SplitAfter(string(f.Data), "\n")
		if at := p.Line; at < len(lines) {
			all["add "+add[1]] = strings.Join(slices.Insert(lines, at, add[1]+"\n"), "")
		}
	}
	return all
}

// A wrongWord stands so many characters behind a problem's position.
type wrongWord struct {
	word   string
	behind int
}

// wrongWords are the words at a position, which may have signs before them.
func wrongWords(text string, p problem.Problem) []wrongWord {
	lines := strings.Split(text, "\n")
	if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column > len([]rune(lines[p.Line-1])) {
		return nil
	}
	rest := string([]rune(lines[p.Line-1])[p.Column-1:])
	signs := len(rest) - len(strings.TrimLeft(rest, `"[{ `))
	if found := wordThere.FindStringSubmatch(rest[signs:]); found != nil {
		return []wrongWord{{found[1], signs}}
	}
	return nil
}

// replaceAt writes other words at a position; it reports whether the old ones stand
// there.
func replaceAt(text string, line, column int, old, words string) (string, bool) {
	lines := strings.SplitAfter(text, "\n")
	if line > len(lines) {
		return "", false
	}
	runes := []rune(lines[line-1])
	if column > len(runes) || !strings.HasPrefix(string(runes[column-1:]), old) {
		return "", false
	}
	lines[line-1] = string(runes[:column-1]) + words + strings.TrimPrefix(string(runes[column-1:]), old)
	return strings.Join(lines, ""), true
}

// mended wants a problem less, and none that was not there.
func mended(t *testing.T, before problem.List, p problem.Problem, files fstest.MapFS, text string) {
	t.Helper()
	changed := fstest.MapFS{}
	for name, f := range files {
		changed[name] = f
	}
	changed[p.File] = &fstest.MapFile{Data: []byte(text)}
	_, after := readArchive(t, changed)
	count := func(all problem.List, file, message string) (n int) {
		for _, one := range all {
			if one.File == file && one.Message == message {
				n++
			}
		}
		return n
	}
	if count(after, p.File, p.Message) >= count(before, p.File, p.Message) {
		t.Errorf("%v\nstays when its hint is applied", p)
	}
	if strings.HasPrefix(p.Message, "this is not TOML") {
		return // what comes behind was not read before
	}
	for _, one := range after {
		if slices.ContainsFunc(before, func(old problem.Problem) bool { return old.Position == one.Position }) {
			continue // it was wrong already, and is quoted in other signs
		}
		if count(after, one.File, one.Message) > count(before, one.File, one.Message) {
			t.Errorf("%v\nits hint leads to another problem:\n%v", p, one)
		}
	}
}

// sameInstant holds a hint that says “which is that time” against the milestone: each
// figure that was typed is one of its year, month, day, hour, minute.
func sameInstant(t *testing.T, files fstest.MapFS, p problem.Problem) {
	t.Helper()
	named, typed := sameTime.FindStringSubmatch(p.Hint), typedWords.FindStringSubmatch(p.Message)
	if named == nil || typed == nil {
		return
	}
	at := regexp.MustCompile(`(?s)\[milestone\.` + regexp.QuoteMeta(named[1]) + `\][^\[]*?\nat\s*=\s*"([^"]+)"`)
	for name, f := range files {
		found := at.FindSubmatch(f.Data)
		if found == nil || path.Base(name) != "notice.toml" || path.Dir(name) != path.Dir(p.File) {
			continue
		}
		m, err := site.ParseMoment(string(found[1]))
		if err != nil {
			continue
		}
		parts := []int{m.Instant.Year(), m.Instant.Year() % 100, int(m.Instant.Month()), m.Instant.Day(), m.Instant.Hour(), m.Instant.Minute(), m.Instant.Hour() - 12}
		if m.As24 {
			eve := m.Instant.Add(-time.Minute)
			parts = append(parts, int(eve.Month()), eve.Day(), 24)
		}
		for _, figure := range figures.FindAllString(typed[1], -1) {
			if n, err := strconv.Atoi(figure); err == nil && !slices.Contains(parts, n) {
				t.Errorf("%v\n%s is not in %s", p, figure, found[1])
			}
		}
	}
}

func readArchive(t *testing.T, files fstest.MapFS) (*site.Site, problem.List) {
	t.Helper()
	regions, err := fs.Sub(files, "regions")
	if err != nil {
		t.Fatal(err)
	}
	s, problems, err := source.Read(regions)
	if err != nil {
		t.Fatal(err)
	}
	return s, problems
}
