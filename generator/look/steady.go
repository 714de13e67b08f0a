package look

import (
	"hash/maphash"
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
	sum := maphash.Bytes(s.seed, text)
	s.mu.Lock()
	defer s.mu.Unlock()
	if before, known := s.sums[name]; known && before != sum {
		return nil, message.Errorf("read template %s: it was changed while the site was built; build again", name)
	}
	s.sums[name] = sum
	return text, nil
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
