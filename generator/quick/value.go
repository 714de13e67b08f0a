package quick

import (
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
)

// A value is an expression whose type is known beforehand. What a function makes is known
// as text or truth alone, which spares a reflect.Value around it.
type value struct {
	kind reflect.Type
	of   func(f *frame, dot reflect.Value) reflect.Value
	text func(f *frame, dot reflect.Value) string // of one whose kind is String; nil where of has it
	is   func(f *frame, dot reflect.Value) bool   // of one whose kind is Bool; likewise
	test bool                                     // nothing is known of it but whether it is true
}

// spelled is a value that a function makes as text.
func spelled(kind reflect.Type, text func(f *frame, dot reflect.Value) string) value {
	return value{kind: kind, text: text, of: func(f *frame, dot reflect.Value) reflect.Value {
		return reflect.ValueOf(text(f, dot)).Convert(kind)
	}}
}

// judged is a value that a function makes as truth.
func judged(is func(f *frame, dot reflect.Value) bool) value {
	return value{kind: reflect.TypeFor[bool](), is: is, of: func(f *frame, dot reflect.Value) reflect.Value { return reflect.ValueOf(is(f, dot)) }}
}

// string is the text of a value whose kind is String.
func (v *value) string(f *frame, dot reflect.Value) string {
	if v.text != nil {
		return v.text(f, dot)
	}
	return v.of(f, dot).String()
}

// holds reports whether a value is what an if takes for true.
func (v *value) holds(f *frame, dot reflect.Value) bool {
	switch {
	case v.is != nil:
		return v.is(f, dot)
	case v.text != nil:
		return v.text(f, dot) != ""
	}
	return truth(v.of(f, dot))
}

// whole refuses a value that is known by its truth alone.
func whole(v value, err error) (value, error) {
	if err == nil && v.test {
		return value{}, fmt.Errorf("the result of and, or is not known")
	}
	return v, err
}

func constant(v any) value {
	fixed := reflect.ValueOf(v)
	return value{kind: fixed.Type(), of: func(*frame, reflect.Value) reflect.Value { return fixed }}
}

// pipe compiles a pipeline of one command that declares nothing.
func (q *Template) pipe(p *parse.PipeNode, in scope) (value, error) {
	if len(p.Decl) > 0 || len(p.Cmds) != 1 {
		return value{}, fmt.Errorf("pipeline %s is not known", p)
	}
	return q.command(p.Cmds[0], in)
}

func (q *Template) command(c *parse.CommandNode, in scope) (value, error) {
	if name, ok := c.Args[0].(*parse.IdentifierNode); ok {
		return q.function(name.Ident, c.Args[1:], in)
	}
	if len(c.Args) > 1 {
		return value{}, fmt.Errorf("command %s is not known", c)
	}
	return q.operand(c.Args[0], in)
}

func (q *Template) operand(n parse.Node, in scope) (value, error) {
	dot := value{kind: in.dot, of: func(_ *frame, dot reflect.Value) reflect.Value { return dot }}
	root := value{kind: in.root, of: func(f *frame, _ reflect.Value) reflect.Value { return f.root }}
	switch n := n.(type) {
	case *parse.DotNode:
		return dot, nil
	case *parse.FieldNode:
		return fields(dot, n.Ident)
	case *parse.VariableNode:
		if n.Ident[0] != "$" {
			return value{}, fmt.Errorf("variable %s is not known", n)
		}
		return fields(root, n.Ident[1:])
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.NumberNode:
		if n.Text != strconv.FormatInt(n.Int64, 10) { // 1e1 is a float, 'a' a rune
			return value{}, fmt.Errorf("number %s is not known", n)
		}
		return constant(int(n.Int64)), nil
	case *parse.PipeNode:
		return q.pipe(n, in)
	}
	return value{}, fmt.Errorf("operand %s is not known", n)
}

// fields follows a chain of fields; pointers on the way are followed too.
func fields(v value, names []string) (value, error) {
	for _, name := range names {
		pointer := v.kind.Kind() == reflect.Pointer
		of, holder := v.of, v.kind
		if pointer {
			holder = holder.Elem()
		}
		if _, method := v.kind.MethodByName(name); method || holder.Kind() != reflect.Struct {
			return value{}, fmt.Errorf("%s of %s is no field", name, v.kind)
		}
		field, ok := holder.FieldByName(name)
		if !ok || !field.IsExported() {
			return value{}, fmt.Errorf("%s has no field %s that a template may read", v.kind, name)
		}
		if len(field.Index) == 1 {
			i := field.Index[0]
			v = value{kind: field.Type, of: func(f *frame, dot reflect.Value) reflect.Value { return inside(of(f, dot), pointer).Field(i) }}
			continue
		}
		v = value{kind: field.Type, of: func(f *frame, dot reflect.Value) reflect.Value {
			return inside(of(f, dot), pointer).FieldByIndex(field.Index)
		}}
	}
	return v, nil
}

