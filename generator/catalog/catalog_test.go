package catalog

import (
	"errors"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/go/packages"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/testkit"
)

// A sentence is a form in the source, with how many values stand behind it; -1 where a
// list of them is spread.
type sentence struct {
	at, form string
	hint     string // of a problem, where it is constant
	values   int
	problem  bool // the message of a problem
}

// speakers are the functions that take a form, and which of their arguments it is.
var speakers = map[string]int{
	"tonggao/generator/message.Say": 0, "tonggao/generator/message.Errorf": 0, "tonggao/generator/message.New": 0,
	"(*tonggao/generator/problem.List).Add": 2, "(*tonggao/generator/problem.List).Warn": 2,
	"(*tonggao/generator/problem.List).Note": 2, "(*tonggao/generator/problem.List).Bar": 2,
	"(*tonggao/generator/command.terminal).say": 0, "(*tonggao/generator/command.terminal).tell": 0,
	"(*tonggao/generator/command.terminal).warn": 0, "(*tonggao/generator/command.terminal).write": 1,
	"(tonggao/generator/arrival.Visitor).tell": 0, "(tonggao/generator/arrival.Visitor).ask": 0,
	"(tonggao/generator/verify.teller).say": 0, "(tonggao/generator/verify.teller).write": 0,
	"(tonggao/generator/verify.reprint).print": 1, "(tonggao/generator/verify.reprint).takeDown": 1,
	"tonggao/generator/message.Count": 2,
}

// reports are the speakers that report a problem, whose hint stands before the form.
func reports(name string) bool { return strings.HasPrefix(name, "(*tonggao/generator/problem.List)") }

// spoken are the sentences of the program's source, read from its syntax and types.
func spoken(t *testing.T) []sentence {
	t.Helper()
	testkit.Need(t, "go")
	all, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps | packages.NeedFiles | packages.NeedCompiledGoFiles}, "tonggao/...")
	if err != nil {
		t.Fatal(err)
	}
	var found []sentence
	for _, p := range all {
		for _, file := range p.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					found = append(found, said(p, call)...)
				}
				return true
			})
		}
	}
	if len(found) < 300 {
		t.Fatalf("the source has %d sentences", len(found))
	}
	return found
}

func said(p *packages.Package, call *ast.CallExpr) []sentence {
	name := called(p, call)
	place, speaks := speakers[name]
	if !speaks || len(call.Args) <= place {
		return nil
	}
	at := p.Fset.Position(call.Pos()).String()
	var found []sentence
	values := len(call.Args) - place - 1
	if call.Ellipsis.IsValid() {
		values = -1
	}
	if form, ok := constantOf(p, call.Args[place]); ok {
		s := sentence{at: at, form: form, values: values, problem: reports(name)}
		if s.problem {
			s.hint, _ = constantOf(p, call.Args[1])
		}
		found = append(found, s)
	}
	if name == "tonggao/generator/message.Count" {
		one, _ := constantOf(p, call.Args[1])
		found = append(found, sentence{at: at, form: one})
	}
	if reports(name) {
		if hint, ok := constantOf(p, call.Args[1]); ok && hint != "" {
			found = append(found, sentence{at: at, form: hint})
		}
	}
	return found
}

func called(p *packages.Package, call *ast.CallExpr) string {
	var name *ast.Ident
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel
	case *ast.Ident:
		name = f
	default:
		return ""
	}
	if f, ok := p.TypesInfo.Uses[name].(*types.Func); ok {
		return f.FullName()
	}
	return ""
}

