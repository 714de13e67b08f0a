package command

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tonggao/generator/arrival"
	"tonggao/generator/catalog"
	"tonggao/generator/look"
	"tonggao/generator/testkit"
)

// TestHelpIsChinese holds what every command and flag says of itself against the catalogue.
func TestHelpIsChinese(t *testing.T) {
	terminal := &terminal{look: look.New(testkit.Templates()), lang: catalog.Chinese}
	var walk func(c *cobra.Command)
	chinese := func(where, text string) {
		if text != "" && !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s: %q has no Chinese", where, text)
		}
	}
	walk = func(c *cobra.Command) {
		if c.Name() != "completion" && c.Name() != "help" {
			chinese(c.CommandPath(), c.Short)
			chinese(c.CommandPath(), c.Long)
			c.LocalFlags().VisitAll(func(f *pflag.Flag) {
				if f.Name != "help" {
					chinese(c.CommandPath()+" --"+f.Name, f.Usage)
				}
			})
			for _, below := range c.Commands() {
				walk(below)
			}
		}
	}
	walk(terminal.root())
}

// TestTheLanguageIsAskedFor tries the ways in which a language is chosen.
func TestTheLanguageIsAskedFor(t *testing.T) {
	for _, c := range []struct {
		args, own, system string
		want              catalog.Language
	}{
		{"", "", "", catalog.English},
		{"", "", "zh_CN.UTF-8", catalog.Chinese},
		{"", "", "de_DE.UTF-8", catalog.English},
		{"", "en", "zh_CN.UTF-8", catalog.English},
		{"check --lang zh", "en", "", catalog.Chinese},
		{"check --lang=en", "zh", "zh_CN", catalog.English},
		{"move a#b -- --lang zh", "", "", catalog.English},
	} {
		t.Setenv("TONGGAO_LANG", c.own)
		t.Setenv("LANG", c.system)
		t.Setenv("LC_ALL", "")
		t.Setenv("LC_MESSAGES", "")
		if got, err := arrival.LanguageOf(strings.Fields(c.args)); got != c.want || err != nil {
			t.Errorf("%+v: %s, %v", c, got, err)
		}
	}
	if _, err := arrival.LanguageOf([]string{"--lang", "fr"}); err == nil {
		t.Error("French is spoken")
	}
}

// TestHelpHasNoEnglish reads the Chinese help of every command, cobra's own too: what is
// left in Latin letters are commands, flags, names of files and of formats.
func TestHelpHasNoEnglish(t *testing.T) {
	english := regexp.MustCompile(`[A-Za-z]+(?: [a-z]+)+`)
	typed := regexp.MustCompile(`(?m)^  .*(?:tonggao|minisign).*$|^#:.*$`) // a line that is typed as it stands
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		var said strings.Builder
		c.SetOut(&said)
		if err := c.Help(); err != nil {
			t.Fatal(err)
		}
		for _, found := range english.FindAllString(typed.ReplaceAllString(said.String(), ""), -1) {
			if !slices.Contains([]string{"JSON Schema", "tonggao audit", "tonggao help"}, found) && !strings.HasPrefix(found, "tonggao ") {
				t.Errorf("%s: %q", c.CommandPath(), found)
			}
		}
		for _, word := range []string{"string", "strings", "FILE", "DIR", "PATH", "TIME", "Usage", "Flags"} {
			if regexp.MustCompile(`\b` + word + `\b`).MatchString(said.String()) {
				t.Errorf("%s: %q", c.CommandPath(), word)
			}
		}
		for _, below := range c.Commands() {
			walk(below)
		}
	}
	walk((&terminal{look: look.New(testkit.Templates()), lang: catalog.Chinese}).root())
}

// TestNamesDoNotActOnATerminal fails with names that would colour a terminal, turn its lines
// round or be no characters.
func TestNamesDoNotActOnATerminal(t *testing.T) {
	const bad = "a\x1b[31m\xe7\u202e"
	for _, args := range [][]string{{bad}, {"--" + bad}, {"check", "--regions", bad}, {"audit", bad}, {"verify", bad}, {"build", "--only", bad}, {"diff", bad, bad}} {
		for _, lang := range []string{"en", "zh"} {
			var out strings.Builder
			if Run(append(args, "--lang", lang), &out, &out, testkit.Templates()) == good {
				t.Errorf("%q succeeds", args)
			}
			if told := out.String(); strings.ContainsAny(told, "\x1b\u202e") || !utf8.ValidString(told) {
				t.Errorf("%q: %q", args, told)
			}
		}
	}
}
