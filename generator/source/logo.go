package source

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// Logo holds the logo that site.toml names against the templates: it is an SVG
// drawing there. The error is the machine's.
func Logo(templates fs.FS, m site.Mark) (problem.List, error) {
	var problems problem.List
	if m.Logo == "" {
		return nil, nil
	}
	drawing, err := fs.ReadFile(templates, m.Logo)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		problems.Add(m.LogoAt, nearestDrawing(templates, m.Logo), "logo = %q: the templates have no such file", m.Logo)
	case err != nil:
		return nil, fmt.Errorf("read logo: %w", err)
	case !bytes.Contains(drawing, []byte("<svg")):
		problems.Add(m.LogoAt, "save the drawing as SVG", "logo = %q is a file without a drawing", m.Logo)
	}
	return problems, nil
}

// nearestDrawing names the drawing that was meant, or how to bring one in.
func nearestDrawing(templates fs.FS, written string) string {
	known, _ := fs.Glob(templates, "*/*.svg") // the pattern is well formed
	if hint := problem.DidYouMean(written, known); hint != "" {
		return hint
	}
	return "put it into a copy of templates/ and name that with --templates"
}
