package prose

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"tonggao/generator/problem"
)

// TestHiddenIsWhatHiddenSays holds what passes over the letters that nearly all are against
// what asks for each.
func TestHiddenIsWhatHiddenSays(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if text := string(r); skipSeen(text, 0) > 0 && Hidden(r) {
			t.Fatalf("%U is passed over", r)
		}
	}
	random := rand.New(rand.NewPCG(3, 9))
	signs := []string{"医", "一", "鿿", "䷿", "a", "~", "\x7f", "\t", "\u200b", "\u202e", "，", "\xe5\x8c", "\xe5", "\x8c", "\xed\xa0\x80", "\xff", "\ufffd", "\U0001f600", "\ufffe", "\u0085"}
	for range 20_000 {
		var text string
		for range random.IntN(8) {
			text += signs[random.IntN(len(signs))]
		}
		want := strings.IndexFunc(text, func(r rune) bool { return r != '\t' && Hidden(r) })
		got := -1
		var problems problem.List
		hidden(text, func(i int) problem.Position { got = i; return problem.Position{} }, &problems)
		if got != want || (got >= 0) != (len(problems) == 1) {
			t.Fatalf("%q: %d, not %d: %v", text, got, want, problems)
		}
	}
}

// TestAttributesAreWhatTheirFormSays holds how a heading's end is read against its form.
func TestAttributesAreWhatTheirFormSays(t *testing.T) {
	form, audience := regexp.MustCompile(`\s*\{([^{}]*)\}$`), regexp.MustCompile(`audience="([^"]*)"`)
	random := rand.New(rand.NewPCG(4, 9))
	signs := []string{"问", " ", "\t", "{", "}", "#", "a", `audience="`, `"`, "insured ", "\n", "\u3000"}
	for range 40_000 {
		text := "题"
		for range random.IntN(9) {
			text += signs[random.IntN(len(signs))]
		}
		h, p := &Heading{Words: Words{Text{Value: text}}}, &parser{}
		p.attributes(h)
		want := text
		found := form.FindStringSubmatchIndex(text)
		var ids []string
		if found != nil {
			want = text[:found[0]]
			if a := audience.FindStringSubmatch(text[found[2]:found[3]]); a != nil {
				ids = strings.Fields(a[1])
			}
		}
		if h.Words.Source() != want || !slices.Equal(h.Audience, ids) || found == nil && len(p.problems) > 0 {
			t.Fatalf("%q: %q %q, not %q %q: %v", text, h.Words.Source(), h.Audience, want, ids, p.problems)
		}
	}
}
