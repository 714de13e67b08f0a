package folders

import "testing"

func TestIDLeavesTheOrderOut(t *testing.T) {
	for base, want := range map[string]string{"10-guide.md": "guide", "guide.md": "guide", "10.md": "10", "-x.md": "-x", "10-.md": "", "7-2-a.md": "2-a", "1a-b.md": "1a-b", "10-问答.md": "问答"} {
		if got := (&Fragment{Base: base}).ID(); got != want {
			t.Errorf("%s is %q, not %q", base, got, want)
		}
	}
}
