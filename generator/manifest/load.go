package manifest

import (
	"errors"
	"io/fs"
	"os"

	"tonggao/generator/message"
)

// Load reads the manifest of a published folder, and checks its
// signature when a public key is given.
func Load(dir, key string) (Manifest, error) {
	text, err := ReadBounded(os.DirFS(dir), Name)
	if err != nil {
		return Manifest{}, message.Errorf("read the manifest of %s: %w", dir, err)
	}
	if key != "" {
		signature, err := ReadBounded(os.DirFS(dir), SignatureName)
		if errors.Is(err, fs.ErrNotExist) {
			return Manifest{}, message.Errorf("check the signature: %w: %s is not signed", ErrForged, dir)
		}
		if err != nil {
			return Manifest{}, message.Errorf("read the signature: %w", err)
		}
		if err := CheckSignature(key, text, signature); err != nil {
			return Manifest{}, err
		}
	}
	return Read(text)
}
