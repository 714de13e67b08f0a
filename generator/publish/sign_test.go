package publish

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aead.dev/minisign"

	"tonggao/generator/keys"
	"tonggao/generator/manifest"
)

// signer makes a key from a word, so that a test signs the same way each time.
func signer(t *testing.T, word string) *manifest.Signer {
	t.Helper()
	seed := sha256.Sum256([]byte(word))
	_, key, err := minisign.GenerateKey(bytes.NewReader(bytes.Repeat(seed[:], 4)))
	must(t, err)
	text, err := key.MarshalText()
	must(t, err)
	s, err := manifest.ReadSigner(text, "")
	must(t, err)
	return s
}

func TestSignedManifest(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	ours, other := signer(t, "ours"), signer(t, "other")
	files := map[string]string{"index.html": "1"}
	must(t, build(Options{Output: output, Signer: ours}, files))
	text, err := os.ReadFile(filepath.Join(output, manifest.Name))
	must(t, err)
	signature, err := os.ReadFile(filepath.Join(output, manifest.SignatureName))
	must(t, err)
	must(t, manifest.CheckSignature(ours.PublicKey(), text, signature))

	changed := bytes.Replace(text, []byte("index"), []byte("Index"), 1)
	for name, got := range map[string]error{
		"made with key":               manifest.CheckSignature(other.PublicKey(), text, signature),
		"not the one that was signed": manifest.CheckSignature(ours.PublicKey(), changed, signature),
		"read the signature":          manifest.CheckSignature(ours.PublicKey(), text, nil),
		"read the public key":         manifest.CheckSignature("nonsense", text, signature),
	} {
		if got == nil || !strings.Contains(got.Error(), name) {
			t.Errorf("the error is %v, want %q in it", got, name)
		}
	}

	must(t, build(Options{Output: output, Signer: ours}, files))
	again, err := os.ReadFile(filepath.Join(output, manifest.SignatureName))
	must(t, err)
	if !bytes.Equal(signature, again) {
		t.Error("the same manifest has two signatures")
	}
	if err := build(Options{Output: output}, files); err == nil || !strings.Contains(err.Error(), "--unsigned") {
		t.Errorf("a build without a key over a signed folder: %v", err)
	}
	if still, err := os.ReadFile(filepath.Join(output, manifest.SignatureName)); err != nil || !bytes.Equal(signature, still) {
		t.Error("a refused build took the signature away", err)
	}
	must(t, build(Options{Output: output, Unsigned: true}, files))
	if _, err := os.Stat(filepath.Join(output, manifest.SignatureName)); err == nil {
		t.Error("an unsigned build keeps the old signature")
	}
}

func TestBrokenSigningKeyIsRefused(t *testing.T) {
	for _, text := range []string{"", "untrusted comment: x\n", "untrusted comment: x\nRWQ=", strings.Repeat("A", 300)} {
		if _, err := manifest.ReadSigner([]byte(text), "secret"); err == nil {
			t.Errorf("the key %q was read", text)
		}
	}
}

// TestSignedBuildTrustsItsOwnSignatureOnly builds over a folder whose key and
// hashes fit, as somebody could plant who can write into a pipeline's cache.
func TestSignedBuildTrustsItsOwnSignatureOnly(t *testing.T) {
	ours, other := signer(t, "ours"), signer(t, "other")
	run := func(output string, s *manifest.Signer) bool {
		stage, err := Open(t.Context(), Options{Output: output, Signer: s, Unsigned: true})
		must(t, err)
		defer stage.Discard()
		taken := stage.Reuse("index.html", keys.Of("key of 1"))
		if !taken {
			must(t, put(stage, "index.html", "1"))
		}
		must(t, stage.Commit(manifest.Manifest{}))
		return taken
	}
	for name, c := range map[string]struct {
		before, now *manifest.Signer
		taken       bool
	}{
		"same key":      {ours, ours, true},
		"another key":   {other, ours, false},
		"no key before": {nil, ours, false},
		"no key now":    {ours, nil, true},
	} {
		output := filepath.Join(t.TempDir(), "output")
		run(output, c.before)
		if taken := run(output, c.now); taken != c.taken {
			t.Errorf("%s: taken over: %v, want %v", name, taken, c.taken)
		}
	}
}
