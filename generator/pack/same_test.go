package pack

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// TestSameOctetsOnEveryMachine packs words and outlines that chance has made. The sum is
// a constant, so that a machine of another kind, or a new version of the compressor, that
// makes other octets is seen: reuse and the files of a release stand on them.
func TestSameOctetsOnEveryMachine(t *testing.T) {
	const want = "d2cb0c7d7cd39f592dfe0f6719e1120296c044c70e7f59139cd1443ac533f7de"
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"联网结算", "窗口经办", "暂停", "逐步恢复", "<time datetime=\"2021-12-30T20:00:00+08:00\">", "</p>\n", " "}
	var files []File
	for i := range 60 {
		var b bytes.Buffer
		for range r.IntN(6000) {
			b.WriteString(words[r.IntN(len(words))])
			if i%3 == 0 {
				b.WriteByte(byte(r.UintN(256)))
			}
		}
		files = append(files, File{Name: fmt.Sprintf("%d.%s", i, []string{"ttf", "html"}[i%2]), Content: b.Bytes()})
	}
	var packed bytes.Buffer
	if err := Write(&packed, files, time.Date(2021, 12, 30, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(packed.Bytes())); got != want {
		t.Errorf("%d octets with the sum %s, want %s", packed.Len(), got, want)
	}
}
