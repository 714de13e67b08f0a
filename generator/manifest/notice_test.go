package manifest

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// oddTexts stand in JSON as they are, or with escapes, or not at all.
var oddTexts = []string{"", "a/b", "关于停机的通告——第 2 号", "a\"b", "<b>&", "\\", "\u2028", "\u2029县", "\xe2\x80", "\xff", "\x7f", "\x00", "\t", "\ufffd", `","title":"`}

func oddNotice(r *rand.Rand, texts []string) Notice {
	text := func() string { return texts[r.IntN(len(texts))] }
	n := Notice{ID: text(), Title: text(), Region: text(), Revision: r.IntN(30) - 3, On: text(), Gone: r.IntN(2) == 0}
	for range r.IntN(4) {
		n.Sheets = append(n.Sheets, Sheet{text(), r.IntN(1e6), text(), r.IntN(2) == 0})
	}
	for range r.IntN(3) {
		n.Former = append(n.Former, text())
	}
	for range r.IntN(4) {
		n.Sections = append(n.Sections, Section{text(), text()})
	}
	return n
}

// TestNoticesAreSpelledAndReadAsJSON holds both ways against encoding/json.
func TestNoticesAreSpelledAndReadAsJSON(t *testing.T) {
	r, quickly := rand.New(rand.NewPCG(3, 8)), 0
	for range 2000 {
		texts := oddTexts
		if r.IntN(2) == 0 {
			texts = texts[:3]
		}
		n := oddNotice(r, texts)
		line := string(appendNotice(nil, &n))
		if want := string(quote(n)); line != want {
			t.Fatalf("%s, want %s", line, want)
		}
		var want Notice
		must(t, json.Unmarshal([]byte(line), &want))
		got, ours := noticeIn(line)
		if ours {
			quickly++
		}
		if ours && !reflect.DeepEqual(got, want) {
			t.Fatalf("%s is read as %+v", line, got)
		}
	}
	if quickly < 500 {
		t.Errorf("%d of 2000 are read without a reader of JSON", quickly)
	}
}

// FuzzNotice reads lines that somebody else wrote as a reader of JSON does, or not at all.
func FuzzNotice(f *testing.F) {
	r := rand.New(rand.NewPCG(3, 9))
	for range 40 {
		n := oddNotice(r, oddTexts)
		line := string(appendNotice(nil, &n))
		f.Add(line)
		f.Add(strings.Replace(line, `,"`, `, "`, 1))
		f.Add(strings.ReplaceAll(line, `true`, `false`))
		f.Add(strings.ReplaceAll(line, `"revision":`, `"revision":0`))
		f.Add(line[:r.IntN(len(line))])
	}
	f.Fuzz(func(t *testing.T, line string) {
		got, ours := noticeIn(line)
		if !ours {
			return
		}
		var want Notice
		must(t, json.Unmarshal([]byte(line), &want))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q is read as %+v, and as JSON as %+v", line, got, want)
		}
	})
}
