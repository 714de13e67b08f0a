package verify

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/manifest"
	"tonggao/generator/testkit"
)

// TestEndlessFilesAreNotRead puts a device, and a file larger than memory, where
// verify and diff read whole files of folders that somebody else made.
func TestEndlessFilesAreNotRead(t *testing.T) {
	for _, name := range []string{manifest.Name, "notices.json", "js/cut/index.html"} {
		for what, put := range map[string]func(name string) error{
			"device": func(name string) error { testkit.Symlink(t, "/dev/zero", name); return nil },
			"sparse": func(name string) error { return errors.Join(os.WriteFile(name, nil, 0o644), os.Truncate(name, 1<<40)) },
		} {
			dir := published(t, oldTree)
			file := filepath.Join(dir, filepath.FromSlash(name))
			_ = os.Remove(file)
			must(t, put(file))
			_, err := manifest.Load(dir, "")
			if name != manifest.Name {
				_, err = Diff(published(t, oldTree), dir)
			}
			if err == nil || !strings.Contains(err.Error(), filepath.Base(name)) {
				t.Errorf("%s as a %s: %v", name, what, err)
			}
		}
	}
}
