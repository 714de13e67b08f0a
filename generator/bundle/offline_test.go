package bundle

import (
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

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
		out := string(b.offline(nil, b.placesOf(n), "js/cut/index.html", []byte(page)))
		before, after := links(page), links(out)
		if len(before) != len(after) || shown(page) != shown(out) {
			t.Fatalf("%q became %q", page, out)
		}
		for i := range before {
			if scripted(after[i]) && !scripted(before[i]) {
				t.Errorf("%q became %q", before[i], after[i])
			}
		}
	})
}

// FuzzDestination follows any address from any folder: one that is taken to be plain leads
// where it leads when it is parsed, and one that stays does so then.
func FuzzDestination(f *testing.F) {
	for _, address := range []string{
		"", "#", "#a", "a", "a#", "a#b", "a#b#c", "a#b/c", "a#.", "a/b.html#c", "../a", "../../a", "../../../a", "..", "../", "../..", ".", "./a", "/a", "//a/b", "a//b", "a/", "a/../b", "a/./b", "a..b/c.", ".a", "a/.b",
		"a?b", "a%2Fb", "a b", "a:b", "ab:c", "A:b", ":", "a\nb", "停", "tel:12345", "https://a/b#c", "data:,", "javascript:a", "../a:b", "a+b", "~a", "a@b", "a;b", "a&b", "a\x00", "a:%zz",
	} {
		f.Add("js/cut/stop", address)
		f.Add(".", address)
	}
	f.Fuzz(func(t *testing.T, folder, address string) {
		if folder = path.Clean(folder); strings.HasPrefix(folder, "/") || strings.HasPrefix(folder, "..") {
			return
		}
		want := parsedDestination(folder, address)
		if stays([]byte(address)) && want.path != "" {
			t.Errorf("%q leads to %q", address, want)
		}
		if got, plain := plainDestination(folder, address); plain && got != want {
			t.Errorf("%q in %q leads to %q, not to %q", address, folder, want, got)
		}
	})
}

// shown is the text of a page.
func shown(page string) string {
	text := ""
	for tokens := html.NewTokenizer(strings.NewReader(page)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			return text
		case html.TextToken:
			text += tokens.Token().Data
		}
	}
}

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
