package html_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"tonggao/generator"
	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
)

const changedNotice = `title = "系统升级通告"
issuers = ["甲市医疗保障局"]
issued = 2024-05-01

[milestone.stop]
kind = "suspend"
services = ["ebank"]
at = "2024-05-10 08:00"
text = "{{stop}}起暂停"

[milestone.moved]
kind = "deadline"
label = "申报截止"
at = "2024-05-20 18:00"
text = "{{moved}}前申报"

[[milestone.moved.move]]
from = "2024-05-16 18:00"
on = 2024-05-03
why = "联调测试"

[milestone.gone]
kind = "rule"
label = "新办法施行"
at = "2024-05-22 08:00"
withdrawn = true
text = "{{gone}}起施行"

[[milestone.gone.move]]
from = "2024-05-22 08:00"
on = 2024-05-03
why = "联调测试"

[[revision]]
on = 2024-05-03
what = "申报截止延期；取消新办法施行"
`

// A reader who sees no more than a milestone's title is told that it was moved
// or withdrawn: in a browser's tab, in a link that was shared, in a search.
func TestTitlesTellTheChange(t *testing.T) {
	out := changedSite(t)
	for name, want := range map[string]string{"moved": "【延期】申报截止", "gone": "【已取消】新办法施行", "stop": "网上银行暂停"} {
		checkTitles(t, filepath.Join(out, "a/2024-up", name, "index.html"), want)
	}
	checkTitles(t, filepath.Join(out, "en/a/2024-up/moved/index.html"), "[Postponed] 申报截止")
}

// changedSite builds changedNotice and returns the folder.
func changedSite(t *testing.T) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "output")
	files := fstest.MapFS{
		"site.toml":             {Data: []byte("name = \"通告\"\nbase_url = \"https://tonggao.gov.cn\"\nlanguages = [\"zh-CN\", \"en\"]\nhotlines = [\"12393\"]\n[service.ebank]\nname = \"网上银行\"\n")},
		"a/region.toml":         {Data: []byte("name = \"甲市\"\ncode = \"350100\"\nhotlines = [\"12393\"]\n")},
		"a/2024-up/notice.toml": {Data: []byte(changedNotice)},
		"a/2024-up/notice.md":   {Data: []byte("{{stop}}起暂停，{{moved}}前申报。\n")},
	}
	options := generator.Options{Regions: files, Look: look.New(os.DirFS("../../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML}}}
	if _, problems, err := generator.Build(context.Background(), options, generator.Target{Options: publish.Options{Output: out}}); err != nil || problems.Failed() {
		t.Fatal(err, problems.Sorted())
	}
	return out
}

// Wherever a time that holds no more stands on a page, it is struck out, and a title or
// a list that is read aloud says that it was planned; nothing has the colour of a time
// that holds.
func TestOldTimesAreStruck(t *testing.T) {
	out := changedSite(t)
	struck := map[string]int{}
	for _, language := range []string{"", "en"} {
		for _, page := range []string{"a/index.html", "a/2024-up/index.html", "a/2024-up/moved/index.html", "a/2024-up/gone/index.html", "a/2024-up/change/index.html"} {
			for n := range parsed(t, filepath.Join(out, language, page)).Descendants() {
				at, _ := attr(n, "datetime")
				if at != "2024-05-16T18:00:00+08:00" && at != "2024-05-22T08:00:00+08:00" {
					continue
				}
				if n.Parent.Data != "s" {
					t.Errorf("%s %s: %s stands as if it held", language, page, at)
				}
				struck[at]++
			}
		}
	}
	if len(struck) != 2 {
		t.Errorf("struck out are %v, want both", struck)
	}
	gone := parsed(t, filepath.Join(out, "a/2024-up/gone/index.html"))
	if title := spoken(find(gone, named("title"))[0]); !strings.HasPrefix(title, "【已取消】新办法施行 原定2024年5月22日8时") {
		t.Errorf("the title states a time that holds no more: %s", title)
	}
	if class, _ := attr(find(gone, named("article"))[0], "class"); class != "milestone s-dropped gone" {
		t.Errorf("what is withdrawn has the look of %s", class)
	}
	schedule := find(parsed(t, filepath.Join(out, "a/2024-up/index.html")), func(n *html.Node) bool { _, is := attr(n, "data-schedule"); return is })
	if said := spoken(schedule[0]); !strings.Contains(said, "原定2024年5月22日8时星期三【已取消】新办法施行") {
		t.Errorf("read aloud the schedule says %s", said)
	}
}

func parsed(t *testing.T, path string) *html.Node {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// checkTitles compares how each of a page's titles begins.
func checkTitles(t *testing.T, path, want string) {
	t.Helper()
	root := parsed(t, path)
	begin := func(what, got string) {
		if !strings.HasPrefix(strings.TrimSpace(got), want) {
			t.Errorf("%s: %s is %q, want it to begin with %q", path, what, got, want)
		}
	}
	begin("<title>", spoken(find(root, named("title"))[0]))
	begin("<h1>", spoken(find(root, named("h1"))[0]))
	for _, meta := range find(root, named("meta")) {
		if property, _ := attr(meta, "property"); property == "og:title" {
			content, _ := attr(meta, "content")
			begin(property, content)
		}
	}
	checkEventName(t, root, want)
}

// spoken is what an element says, with its white space.
func spoken(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// checkEventName does so for the event in the page's JSON-LD, which names the
// place between the mark and the label.
func checkEventName(t *testing.T, root *html.Node, want string) {
	t.Helper()
	events := 0
	for _, script := range find(root, named("script")) {
		if kind, _ := attr(script, "type"); kind != "application/ld+json" || script.FirstChild == nil {
			continue
		}
		var things []map[string]any
		data := []byte(script.FirstChild.Data)
		if err := json.Unmarshal(data, &things); err != nil {
			things = make([]map[string]any, 1)
			if err := json.Unmarshal(data, &things[0]); err != nil {
				t.Fatal(err)
			}
		}
		for _, thing := range things {
			if thing["@type"] != "Event" {
				continue
			}
			events++
			if name, _ := thing["name"].(string); strings.Replace(name, "甲市 ", "", 1) != want {
				t.Errorf("the event is called %q, want %q about 甲市", name, want)
			}
		}
	}
	if events != 1 {
		t.Errorf("%d events for %q, want 1", events, want)
	}
}
