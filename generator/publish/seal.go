package publish

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"tonggao/generator/disk"
	"tonggao/generator/survey"
)

// sealName is a file in the work folder which tells of the published one, and which a
// build that publishes a large site leaves there: the key of all that the build saw, what
// it said, and a mark of each folder (see survey.Mark). It is no copy of anything and cannot be
// stale: a build that sees the same, and finds every mark, would make the same, and need
// not; a folder that has its mark need not be read to know that its files are intact.
//
// It is for the machine that wrote it. Elsewhere files have other numbers and stamps, no
// mark fits, and all is read.
const sealName = "seal"

// A seal is what such a file holds.
type seal struct {
	key  string
	told []byte // one line
	folderSeals
}

// folderSeals tell of folders. One that is told of had the files that the manifest of this
// sum lists, whole, and no others.
type folderSeals struct {
	manifest string
	folders  map[string]survey.Known
}

// Seal says what a build saw, as a key, and what it said, in one line, for Untouched to
// find. It is called before Commit; without it folders alone are sealed.
func (s *Stage) Seal(key string, told []byte) { s.key, s.told = key, told }

// sumLine is how long the last line is, the sum of all before it.
const sumLine = 2*sha256.Size + len("\n")

// readSeal reads the seal. One that is missing or damaged is as none.
func (s *Stage) readSeal() seal {
	text, err := os.ReadFile(filepath.Join(s.work, sealName))
	end := len(text) - sumLine
	if err != nil || end < 0 || fmt.Sprintf("%x\n", sha256.Sum256(text[:end])) != string(text[end:]) {
		return seal{}
	}
	head := bytes.SplitN(text[:end], []byte("\n"), 4)
	folders, whole := survey.Read(head[len(head)-1])
	if !whole || len(head) < 4 {
		return seal{}
	}
	return seal{string(head[0]), bytes.Clone(head[1]), folderSeals{string(head[2]), folders}}
}

// writeSeal writes the seal of a large site that was published with a manifest, and takes that
// of any other away. Folders are asked for only where there is one, since they may have to settle.
// That there is none is no failure: it only saves time.
func (s *Stage) writeSeal(folders iter.Seq2[string, survey.Known], manifest [sha256.Size]byte) error {
	if files, _ := s.count(); files < spareFrom || !s.marked {
		return s.unseal()
	}
	file, err := s.fresh(sealName)
	if err != nil {
		return err
	}
	defer file.Close()
	sum := sha256.New()
	w := bufio.NewWriterSize(io.MultiWriter(file, sum), 64<<10)
	fmt.Fprintf(w, "%s\n%s\n%x\n", s.key, s.told, manifest)
	if err := errors.Join(survey.Write(w, folders), w.Flush()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(file, "%x\n", sum.Sum(nil))
	return errors.Join(err, s.note(), s.hideWork())
}

// unseal takes a seal away, and what only helps where there is one.
func (s *Stage) unseal() error {
	return errors.Join(gone(os.Remove(filepath.Join(s.work, sealName))), gone(os.Remove(filepath.Join(s.work, readName))))
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
	file, err := s.fresh(".gitignore")
	if err != nil {
		return err
	}
	_, err = file.WriteString("*\n")
	return errors.Join(err, file.Close())
}

// fresh makes a file of the work folder in the place of whatever has its name there: that
// may be a folder, or a link to a file elsewhere, which is not to be written over.
func (s *Stage) fresh(name string) (*os.File, error) {
	file := filepath.Join(s.work, name)
	if err := removeTree(file); err != nil {
		return nil, err
	}
	return disk.Create(file)
}
