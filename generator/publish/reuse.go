package publish

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
)

// A taken file is one of a source that Reuse found to be what is wanted.
type taken struct {
	name string      // on this system
	info fs.FileInfo // when its hash was checked
}

// errChanged says that somebody else wrote into a folder that files are taken
// from. The next build finds a hash that is wrong and renders the file.
var errChanged = message.New("it was changed while this build ran: build again")

// Reuse takes a file over from the published folder when its key there is the
// same, and reports whether it did. The file's own hash is checked first: one
// that was changed or lost is not taken over. An empty key is never the same.
//
// The new tree gets the file from Commit, which may find that there is no need of
// a new tree at all.
func (s *Stage) Reuse(path, key string) bool {
	for _, from := range s.sources {
		e, ok := from.manifest.Files[path]
		if !ok || !from.trusted || key == "" || e.Key != key {
			continue
		}
		found, intact := from.find(path, e)
		if !intact {
			continue
		}
		s.mu.Lock()
		s.taken[path] = found
		s.mu.Unlock()
		s.enter(path, e)
		return true
	}
	return false
}

// find returns a file of a source, and whether it is the regular file that its
// entry describes.
func (s source) find(path string, e manifest.Entry) (taken, bool) {
	local, err := filepath.Localize(path)
	if err != nil {
		return taken{}, false
	}
	name := filepath.Join(s.dir, local)
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != e.Size {
		return taken{}, false
	}
	os.SameFile(info, info) // Windows asks for a file's number when it is first compared
	if _, intact := s.intact[folderOf(path)]; intact {
		return taken{name, info}, true
	}
	sum, err := sumOfFile(name)
	return taken{name, info}, err == nil && sum == e.SHA256
}

// folderOf is the folder of a file, as marks have it.
func folderOf(file string) string { return path.Dir(file) }

// Open opens a file of the tree that Commit will publish: one that was created
// and closed, or one that is to be taken over.
func (s *Stage) Open(name string) (fs.File, error) {
	s.mu.Lock()
	from, reused := s.taken[name]
	s.mu.Unlock()
	if reused {
		return os.Open(from.name)
	}
	return os.DirFS(s.tree).Open(name)
}

// takeOver gives the new tree the files that Reuse found.
func (s *Stage) takeOver() error {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, path := range slices.Sorted(maps.Keys(s.taken)) {
		group.Go(func() error {
			if err := s.adopt(path, s.taken[path]); err != nil {
				return explain("take over", path, err)
			}
			return nil
		})
	}
	return group.Wait()
}

func (s *Stage) adopt(path string, from taken) error {
	to, err := s.place(path)
	if err != nil {
		return err
	}
	if s.spare && from.still(to) == nil {
		return nil
	}
	if err := s.clear(to); err != nil {
		return err
	}
	if os.Link(from.name, to) == nil {
		return from.still(to)
	}
	if err := copyFile(from.name, to); err != nil {
		return err
	}
	sum, err := sumOfFile(to)
	if err == nil && sum != s.files[path].SHA256 {
		err = errChanged
	}
	return err
}

// still returns an error unless a new name leads to the very file whose hash was
// checked, and nobody has written into it since.
func (t taken) still(name string) error {
	info, err := os.Lstat(name)
	if err != nil {
		return err
	}
	if !os.SameFile(info, t.info) || info.Size() != t.info.Size() || !info.ModTime().Equal(t.info.ModTime()) {
		return errChanged
	}
	return nil
}

// published reports whether the published folder is the new tree already: each
// file was found in it and none is missing, for the manifest would be the same.
// That no further files are in it was seen when the stage was opened.
func (s *Stage) published(text []byte) bool {
	old := s.sources[0]
	if s.forced || !old.known || len(s.taken) != len(s.files) || sha256.Sum256(text) != old.sum {
		return false
	}
	for path, from := range s.taken {
		if local, err := filepath.Localize(path); err != nil || from.name != filepath.Join(old.dir, local) {
			return false
		}
	}
	_, err := os.Lstat(filepath.Join(old.dir, manifest.SignatureName))
	return s.signer != nil || errors.Is(err, fs.ErrNotExist) // a trusted folder is signed
}

// sumOfFile is the hash of a file.
func sumOfFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	return manifest.Sum(f)
}
