package quick

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

type word string

type rank int

type shout string

func (s shout) String() string { return strings.ToUpper(string(s)) + "!" }

type base struct{ Inner, Shadowed string }

type over struct{}

func (*over) Shadowed() string { return "the method" }

// A thing has fields of every sort that a page could have, and some that none should.
type thing struct {
	base
	*over
	S, T    string
	Named   word
	Loud    shout
	I, J    int
	Rank    rank
	Small   int8
	B       bool
	F       float64
	Next    *thing
	Words   []string
	Kin     []*thing
	Flat    []base
	Any     any
	Anys    []any
	Ptr     *string
	Map     map[string]string
	Two     [2]string
	HTML    template.HTML
	Attr    template.HTMLAttr
	Address template.URL
	hidden  string
}

// Method is no field.
func (thing) Method() string { return "a method" }

var testFunctions = template.FuncMap{
	"attr": func(s string) template.HTMLAttr {
		return template.HTMLAttr(`data-x="` + template.HTMLEscapeString(s) + `"`)
	},
	"trust": func(s string) template.HTML { return template.HTML("<b>" + template.HTMLEscapeString(s) + "</b>") },
	"link": func(s string) template.URL {
		return template.URL("https://a.example/" + template.URLQueryEscaper(s))
	},
	"half": func(f float64) string { return fmt.Sprint(f / 2) },
	"fail": func(s string) (template.HTML, error) { return "", errors.New(s) },
	"trip": func(s string) template.HTML {
		if s == "" {
			panic("trip")
		}
		return template.HTML(s)
	},
	"ne": func(a, b string) bool { return a == b }, // not what is built in
}

// A maker makes templates and values at random.
type maker struct{ *rand.Rand }

func (m maker) of(all ...string) string { return all[m.IntN(len(all))] }

func (m maker) expression(depth int) string {
	if depth > 0 {
		switch m.IntN(7) {
		case 0:
			return "(" + m.of("or", "and", "eq", "ne", "not", "lt") + strings.Repeat(" "+m.expression(depth-1), 1+m.IntN(3)) + ")"
		case 1:
			return "(" + m.of("attr", "trust", "link", "half", "fail", "trip", "len", "html") + " " + m.expression(depth-1) + ")"
		case 2:
			return `(printf ` + m.of(`"%s"`, `"a %s b"`, `"%d"`, `"%s%s"`, `"%%%s"`) + " " + m.expression(depth-1) + ")"
		}
	}
	return m.of(".", "$", ".S", ".T", ".S", ".Named", ".Loud", ".I", ".J", ".Rank", ".Small", ".B", ".F", ".Next", ".Next.S", "$.Next.Next.T", ".Words", ".Kin", ".Flat",
		".Any", ".Any.S", ".Anys", ".Ptr", ".Map", ".Map.a", ".Two", ".HTML", ".Attr", ".Address", ".hidden", ".Method", ".Inner", ".Shadowed", ".Missing", "$.S", "$.Kin",
		`"a"`, `"<&'"`, `""`, "1", "0", "1e1", "0x10", "'a'", "1.5", "true", "nil")
}

func (m maker) place() string {
	x := "{{" + m.of("", "", "", "- ") + strings.Trim(m.expression(m.IntN(3)), "()") + m.of("", "", "", " | html", ` | printf "%s"`, " | urlquery") + "}}"
	form := m.of("§", "§", "§", `<p title="§">x</p>`, `<p title='§'>x</p>`, `<p title=§>x</p>`, `<a href="§">x</a>`, `<a href="#§">x</a>`, `<a href="/a/§?x=§">x</a>`, `<p §>x</p>`,
		`<title>§</title>`, `<style>§</style>`, `<style>a{color:§}</style>`, `<script type="application/json">§</script>`, `<script>x = §</script>`, `<a onclick="f(§)">x</a>`,
		`<textarea>§</textarea>`, `<img srcset="§">`, `<!-- § -->`, `<p style="color:§">x</p>`, `<meta content="§">`)
	return strings.ReplaceAll(form, "§", x)
}

