package generator_test

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"
)

// pages reads the pages: the new times stand, titles are marked, and an old time is
// told as old wherever it is.
func (s *story) pages(t *testing.T) {
	t.Helper()
	for id, f := range s.standing {
		page := parsePage(t, path.Join("output", storyNotice, id, "index.html"))
		for _, title := range []string{textOf(find(page, "title", "")), textOf(find(page, "h1", ""))} {
			if !strings.HasPrefix(title, f.mark) || f.mark == "" && strings.HasPrefix(title, "【") {
				t.Errorf("the page of %s is called %s, want it marked %q", id, title, f.mark)
			}
		}
		s.timeStands(t, id, page)
	}
	notice := parsePage(t, path.Join("output", storyNotice, "index.html"))
	for id := range s.standing {
		s.timeStands(t, id, notice)
	}
	for _, name := range published(t, ".html") {
		s.nothingStale(t, name, everyText(parsePage(t, name)))
	}
}

// timeStands wants the time of a milestone, by its instant and in its words.
func (s *story) timeStands(t *testing.T, id string, page *html.Node) {
	t.Helper()
	f := s.standing[id]
	if f.at == "" {
		if !strings.Contains(textOf(page), f.words) {
			t.Errorf("a page of %s does not say %s", id, f.words)
		}
		return
	}
	for n := range page.Descendants() {
		if n.Data == "time" && attributeOf(n, "datetime") == f.at && strings.Contains(textOf(n), strings.TrimPrefix(f.words, "预计")) {
			return
		}
	}
	t.Errorf("a page of %s has no time %s with the words %s", id, f.at, f.words)
}

// weekday stands in the middle of a date where it is printed.
var weekday = regexp.MustCompile(`\s*（星期.）`)

// toldAsOld are the sentences that tell of a change, and of what was before it.
var toldAsOld = []*regexp.Regexp{
	regexp.MustCompile(`原(定|预计)[^。]{0,120}?(公布|，现)[^。]{0,80}?（原因：[^）]*）`),
	regexp.MustCompile(`日公布时间为[^。]{0,80}?（原因：[^）]*）`),
	regexp.MustCompile(`原(定|预计)[^。]{0,120}?，现[^。]*?。`),
}

// stale returns the words that hold no more, yet stand in a text as if they did.
func stale(text string, was []string) []string {
	text = strings.ReplaceAll(squeezed(weekday.ReplaceAllString(text, "")), "\x00", "；")
	for _, told := range toldAsOld {
		text = told.ReplaceAllString(text, "")
	}
	var found []string
	for _, w := range was {
		text = strings.NewReplacer("原定"+w, "", "原"+w, "", "原预计"+w, "", "原定至"+w, "").Replace(text)
	}
	for _, w := range was {
		for rest := text; ; {
			before, after, stands := strings.Cut(rest, w)
			if !stands {
				break
			}
			if rest = after; after == "" || !unicode.IsDigit(rune(after[0])) { // 8时30分 is not 8时
				found = append(found, "…"+string(lastRunes(before, 20))+"｜"+w)
				break
			}
		}
	}
	return found
}

// TestStaleIsSeen holds the reader that looks for old times against texts.
func TestStaleIsSeen(t *testing.T) {
	const was = "2024年5月10日18时"
	for text, want := range map[string]int{
		"2024年5月10日18时起暂停":      1,
		"2024年5月10日（星期五）18时起暂停": 1,
		"【延期】2024年5月12日18时起暂停。原定2024年5月10日18时，2024年5月8日公布延期至2024年5月12日18时（原因：晚到）。": 0,
		"原定2024年5月9日18时，2024年5月8日公布延期至2024年5月10日18时（原因：晚到）。2024年5月10日18时起暂停":       1,
		"原定2024年5月10日18时起暂停，现调整为2024年5月12日18时起暂停（原因：晚到）。":                          0,
		"原定2024年5月10日18时 2024年5月12日18时起":                                           0,
		"【已取消】原预计2024年5月10日18时起暂停":                                                 0,
		"原定的安排：2024年5月10日18时起暂停":                                                   1,
	} {
		if found := stale(text, []string{was}); len(found) != want {
			t.Errorf("%s: %v, want %d", text, found, want)
		}
	}
}

func lastRunes(text string, n int) []rune {
	r := []rune(text)
	return r[max(0, len(r)-n):]
}

// nothingStale reads one published text.
func (s *story) nothingStale(t *testing.T, name, text string) {
	t.Helper()
	for id, f := range s.standing {
		for _, found := range stale(text, f.was) {
			t.Errorf("%s: an old time of %s stands as if it held: %s", name, id, found)
		}
	}
}

func parsePage(t *testing.T, name string) *html.Node {
	t.Helper()
	page, err := html.Parse(strings.NewReader(readFile(t, name)))
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// find is the first element of that name, with that class if one is given.
func find(page *html.Node, name, class string) *html.Node {
	for n := range page.Descendants() {
		if n.Type == html.ElementNode && n.Data == name && (class == "" || slices.Contains(strings.Fields(attributeOf(n, "class")), class)) {
			return n
		}
	}
	return &html.Node{}
}

func attributeOf(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOf is what a reader sees.
func textOf(n *html.Node) string { return squeezed(gather(n, false)) }

// everyText is that with what scripts and previews say; blocks stay apart.
func everyText(n *html.Node) string { return gather(n, true) }

func gather(n *html.Node, all bool) string {
	var text strings.Builder
	for d := range n.Descendants() {
		hidden := d.Parent != nil && (d.Parent.Data == "script" || d.Parent.Data == "style")
		switch {
		case d.Parent != nil && d.Parent.Data == "textarea": // markup to be copied: it stands as a file of its own, which is read too
		case d.Type == html.TextNode && (all || !hidden):
			text.WriteString(d.Data)
		case all && d.Data == "meta":
			text.WriteString("\x00" + attributeOf(d, "content") + "\x00")
		case all && slices.Contains([]string{"p", "li", "h1", "h2", "td", "dd", "div"}, d.Data):
			text.WriteString("\x00")
		}
	}
	return text.String()
}

// published lists the files of the output with one of these endings.
func published(t *testing.T, endings ...string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir("output", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && slices.Contains(endings, filepath.Ext(name)) {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatal("nothing is published:", err)
	}
	return names
}

func squeezed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func writeFile(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func unpack(t *testing.T, text []byte) {
	t.Helper()
	for _, f := range txtar.Parse(text).Files {
		writeFile(t, f.Name, string(f.Data))
	}
}
