package html

import (
	"fmt"
	"html/template"
	"io/fs"
	"reflect"
	"sync"

	"tonggao/generator/plan"
	"tonggao/generator/quick"
)

// Templates are template files that several writers share: they are parsed when
// the first of them is made, and never again. They are files as before for
// whoever reads them.
type Templates struct {
	fs.FS
	read func() (*parsed, error)
}

// Share returns templates that do not change any more.
func Share(templates fs.FS) *Templates {
	return &Templates{FS: templates, read: sync.OnceValues(func() (*parsed, error) { return readAll(templates) })}
}

// parsed is what templates are once they have been read.
type parsed struct {
	pages map[plan.Kind]*template.Template
	quick map[plan.Kind]func() *quick.Template // made when the first page of its kind is
}

// parsedOf reads templates, or takes what was read of shared ones.
func parsedOf(templates fs.FS) (*parsed, error) {
	if shared, ok := templates.(*Templates); ok {
		return shared.read()
	}
	return readAll(templates)
}

func readAll(templates fs.FS) (*parsed, error) {
	p := &parsed{pages: map[plan.Kind]*template.Template{}, quick: map[plan.Kind]func() *quick.Template{}}
	parts, err := template.New("").Funcs(functions).ParseFS(templates, "parts/*.html")
	if err != nil {
		return nil, fmt.Errorf("read page templates: %w", err)
	}
	for kind, name := range pageFiles {
		t, err := pageTemplate(parts, templates, name)
		if err != nil {
			return nil, err
		}
		p.pages[kind] = t
		p.quick[kind] = sync.OnceValue(func() *quick.Template {
			q, _ := quick.New(t, "page", reflect.TypeFor[*page](), functions) // where there is none, html/template writes the page
			return q
		})
	}
	return p, nil
}

func pageTemplate(parts *template.Template, templates fs.FS, name string) (*template.Template, error) {
	page, err := parts.Clone()
	if err == nil {
		page, err = page.ParseFS(templates, "pages/"+name+".html")
	}
	if err != nil {
		return nil, fmt.Errorf("read page template %s: %w", name, err)
	}
	return page, nil
}
