package manifest

import (
	"encoding/json"
	"hash/maphash"
	"iter"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// Files are those of a folder with what is said of each, in the order of their paths. A
// country has hundreds of thousands, and the collector looks at all that lives again and
// again: so they are kept without pointers, and found by a table of their numbers.
type Files struct {
	paths   string // one behind the other
	ends    []int  // of each path
	entries []Entry
	table   []int32 // numbers from 1, each at the place that its path gives or behind it; 0 is none
	seed    maphash.Seed
}

// FilesOf lists files.
func FilesOf(files map[string]Entry) Files {
	l := listing{}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		l.add([]byte(path), files[path])
	}
	return l.files()
}

// UnmarshalJSON adds files to those that are there, as it is done with a map.
func (f *Files) UnmarshalJSON(text []byte) error {
	all := maps.Collect(f.All())
	err := json.Unmarshal(text, &all)
	*f = FilesOf(all)
	return err
}

// Len is how many there are.
func (f *Files) Len() int { return len(f.entries) }

// Path is that of the file of a number, from 0 on.
func (f *Files) Path(i int) string {
	if i == 0 {
		return f.paths[:f.ends[0]]
	}
	return f.paths[f.ends[i-1]:f.ends[i]]
}

// Entry is what is said of the file of a number.
func (f *Files) Entry(i int) Entry { return f.entries[i] }

// Find returns the number of the file of a path, false where there is none.
func (f *Files) Find(path string) (int, bool) {
	if len(f.entries) == 0 {
		return 0, false
	}
	for at := f.place(path); f.table[at] != 0; at = f.next(at) {
		if i := int(f.table[at]) - 1; f.Path(i) == path {
			return i, true
		}
	}
	return 0, false
}

// Has reports whether there is a file of a path.
func (f *Files) Has(path string) bool {
	_, has := f.Find(path)
	return has
}

// All goes through the files in order.
func (f *Files) All() iter.Seq2[string, Entry] {
	return func(yield func(string, Entry) bool) {
		for i, e := range f.entries {
			if !yield(f.Path(i), e) {
				return
			}
		}
	}
}

// place is where in the table a path is looked for first.
func (f *Files) place(path string) int {
	return int(maphash.String(f.seed, path) & uint64(len(f.table)-1))
}

// next is where it is looked for then. Half of the table at least is empty.
func (f *Files) next(at int) int { return (at + 1) & (len(f.table) - 1) }

// A listing is files in the making.
type listing struct {
	Files
	text strings.Builder
}

// grow makes room for so many files, with paths of so many octets together.
func (l *listing) grow(files, paths int) {
	l.ends, l.entries = make([]int, 0, files), make([]Entry, 0, files)
	l.text.Grow(paths)
}

// add adds a file, and reports whether its path stands behind that of the last one.
func (l *listing) add(path []byte, e Entry) bool {
	l.paths = l.text.String()
	behind := len(l.ends) == 0 || l.Path(len(l.ends)-1) < string(path)
	_, _ = l.text.Write(path) // never fails
	l.ends, l.entries = append(l.ends, l.text.Len()), append(l.entries, e)
	return behind
}

// files are those that were added.
func (l *listing) files() Files {
	f := l.Files
	f.paths, f.seed = l.text.String(), maphash.MakeSeed()
	f.table = make([]int32, 1<<bits.Len(uint(2*len(f.entries))))
	for i := range f.entries {
		at := f.place(f.Path(i))
		for f.table[at] != 0 {
			at = f.next(at)
		}
		f.table[at] = int32(i + 1)
	}
	return f
}
