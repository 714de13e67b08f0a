package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// TestLinkedWorkFolderIsRefused holds that a link with the name of the work folder,
// which anyone can put into a shared folder, has no build clean up elsewhere.
func TestLinkedWorkFolderIsRefused(t *testing.T) {
	dir := t.TempDir()
	precious := filepath.Join(dir, "elsewhere", "new", "file")
	must(t, os.MkdirAll(filepath.Dir(precious), 0o755))
	must(t, os.WriteFile(precious, nil, 0o644))
	testkit.Symlink(t, "elsewhere", filepath.Join(dir, ".output.tonggao"))
	err := build(Options{Output: filepath.Join(dir, "output")}, map[string]string{"index.html": "1"})
	if err == nil || !strings.Contains(err.Error(), "is a link") {
		t.Errorf("the error is %v", err)
	}
	if _, err := os.Stat(precious); err != nil {
		t.Errorf("a file elsewhere is lost: %v", err)
	}
}
