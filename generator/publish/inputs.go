package publish

import (
	"crypto/sha256"
	"hash"
	"io/fs"
	"sync"
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
