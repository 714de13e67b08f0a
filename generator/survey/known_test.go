package survey

import "testing"

func TestLineOfAFolder(t *testing.T) {
	k := Known{Names{"/index.html/event ics.ics", "/for/texts"}, Mark{1, 31: 2}, Stamp{3}, Stamp{15: 4}}
	for _, folder := range []string{".", "a/b c", ""} {
		line := appendLine(nil, folder, k)
		if name, got, ours := readLine(line[:len(line)-1], map[string]string{}); !ours || name != folder || got != k {
			t.Errorf("%q is read as %q, %+v, %v", line, name, got, ours)
		}
		for n := range len(line) - 1 { // a part of it may be a line of other names, and no other sums
			if _, got, ours := readLine(line[:n], map[string]string{}); ours && got.Mark != k.Mark {
				t.Errorf("%q is read as %+v", line[:n], got)
			}
		}
	}
	k.Files = "/two\nlines"
	if line := appendLine(nil, "a", k); line != nil {
		t.Errorf("a name of two lines is told of: %q", line)
	}
}
