package pdf

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
	"tonggao/generator/timing"
)

// A heardBlock is what a reader of the structure says at once.
type heardBlock struct{ Role, Text string }

// TestSheetsAreHeard has pdf.js read the structure of every kind of sheet, as a browser
// gives it to a screen reader: articles whole and in their order; of summaries the title,
// then each milestone's time and what happens; of posters and signs first what, where and
// of what, then when, what to do, whom to call, and which sheet it is.
func TestSheetsAreHeard(t *testing.T) {
	node, module := testkit.Need(t, "node"), testkit.Package(t, "pdfjs-dist/legacy/build/pdf.mjs")
	from := testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves})
	from["site.toml"].Data = bytes.Replace(from["site.toml"].Data, []byte("= [\"edition-texts"), []byte("= [\"a3-posters\", \"door-signs\", \"edition-texts"), 1)
	w, p := press(t, from)
	p = p.Some(func(o plan.Output) bool { return o.Milestone == nil || strings.HasPrefix(o.Path, testkit.County) })
	dir := t.TempDir()
	var files []string
	for i, o := range p.Outputs() {
		files = append(files, filepath.Join(dir, fmt.Sprint(i, ".pdf")))
		if err := os.WriteFile(files[i], print(t, w, o), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	said, err := exec.Command(node, append([]string{"testdata/read.mjs", module}, files...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var heard [][]heardBlock
	if err := json.Unmarshal(said, &heard); err != nil {
		t.Fatal(err)
	}
	seen := make(map[plan.Kind]int)
	for i, o := range p.Outputs() {
		seen[o.Kind]++
		heardInOrder(t, o, heard[i])
	}
	for _, kind := range []plan.Kind{prints.Notice, prints.LargeNotice, prints.Change, prints.Summary, prints.Poster, prints.LargePoster, prints.DoorSign} {
		if seen[kind] == 0 {
			t.Errorf("no %s was read", kind)
		}
	}
}

// heardInOrder reports what a sheet does not say, or not behind what it says before.
func heardInOrder(t *testing.T, o plan.Output, blocks []heardBlock) {
	t.Helper()
	if len(blocks) == 0 || blocks[0].Role != "H1" {
		t.Errorf("%s does not begin with a heading: %v", o.Path, blocks)
		return
	}
	var all strings.Builder
	for _, b := range blocks {
		all.WriteString(b.Text)
	}
	rest := testkit.Unspaced(all.String())
	for i, words := range toHear(o) {
		before, after, found := strings.Cut(rest, testkit.Unspaced(words))
		if !found {
			t.Errorf("%s does not say, or not here: %s", o.Path, apart(testkit.Unspaced(words), rest))
			return
		}
		if i == 0 && before != "" {
			t.Errorf("%s says %s before %s", o.Path, before, words)
		}
		rest = after
	}
}

// apart are two texts from where they differ.
func apart(want, got string) string {
	w, g := []rune(want), []rune(got)
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	return fmt.Sprintf("%.60s, but %.60s", string(w[max(0, i-10):]), string(g[max(0, i-10):]))
}

// toHear is what a sheet says, in order; the first at its beginning.
func toHear(o plan.Output) []string {
	v := phrase.In(site.Chinese)
	switch {
	case o.Kind == prints.Change:
		return []string{article.Text(article.OfChange(v, o.Notice)), o.Notice.Change().ShortCode(o.Notice)}
	case o.Kind == prints.Summary:
		words := []string{o.Notice.Title}
		for _, m := range o.Notice.Milestones {
			words = append(words, timeHeard(v, m), v.Label(m))
		}
		return append(words, v.Hotlines(o.Notice.Region), o.Notice.ShortCode(nil))
	case o.Milestone == nil:
		return []string{article.Text(article.Of(v, o.Notice, o.Audience)), o.Notice.ShortCode(o.Audience)}
	}
	m := o.Milestone
	words := []string{v.Turn(m), o.Notice.Region.Name}
	if o.Kind == prints.DoorSign {
		words[0] = "" // a word of its own
	}
	words = append(words, timeHeard(v, m), phrase.Plain(v.Meanwhile(m)))
	return append(words, v.Hotlines(o.Notice.Region), m.ShortCode())
}

// timeHeard is the date of a milestone, where it has one.
func timeHeard(v phrase.Voice, m *site.Milestone) string {
	if !m.Moment.Known() {
		return ""
	}
	return v.Moment(m.Moment, timing.DateOnly)
}

// TestTagsReadTheArticle has another program read the structure of every notice of the
// sample: the article, whole and in its order, then the foot of the sheet.
func TestTagsReadTheArticle(t *testing.T) {
	program := testkit.Need(t, "pdfinfo")
	w, p := press(t, testkit.Regions())
	for _, o := range notices(p) {
		path := filepath.Join(t.TempDir(), "file.pdf")
		if err := os.WriteFile(path, print(t, w, o), 0o600); err != nil {
			t.Fatal(err)
		}
		read := heard(t, program, path)
		want := testkit.Unspaced(article.Text(article.Of(phrase.In(site.Chinese), o.Notice, o.Audience)))
		foot, whole := strings.CutPrefix(testkit.Unspaced(read), want)
		if !whole {
			t.Errorf("%s reads\n%s\nwant\n%s", o.Path, read, want)
		}
		if !strings.Contains(foot, o.Notice.ShortCode(o.Audience)) || strings.Count(foot, "https://") != 1 {
			t.Errorf("%s has the foot %q", o.Path, foot)
		}
	}
}

// heard is what pdfinfo reads in the order of a file's structure.
func heard(t *testing.T, program, path string) string {
	t.Helper()
	out, err := exec.Command(program, "-struct-text", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	for _, line := range strings.Split(string(out), "\n") {
		if text := strings.TrimSpace(line); strings.HasPrefix(text, `"`) {
			words.WriteString(text[1 : len(text)-1])
		}
	}
	return words.String()
}
