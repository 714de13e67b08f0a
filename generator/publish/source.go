package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/survey"
)

// A source is a published folder that unchanged files can be taken from. One
// that is missing or has no manifest has an empty manifest.
type source struct {
	dir      string
	manifest manifest.Manifest
	sum      [sha256.Size]byte // of the manifest as it is written there
	known    bool              // it has a manifest of ours
	trusted  bool              // files may be taken from it
	seen     *survey.Tree      // nil for any but the published one
	signed   bool              // a signature lies beside the manifest, whosesoever
}

// openSource reads the manifest of a folder. With a signer the folder is trusted
// only when the same key signed it: a build must not sign what somebody else put
// into a cache, however well the hashes fit.
func openSource(dir string, signer *manifest.Signer) (source, error) {
	s := source{dir: dir}
	file, err := os.Open(filepath.Join(dir, manifest.Name))
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, message.Errorf("read the manifest of %s: %w", dir, err)
	}
	defer file.Close()
	text := summed{file: file, hash: sha256.New()}
	s.manifest, err = manifest.ReadFrom(&text)
	if text.err != nil {
		return s, message.Errorf("read the manifest of %s: %w", dir, text.err)
	}
	text.hash.Sum(s.sum[:0])
	s.known = err == nil // a broken manifest is as none: the folder counts as foreign
	_, missing := os.Lstat(filepath.Join(dir, manifest.SignatureName))
	s.signed = s.known && missing == nil
	s.trusted = s.known && (signer == nil || signedBy(signer, dir, s.sum))
	return s, nil
}

// Published reports whether something of ours may be published in the folder.
func (o Options) Published() bool {
	_, err := os.Lstat(filepath.Join(o.Output, manifest.Name))
	return err == nil
}

// Published is the manifest of the published folder, false where none of ours is there.
func (s *Stage) Published() (manifest.Manifest, bool) {
	return s.sources[0].manifest, s.sources[0].known
}

// Described is what the manifest of the published folder tells of a notice, where it would
// tell the same again: a file of the notice has its key there, and the manifest is the one
// that a build left.
func (s *Stage) Described(notice, file, key string) *manifest.Notice {
	if _, is := s.sources[0].keyed(file, key); !is || s.sealed.manifest == "" {
		return nil
	}
	old := s.sources[0].manifest.Notices
	i, found := slices.BinarySearchFunc(old, notice, func(n manifest.Notice, id string) int { return strings.Compare(n.ID, id) })
	if !found || old[i].Gone {
		return nil
	}
	return &old[i]
}

// signedBy reports whether a manifest of a sum is signed.
func signedBy(signer *manifest.Signer, dir string, sum [sha256.Size]byte) bool {
	text, unread := os.ReadFile(filepath.Join(dir, manifest.Name))
	signature, err := os.ReadFile(filepath.Join(dir, manifest.SignatureName))
	return unread == nil && err == nil && sha256.Sum256(text) == sum && manifest.CheckSignature(signer.PublicKey(), text, signature) == nil
}

// A summed file is one that is read from its beginning to its end, a second time if need be.
type summed struct {
	file *os.File
	hash hash.Hash // of what was read
	err  error     // what failed
}

func (f *summed) Read(p []byte) (int, error) {
	n, err := f.file.Read(p)
	f.hash.Write(p[:n])
	if err != nil && err != io.EOF {
		f.err = err
	}
	return n, err
}

func (f *summed) Seek(offset int64, whence int) (int64, error) {
	f.hash.Reset()
	return f.file.Seek(offset, whence)
}

// survey looks at the published folder: folders that have their marks are intact, if the
// manifest is the one that the seal tells of. Where others may have written into it, on a disk
// of the net or one that has been in another machine, no stamp says so, and all is read.
func (s *Stage) survey(o Options) (err error) {
	if s.marked {
		s.sealed = s.seal()
		if s.clock, err = survey.Clock(s.work); err != nil {
			return explain("prepare", o.Output, err)
		}
	}
	return s.lookAt(o)
}

// lookAt looks at the published folder, if there is one.
func (s *Stage) lookAt(o Options) error {
	s.seen = &survey.Tree{}
	now, err := survey.Of(s.output, s.sealed.folders, s.marked && survey.Local(s.output))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return explain("look into", o.Output, err)
	}
	s.seen = now
	return nil
}

// judge looks once more where the seal told of another tree, and refuses what no build made
// in folders that are not intact, since the exchange would destroy it. Dot-files at the top
// survive an exchange; those below it, such as .DS_Store, are no loss.
func (s *Stage) judge(o Options, old *source) error {
	if s.sealed.manifest != hex.EncodeToString(old.sum[:]) {
		misled := len(s.sealed.folders) > 0
		s.sealed.folderSeals = folderSeals{}
		if misled {
			if err := s.lookAt(o); err != nil {
				return err
			}
		}
	}
	s.seal, s.look, s.sealed.folders = nil, nil, nil // that of a country takes room
	old.seen = s.seen
	foreign := slices.DeleteFunc(s.seen.Strange, old.made)
	if len(foreign) == 0 || o.Force {
		return nil
	}
	slices.Sort(foreign)
	return message.Errorf("publish to %s: it holds files that tonggao did not make (%s): move them away, or replace the folder with --force", o.Output, problem.Some(foreign))
}

// made reports whether a file of the folder came from a build.
func (s source) made(name string) bool {
	return s.manifest.Files.Has(name) || s.known && (name == manifest.Name || name == manifest.SignatureName)
}
