package command

import (
	"fmt"
	"os"

	"tonggao/generator/publish"
)

// signer reads the key that signs the manifest: from a file, or in a pipeline
// from the environment. Without either nothing is signed, and signer is nil.
func signer(file string) (*publish.Signer, error) {
	text := []byte(os.Getenv("TONGGAO_SIGN_KEY"))
	if file != "" {
		var err error
		if text, err = os.ReadFile(file); err != nil {
			return nil, fmt.Errorf("read the signing key: %w", err)
		}
	}
	if file == "" && len(text) == 0 {
		return nil, nil
	}
	return publish.ReadSigner(text, os.Getenv("TONGGAO_SIGN_PASSWORD"))
}

// publicKey reads a public key: the key itself, or the name of its file.
func publicKey(written string) (string, error) {
	if info, err := os.Stat(written); written == "" || err != nil || info.IsDir() {
		return written, nil
	}
	text, err := os.ReadFile(written)
	if err != nil {
		return "", fmt.Errorf("read the public key: %w", err)
	}
	return string(text), nil
}
