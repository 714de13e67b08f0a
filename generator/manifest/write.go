package manifest

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// Encode returns the manifest as it is published: the same content in the same
// bytes, one line for each notice and file, so that two can be compared by eye.
func (m Manifest) Encode() []byte {
	return m.EncodeOf(slices.Sorted(maps.Keys(m.Files)), func(path string) Entry { return m.Files[path] })
}

// EncodeOf is Encode with the files of sorted paths, which are asked for one by one: those of
// a country do not have to be there at once.
func (m Manifest) EncodeOf(paths []string, of func(path string) Entry) []byte {
	b := make([]byte, 0, 4096+700*len(m.Notices)+200*len(paths))
	b = fmt.Appendf(b, "{\n\"version\": 1,\n\"program\": %s,\n\"site\": %s,\n\"base_url\": %s,\n\"notices\": [", quote(m.Program), quote(m.Site), quote(m.BaseURL))
	comma := "\n"
	for _, n := range m.Notices {
		b = append(append(b, comma...), quote(n)...)
		comma = ",\n"
	}
	b = append(b, "\n],"+filesBegin...)
	comma = "\n"
	for _, path := range paths {
		b = appendLine(append(b, comma...), path, of(path))
		comma = ",\n"
	}
	return append(b, filesEnd...)
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
	if !plain(text) {
		return append(b, quote(text)...)
	}
	b = append(append(b, '"'), text...)
	return append(b, '"')
}

// quote is the JSON of a value of this package, whose types cannot fail.
func quote(v any) string {
	text, _ := json.Marshal(v)
	return string(text)
}
