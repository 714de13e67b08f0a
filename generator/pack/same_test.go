package pack

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// TestSameOctetsOnEveryMachine packs words and outlines that chance has made. The sum is
// a constant, so that a machine of another kind, or a new version of the compressor, that
// makes other octets is seen: reuse and the files of a release stand on them.
func TestSameOctetsOnEveryMachine(t *testing.T) {
	const want = "ed953befc3ff43be38e4ebff0d4788f673ba00edba8f6337fbdd27c82666d717"
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"联网结算", "窗口经办", "暂停", "逐步恢复", "<time datetime=\"2021-12-30T20:00:00+08:00\">", "</p>\n", " "}
	var files []File
	for i := range 60 {
		var b bytes.Buffer
		for range r.IntN(6000) {
			b.WriteString(words[r.IntN(len(words))])
			if i%4 == 0 {
				b.WriteByte(byte(r.UintN(256)))
			}
		}
		files = append(files, File{Name: fmt.Sprintf("%d.%s", i, []string{"ttf", "html", "xml"}[i%3]), Content: b.Bytes()})
	}
	var packed bytes.Buffer
	if err := Write(&packed, files, time.Date(2021, 12, 30, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(packed.Bytes())); got != want {
		t.Errorf("%d octets with the sum %s, want %s", packed.Len(), got, want)
	}
}

// TestReadyIsTheSame packs what was packed ahead, twice, and what was not.
func TestReadyIsTheSame(t *testing.T) {
	for _, content := range []string{"", "停", "停停停停停停停停停停停停停停停停停停"} {
		for _, name := range []string{"a.css", "a.xml", "a.ttf", "a.pdf"} {
			f := File{Name: name, Content: []byte(content)}
			ready, err := Ready(f)
			if err != nil {
				t.Fatal(err)
			}
			var one, two bytes.Buffer
			day := time.Date(2021, 12, 30, 0, 0, 0, 0, time.UTC)
			if err := errors.Join(Write(&one, []File{f, f}, day), Write(&two, []File{ready, ready}, day)); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(one.Bytes(), two.Bytes()) {
				t.Errorf("%s with %q is other octets when it was packed ahead", name, content)
			}
		}
	}
}
