package look

import (
	"hash/maphash"
	"io"
	"io/fs"
	"sync"

	"tonggao/generator/message"
)

// steady is a folder that must not change while a site is made from it: a file that is
// read again with other content is an error, so that what is published and the sums by
// which the next build knows it are of the same templates.
type steady struct {
	fs.FS
	seed maphash.Seed

	mu   sync.Mutex
	sums map[string]uint64
}

func keepSteady(files fs.FS) *steady {
	return &steady{FS: files, seed: maphash.MakeSeed(), sums: map[string]uint64{}}
}

// ReadFile reads a file, and holds it against what it was before.
func (s *steady) ReadFile(name string) ([]byte, error) {
	text, err := fs.ReadFile(s.FS, name)
	if err != nil {
		return nil, err
	}
	return text, s.hold(name, maphash.Bytes(s.seed, text))
}

// Open opens a file or folder. That a file is as it was before, its last reading tells.
func (s *steady) Open(name string) (fs.File, error) {
	file, err := s.FS.Open(name)
	if err != nil {
		return nil, err
	}
	held := &held{File: file, name: name, by: s}
	held.sum.SetSeed(s.seed)
	return held, nil
}

// hold holds a file against what it was before.
func (s *steady) hold(name string, sum uint64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if before, known := s.sums[name]; known && before != sum {
		return message.Errorf("read template %s: it was changed while the site was built; build again", name)
	}
	s.sums[name] = sum
	return nil
}

// A held file is summed up as far as it is read.
type held struct {
	fs.File
	name string
	by   *steady
	sum  maphash.Hash
}

func (h *held) Read(p []byte) (int, error) {
	n, err := h.File.Read(p)
	_, _ = h.sum.Write(p[:n]) // a hash takes all
	if err != io.EOF {
		return n, err
	}
	if changed := h.by.hold(h.name, h.sum.Sum64()); changed != nil {
		return n, changed
	}
	return n, io.EOF
}

// ReadDir lists a folder.
func (s *steady) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(s.FS, name) }

// kept holds what was made once for each name. Different names are made side by side;
// who asks for one that is being made waits for it. What failed is tried again.
type kept[T any] struct {
	mu    sync.Mutex
	names map[string]*one[T]
}

type one[T any] struct {
	mu    sync.Mutex
	made  bool
	value T
}

// get returns what a name stands for, made at the first call.
func (k *kept[T]) get(name string, make func() (T, error)) (T, error) {
	o := k.of(name)
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.made {
		return o.value, nil
	}
	var err error
	o.value, err = make()
	o.made = err == nil
	return o.value, err
}

func (k *kept[T]) of(name string) *one[T] {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.names == nil {
		k.names = map[string]*one[T]{}
	}
	if k.names[name] == nil {
		k.names[name] = &one[T]{}
	}
	return k.names[name]
}
