// Package rewrite writes into the folder of an author: every file whole or none, and only
// over what was read. With new files come the schemas that they name.
//
// Begin reading at Files.
package rewrite

import (
	"errors"
	"os"
	"path/filepath"
	"slices"

	"tonggao/generator/disk"
	"tonggao/generator/message"
	"tonggao/generator/move"
)

// Files writes every file whole or none, and only over what was read: an author may
// have saved one in the meantime. All new texts are on the disk before the first takes
// its place; one that cannot gives those before it their old text back.
func Files(regions string, all []move.Rewrite) error {
	files := make([]rewrite, len(all))
	for i, f := range all {
		files[i] = rewrite{filepath.Join(regions, filepath.FromSlash(f.Name)), f.Old, f.Text}
	}
	for _, f := range files {
		if err := f.unchanged(); err != nil {
			return err
		}
	}
	var made, left []string
	for _, f := range files {
		made = append(made, missing(filepath.Dir(f.name))...)
	}
	for i, f := range files {
		if err := f.stage(f.text); err != nil {
			discard(files[:i+1])
			vacate(made)
			return err
		}
	}
	for i, f := range files {
		if err := f.settle(); err != nil {
			discard(files[i:])
			for _, done := range files[:i] {
				done.restore()
			}
			vacate(made)
			return kept(f.name, err)
		}
		if f.text == "" {
			left = append(left, filepath.Dir(f.name))
		}
	}
	vacate(left)
	return nil
}

// missing are the folders that have to be made before one is there.
func missing(folder string) []string {
	var all []string
	for filepath.Dir(folder) != folder {
		if _, err := os.Lstat(folder); !errors.Is(err, os.ErrNotExist) {
			break
		}
		all = append(all, folder)
		folder = filepath.Dir(folder)
	}
	return all
}

// vacate takes away the folders in which nothing is, those within others first: one of
// regions/ without its file keeps the whole site from being read.
func vacate(folders []string) {
	slices.SortStableFunc(folders, func(a, b string) int { return len(b) - len(a) })
	for _, folder := range folders {
		_ = os.Remove(folder) // fails while there is anything in it
	}
}

// kept says why a file was not replaced.
func kept(name string, err error) error {
	if disk.Held(err) {
		return message.Errorf("%s is open in another program, such as an editor, WPS or OneDrive: close it there and try again; nothing is changed (%w)", name, err)
	}
	return message.Errorf("write %s: %w; nothing is changed", name, err)
}

// A rewrite is a file that is replaced.
type rewrite struct{ name, old, text string }

// fresh is where the new text stands until it takes its place.
func (f rewrite) fresh() string {
	return filepath.Join(filepath.Dir(f.name), "."+filepath.Base(f.name)+".new")
}

func (f rewrite) unchanged() error {
	now, err := readIfThere(f.name, f.old == "")
	if err != nil {
		return err
	}
	if now != f.old {
		return message.Errorf("%s was changed in the meantime and is not written: try again", f.name)
	}
	return nil
}

func (f rewrite) stage(text string) error {
	mode := os.FileMode(0o666)
	if info, err := os.Stat(f.name); err == nil {
		mode = info.Mode().Perm()
	}
	if err := os.MkdirAll(filepath.Dir(f.name), 0o777); err != nil {
		return message.Errorf("write %s: %w", f.name, err)
	}
	_ = os.Remove(f.fresh()) // what a killed program left may have the flag that it can only be read
	if err := os.WriteFile(f.fresh(), []byte(text), mode); err != nil {
		return message.Errorf("write %s: %w", f.name, err)
	}
	return nil
}

// settle lets the new text take its place; where there is none the file goes.
func (f rewrite) settle() error {
	if f.text != "" {
		return disk.Rename(f.fresh(), f.name)
	}
	_ = os.Remove(f.fresh()) // it is empty
	return disk.Remove(f.name)
}

// restore puts the old text back, as far as the machine still writes.
func (f rewrite) restore() {
	if f.old == "" {
		_ = disk.Remove(f.name)
	} else if f.stage(f.old) == nil {
		_ = disk.Rename(f.fresh(), f.name)
	}
}

func discard(files []rewrite) {
	for _, f := range files {
		_ = os.Remove(f.fresh())
	}
}

// readIfThere reads a file; one that may be new reads as empty.
func readIfThere(name string, mayBeNew bool) (string, error) {
	text, err := os.ReadFile(name)
	if mayBeNew && errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	return string(text), err
}
