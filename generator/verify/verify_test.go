package verify

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aead.dev/minisign"

	"tonggao/generator/manifest"
	"tonggao/generator/publish"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func put(s *publish.Stage, path, content string) error {
	w, err := s.Create(path, "key of "+content)
	if err != nil {
		return err
	}
	_, err = w.Write([]byte(content))
	return errors.Join(err, w.Close())
}

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

// edition publishes a site whose one notice is at a revision.
func edition(t *testing.T, revision int, signer *manifest.Signer) (string, manifest.Manifest) {
	t.Helper()
	output := filepath.Join(t.TempDir(), "output")
	s, err := publish.Open(context.Background(), publish.Options{Output: output, Signer: signer})
	must(t, err)
	defer s.Discard()
	code := map[int]string{1: "AAAA-1111", 2: "BBBB-2222"}
	m := manifest.Manifest{Program: "test", BaseURL: "https://a", Notices: []manifest.Notice{{ID: "js/cut", Title: "通告", Revision: revision, On: fmt.Sprintf("2021-12-2%d", revision)}}}
	for n := revision; n > 0; n-- {
		m.Notices[0].Sheets = append(m.Notices[0].Sheets, manifest.Sheet{Code: code[n], Revision: n, Folder: "js/cut/"})
	}
	must(t, put(s, "js/cut/notice.pdf", "PDF "+wide(code[revision])))
	must(t, put(s, "js/cut/calendar.ics", fmt.Sprintf("URL:https://a/js/cut/\nSEQUENCE:%d", revision)))
	must(t, put(s, "index.html", "index"))
	must(t, put(s, ".nojekyll", ""))
	must(t, s.Commit(m))
	m, err = manifest.Load(output, "")
	must(t, err)
	return output, m
}

// wide is text as a PDF's description has it, in 16-bit characters.
func wide(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		b.WriteByte(0)
		b.WriteByte(c)
	}
	return b.String()
}

func TestVerifyTree(t *testing.T) {
	for name, c := range map[string]struct {
		harm func(dir string) error
		want string
	}{
		"untouched": {func(string) error { return nil }, ""},
		"dot-file":  {func(dir string) error { return os.WriteFile(filepath.Join(dir, ".gitignore"), nil, 0o644) }, ""},
		"byte":      {func(dir string) error { return os.WriteFile(filepath.Join(dir, "index.html"), []byte("Index"), 0o644) }, "index.html was changed"},
		"lost":      {func(dir string) error { return os.Remove(filepath.Join(dir, "index.html")) }, "index.html is missing"},
		"added":     {func(dir string) error { return os.WriteFile(filepath.Join(dir, "x.html"), nil, 0o644) }, "x.html is not in the manifest"},
		"swapped": {func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "js/cut/calendar.ics"), []byte("index"), 0o644)
		}, "js/cut/calendar.ics holds what belongs at index.html"},
		"dot-file below": {func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "js/.evil.js"), nil, 0o644)
		}, "js/.evil.js is not in the manifest"},
		"left by a desktop": {func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "js/.DS_Store"), nil, 0o644)
		}, ""},
		"link": {func(dir string) error {
			return os.Rename(filepath.Join(dir, "index.html"), filepath.Join(dir, ".away"))
		}, "index.html is missing"},
	} {
		dir, m := edition(t, 1, nil)
		must(t, c.harm(dir))
		found, err := Tree(dir, m)
		must(t, err)
		var got []string
		for _, f := range found {
			got = append(got, f.Path+" "+f.What.String())
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: found %q, want %q", name, strings.Join(got, "; "), c.want)
		}
	}
}

// TestVerifyTreeChecksSizes holds that a manifest which states a wrong size is not
// taken for right.
func TestVerifyTreeChecksSizes(t *testing.T) {
	dir, m := edition(t, 1, nil)
	files := maps.Collect(m.Files.All())
	e := files["index.html"]
	e.Size = 7
	files["index.html"], files["../outside"] = e, e
	m.Files = manifest.FilesOf(files)
	found, err := Tree(dir, m)
	must(t, err)
	if got, want := fmt.Sprint(found), "[{index.html has 5 octets, the manifest says 7} {../outside is missing}]"; got != want {
		t.Errorf("found %s, want %s", got, want)
	}
}

