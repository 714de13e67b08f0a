package pdf

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/sheet"
	"tonggao/generator/testkit"
)

// print writes one output.
func print(t testing.TB, w *sheet.Compositor, o plan.Output) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, w, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// presses is one printer for all tests, as a build has one.
var presses = New()

// write lays one output out and spells it.
func write(to io.Writer, w *sheet.Compositor, o plan.Output) error {
	doc, err := w.Compose(o)
	if err != nil {
		return err
	}
	return presses.Write(to, doc)
}

// TestLook prints the real notices, and one of them moved, wordy and crowded, into
// the folder that LOOK names, to be looked at: none of them may fail.
func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		dir = t.TempDir()
	}
	for name, from := range map[string]fs.FS{"real": testkit.Regions(), "moved": testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Moves}),
		"wordy": testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Wordy}), "many": testkit.Edited(t, map[string]string{testkit.County + "notice.toml": testkit.Deadlines(90)})} {
		w, p := press(t, from)
		for _, o := range p.Outputs() {
			if name != "real" && !strings.HasPrefix(o.Path, testkit.County) {
				continue
			}
			path := filepath.Join(dir, name, o.Path)
			os.MkdirAll(filepath.Dir(path), 0o755)
			if err := os.WriteFile(path, print(t, w, o), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
