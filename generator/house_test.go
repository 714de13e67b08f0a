package generator

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A sourceFile is one Go file of the program, tests left out.
type sourceFile struct {
	room    string // the folder under generator; "" for generator itself
	path    string
	imports []string
	syntax  *ast.File
	lines   int
	set     *token.FileSet
}

func sourceFiles(t *testing.T) []sourceFile {
	t.Helper()
	var files []sourceFile
	set := token.NewFileSet()
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		syntax, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		f := sourceFile{room: strings.TrimPrefix(path.Dir(filepath.ToSlash(name)), "."), path: name, syntax: syntax, set: set,
			lines: set.Position(syntax.End()).Line}
		for _, i := range syntax.Imports {
			value, _ := strconv.Unquote(i.Path.Value)
			f.imports = append(f.imports, value)
		}
		files = append(files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// rooms reads the table of the package comment: what each room may import.
func rooms(t *testing.T) map[string][]string {
	t.Helper()
	file, err := os.Open("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	table, inside := map[string][]string{}, false
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := strings.TrimPrefix(lines.Text(), "//")
		inside = inside && !strings.HasPrefix(line, " #") || line == " # Rooms"
		room, may, found := strings.Cut(strings.TrimSpace(line), ":")
		if inside && found && strings.HasPrefix(line, "\t") {
			table[room] = strings.Fields(may)
		}
	}
	return table
}

func TestRoomsImportOneWay(t *testing.T) {
	table := rooms(t)
	for _, f := range sourceFiles(t) {
		if f.room == "" || f.room == "testkit" {
			continue
		}
		may, known := table[f.room]
		if !known {
			t.Errorf("%s: the room %s is not in doc.go", f.path, f.room)
			continue
		}
		for _, i := range f.imports {
			room, ours := strings.CutPrefix(i, "tonggao/generator/")
			if ours && room != "message" && !slices.Contains(may, room) && !slices.Contains(may, "*") {
				t.Errorf("%s: %s may not import %s", f.path, f.room, room)
			}
			if i == "tonggao/generator" && !slices.Contains(may, "generator") && !slices.Contains(may, "*") {
				t.Errorf("%s: %s imports the house that it stands in", f.path, f.room)
			}
		}
	}
	for room := range table {
		if _, err := os.Stat(room); err != nil {
			t.Errorf("doc.go tells of a room %s, which is not there", room)
		}
	}
}

// doors says which room alone may import what.
var doors = map[string][]string{
	"os":                                {"arrival", "command", "disk", "manifest", "profile", "publish", "rewrite", "signing", "survey", "verify", "testkit"},
	"os/exec":                           {"arrival", "testkit"},
	"log":                               {},
	"log/slog":                          {},
	"github.com/BurntSushi/toml":        {"toml"},
	"github.com/yuin/goldmark":          {"prose"},
	"github.com/go-pdf/fpdf":            {"pdf"},
	"rsc.io/qr":                         {"code"},
	"github.com/go-text/typesetting":    {"typeset"},
	"golang.org/x/image/vector":         {"picture"},
	"golang.org/x/image/font":           {"picture"},
	"github.com/spf13/cobra":            {"command", "usage"},
	"html/template":                     {"html", "quick", "look", "forms"},
	"text/template":                     {},
	"github.com/mozillazg/go-pinyin":    {},
	"aead.dev/minisign":                 {"manifest"},
	"github.com/fsnotify/fsnotify":      {"desk"},
	"github.com/schollz/progressbar/v3": {"command"},
	"github.com/klauspost/compress":     {"pack", "pdf", "typeset"},
}

func TestLibrariesHaveOneDoor(t *testing.T) {
	for _, f := range sourceFiles(t) {
		for _, i := range f.imports {
			for library, allowed := range doors {
				if (i == library || strings.HasPrefix(i, library+"/") && strings.Contains(library, ".")) && !slices.Contains(allowed, f.room) {
					t.Errorf("%s: %s is imported outside its door (%v)", f.path, i, allowed)
				}
			}
		}
	}
}

func TestOnlyCommandHasAClock(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if f.room == "command" || f.room == "testkit" {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && slices.Contains([]string{"Now", "Since", "Until"}, s.Sel.Name) {
					t.Errorf("%s: time.%s reads the clock", f.set.Position(n.Pos()), s.Sel.Name)
				}
			}
			return true
		})
	}
}

