// Package look is the second thing that a site is made from, beside its authors' files:
// how everything looks. It is the only room that reads templates/: page templates,
// styles and scripts, typefaces, drawings, print settings. Each part is read when it is
// first asked for and never again, so that one value serves many builds; whoever edits
// templates makes a new one for each.
//
// It knows no notice and no page: html says what its templates are called and what they
// may call, sheet which face it wants. A Look may be used from many goroutines.
//
// Begin reading at Look.
package look

import (
	"errors"
	"html/template"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/typeset"
)

// A Look is what stands in a folder of templates.
type Look struct {
	files *steady
	print func() (printed, error)
	parts kept[*template.Template]
	pages kept[*Page]
	faces kept[*typeset.Face]
	texts kept[string]
}

type printed struct {
	settings site.Print
	problems problem.List
}

// New returns the look of templates that do not change any more.
func New(templates fs.FS) *Look {
	l := &Look{files: keepSteady(templates)}
	l.print = sync.OnceValues(func() (p printed, err error) {
		p.settings, p.problems, err = readPrint(l.files)
		return p, err
	})
	return l
}

// Print returns the print settings, and what is wrong with them. The error is the
// machine's.
func (l *Look) Print() (site.Print, problem.List, error) {
	p, err := l.print()
	return p.settings, p.problems, err
}

// Face opens a typeface, once. One that cannot be opened is tried again.
func (l *Look) Face(path string) (*typeset.Face, error) {
	return l.faces.get(path, func() (*typeset.Face, error) { return typeset.Open(l.files, path) })
}

// Faces opens typefaces, side by side. One that cannot be opened is not among them: Face tells.
func (l *Look) Faces(paths ...string) []*typeset.Face {
	faces := make([]*typeset.Face, len(paths))
	var opened sync.WaitGroup
	for i, path := range paths {
		opened.Go(func() { faces[i], _ = l.Face(path) })
	}
	opened.Wait()
	return slices.DeleteFunc(faces, func(f *typeset.Face) bool { return f == nil })
}

// Assets lists the files in assets/, by their names there.
func (l *Look) Assets() ([]string, error) {
	entries, err := fs.ReadDir(l.files, "assets")
	if err != nil {
		return nil, message.Errorf("list assets: %w", err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// Asset returns a file of assets/.
func (l *Look) Asset(name string) (string, error) {
	text, err := l.text("assets/" + name)
	if err != nil {
		return "", message.Errorf("read asset: %w", err)
	}
	return text, nil
}

func (l *Look) text(name string) (string, error) {
	return l.texts.get(name, func() (string, error) {
		text, err := l.files.ReadFile(name)
		return string(text), err
	})
}

// Drawing returns an SVG drawing, from where it begins.
func (l *Look) Drawing(name string) (string, error) {
	text, err := l.text(name)
	if err != nil {
		return "", message.Errorf("read logo: %w", err)
	}
	return text[max(0, strings.Index(text, "<svg")):], nil
}

// Lacks holds the colours and the logo that site.toml names against the style sheet and
// the drawings. The error is the machine's.
func (l *Look) Lacks(m site.Mark) (problem.List, error) {
	problems, err := l.lacksColors(m.Colors)
	if m.Logo == "" || err != nil {
		return problems, err
	}
	drawing, err := l.Drawing(m.Logo)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		problems.Add(m.LogoAt, l.nearestDrawing(m.Logo), "logo = %q: the templates have no such file", m.Logo)
	case err != nil:
		return nil, err
	case !strings.HasPrefix(drawing, "<svg"):
		problems.Add(m.LogoAt, "save the drawing as SVG", "logo = %q is a file without a drawing", m.Logo)
	}
	return problems, nil
}

// nearestDrawing names the drawing that was meant, or how to bring one in.
func (l *Look) nearestDrawing(written string) message.Text {
	known, _ := fs.Glob(l.files, "*/*.svg") // the pattern is well formed
	if hint := problem.DidYouMean(written, known); !hint.Empty() {
		return hint
	}
	return message.Say("put it into a copy of templates/ and name that with --templates")
}

// Files returns the folder, for who takes the sum of what is in it. A file that is not any
// more what the look read of it cannot be read.
func (l *Look) Files() fs.FS { return l.files }
