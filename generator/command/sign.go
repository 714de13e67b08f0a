package command

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
)

// signer reads the key that signs the manifest: from a file, or in a pipeline
// from the environment. Without either nothing is signed, and signer is nil.
//
// A key with a password is opened by TONGGAO_SIGN_PASSWORD; at a terminal it is asked for.
func (t *terminal) signer(file string) (*manifest.Signer, error) {
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
	case password == "" && isTerminal(os.Stdin):
		if password, err = t.typed("Password of the signing key (nothing is shown while you type):"); err != nil {
			return nil, err
		}
		return manifest.ReadSigner(text, password)
	case password == "":
		return nil, message.Errorf("%w: the key has one, and TONGGAO_SIGN_PASSWORD is empty", err)
	}
	return nil, message.Errorf("%w: TONGGAO_SIGN_PASSWORD is not that of the key", err)
}

// filled refuses a flag that was given without a value: it stands for a variable of
// a pipeline that is not set, and must not pass for a flag that was left out.
func filled(c *cobra.Command, names ...string) error {
	for _, name := range names {
		if f := c.Flags().Lookup(name); f.Changed && f.Value.String() == "" {
			return message.Errorf("--%s is empty: give it a value, or leave it out", name)
		}
	}
	return nil
}

// publicKey reads a public key: the key itself, or the name of its file.
func publicKey(written string) (string, error) {
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
