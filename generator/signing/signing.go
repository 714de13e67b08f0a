// Package signing knows where a signing key and its password come from: a file, the
// environment of a pipeline, a keyboard; and makes new keys. What a signature is,
// and what is signed, is manifest's.
//
// Begin reading at Keyboard.Signer.
package signing

import (
	"cmp"
	"errors"
	"os"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
)

// Signer reads the key that signs the manifest: from a file, or in a pipeline
// from the environment. Without either nothing is signed, and the signer is nil.
//
// A key with a password is opened by TONGGAO_SIGN_PASSWORD; at a terminal it is asked for.
func (k Keyboard) Signer(file string) (*manifest.Signer, error) {
	text := []byte(os.Getenv("TONGGAO_SIGN_KEY"))
	if file != "" {
		var err error
		if text, err = os.ReadFile(file); err != nil {
			return nil, message.Errorf("read the signing key: %w", err)
		}
	}
	if file == "" && len(text) == 0 {
		return nil, nil
	}
	password := keyPassword()
	s, err := manifest.ReadSigner(text, password)
	switch {
	case !errors.Is(err, manifest.ErrPassword):
		return s, err
	case password == "" && k != nil:
		if password, err = k("Password of the signing key (nothing is shown while you type):"); err != nil {
			return nil, err
		}
		return manifest.ReadSigner(text, password)
	case password == "":
		return nil, message.Errorf("%w: the key has one, and TONGGAO_SIGN_PASSWORD is empty", err)
	}
	return nil, message.Errorf("%w: TONGGAO_SIGN_PASSWORD is not that of the key", err)
}

// Given reads a key that somebody gave, or without one that of the environment; without
// either the signer is nil. A password that was given goes before the environment's. The
// error is manifest.ErrPassword where only the password is wrong.
func Given(text []byte, password string) (*manifest.Signer, error) {
	if len(text) == 0 {
		text = []byte(os.Getenv("TONGGAO_SIGN_KEY"))
	}
	if len(text) == 0 {
		return nil, nil
	}
	return manifest.ReadSigner(text, cmp.Or(password, keyPassword()))
}

// PublicKey reads a public key: the key itself, or the name of its file.
func PublicKey(written string) (string, error) {
	if info, err := os.Stat(written); written == "" || err != nil || info.IsDir() {
		if written != "" && !manifest.IsPublicKey(written) {
			return "", message.Errorf("--key %s: it is no public key, and there is no such file", written)
		}
		return written, nil
	}
	text, err := os.ReadFile(written)
	if err != nil {
		return "", message.Errorf("read the public key: %w", err)
	}
	return string(text), nil
}
