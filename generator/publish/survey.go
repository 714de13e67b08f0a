package publish

import (
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"iter"
	"os"
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
	names
	mark   mark
	stamp  stamp
	count  int   // how much lies in the folder, also what no mark has
	newest int64 // what was last done to one of its files
	made   int64 // what was last done to the folder itself
	intact bool  // the mark is the one that was known
	twin   stamp // what is known then of the spare tree's, see folderSeal
}

// Names are those of the files and of the folders in a folder, each in order and behind a
// slash. What begins with a dot is somebody else's, or nobody's, and is left out, but for
// files at the top.
type names struct{ files, folders string }

// A mark is another as soon as one of a folder's files was written, moved, replaced or given
// another time, for the system stamps what is done to a file, and nobody can set that stamp.
// The first half of it leaves that stamp out, which a second name of a file changes too. It
// is zero where the system does not tell.
type mark [32]byte

// A stamp is that of a folder itself: another as soon as a name in it comes, goes or leads
// elsewhere.
type stamp [16]byte

// A trace is what a system tells of a file without reading it. Times are in nanoseconds.
type trace struct {
	number           uint64 // in its file system
	size             int64
	mode             uint32
	written, changed int64 // the second is when the system last saw something done to it
}

// surveyOf looks at all folders of a tree, many at a time, and makes marks if it is to.
func surveyOf(dir string, known map[string]folderSeal, marks bool) (*survey, error) {
	s := &survey{folders: make(map[string]sight, len(known))}
	top, err := os.Open(dir)
	if err != nil {
		return s, err
	}
	defer top.Close()
	var group errgroup.Group
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	var look func(folder string) error
	look = func(folder string) error {
		seen, err := s.look(top, folder, known[folder], marks)
		for name := range each(seen.folders) {
			if err != nil {
				return err
			}
			below := in(folder, name)
			if !group.TryGo(func() error { return look(below) }) {
				err = look(below)
			}
		}
		return err
	}
	group.Go(func() error { return look(".") })
	return s, group.Wait()
}

// look looks at one folder, and lists it if it does not know what is in it.
func (s *survey) look(top *os.File, folder string, known folderSeal, marks bool) (sight, error) {
	seen, is := glance(top, folder, known)
	if !is {
		at, err := os.Open(filepath.Join(top.Name(), filepath.FromSlash(folder)))
		if err != nil {
			return seen, err
		}
		defer at.Close()
		if seen, err = sightOf(at, folder, marks); err != nil {
			return seen, err
		}
	}
	seen.intact = seen.mark != mark{} && seen.mark == known.mark
	if seen.intact {
		seen.twin = known.twin
	}
	var strange []string
	if !seen.intact {
		for name := range each(seen.files) {
			if !strings.HasPrefix(name, ".") {
				strange = append(strange, in(folder, name))
			}
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.folders[folder] = seen
	s.strange = append(s.strange, strange...)
	return seen, nil
}

// glance looks at a folder that has its stamp still: no name in it came, went or leads
// elsewhere since it was listed, so that its files can be asked for without a list. The
// folders on the way are no links, since who asks went through them.
func glance(top *os.File, folder string, known folderSeal) (sight, bool) {
	if known.stamp == (stamp{}) || folder == "." {
		return sight{}, false
	}
	self, is := traceIn(top, folder, true)
	if !is || self.stamp() != known.stamp {
		return sight{}, false
	}
	seen := sight{names: known.names, stamp: known.stamp, count: known.count(), made: self.newest()}
	return seen, seen.look(top, folder+"/")
}

// sightOf looks at an open folder and lists it. Without a mark to make it only lists.
func sightOf(at *os.File, folder string, marks bool) (sight, error) {
	self, told := traceOfFolder(at) // before its names are read, so that it is another if one changes since
	entries, err := at.ReadDir(-1)
	if err != nil {
		return sight{}, err
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	var files, folders strings.Builder
	for _, e := range entries {
		switch dot := strings.HasPrefix(e.Name(), "."); {
		case dot && (e.IsDir() || folder != "."):
		case e.IsDir():
			folders.WriteString("/" + e.Name())
		default:
			files.WriteString("/" + e.Name())
		}
	}
	seen := sight{names: names{files.String(), folders.String()}, count: len(entries)}
	if told && marks && seen.look(at, "") {
		seen.stamp, seen.made = self.stamp(), self.newest()
	}
	return seen, nil
}

// look makes the mark of a folder, asking for its files by their names behind a path from
// an open one, and reports whether it can be told.
func (s *sight) look(at *os.File, path string) bool {
	var rooms [2][512]byte // enough for most, of which there are tens of thousands
	files, stamps := rooms[0][:0], rooms[1][:0]
	for name := range each(s.files) {
		t, told := traceIn(at, path+name, false)
		if !told {
			return false
		}
		files = t.appendTo(keys.Append(files, name))
		stamps = binary.LittleEndian.AppendUint64(stamps, uint64(t.changed))
		s.newest = max(s.newest, t.newest())
	}
	files = keys.Append(files, s.folders)
	*(*stamp)(s.mark[:]), *(*stamp)(s.mark[16:]) = half(files), half(stamps)
	return true
}

// half is half of the SHA-256 of a list.
func half(list []byte) stamp {
	sum := sha256.Sum256(list)
	return stamp(sum[:])
}

// each goes through names of which each stands behind a slash.
func each(names string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for names != "" {
			name, rest := names[1:], ""
			if i := strings.IndexByte(name, '/'); i >= 0 {
				name, rest = name[:i], name[i:]
			}
			if !yield(name) {
				return
			}
			names = rest
		}
	}
}

// in is the path of a name in a folder.
func in(folder, name string) string {
	if folder == "." {
		return name
	}
	return folder + "/" + name
}

// count is how many names there are.
func (n names) count() int { return strings.Count(n.files, "/") + strings.Count(n.folders, "/") }

// likeness is what stays of a mark when its files get a second name, and nothing else is
// done to them.
func (m mark) likeness() stamp { return stamp(m[:]) }

// appendTo adds all of a trace but when it was last changed.
func (t trace) appendTo(list []byte) []byte {
	for _, n := range []int64{t.size, int64(t.mode), t.written, int64(t.number)} {
		list = binary.LittleEndian.AppendUint64(list, uint64(n))
	}
	return list
}

// stamp tells the trace of a folder from any other.
func (t trace) stamp() stamp {
	return half(binary.LittleEndian.AppendUint64(t.appendTo(nil), uint64(t.changed)))
}

// newest is when something was last done to a file.
func (t trace) newest() int64 { return max(t.written, t.changed) }

// settled reports whether what was seen to be done at a time can be trusted later: a file
// that was written in the very moment when it was looked at may be written once more
// without another stamp.
func settled(at int64, now time.Time) bool { return at+int64(grain(at)) < now.UnixNano() }

// grain is how long a file system may give the same time.
func grain(at int64) time.Duration {
	if at%int64(time.Second) == 0 {
		return 3 * time.Second // a file system that counts in seconds, or in two
	}
	return finest
}

// finest is four times what kernels count in, at most. It is a variable for tests.
var finest = 40 * time.Millisecond
