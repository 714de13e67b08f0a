package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// readPlain reads plain text and Markdown as they are, their lines being their places,
// and web pages.
func readPlain(name string, raw []byte, w *writer) *failure {
	if len(raw) > 2*mostPage {
		return refusals[tooLong]
	}
	text, ok := decoded(raw)
	if ok && isPage(name, text) {
		if other, named := encodingOf(raw); named && !utf8.Valid(raw) {
			text = other
		}
		return readPage(text, w)
	}
	if len(raw) > 2*mostWords {
		return refusals[tooLong]
	}
	if !ok {
		return refusals[unknown]
	}
	w.add(Place{}, text)
	w.places = nil
	return nil
}

// decoded turns octets into text by their mark, by whether they are UTF-8, by the
// zeros that UTF-16 without a mark has beside digits and line ends; what is left is
// what Windows calls ANSI in China, GB 18030. Octets that no text has are none.
func decoded(raw []byte) (string, bool) {
	from := encoding.Encoding(simplifiedchinese.GB18030)
	rest, marked := bytes.CutPrefix(raw, []byte("\xEF\xBB\xBF"))
	switch wide := wideOrder(raw); {
	case marked:
		return strings.ToValidUTF8(string(rest), "\uFFFD"), true
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")), bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case wide != nil:
		from = wide
	case bytes.IndexByte(raw, 0) >= 0:
		return "", false
	case utf8.Valid(raw):
		return string(raw), true
	}
	text, err := from.NewDecoder().Bytes(raw)
	if err != nil || bytes.IndexByte(text, 0) >= 0 {
		return "", false
	}
	return string(text), true
}

// wideOrder finds UTF-16 without a mark: zeros stand at the octets of one parity
// only, those of digits, blanks and line ends.
func wideOrder(raw []byte) encoding.Encoding {
	var zeros [2]int
	for i, c := range raw {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case len(raw)%2 != 0 || zeros[0] > 0 && zeros[1] > 0:
		return nil
	case zeros[1] > 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}
