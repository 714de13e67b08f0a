package publish

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// sealName is a file in the work folder which tells of the published one, and which a
// build that publishes a large site leaves there: the key of all that the build saw, what
// it said, and a mark of each folder (see survey). It is no copy of anything and cannot be
// stale: a build that sees the same, and finds every mark, would make the same, and need
// not; a folder that has its mark need not be read to know that its files are intact.
//
// It is for the machine that wrote it. Elsewhere files have other numbers and stamps, no
// mark fits, and all is read.
const sealName = "seal"

// A seal is what such a file holds.
type seal struct {
	key   string
	told  []byte // one line
	marks map[string]string
}

// Seal says what a build saw, as a key, and what it said, in one line, for Untouched to
// find. It is called before Commit; without it folders alone are sealed.
func (s *Stage) Seal(key string, told []byte) { s.seal = seal{key: key, told: told} }

// Untouched returns what a build said that saw the same, if the published folder is as
// that left it, to the last file. The key is asked for only where there is one to compare
// it with. A build that signs, or takes files from elsewhere, has to look closer.
func Untouched(ctx context.Context, o Options, key func() string) (told []byte, untouched bool, err error) {
	if o.Signer != nil || o.Unsigned || o.Force || len(o.Reuse) > 0 || apart(o) != nil {
		return nil, false, nil
	}
	s, err := stageOf(o)
	if err != nil || s.readSeal().key == "" {
		return nil, false, err
	}
	if s, err = hold(ctx, o); err != nil {
		return nil, false, err
	}
	defer s.lock.release()
	was := s.readSeal() // another build may have ended
	if _, err := os.Lstat(filepath.Join(s.work, "old")); err == nil || was.key == "" || was.key != key() {
		return nil, false, nil // a build was killed, or saw something else
	}
	now, err := surveyOf(s.output, was.marks, true)
	return was.told, err == nil && len(now.strange) == 0 && maps.Equal(now.marks, was.marks), nil
}

// readSeal reads the seal. One that is missing or damaged is as none.
func (s *Stage) readSeal() seal {
	text, err := os.ReadFile(filepath.Join(s.work, sealName))
	key, rest, _ := bytes.Cut(text, []byte("\n"))
	told, rest, _ := bytes.Cut(rest, []byte("\n"))
	if err != nil || !bytes.HasSuffix(rest, []byte("\n.\n")) {
		return seal{}
	}
	was := seal{string(key), told, map[string]string{}}
	for line := range strings.Lines(string(rest)) {
		if mark, folder, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " "); ok {
			was.marks[folder] = mark
		}
	}
	return was
}

// writeSeal writes the seal of a large site that was published, and takes that of any
// other away. That there is none is no failure: it only saves time.
func (s *Stage) writeSeal() error {
	name := filepath.Join(s.work, sealName)
	if len(s.files) < spareFrom || s.signer != nil {
		return gone(os.Remove(name))
	}
	marks, err := s.marks(name)
	if err != nil {
		return errors.Join(err, os.Remove(name))
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	fmt.Fprintf(w, "%s\n%s\n", s.seal.key, s.seal.told)
	for _, folder := range slices.Sorted(maps.Keys(marks)) {
		fmt.Fprintf(w, "%s %s\n", marks[folder], folder)
	}
	fmt.Fprint(w, "\n.\n")
	return errors.Join(w.Flush(), s.hideWork())
}

// marks are the marks of the published folder that can be trusted later. Folders in which
// something happened just before they were looked at are looked at once more.
func (s *Stage) marks(clock string) (map[string]string, error) {
	before, err := touch(clock)
	if err != nil {
		return nil, err
	}
	now, err := surveyOf(s.output, nil, true)
	if err != nil {
		return nil, err
	}
	marks := now.settled(before)
	after, err := touch(clock)
	if err != nil {
		return nil, err
	}
	for folder := range now.marks {
		if _, settled := marks[folder]; settled {
			continue
		}
		if _, err := now.look(s.output, folder, nil, true); err != nil {
			return nil, err
		}
	}
	maps.Copy(marks, now.settled(after))
	return marks, nil
}

// touch writes a file anew and returns the time that the file system gives it: its clock
// is the one that stamps all files.
func touch(name string) (time.Time, error) {
	if err := os.WriteFile(name, nil, 0o666); err != nil {
		return time.Time{}, err
	}
	info, err := os.Stat(name)
	if err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), nil
}

// gone takes that there is no such file for what was wanted.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// hideWork tells Git to overlook what stays in the work folder.
func (s *Stage) hideWork() error {
	return os.WriteFile(filepath.Join(s.work, ".gitignore"), []byte("*\n"), 0o666)
}
