package keys

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"sync"
	"testing/fstest"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/disk"
)

// Inputs is an fs.FS that remembers the hash of every file that is read through
// it. The keys of outputs are made from what the build really read, so a file
// that an author saves in the middle of a build cannot slip between the two.
type Inputs struct {
	fsys fs.FS
	mu   sync.Mutex
	sums map[string][sha256.Size]byte

	// What Read found, until it is forgotten: whoever reads after it sees the same.
	texts   map[string]text
	folders map[string][]fs.DirEntry
	room    int       // for more texts, in octets
	rooms   sync.Pool // where files are read, before it is known how large they are
}

// A text is a file that was read.
type text struct {
	content []byte
	sum     [sha256.Size]byte
}

// Record returns the files of fsys, to be read through it.
func Record(fsys fs.FS) *Inputs {
	return &Inputs{fsys: fsys, sums: map[string][sha256.Size]byte{}}
}

// most is how large a file may be that Read reads; it keeps those up to another size, and so
// many that they have a third together. No reader of the site leaves a part of those unread.
const (
	most = 16 << 20
	kept = 1 << 20
	room = 64 << 20
)

// Read returns what Record would remember if all files of a folder were read, but for
// those of names that the reader of the site ignores, and keeps their texts; false where
// that cannot be said, such as of a folder that is empty, or a link, which the reader of the
// site has a word for.
func Read(fsys fs.FS, ignored func(base string) bool) (*Inputs, bool) {
	in := Record(fsys)
	in.texts, in.folders, in.room = map[string]text{}, map[string][]fs.DirEntry{}, room
	var group errgroup.Group
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	group.Go(func() error { return in.folder(&group, enter(fsys, "."), ".", ignored) })
	return in, group.Wait() == nil
}

// Again remembers nothing but what is read from now on, for Read reads more than the reader
// of the site does; what it found is not read again.
func (in *Inputs) Again() { in.sums = map[string][sha256.Size]byte{} }

// Forget lets go of the texts that Read keeps.
func (in *Inputs) Forget() { in.texts, in.folders = nil, nil }

// folder reads all files of a folder that was entered, and of those in it.
func (in *Inputs) folder(group *errgroup.Group, here entered, dir string, ignored func(base string) bool) error {
	defer here.leave()
	entries, err := fs.ReadDir(here.fsys, here.name)
	if err != nil {
		return err
	}
	in.mu.Lock()
	in.folders[dir] = entries
	in.mu.Unlock()
	seen := 0
	for _, e := range entries {
		if ignored(e.Name()) {
			continue
		}
		seen++
		name := path.Join(dir, e.Name())
		switch {
		case e.IsDir():
			below := enter(here.fsys, path.Join(here.name, e.Name()))
			if group.TryGo(func() error { return in.folder(group, below, name, ignored) }) {
				continue
			}
			err = in.folder(group, below, name, ignored)
		case e.Type().IsRegular():
			err = in.whole(here.fsys, path.Join(here.name, e.Name()), name)
		default:
			err = fs.ErrInvalid
		}
		if err != nil {
			return err
		}
	}
	if seen == 0 {
		return fs.ErrInvalid
	}
	return nil
}

// An entered folder is one to read in, by the name that it has there.
type entered struct {
	fsys  fs.FS
	name  string
	leave func()
}

// enter opens a folder once for all that is read in it, where the file system can.
func enter(above fs.FS, name string) entered {
	if f, can := above.(interface{ Folder(string) (fs.FS, error) }); can {
		if here, err := f.Folder(name); err == nil {
			return entered{here, ".", func() {
				if c, can := here.(io.Closer); can {
					_ = c.Close() // it was only read
				}
			}}
		}
	}
	return entered{above, name, func() {}}
}

// whole reads one file.
func (in *Inputs) whole(here fs.FS, base, name string) error {
	room, _ := in.rooms.Get().(*[]byte)
	if room == nil {
		room = new([]byte)
	}
	defer in.rooms.Put(room)
	content, err := disk.Append((*room)[:0], here, base, most)
	if *room = content; err == nil && len(content) == most {
		err = fs.ErrInvalid
	}
	sum := sha256.Sum256(content)
	in.mu.Lock()
	defer in.mu.Unlock()
	in.sums[name] = sum
	if err == nil && len(content) <= min(kept, in.room) {
		in.room -= len(content)
		in.texts[name] = text{slices.Clone(content), sum}
	}
	return err
}

// Append adds a file to room, up to a size.
func (in *Inputs) Append(room []byte, name string, most int) ([]byte, error) {
	text, known := in.texts[name]
	if !known {
		return disk.Append(room, struct{ fs.FS }{in}, name, most) // as it is opened and closed
	}
	in.note(name, text.sum)
	return append(room, text.content[:min(most, len(text.content))]...), nil
}

// Key tells all files that were read, with their content, from any others.
func (in *Inputs) Key() string {
	in.mu.Lock()
	defer in.mu.Unlock()
	seen := make([]string, 0, 2*len(in.sums))
	for _, name := range slices.Sorted(maps.Keys(in.sums)) {
		s := in.sums[name]
		seen = append(seen, name, string(s[:]))
	}
	return hex.EncodeToString([]byte(sumOf(seen...)))
}

// Open opens a file or folder. A file is remembered when it is closed, as far as
// it was read.
func (in *Inputs) Open(name string) (fs.File, error) {
	if text, known := in.texts[name]; known {
		in.note(name, text.sum)
		return fstest.MapFS{path.Base(name): {Data: text.content, Mode: 0o444}}.Open(path.Base(name))
	}
	f, err := in.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil || info.IsDir() {
		return f, err
	}
	return &recorded{File: f, inputs: in, name: name, hash: sha256.New()}, nil
}

// ReadFile reads a whole file.
func (in *Inputs) ReadFile(name string) ([]byte, error) {
	if text, known := in.texts[name]; known {
		in.note(name, text.sum)
		return slices.Clone(text.content), nil
	}
	text, err := fs.ReadFile(in.fsys, name)
	if err == nil {
		in.note(name, sha256.Sum256(text))
	}
	return text, err
}

// ReadDir, Stat, Lstat and ReadLink ask the files below; nothing is remembered.
func (in *Inputs) ReadDir(name string) ([]fs.DirEntry, error) {
	if entries, known := in.folders[name]; known {
		return slices.Clone(entries), nil
	}
	return fs.ReadDir(in.fsys, name)
}

// Stat is described at ReadDir.
func (in *Inputs) Stat(name string) (fs.FileInfo, error) { return fs.Stat(in.fsys, name) }

// Lstat is described at ReadDir.
func (in *Inputs) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(in.fsys, name) }

// ReadLink is described at ReadDir.
func (in *Inputs) ReadLink(name string) (string, error) { return fs.ReadLink(in.fsys, name) }

func (in *Inputs) note(name string, sum [sha256.Size]byte) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.sums[name] = sum
}

// A recorded file hashes what is read from it.
type recorded struct {
	fs.File
	inputs *Inputs
	name   string
	hash   hash.Hash
}

func (r *recorded) Read(p []byte) (int, error) {
	n, err := r.File.Read(p)
	r.hash.Write(p[:n])
	return n, err
}

func (r *recorded) Close() error {
	r.inputs.note(r.name, [sha256.Size]byte(r.hash.Sum(nil)))
	return r.File.Close()
}
