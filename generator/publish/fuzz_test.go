package publish

import "testing"

// FuzzCreate asks for any path: what is created is below the tree.
func FuzzCreate(f *testing.F) {
	for _, path := range []string{"a/b.html", "../x", "/etc/passwd", "a/../../x", `..\x`, "a\x00b", "con", ".git/config"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		s := &Stage{tree: t.TempDir(), made: map[string]bool{}}
		if name, err := s.place(path); err == nil && !within(name, s.tree) {
			t.Errorf("%q is placed at %s", path, name)
		}
	})
}