// TestHolderTakesThePathAsItIs holds that a region with the name of one inside
// another does not take over its sheets.
func TestHolderTakesThePathAsItIs(t *testing.T) {
	m := manifest.Manifest{Notices: []manifest.Notice{{ID: "b/cut"}, {ID: "js/b/cut"}}}
	for path, want := range map[string]string{"js/b/cut/notice.pdf": "js/b/cut", "b/cut/notice.pdf": "b/cut", "en/b/cut/index.html": "b/cut", "en/js/b/cut/index.html": "js/b/cut"} {
		if n := holder(m, path); n == nil || n.ID != want {
			t.Errorf("%s belongs to %v, want %s", path, n, want)
		}
	}
}

func TestVerifyKey(t *testing.T) {
	ours, other := signer(t, "ours"), signer(t, "other")
	dir, _ := edition(t, 1, ours)
	if _, err := manifest.Load(dir, ours.PublicKey()); err != nil {
		t.Error(err)
	}
	if _, err := manifest.Load(dir, other.PublicKey()); err == nil {
		t.Error("a wrong key was taken for the right one")
	}
	unsigned, _ := edition(t, 1, nil)
	if _, err := manifest.Load(unsigned, ours.PublicKey()); err == nil || !strings.Contains(err.Error(), "not signed") {
		t.Errorf("an unsigned folder: %v", err)
	}
}

func TestIdentify(t *testing.T) {
	oldDir, oldManifest := edition(t, 1, nil)
	newDir, m := edition(t, 2, nil)
	read := func(dir, path string) []byte {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
		must(t, err)
		return text
	}
	for name, c := range map[string]struct {
		id   Identity
		want string
	}{
		"newest sheet":  {Identify(m, read(newDir, "js/cut/notice.pdf")), "exact js/cut/notice.pdf, js/cut revision 2 newest"},
		"older sheet":   {Identify(m, read(oldDir, "js/cut/notice.pdf")), "js/cut revision 1"},
		"changed sheet": {Identify(m, append(read(newDir, "js/cut/notice.pdf"), ' ')), "js/cut revision 2 newest"},
		"old calendar":  {Identify(m, read(oldDir, "js/cut/calendar.ics")), "js/cut revision 0"},
		"site page":     {Identify(m, []byte("index")), "exact index.html"},
		"empty":         {Identify(m, nil), ""},
		"foreign":       {Identify(m, []byte("anything")), ""},
		"code":          {Code(m, "bbbb 2222"), "js/cut revision 2 newest"},
		"misread code":  {Code(m, "aaaa-l1il"), "js/cut revision 1"},
		"no code":       {Code(m, "CCCC-3333"), ""},
	} {
		if got := spell(c.id); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if found := Older(oldManifest, m); len(found) != 1 || found[0].Path != "js/cut" {
		t.Errorf("the older folder: %v", found)
	}
	if found := Older(m, m); len(found) > 0 {
		t.Errorf("the newest folder: %v", found)
	}
	if found := Older(m, oldManifest); len(found) != 1 || !strings.Contains(found[0].What.String(), "says that it is revision 2") {
		t.Errorf("a revision that was never published: %v", found)
	}
	if found := Older(m, manifest.Manifest{}); len(found) != 1 {
		t.Errorf("a notice taken away: %v", found)
	}
}

func spell(i Identity) string {
	var parts []string
	if i.Exact() {
		parts = append(parts, "exact "+strings.Join(i.Paths, " "))
	}
	if i.Notice != nil {
		text := fmt.Sprintf("%s revision %d", i.Notice.ID, i.Revision)
		if i.Newest() {
			text += " newest"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}
