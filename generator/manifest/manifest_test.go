package manifest

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestManifestSurvivesWritingAndReading(t *testing.T) {
	m := Manifest{Version: 1, Program: "p", Site: "s", Files: FilesOf(map[string]Entry{"b": {SHA256: Hash{2}, Size: 2}, "a": {SHA256: Hash{1}, Size: 1, Key: Key{3}}})}
	again, err := Read(m.Encode())
	must(t, err)
	if !maps.Equal(listed(again), listed(m)) || again.Program != "p" {
		t.Errorf("read back %+v", again)
	}
	for _, bad := range []string{"", "{}", `{"version":2}`, `{"version":1`, "[]", `{"version":1}{"version":1}`, `{"version":1} and more`} {
		if _, err := Read([]byte(bad)); err == nil {
			t.Errorf("%q was read as a manifest", bad)
		}
	}
}

func listed(m Manifest) map[string]Entry { return maps.Collect(m.Files.All()) }

// ofLines is a manifest with lines for files as they are given.
func ofLines(lines string) string {
	return "{\n\"version\": 1,\n\"notices\": [\n],\n\"files\": {" + lines + "\n}\n}\n"
}

// oddLines are manifests that are nearly written as Encode does.
var oddLines = []string{
	ofLines(""),
	ofLines("\n" + `"a": {"sha256":"` + strings.Repeat("1f", 32) + `","size":1,"key":"` + strings.Repeat("A0", 16) + `"}`),
	ofLines("\n" + `"a": {"sha256":"` + strings.Repeat("1g", 32) + `","size":1,"key":"` + strings.Repeat("0", 31) + `"}`),
	ofLines("\n" + `"a": {"sha256":"1","size":1,"key":"k"},` + "\n" + `"b": {"sha256":"2","size":20}`),
	ofLines("\n" + `"a": {"sha256":"1","size":1},`),
	ofLines("\n" + `"a": {"sha256":"1","size":01}`),
	ofLines("\n" + `"a": {"sha256":"1","size":-1}`),
	ofLines("\n" + `"a": {"sha256":"1","size":1.5}`),
	ofLines("\n" + `"a": {"sha256":"1","size":99999999999999999999}`),
	ofLines("\n" + `"a": {"sha256":"1","size":1},` + "\n" + `"a": {"sha256":"2","size":2}`),
	ofLines("\n" + `"\u0061": {"sha256":"\u0061","size":1,"key":"\ud800"}`),
	ofLines("\n" + `"a": {"sha256":"1","size":1,"key":"k","more":{}}`),
	ofLines("\n" + `"a": {"size":1,"sha256":"1"}`),
	ofLines("\n" + `"a": {"sha256":"1","size":1}` + "\n\n" + `"b": {"sha256":"1","size":1}`),
	ofLines("\n" + `"a": {"sha256":"1","size":1},` + "\n\n\n" + `"县": {"sha256":"1","size":1}`),
	ofLines("\n" + `"files": {` + "\n" + `}`),
	ofLines("") + " ",
	"{\"notices\":[{\"id\":\"z\",\"gone\":true}]," + ofLines("")[1:],
	"{\"x\":{" + ofLines("")[1:],
	strings.Replace(ofLines(""), noticesBegin, noticesBegin+"\n"+`{"id":"a","title":"<","sheets":null}`, 1),
	strings.Replace(ofLines(""), noticesBegin, noticesBegin+"\n"+`{"id":"a"},`, 1),
	"{\"files\":{\"z\":{\"size\":3}}," + ofLines("\n" + `"a": {"sha256":"1","size":1}`)[1:],
}

// TestLinesAreReadAsJSON holds the reading of lines against a reader of JSON.
func TestLinesAreReadAsJSON(t *testing.T) {
	quickly := 0
	for _, text := range oddLines {
		fast, err := readLines(strings.NewReader(text), len(text))
		if err != nil {
			continue
		}
		quickly++
		slow, err := readJSON(strings.NewReader(text))
		if err != nil || !maps.Equal(listed(fast), listed(slow)) || fast.Version != slow.Version {
			t.Errorf("%s\nis read as %v, and as JSON as %v, %v", text, fast, slow, err)
		}
	}
	if quickly < 3 {
		t.Errorf("%d of %d are read by lines", quickly, len(oddLines))
	}
}

