package publish

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// FuzzManifest reads manifests that somebody else wrote: no panic, and what was
// read is written and read back the same.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(`{"version":1,"program":"p","site":"s","base_url":"https://a","notices":[{"id":"a/b","title":"t","region":"r","revision":1,"on":"2021-12-20","sheets":[{"code":"AAAA-BBBB","revision":1,"folder":"a/b/"}]}],"files":{"index.html":{"sha256":"00","size":1,"key":"k"}}}`))
	f.Add([]byte(`{"version":1,"files":{"../../etc/passwd":{"size":-1}}}`))
	f.Add([]byte(`{"version":1e99}`))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := ReadManifest(bytes.NewReader(text))
		if err != nil {
			return
		}
		first := m.Encode()
		again, err := ReadManifest(bytes.NewReader(first))
		must(t, err)
		if second := again.Encode(); !bytes.Equal(first, second) {
			t.Errorf("written %q, then %q", first, second)
		}
	})
}

// FuzzIdentify gives any file and any code to a manifest.
func FuzzIdentify(f *testing.F) {
	f.Add([]byte("%PDF \x00A\x00A\x00A\x00A\x00-\x001\x001\x001\x001"), "aaaa 1111")
	f.Add([]byte("URL:https://a/js/cut/"), "ＡＡＡＡ")
	m := Manifest{BaseURL: "https://a", Notices: []Notice{{ID: "js/cut", Revision: 2, Sheets: []Sheet{{"AAAA-1111", 1, "js/cut/", false}, {"BBBB-1111", 2, "js/cut/", true}}}}, Files: map[string]Entry{}}
	f.Fuzz(func(t *testing.T, content []byte, written string) {
		if id := m.Identify(content); id.Exact() || id.Newest() {
			t.Errorf("%q was taken for a published file: %+v", content, id)
		}
		if code, ok := NormalCode(written); ok && (len(code) != 9 || !printedCode.MatchString(code)) {
			t.Errorf("%q became the code %q", written, code)
		}
	})
}

// FuzzOffline relinks any page: what a reader sees does not change, and no link
// gets a scheme that it did not have.
func FuzzOffline(f *testing.F) {
	f.Add(`<a href="../../index.html">x</a><script src=../assets/a.js></script>`)
	f.Add(`<a href="javascript:alert(1)" href='../x'>&lt;b&gt;</a><img src=//evil/x>`)
	f.Add(`<a href="..//javascript:alert(1)">x</a><textarea><a href=y></textarea>`)
	r := &site.Region{ID: "js"}
	n := &site.Notice{ID: "js/cut", Region: r}
	b := &Bundles{plan: &plan.Plan{Site: &site.Site{BaseURL: "https://a", Languages: []site.Language{site.Chinese}}}}
	f.Fuzz(func(t *testing.T, page string) {
		if !utf8.ValidString(page) {
			return
		}
		out := string(b.offline(n, "js/cut/index.html", []byte(page)))
		before, after := links(page), links(out)
		if len(before) != len(after) || words(wrap(page), "prose") != words(wrap(out), "prose") {
			t.Fatalf("%q became %q", page, out)
		}
		for i := range before {
			if scripted(after[i]) && !scripted(before[i]) {
				t.Errorf("%q became %q", before[i], after[i])
			}
		}
	})
}

func wrap(page string) []byte { return []byte(`<article class="prose">` + page) }

func scripted(link string) bool { return strings.HasPrefix(strings.ToLower(link), "javascript:") }

func links(page string) []string {
	var all []string
	for tokens := html.NewTokenizer(strings.NewReader(page)); ; {
		if tokens.Next() == html.ErrorToken {
			return all
		}
		for _, a := range tokens.Token().Attr {
			if a.Key == "href" || a.Key == "src" {
				all = append(all, a.Val)
			}
		}
	}
}

// FuzzDiff compares folders that somebody else made: no panic, and a folder does not
// differ from itself.
func FuzzDiff(f *testing.F) {
	facts := string(txtar.Parse([]byte(oldTree)).Files[0].Data)
	f.Add(facts, strings.ReplaceAll(facts, "js/cut", "js/moved"), `<p class="prose">x`)
	f.Add(facts, `{"regions":[{"id":"../..","contacts":[{"id":"a"},{"id":1}],"notices":[{"id":"[","milestones":[{"id":"../x","moves":[{}]}]}]}]}`, "")
	f.Add(`{"regions":null}`, `{"regions":[{}]}`, "<")
	f.Fuzz(func(t *testing.T, old, now, page string) {
		tree := func(facts string) fstest.MapFS {
			file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
			return fstest.MapFS{"notices.json": file(facts), "js/cut/index.html": file(page), "js/cut/notice.pdf": file(page), "js/cut/summary.pdf": file(page)}
		}
		_, _ = DiffFS(tree(old), tree(now))
		if d, err := DiffFS(tree(old), tree(old)); err == nil && len(d.Regions) > 0 {
			t.Errorf("%q differs from itself: %+v", old, d)
		}
	})
}

// FuzzPack packs any names and contents: a program that is not ours unpacks them.
func FuzzPack(f *testing.F) {
	f.Add("index.html", "<p>停</p>", "a/notice.pdf", "%PDF")
	f.Add("", "", "x", strings.Repeat("a", 1000))
	f.Fuzz(func(t *testing.T, first, a, second, b string) {
		files := map[string][]byte{first: []byte(a), second: []byte(b)}
		var packed bytes.Buffer
		if err := pack(&packed, files, time.Date(2021, 12, 20, 0, 0, 0, 0, time.UTC)); err != nil {
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
			must(t, err)
			content, err := io.ReadAll(r)
			must(t, err)
			if !bytes.Equal(content, files[entry.Name]) {
				t.Errorf("%q holds %q, want %q", entry.Name, content, files[entry.Name])
			}
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

// FuzzCreate asks for any path: what is created is below the tree.
func FuzzCreate(f *testing.F) {
	for _, path := range []string{"a/b.html", "../x", "/etc/passwd", "a/../../x", `..\x`, "a\x00b", "con", ".git/config"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		s := &Stage{tree: t.TempDir()}
		if name, err := s.place(path); err == nil && !within(name, s.tree) {
			t.Errorf("%q is placed at %s", path, name)
		}
	})
}
