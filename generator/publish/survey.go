package publish

import (
	"encoding/binary"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/keys"
)

// A survey is a published folder as it looks from outside: nothing in it is read.
type survey struct {
	mu      sync.Mutex
	folders map[string]sight // by path with slashes, "." for the top
	strange []string         // files in folders whose mark is not the one that was known
}

// A sight is what one folder looks like.
type sight struct {
	// mark is another as soon as one of the folder's files was written, moved, replaced or
	// given another time, for the system stamps what is done to a file, and nobody can set
	// that stamp. The first half of it leaves that stamp out, which a second name of a file
	// changes too. It is empty where the system does not tell.
	mark   string
	stamp  string    // of the folder itself: another as soon as a name in it comes, goes or leads elsewhere
	names  int       // how much lies in the folder, also what no mark has
	newest time.Time // what was last done to one of its files
	made   time.Time // what was last done to the folder itself
}

// A trace is what a system tells of a file without reading it. Times are in nanoseconds.
type trace struct {
	number           uint64 // in its file system
	size             int64
	mode             uint32
	written, changed int64 // the second is when the system last saw something done to it
}

// surveyOf looks at all folders of a tree, many at a time. With no marks that are known
// it lists the files and makes no marks, unless it is to.
func surveyOf(dir string, known map[string]string, mark bool) (*survey, error) {
	s := &survey{folders: make(map[string]sight, len(known))}
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
	at, err := os.Open(filepath.Join(dir, filepath.FromSlash(folder)))
	if err != nil {
		return nil, err
	}
	defer at.Close()
	seen, entries, err := sightOf(at, folder, mark)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		switch dot := strings.HasPrefix(e.Name(), "."); {
		case e.IsDir() && !dot:
			below = append(below, path.Join(folder, e.Name()))
		case !dot && (seen.mark == "" || known[folder] != seen.mark):
			names = append(names, path.Join(folder, e.Name()))
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.folders[folder] = seen
	s.strange = append(s.strange, names...)
	return below, nil
}

// sightOf looks at an open folder and lists it by name. Without a mark to make it only
// lists.
func sightOf(at *os.File, folder string, mark bool) (sight, []fs.DirEntry, error) {
	self, told := traceOfFolder(at) // before its names are read, so that it is another if one changes since
	entries, err := at.ReadDir(-1)
	if err != nil {
		return sight{}, nil, err
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	seen := sight{names: len(entries)}
	if !told || !mark || !seen.look(at, folder, entries) {
		return seen, entries, nil
	}
	seen.stamp, seen.made = self.stamp(), self.newest()
	return seen, entries, nil
}

// look makes the mark of a folder, and reports whether it can be told.
func (s *sight) look(at *os.File, folder string, entries []fs.DirEntry) bool {
	files := make([]byte, 0, 64*len(entries))
	var stamps []byte
	for _, e := range entries {
		switch dot := strings.HasPrefix(e.Name(), "."); {
		case dot && (e.IsDir() || folder != "."):
			continue
		case e.IsDir():
			files = trace{}.appendTo(keys.Append(files, e.Name()))
			continue
		}
		t, told := traceIn(at, e.Name())
		if !told {
			return false
		}
		files = t.appendTo(keys.Append(files, e.Name()))
		stamps = binary.LittleEndian.AppendUint64(stamps, uint64(t.changed))
		if newest := t.newest(); newest.After(s.newest) {
			s.newest = newest
		}
	}
	s.mark = keys.Half(files) + keys.Half(stamps)
	return true
}

// likeness is what stays of a mark when its files get a second name, and nothing else is
// done to them.
func likeness(mark string) string { return mark[:len(mark)/2] }

// appendTo adds all of a trace but when it was last changed.
func (t trace) appendTo(list []byte) []byte {
	for _, n := range []int64{t.size, int64(t.mode), t.written, int64(t.number)} {
		list = binary.LittleEndian.AppendUint64(list, uint64(n))
	}
	return list
}

// stamp tells the trace of a folder from any other.
func (t trace) stamp() string {
	return keys.Half(binary.LittleEndian.AppendUint64(t.appendTo(nil), uint64(t.changed)))
}

// newest is when something was last done to a file.
func (t trace) newest() time.Time { return time.Unix(0, max(t.written, t.changed)) }

// settled reports whether what was seen to be done at a time can be trusted later: a file
// that was written in the very moment when it was looked at may be written once more
// without another stamp.
func settled(at, now time.Time) bool { return at.Add(grain(at)).Before(now) }

// grain is how long a file system may give the same time.
func grain(at time.Time) time.Duration {
	if at.Nanosecond() == 0 {
		return 3 * time.Second // a file system that counts in seconds, or in two
	}
	return finest
}

// finest is ten times what kernels count in. It is a variable for tests.
var finest = 100 * time.Millisecond