// TestEncodeSpellsAsJSONDoes writes paths and hashes that need escapes, or not.
func TestEncodeSpellsAsJSONDoes(t *testing.T) {
	for _, e := range []Entry{{}, {SHA256: Hash{0xab}, Size: -1}, {SHA256: Hash{31: 1}, Size: 1 << 62, Key: Key{15: 0xc}}} {
		for _, path := range []string{"a/b.html", "<&>\u2028\x00\xff\"\\县"} {
			if got, want := string(appendLine(nil, path, e)), string(quote(path))+": "+string(quote(e)); got != want {
				t.Errorf("%s, want %s", got, want)
			}
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
	for _, lines := range oddLines {
		f.Add([]byte(lines))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := Read(text)
		if slow, fault := readJSON(bytes.NewReader(text)); err == nil && (fault != nil || !maps.Equal(listed(m), listed(slow)) || !bytes.Equal(quote(m.Notices), quote(slow.Notices))) {
			t.Errorf("%q is read as %v, and as JSON as %v, %v", text, listed(m), listed(slow), fault)
		}
		if err != nil {
			return
		}
		first := m.Encode()
		again, err := Read(first)
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

// TestHashesOfOthers reads what is no hash or key of ours as none.
func TestHashesOfOthers(t *testing.T) {
	key := Key{1, 15: 2}
	if KeyOf("01000000000000000000000000000002") != key {
		t.Error("a key is not read as it is written")
	}
	for _, text := range []string{"", "1", "0100000000000000000000000000000g", "010000000000000000000000000000021"} {
		h, k := Hash{7}, key
		must(t, h.UnmarshalText([]byte(text)))
		must(t, k.UnmarshalText([]byte(text)))
		if (h != Hash{} || k != Key{} || KeyOf(text) != Key{}) {
			t.Errorf("%q is read as %v, %v", text, h, k)
		}
	}
}

// TestFilesAreFoundAsInAMap holds lists of files of many sizes against maps of the same.
func TestFilesAreFoundAsInAMap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 300 {
		want := map[string]Entry{}
		for range random.IntN(1 + round) {
			path := strings.Repeat("a/", random.IntN(3)) + strconv.Itoa(random.IntN(2*round))
			want[path] = Entry{Size: random.Int64()}
		}
		files := FilesOf(want)
		paths := []string{}
		for path, e := range files.All() {
			if paths = append(paths, path); e != want[path] {
				t.Fatalf("%s is listed as %v, want %v", path, e, want[path])
			}
		}
		if files.Len() != len(want) || !slices.Equal(paths, slices.Sorted(maps.Keys(want))) {
			t.Fatalf("%v are listed as %v", want, paths)
		}
		for i := range 2 * round {
			path := strings.Repeat("a/", i%3) + strconv.Itoa(i)
			e, is := want[path]
			if at, found := files.Find(path); found != is || files.Has(path) != is || found && (files.Entry(at) != e || files.Path(at) != path) {
				t.Fatalf("%s is found: %v, want %v", path, found, is)
			}
		}
	}
	if none := new(Files); none.Has("") || none.Has("a") {
		t.Error("no files have one")
	}
}

// TestFilesOutOfOrder reads lines in any order, and of one path twice, as JSON is read.
func TestFilesOutOfOrder(t *testing.T) {
	line := func(path string, size int) string {
		return fmt.Sprintf("\n%q: {\"sha256\":\"1\",\"size\":%d}", path, size)
	}
	for _, lines := range []string{line("b", 1) + "," + line("a", 2), line("a", 1) + "," + line("b", 2) + "," + line("a", 3), line("a", 1) + "," + line("a", 2)} {
		slow, err := readJSON(strings.NewReader(ofLines(lines)))
		must(t, err)
		m, err := Read([]byte(ofLines(lines)))
		if err != nil || !maps.Equal(listed(m), listed(slow)) {
			t.Errorf("%s\nis read as %v, want %v", lines, listed(m), listed(slow))
		}
		if _, err := readLines(strings.NewReader(ofLines(lines)), 0); err == nil {
			t.Errorf("%s\nis read by lines", lines)
		}
	}
}

// TestEncodedInPieces holds a manifest that is written piece by piece against the whole, and
// wants what fails while it is written to be told.
func TestEncodedInPieces(t *testing.T) {
	files := map[string]Entry{}
	for i := range 3000 {
		files[fmt.Sprintf("%d/通告.pdf", i)] = Entry{Size: int64(i)}
	}
	m := Manifest{Site: "某市", Files: FilesOf(files)}
	var pieces pieces
	if err := m.EncodeTo(&pieces, m.Files.All()); err != nil || len(pieces) < 3 || !bytes.Equal(slices.Concat(pieces...), m.Encode()) {
		t.Errorf("%d pieces that are not the whole: %v", len(pieces), err)
	}
	full := errors.New("the disk is full")
	if err := m.EncodeTo(failing{full}, m.Files.All()); !errors.Is(err, full) {
		t.Errorf("a disk that is full is told as %v", err)
	}
}

type pieces [][]byte

func (p *pieces) Write(b []byte) (int, error) {
	*p = append(*p, bytes.Clone(b))
	return len(b), nil
}

type failing struct{ error }

func (f failing) Write([]byte) (int, error) { return 0, f.error }
