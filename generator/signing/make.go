package signing

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
)

// Made is a pair of keys that were written: the names of their files, and the public key
// itself.
type Made struct{ SecretFile, PublicFile, Public string }

// Make writes the two halves of a new key, and never over a file. The secret half is locked
// with the password of TONGGAO_KEY_PASSWORD, or one that is typed twice.
func (k Keyboard) Make(secretFile string) (Made, error) {
	m := Made{SecretFile: secretFile, PublicFile: strings.TrimSuffix(secretFile, ".key") + ".pub"}
	for _, name := range []string{m.SecretFile, m.PublicFile} {
		if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
			return m, message.Errorf("%s is there already and is not written over: what was signed with a lost key cannot be signed again; choose another name", name)
		}
	}
	password, err := k.newPassword()
	if err != nil {
		return m, err
	}
	secret, public, err := manifest.NewKey(rand.Reader, password)
	if err != nil {
		return m, err
	}
	if err := createFile(m.PublicFile, public, 0o644); err != nil {
		return m, err
	}
	_, m.Public, _ = strings.Cut(strings.TrimSpace(string(public)), "\n")
	return m, createFile(m.SecretFile, secret, 0o600)
}

// createFile writes a file that is not there yet; the mode keeps the secret half from
// other users, where the system has such modes.
func createFile(name string, content []byte, mode fs.FileMode) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return message.Errorf("write the signing key: %w", err)
	}
	_, err = file.Write(content)
	if err := errors.Join(err, file.Close()); err != nil {
		return message.Errorf("write the signing key: %w", err)
	}
	return nil
}
