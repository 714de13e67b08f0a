package html_test

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

func realPlan(t *testing.T) *plan.Plan {
	t.Helper()
	s, problems, err := source.Read(os.DirFS("../../regions"))
	if err != nil || s == nil {
		t.Fatal(err, problems)
	}
	p, _ := plan.Make(s, plan.Options{})
	return p
}

func TestArticleIsTheWholeTextInOrder(t *testing.T) {
	for _, o := range realPlan(t).Outputs() {
		if o.Language != site.Chinese || o.Kind != plan.NoticePage && o.Kind != plan.EditionPage {
			continue
		}
		prose := find(read(t, o.Path), func(n *html.Node) bool { return hasClass(n, "prose") })
		if len(prose) != 1 {
			t.Fatalf("%s: %d .prose", o.Path, len(prose))
		}
		want := squeeze(article.Text(article.Of(phrase.In(site.Chinese), o.Notice, o.Audience)))
		if got := text(prose[0]); got != want {
			i := 0
			for i < min(len(got), len(want)) && got[i] == want[i] {
				i++
			}
			t.Errorf("%s: the article differs at\n%.120s\nwant\n%.120s", o.Path, got[max(0, i-30):], want[max(0, i-30):])
		}
	}
}

var datetime = regexp.MustCompile(`^\d{4}-\d{2}(-\d{2}(T([01]\d|2[0-3]):[0-5]\d:00\+08:00)?)?$`)

func TestEveryMomentIsMarked(t *testing.T) {
	for _, o := range realPlan(t).Outputs() {
		if o.Kind != plan.MilestonePage {
			continue
		}
		page := read(t, o.Path)
		full, want := false, squeeze(phrase.In(o.Language).Moment(o.Milestone.Moment))
		for _, n := range find(page, named("time")) {
			at, _ := attr(n, "datetime")
			if !datetime.MatchString(at) {
				t.Errorf("%s: datetime=%q", o.Path, at)
			}
			full = full || text(n) == want && at == o.Milestone.Moment.Datetime()
		}
		if o.Milestone.Moment.Known() && !full {
			t.Errorf("%s: no time element says %s", o.Path, want)
		}
		if !o.Milestone.Moment.Known() && !strings.Contains(text(page), want) {
			t.Errorf("%s: does not say %s", o.Path, want)
		}
	}
}

// Every link leads to a file that is published and to an id that is there.
func TestLinksLead(t *testing.T) {
	planned := map[string]bool{}
	for _, o := range realPlan(t).Outputs() {
		planned[o.Path] = true
	}
	ids := map[string][]string{}
	idsOf := func(page string) []string {
		if _, seen := ids[page]; !seen {
			for _, n := range find(read(t, page), func(n *html.Node) bool { _, ok := attr(n, "id"); return ok }) {
				id, _ := attr(n, "id")
				ids[page] = append(ids[page], id)
			}
		}
		return ids[page]
	}
	for _, page := range pagesOf(t) {
		for _, id := range idsOf(page) {
			if slices.Index(ids[page], id) != len(ids[page])-1-slices.Index(reversed(ids[page]), id) {
				t.Errorf("%s: the id %s twice", page, id)
			}
		}
		for _, n := range find(read(t, page), func(n *html.Node) bool {
			return n.Data == "a" || n.Data == "link" || n.Data == "script" || n.Data == "use"
		}) {
			for _, key := range []string{"href", "src"} {
				link, ok := attr(n, key)
				if !ok {
					continue
				}
				u, err := url.Parse(link)
				if err != nil || link == "" || strings.HasPrefix(link, "/") || u.Opaque != "" && u.Scheme != "tel" && u.Scheme != "mailto" && u.Scheme != "data" {
					t.Errorf("%s: link %q", page, link)
					continue
				}
				if u.Scheme != "" {
					continue
				}
				target := page
				if u.Path != "" {
					target = path.Join(path.Dir(page), u.Path)
				}
				if _, err := os.Stat(filepath.Join(output(t), target)); err != nil {
					t.Errorf("%s: %s is not published (planned: %v)", page, link, planned[target])
				} else if u.Fragment != "" && !slices.Contains(idsOf(target), u.Fragment) {
					t.Errorf("%s: %s leads to no id", page, link)
				}
			}
		}
	}
}

func reversed(s []string) []string {
	r := slices.Clone(s)
	slices.Reverse(r)
	return r
}

// Nothing in a page is remote, inline script, inline style or a handler; the only
// inline scripts are data that no browser runs.
func TestPagesAreSafe(t *testing.T) {
	for _, page := range pagesOf(t) {
		root := read(t, page)
		for _, n := range find(root, func(*html.Node) bool { return true }) {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Errorf("%s: <%s %s>", page, n.Data, a.Key)
				}
			}
			src, hasSrc := attr(n, "src")
			kind, _ := attr(n, "type")
			switch n.Data {
			case "script":
				if hasSrc && !regexp.MustCompile(`^(\.\./)*assets/[a-z]+\.js$`).MatchString(src) || !hasSrc && kind != "application/json" && kind != "application/ld+json" {
					t.Errorf("%s: <script src=%q type=%q>", page, src, kind)
				}
			case "style":
				if page != "404.html" {
					t.Errorf("%s: inline style", page)
				}
			case "img", "iframe", "object", "embed", "video", "audio":
				t.Errorf("%s: <%s>", page, n.Data)
			}
		}
		if policy := find(root, func(n *html.Node) bool { v, _ := attr(n, "http-equiv"); return v == "Content-Security-Policy" }); len(policy) != 1 {
			t.Errorf("%s: %d content security policies", page, len(policy))
		}
	}
}

// A notice page with all that it loads stays under 66 KB, its script under 12 KB.
func TestPagesAreLight(t *testing.T) {
	heaviest, most := "", 0
	for _, page := range pagesOf(t) {
		root, total, script := read(t, page), 0, 0
		size := func(name string) int {
			info, err := os.Stat(filepath.Join(output(t), path.Join(path.Dir(page), name)))
			if err != nil {
				t.Fatal(err)
			}
			return int(info.Size())
		}
		total += size(path.Base(page))
		for _, n := range find(root, func(n *html.Node) bool { return n.Data == "script" || n.Data == "link" }) {
			rel, _ := attr(n, "rel")
			if src, ok := attr(n, "src"); ok {
				script += size(src)
			}
			if href, _ := attr(n, "href"); rel == "stylesheet" {
				total += size(href)
			}
		}
		total += script
		if script > 12_000 && !strings.Contains(page, "screen/") && !strings.Contains(page, "embed/") { // these have the engine and a script of their own
			t.Errorf("%s: %d octets of script", page, script)
		}
		if path.Base(path.Dir(page)) == "texts" { // for who publishes: it holds every text, to be copied without the net
			if total > 250_000 {
				t.Errorf("%s: %d octets with style and script", page, total)
			}
			continue
		}
		if total > most {
			heaviest, most = page, total
		}
		if total > 70_000 {
			t.Errorf("%s: %d octets with style and script", page, total)
		}
	}
	t.Logf("heaviest: %s, %d octets", heaviest, most)
}
