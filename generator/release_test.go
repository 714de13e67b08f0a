package generator

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// TestReleaseIsTheSameTwice makes the release for one system, as its workflow does, twice:
// the same bytes, with all that an archive must have, and sums that are right.
func TestReleaseIsTheSameTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("the program is compiled four times")
	}
	first, second := release(t), release(t)
	if len(first) < 8 {
		t.Errorf("the release has %d files", len(first))
	}
	for name, text := range first {
		if !bytes.Equal(text, second[name]) {
			t.Errorf("%s is made otherwise the second time", name)
		}
	}
	const archive = "tonggao-0.0.1-windows-amd64.zip"
	z, err := zip.NewReader(bytes.NewReader(first[archive]), int64(len(first[archive])))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, strings.TrimPrefix(f.Name, "tonggao-0.0.1-windows-amd64/"))
	}
	for _, want := range []string{"tonggao.exe", "README.zh-CN.md", "LICENSE", "completions/tonggao.ps1", "licences/github.com/spf13/cobra/LICENSE.txt", "licences/go/LICENSE"} {
		if !slices.Contains(names, want) {
			t.Errorf("%s lacks %s", archive, want)
		}
	}
	sum := sha256.Sum256(first[archive])
	if line := hex.EncodeToString(sum[:]) + "  " + archive + "\n"; !strings.Contains(string(first["SHA256SUMS"]), line) {
		t.Errorf("SHA256SUMS lacks %s", line)
	}
	for _, name := range []string{"tonggao.scoop.json", "tonggao-0.0.1.spdx.json"} {
		if !json.Valid(first[name]) {
			t.Errorf("%s is no JSON", name)
		}
	}
}

// release makes a release into a folder and returns its files.
func release(t *testing.T) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	c := exec.Command(testkit.Need(t, "go"), "run", "./.ci/release", "--version", "v0.0.1", "--out", dir, "--systems", "windows/amd64")
	c.Dir, c.Env = "..", append(os.Environ(), "SOURCE_DATE_EPOCH=1700000000", "TONGGAO_RELEASE_KEY=")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}
