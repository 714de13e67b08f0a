package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// A source is a published folder that unchanged files can be taken from. One
// that is missing or has no manifest has an empty manifest.
type source struct {
	dir      string
	manifest manifest.Manifest
	sum      [sha256.Size]byte // of the manifest as it is written there
	known    bool              // it has a manifest of ours
	trusted  bool              // files may be taken from it
	signed   bool              // a signature lies beside the manifest, whosesoever
}

// openSource reads the manifest of a folder. With a signer the folder is trusted
// only when the same key signed it: a build must not sign what somebody else put
// into a cache, however well the hashes fit.
func openSource(dir string, signer *manifest.Signer) (source, error) {
	s := source{dir: dir}
	text, err := os.ReadFile(filepath.Join(dir, manifest.Name))
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return s, message.Errorf("read the manifest of %s: %w", dir, err)
	}
	s.manifest, err = manifest.Read(bytes.NewReader(text))
	s.sum = sha256.Sum256(text)
	s.known = err == nil // a broken manifest is as none: the folder counts as foreign
	_, missing := os.Lstat(filepath.Join(dir, manifest.SignatureName))
	s.signed = s.known && missing == nil
	s.trusted = s.known && (signer == nil || signedBy(signer, dir, text))
	return s, nil
}

func signedBy(signer *manifest.Signer, dir string, text []byte) bool {
	signature, err := os.ReadFile(filepath.Join(dir, manifest.SignatureName))
	return err == nil && manifest.CheckSignature(signer.PublicKey(), text, signature) == nil
}

// refuseForeign returns an error when the published folder holds a file that its
// manifest does not name, since the exchange would destroy it. Dot-files at the
// top survive an exchange; those below it, such as .DS_Store, are no loss.
func refuseForeign(output string, old source) error {
	var foreign []string
	err := filepath.WalkDir(old.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(old.dir, path)
		if err != nil {
			return err
		}
		if strings.HasPrefix(d.Name(), ".") && rel != "." {
			return skip(d)
		}
		if name := filepath.ToSlash(rel); !d.IsDir() && !old.made(name) {
			foreign = append(foreign, name)
		}
		return nil
	})
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return explain("look into", output, err)
	case len(foreign) == 0:
		return nil
	}
	return message.Errorf("publish to %s: it holds files that tonggao did not make (%s): move them away, or replace the folder with --force", output, problem.Some(foreign))
}

// made reports whether a file of the folder came from a build.
func (s source) made(name string) bool {
	_, listed := s.manifest.Files[name]
	return listed || s.known && (name == manifest.Name || name == manifest.SignatureName)
}

func skip(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}
