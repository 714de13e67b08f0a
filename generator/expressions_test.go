package generator

import (
	"go/ast"
	"go/token"
	"regexp"
	"strconv"
	"testing"
)

// TestExpressionsAreWellFormed compiles every expression that the program compiles later:
// a wrong one is found here, not by who asks it. Those of the catalogue, which are made of a
// table, are all asked there for an error that nobody words.
func TestExpressionsAreWellFormed(t *testing.T) {
	files := sourceFiles(t)
	constants := map[[2]string]ast.Expr{} // by room and name
	for _, f := range files {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if v, is := n.(*ast.ValueSpec); is && len(v.Values) == len(v.Names) {
				for i, name := range v.Names {
					constants[[2]string{f.room, name.Name}] = v.Values[i]
				}
			}
			return true
		})
	}
	count := 0
	for _, f := range files {
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is || f.room == "catalog" {
				return true
			}
			if s, is := call.Fun.(*ast.SelectorExpr); !is || s.Sel.Name != "Compile" || !isNamed(s.X, "later") {
				return true
			}
			text, known := constantText(call.Args[0], func(name string) ast.Expr { return constants[[2]string{f.room, name}] })
			if _, err := regexp.Compile(text); !known || err != nil {
				t.Errorf("%s: no constant, or no expression: %v", f.set.Position(n.Pos()), err)
			}
			count++
			return true
		})
	}
	if count < 200 {
		t.Errorf("only %d expressions were met", count)
	}
}

func isNamed(x ast.Expr, name string) bool {
	i, is := x.(*ast.Ident)
	return is && i.Name == name
}

// constantText is the text that a constant expression has.
func constantText(x ast.Expr, constant func(string) ast.Expr) (text string, known bool) {
	switch x := x.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(x.Value)
		return text, err == nil
	case *ast.Ident:
		if value := constant(x.Name); value != nil {
			return constantText(value, constant)
		}
	case *ast.BinaryExpr:
		left, one := constantText(x.X, constant)
		right, other := constantText(x.Y, constant)
		return left + right, one && other && x.Op == token.ADD
	}
	return "", false
}
