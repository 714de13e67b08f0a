package signing_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tonggao/generator/manifest"
	"tonggao/generator/signing"
)

// typed is a keyboard at which somebody types these passwords, one after the other.
func typed(passwords ...string) signing.Keyboard {
	return func(string) (string, error) {
		if len(passwords) == 0 {
			return "", errors.New("nobody types any more")
		}
		password := passwords[0]
		passwords = passwords[1:]
		return password, nil
	}
}

func bare(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"TONGGAO_SIGN_KEY", "TONGGAO_SIGN_PASSWORD", "TONGGAO_KEY_PASSWORD"} {
		t.Setenv(name, "")
	}
	return filepath.Join(t.TempDir(), "bureau.key")
}

// A key that was made signs what its public half checks, with its password, from a file and
// from the environment; with another password it signs nothing.
func TestAKeySigns(t *testing.T) {
	file := bare(t)
	made, err := typed("Long4pass", "Long4pass").Make(file)
	if err != nil {
		t.Fatal(err)
	}
	public, err := signing.PublicKey(made.PublicFile)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := os.ReadFile(made.SecretFile)
	if err != nil {
		t.Fatal(err)
	}
	check := func(s *manifest.Signer, err error) {
		t.Helper()
		if err != nil || s == nil {
			t.Fatal(s, err)
		}
		signature, err := s.Sign([]byte("{}"))
		if err != nil || manifest.CheckSignature(public, []byte("{}"), signature) != nil || manifest.CheckSignature(made.Public, []byte("{} "), signature) == nil {
			t.Errorf("its signature: %v", err)
		}
	}
	check(typed("Long4pass").Signer(file))
	if s, err := typed("other").Signer(file); s != nil || err == nil {
		t.Error("another password opens the key")
	}
	if s, err := signing.Keyboard(nil).Signer(file); s != nil || err == nil {
		t.Error("no password opens the key")
	}
	t.Setenv("TONGGAO_SIGN_KEY", string(secret))
	t.Setenv("TONGGAO_SIGN_PASSWORD", "Long4pass")
	check(signing.Keyboard(nil).Signer(""))
	t.Setenv("TONGGAO_SIGN_PASSWORD", "other")
	if s, err := signing.Keyboard(nil).Signer(""); s != nil || err == nil {
		t.Error("another password of a pipeline opens the key")
	}
}

// Nothing is written over, and nothing is written for a password that will not do; without
// a key nothing is signed.
func TestNoKeyIsMade(t *testing.T) {
	file := bare(t)
	for name, k := range map[string]signing.Keyboard{"none": nil, "two": typed("a", "b"), "empty": typed("", ""), "signs": typed("密码", "密码"), "gone": typed("a")} {
		if _, err := k.Make(file); err == nil {
			t.Errorf("%s: a key was made", name)
		}
		if left, err := filepath.Glob(filepath.Join(filepath.Dir(file), "*")); err != nil || len(left) > 0 {
			t.Errorf("%s: %v was left", name, left)
		}
	}
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := typed("a", "a").Make(file); err == nil {
		t.Error("a key was written over")
	}
	if s, err := signing.Keyboard(nil).Signer(""); s != nil || err != nil {
		t.Errorf("without a key: %v %v", s, err)
	}
}
