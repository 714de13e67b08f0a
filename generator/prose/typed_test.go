package prose

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// FuzzTypedIsPublished holds the rule of account.go against the tree itself, by
// another way: whatever a fragment has no problem with is written out again, and
// what the source has beyond that may only be signs of Markdown, each where an
// author can have meant it.
func FuzzTypedIsPublished(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal("no fragments", err)
	}
	for _, name := range files {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, paragraph := range strings.Split(string(archive.Files[0].Data), "\n\n") {
			f.Add(paragraph)
		}
	}
	f.Fuzz(func(t *testing.T, source string) {
		fragment, problems := Parse("x.md", source, 1)
		if !problems.Failed() {
			if wrong := vanished(source, fragment.Blocks); wrong != "" {
				t.Errorf("%s\n%q\n%s", wrong, source, dump(fragment.Blocks, ""))
			}
		}
	})
}

// TestRealFragments reads the fragments of the sample site.
func TestRealFragments(t *testing.T) {
	count := 0
	err := filepath.WalkDir("../../regions", func(name string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".md" {
			return err
		}
		count++
		content, err := os.ReadFile(name)
		source := string(content)
		if front := strings.LastIndex(source, "+++\n"); front >= 0 {
			source = source[front+4:]
		}
		fragment, problems := Parse(name, source, 1)
		if wrong := vanished(source, fragment.Blocks); wrong != "" || len(problems) > 0 {
			t.Error(name, wrong, problems)
		}
		return err
	})
	if err != nil || count == 0 {
		t.Fatal(count, err)
	}
}

var (
	itemNumber = regexp.MustCompile(`(?m)^[ \t]*(?:[-+*][ \t]+)*([0-9]+)[.)](?:[ \t]|$)`)
	braces     = regexp.MustCompile(`\{\{[^{}]*\}\}`)
	attribute  = regexp.MustCompile(`(?m)^( {0,3}#{1,3}[ \t].*?)[ \t]*\{[^{}\n]*\}[ \t\r]*$`) // on one line, as a heading is
	sumSign    = regexp.MustCompile(`[0-9A-Za-z)）][*]+[0-9]+[*]+[0-9A-Za-z(（]|\p{Han}\*[0-9]+\*[0-9\p{Han}]`)
)

// vanished says what of a source its blocks lack; "" where nothing is amiss.
func vanished(source string, blocks []Block) string {
	published := unblank(rewritten(blocks))
	typed := braces.ReplaceAllStringFunc(attribute.ReplaceAllString(source, "$1"), func(inside string) string {
		if strings.HasPrefix(strings.TrimSpace(inside[2:]), "meant") {
			literal := strings.TrimPrefix(strings.TrimSpace(inside[2:len(inside)-2]), "meant")
			return "{{meant" + strings.TrimSpace(literal) + "}}"
		}
		return strings.Join(strings.Fields(inside), "") // any blank parts the words of a placeholder
	})
	var numbers strings.Builder
	for _, n := range itemNumber.FindAllStringSubmatch(typed, -1) {
		numbers.WriteString(n[1])
	}
	rest := []rune(published)
	for _, r := range unblank(typed) {
		switch {
		case len(rest) > 0 && rest[0] == r:
			rest = rest[1:]
		case r >= '0' && r <= '9' && strings.ContainsRune(numbers.String(), r):
		case !strings.ContainsRune(`*_|:-+.)\#<>`, r):
			return "lost: " + string(r)
		}
	}
	if len(rest) > 0 {
		return "put in, or out of order: " + string(rest)
	}
	if sum := sumSign.FindString(source); sum != "" && !strings.Contains(published, unblank(sum)) && !strings.ContainsAny(source, "\\[{") {
		return "a sum lost its signs: " + sum
	}
	return ""
}

// rewritten writes blocks as an author does, without the signs of emphasis, lists,
// tables and headings.
func rewritten(blocks []Block) string {
	var out strings.Builder
	for _, b := range blocks {
		switch b := b.(type) {
		case *List:
			for _, item := range b.Items {
				out.WriteString(rewritten(item))
			}
		case *Insert:
			out.WriteString(Words{Placeholder{Name: b.Name, Options: b.Args}}.Source())
		default:
			Walk([]Block{b}, func(words Words) { out.WriteString(unstressed(words)) })
		}
	}
	return out.String()
}

func unstressed(words Words) string {
	var out strings.Builder
	for _, in := range words {
		switch in := in.(type) {
		case Strong:
			out.WriteString(unstressed(in.Words))
		case Link:
			label := unstressed(in.Words)
			if in.URL == label || in.URL == "mailto:"+label {
				out.WriteString(label) // <address>, or an address written twice
				break
			}
			out.WriteString("[" + label + "](" + in.URL + ")")
		default:
			out.WriteString(Words{in}.Source())
		}
	}
	return out.String()
}

func unblank(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n", r) {
			return -1
		}
		return r
	}, text)
}
