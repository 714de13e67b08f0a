package verify

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"

	"golang.org/x/net/html"

	"tonggao/generator/manifest"
)

// words returns what a page says in its elements of a class, with spaces drawn
// together: in prose the text that its printed notice carries too, in about the
// names that its poster does. It is "" for a page that has none.
func words(page []byte, class string) string {
	var text strings.Builder
	element, depth := "", 0 // the element of the class, and how many of its name are open in it
	for tokens := html.NewTokenizer(bytes.NewReader(page)); ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return strings.Join(strings.Fields(text.String()), " ")
		}
		t := tokens.Token()
		switch {
		case kind == html.TextToken && depth > 0:
			text.WriteString(t.Data)
		case kind == html.StartTagToken && depth == 0 && hasClass(t, class):
			element, depth = t.Data, 1
		case kind == html.StartTagToken && depth > 0 && t.Data == element:
			depth++
		case kind == html.EndTagToken && t.Data == element && depth > 0:
			depth--
		}
	}
}

func hasClass(t html.Token, class string) bool {
	for _, a := range t.Attr {
		if a.Key == "class" && strings.Contains(" "+a.Val+" ", " "+class+" ") {
			return true
		}
	}
	return false
}

// sameWords reports whether a page says the same in both folders. Pages with the
// same bytes need not be read for what they say.
func (c comparison) sameWords(path, class string) (bool, error) {
	before, err := readPage(c.old, c.oldName(path))
	if err != nil {
		return false, err
	}
	after, err := readPage(c.new, path)
	if err != nil {
		return false, err
	}
	return bytes.Equal(before, after) || words(before, class) == words(after, class), nil
}

// readPage reads a page; one that is missing is empty.
func readPage(dir fs.FS, path string) ([]byte, error) {
	page, err := manifest.ReadBounded(dir, path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return page, err
}
