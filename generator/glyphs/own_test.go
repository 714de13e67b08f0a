package glyphs

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/sheet"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

var repository = os.DirFS("../..")

// TestOwn finds the characters of the texts in the rooms that word prints.
func TestOwn(t *testing.T) {
	var found []rune
	for _, room := range []string{"article", "course", "lexicon", "outline", "phrase", "prints", "site"} {
		files, err := fs.Glob(repository, path.Join("generator", room, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if base := path.Base(name); strings.HasSuffix(base, "_test.go") {
				continue
			}
			found = append(found, literals(t, name)...)
		}
	}
	slices.Sort(found)
	if want := string(slices.Compact(found)); own != want {
		t.Errorf("write in own.go\nconst own = `%s`", want)
	}
}

// literals are the characters beyond ASCII in the texts of a source file.
func literals(t *testing.T, name string) (found []rune) {
	t.Helper()
	text, err := fs.ReadFile(repository, name)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if notPrinted(n) {
			return false
		}
		if l, ok := n.(*ast.BasicLit); ok && (l.Kind == token.STRING || l.Kind == token.CHAR) {
			value, err := strconv.Unquote(l.Value)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range value {
				if r > '~' {
					found = append(found, r)
				}
			}
		}
		return true
	})
	return found
}

// notPrinted tells words in traditional characters, in which no print is made, and patterns
// that read.
func notPrinted(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ValueSpec:
		return strings.Contains(n.Names[0].Name, "raditional")
	case *ast.KeyValueExpr:
		language, ok := n.Key.(*ast.SelectorExpr)
		return ok && language.Sel.Name == "Traditional"
	case *ast.CallExpr:
		call, ok := n.Fun.(*ast.SelectorExpr)
		return ok && call.Sel.Name == "MustCompile"
	}
	return false
}

// TestNoPrintHasMore looks through the prints of any sites with faces that have what Check
// takes them to be made of, and no more: nothing may be missing.
func TestNoPrintHasMore(t *testing.T) {
	sites := []fs.FS{testkit.Regions(), testkit.Nation(40)}
	for seed := range uint64(150) {
		sites = append(sites, testkit.AnySite(rand.New(rand.NewPCG(seed, 7))))
	}
	read := 0
	for i, files := range sites {
		s, _, err := source.Read(files)
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue // refused
		}
		read++
		p, _ := plan.Make(s, plan.Options{})
		if problems := search(p, charactersOf(s).has); len(problems) > 0 {
			t.Errorf("site %d: %v", i, problems)
		}
	}
	if read < 50 {
		t.Errorf("only %d sites were read", read)
	}
}

func (s *set) has(r rune) bool { return s[r/64]>>(r%64)&1 == 1 }

// TestOwnFacesHaveAll holds that the short way is taken: the program's faces have all that
// prints of the repository's site are made of.
func TestOwnFacesHaveAll(t *testing.T) {
	s, _, err := source.Read(testkit.Regions())
	if err != nil || s == nil {
		t.Fatal(err)
	}
	p, _ := plan.Make(s, plan.Options{})
	faces, _, err := sheet.New(look.New(testkit.Templates()), p)
	if err != nil {
		t.Fatal(err)
	}
	charactersOf(s).all(func(r rune) bool {
		if !faces.Has(r) {
			t.Errorf("no face has %c", r)
		}
		return true
	})
}
