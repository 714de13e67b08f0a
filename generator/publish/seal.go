package publish

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tonggao/generator/keys"
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
func (s *Stage) Seal(key string, told []byte) { s.key, s.told = sealOf(key, told), told }

// sealOf is a key that stands for what was said too, so that no damaged word of it is told
// again.
func sealOf(key string, told []byte) string { return keys.Of(key, string(told)) }

// readSeal reads the seal. One that is missing or damaged is as none.
func (s *Stage) readSeal() seal {
	text, err := os.ReadFile(filepath.Join(s.work, sealName))
	head := bytes.SplitN(text, []byte("\n"), 4)
	if err != nil || len(head) < 4 {
		return seal{}
	}
	folders, whole := survey.Read(head[3])
	if !whole {
		return seal{}
	}
	return seal{string(head[0]), bytes.Clone(head[1]), folderSeals{string(head[2]), folders}}
}

// writeSeal writes the seal of a large site that was published, and takes that of any
// other away. Folders are asked for only where there is one, since they may have to settle.
// That there is none is no failure: it only saves time.
func (s *Stage) writeSeal(folders func(sum string) (folderSeals, error), sum string) error {
	name := filepath.Join(s.work, sealName)
	if files, _ := s.count(); files < spareFrom || s.signer != nil {
		return s.unseal()
	}
	f, err := folders(sum)
	if err != nil {
		return errors.Join(err, s.unseal())
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	fmt.Fprintf(w, "%s\n%s\n%s\n", s.key, s.told, f.manifest)
	return errors.Join(survey.Write(w, f.folders), w.Flush(), s.hideWork())
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
	return os.WriteFile(filepath.Join(s.work, ".gitignore"), []byte("*\n"), 0o666)
}
