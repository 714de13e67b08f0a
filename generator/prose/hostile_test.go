package prose_test

import (
	"strings"
	"testing"
	"time"

	"tonggao/generator/prose"
	"tonggao/generator/testkit"
)

// Files made to be slow or huge are refused or read in no time: every one of
// these costs the Markdown library seconds or gigabytes when it is let through.
func TestHostileFragments(t *testing.T) {
	for name, source := range map[string]string{
		"deep list":      strings.Repeat("- ", 5000) + "x",
		"deep quotation": strings.Repeat("> ", 5000) + "x",
		"indented list":  deepList(500),
		"brackets":       strings.Repeat("[", 100_000),
		"bracket lines":  strings.Repeat(strings.Repeat("[", 60)+"\n", 4000),
		"stars":          strings.Repeat("*a ", 50_000),
		"star lines":     strings.Repeat(strings.Repeat("*a_b ", 30)+"\n", 1000),
		"backticks":      strings.Repeat("`", 60) + strings.Repeat("a`b``c\n", 10_000),
		"links":          strings.Repeat("[a](b", 10_000),
		"link lines":     strings.Repeat("![[](<b\n", 20_000),
		"entities":       strings.Repeat("&amp;&#x41;", 20_000),
		"huge":           strings.Repeat("字", 1<<20),
		"table":          "|a|b|\n|-|-|\n" + strings.Repeat("|x|y|\n", 30_000),
		"wide table":     strings.Repeat("|a", 20_000) + "|\n" + strings.Repeat("|-", 20_000) + "|\n" + strings.Repeat("|x|\n", 500),
		"placeholders":   strings.Repeat("{{", 60_000),
		"references":     strings.Repeat("[a]: b\n", 30_000),
		"NUL":            "a\x00b\x01\u202e",
	} {
		t.Run(name, func(t *testing.T) {
			done, before := make(chan struct{}), testkit.Processor()
			go func() {
				prose.Parse("x.md", source, 1)
				close(done)
			}()
			for {
				select {
				case <-done:
					return
				case <-time.After(100 * time.Millisecond):
					if testkit.Processor()-before > 20*time.Second { // generous, for a race build; let through, these take minutes
						t.Fatal("this fragment takes too long")
					}
				}
			}
		})
	}
}

// BenchmarkGrowth measures what eight times a hostile fragment costs.
func BenchmarkGrowth(b *testing.B) {
	for _, unit := range []string{"文字\n", "文{{a}}\n", "\ufffd\n", "# 标题\n\n", "## 标题\n\n正文\n\n", "---\n\n", "a\n===\n\n", "-\n", ">\n\n", "- 项目\n", "|x|y|\n"} {
		b.Run(strings.TrimSpace(unit), func(b *testing.B) { testkit.Growth(b, unit, 1<<14, 8, read) })
	}
}

// read asks of a fragment all that others ask of it: its addresses, and the place of each sign.
func read(source string) {
	fragment, _ := prose.Parse("x.md", source, 1)
	fragment.Address("x")
	prose.Walk(fragment.Blocks, func(words prose.Words) {
		words.Walk(func(in prose.Inline) {
			if text, is := in.(prose.Text); is {
				for at := range text.Value {
					text.Place(at)
				}
			}
		})
	})
}

func deepList(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return b.String()
}
