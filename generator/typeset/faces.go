package typeset

import (
	"io/fs"
	"sync"
)

// Faces are template files of which the typefaces are opened once for several
// writers. They are files as before for whoever reads them.
type Faces struct {
	fs.FS
	mu     sync.Mutex
	opened map[string]*Face
}

// Share returns templates whose typefaces do not change any more.
func Share(templates fs.FS) *Faces { return &Faces{FS: templates, opened: map[string]*Face{}} }

// open opens a face, or takes the one that was opened before. One that cannot be
// opened is tried again.
func (s *Faces) open(path string) (*Face, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.opened[path]; f != nil {
		return f, nil
	}
	f, err := Open(s.FS, path)
	if err == nil {
		s.opened[path] = f
	}
	return f, err
}
