// Package survey tells how a folder looks from outside: nothing in it is read, so that to
// find out that none of a country's files was touched takes a call for each.
//
// It trusts the stamps that a system puts on what is done to a file, and nothing else. Where
// a system has none, no folder is as it was, and all has to be read. What follows from a folder
// that was touched, publish decides. Begin reading at Of.
package survey

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
)

// A Tree is a folder with all that is in it, as it looks from outside.
type Tree struct {
	mu      sync.Mutex
	device  uint64            // that of the top
	Folders map[string]*Sight // by path with slashes, "." for the top
	Strange []string          // files in folders whose mark is not the one that was known
}

// At is how a folder looks; where there is none, like nothing.
func (s *Tree) At(folder string) *Sight {
	if seen := s.Folders[folder]; seen != nil {
		return seen
	}
	return &Sight{}
}

// Of looks at all folders of a tree, many at a time, and makes marks if it is to.
func Of(dir string, known map[string]Known, marks bool) (*Tree, error) {
	s := &Tree{Folders: make(map[string]*Sight, len(known))}
	top, err := os.Open(dir)
	if err != nil {
		return s, err
	}
	defer top.Close()
	self, _ := traceOfFolder(top)
	s.device = self.device
	var group errgroup.Group
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	var look func(folder string) error
	look = func(folder string) error {
		seen, err := s.look(top, folder, known[folder], marks)
		for name := range Each(seen.Folders) {
			if err != nil {
				return err
			}
			below := In(folder, name)
			if !group.TryGo(func() error { return look(below) }) {
				err = look(below)
			}
		}
		return err
	}
	group.Go(func() error { return look(".") })
	return s, group.Wait()
}

// Is reports whether a tree has the folders that were known, no others, and each with its
// mark. Of nothing, nothing can be said.
func (s *Tree) Is(known map[string]Known) bool {
	for _, seen := range s.Folders {
		if !seen.Intact {
			return false
		}
	}
	return len(known) > 0 && len(s.Folders) == len(known)
}

// look looks at one folder, and lists it if it does not know what is in it.
func (s *Tree) look(top *os.File, folder string, known Known, marks bool) (Sight, error) {
	seen, is := glance(top, folder, known)
	if !is {
		at, err := os.Open(filepath.Join(top.Name(), filepath.FromSlash(folder)))
		if err != nil {
			return seen, err
		}
		defer at.Close()
		if seen, err = SightOf(at, folder, marks); err != nil {
			return seen, err
		}
	}
	seen.Intact = seen.Mark != Mark{} && seen.Mark == known.Mark && seen.device == s.device
	if seen.Intact {
		seen.Twin = known.Twin
	}
	var strange []string
	if !seen.Intact {
		for name := range Each(seen.Files) {
			if !strings.HasPrefix(name, ".") {
				strange = append(strange, In(folder, name))
			}
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Folders[folder] = &seen
	s.Strange = append(s.Strange, strange...)
	return seen, nil
}

// glance looks at a folder that has its stamp still: no name in it came, went or leads
// elsewhere since it was listed, so that its files can be asked for without a list. The
// folders on the way are no links, since who asks went through them.
func glance(top *os.File, folder string, known Known) (Sight, bool) {
	if known.Stamp == (Stamp{}) || folder == "." {
		return Sight{}, false
	}
	self, is := TraceIn(top, folder, true)
	if !is || self.Stamp() != known.Stamp {
		return Sight{}, false
	}
	seen := Sight{Names: known.Names, Stamp: known.Stamp, All: known.Count(), Made: self.Newest(), device: self.device}
	return seen, seen.look(top, folder+"/")
}
