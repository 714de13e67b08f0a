package manifest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestManifestSurvivesWritingAndReading(t *testing.T) {
	m := Manifest{Version: 1, Program: "p", Site: "s", Files: map[string]Entry{"b": {SHA256: "2", Size: 2}, "a": {SHA256: "1", Size: 1, Key: "k"}}}
	again, err := Read(bytes.NewReader(m.Encode()))
	must(t, err)
	if fmt.Sprint(again.Files) != fmt.Sprint(m.Files) || again.Program != "p" {
		t.Errorf("read back %+v", again)
	}
	for _, bad := range []string{"", "{}", `{"version":2}`, `{"version":1`, "[]", `{"version":1}{"version":1}`, `{"version":1} and more`} {
		if _, err := Read(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read as a manifest", bad)
		}
	}
}

// FuzzManifest reads manifests that somebody else wrote: no panic, and what was
// read is written and read back the same.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(`{"version":1,"program":"p","site":"s","base_url":"https://a","notices":[{"id":"a/b","title":"t","region":"r","revision":1,"on":"2021-12-20","sheets":[{"code":"AAAA-BBBB","revision":1,"folder":"a/b/"}]}],"files":{"index.html":{"sha256":"00","size":1,"key":"k"}}}`))
	f.Add([]byte(`{"version":1,"files":{"../../etc/passwd":{"size":-1}}}`))
	f.Add([]byte(`{"version":1e99}`))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := Read(bytes.NewReader(text))
		if err != nil {
			return
		}
		first := m.Encode()
		again, err := Read(bytes.NewReader(first))
		must(t, err)
		if second := again.Encode(); !bytes.Equal(first, second) {
			t.Errorf("written %q, then %q", first, second)
		}
	})
}

// FuzzSignature gives any key and signature to whoever checks them.
func FuzzSignature(f *testing.F) {
	f.Add("RWR8KrE12hUtGqvuTwavkSkQIndR0q5CwXWqPNo0JeacNwojRK1LNpc7", []byte("untrusted comment: x\nRWR8\n"), []byte("{}"))
	f.Fuzz(func(t *testing.T, key string, signature, manifest []byte) {
		if CheckSignature(key, manifest, signature) == nil {
			t.Errorf("key %q takes %q for a signature of %q", key, signature, manifest)
		}
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
