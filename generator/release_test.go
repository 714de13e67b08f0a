package generator

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"aead.dev/minisign"

	"tonggao/generator/manifest"
)

// TestReleaseDryRun makes a release twice, as a tag does: the same bytes, archives with
// what a clerk needs in them, checksums that hold and whose signature fits.
func TestReleaseDryRun(t *testing.T) {
	if os.Getenv("TONGGAO_REQUIRE") == "" {
		t.Skip("builds the program for several systems")
	}
	systems := []string{"linux/amd64", "linux/arm64", "linux/loong64", "windows/amd64", "windows/arm64", "darwin/amd64", "darwin/arm64"}
	first := released(t, systems)
	for name, text := range released(t, systems) {
		if !bytes.Equal(text, first[name]) {
			t.Errorf("%s has other bytes the second time", name)
		}
	}
	for _, system := range systems {
		holdsArchive(t, first, system)
	}
	for name, text := range first { // the table of docs/performance.md, with the papers that lie in an archive
		if len(text) > 23<<20 {
			t.Errorf("%s has grown to %d octets", name, len(text))
		}
	}
	holdsSums(t, first)
	for _, name := range []string{"tonggao.scoop.json", "tonggao-1.2.3.spdx.json"} {
		if !json.Valid(first[name]) {
			t.Errorf("%s is no JSON", name)
		}
	}
	if bill := string(first["tonggao-1.2.3.spdx.json"]); !strings.Contains(bill, "pkg:golang/github.com/yuin/goldmark@") || strings.Contains(bill, "chromedp") {
		t.Error("the bill does not list the libraries of the program and no others")
	}
}

// released runs .ci/release and returns the files of a release.
func released(t *testing.T, systems []string) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	c := exec.Command("go", "run", "./.ci/release", "--version", "v1.2.3", "--out", dir, "--systems", strings.Join(systems, ","))
	c.Dir = ".."
	c.Env = append(os.Environ(), "TONGGAO_RELEASE_KEY="+testKey, "SOURCE_DATE_EPOCH=1700000000")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	files := map[string][]byte{}
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all {
		if files[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// holdsArchive looks for what everybody who unpacks an archive needs.
func holdsArchive(t *testing.T, files map[string][]byte, system string) {
	t.Helper()
	folder := "tonggao-1.2.3-" + strings.Replace(system, "/", "-", 1)
	program, names := "tonggao", []string(nil)
	if strings.HasPrefix(system, "windows/") {
		program, names = "tonggao.exe", namesInZip(t, files[folder+".zip"])
	} else {
		names = namesInTar(t, files[folder+".tar.gz"])
	}
	for _, want := range []string{program, "README.zh-CN.md", "LICENSE", "licences/go/LICENSE", "licences/github.com/yuin/goldmark/LICENSE", "licences/github.com/mozillazg/go-pinyin/LICENSE", "licences/fonts/OFL-lxgw.txt", "completions/tonggao.ps1", "docs/hosting.md", "docs/gitlab-ci.yml"} {
		if !slices.Contains(names, folder+"/"+want) {
			t.Errorf("%s has no %s", folder, want)
		}
	}
}

func namesInZip(t *testing.T, text []byte) []string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
	}
	return names
}

func namesInTar(t *testing.T, text []byte) []string {
	t.Helper()
	g, err := gzip.NewReader(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for r := tar.NewReader(g); ; {
		head, err := r.Next()
		if err == io.EOF {
			return names
		}
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(head.Name, "/tonggao") && head.Mode&0o111 == 0 {
			t.Errorf("%s may not run", head.Name)
		}
		names = append(names, head.Name)
	}
}

// holdsSums checks the list of sums and its signature.
func holdsSums(t *testing.T, files map[string][]byte) {
	t.Helper()
	var list strings.Builder
	names := []string{}
	for name := range files {
		if !strings.HasPrefix(name, "SHA256SUMS") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&list, "%x  %s\n", sha256.Sum256(files[name]), name)
	}
	if got := string(files["SHA256SUMS"]); got != list.String() {
		t.Errorf("the sums are\n%s\nwant\n%s", got, list.String())
	}
	signer, err := manifest.ReadSigner([]byte(testKey), "")
	if err != nil {
		t.Fatal(err)
	}
	var key minisign.PublicKey
	if err := key.UnmarshalText([]byte(signer.PublicKey())); err != nil {
		t.Fatal(err)
	}
	if !minisign.Verify(key, files["SHA256SUMS"], files["SHA256SUMS.minisig"]) {
		t.Error("the signature of the sums does not fit")
	}
}
