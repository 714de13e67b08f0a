package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"aead.dev/minisign"
)

// A module is a library that is in the program.
type module struct{ Path, Version, Sum, Dir string }

// written is the library whose knowledge is in the program as a text, which
// generator/reading/characters.txt is: no package of the program imports it.
const written = "github.com/mozillazg/go-pinyin"

// modules are the libraries of the program on any of its systems, in order.
func modules() ([]module, error) {
	found := map[string]module{}
	for _, system := range strings.Split(systems, ",") {
		name, processor, _ := strings.Cut(system, "/")
		c := exec.Command("go", "list", "-deps", "-json=Module,Standard", ".", written)
		c.Env = append(c.Environ(), "GOOS="+name, "GOARCH="+processor, "CGO_ENABLED=0")
		out, err := c.Output()
		if err != nil {
			return nil, fmt.Errorf("list libraries: %w", err)
		}
		decoder := json.NewDecoder(bytes.NewReader(out))
		for {
			var p struct{ Module *module }
			if err := decoder.Decode(&p); err == io.EOF {
				break
			} else if err != nil {
				return nil, err
			}
			if p.Module != nil && p.Module.Version != "" {
				found[p.Module.Path] = *p.Module
			}
		}
	}
	var all []module
	for _, m := range found {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return all, nil
}

// licences are the terms of every library, and of the language's own.
func licences(all []module) ([]file, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	var files []file
	for _, m := range append([]module{{Path: "go", Dir: strings.TrimSpace(string(root))}}, all...) {
		n := len(files)
		for _, pattern := range []string{"LICEN[CS]E*", "COPYING*", "NOTICE*", "UNLICENSE*"} {
			found, _ := filepath.Glob(filepath.Join(m.Dir, pattern))
			for _, name := range found {
				if info, err := os.Stat(name); err != nil || info.IsDir() {
					continue
				}
				text, err := os.ReadFile(name)
				if err != nil {
					return nil, err
				}
				files = append(files, file{"licences/" + m.Path + "/" + filepath.Base(name), text, 0o644})
			}
		}
		if len(files) == n && m.Path == "go" {
			if text, err := os.ReadFile("/usr/share/doc/golang/LICENSE"); err == nil { // where a distribution moved it
				files = append(files, file{"licences/go/LICENSE", text, 0o644})
				continue
			}
		}
		if len(files) == n {
			return nil, fmt.Errorf("%s has no licence", m.Path)
		}
	}
	return files, nil
}

// bill writes what is in the program as SPDX 2.3, which tools for supply chains read.
func (r *release) bill() error {
	type reference struct {
		Category string `json:"referenceCategory"`
		Type     string `json:"referenceType"`
		Locator  string `json:"referenceLocator"`
	}
	type part struct {
		ID       string      `json:"SPDXID"`
		Name     string      `json:"name"`
		Version  string      `json:"versionInfo"`
		Location string      `json:"downloadLocation"`
		Analyzed bool        `json:"filesAnalyzed"`
		Comment  string      `json:"comment,omitempty"`
		Refs     []reference `json:"externalRefs,omitempty"`
	}
	type relation struct {
		From string `json:"spdxElementId"`
		Kind string `json:"relationshipType"`
		To   string `json:"relatedSpdxElement"`
	}
	parts := []part{{ID: "SPDXRef-tonggao", Name: "tonggao", Version: r.number(), Location: r.site}}
	relations := []relation{{"SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-tonggao"}}
	for i, m := range r.modules {
		id := fmt.Sprintf("SPDXRef-module-%d", i+1)
		parts = append(parts, part{id, m.Path, m.Version, "https://proxy.golang.org/" + m.Path + "/@v/" + m.Version + ".zip", false, "go.sum " + m.Sum,
			[]reference{{"PACKAGE-MANAGER", "purl", "pkg:golang/" + m.Path + "@" + m.Version}}})
		relations = append(relations, relation{"SPDXRef-tonggao", "DEPENDS_ON", id})
	}
	text, err := json.MarshalIndent(map[string]any{
		"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "tonggao-" + r.number(),
		"documentNamespace": r.site + "/releases/download/" + r.version + "/tonggao-" + r.number() + ".spdx.json",
		"creationInfo":      map[string]any{"created": r.at.Format(time.RFC3339), "creators": []string{"Tool: tonggao-release"}},
		"packages":          parts, "relationships": relations,
	}, "", "  ")
	if err != nil {
		return err
	}
	return r.write("", "tonggao-"+r.number()+".spdx.json", append(text, '\n'))
}

// write puts a file into the folder of the release and notes its sum.
func (r *release) write(system, name string, text []byte) error {
	sum := sha256.Sum256(text)
	r.made = append(r.made, asset{system, name, hex.EncodeToString(sum[:])})
	return os.WriteFile(filepath.Join(r.out, name), text, 0o666)
}

// checksums writes SHA256SUMS, as sha256sum reads it, and its signature where there is a
// key.
func (r *release) checksums() error {
	slices.SortFunc(r.made, func(a, b asset) int { return strings.Compare(a.name, b.name) })
	var list strings.Builder
	for _, a := range r.made {
		fmt.Fprintf(&list, "%s  %s\n", a.sha256, a.name)
	}
	if err := os.WriteFile(filepath.Join(r.out, "SHA256SUMS"), []byte(list.String()), 0o666); err != nil {
		return err
	}
	written := os.Getenv("TONGGAO_RELEASE_KEY")
	if written == "" {
		return nil
	}
	var key minisign.PrivateKey
	var err error
	if minisign.IsEncrypted([]byte(written)) {
		key, err = minisign.DecryptKey(os.Getenv("TONGGAO_RELEASE_PASSWORD"), []byte(written))
	} else {
		err = key.UnmarshalText([]byte(written))
	}
	if err != nil {
		return fmt.Errorf("read the release key: %w", err)
	}
	signed := minisign.NewReader(strings.NewReader(list.String()))
	if _, err := io.Copy(io.Discard, signed); err != nil {
		return err
	}
	signature := signed.SignWithComments(key, "file:SHA256SUMS "+r.version, "signature of a tonggao release")
	return os.WriteFile(filepath.Join(r.out, "SHA256SUMS.minisig"), signature, 0o666)
}
