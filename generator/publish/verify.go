package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// A Finding is one way in which a published folder is not what its manifest says.
type Finding struct {
	Path string `json:"path"`
	What string `json:"what"`
}

// LoadManifest reads the manifest of a published folder, and checks its
// signature when a public key is given.
func LoadManifest(dir, key string) (Manifest, error) {
	text, err := readBounded(os.DirFS(dir), ManifestName)
	if err != nil {
		return Manifest{}, fmt.Errorf("read the manifest of %s: %w", dir, err)
	}
	if key != "" {
		signature, err := readBounded(os.DirFS(dir), SignatureName)
		if errors.Is(err, fs.ErrNotExist) {
			return Manifest{}, fmt.Errorf("check the signature: %w: %s is not signed", ErrForged, dir)
		}
		if err != nil {
			return Manifest{}, fmt.Errorf("read the signature: %w", err)
		}
		if err := CheckSignature(key, text, signature); err != nil {
			return Manifest{}, err
		}
	}
	return ReadManifest(strings.NewReader(string(text)))
}

// VerifyTree holds every file of a folder against a manifest. It finds files
// that were changed, exchanged, lost or added; dot-files at the top that no build
// made are passed over. The error is the machine's.
func VerifyTree(dir string, m Manifest) ([]Finding, error) {
	places := m.places()
	var found []Finding
	seen := map[string]bool{ManifestName: true, SignatureName: true}
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, fmt.Errorf("verify %s: %w", dir, err)
	}
	err = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		path := filepath.ToSlash(rel)
		entry, listed := m.Files[path]
		switch {
		case seen[path], path == ".":
			return nil
		case !listed && passedOver(path):
			return skip(d)
		case d.IsDir():
			return nil
		case !listed:
			found = append(found, Finding{path, "is not in the manifest"})
			return nil
		}
		seen[path] = true
		what, err := compare(name, d, entry, places)
		if what != "" {
			found = append(found, Finding{path, what})
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("verify %s: %w", dir, err)
	}
	for _, path := range slices.Sorted(maps.Keys(m.Files)) {
		if !seen[path] {
			found = append(found, Finding{path, "is missing"})
		}
	}
	return found, nil
}

// passedOver reports whether a file or folder that is not in a manifest is none of
// a site's: a dot-file at the top, which every build keeps, and further below only
// what a desktop leaves in each folder that it opens.
func passedOver(path string) bool {
	dir, base := "", path
	if i := strings.LastIndex(path, "/"); i >= 0 {
		dir, base = path[:i], path[i+1:]
	}
	return dir == "" && strings.HasPrefix(base, ".") || base == ".DS_Store" || strings.HasPrefix(base, "._")
}

// compare says what is wrong with a file, "" when nothing is.
func compare(name string, d fs.DirEntry, want Entry, places map[string][]string) (string, error) {
	if !d.Type().IsRegular() {
		return "is a link or a device, not a file", nil
	}
	sum, err := sumFile(name)
	if err != nil {
		return "", err
	}
	info, err := d.Info()
	switch {
	case err != nil:
		return "", err
	case sum == want.SHA256 && info.Size() != want.Size:
		return fmt.Sprintf("has %d octets, the manifest says %d", info.Size(), want.Size), nil
	case sum == want.SHA256:
		return "", nil
	case len(places[sum]) > 0:
		return "holds what belongs at " + some(places[sum]), nil
	}
	return "was changed", nil
}

// sumFile hashes a file, in hexadecimal.
func sumFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	buffer := sumBuffers.Get().(*[64 << 10]byte)
	defer sumBuffers.Put(buffer)
	h := sha256.New()
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{f}, buffer[:]); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// sumBuffers are kept: most files are smaller than a buffer is quickly cleared.
var sumBuffers = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// places lists the paths of each hash, in order.
func (m Manifest) places() map[string][]string {
	places := make(map[string][]string, len(m.Files))
	for _, path := range slices.Sorted(maps.Keys(m.Files)) {
		sum := m.Files[path].SHA256
		places[sum] = append(places[sum], path)
	}
	return places
}

// Older compares the notices of a folder with those of a newer one, and finds
// those that have been revised or taken away since, or claim a revision that the
// newer one does not know.
func (m Manifest) Older(newest Manifest) []Finding {
	var found []Finding
	for _, n := range m.Notices {
		now := newest.called(n.ID)
		switch {
		case n.Gone:
		case now == nil || now.Gone:
			found = append(found, Finding{n.ID, "is not published any more"})
		case now.Revision > n.Revision:
			found = append(found, Finding{n.ID, fmt.Sprintf("is revision %d; the newest is %d of %s", n.Revision, now.Revision, now.On)})
		case now.Revision < n.Revision:
			found = append(found, Finding{n.ID, fmt.Sprintf("says that it is revision %d; the newest that is published is %d of %s", n.Revision, now.Revision, now.On)})
		}
	}
	return found
}

// called finds the notice of an id, or the one that had it.
func (m Manifest) called(id string) *Notice {
	if n := m.named(id); n != nil {
		return n
	}
	for i := range m.Notices {
		if slices.Contains(m.Notices[i].Former, id) {
			return &m.Notices[i]
		}
	}
	return nil
}

// named finds a notice by its id, nil when there is none.
func (m Manifest) named(id string) *Notice {
	for i := range m.Notices {
		if m.Notices[i].ID == id {
			return &m.Notices[i]
		}
	}
	return nil
}