func inside(v reflect.Value, pointer bool) reflect.Value {
	if pointer {
		return v.Elem() // the zero Value where it is nil: Field panics, see frame.run
	}
	return v
}

// function compiles a call of one of the functions that the templates use.
func (q *Template) function(name string, nodes []parse.Node, in scope) (value, error) {
	_, own := q.functions[name] // it can have the name of a built-in one
	asks := !own && (name == "or" || name == "and" || name == "not")
	var args []value
	for _, n := range nodes {
		v, err := q.operand(n, in)
		if !asks {
			v, err = whole(v, err)
		}
		if err != nil {
			return value{}, err
		}
		args = append(args, v)
	}
	if !own {
		switch name {
		case "or", "and", "not":
			return logic(name, args)
		case "eq", "ne":
			return comparison(name == "eq", args)
		case "printf":
			return printf(nodes, args)
		}
	}
	f := reflect.ValueOf(q.functions[name])
	if !f.IsValid() || len(args) != 1 || f.Type().In(0) != args[0].kind {
		return value{}, fmt.Errorf("function %s is not known so", name)
	}
	return call(q.functions[name], args[0])
}

// call calls a function of ours without reflection.
func call(function any, arg value) (value, error) {
	switch do := function.(type) {
	case func(string) template.HTMLAttr:
		return spelled(reflect.TypeFor[template.HTMLAttr](), func(f *frame, dot reflect.Value) string { return string(do(arg.string(f, dot))) }), nil
	case func(string) template.URL:
		return spelled(reflect.TypeFor[template.URL](), func(f *frame, dot reflect.Value) string { return string(do(arg.string(f, dot))) }), nil
	case func(string) template.HTML:
		return spelled(reflect.TypeFor[template.HTML](), func(f *frame, dot reflect.Value) string { return string(do(arg.string(f, dot))) }), nil
	case func(float64) string:
		return spelled(reflect.TypeFor[string](), func(f *frame, dot reflect.Value) string { return do(arg.of(f, dot).Float()) }), nil
	}
	return value{}, fmt.Errorf("functions like %T are not known", function)
}

// logic is known by its truth only: html/template gives out one of the arguments.
func logic(name string, args []value) (value, error) {
	if len(args) == 0 || name == "not" && len(args) != 1 {
		return value{}, fmt.Errorf("%s of %d is not known", name, len(args))
	}
	if not := args[0]; name == "not" {
		return judged(func(f *frame, dot reflect.Value) bool { return !not.holds(f, dot) }), nil
	}
	asked := name == "or"
	v := judged(func(f *frame, dot reflect.Value) bool { return anyHolds(args, f, dot, asked) == asked })
	v.test = true
	return v, nil
}

// anyHolds reports whether the truth of one of the values is as asked.
func anyHolds(values []value, f *frame, dot reflect.Value, asked bool) bool {
	for i := range values {
		if values[i].holds(f, dot) == asked {
			return true
		}
	}
	return false
}

func comparison(equal bool, args []value) (value, error) {
	if len(args) != 2 || args[0].kind.Kind() != args[1].kind.Kind() || !slices.Contains([]reflect.Kind{reflect.String, reflect.Int, reflect.Bool}, args[0].kind.Kind()) {
		return value{}, fmt.Errorf("comparison is not known")
	}
	a, b := args[0], args[1]
	if a.kind.Kind() == reflect.String {
		return judged(func(f *frame, dot reflect.Value) bool { return (a.string(f, dot) == b.string(f, dot)) == equal }), nil
	}
	return judged(func(f *frame, dot reflect.Value) bool { return same(a.of(f, dot), b.of(f, dot)) == equal }), nil
}

// same compares two integers or truths by what they are, whatever their types are called.
func same(a, b reflect.Value) bool {
	if a.Kind() == reflect.Int {
		return a.Int() == b.Int()
	}
	return a.Bool() == b.Bool()
}

// printf knows one string in the place of a %s.
func printf(nodes []parse.Node, args []value) (value, error) {
	form, ok := nodes[0].(*parse.StringNode)
	if !ok || len(args) != 2 || args[1].kind != reflect.TypeFor[string]() {
		return value{}, fmt.Errorf("printf is not known so")
	}
	before, after, ok := strings.Cut(form.Text, "%s")
	if !ok || strings.Contains(before+after, "%") {
		return value{}, fmt.Errorf("the form %s is not known", form)
	}
	return spelled(reflect.TypeFor[string](), func(f *frame, dot reflect.Value) string { return before + args[1].string(f, dot) + after }), nil
}

// truth is what an if or a with takes for true.
func truth(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Bool:
		return v.Bool()
	case reflect.String, reflect.Slice, reflect.Map:
		return v.Len() > 0
	case reflect.Pointer:
		return !v.IsNil()
	case reflect.Interface:
		return !v.IsNil() && truth(v.Elem())
	}
	yes, _ := template.IsTrue(v.Interface())
	return yes
}
