package publish

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sealName is a file in the work folder which tells of the published one, and which a
// build that publishes a large site leaves there: a mark of each folder (see survey). It is
// no copy of anything and cannot be stale: a folder that has its mark need not be read to
// know that its files are intact.
//
// It is for the machine that wrote it. Elsewhere files have other numbers and stamps, no
// mark fits, and all is read.
const sealName = "seal"

// readSeal reads the marks by folder. A seal that is missing or damaged has none.
func (s *Stage) readSeal() map[string]string {
	text, err := os.ReadFile(filepath.Join(s.work, sealName))
	if err != nil || !strings.HasSuffix(string(text), "\n.\n") {
		return nil
	}
	marks := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if mark, folder, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " "); ok {
			marks[folder] = mark
		}
	}
	return marks
}

// writeSeal writes the seal of a large site that was published, and takes that of any
// other away. That there is none is no failure: it only saves time.
func (s *Stage) writeSeal() error {
	name := filepath.Join(s.work, sealName)
	if len(s.files) < spareFrom || s.signer != nil {
		return gone(os.Remove(name))
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat() // the clock of the file system that stamps files
	if err != nil {
		return err
	}
	now, err := surveyOf(s.output, nil, true)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(file)
	marks := now.settled(info.ModTime())
	for _, folder := range slices.Sorted(maps.Keys(marks)) {
		fmt.Fprintf(w, "%s %s\n", marks[folder], folder)
	}
	fmt.Fprint(w, "\n.\n")
	return errors.Join(w.Flush(), s.hideWork())
}

// gone takes that there is no such file for what was wanted.
func gone(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// hideWork tells Git to overlook what stays in the work folder.
func (s *Stage) hideWork() error {
	return os.WriteFile(filepath.Join(s.work, ".gitignore"), []byte("*\n"), 0o666)
}
