package pack

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// FuzzPack packs any names and contents: a program that is not ours unpacks them.
func FuzzPack(f *testing.F) {
	f.Add("index.html", "<p>停</p>", "a/notice.pdf", "%PDF")
	f.Add("", "", "x", strings.Repeat("a", 1000))
	f.Fuzz(func(t *testing.T, first, a, second, b string) {
		var packed bytes.Buffer
		if err := Write(&packed, []File{{Name: first, Content: []byte(a)}, {Name: second, Content: []byte(b), Plain: true}}, time.Date(2021, 12, 20, 0, 0, 0, 0, time.UTC)); err != nil {
			return // a name that ZIP cannot hold
		}
		z, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
		if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
			t.Fatal(err)
		}
		for _, entry := range z.File {
			if strings.HasSuffix(entry.Name, "/") {
				continue
			}
			r, err := entry.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if s := string(content); !(entry.Name == first && s == a || entry.Name == second && s == b) {
				t.Errorf("%q holds %q, want %q", entry.Name, content, []string{a, b})
			}
		}
	})
}
