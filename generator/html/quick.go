package html

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"sync"
	"text/template/parse"
)

// A quick page is a template that was walked once instead of once a page.
// text/template looks every field up by name and calls every function through
// reflection, which took three quarters of the time that pages take; a quick page
// has found fields and types beforehand, in the tree that html/template escaped.
//
// It knows what the program's own templates use and no more. A template that uses
// something else, or a page on which it meets what it did not expect, is written
// by html/template: quick pages are a shortcut, never another way to escape. A
// test holds both to the same bytes.
type quick struct {
	template *template.Template
	routines map[routineKey]*routine
	start    *routine
	frames   sync.Pool // of *frame, whose buffers have grown to a page's size
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
	out  bytes.Buffer
	root reflect.Value
}

// scope is what is known of dot and $ where a node stands.
type scope struct{ dot, root reflect.Type }

// newQuick compiles the template named page for data of type *page. The error
// says what in the template a quick page does not know.
func newQuick(t *template.Template) (*quick, error) {
	_ = t.ExecuteTemplate(io.Discard, "page", nil) // fails, but not before it has escaped the tree
	q := &quick{template: t, routines: map[routineKey]*routine{}}
	start, err := q.routine("page", reflect.TypeFor[*page]())
	if err != nil {
		return nil, err
	}
	q.start = start
	return q, nil
}

// write renders a page, or returns false: then nothing was written.
func (q *quick) write(out io.Writer, p *page) (done bool, err error) {
	if q == nil {
		return false, nil
	}
	f, _ := q.frames.Get().(*frame)
	if f == nil {
		f = &frame{}
	}
	defer q.frames.Put(f)
	data := reflect.ValueOf(p)
	f.out.Reset()
	f.root = data
	if !f.run(q.start, data) {
		return false, nil
	}
	_, err = f.out.WriteTo(out)
	return true, err
}

// run reports whether all went as expected. A nil pointer on the way to a field
// is a fault of the template, of which html/template will tell.
func (f *frame) run(r *routine, data reflect.Value) (done bool) {
	defer func() { done = recover() == nil }()
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
func (q *quick) routine(name string, data reflect.Type) (*routine, error) {
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

func (q *quick) list(nodes *parse.ListNode, in scope) ([]act, error) {
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

func (q *quick) node(n parse.Node, in scope) (act, error) {
	switch n := n.(type) {
	case *parse.TextNode:
		text := n.Text
		return func(f *frame, _ reflect.Value) { f.out.Write(text) }, nil
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
func (q *quick) branch(n *parse.BranchNode, in scope, moves bool) (act, error) {
	test, err := q.pipe(n.Pipe, in)
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
		v := test.of(f, dot)
		acts := other
		if truth(v) {
			acts = then
			if moves {
				dot = v
			}
		}
		for _, s := range acts {
			s(f, dot)
		}
	}, nil
}

func (q *quick) loop(n *parse.BranchNode, in scope) (act, error) {
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

func (q *quick) call(n *parse.TemplateNode, in scope) (act, error) {
	if n.Pipe == nil {
		return nil, fmt.Errorf("template %s without data", n.Name)
	}
	data, err := q.pipe(n.Pipe, in)
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
