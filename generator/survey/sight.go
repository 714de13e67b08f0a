package survey

import (
	"crypto/sha256"
	"encoding/binary"
	"io/fs"
	"iter"
	"os"
	"slices"
	"strings"

	"tonggao/generator/keys"
)

// A Sight is what one folder looks like.
type Sight struct {
	Names
	Mark    Mark
	Stamp   Stamp
	All     int   // how much lies in the folder, also what no mark has
	Newest  int64 // what was last done to one of its files
	Written int64 // when one of them was last written, as far as they say so themselves
	Made    int64 // what was last done to the folder itself
	Intact  bool  // the mark is the one that was known
	Twin    Stamp // what is known then of its twin
	device  uint64
}

// Names are those of the files and of the folders in a folder, each in order and behind a
// slash. What begins with a dot is somebody else's, or nobody's, and is left out, but for
// files at the top.
type Names struct{ Files, Folders string }

// A Mark is another as soon as one of a folder's files was written, moved, replaced or given
// another time, for the system stamps what is done to a file, and nobody can set that stamp.
// The first half of it leaves that stamp out, which a second name of a file changes too. It
// is zero where the system does not tell.
type Mark [32]byte

// A Stamp is that of a folder itself: another as soon as a name in it comes, goes or leads
// elsewhere.
type Stamp [16]byte

// SightOf looks at an open folder and lists it. Without a mark to make it only lists.
func SightOf(at *os.File, folder string, marks bool) (Sight, error) {
	self, told := traceOfFolder(at) // before its names are read, so that it is another if one changes since
	entries, err := at.ReadDir(-1)
	if err != nil {
		return Sight{}, err
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
	seen := Sight{Names: Names{files.String(), folders.String()}, All: len(entries), device: self.device}
	if told && marks && seen.look(at, "") {
		seen.Stamp, seen.Made = self.Stamp(), self.Newest()
	}
	return seen, nil
}

// look makes the mark of a folder, asking for its files by their names behind a path from
// an open one, and reports whether it can be told.
func (s *Sight) look(at *os.File, path string) bool {
	var rooms [2][512]byte // enough for most, of which there are tens of thousands
	files, stamps := rooms[0][:0], rooms[1][:0]
	for name := range Each(s.Files) {
		t, told := TraceIn(at, path+name, false)
		if !told || t.device != s.device { // another file system may be mounted on a single file
			return false
		}
		files = t.appendTo(keys.Append(files, name))
		stamps = binary.LittleEndian.AppendUint64(stamps, uint64(t.Changed))
		s.Newest, s.Written = max(s.Newest, t.Newest()), max(s.Written, t.Written)
	}
	files = keys.Append(files, s.Folders)
	*(*Stamp)(s.Mark[:]), *(*Stamp)(s.Mark[16:]) = half(files), half(stamps)
	return true
}

// half is half of the SHA-256 of a list.
func half(list []byte) Stamp {
	sum := sha256.Sum256(list)
	return Stamp(sum[:])
}

// Each goes through names of which each stands behind a slash.
func Each(names string) iter.Seq[string] {
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

// In is the path of a name in a folder.
func In(folder, name string) string {
	if folder == "." {
		return name
	}
	return folder + "/" + name
}

// FolderOf is the folder of a path, "." for the top.
func FolderOf(path string) string {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i]
	}
	return "."
}

// Count is how many names there are.
func (n Names) Count() int { return strings.Count(n.Files, "/") + strings.Count(n.Folders, "/") }

// Likeness is what stays of a mark when its files get a second name, and nothing else is
// done to them.
func (m Mark) Likeness() Stamp { return Stamp(m[:]) }
