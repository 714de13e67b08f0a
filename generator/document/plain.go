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

// wideOrder finds UTF-16 without a mark: it has zeros, those of digits and line ends on
// the one side and of 一 and wide blanks on the other, and read the right way round
// nearly all of it is letters, marks and blanks of Chinese text.
func wideOrder(raw []byte) encoding.Encoding {
	if len(raw)%2 != 0 || bytes.IndexByte(raw, 0) < 0 {
		return nil
	}
	for order, as := range [...]encoding.Encoding{unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)} {
		usual := 0
		for i := 0; i < len(raw); i += 2 {
			if r := rune(raw[i+1-order])<<8 | rune(raw[i+order]); r >= ' ' && r < 0x7F || r == '\n' || r == '\r' || r == '\t' ||
				r >= 0x3000 && r < 0x3020 || r >= 0x4E00 && r < 0xA000 || r >= 0xFF00 && r < 0xFFF0 || r >= 0x2010 && r < 0x2030 {
				usual++
			}
		}
		if usual*20 > len(raw)/2*19 {
			return as
		}
	}
	return nil
}
