package message

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// harmless reports whether nothing in a text acts on a terminal or turns a line round.
func harmless(text string) bool {
	return utf8.ValidString(text) && strings.IndexFunc(strings.ReplaceAll(text, "\r\n", "\n"), func(r rune) bool {
		return r != '\n' && r != '\t' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
	}) < 0
}

// TestValuesDoNotAct fills forms with what no message may pass on as it is, in every kind of
// value.
func TestValuesDoNotAct(t *testing.T) {
	const bad = "停\x1b[31m\xe7\u202e\u009b"
	const shown = `停\u001b[31m\xe7\u202e\u009b`
	for _, text := range []Text{
		Say("%s", bad), Say("%s", []byte(bad)), Say("%v", errors.New(bad)), Say("%s", Errorf("%w", errors.New(bad))),
		Say("%s", Names{bad}), Say("%s", List{Plain(bad)}), Say("%s", Both(bad, "")), Join(Plain(bad), Plain("")),
	} {
		if got := text.String(); got != shown {
			t.Errorf("%#v is said as %q", text.Values, got)
		}
	}
	if got := Errorf("read\n\t%s: %w", bad, errors.New(bad)).Error(); got != "read\n\t"+shown+": "+shown {
		t.Errorf("an error is said as %q", got)
	}
}

// TestKeptWordsHaveCharacters holds that nothing is kept that would come back as another.
func TestKeptWordsHaveCharacters(t *testing.T) {
	if octets, err := Keep(Say("%s of %s", "a", "\xe7")); err == nil {
		t.Errorf("kept as %s", octets)
	}
}

// FuzzVisible shows any text: what is harmless stays, the rest is spelled once.
func FuzzVisible(f *testing.F) {
	for _, text := range []string{"", "停\n\t机", "停\r\n\r机", "\xe7", "\xe5\x81", "\x1b]0;x\a", "\u2028\u202e\ufeff\ufffd", "👨\u200d👩", `\x1b`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		line, lines := Visible(text), VisibleLines(text)
		if !harmless(lines) || !harmless(line) || strings.ContainsAny(line, "\r\n\t") || harmless(text) && lines != text {
			t.Errorf("%q is shown as %q and %q", text, line, lines)
		}
		if Visible(line) != line || VisibleLines(lines) != lines || Visible(lines) != line {
			t.Errorf("%q is shown as another the second time", text)
		}
	})
}
