package manifest

import (
	"bytes"
	"io"

	"aead.dev/minisign"

	"tonggao/generator/message"
)

// ErrPassword is in the chain of an error that says: a key was not opened by the
// password.
var ErrPassword = message.New("the password does not open it, or it is broken")

// IsPublicKey reports whether a text is a public key, as minisign prints it.
func IsPublicKey(text string) bool {
	var key minisign.PublicKey
	return key.UnmarshalText([]byte(text)) == nil
}

// A Signer signs manifests with a minisign key, so that anyone can check them
// with a program that is not ours.
type Signer struct{ key minisign.PrivateKey }

// ReadSigner decodes a secret key as minisign -G writes it. The password is not
// used for a key that was made without one (minisign -G -W).
func ReadSigner(text []byte, password string) (*Signer, error) {
	var key minisign.PrivateKey
	var err error
	if minisign.IsEncrypted(text) {
		if key, err = minisign.DecryptKey(password, text); err != nil {
			err = ErrPassword
		}
	} else {
		err = key.UnmarshalText(text)
	}
	if err != nil {
		return nil, message.Errorf("read the signing key: %w", err)
	}
	return &Signer{key}, nil
}

// PublicKey returns the key that checks the signatures, as minisign prints it.
func (s *Signer) PublicKey() string { return s.key.Public().(minisign.PublicKey).String() }

// Sign returns the signature of a manifest: the same for the same bytes, since
// its comment carries no time.
func (s *Signer) Sign(manifest []byte) ([]byte, error) {
	r := minisign.NewReader(bytes.NewReader(manifest))
	if _, err := io.Copy(io.Discard, r); err != nil {
		return nil, message.Errorf("sign the manifest: %w", err)
	}
	signature := r.SignWithComments(s.key, "file:"+Name, "signature of a tonggao manifest")
	if err := CheckSignature(s.PublicKey(), manifest, signature); err != nil {
		return nil, message.Errorf("sign the manifest: %w", err)
	}
	return signature, nil
}

// ErrForged is in the chain of an error that says: this manifest is not what it
// claims to be. Others are the machine's, or those of a key that is no key.
var ErrForged = message.New("not what it claims to be")

// CheckSignature returns an error unless a manifest was signed with the secret
// half of a public key. The key may be as minisign prints it or a whole file.
func CheckSignature(publicKey string, manifest, signature []byte) error {
	var key minisign.PublicKey
	if err := key.UnmarshalText([]byte(publicKey)); err != nil {
		return message.Errorf("read the public key: %w", err)
	}
	var s minisign.Signature
	if err := s.UnmarshalText(signature); err != nil {
		return message.Errorf("read the signature: %w: %w", ErrForged, err)
	}
	if s.KeyID != key.ID() {
		return message.Errorf("check the signature: %w: it was made with key %016X, not with %016X", ErrForged, s.KeyID, key.ID())
	}
	if !minisign.Verify(key, manifest, signature) {
		return message.Errorf("check the signature: %w: the manifest is not the one that was signed", ErrForged)
	}
	return nil
}
