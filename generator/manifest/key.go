package manifest

import (
	"io"

	"aead.dev/minisign"

	"tonggao/generator/message"
)

// NewKey makes a signing key from random octets. The secret half is encrypted with the
// password, in the form of minisign -G, which ReadSigner reads; the public half is a file
// as minisign writes it. Encryption takes a second or two and a gigabyte, so that guessing
// passwords does too.
func NewKey(random io.Reader, password string) (secret, public []byte, err error) {
	publicKey, secretKey, err := minisign.GenerateKey(random)
	if err != nil {
		return nil, nil, message.Errorf("make the signing key: %w", err)
	}
	if secret, err = minisign.EncryptKey(password, secretKey); err != nil {
		return nil, nil, message.Errorf("make the signing key: %w", err)
	}
	if public, err = publicKey.MarshalText(); err != nil {
		return nil, nil, message.Errorf("make the signing key: %w", err)
	}
	return append(secret, '\n'), append(public, '\n'), nil
}
