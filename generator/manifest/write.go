package manifest

import (
	"bufio"
	"bytes"
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
	var b bytes.Buffer
	_ = m.EncodeTo(&b, m.Files.All()) // a buffer takes all
	return b.Bytes()
}

// EncodeTo is Encode piece by piece, with files in the order of their paths: neither those
// of a country nor the text of its manifest have to be there at once.
func (m Manifest) EncodeTo(w io.Writer, files iter.Seq2[string, Entry]) error {
	b := bufio.NewWriterSize(w, 64<<10)
	fmt.Fprintf(b, "{\n\"version\": 1,\n\"program\": %s,\n\"site\": %s,\n\"base_url\": %s,\n%s", quote(m.Program), quote(m.Site), quote(m.BaseURL), noticesBegin)
	comma := "\n"
	line := func(text []byte) { // Flush tells of what fails
		_, _ = b.WriteString(comma)
		_, _ = b.Write(text)
		comma = ",\n"
	}
	var room []byte
	for i := range m.Notices {
		room = appendNotice(room[:0], &m.Notices[i])
		line(room)
	}
	_, _ = b.WriteString("\n" + noticesEnd + "\n" + filesBegin)
	comma = "\n"
	for path, e := range files {
		room = appendLine(room[:0], path, e)
		line(room)
	}
	_, _ = b.WriteString("\n" + filesEnd + "\n" + end + "\n")
	return b.Flush()
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
