package amend

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestSetKeepsEveryOtherOctet(t *testing.T) {
	text := "\ufeff# 头\r\ntitle = \"甲\"  # 注\r\n\r\n[milestone.a]\r\nkind    = \"rule\"\r\nat      = \"2024-05-06\"   # 定了\r\n# 尾\r\n\r\n[milestone.b]\r\nkind = \"rule\"\r\n"
	got, err := Set(text, []string{"milestone", "a"}, []Value{{"at", `"2024-05-07"`}, {"label", `"新"`}, {"kind", `"rule"`}, {"why", ""}})
	want := strings.Replace(text, `"2024-05-06"   # 定了`+"\r\n", `"2024-05-07"   # 定了`+"\r\nlabel   = \"新\"\r\n", 1)
	if err != nil || got != want {
		t.Errorf("%v\n%q\n%q", err, got, want)
	}
	got, err = Set(text, []string{"milestone", "c"}, []Value{{"kind", `"rule"`}, {"tbd", "true"}, {"at", ""}})
	if want := text + "\r\n[milestone.c]\r\nkind = \"rule\"\r\ntbd  = true\r\n"; err != nil || got != want {
		t.Errorf("%v\n%q", err, got)
	}
	got, err = Set(text, nil, []Value{{"title", `"乙"`}, {"issued", "2024-05-01"}})
	if want := strings.Replace(text, "\"甲\"  # 注\r\n", "\"乙\"  # 注\r\nissued = 2024-05-01\r\n", 1); err != nil || got != want {
		t.Errorf("%v\n%q\n%q", err, got, want)
	}
	if got, err := Set(text, []string{"milestone", "b"}, []Value{{"kind", ""}}); err != nil || got != strings.TrimSuffix(text, "kind = \"rule\"\r\n") {
		t.Errorf("%v %q", err, got)
	}
}

// TestLinesKeepWhatStays changes one place of random texts with line ends of all kinds:
// the octets before and behind stay.
func TestLinesKeepWhatStays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	ends := []string{"\n", "\r\n"}
	for range 500 {
		var lines []string
		for range r.IntN(8) {
			lines = append(lines, strings.Repeat("字", r.IntN(3))+ends[r.IntN(2)])
		}
		old := strings.Join(lines, "")
		posted := strings.ReplaceAll(strings.ReplaceAll(old, "\r\n", "\n"), "\n", "\r\n")
		if got := Lines(old, posted); got != old {
			t.Fatalf("unchanged %q became %q", old, got)
		}
		at := r.IntN(len(lines) + 1)
		head, tail := strings.Join(lines[:at], ""), strings.Join(lines[at:], "")
		crlf := func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\n", "\r\n") }
		got := Lines(old, crlf(head)+"新\r\n"+crlf(tail))
		if !strings.HasPrefix(got, head) || !strings.HasSuffix(got, tail) || strings.Count(got, "新") != 1 {
			t.Fatalf("%q with a line at %d became %q", old, at, got)
		}
	}
}

func TestQuestionsAreAnsweredAlone(t *testing.T) {
	text := "# 请核对：标题\ntitle = \"甲\"\n\n# 别的\n# 请核对：时间\n[milestone.a]\nat = \"x # 请核对\"\nincludes_day = true  # 请核对：当日\n\n[milestone.b]\nkind = \"rule\"\n"
	var got []string
	for _, q := range Questions(text) {
		got = append(got, strings.Join(q.Table, ".")+"|"+q.Words)
	}
	if want := "|标题 milestone.a|时间 milestone.a|当日"; strings.Join(got, " ") != want {
		t.Error(got)
	}
	want := strings.Replace(strings.Replace(text, "# 请核对：时间\n", "", 1), "  # 请核对：当日", "", 1)
	if got := Answer(text, []string{"milestone", "a"}); got != want {
		t.Errorf("%q", got)
	}
	if got := Answer(text, nil); got != strings.TrimPrefix(text, "# 请核对：标题\n") {
		t.Errorf("%q", got)
	}
}