func (m maker) nodes(depth int) string {
	var out strings.Builder
	for range 1 + m.IntN(3) {
		x := m.expression(m.IntN(3))
		inside := func() string { return m.nodes(depth - 1) }
		switch kind := m.IntN(12); {
		case depth == 0 || kind < 4:
			out.WriteString(m.place())
		case kind < 6:
			out.WriteString("{{if " + x + "}}" + inside() + m.of("", "{{else}}"+inside(), "{{else if "+x+"}}"+inside()) + "{{end}}")
		case kind < 8:
			out.WriteString("{{with " + m.of(x, ".Next", ".S", ".Kin", ".Any") + "}}" + inside() + m.of("", "{{else}}"+inside()) + "{{end}}")
		case kind < 10:
			out.WriteString("{{range " + m.of(x, ".Words", ".Kin", ".Flat", "$.Kin", ".Anys", ".Map", ".Two", "3") + "}}" + inside() + m.of("", "{{break}}", "{{else}}"+inside()) + "{{end}}")
		case kind == 10:
			out.WriteString(`{{template "` + m.of("one", "two", "two") + `" ` + m.of(".", "$", ".Next", ".S", x) + "}}")
		default:
			out.WriteString("{{$v := " + x + "}}{{$v}}")
		}
		out.WriteString(m.of("\n", " words & <b>more</b> ", "<p>"))
	}
	return out.String()
}

func (m maker) text() string {
	return m.of("", "a", "words", "中文 两 个", `"'&<>+`+"`", "\x00\u2028", "\xff\xfe", "javascript:alert(1)", "https://a.example/b#c", "https://a.example/?x=1&y=<2>", "a/b-c_d.e~f", "#x:y", "tel:12345",
		"//a.example", " a b ", "%41%", "\ufdd0\uffff", "</script><script>", "{{.S}}", "-->", "1", "10")
}

func (m maker) thing(depth int) *thing {
	if depth == 0 || m.IntN(8) == 0 {
		return nil
	}
	s := m.text()
	t := &thing{base: base{m.text(), m.text()}, S: m.text(), T: m.text(), Named: word(m.text()), Loud: shout(m.text()), I: m.IntN(3) * m.IntN(9), J: m.IntN(3), Rank: rank(m.IntN(3)), Small: int8(m.IntN(2)),
		B: m.IntN(2) == 0, F: float64(m.IntN(3)) / 2, Next: m.thing(depth - 1), HTML: template.HTML("<i>" + s + "</i>"), Attr: `title="x"`, Address: template.URL(m.text()), hidden: s}
	for range m.IntN(3) {
		t.Words, t.Kin, t.Flat = append(t.Words, m.text()), append(t.Kin, m.thing(depth-1)), append(t.Flat, base{m.text(), s})
		t.Anys = append(t.Anys, m.any(depth-1))
	}
	t.Any, t.Two = m.any(depth-1), [2]string{s, m.text()}
	if m.IntN(2) == 0 {
		t.Ptr, t.Map, t.over = &s, map[string]string{"a": s}, &over{}
	}
	return t
}

func (m maker) any(depth int) any {
	return []any{nil, "", m.text(), 0, 7, false, m.thing(depth), []string(nil), template.HTML("<i>"), word(m.text()), shout(m.text())}[m.IntN(11)]
}

// template makes a template that parses, or nil.
func (m maker) template() *template.Template {
	text := `{{define "page"}}` + m.nodes(3) + `{{end}}{{define "one"}}` + m.nodes(1) + `{{end}}{{define "two"}}` + m.place() + `{{if .Next}}{{template "two" .Next}}{{end}}{{end}}`
	t, err := template.New("").Funcs(testFunctions).Parse(text)
	if err != nil {
		return nil
	}
	return t
}

// agree holds one template with some values to the contract, and reports whether it
// was written in the quick way.
func agree(t *testing.T, seed uint64) (written bool) {
	t.Helper()
	m := maker{rand.New(rand.NewPCG(seed, 7))}
	made := m.template()
	if made == nil {
		return false
	}
	q, err := New(made, "page", reflect.TypeFor[*thing](), testFunctions)
	if err != nil {
		return false
	}
	for range 4 {
		data := m.thing(4)
		var fast, slow bytes.Buffer
		done, err := q.Write(&fast, data)
		if wrong := made.ExecuteTemplate(&slow, "page", data); done && (err != nil || wrong != nil || !bytes.Equal(fast.Bytes(), slow.Bytes())) {
			t.Errorf("seed %d: %s\nquick %q\nslow  %q, %v", seed, made.Lookup("page").Tree.Root, fast.Bytes(), slow.Bytes(), wrong)
			return true
		}
		if !done && fast.Len() > 0 {
			t.Errorf("seed %d: it stepped aside, but wrote %q", seed, fast.Bytes())
		}
		written = written || done
	}
	return written
}

// TestTheSameBytes holds the contract for thousands of templates made at random, and
// that it is not kept by always stepping aside.
func TestTheSameBytes(t *testing.T) {
	written := 0
	for seed := range uint64(30_000) {
		if agree(t, seed) {
			written++
		}
		if t.Failed() && testing.Short() {
			break
		}
	}
	t.Log("written in the quick way:", written)
	if written < 400 { // most have something that is refused
		t.Errorf("only %d templates were written in the quick way", written)
	}
}

