package generator

import (
	"io/fs"
	"os"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/publish"
)

// TestTreeIsWhatABuildPublishes reads a whole tree in memory and a built folder:
// both have the same files with the same bytes.
func TestTreeIsWhatABuildPublishes(t *testing.T) {
	o := Options{Regions: os.DirFS("../regions"), Look: look.New(os.DirFS("../templates")), Within: "jiangsu"}
	tree, problems, err := Preview(o, "tonggao test")
	if err != nil || tree == nil {
		t.Fatal(problems, err)
	}
	output := t.TempDir()
	if _, _, err := Build(t.Context(), o, Target{Options: publish.Options{Output: output}, Program: "tonggao test"}); err != nil {
		t.Fatal(err)
	}
	built := os.DirFS(output)
	files := 0
	err = fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		have, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		want, err := fs.ReadFile(built, name)
		if string(have) != string(want) {
			t.Errorf("%s differs", name)
		}
		return err
	})
	if err != nil || files != tree.Plan.Len() {
		t.Error(files, "of", tree.Plan.Len(), "files", err)
	}
	if _, err := tree.ReadFile("nowhere"); !os.IsNotExist(err) {
		t.Error(err)
	}
}
