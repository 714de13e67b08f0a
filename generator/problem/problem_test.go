package problem

import "testing"

// TestProblemsCannotForgeLines holds that what authors write into names and keys
// neither colours a terminal nor looks like a line of the program's own.
func TestProblemsCannotForgeLines(t *testing.T) {
	p := Problem{Position: Position{File: "regions/a\x1b[31m\nregions/b", Line: 1, Column: 2}, Message: "the key \u202ek\n is not known", Hint: "did you mean 停\u2028?"}
	want := "regions/a\\u001b[31m\\u000aregions/b:1:2: the key \\u202ek\\u000a is not known\n    did you mean 停\\u2028?"
	if got := p.String(); got != want {
		t.Errorf("have %q\nwant %q", got, want)
	}
}

// FuzzNearest looks for any word among any others.
func FuzzNearest(f *testing.F) {
	f.Add("setlement", "settlement", "counter")
	f.Add("", "", "\xff")
	f.Fuzz(func(t *testing.T, written, a, b string) {
		if near := Nearest(written, []string{a, b}); near != "" && near != a && near != b {
			t.Errorf("%q is near %q", written, near)
		}
	})
}
