package plan_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/prints"
)

// TestEveryKindIsKept holds that no kind of output is missing from the list by which the
// plan keeps them.
func TestEveryKindIsKept(t *testing.T) {
	listed := map[plan.Kind]bool{}
	for _, k := range plan.Kinds {
		if listed[k] {
			t.Errorf("%s is listed twice", k)
		}
		listed[k] = true
	}
	declared := 0
	for _, k := range kindsDeclared(t) {
		declared++
		if !listed[k] {
			t.Errorf("%s is not listed", k)
		}
	}
	if declared+len(prints.All) != len(plan.Kinds) {
		t.Errorf("%d kinds are declared and %d sheets, %d kinds listed", declared, len(prints.All), len(plan.Kinds))
	}
}

// kindsDeclared are the constants of type Kind.
func kindsDeclared(t *testing.T) []plan.Kind {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all []plan.Kind
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, is := n.(*ast.ValueSpec)
			if !is {
				return true
			}
			if of, named := spec.Type.(*ast.Ident); !named || of.Name != "Kind" {
				return true
			}
			for _, v := range spec.Values {
				text, err := strconv.Unquote(v.(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				all = append(all, plan.Kind(text))
			}
			return true
		})
	}
	return all
}
