package publish

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"tonggao/generator/disk"
	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/survey"
)

// exchange makes the new tree the published one. Afterwards the old tree, if
// there was one, stands at the place that it returns.
//
// Where the system exchanges two folders in one step, that is the whole story.
// Elsewhere the old tree is moved into the work folder and the new one to its
// place: a program killed between the two leaves no output, and restore, at the
// start of the next build, moves the old tree back.
func exchange(tree, output, work string) (string, error) {
	_, err := os.Lstat(output)
	if errors.Is(err, fs.ErrNotExist) {
		return tree, disk.Rename(tree, output)
	}
	if err != nil {
		return tree, err
	}
	err = swap(tree, output)
	if !errors.Is(err, errors.ErrUnsupported) {
		return tree, err
	}
	return inTwoSteps(tree, output, filepath.Join(work, "old"))
}

// inTwoSteps is the exchange of a system that cannot do it in one.
func inTwoSteps(tree, output, old string) (string, error) {
	if err := disk.Rename(output, old); err != nil {
		return tree, err
	}
	if err := disk.Rename(tree, output); err != nil {
		return tree, errors.Join(err, disk.Rename(old, output))
	}
	return old, nil
}

// restore mends what a build left that was killed between the two steps: where
// the output is missing the old tree goes back, else it is no longer needed.
func restore(output, work string) error {
	old := filepath.Join(work, "old")
	if _, err := os.Lstat(old); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	_, err := os.Lstat(output)
	if errors.Is(err, fs.ErrNotExist) {
		return disk.Rename(old, output)
	}
	if err != nil {
		return err
	}
	return removeTree(old)
}

// noteWhole notes when the new tree is whole; without a clock nothing that is new is sealed.
func (s *Stage) noteWhole() {
	if now, err := survey.Clock(s.work); err == nil {
		s.whole = now.UnixNano()
	}
}

// Commit takes over the files that Reuse found, writes the manifest, makes all
// that was written last through a loss of power, and exchanges the new tree with
// the published one; it leaves that alone when it is the same already. On an error
// before the exchange the published folder is unchanged, and Discard is still
// needed.
func (s *Stage) Commit(m manifest.Manifest) error {
	var sum [sha256.Size]byte
	var unwritten error
	var encoding sync.WaitGroup
	encoding.Go(func() { sum, unwritten = s.writeManifest(m) })
	s.shares, s.inShares = s.sharesOf()
	s.hush()
	if encoding.Wait(); unwritten != nil {
		return explain("write", manifest.Name, unwritten)
	}
	if s.published(sum) {
		s.kept = s.spare
		_ = s.writeSeal(s.left, sum)
		s.Discard()
		return nil
	}
	if err := s.takeOver(); err != nil {
		return err
	}
	if err := s.tidy(); err != nil {
		return explain("bring up to date", s.tree, err)
	}
	if err := s.sign(); err != nil {
		return err
	}
	if err := s.keepDotFiles(); err != nil {
		return explain("keep the dot-files of", s.output, err)
	}
	if err := syncTree(s.tree); err != nil {
		return explain("write", s.output, err)
	}
	s.noteWhole()
	old, err := exchange(s.tree, s.output, s.work)
	if err != nil {
		return explain("put the new tree in the place of", s.output, err)
	}
	if err := syncFolder(filepath.Dir(s.output)); err != nil {
		return explain("write", s.output, err)
	}
	err = s.keepSpare(old)
	_ = s.writeSeal(s.handed, sum) // it only saves time, and a part of one is none
	s.Discard()
	if err != nil && !disk.Held(err) { // what is read elsewhere is removed by the next build
		return message.Errorf("remove the old tree, after the new one was published: %w", err)
	}
	return nil
}

// writeManifest puts a manifest into the new tree, and returns its hash.
func (s *Stage) writeManifest(m manifest.Manifest) (sum [sha256.Size]byte, err error) {
	s.used.Store(true)
	name := filepath.Join(s.tree, manifest.Name)
	if err := s.clear(name); err != nil {
		return sum, err
	}
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return sum, err
	}
	hash := sha256.New()
	err = m.EncodeTo(io.MultiWriter(hash, file), s.inOrder())
	hash.Sum(sum[:0])
	return sum, errors.Join(err, file.Close())
}

// sign puts the signature of the manifest beside it, when there is a key.
func (s *Stage) sign() error {
	if s.signer == nil {
		return nil
	}
	text, err := os.ReadFile(filepath.Join(s.tree, manifest.Name))
	if err != nil {
		return explain("write", manifest.SignatureName, err)
	}
	signature, err := s.signer.Sign(text)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(s.tree, manifest.SignatureName), signature, 0o666); err != nil {
		return explain("write", manifest.SignatureName, err)
	}
	return nil
}
