package forms

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"tonggao/generator/testkit"
)

// TestNothingIsTooNewForOfficeBrowsers asks the public tables whether a Chrome 70, which
// is older than the 80 of 360's browsers, knows what forms and desk use.
func TestNothingIsTooNewForOfficeBrowsers(t *testing.T) {
	node, tables := testkit.Need(t, "node"), testkit.Package(t, "@mdn/browser-compat-data/data.json")
	dir := t.TempDir()
	for folder, names := range map[string][]string{"assets": {"forms.css", "forms.js", "../desk/serve.css", "../desk/serve.js"}, "pages": {"forms.html"}, "parts": nil} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o777); err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, folder, filepath.Base(name)), text, 0o666)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	modules := filepath.Dir(filepath.Dir(filepath.Dir(tables)))
	if said, err := exec.Command(node, "../html/testdata/reach.js", modules, dir, "70").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}
