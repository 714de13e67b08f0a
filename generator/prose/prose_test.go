package prose

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected trees of testdata")

// TestTree reads each fragment of testdata and compares its tree and problems
// with those that stand behind it in the same file.
func TestTree(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no fragments", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			f, problems := Parse("x.md", string(archive.Files[0].Data), 1)
			got := dump(f.Blocks, "")
			for _, p := range problems {
				got += p.String() + "\n"
			}
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "tree", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) < 2 || got != string(archive.Files[1].Data) {
				t.Errorf("have:\n%s", got)
			}
		})
	}
}

// dump writes blocks one a line, with the place and the marks of every word.
func dump(blocks []Block, indent string) string {
	var out strings.Builder
	for _, b := range blocks {
		switch b := b.(type) {
		case *Heading:
			fmt.Fprintf(&out, "%s%d:%d heading %d %q %v %s\n", indent, b.At.Line, b.At.Column, b.Level, b.ID, b.Audience, words(b.Words))
		case *Paragraph:
			fmt.Fprintf(&out, "%s%d:%d paragraph %s\n", indent, b.At.Line, b.At.Column, words(b.Words))
		case *List:
			fmt.Fprintf(&out, "%slist ordered=%v\n", indent, b.Ordered)
			for _, item := range b.Items {
				out.WriteString(indent + "- item\n" + dump(item, indent+"  "))
			}
		case *Table:
			fmt.Fprintf(&out, "%stable %s\n", indent, cells(b.Head))
			for _, row := range b.Rows {
				fmt.Fprintf(&out, "%s  row %s\n", indent, cells(row))
			}
		case *Insert:
			fmt.Fprintf(&out, "%s%d:%d insert %s %v\n", indent, b.At.Line, b.At.Column, b.Name, b.Args)
		}
	}
	return out.String()
}

func cells(row []Words) string {
	var all []string
	for _, c := range row {
		all = append(all, words(c))
	}
	return strings.Join(all, " | ")
}

func words(w Words) string {
	var out strings.Builder
	for _, in := range w {
		switch in := in.(type) {
		case Text:
			fmt.Fprintf(&out, "%d:%d'%s'", in.At.Line, in.At.Column, in.Value)
		case Strong:
			out.WriteString("*" + words(in.Words) + "*")
		case Link:
			out.WriteString("[" + words(in.Words) + "](" + in.URL + ")")
		case Break:
			out.WriteString("⏎")
		case Meant:
			fmt.Fprintf(&out, "%d:%d‹%s›", in.At.Line, in.At.Column, in.Value)
		case Placeholder:
			fmt.Fprintf(&out, "%d:%d{%s %v", in.At.Line, in.At.Column, in.Name, in.Options)
			if in.To != nil {
				fmt.Fprintf(&out, " → %s %v", in.To.Name, in.To.Options)
			}
			out.WriteString("}")
		}
	}
	return out.String()
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"# 标题 {#id audience=\"a b\"}\n\n{{stop}}起，**办理**。\n\n1. 甲\n2. 乙\n   - 丙\n", "{{schedule suspend}}\n\n| a | b |\n|---|---|\n| {{x to y 24}} | z |\n",
		"{{meant 2022年度}}[网站](https://x.y)\\\n换行", "**注意：**请", "{{}}{{{a}}}{{a to}}", "<b>x</b>![a](b)`c`"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		fragment, problems := Parse("x.md", source, 1)
		lines := strings.Count(source, "\n") + 1
		for _, p := range problems {
			if p.Line > lines {
				t.Errorf("%v lies outside the %d lines", p, lines)
			}
		}
		Walk(fragment.Blocks, func(w Words) {
			w.Walk(func(in Inline) {
				if text, ok := in.(Text); ok && (text.At.Line < 1 || text.At.Line > lines || text.At.Column < 1) {
					t.Errorf("%q stands at %v", text.Value, text.At)
				}
			})
		})
	})
}
