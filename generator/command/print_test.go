package command

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode"
)

// A line of JSON says all that its value does, and no character of it acts on a
// terminal or hides there.
func TestLineHidesNothing(t *testing.T) {
	var out bytes.Buffer
	written := "甲\x7f乙\u202e丙\u0085\U000e0001\u2028\u200b<&>"
	(&terminal{out: &out}).line(map[string]string{"message": written})
	if i := bytes.IndexFunc(bytes.TrimSuffix(out.Bytes(), []byte("\n")), func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }); i >= 0 {
		t.Errorf("%q has a hidden character at %d", out.String(), i)
	}
	var read map[string]string
	if err := json.Unmarshal(out.Bytes(), &read); err != nil || read["message"] != written {
		t.Errorf("%q is read as %q, %v", out.String(), read["message"], err)
	}
}
