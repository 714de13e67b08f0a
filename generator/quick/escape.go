package quick

import (
	"fmt"
	"html/template"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
)

// samples are the places in a page where values stand, each as a page with one
// value. html/template turns each into a pipeline of its escapers; where a
// template has the same pipeline, the sample writes the value, and so everything
// but plain words and plain addresses is escaped by html/template itself.
var samples = []string{
	`{{.}}`, `<p title="{{.}}">`, `<a href="{{.}}">`, `<a href="#{{.}}">`, `<p {{.}}>`, `<title>{{.}}</title>`, `<style>{{.}}</style>`, `<script type="application/json">{{.}}</script>`,
}

// sample returns the sample that has a pipeline, left with nothing but the value.
func sample(escapers string) *template.Template {
	for _, text := range samples {
		t := template.Must(template.New("sample").Parse(text))
		_ = t.Execute(io.Discard, "") // escapes the tree
		for _, n := range t.Tree.Root.Nodes {
			if action, ok := n.(*parse.ActionNode); ok && escapersOf(action) == escapers {
				t.Tree.Root.Nodes = []parse.Node{n}
				return t
			}
		}
	}
	return nil
}

// escapersOf names what html/template put behind a value, in order.
func escapersOf(n *parse.ActionNode) string {
	var names []string
	for _, c := range n.Pipe.Cmds[1:] {
		names = append(names, strings.TrimPrefix(c.String(), "_html_template_"))
	}
	return strings.Join(names, " ")
}

// action writes a value into the page.
func (q *Template) action(n *parse.ActionNode, in scope) (act, error) {
	if len(n.Pipe.Decl) > 0 {
		return nil, fmt.Errorf("declaration %s is not known", n)
	}
	v, err := whole(q.command(n.Pipe.Cmds[0], in))
	if err != nil {
		return nil, err
	}
	escapers := escapersOf(n)
	slow := sample(escapers)
	if slow == nil {
		return nil, fmt.Errorf("a value that is escaped by %q is not known", escapers)
	}
	other := func(f *frame, x reflect.Value) {
		if err := slow.Execute(&f.out, x.Interface()); err != nil {
			panic(err) // see frame.run
		}
	}
	write := other
	switch {
	case slices.Contains([]string{"htmlescaper", "attrescaper", "rcdataescaper"}, escapers) && v.kind == reflect.TypeFor[string]():
		write = func(f *frame, x reflect.Value) { _, _ = textEscaper.WriteString(&f.out, x.String()) }
	case escapers == "htmlescaper" && v.kind == reflect.TypeFor[template.HTML]():
		write = func(f *frame, x reflect.Value) { f.out.WriteString(x.String()) }
	case escapers == "attrescaper" && (v.kind == reflect.TypeFor[int]() || v.kind == reflect.TypeFor[int64]()):
		write = func(f *frame, x reflect.Value) { f.out.WriteString(strconv.FormatInt(x.Int(), 10)) }
	case escapers == "htmlnamefilter" && v.kind == reflect.TypeFor[template.HTMLAttr]():
		write = func(f *frame, x reflect.Value) { f.out.WriteString(x.String()) }
	case strings.HasPrefix(escapers, "urlfilter urlnormalizer") && v.kind == reflect.TypeFor[template.URL]():
		write = whenPlain(escapers, "-._/#:", other) // its scheme has been judged, see address
	case strings.HasPrefix(escapers, "urlfilter urlnormalizer") && v.kind == reflect.TypeFor[string]():
		write = whenPlain(escapers, "-._/#", other)
	case escapers == anchor && v.kind == reflect.TypeFor[string]():
		write = whenPlain(escapers, "-._", other)
	}
	return func(f *frame, dot reflect.Value) { write(f, v.of(f, dot)) }, nil
}

// textEscaper replaces what html/template replaces in words and attributes.
var textEscaper = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "&", "&amp;", "'", "&#39;", "+", "&#43;", "<", "&lt;", ">", "&gt;")

const (
	anchor = "urlescaper attrescaper" // of what stands in the middle of an address
	https  = "https://"
)

// whenPlain writes an address as it is when it has only letters, digits and some
// marks, none of which any escaper changes there; else in the other way.
func whenPlain(escapers, marks string, other func(*frame, reflect.Value)) func(*frame, reflect.Value) {
	special := func(c rune) bool {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		return !letter && !strings.ContainsRune(marks, c)
	}
	return func(f *frame, x reflect.Value) {
		address := x.String()
		rest := address
		if escapers != anchor {
			rest = strings.TrimPrefix(address, https)
		}
		if strings.IndexFunc(rest, special) < 0 {
			f.out.WriteString(address)
			return
		}
		other(f, x)
	}
}
