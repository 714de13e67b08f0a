// Package blank writes the files that an author begins with: settings, a region,
// a notice. They are forms to fill in: each key has its explanation behind it, in
// Chinese, what can be known beforehand is filled in from the region above and
// the vocabulary, and what the author must still write stands between 【 and 】,
// where nobody overlooks it in the page. As they are, they build without a problem.
//
// Nothing here writes to a disk, and nothing here asks: command does. Begin reading at Place
// and Notice.
package blank

import (
	"strings"

	"tonggao/generator/amend"
	"tonggao/generator/schema"
)

// A File is a file by its name under regions.
type File struct{ Name, Text string }

// SchemaDir is the folder under regions that has the schemas which an editor
// takes from the first line of a file. The reader leaves it alone.
const SchemaDir = ".schema"

// schemaLine is the first line of a file: it tells an editor's TOML server
// (taplo) where the schema is, seen from the file.
func schemaLine(kind schema.FileKind, name string) string {
	up := strings.Repeat("../", strings.Count(name, "/"))
	if up == "" {
		up = "./"
	}
	return "#:schema " + up + SchemaDir + "/" + kind.Name()
}

// A form is a text in the making. Keys that stand together have their equals
// signs and their explanations under one another.
type form struct {
	text strings.Builder
	keys []key // not written yet
}

// A key is a key with its value as TOML writes it, and why it is there.
type key struct{ name, value, why string }

// line writes a line of its own; comment writes what stands behind a # sign.
func (f *form) line(parts ...string) {
	f.flush()
	f.text.WriteString(strings.Join(parts, "") + "\n")
}

func (f *form) comment(lines ...string) {
	for _, l := range lines {
		f.line(strings.TrimRight("# "+l, " "))
	}
}

func (f *form) key(name, value, why string) { f.keys = append(f.keys, key{name, value, why}) }

// flush writes the keys that stand together.
func (f *form) flush() {
	names, values := 0, 0
	for _, k := range f.keys {
		names = max(names, len(k.name))
		if k.why != "" {
			values = max(values, columns(k.value))
		}
	}
	for _, k := range f.keys {
		f.text.WriteString(k.name + strings.Repeat(" ", names-len(k.name)) + " = " + k.value)
		if k.why != "" {
			f.text.WriteString(strings.Repeat(" ", max(0, values-columns(k.value))) + "   # " + k.why)
		}
		f.text.WriteString("\n")
	}
	f.keys = nil
}

// String is the text.
func (f *form) String() string {
	f.flush()
	return f.text.String()
}

// columns is how wide a text is in an editor, where a Chinese character takes two.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r >= 0x2E80 {
			n++
		}
	}
	return n
}

func quote(text string) string { return amend.Quote(text) }

func list(texts []string) string {
	var quoted []string
	for _, t := range texts {
		quoted = append(quoted, quote(t))
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
