package look

import (
	"html/template"
	"reflect"
	"sync"

	"tonggao/generator/message"
	"tonggao/generator/quick"
)

// A Page is a page template with the parts that pages share.
type Page struct {
	*template.Template
	Quick func(data reflect.Type) *quick.Template // nil where there is no quick way: then the template writes
}

// Page returns the page template of a name, parsed once; functions are what it may call,
// the same at every call.
func (l *Look) Page(name string, functions template.FuncMap) (*Page, error) {
	return l.pages.get(name, func() (*Page, error) { return l.page(name, functions) })
}

func (l *Look) page(name string, functions template.FuncMap) (*Page, error) {
	parts, err := l.shared(functions)
	if err == nil {
		parts, err = parts.Clone()
	}
	if err == nil {
		parts, err = parts.ParseFS(l.files, "pages/"+name+".html")
	}
	if err != nil {
		return nil, message.Errorf("read page template %s: %w", name, err)
	}
	var once sync.Once
	var fast *quick.Template
	return &Page{Template: parts, Quick: func(data reflect.Type) *quick.Template {
		once.Do(func() { fast, _ = quick.New(parts, "page", data, functions) })
		return fast
	}}, nil
}

// shared are the parts of parts/, parsed once.
func (l *Look) shared(functions template.FuncMap) (*template.Template, error) {
	return l.parts.get("", func() (*template.Template, error) {
		parts, err := template.New("").Funcs(functions).ParseFS(l.files, "parts/*.html")
		if err != nil {
			return nil, message.Errorf("read page templates: %w", err)
		}
		return parts, nil
	})
}
