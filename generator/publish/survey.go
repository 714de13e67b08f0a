package publish

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// A survey is a published folder as it looks from outside: nothing in it is read. Of each
// folder there is a mark, which is another as soon as one of its files was written, moved,
// replaced or given another time, for the system stamps what is done to a file, and
// nobody can set that stamp. A folder without a mark could not be told.
type survey struct {
	mu      sync.Mutex
	marks   map[string]string    // by folder, with slashes, "." for the top
	newest  map[string]time.Time // what was last done to one of its files
	strange []string             // files in folders whose mark is not the one that was known
}

// surveyOf looks at all folders of a tree, many at a time. With no marks that are known
// it lists the files and makes no marks, unless it is to.
func surveyOf(dir string, known map[string]string, mark bool) (*survey, error) {
	s := &survey{marks: map[string]string{}, newest: map[string]time.Time{}}
	var group errgroup.Group
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	var look func(folder string) error
	look = func(folder string) error {
		below, err := s.look(dir, folder, known, mark || len(known) > 0)
		for _, one := range below {
			if err != nil {
				return err
			}
			if !group.TryGo(func() error { return look(one) }) {
				err = look(one)
			}
		}
		return err
	}
	group.Go(func() error { return look(".") })
	return s, group.Wait()
}

// look enters one folder and returns those in it. What begins with a dot is somebody
// else's, or nobody's, and is left out, but for files at the top.
func (s *survey) look(dir, folder string, known map[string]string, mark bool) (below []string, err error) {
	entries, err := os.ReadDir(filepath.Join(dir, filepath.FromSlash(folder)))
	if err != nil {
		return nil, err
	}
	sum, newest, told := sha256.New(), time.Time{}, mark
	var names []string
	for _, e := range entries {
		dot := strings.HasPrefix(e.Name(), ".")
		switch name := path.Join(folder, e.Name()); {
		case dot && (e.IsDir() || folder != "."):
			continue
		case e.IsDir():
			below = append(below, name)
			sum.Write([]byte(sumOf(e.Name())))
			continue
		case !dot:
			names = append(names, name)
		}
		if told {
			var at time.Time
			if at, told = stampInto(sum, e); at.After(newest) {
				newest = at
			}
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if told {
		s.marks[folder] = hex.EncodeToString(sum.Sum(nil)[:16])
		s.newest[folder] = newest
	}
	if !told || known[folder] != s.marks[folder] {
		s.strange = append(s.strange, names...)
	}
	return below, nil
}

// stampInto adds a file to a mark, and returns when something was last done to it. It is
// false where the system does not tell.
func stampInto(sum interface{ Write([]byte) (int, error) }, e fs.DirEntry) (time.Time, bool) {
	info, err := e.Info()
	if err != nil || !info.Mode().IsRegular() {
		return time.Time{}, false
	}
	number, changed, ok := stamp(info)
	if !ok {
		return time.Time{}, false
	}
	list := binary.LittleEndian.AppendUint64(nil, uint64(info.Size()))
	for _, n := range []int64{int64(info.Mode()), info.ModTime().UnixNano(), changed.UnixNano(), int64(number)} {
		list = binary.LittleEndian.AppendUint64(list, uint64(n))
	}
	_, _ = sum.Write([]byte(sumOf(e.Name(), string(list)))) // a hash takes all
	if info.ModTime().After(changed) {
		changed = info.ModTime()
	}
	return changed, true
}

// settled are the marks that can be trusted later: a file that was written in the very
// moment when it was looked at may be written once more without another stamp, so
// folders stay without a mark in which something happened just before now.
func (s *survey) settled(now time.Time) map[string]string {
	marks := map[string]string{}
	for folder, mark := range s.marks {
		grain := 100 * time.Millisecond // ten times what kernels count in
		if at := s.newest[folder]; at.Nanosecond() == 0 {
			grain = 3 * time.Second // a file system that counts in seconds, or in two
		}
		if s.newest[folder].Add(grain).Before(now) {
			marks[folder] = mark
		}
	}
	return marks
}
