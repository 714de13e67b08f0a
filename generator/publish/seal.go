package publish

import (
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sealName is a file in the work folder which tells of the published one, and which a
// build that publishes a large site leaves there: the key of all that the build saw, what
// it said, and a mark of each folder (see sight). It is no copy of anything and cannot be
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
	folders  map[string]folderSeal
}

// A folderSeal is what a seal tells of a published folder.
type folderSeal struct {
	names
	mark  mark
	stamp stamp // zero where it could not be trusted, or more lies there than the names
	twin  stamp // of the spare tree's, if that has the same names, for the very same files; else zero
}

// Seal says what a build saw, as a key, and what it said, in one line, for Untouched to
// find. It is called before Commit; without it folders alone are sealed.
func (s *Stage) Seal(key string, told []byte) { s.key, s.told = key, told }

// Untouched returns what a build said that saw the same, if the published folder is as
// that left it, to the last file. The key is asked for only where there is one to compare
// it with. A build that signs, or takes files from elsewhere, has to look closer.
func Untouched(ctx context.Context, o Options, key func() string) (told []byte, untouched bool, err error) {
	if o.Signer != nil || o.Unsigned || o.Force || len(o.Reuse) > 0 || apart(o) != nil {
		return nil, false, nil
	}
	s, err := stageOf(o)
	if err != nil {
		return nil, false, err
	}
	if _, err := os.Lstat(filepath.Join(s.work, sealName)); err != nil {
		return nil, false, nil
	}
	if s, err = hold(ctx, o); err != nil {
		return nil, false, err
	}
	defer s.lock.release()
	was := s.readSeal()
	if _, err := os.Lstat(filepath.Join(s.work, "old")); err == nil || was.key == "" || was.key != key() {
		return nil, false, nil // a build was killed, or saw something else
	}
	now, err := surveyOf(s.output, was.folders, true)
	return was.told, err == nil && now.whole() && len(now.folders) == len(was.folders), nil
}

// whole reports whether a survey has found the mark of every folder that it saw.
func (s *survey) whole() bool {
	for _, seen := range s.folders {
		if !seen.intact {
			return false
		}
	}
	return true
}

// readSeal reads the seal. One that is missing or damaged is as none.
func (s *Stage) readSeal() seal {
	text, err := os.ReadFile(filepath.Join(s.work, sealName))
	head := bytes.SplitN(text, []byte("\n"), 4)
	if err != nil || len(head) < 4 || !bytes.HasSuffix(head[3], []byte("\n.\n")) {
		return seal{}
	}
	was := seal{string(head[0]), bytes.Clone(head[1]), folderSeals{string(head[2]), make(map[string]folderSeal, bytes.Count(head[3], []byte("\n")))}}
	known := map[string]string{} // most folders have the same names
	for line := range bytes.Lines(head[3]) {
		if folder, f, ours := readFolder(bytes.TrimSuffix(line, []byte("\n")), known); ours {
			was.folders[folder] = f
		}
	}
	return was
}

// readFolder reads the line of a folder, as appendFolder writes it. Names that are known are
// not kept again.
func readFolder(line []byte, known map[string]string) (folder string, f folderSeal, ours bool) {
	const sums = len(f.mark) + len(f.stamp) + len(f.twin)
	var sum [sums]byte
	end := min(2*sums, len(line))
	name, rest, _ := bytes.Cut(line[end:], []byte{0})
	files, folders, ours := bytes.Cut(rest, []byte{0})
	if n, err := hex.Decode(sum[:], line[:end]); n < sums || err != nil || !ours {
		return "", f, false
	}
	once := func(text []byte) string {
		kept, is := known[string(text)]
		if !is {
			kept = string(text)
			known[kept] = kept
		}
		return kept
	}
	f = folderSeal{names{once(files), once(folders)}, mark(sum[:]), stamp(sum[len(f.mark):]), stamp(sum[sums-len(f.twin):])}
	return string(name), f, true
}

// appendFolder adds the line of a folder. A name that has two lines is not told of.
func appendFolder(line []byte, folder string, f folderSeal) []byte {
	text := folder + "\x00" + f.files + "\x00" + f.folders + "\n"
	if strings.Count(text, "\n") > 1 {
		return line
	}
	for _, sum := range [][]byte{f.mark[:], f.stamp[:], f.twin[:]} {
		line = hex.AppendEncode(line, sum)
	}
	return append(line, text...)
}

// writeSeal writes the seal of a large site that was published, and takes that of any
// other away. Folders are asked for only where there is one, since they may have to settle.
// That there is none is no failure: it only saves time.
func (s *Stage) writeSeal(folders func(sum string) (folderSeals, error), sum string) error {
	name := filepath.Join(s.work, sealName)
	if len(s.files) < spareFrom || s.signer != nil {
		return gone(os.Remove(name))
	}
	f, err := folders(sum)
	if err != nil {
		return errors.Join(err, gone(os.Remove(name)))
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	fmt.Fprintf(w, "%s\n%s\n%s\n", s.key, s.told, f.manifest)
	var line []byte
	for _, folder := range slices.Sorted(maps.Keys(f.folders)) {
		line = appendFolder(line[:0], folder, f.folders[folder])
		_, _ = w.Write(line) // Flush tells of it
	}
	_, _ = w.WriteString("\n.\n")
	return errors.Join(w.Flush(), s.hideWork())
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
