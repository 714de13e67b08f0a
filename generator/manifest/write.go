package manifest

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strconv"
	"unicode/utf8"
)

// Encode returns the manifest as it is published: the same content in the same
// bytes, one line for each notice and file, so that two can be compared by eye.
func (m Manifest) Encode() []byte {
	const head, each = 2 << 10, 160 // octets that most have room in
	return m.spell(make([]byte, 0, head+each*m.Files.Len()), m.Files.All(), func(text []byte) []byte { return text })
}

// EncodeTo is Encode piece by piece, with files in the order of their paths: neither those
// of a country nor the text of its manifest have to be there at once.
func (m Manifest) EncodeTo(w io.Writer, files iter.Seq2[string, Entry]) (err error) {
	const much = 64 << 10
	send := func(text []byte) []byte {
		if err == nil {
			_, err = w.Write(text)
		}
		return text[:0]
	}
	send(m.spell(nil, files, func(text []byte) []byte {
		if len(text) < much {
			return text
		}
		return send(text)
	}))
	return err
}

// spell adds the manifest to a text, which is handed on behind each line.
func (m Manifest) spell(b []byte, files iter.Seq2[string, Entry], on func([]byte) []byte) []byte {
	b = fmt.Appendf(b, "{\n\"version\": 1,\n\"program\": %s,\n\"site\": %s,\n\"base_url\": %s,\n%s", quote(m.Program), quote(m.Site), quote(m.BaseURL), noticesBegin)
	comma := "\n"
	for i := range m.Notices {
		b = on(appendNotice(append(b, comma...), &m.Notices[i]))
		comma = ",\n"
	}
	b, comma = append(b, "\n"+noticesEnd+"\n"+filesBegin...), "\n"
	for path, e := range files {
		b = on(appendLine(append(b, comma...), path, e))
		comma = ",\n"
	}
	return append(b, "\n"+filesEnd+"\n"+end+"\n"...)
}

// appendLine adds the line of a file, as json.Marshal spells its entry.
func appendLine(b []byte, path string, e Entry) []byte {
	b = append(appendText(b, path), `: {"sha256":"`...)
	b = append(hex.AppendEncode(b, e.SHA256[:]), `","size":`...)
	b = strconv.AppendInt(b, e.Size, 10)
	if e.Key != (Key{}) {
		b = append(hex.AppendEncode(append(b, `,"key":"`...), e.Key[:]), '"')
	}
	return append(b, '}')
}

func appendText(b []byte, text string) []byte {
	if !bare(text) || !utf8.ValidString(text) {
		return append(b, quote(text)...)
	}
	b = append(append(b, '"'), text...)
	return append(b, '"')
}

// quote is the JSON of a value of this package, whose types cannot fail.
func quote(v any) []byte {
	text, _ := json.Marshal(v)
	return text
}
