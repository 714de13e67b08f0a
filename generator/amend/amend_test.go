package amend

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"tonggao/generator/site"
	"tonggao/generator/toml"
)

// moveOf reads what a case asks for: milestone, time, "differs" for one that has
// to say why it is not at the time of the notice above, "inherits" for one that
// had that time until now, "joins" for one that shares the newest revision.
func moveOf(words string) Change {
	f := strings.Fields(words)
	c := Change{On: site.Day{Year: 2021, Month: 12, Day: 31}, What: []string{"联网结算全面恢复延期"}}
	m := Move{Milestone: f[0], Why: `联调测试"延长"`}
	if f[len(f)-1] == "differs" {
		m.Differs, f = m.Why, f[:len(f)-1]
	}
	if f[len(f)-1] == "inherits" {
		m.Inherited, m.Was, f = true, map[string]string{"at": "2022-01-02 08:00"}, f[:len(f)-1]
	}
	if f[len(f)-1] == "joins" {
		c.Join, f = true, f[:len(f)-1]
	}
	m.To = strings.Join(f[1:], " ")
	c.Moves = []Move{m}
	return c
}

func TestMoveKeepsEveryOtherByte(t *testing.T) {
	names, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(archive.Files) != 2 {
			continue
		}
		move := moveOf(string(archive.Comment))
		before, want := string(archive.Files[0].Data), string(archive.Files[1].Data)
		t.Run(filepath.Base(name), func(t *testing.T) {
			expect(t, move, before, want)
			t.Run("CRLF", func(t *testing.T) { expect(t, move, crlf(before), crlf(want)) })
			t.Run("BOM", func(t *testing.T) { expect(t, move, mark+before, mark+want) })
		})
	}
}

func crlf(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") }

func expect(t *testing.T, m Change, before, want string) {
	t.Helper()
	got, err := m.Apply(before)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("have:\n%q\nwant:\n%q", got, want)
	}
}

func TestMoveRefuses(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/refused.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(archive.Files); i += 2 {
		move, want := moveOf(archive.Files[i].Name), strings.TrimSpace(string(archive.Files[i+1].Data))
		if _, err := move.Apply(string(archive.Files[i].Data)); err == nil || err.Error() != want {
			t.Errorf("%s\nhave: %v\nwant: %s", archive.Files[i].Name, err, want)
		}
	}
}

// TestMoveEveryRealMilestone moves each milestone of the real regions that has a
// time of its own: only the lines that give its time may go, and what is added is
// the new time, the move and the revision.
func TestMoveEveryRealMilestone(t *testing.T) {
	regions := os.DirFS("../../regions")
	moved := 0
	err := fs.WalkDir(regions, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Base(name) != "notice.toml" {
			return err
		}
		text, err := fs.ReadFile(regions, name)
		if err != nil {
			return err
		}
		layout := toml.LayOut(string(text))
		for i := range layout.Tables {
			table := &layout.Tables[i]
			if len(table.Path) != 2 || table.Path[0] != "milestone" || table.Key("at") == nil && table.Key("tbd") == nil {
				continue
			}
			moved++
			moveReal(t, string(text), table.Path[1])
		}
		return nil
	})
	if err != nil || moved < 50 {
		t.Error(moved, "milestones moved", err)
	}
}

func moveReal(t *testing.T, text, id string) {
	t.Helper()
	after, err := Change{On: site.Day{Year: 2022, Month: 3, Day: 1}, What: []string{"v"}, Moves: []Move{{Milestone: id, To: "2022-06-01 07:00", Why: "w"}}}.Apply(text)
	if err != nil {
		t.Errorf("%s: %v", id, err)
		return
	}
	lost, added := lines(text), lines(after)
	for line, n := range lines(after) {
		lost[line] -= n
	}
	for line, n := range lines(text) {
		added[line] -= n
	}
	for line, n := range lost {
		if n > 0 && !strings.HasPrefix(line, "at ") && !strings.HasPrefix(line, "tbd ") && !strings.HasPrefix(line, "after ") && !strings.HasPrefix(line, "before ") {
			t.Errorf("%s: lost %q", id, line)
		}
	}
	total := 0
	for _, n := range added {
		total += max(n, 0)
	}
	if total > 11 {
		t.Errorf("%s: %d lines added", id, total)
	}
}

func lines(text string) map[string]int {
	count := map[string]int{}
	for line := range strings.Lines(text) {
		count[line]++
	}
	return count
}

func TestOverShowsFilesAsTheyWouldBe(t *testing.T) {
	below := fstest.MapFS{"a/x": {Data: []byte("old")}, "a/y": {Data: []byte("y")}}
	o := Over(below, map[string]string{"a/x": "new", "a/b/z": "z"})
	for name, want := range map[string]string{"a/x": "new", "a/y": "y", "a/b/z": "z"} {
		if got, err := fs.ReadFile(o, name); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v", name, got, err)
		}
	}
	entries, err := fs.ReadDir(o, "a")
	if err != nil || len(entries) != 3 || entries[0].Name() != "b" || !entries[0].IsDir() {
		t.Error(entries, err)
	}
	if _, err := fs.ReadFile(o, "a/none"); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}
