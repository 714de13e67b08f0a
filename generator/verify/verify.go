// Package verify reads what was published and judges it: whether a folder is what its
// manifest says (verify.go), what a sheet or code is that somebody holds (identify.go),
// what differs between two folders and which sheets are to be printed again (diff.go,
// reprint.go), and what a new build would publish otherwise than it was without a record
// (recall.go), or take away (lost.go).
//
// It writes nothing, and trusts nothing that it reads: folders may be somebody else's.
// The form of the facts that it reads is notices.json's; facts.go takes that of earlier
// versions of the program too.
//
// Begin reading at Tree, Identify and Diff.
package verify

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tonggao/generator/manifest"
	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// A Finding is one way in which a published folder is not what its manifest says.
type Finding struct {
	Path string       `json:"path"`
	What message.Text `json:"what"`
}

// Tree holds every file of a folder against a manifest. It finds files
// that were changed, exchanged, lost or added; dot-files at the top that no build
// made are passed over. The error is the machine's.
func Tree(dir string, m manifest.Manifest) ([]Finding, error) {
	places := m.Places()
	var found []Finding
	seen := map[string]bool{manifest.Name: true, manifest.SignatureName: true}
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return nil, message.Errorf("verify %s: %w", dir, err)
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
		i, listed := m.Files.Find(path)
		switch {
		case seen[path], path == ".":
			return nil
		case !listed && passedOver(path):
			return skip(d)
		case d.IsDir():
			return nil
		case !listed:
			found = append(found, Finding{path, message.Say("is not in the manifest")})
			return nil
		}
		seen[path] = true
		what, err := compare(name, d, m.Files.Entry(i), places)
		if !what.Empty() {
			found = append(found, Finding{path, what})
		}
		return err
	})
	if err != nil {
		return nil, message.Errorf("verify %s: %w", dir, err)
	}
	for path := range m.Files.All() {
		if !seen[path] {
			found = append(found, Finding{path, message.Say("is missing")})
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

// compare says what is wrong with a file, nothing when nothing is.
func compare(name string, d fs.DirEntry, want manifest.Entry, places map[manifest.Hash][]string) (message.Text, error) {
	if !d.Type().IsRegular() {
		return message.Say("is a link or a device, not a file"), nil
	}
	sum, err := sumOf(name)
	if err != nil {
		return message.Text{}, err
	}
	info, err := d.Info()
	switch {
	case err != nil:
		return message.Text{}, err
	case sum == want.SHA256 && info.Size() != want.Size:
		return message.Say("has %d octets, the manifest says %d", info.Size(), want.Size), nil
	case sum == want.SHA256:
		return message.Text{}, nil
	case len(places[sum]) > 0:
		return message.Say("holds what belongs at %s", problem.Some(places[sum])), nil
	}
	return message.Say("was changed"), nil
}

// Older compares the notices of a folder with those of a newer one, and finds
// those that have been revised or taken away since, or claim a revision that the
// newer one does not know.
func Older(m, newest manifest.Manifest) []Finding {
	var found []Finding
	for _, n := range m.Notices {
		now := newest.Called(n.ID)
		switch {
		case n.Gone:
		case now == nil || now.Gone:
			found = append(found, Finding{n.ID, message.Say("is not published any more")})
		case now.Revision > n.Revision:
			found = append(found, Finding{n.ID, message.Say("is revision %d; the newest is %d of %s", n.Revision, now.Revision, now.On)})
		case now.Revision < n.Revision:
			found = append(found, Finding{n.ID, message.Say("says that it is revision %d; the newest that is published is %d of %s", n.Revision, now.Revision, now.On)})
		}
	}
	return found
}

// sumOf is the hash of a file.
func sumOf(name string) (manifest.Hash, error) {
	f, err := os.Open(name)
	if err != nil {
		return manifest.Hash{}, err
	}
	defer f.Close()
	return manifest.Sum(f)
}

func skip(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}
