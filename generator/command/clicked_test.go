package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/catalog"
)

// TestWindowStaysOpen holds that a failure is told before the window closes, which waits
// for a key.
func TestWindowStaysOpen(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "regions"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	var window bytes.Buffer
	in := strings.NewReader("\n\n")
	term := &terminal{out: &window, err: &window, lang: catalog.Chinese}
	term.clicked(in)
	if !strings.Contains(window.String(), "出错：") {
		t.Fatalf("nothing is told:\n%s", &window)
	}
}