func TestFilesAndFunctionsStaySmall(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if f.lines > 300 {
			t.Errorf("%s has %d lines; 300 is the most", f.path, f.lines)
		}
		for _, d := range f.syntax.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if fn.Name.Name == "init" {
				t.Errorf("%s: no init", f.path)
			}
			if lines := f.set.Position(fn.End()).Line - f.set.Position(fn.Pos()).Line; lines > 80 {
				t.Errorf("%s: %s has %d lines; 80 is the most", f.path, fn.Name.Name, lines)
			}
		}
	}
}

// largest is how many lines a room may have, its tests left out. Whoever enters a larger
// one opens too many files before the right one.
const largest = 2800

// tooLarge are rooms that are being emptied. Nothing is added to this list.
var tooLarge = []string{}

func TestRoomsStaySmall(t *testing.T) {
	lines := map[string]int{}
	for _, f := range sourceFiles(t) {
		lines[f.room] += f.lines
	}
	for room, n := range lines {
		switch exempt := slices.Contains(tooLarge, room); {
		case n > largest && !exempt:
			t.Errorf("the room %s has %d lines; %d is the most", room, n, largest)
		case n <= largest && exempt:
			t.Errorf("the room %s has %d lines: take it from the list of rooms that are too large", room, n)
		}
	}
}

var begins = regexp.MustCompile(`Begin (?:reading )?(?:at|with) ([A-Za-z]+(?:\.[A-Za-z]+)?)`)

// Whoever enters a room is told where to begin, and finds it there.
func TestRoomsSayWhereToBegin(t *testing.T) {
	comments, names := map[string]string{}, map[string]map[string]bool{}
	for _, f := range sourceFiles(t) {
		if f.room == "" {
			continue
		}
		if f.syntax.Doc != nil {
			if comments[f.room] != "" {
				t.Errorf("%s: the room %s has another comment", f.path, f.room)
			}
			comments[f.room] = strings.Join(strings.Fields(f.syntax.Doc.Text()), " ")
		}
		if names[f.room] == nil {
			names[f.room] = map[string]bool{}
		}
		for _, name := range declared(f.syntax) {
			names[f.room][name] = true
		}
	}
	for room, has := range names {
		if found := begins.FindStringSubmatch(comments[room]); found == nil {
			t.Errorf("%s does not say where to begin reading", room)
		} else if !has[found[1]] {
			t.Errorf("%s: reading begins at %s, which is not there", room, found[1])
		}
	}
}

// declared lists what a file declares, a method also as Type.Method.
func declared(file *ast.File) []string {
	var names []string
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			name := d.Name.Name
			if d.Recv != nil {
				kind := d.Recv.List[0].Type
				if star, ok := kind.(*ast.StarExpr); ok {
					kind = star.X
				}
				if receiver, ok := kind.(*ast.Ident); ok {
					names = append(names, receiver.Name+"."+name)
				}
			}
			names = append(names, name)
		case *ast.GenDecl:
			for _, s := range d.Specs {
				if s, ok := s.(*ast.TypeSpec); ok {
					names = append(names, s.Name.Name)
				}
			}
		}
	}
	return names
}

var houseFile = regexp.MustCompile(`generator/[A-Za-z0-9_./-]*[A-Za-z0-9_]`)

// A file that documents name is where they say.
func TestDocumentsNameWhatIsThere(t *testing.T) {
	documents, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, document := range append(documents, "../README.md", "../README.zh-CN.md", "../SECURITY.md") {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range houseFile.FindAllString(string(text), -1) {
			if _, err := os.Stat("../" + name); err != nil {
				t.Errorf("%s names %s, which is not there", document, name)
			}
		}
	}
}

func TestEverythingExportedIsExplained(t *testing.T) {
	for _, f := range sourceFiles(t) {
		for _, d := range f.syntax.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && !isMethodOfHidden(d) {
					t.Errorf("%s: %s has no comment", f.set.Position(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				unexplained(t, f, d)
			}
		}
	}
}

func isMethodOfHidden(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return false
	}
	kind := d.Recv.List[0].Type
	if star, ok := kind.(*ast.StarExpr); ok {
		kind = star.X
	}
	name, ok := kind.(*ast.Ident)
	return !ok || !name.IsExported()
}

func unexplained(t *testing.T, f sourceFile, d *ast.GenDecl) {
	t.Helper()
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
				t.Errorf("%s: %s has no comment", f.set.Position(s.Pos()), s.Name.Name)
			}
		case *ast.ValueSpec:
			if s.Names[0].IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
				t.Errorf("%s: %s has no comment", f.set.Position(s.Pos()), s.Names[0].Name)
			}
		}
	}
}
