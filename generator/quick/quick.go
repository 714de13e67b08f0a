// Package quick writes templates of html/template faster than that does, for whoever
// fills the same template ten thousand times: it walks a template once, finds fields
// and types beforehand, and calls functions without reflection. It knows nothing of
// what the templates say.
//
// The contract: Write writes the very bytes that html/template writes for the same
// data, or it writes nothing and says so, and html/template is to write them. New
// refuses a template that uses more than quick knows; Write steps aside where it
// meets what it did not expect, a nil pointer on the way to a field or a fault of a
// function. It is a shortcut, never another way to escape: the tree is the one that
// html/template escaped, and every value but plain words, plain addresses and data for
// scripts is escaped by html/template itself. A test holds random templates and values to that.
//
// Begin with New; quick.go walks nodes, value.go expressions, escape.go writes
// values.
package quick

import (
	"fmt"
	"html/template"
	"io"
	"reflect"
	"sync"
	"text/template/parse"
)

// A Template is a template that was walked for one type of data. It may be used from
// many goroutines.
type Template struct {
	template  *template.Template
	functions template.FuncMap
	data      reflect.Type
	routines  map[routineKey]*routine
	start     *routine
	frames    sync.Pool // of *frame, whose buffers have grown to a page's size
}

// A routine is one named template for one type of data.
type routine struct{ acts []act }

type routineKey struct {
	name string
	data reflect.Type
}

// An act writes one node of a template.
type act func(f *frame, dot reflect.Value)

// A frame is what acts share: the page so far, and the value of $.
type frame struct {
	out  []byte
	root reflect.Value
}

// Write lets html/template write into the page.
func (f *frame) Write(text []byte) (int, error) {
	f.out = append(f.out, text...)
	return len(text), nil
}

// scope is what is known of dot and $ where a node stands.
type scope struct{ dot, root reflect.Type }

// New walks the template of a name, and those that it calls, for a type of data. The
// functions are those that the template was parsed with. The error says what in the
// template quick does not know.
func New(t *template.Template, name string, data reflect.Type, functions template.FuncMap) (*Template, error) {
	_ = t.ExecuteTemplate(io.Discard, name, nil) // fails, but not before it has escaped the tree
	q := &Template{template: t, functions: functions, data: data, routines: map[routineKey]*routine{}}
	start, err := q.routine(name, data)
	if err != nil {
		return nil, err
	}
	q.start = start
	return q, nil
}

// Write fills the template with data, or returns false: then nothing was written. It
// returns false for the nil Template too. The error is the writer's.
func (q *Template) Write(out io.Writer, data any) (done bool, err error) {
	if q == nil || reflect.TypeOf(data) != q.data {
		return false, nil
	}
	f, _ := q.frames.Get().(*frame)
	if f == nil {
		f = &frame{}
	}
	defer q.frames.Put(f)
	if !f.run(q.start, reflect.ValueOf(data)) {
		return false, nil
	}
	_, err = out.Write(f.out)
	return true, err
}

// run reports whether all went as expected. A nil pointer on the way to a field
// is a fault of the template, of which html/template will tell.
func (f *frame) run(r *routine, data reflect.Value) (done bool) {
	defer func() {
		done = recover() == nil
		f.root = reflect.Value{} // a frame at rest holds no page
	}()
	f.out, f.root = f.out[:0], data
	r.do(f, data)
	return true
}

func (r *routine) do(f *frame, dot reflect.Value) {
	for _, s := range r.acts {
		s(f, dot)
	}
}

// routine compiles a named template for a type, once: templates may call
// themselves.
func (q *Template) routine(name string, data reflect.Type) (*routine, error) {
	key := routineKey{name, data}
	if r, known := q.routines[key]; known {
		return r, nil
	}
	t := q.template.Lookup(name)
	if t == nil || t.Tree == nil {
		return nil, fmt.Errorf("no template %s", name)
	}
	r := &routine{}
	q.routines[key] = r
	var err error
	r.acts, err = q.list(t.Tree.Root, scope{data, data})
	return r, err
}

func (q *Template) list(nodes *parse.ListNode, in scope) ([]act, error) {
	if nodes == nil {
		return nil, nil
	}
	var acts []act
	for _, n := range nodes.Nodes {
		s, err := q.node(n, in)
		if err != nil {
			return nil, err
		}
		if s != nil {
			acts = append(acts, s)
		}
	}
	return acts, nil
}

func (q *Template) node(n parse.Node, in scope) (act, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(f *frame, _ reflect.Value) { f.out = append(f.out, text...) }, nil
	case *parse.CommentNode:
		return nil, nil
	case *parse.ActionNode:
		return q.action(n, in)
	case *parse.IfNode:
		return q.branch(&n.BranchNode, in, false)
	case *parse.WithNode:
		return q.branch(&n.BranchNode, in, true)
	case *parse.RangeNode:
		return q.loop(&n.BranchNode, in)
	case *parse.TemplateNode:
		return q.call(n, in)
	}
	return nil, fmt.Errorf("node %s is not known", n)
}

// branch is an if or a with: the second moves dot.
func (q *Template) branch(n *parse.BranchNode, in scope, moves bool) (act, error) {
	test, err := q.pipe(n.Pipe, in)
	if moves {
		test, err = whole(test, err)
	}
	if err != nil {
		return nil, err
	}
	inside := in
	if moves {
		inside.dot = test.kind
	}
	then, err := q.list(n.List, inside)
	if err != nil {
		return nil, err
	}
	other, err := q.list(n.ElseList, in)
	if err != nil {
		return nil, err
	}
	return func(f *frame, dot reflect.Value) {
		acts := other
		if !moves {
			if test.holds(f, dot) {
				acts = then
			}
		} else if v := test.of(f, dot); truth(v) {
			acts, dot = then, v
		}
		for _, s := range acts {
			s(f, dot)
		}
	}, nil
}

func (q *Template) loop(n *parse.BranchNode, in scope) (act, error) {
	over, err := q.pipe(n.Pipe, in)
	if err != nil {
		return nil, err
	}
	if over.kind.Kind() != reflect.Slice {
		return nil, fmt.Errorf("range over %s", over.kind)
	}
	body, err := q.list(n.List, scope{over.kind.Elem(), in.root})
	if err != nil {
		return nil, err
	}
	other, err := q.list(n.ElseList, in)
	if err != nil {
		return nil, err
	}
	return func(f *frame, dot reflect.Value) {
		items := over.of(f, dot)
		count := items.Len()
		for i := range count {
			item := items.Index(i)
			for _, s := range body {
				s(f, item)
			}
		}
		for i := 0; count == 0 && i < len(other); i++ {
			other[i](f, dot)
		}
	}, nil
}

func (q *Template) call(n *parse.TemplateNode, in scope) (act, error) {
	if n.Pipe == nil {
		return nil, fmt.Errorf("template %s without data", n.Name)
	}
	data, err := whole(q.pipe(n.Pipe, in))
	if err != nil {
		return nil, err
	}
	r, err := q.routine(n.Name, data.kind)
	if err != nil {
		return nil, err
	}
	return func(f *frame, dot reflect.Value) {
		above := f.root
		f.root = data.of(f, dot)
		r.do(f, f.root)
		f.root = above
	}, nil
}
