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

	"golang.org/x/sync/errgroup"
)

// Inputs is an fs.FS that remembers the hash of every file that is read through
// it. The keys of outputs are made from what the build really read, so a file
// that an author saves in the middle of a build cannot slip between the two.
type Inputs struct {
	fsys fs.FS
	mu   sync.Mutex
	sums map[string][sha256.Size]byte
}

// Record returns the files of fsys, to be read through it.
func Record(fsys fs.FS) *Inputs {
	return &Inputs{fsys: fsys, sums: map[string][sha256.Size]byte{}}
}

// most is how large a file may be that Read reads.
const most = 16 << 20

// Read returns what Record would remember if all files of a folder were read, but for
// those of names that the reader of the site ignores; false where that cannot be said, such as of a folder that is
// empty, or a link, which the reader of the site has a word for.
func Read(fsys fs.FS, ignored func(base string) bool) (*Inputs, bool) {
	in := Record(fsys)
	var group errgroup.Group
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	group.Go(func() error { return in.folder(&group, ".", ignored) })
	return in, group.Wait() == nil
}

// folder reads all files of a folder and of those in it.
func (in *Inputs) folder(group *errgroup.Group, dir string, ignored func(base string) bool) error {
	entries, err := fs.ReadDir(in.fsys, dir)
	if err != nil {
		return err
	}
	seen := 0
	for _, e := range entries {
		if ignored(e.Name()) {
			continue
		}
		seen++
		name := path.Join(dir, e.Name())
		switch {
		case e.IsDir():
			if group.TryGo(func() error { return in.folder(group, name, ignored) }) {
				continue
			}
			err = in.folder(group, name, ignored)
		case e.Type().IsRegular():
			err = in.whole(name)
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

// whole reads one file.
func (in *Inputs) whole(name string) error {
	f, err := in.fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most))
	if err == nil && len(text) == most {
		err = fs.ErrInvalid
	}
	in.note(name, sha256.Sum256(text))
	return err
}

// Key tells all files that were read, with their content, and more, from any others.
func (in *Inputs) Key(more ...string) string {
	in.mu.Lock()
	defer in.mu.Unlock()
	seen := slices.Clip(more)
	for _, name := range slices.Sorted(maps.Keys(in.sums)) {
		s := in.sums[name]
		seen = append(seen, name, string(s[:]))
	}
	return hex.EncodeToString([]byte(sumOf(seen...)))
}

// Open opens a file or folder. A file is remembered when it is closed, as far as
// it was read.
func (in *Inputs) Open(name string) (fs.File, error) {
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
	text, err := fs.ReadFile(in.fsys, name)
	if err == nil {
		in.note(name, sha256.Sum256(text))
	}
	return text, err
}

// ReadDir, Stat, Lstat and ReadLink ask the files below; nothing is remembered.
func (in *Inputs) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(in.fsys, name) }

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
