package publish

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"

	"tonggao/generator/survey"
)

// Untouched returns what a build said that saw the same, if the published folder is as
// that left it, to the last file; nil if not. A build that signs, or takes files from
// elsewhere, has to look closer.
//
// Whoever asks holds the folder, which the build that follows goes on with: held is what it
// then has to open.
func Untouched(ctx context.Context, o Options, r Reading) (told []byte, held *Held, err error) {
	if o.Signer != nil || o.Unsigned || o.Force || len(o.Reuse) > 0 || apart(o) != nil {
		return nil, nil, nil
	}
	s, err := hold(ctx, o)
	if err != nil {
		return nil, nil, err
	}
	if told = s.untouched(r); told == nil {
		return nil, &Held{s, o}, nil
	}
	s.lock.release()
	return told, nil, nil
}

// A Held folder waits to be opened, which has to be done.
type Held struct {
	stage   *Stage
	options Options
}

// Open is the Open of a folder that is held already.
func (h *Held) Open() (*Stage, error) { return h.stage.open(h.options) }

// untouched is Untouched under the lock. The seal is read beside the look at what the build
// reads.
func (s *Stage) untouched(r Reading) []byte {
	if _, err := os.Lstat(filepath.Join(s.work, "old")); err == nil {
		return nil // a build was killed
	}
	go s.seal()
	if !s.readsAs(r) {
		return nil
	}
	was := s.seal()
	if err := s.look(); err != nil || !s.seen.Is(was.folders) {
		return nil
	}
	_ = s.note() // it only saves time
	return was.told
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
// what is written in the very moment of a look, or later, is seen by the next. It is left beside
// a seal, without which nobody asks.
const readName = "read"

// readsAs reports whether a build reads what the sealed one read. The folder is read where
// it does not look as it did, or what is told of it leads to another key: that may be damaged,
// or of a program that made keys otherwise. The published folder is looked at meanwhile:
// whatever the key is, that has to be done.
func (s *Stage) readsAs(r Reading) bool {
	is := func(read string) bool {
		was := s.seal()
		return was.key != "" && read != "" && r.Key(read) == was.key
	}
	if r.Dir == "" || !survey.Local(r.Dir) {
		go s.look()
		return is(r.Read())
	}
	known, key := s.readRead(r.Dir)
	now, err := survey.Of(r.Dir, known, true)
	if err == nil && now.Is(known) && is(key) {
		return true
	}
	folders, settled := s.settle(now)
	go s.look()
	key = r.Read()
	if err == nil && settled && key != "" {
		s.note = func() error { return s.writeRead(r.Dir, key, folders) }
	}
	return is(key)
}

// settle is what can be kept of a tree that was just seen, false where a file may be written
// once more without another mark.
func (s *Stage) settle(now *survey.Tree) (map[string]survey.Known, bool) {
	clock, err := survey.Clock(s.work)
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
	file, err := s.fresh(readName)
	if err != nil {
		return err
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	fmt.Fprintf(w, "%q\n%s\n", dir, key)
	return errors.Join(survey.Write(w, maps.All(folders)), w.Flush())
}
