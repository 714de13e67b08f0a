package generator_test

import (
	"cmp"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestAnyCalledOffHoldsNowhere withdraws facts of any site and reads what is published:
// on no page does a time that was taken away stand as a time unless it is struck out,
// in no page or calendar do its words unless they are told as old, and page, calendar
// and feed call the fact withdrawn.
func TestAnyCalledOffHoldsNowhere(t *testing.T) {
	templates, err := filepath.Abs("../templates")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TONGGAO_STORY_TEMPLATES", templates)
	t.Setenv("TONGGAO_LANG", "en")
	t.Chdir(t.TempDir())
	gone := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 43))
		files := testkit.CallOff(r, testkit.AnySite(r))
		if !withdraws(t, files) {
			continue
		}
		for _, dir := range []string{"regions", "output"} {
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.CopyFS("regions", files); err != nil {
			t.Fatal(err)
		}
		if code, _, _ := tonggao("build", "--quiet", "--formats", "html,ics,data"); code != 0 {
			continue // the reader refuses some
		}
		w := &walk{T: t, Rand: r, codes: map[string]bool{}, day: time.Date(2025, 2, 1, 0, 0, 0, 0, site.China)}
		for _, n := range w.notices() {
			w.noneOld(n)
			for _, m := range n.Milestones {
				w.agree(n.ID, m, false)
				if m.Status == "cancelled" {
					gone++
					w.calledOff(n.ID, m)
				}
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
	if gone < 40 {
		t.Errorf("only %d facts were withdrawn", gone)
	}
}

func withdraws(t *testing.T, files fs.FS) (some bool) {
	t.Helper()
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Base(name) != "notice.toml" {
			return err
		}
		data, err := fs.ReadFile(files, name)
		some = some || strings.Contains(string(data), "withdrawn = true")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return some
}

// calledOff wants the page and the calendar of a withdrawn fact to say so, and none of
// it in the feed as if it held.
func (w *walk) calledOff(notice string, m publishedFact) {
	dir := filepath.Join("output", filepath.FromSlash(notice), m.ID)
	page := parsePage(w.T, filepath.Join(dir, "index.html"))
	for _, name := range []string{"title", "h1"} {
		if said := textOf(find(page, name, "")); !strings.HasPrefix(said, "【已取消】") {
			w.Errorf("%s#%s is withdrawn, its %s is %s", notice, m.ID, name, said)
		}
	}
	if class := attributeOf(find(page, "article", ""), "class"); !strings.Contains(class, "s-dropped") {
		w.Errorf("%s#%s is withdrawn and looks like %s", notice, m.ID, class)
	}
	if text := readFile(w, filepath.Join(dir, "event.ics")); strings.Contains(text, "BEGIN:VALARM") || !strings.Contains(text, "SUMMARY:【已取消】") {
		w.Errorf("the event of %s#%s, withdrawn, rings or is unmarked: %s", notice, m.ID, text)
	}
}

// struck wants the times that were taken away from a notice, and that nothing in it has
// now, as times on no page but struck out.
func (w *walk) struck(n walkedNotice) {
	old := map[string]string{}
	for _, m := range n.Milestones {
		for _, move := range m.Moves {
			if from := *cmp.Or(move.From, new(string)); len(from) > len(time.DateOnly) { // a day may be that of a revision
				old[from] = m.ID
			}
		}
	}
	for _, m := range n.Milestones {
		for _, at := range []*string{m.At, m.Until} {
			if at != nil && m.Status != "cancelled" {
				delete(old, *at)
			}
		}
	}
	w.pagesOf(n.ID, func(name string, page *html.Node) {
		for e := range page.Descendants() {
			at := attributeOf(e, "datetime")
			if id, is := old[at]; e.Data == "time" && is && !within(e, "s") {
				w.Errorf("%s: %s, that %s had, is a time that is not struck out", name, at, id)
			}
		}
	})
}

// pagesOf reads the pages of a notice.
func (w *walk) pagesOf(notice string, read func(name string, page *html.Node)) {
	err := filepath.WalkDir(filepath.Join("output", filepath.FromSlash(notice)), func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".html" {
			read(name, parsePage(w.T, name))
		}
		return err
	})
	if err != nil {
		w.Fatal(err)
	}
}

func within(n *html.Node, name string) bool {
	for ; n != nil; n = n.Parent {
		if n.Data == name {
			return true
		}
	}
	return false
}
