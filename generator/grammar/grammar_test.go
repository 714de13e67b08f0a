package grammar_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"tonggao/generator/grammar"
)

// clauses are those of real notices.
func clauses(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../draft/testdata/notices/*.txt")
	if err != nil || len(files) < 20 {
		t.Fatal(files, err)
	}
	var all []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.FieldsFuncSeq(string(text), func(r rune) bool { return strings.ContainsRune("。\n\r", r) }) {
			all = append(all, grammar.Clauses(line)...)
		}
	}
	return all
}

// Of any clause that an office wrote: what is tidied is tidy, a stem has no longer stem, what
// is shortened is short and no character of it is cut in two; a verb stands in its clause.
func TestAnyClause(t *testing.T) {
	senses := 0
	for _, c := range clauses(t) {
		if tidy := grammar.Tidy(c); len(c) < 600 && grammar.Tidy(tidy) != tidy {
			t.Errorf("%q is tidied to %q, and that to %q", c, tidy, grammar.Tidy(tidy))
		}
		stem := grammar.Stem(c)
		if grammar.Stem(stem) != stem || !strings.HasPrefix(c, stem) || !grammar.Alike(c, stem, false) {
			t.Errorf("%q has the stem %q", c, stem)
		}
		for _, short := range []string{grammar.Within(c, 26), grammar.Shorten(c), grammar.LabelOf(c)} {
			if !utf8.ValidString(short) || utf8.RuneCountInString(short) > 121 {
				t.Errorf("%q is shortened to %q", c, short)
			}
		}
		senses += len(grammar.Senses(c, false))
	}
	if senses < 50 {
		t.Errorf("only %d verbs were found", senses)
	}
}

func TestNamesAreAlike(t *testing.T) {
	for _, x := range []struct {
		a, b            string
		strict, loosely bool
	}{
		{"医保窗口业务", "医保窗口", true, true},
		{"窗口业务办理", "窗口服务", true, true},
		{"网上申报平台", "网上申报", false, true},
		{"窗口", "热线", false, false},
	} {
		for _, pair := range [][2]string{{x.a, x.b}, {x.b, x.a}} {
			if grammar.Alike(pair[0], pair[1], false) != x.strict || grammar.Alike(pair[0], pair[1], true) != x.loosely {
				t.Errorf("%s and %s are not taken as they are", pair[0], pair[1])
			}
		}
	}
}

// A name that lists some of what another one lists is part of it, whatever else it lists; one
// that lists all of it is not.
func TestPartOf(t *testing.T) {
	for _, c := range []struct {
		name, whole string
		part        bool
	}{
		{"花卉展和灯展", "花卉展、盆景展、灯展", true}, {"灯展", "花卉展、灯展等", true}, {"灯展、茶艺表演", "花卉展、灯展", true},
		{"花卉展、灯展、茶艺表演", "花卉展、灯展", false}, {"茶艺表演", "花卉展、灯展", false}, {"灯展", "灯展", false},
	} {
		if got := grammar.PartOf(c.name, c.whole); got != c.part {
			t.Errorf("%s of %s: %v", c.name, c.whole, got)
		}
	}
}
