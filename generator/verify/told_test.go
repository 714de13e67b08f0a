package verify

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"tonggao/generator/message"
)

// nasty are words of an author, or of whoever wrote a folder that is compared, that
// would be markup in a comment on a pull request, or a line of their own.
const nasty = "a|b `c` *d* _e_ [f](javascript:g) <script>h</script> <!-- i\r\n# j\n- [x] k ![l](m) ~~n~~ @o \x1b[31m\u202ep \\"

func nastyDifference() Difference {
	sheet := []Print{{Path: "a`b\nc/" + nasty, Why: message.Plain(nasty)}}
	return Difference{Regions: []RegionDifference{{ID: nasty, Name: nasty, Changes: []Change{{Fact: nasty, Old: nasty, New: nasty}},
		Notices: []NoticeDifference{{ID: nasty, Title: nasty, From: 1, To: 2, Print: sheet, TakeDown: sheet,
			Changes: []Change{{Milestone: nasty, Label: nasty, Fact: nasty, Old: nasty, New: nasty}}}}}}}
}

// TestMarkdownOfADifferenceIsText renders the Markdown as GitHub would and finds no
// element that the words brought.
func TestMarkdownOfADifferenceIsText(t *testing.T) {
	var page, shown strings.Builder
	nastyDifference().Markdown(&page, message.Text.String)
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM)).Convert([]byte(page.String()), &shown); err != nil {
		t.Fatal(err)
	}
	for _, element := range []string{"<script", "<!--", "<em", "<img", "<del", "javascript:g\"", "<code>c", "<h1", "checked", "\x1b", "\u202e"} {
		if strings.Contains(shown.String(), element) {
			t.Errorf("the words became %s:\n%s", element, page.String())
		}
	}
	if got := strings.Count(shown.String(), "<td"); got != 4 {
		t.Errorf("the table has %d cells, want 4:\n%s", got, shown.String())
	}
}

// TestTextOfADifferenceKeepsItsLines holds that words neither break a line of the
// terminal's text nor act on the terminal.
func TestTextOfADifferenceKeepsItsLines(t *testing.T) {
	var shown strings.Builder
	nastyDifference().Text(&shown, message.Text.String)
	if lines := strings.Count(shown.String(), "\n"); lines != 7 || strings.ContainsAny(shown.String(), "\x1b\r\u202e") {
		t.Errorf("%d lines, want 7:\n%q", lines, shown.String())
	}
}

// FuzzEscape holds that no words become an element of Markdown.
func FuzzEscape(f *testing.F) {
	f.Add(nasty)
	for _, words := range strings.Fields(nasty) {
		f.Add(words)
	}
	plain := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList))
	f.Fuzz(func(t *testing.T, words string) {
		if !utf8.ValidString(words) {
			return
		}
		var shown strings.Builder
		if err := plain.Convert([]byte("x"+escape(words)+"x"), &shown); err != nil {
			t.Fatal(err)
		}
		inner, whole := strings.CutPrefix(strings.TrimSpace(shown.String()), "<p>x")
		inner, ends := strings.CutSuffix(inner, "x</p>")
		if !whole || !ends || strings.Contains(inner, "<") {
			t.Errorf("%q became %s", words, shown.String())
		}
	})
}
