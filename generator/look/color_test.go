package look

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// TestColorsAreThoseOfThePages warns of a colour that no page has, where it is named, and
// of no other.
func TestColorsAreThoseOfThePages(t *testing.T) {
	l := New(os.DirFS("../../templates"))
	for name, want := range map[string]string{
		"off": "", "--off": "", "off-dark": "", "paper": "",
		"of": "did you mean off?", "stopped": "known here:", "hei": "known here:", "dark": "known here:",
	} {
		problems, err := l.Lacks(site.Mark{Colors: map[string]site.Color{name: {Value: "#8a1c1c", At: problem.Position{File: "regions/site.toml", Line: 7, Column: 1}}}})
		told := ""
		for _, p := range problems {
			told += p.String()
		}
		if (want == "") != (told == "") || !strings.Contains(told, want) || want != "" && !strings.HasPrefix(told, "regions/site.toml:7:1: warning: ") || err != nil {
			t.Errorf("%s: %s (%v)", name, told, err)
		}
	}
}

// TestTheReferenceNamesEveryColor holds the key's words against the style sheet: each
// colour by its name, and no other, in both languages.
func TestTheReferenceNamesEveryColor(t *testing.T) {
	l := New(os.DirFS("../../templates"))
	style, err := l.Asset(ColorSheet)
	if err != nil {
		t.Fatal(err)
	}
	key := schema.MarkTable.Key("colors")
	for name := range colorsOf(style) {
		if word := regexp.MustCompile(`\b` + name + `\b`); !word.MatchString(key.English) || !word.MatchString(key.Chinese) {
			t.Errorf("the reference does not tell of %s", name)
		}
	}
	for _, m := range regexp.MustCompile(`[：、]([a-z]+) `).FindAllStringSubmatch(key.Chinese, -1) {
		if !colorsOf(style)[m[1]] {
			t.Errorf("no page has %s", m[1])
		}
	}
}