func constantOf(p *packages.Package, e ast.Expr) (string, bool) {
	v := p.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

// same are forms that need no Chinese: they have no words.
func wordless(form string) bool {
	return !strings.ContainsFunc(verb.ReplaceAllString(form, ""), unicode.IsLetter)
}

var verb = regexp.MustCompile(`%(?:\[([0-9]+)\])?[-+# 0]*[0-9]*(?:\.[0-9]+)?([a-zA-Z%])`)

// verbs are the verbs of a form by the value that each is for.
func verbs(form string) map[int][]string {
	found := map[int][]string{}
	next := 1
	for _, v := range verb.FindAllStringSubmatch(form, -1) {
		if v[2] == "%" {
			continue
		}
		if v[1] != "" {
			next, _ = strconv.Atoi(v[1])
		}
		found[next] = append(found[next], v[2])
		next++
	}
	return found
}

// TestEverySentenceIsKnown reads the program's source: each sentence is in the catalogue,
// problems have a code, and each form has as many verbs as values.
func TestEverySentenceIsKnown(t *testing.T) {
	used := map[string]bool{}
	for _, s := range spoken(t) {
		used[s.form] = true
		e, ok := known[s.form]
		if !ok && !wordless(s.form) {
			t.Errorf("%s: %q has no Chinese", s.at, s.form)
		}
		if s.problem && e.code == "" && !wordless(s.form) {
			t.Errorf("%s: %q has no code", s.at, s.form)
		}
		if n := len(verbs(s.form)); s.values >= 0 && n != s.values && s.values > 0 {
			t.Errorf("%s: %q has %d verbs for %d values", s.at, s.form, n, s.values)
		}
	}
}

// TestTranslationsFit compares the two forms of each sentence: the same verbs for the same
// values, Chinese that is Chinese, no code twice.
func TestTranslationsFit(t *testing.T) {
	codes := map[string]string{}
	for _, list := range lists {
		for _, e := range list {
			if en, zh := verbs(e.english), verbs(e.chinese); !maps.EqualFunc(en, zh, func(a, b []string) bool { return slices.Equal(a[:1], b[:1]) }) {
				t.Errorf("%q and %q have other verbs: %v, %v", e.english, e.chinese, en, zh)
			}
			if !strings.ContainsFunc(e.chinese, func(r rune) bool { return unicode.Is(unicode.Han, r) }) && !wordless(e.english) {
				t.Errorf("%q is not Chinese", e.chinese)
			}
			if before, twice := codes[e.code]; twice && e.code != "" && before != e.english {
				t.Errorf("the code %s is of %q and of %q", e.code, before, e.english)
			}
			codes[e.code] = e.english
		}
	}
}

// TestWordsOfAProblem puts texts in texts and values into both languages.
func TestWordsOfAProblem(t *testing.T) {
	var l problem.List
	l.Warn(problem.Position{File: "regions/a/notice.toml", Line: 12, Column: 9}, problem.DidYouMean("suspnd", []string{"suspend", "resume"}), "%s = %q is not known", "kind", "suspnd")
	for language, want := range map[Language]string{
		English: "regions/a/notice.toml:12:9: warning: kind = \"suspnd\" is not known\n    did you mean suspend?",
		Chinese: "regions/a/notice.toml:12:9：警告：kind 写成了 \"suspnd\"，没有这个值\n    是不是 suspend？",
	} {
		if got := language.Problem(l[0]); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if Code(l[0]) != "value-unknown" {
		t.Errorf("code %q", Code(l[0]))
	}
	err := fmt.Errorf("outside: %w", message.Errorf("read the signature: %w", message.New("not what it claims to be")))
	if got := Chinese.Error(err.(interface{ Unwrap() error }).Unwrap()); got != "读取签名：与所称不符" {
		t.Error(got)
	}
	several := errors.Join(message.New("not what it claims to be"), nil, fmt.Errorf("outside: %w", fs.ErrNotExist))
	if got := Chinese.Error(several); !strings.HasPrefix(got, "与所称不符\n") {
		t.Error(got)
	}
}

// TestOthersWordsDoNotAct tells of what neither a terminal nor a browser must be given as it
// is, as lines, for programs and as an error of the system.
func TestOthersWordsDoNotAct(t *testing.T) {
	const bad, shown = "a\x1b[31m\xe7\u202e", `a\u001b[31m\xe7\u202e`
	var l problem.List
	l.Add(problem.Position{File: bad}, message.Say("did you mean %s?", bad), "{{%s}} is no placeholder", bad)
	both := Both(l[0])
	for _, language := range []Language{English, Chinese} {
		for what, got := range map[string]string{
			"a problem": language.Problem(l[0]), "an error": language.Error(message.Errorf("read text: %w", errors.New(bad))),
			"a system's error": language.Error(&fs.PathError{Op: "open", Path: bad, Err: fs.ErrNotExist}), "a library's": language.Error(errors.New(bad)),
			"a message": both.Message, "one in Chinese": both.Chinese.Message, "a hint": both.Hint, "values": strings.Join(both.Values, ""),
		} {
			if !strings.Contains(got, shown) || strings.ContainsAny(got, "\x1b\u202e") || !utf8.ValidString(got) {
				t.Errorf("%s, %s: %q", language, what, got)
			}
		}
	}
}
