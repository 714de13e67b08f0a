package ics

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// unfold joins what fold cut, as RFC 5545, 3.1 says.
func unfold(out string) string {
	return strings.TrimSuffix(strings.ReplaceAll(out, "\r\n ", ""), "\r\n")
}

func TestFold(t *testing.T) {
	for _, c := range []struct {
		name, line string
		lines      int
	}{
		{"short", "SUMMARY:x", 1},
		{"74 octets", strings.Repeat("x", 74), 1},
		{"75 octets", strings.Repeat("x", 75), 1},
		{"76 octets", strings.Repeat("x", 76), 2},
		{"149 octets: 75 and 74", strings.Repeat("x", 149), 2},
		{"150 octets", strings.Repeat("x", 150), 3},
		{"a character across the limit", strings.Repeat("x", 74) + "医", 2},
		{"an emoji across the limit", strings.Repeat("x", 73) + "🏥", 2},
		{"25 characters of three octets", strings.Repeat("医", 25), 1},
		{"26 characters of three octets", strings.Repeat("医", 26), 2},
		{"spaces at the cut", strings.Repeat(" ", 200), 3},
	} {
		l := &lines{}
		l.fold([]byte(c.line))
		if got := strings.Count(string(l.out), "\r\n"); got != c.lines || unfold(string(l.out)) != c.line {
			t.Errorf("%s: %d lines: %q", c.name, got, l.out)
		}
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		`a\b;c,d:e"f`:           `a\\b\;c\,d:e"f`,
		"a\nb\r\nc\rd":          `a\nb\nc\nd`,
		"a\u2028b\u2029c\u0085": `a\nb\nc\n`,
		"\ufeffa\x00\x07b\x7f":  "ab",
		"tab\tstays":            "tab\tstays",
		"\xff":                  "\ufffd",
		"常熟，苏州；🏥":               "常熟，苏州；🏥",
	} {
		if got := string(appendText(nil, in)); got != want {
			t.Errorf("%q is spelled %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{"", "SUMMARY:" + strings.Repeat("医保", 40), strings.Repeat("🏥", 30), "\xff\x80" + strings.Repeat("\x80", 200)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		line = strings.ToValidUTF8(strings.NewReplacer("\r", "", "\n", "").Replace(line), "\ufffd") // what the callers let through
		l := &lines{}
		l.fold([]byte(line))
		if unfold(string(l.out)) != line {
			t.Errorf("%q became %q", line, l.out)
		}
		for _, physical := range strings.Split(strings.TrimSuffix(string(l.out), "\r\n"), "\r\n") {
			if len(physical) > foldAt || !utf8.ValidString(physical) {
				t.Errorf("physical line %q", physical)
			}
		}
	})
}

func FuzzText(f *testing.F) {
	for _, seed := range []string{`a\b;c,d:e"f`, "a\r\n\rb", "\ufeff\x00", strings.Repeat("，", 99)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l := &lines{}
		l.text("SUMMARY", text)
		_, value, _ := strings.Cut(unfold(string(l.out)), ":")
		want := strings.Map(func(r rune) rune {
			if forbidden(r) && !breaks(r) {
				return -1
			}
			return r
		}, normal(trim(strings.ToValidUTF8(text, "\ufffd")))) // what stood between two breaks does not make them one
		if got := undo(value); got != want {
			t.Errorf("%q reads back as %q, want %q", text, got, want)
		}
	})
}

// undo takes TEXT apart by RFC 5545, 3.3.11, on its own.
func undo(value string) string {
	return strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n").Replace(value)
}

// normal makes every line break a new line.
func normal(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
}
