package publish

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"tonggao/generator/disk"
	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/survey"
)

// errChanged says that somebody else wrote into a folder that files are taken
// from. The next build finds a hash that is wrong and renders the file.
var errChanged = message.New("it was changed while this build ran: build again")

// spoilt says that a file could not be taken over. If it was not what its folder's mark stood
// for, as on a disk that loses octets, no mark is believed any more: the next build reads all.
func (s *Stage) spoilt(path string, err error) error {
	if errors.Is(err, errChanged) {
		_ = s.unseal()
	}
	return explain("take over", path, err)
}

// Reuse takes a file over from the published folder when its key there is the
// same, and reports whether it did. The file's own hash is checked first: one
// that was changed or lost is not taken over.
//
// The new tree gets the file from Commit, which may find that there is no need of
// a new tree at all.
func (s *Stage) Reuse(path, key string) bool {
	for i := range s.sources {
		from := &s.sources[i]
		file, is := from.keyed(path, key)
		if !is || !from.trusted {
			continue
		}
		e := from.manifest.Files.Entry(file)
		info, intact := from.find(path, e)
		if !intact {
			continue
		}
		if info != nil {
			s.mu.Lock()
			s.checked[path] = info
			s.mu.Unlock()
		}
		if i == 0 {
			s.taken[file].Store(true)
		} else {
			s.enter(path, record{e, int32(i + 1)})
		}
		return true
	}
	return false
}

// Has reports whether the published folder has a file as it would be made with a
// key, for it would be taken over.
func (s *Stage) Has(path, key string) bool {
	from := &s.sources[0]
	file, is := from.keyed(path, key)
	if !is || !from.trusted {
		return false
	}
	_, intact := from.find(path, from.manifest.Files.Entry(file))
	return intact
}

// keyed is the number of a file in a source's manifest, where it was made with a key. An
// empty key is never the same.
func (s *source) keyed(path, key string) (file int, is bool) {
	file, listed := s.manifest.Files.Find(path)
	wanted := manifest.KeyOf(key)
	return file, listed && wanted != manifest.Key{} && s.manifest.Files.Entry(file).Key == wanted
}

// find looks for a file of a source, and reports whether it is the regular file that its
// entry describes. What lies in a folder with its mark need not be looked at: the mark stands
// for all files that the manifest lists there.
func (s *source) find(path string, e manifest.Entry) (fs.FileInfo, bool) {
	if s.seen != nil && s.seen.At(survey.FolderOf(path)).Intact {
		return nil, true
	}
	name, err := s.name(path)
	if err != nil {
		return nil, false
	}
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != e.Size {
		return nil, false
	}
	os.SameFile(info, info) // Windows asks for a file's number when it is first compared
	sum, err := sumOfFile(name)
	return info, err == nil && sum == e.SHA256
}

// name is the name of a file of a source on this system.
func (s *source) name(path string) (string, error) {
	local, err := filepath.Localize(path)
	return filepath.Join(s.dir, local), err
}

// Open opens a file of the tree that Commit will publish: one that was created
// and closed, or one that is to be taken over.
func (s *Stage) Open(name string) (fs.File, error) {
	from := &source{dir: s.tree}
	if file, has := s.of(name); has && file.from > 0 {
		from = s.source(file)
	}
	local, err := from.name(name)
	if err != nil {
		return nil, err
	}
	return disk.Open(local)
}

// takeOver gives the new tree the files that Reuse found, but those of quiet folders,
// which a spare tree has.
func (s *Stage) takeOver() error {
	var wanted []string
	for path, file := range s.all() {
		if file.from > 0 && !s.shares[survey.FolderOf(path)].quiet {
			wanted = append(wanted, path)
		}
	}
	slices.Sort(wanted)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, path := range wanted {
		group.Go(func() error {
			file, _ := s.of(path)
			if err := s.adopt(path, file); err != nil {
				return s.spoilt(path, err)
			}
			return nil
		})
	}
	return group.Wait()
}

func (s *Stage) adopt(path string, file record) error {
	name, err := s.source(file).name(path)
	if err != nil {
		return err
	}
	to, err := s.place(path)
	if err != nil {
		return err
	}
	info, err := s.found(path, name, file.Entry)
	if err != nil {
		return err
	}
	if s.spare && still(to, info) == nil {
		return nil
	}
	if err := s.clear(to); err != nil {
		return err
	}
	if os.Link(name, to) == nil {
		return still(to, info)
	}
	s.mu.Lock()
	s.copied[survey.FolderOf(path)] = true
	s.mu.Unlock()
	if err := copyFile(name, to); err != nil {
		return err
	}
	sum, err := sumOfFile(to)
	if err == nil && sum != file.SHA256 {
		err = errChanged
	}
	return err
}

// found is a file as it was when its content was found good. It is kept where Commit will ask
// for it once more.
func (s *Stage) found(path, name string, e manifest.Entry) (fs.FileInfo, error) {
	s.mu.Lock()
	info := s.checked[path]
	s.mu.Unlock()
	if info != nil {
		return info, nil
	}
	info, err := s.unharmed(path, name, e)
	if err == nil && s.shares[survey.FolderOf(path)].other {
		s.mu.Lock()
		s.checked[path] = info
		s.mu.Unlock()
	}
	return info, err
}

// unharmed looks at a file for which its folder's mark stood. What something was done to
// since then, such as to take a second name of it away, is read.
func (s *Stage) unharmed(path, name string, e manifest.Entry) (fs.FileInfo, error) {
	info, err := os.Lstat(name)
	t, regular := survey.TraceAt(name, false)
	if err != nil || !regular || t.Size != e.Size {
		return nil, errors.Join(errChanged, err)
	}
	if t.Newest() > s.seen.At(survey.FolderOf(path)).Newest {
		if sum, err := sumOfFile(name); err != nil || sum != e.SHA256 {
			return nil, errors.Join(errChanged, err)
		}
	}
	return info, nil
}

// still returns an error unless a new name leads to the very file whose hash was
// checked, and nobody has written into it since.
func still(name string, checked fs.FileInfo) error {
	info, err := os.Lstat(name)
	if err != nil {
		return err
	}
	if !os.SameFile(info, checked) || info.Size() != checked.Size() || !info.ModTime().Equal(checked.ModTime()) {
		return errChanged
	}
	return nil
}

// published reports whether the published folder is the new tree already: each
// file was found in it and none is missing, for the manifest would be the same.
// That no further files are in it was seen when the stage was opened.
func (s *Stage) published(sum [sha256.Size]byte) bool {
	old := &s.sources[0]
	if s.forced || !old.known || sum != old.sum || s.shares["."] == nil || s.shares["."].other {
		return false
	}
	info, err := os.Lstat(filepath.Join(old.dir, manifest.Name))
	if err != nil || !info.Mode().IsRegular() { // a link was put in its place
		return false
	}
	_, err = os.Lstat(filepath.Join(old.dir, manifest.SignatureName))
	return s.signer != nil || errors.Is(err, fs.ErrNotExist) // a trusted folder is signed
}

// sumOfFile is the hash of a file.
func sumOfFile(name string) (manifest.Hash, error) {
	f, err := os.Open(name)
	if err != nil {
		return manifest.Hash{}, err
	}
	defer f.Close()
	return manifest.Sum(f)
}
