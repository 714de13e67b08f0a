package publish

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tonggao/generator/survey"
)

// Untouched returns what a build said that saw the same, if the published folder is as
// that left it, to the last file. What the build reads is asked for only where there is one to
// compare with. A build that signs, or takes files from elsewhere, has to look closer.
func Untouched(ctx context.Context, o Options, r Reading) (told []byte, untouched bool, err error) {
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
	if _, err := os.Lstat(filepath.Join(s.work, "old")); err == nil || was.key == "" {
		return nil, false, nil // a build was killed
	}
	if !s.readsAs(was, r) {
		return nil, false, nil
	}
	if now, err := survey.Of(s.output, was.folders, true); err != nil || !now.Is(was.folders) {
		return nil, false, nil
	}
	return was.told, true, nil
}

// A Reading is what a build reads.
type Reading struct {
	Dir  string                   // where that is, by its whole path; empty where no system tells of it
	Read func() string            // reads all of it, for a key of what is in it; empty where that cannot be said
	Key  func(read string) string // that of all that a build sees, by the key of what it reads
}

// readName is a file in the work folder which tells of the folder that a build read: how it
// looked, and the key of what was in it. One that looks the same has that key, whatever has
// become of the site since, and need not be read to know it.
//
// The folder may be touched while a build runs. So it is looked at first and read then; and
// it is told of only where all that was done to its files had settled before they were read:
// what is written in the very moment of a look, or later, is seen by the next.
const readName = "read"

// readsAs reports whether a build reads what the sealed one read. The folder is read where
// it does not look as it did, or what is told of it leads to another key: that may be damaged,
// or of a program that made keys otherwise.
func (s *Stage) readsAs(was seal, r Reading) bool {
	is := func(read string) bool { return read != "" && sealOf(r.Key(read), was.told) == was.key }
	if r.Dir == "" || !survey.Local(r.Dir) {
		return is(r.Read())
	}
	known, key := s.readRead(r.Dir)
	now, err := survey.Of(r.Dir, known, true)
	if err == nil && now.Is(known) && is(key) {
		return true
	}
	folders, settled := s.settle(now)
	key = r.Read()
	if err == nil && settled && key != "" {
		_ = s.writeRead(r.Dir, key, folders) // it only saves time
	}
	return is(key)
}

// settle is what can be kept of a tree that was just seen, false where a file may be written
// once more without another mark.
func (s *Stage) settle(now *survey.Tree) (map[string]survey.Known, bool) {
	clock, err := touch(filepath.Join(s.work, "clock"))
	folders := make(map[string]survey.Known, len(now.Folders))
	for folder, seen := range now.Folders {
		if err != nil || seen.Mark == (survey.Mark{}) || !survey.Settled(seen.Newest, clock) {
			return nil, false
		}
		folders[folder] = seen.Known(clock)
	}
	return folders, true
}

// readRead reads how a folder looked, and the key of what was in it. What is missing,
// damaged or about another folder is as none.
func (s *Stage) readRead(dir string) (folders map[string]survey.Known, key string) {
	text, err := os.ReadFile(filepath.Join(s.work, readName))
	head := bytes.SplitN(text, []byte("\n"), 3)
	if err != nil || len(head) < 3 || string(head[0]) != fmt.Sprintf("%q", dir) {
		return nil, ""
	}
	folders, _ = survey.Read(head[2])
	return folders, string(head[1])
}

func (s *Stage) writeRead(dir, key string, folders map[string]survey.Known) error {
	file, err := os.Create(filepath.Join(s.work, readName))
	if err != nil {
		return err
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	fmt.Fprintf(w, "%q\n%s\n", dir, key)
	return errors.Join(survey.Write(w, folders), w.Flush())
}
