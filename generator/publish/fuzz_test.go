package publish

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

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
	m := Manifest{BaseURL: "https://a", Notices: []Notice{{ID: "js/cut", Revision: 2, Sheets: []Sheet{{"AAAA-1111", 1, "js/cut/"}}}}, Files: map[string]Entry{}}
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
