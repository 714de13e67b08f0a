package command

import (
	"os"
	"path/filepath"
	"testing"

	"tonggao/generator/testkit"
)

// TestSheetsAreReadWithinALimit holds that a device, which says that it has no
// octets and has no end, does not fill the memory.
func TestSheetsAreReadWithinALimit(t *testing.T) {
	name := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(name, []byte("0123456789"), 0o644); err != nil {
		t.Fatal(err)
	}
	if content, err := readSheet(name, 10); err != nil || string(content) != "0123456789" {
		t.Errorf("read %q, %v", content, err)
	}
	if _, err := readSheet(name, 9); err == nil {
		t.Error("a file over the limit was read")
	}
	if _, err := readSheet(testkit.File(t, "a device without an end", "/dev/zero"), 1<<20); err == nil {
		t.Error("a device without an end was read")
	}
}
