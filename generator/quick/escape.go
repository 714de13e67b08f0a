package quick

import (
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
	"unicode/utf8"
)

// samples are the places in a page where values stand, each as a page with one
// value. html/template turns each into a pipeline of its escapers; where a
// template has the same pipeline, the sample writes the value, and so everything
// but plain words, plain addresses and data is escaped by html/template itself.
var samples = []string{
	`{{.}}`, `<p title="{{.}}">`, `<a href="{{.}}">`, `<a href="#{{.}}">`, `<p {{.}}>`, `<title>{{.}}</title>`, `<style>{{.}}</style>`, `<script type="application/json">{{.}}</script>`,
}

// slow are the samples by their pipelines, each left with nothing but the value. They serve
// all templates: these have many values and few pipelines.
var slow = sync.OnceValue(func() map[string]*template.Template {
	all := map[string]*template.Template{}
	for _, text := range samples {
		t := template.Must(template.New("sample").Parse(text))
		_ = t.Execute(io.Discard, "") // escapes the tree
		for _, n := range t.Tree.Root.Nodes {
			if action, ok := n.(*parse.ActionNode); ok {
				t.Tree.Root.Nodes = []parse.Node{n}
				all[escapersOf(action)] = t
			}
		}
	}
	return all
})

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
	if escapers != data && unreadable(v.kind) {
		return nil, fmt.Errorf("%s prints a %s as Go writes one, which is for nobody to read", n, v.kind)
	}
	escape := slow()[escapers]
	if escape == nil {
		return nil, fmt.Errorf("a value that is escaped by %q is not known", escapers)
	}
	other := func(f *frame, x reflect.Value) {
		if err := escape.Execute(f, x.Interface()); err != nil {
			panic(err) // see frame.run
		}
	}
	if add := adder(escapers, v.kind); add != nil {
		return func(f *frame, dot reflect.Value) {
			text := v.string(f, dot)
			if out, done := add(f.out, text); done {
				f.out = out
				return
			}
			other(f, reflect.ValueOf(text).Convert(v.kind))
		}, nil
	}
	switch {
	case escapers == "attrescaper" && (v.kind == reflect.TypeFor[int]() || v.kind == reflect.TypeFor[int64]()):
		return func(f *frame, dot reflect.Value) { f.out = strconv.AppendInt(f.out, v.of(f, dot).Int(), 10) }, nil
	case escapers == data:
		return func(f *frame, dot reflect.Value) {
			if x := v.of(f, dot); !f.object(x) {
				other(f, x)
			}
		}, nil
	}
	return func(f *frame, dot reflect.Value) { other(f, v.of(f, dot)) }, nil
}

const (
	anchor = "urlescaper attrescaper" // of what stands in the middle of an address
	data   = "jsvalescaper"           // of a value in a script
	https  = "https://"
)

// adder returns what adds a text of a kind to a page as some escapers would, or says that it
// cannot; nil where that is not known.
func adder(escapers string, kind reflect.Type) func(page []byte, text string) ([]byte, bool) {
	asItIs := func(page []byte, text string) ([]byte, bool) { return append(page, text...), true }
	address := strings.HasPrefix(escapers, "urlfilter urlnormalizer")
	switch {
	case slices.Contains([]string{"htmlescaper", "attrescaper", "rcdataescaper"}, escapers) && kind == reflect.TypeFor[string]():
		return func(page []byte, text string) ([]byte, bool) { return appendEscaped(page, text), true }
	case escapers == "htmlescaper" && kind == reflect.TypeFor[template.HTML](), escapers == "htmlnamefilter" && kind == reflect.TypeFor[template.HTMLAttr]():
		return asItIs
	case address && kind == reflect.TypeFor[template.URL]():
		return whenPlain("-._/#:", https) // its scheme has been judged, see address
	case address && kind == reflect.TypeFor[string]():
		return whenPlain("-._/#", https)
	case escapers == anchor && kind == reflect.TypeFor[string]():
		return whenPlain("-._", "")
	}
	return nil
}

// escapes are what html/template replaces in words and attributes.
var escapes = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

func appendEscaped(page []byte, text string) []byte {
	done := 0
	for i := range len(text) {
		if escape := escapes[text[i]]; escape != "" {
			page = append(append(page, text[done:i]...), escape...)
			done = i + 1
		}
	}
	return append(page, text[done:]...)
}

// whenPlain adds an address as it is when it has only letters, digits and some marks
// behind its scheme, none of which any escaper changes there.
func whenPlain(marks, scheme string) func(page []byte, address string) ([]byte, bool) {
	var plain [256]bool
	for c := range plain {
		plain[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c < utf8.RuneSelf && strings.IndexByte(marks, byte(c)) >= 0
	}
	return func(page []byte, address string) ([]byte, bool) {
		rest := strings.TrimPrefix(address, scheme)
		for i := range len(rest) {
			if !plain[rest[i]] {
				return page, false
			}
		}
		return append(page, address...), true
	}
}

// object writes what JSON has an object or a list for, as it stands in a script, or nothing
// and says so: where its type says itself how it is written, and where it is none.
func (f *frame) object(x reflect.Value) bool {
	for x.Kind() == reflect.Interface || x.Kind() == reflect.Pointer {
		if x.IsNil() || saysItself(x) {
			return false
		}
		x = x.Elem()
	}
	if kind := x.Kind(); kind != reflect.Struct && kind != reflect.Map && kind != reflect.Slice || saysItself(x) {
		return false
	}
	start := len(f.out)
	if err := json.NewEncoder(f).Encode(x.Interface()); err != nil || f.out[start] != '{' && f.out[start] != '[' {
		f.out = f.out[:start]
		return false
	}
	f.out = f.out[:len(f.out)-1] // an encoder ends the line
	return true
}

// unreadable tells lists and records that have no words of their own: who prints one has
// taken it for a text of the same name.
func unreadable(kind reflect.Type) bool {
	switch kind.Kind() {
	case reflect.Slice, reflect.Array, reflect.Map, reflect.Struct, reflect.Func, reflect.Chan:
		return !kind.Implements(reflect.TypeFor[fmt.Stringer]()) && !kind.Implements(reflect.TypeFor[error]())
	case reflect.Pointer:
		return !kind.Implements(reflect.TypeFor[fmt.Stringer]()) && unreadable(kind.Elem())
	}
	return false
}

func saysItself(x reflect.Value) bool {
	switch x.Interface().(type) {
	case json.Marshaler, fmt.Stringer:
		return true
	}
	return false
}
