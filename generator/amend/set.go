package amend

import (
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/toml"
)

// A Value is a key with its value as TOML writes it; an empty one takes the key out.
type Value struct{ Key, Written string }

// Set gives keys of a table other values. A table that is not there is added at the end
// of the file, unless nothing would stand in it. A key that has the value already keeps
// its spelling.
func Set(text string, table []string, values []Value) (string, error) {
	f := open(text)
	t := f.layout.Last(table...)
	if t == nil {
		return f.mark + apply(f.text, f.begin(table, values)), nil
	}
	if t.Series {
		return "", message.Errorf("[[%s]] stands in the file several times: change it there", strings.Join(table, "."))
	}
	var edits []edit
	var fresh []string
	for _, v := range values {
		switch k := t.Key(v.Key); {
		case k == nil && v.Written != "":
			fresh = append(fresh, v.Key+f.aligned(t, v.Key)+"= "+v.Written)
		case k == nil, k.Value.In(f.text) == v.Written:
		case v.Written == "":
			edits = append(edits, f.drop(k))
		default:
			edits = append(edits, edit{k.Value, v.Written})
		}
	}
	if len(fresh) > 0 {
		edits = append(edits, f.lines(f.behindKeys(t), f.keyIndent(t), fresh...))
	}
	return f.mark + apply(f.text, edits), nil
}

// begin adds a table at the end.
func (f *file) begin(table []string, values []Value) []edit {
	width := 0
	for _, v := range values {
		if v.Written != "" {
			width = max(width, len(v.Key))
		}
	}
	lines := []string{"[" + strings.Join(table, ".") + "]"}
	for _, v := range values {
		if v.Written != "" {
			lines = append(lines, v.Key+strings.Repeat(" ", width-len(v.Key))+" = "+v.Written)
		}
	}
	if len(lines) == 1 {
		return nil
	}
	if f.text != "" {
		lines = append([]string{""}, lines...)
	}
	return []edit{f.lines(len(f.text), "", lines...)}
}

// aligned is the space that brings a new key's equals sign under those of its table.
func (f *file) aligned(t *toml.Table, name string) string {
	if len(t.Keys) == 0 {
		return " "
	}
	if space := f.padded(&t.Keys[len(t.Keys)-1], name); space != "" {
		return space
	}
	return " "
}

// behindKeys is the octet behind the line of a table's last key, or of its head.
func (f *file) behindKeys(t *toml.Table) int {
	switch {
	case len(t.Keys) > 0:
		return f.endOfLine(t.Keys[len(t.Keys)-1].Value.To)
	case t.Head.To > 0:
		return f.endOfLine(t.Head.To)
	}
	return 0
}

func (f *file) keyIndent(t *toml.Table) string {
	if len(t.Keys) == 0 {
		return ""
	}
	return f.indent(t.Keys[0].Key.From)
}

// Lines gives a text other words, as a form in a browser returns them: what stays the
// same at the beginning and at the end keeps its octets, and what is new has line ends
// as the file has them, a byte order mark too.
func Lines(old, fresh string) string {
	f := open(old)
	was := strings.SplitAfter(f.text, "\n")
	is := strings.SplitAfter(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(fresh, mark)), "\n")
	head := 0
	for head < len(was) && head < len(is) && sameLine(was[head], is[head]) {
		head++
	}
	tail := 0
	for tail < len(was)-head && tail < len(is)-head && sameLine(was[len(was)-1-tail], is[len(is)-1-tail]) {
		tail++
	}
	middle := slices.Clone(is[head : len(is)-tail])
	for i, line := range middle {
		middle[i] = strings.Replace(line, "\n", f.newline, 1)
	}
	return f.mark + strings.Join(slices.Concat(was[:head], middle, was[len(was)-tail:]), "")
}

// sameLine compares two lines apart from how they end, but not whether they do.
func sameLine(was, is string) bool {
	if strings.HasSuffix(was, "\r\n") {
		was = was[:len(was)-2] + "\n"
	}
	return was == is
}
