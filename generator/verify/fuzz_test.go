package verify

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"tonggao/generator/manifest"
)

// FuzzIdentify gives any file and any code to a manifest.
func FuzzIdentify(f *testing.F) {
	f.Add([]byte("%PDF \x00A\x00A\x00A\x00A\x00-\x001\x001\x001\x001"), "aaaa 1111")
	f.Add([]byte("URL:https://a/js/cut/"), "ＡＡＡＡ")
	m := manifest.Manifest{BaseURL: "https://a", Notices: []manifest.Notice{{ID: "js/cut", Revision: 2, Sheets: []manifest.Sheet{{Code: "AAAA-1111", Revision: 1, Folder: "js/cut/"}, {Code: "BBBB-1111", Revision: 2, Folder: "js/cut/", Former: true}}}}}
	f.Fuzz(func(t *testing.T, content []byte, written string) {
		if id := Identify(m, content); id.Exact() || id.Newest() {
			t.Errorf("%q was taken for a published file: %+v", content, id)
		}
		if code, ok := NormalCode(written); ok && (len(code) != 9 || !printedCode.MatchString(code)) {
			t.Errorf("%q became the code %q", written, code)
		}
	})
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