// TestComparedByValue holds what random templates seldom have: integers whose type has
// a name of its own, and numbers that are no integers.
func TestComparedByValue(t *testing.T) {
	for text, known := range map[string]bool{`{{if eq .I .Rank}}y{{else}}n{{end}}`: true, `{{if ne .Rank 2}}y{{else}}n{{end}}`: true, `{{if eq .I 1e1}}y{{end}}`: false, `{{if eq .I 'a'}}y{{end}}`: false} {
		made := template.Must(template.New("").Funcs(template.FuncMap{}).Parse(`{{define "page"}}` + text + `{{end}}`))
		q, err := New(made, "page", reflect.TypeFor[*thing](), nil)
		if (err == nil) != known {
			t.Errorf("%s: %v", text, err)
		}
		if err != nil {
			continue
		}
		for _, data := range []*thing{{I: 2, Rank: 2}, {I: 1, Rank: 2}, {I: 1}} {
			var fast, slow bytes.Buffer
			done, _ := q.Write(&fast, data)
			if err := made.ExecuteTemplate(&slow, "page", data); err != nil || !done || fast.String() != slow.String() {
				t.Errorf("%s: quick %q, slow %q, %v", text, fast.Bytes(), slow.Bytes(), err)
			}
		}
	}
}

func FuzzSame(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { agree(t, seed) })
}

// TestTheUnknownIsLeftAlone shows what is refused, and that a field of nothing makes
// Write step aside.
func TestTheUnknownIsLeftAlone(t *testing.T) {
	for _, text := range []string{
		`{{$x := .S}}{{$x}}`, `{{range $i, $x := .Words}}{{$i}}{{end}}`, `{{len .Words}}`, `{{.S | printf "%q"}}`, `{{.Missing.Nothing}}`,
		`<a onclick="{{.S}}">`, `<p style="color: {{.S}}">`, `{{template "other"}}{{define "other"}}{{end}}`, `{{range .S}}{{end}}`, `{{.Words}}`, `{{.Kin}}`, `<p title="{{.Map}}">`, `{{.Next}}`, `{{1.5}}`, `{{.hidden}}`, `<style>{{or .S .T}}</style>`, `{{not .B .B}}`,
	} {
		made, err := template.New("").Funcs(testFunctions).Parse(`{{define "page"}}` + text + `{{end}}`)
		if err != nil {
			continue // not even a template
		}
		if _, err := New(made, "page", reflect.TypeFor[*thing](), testFunctions); err == nil {
			t.Errorf("%s is written in the quick way", text)
		}
	}
	made := template.Must(template.New("").Funcs(testFunctions).Parse(`{{define "page"}}{{.Next.S}}{{end}}`))
	q, err := New(made, "page", reflect.TypeFor[*thing](), testFunctions)
	if err != nil {
		t.Fatal(err)
	}
	if done, _ := q.Write(io.Discard, &thing{}); done {
		t.Error("a field of nothing is written in the quick way")
	}
	if done, _ := q.Write(io.Discard, "another type"); done {
		t.Error("data of another type is written in the quick way")
	}
	if done, _ := (*Template)(nil).Write(io.Discard, &thing{}); done {
		t.Error("no template writes in the quick way")
	}
}

// BenchmarkWrite writes one page of a hundred rows in both ways.
func BenchmarkWrite(b *testing.B) {
	made := template.Must(template.New("").Funcs(testFunctions).Parse(`{{define "page"}}<h1>{{.S}}</h1>{{range .Kin}}<p title="{{.T}}"><a href="{{.Address}}">{{.S}}</a>{{if .B}} {{.I}}{{end}}{{with .Next}}{{.S}}{{end}}</p>{{end}}{{end}}`))
	data := &thing{S: "标题"}
	for range 100 {
		data.Kin = append(data.Kin, &thing{S: "自12月30日20时起暂停", T: "暂停 & 恢复", Address: "https://a.example/b", B: true, I: 3, Next: data})
	}
	b.Run("quick", func(b *testing.B) {
		q, err := New(made, "page", reflect.TypeFor[*thing](), testFunctions)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if done, err := q.Write(io.Discard, data); !done || err != nil {
				b.Fatal(done, err)
			}
		}
	})
	b.Run("html/template", func(b *testing.B) {
		for b.Loop() {
			if err := made.ExecuteTemplate(io.Discard, "page", data); err != nil {
				b.Fatal(err)
			}
		}
	})
}
