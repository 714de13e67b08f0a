// Package disk takes the steps that fail for a moment where other programs look into the
// same files: on Windows a guard against viruses, OneDrive, an editor or a PDF reader
// keeps a file from being replaced as long as it has it open. Such a step is taken again
// for two seconds. Who publishes a folder and who changes an author's file go through here.
//
// Elsewhere an open file is in nobody's way, and a step is taken once.
//
// Begin reading at Rename; Rooted is a folder to read.
package disk

import (
	"os"
	"slices"
	"strings"
	"time"
)

// Rename moves a file or a folder. A file in its place is replaced, one that may only be
// read too: that is so on Unix, and OneDrive and drives of offices set the flag where
// nobody meant it.
func Rename(old, new string) error {
	return patiently(func() error {
		err := os.Rename(old, new)
		if err == nil || !Held(err) || !unflag(new) {
			return err
		}
		if err = os.Rename(old, new); err != nil {
			_ = os.Chmod(new, 0o444) // as it was
		}
		return err
	}, Held, time.Sleep)
}

// Remove removes a file or an empty folder.
func Remove(name string) error {
	return patiently(func() error { return os.Remove(name) }, Held, time.Sleep)
}

// Empty reports whether a folder is there and nothing is in it but what systems and this
// program keep, whose names begin with a dot.
func Empty(folder string) bool {
	all, err := os.ReadDir(folder)
	return err == nil && !slices.ContainsFunc(all, func(e os.DirEntry) bool { return !strings.HasPrefix(e.Name(), ".") })
}

// unflag lets a file be written that could only be read, and reports whether it was so.
func unflag(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode().IsRegular() && info.Mode()&0o200 == 0 && os.Chmod(name, 0o666) == nil
}

// patiently takes a step until it succeeds or fails for another reason than that something
// is open elsewhere, for two seconds in all.
func patiently(step func() error, held func(error) bool, wait func(time.Duration)) error {
	for pause := 10 * time.Millisecond; ; pause *= 2 {
		err := step()
		if err == nil || !held(err) || pause > time.Second {
			return err
		}
		wait(pause)
	}
}
