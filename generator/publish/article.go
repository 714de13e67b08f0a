package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"

	"golang.org/x/net/html"
)

// article returns the text of a page that its printed notice carries too: what
// stands in an element of class prose, with spaces drawn together. It is "" for a
// page that has none.
func article(page []byte) string {
	var text strings.Builder
	element, depth := "", 0 // the element of class prose, and how many of its name are open in it
	for tokens := html.NewTokenizer(bytes.NewReader(page)); ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return strings.Join(strings.Fields(text.String()), " ")
		}
		t := tokens.Token()
		switch {
		case kind == html.TextToken && depth > 0:
			text.WriteString(t.Data)
		case kind == html.StartTagToken && depth == 0 && hasClass(t, "prose"):
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

// sameArticle reports whether a page says the same in two folders. Pages with
// the same bytes need not be read for what they say.
func sameArticle(old, new fs.FS, path string) (bool, error) {
	before, err := readPage(old, path)
	if err != nil {
		return false, err
	}
	after, err := readPage(new, path)
	if err != nil {
		return false, err
	}
	return bytes.Equal(before, after) || article(before) == article(after), nil
}

// readPage reads a page; one that is missing is empty.
func readPage(dir fs.FS, path string) ([]byte, error) {
	page, err := fs.ReadFile(dir, path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return page, err
}
