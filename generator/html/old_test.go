package html_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// A check of a file that began has an end: the file is as published, or not, or
// could not be read.
func TestTheFileCheckEnds(t *testing.T) { inEveryBrowser(t, testFileCheck) }

func testFileCheck(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	b := open(390, 844)
	published, err := os.ReadFile(filepath.Join(output(t), filepath.FromSlash(changshu), "calendar.ics"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ before, content, says string }{
		{"", strconv.Quote(string(published)), "是最新版"},
		{"", `"another"`, "没有公布过"},
		{`FileReader.prototype.readAsArrayBuffer = function () { setTimeout(() => this.onerror(), 0); };`, `"torn"`, "读不到这个文件"},
	} {
		b.open(base + "about/index.html")
		b.js(c.before + `const data = new DataTransfer(), input = document.querySelector('#verify-file');
			data.items.add(new File([` + c.content + `], 'calendar.ics')); input.files = data.files; input.dispatchEvent(new Event('change'))`)
		b.wait(`/[。]/.test(document.querySelector('.verify .answer').textContent)`)
		if said := eval[string](b, `document.querySelector('.verify .answer').textContent`); !strings.Contains(said, c.says) {
			t.Errorf("%.40s: %s", c.content, said)
		}
		if !b.shows(`.verify .answer`) {
			t.Error("the answer is not shown")
		}
	}
}

// Whatever the styles, scripts and templates use, a Chrome 70 and an iPhone with iOS
// 12 know by the public tables, or do well without.
func TestNothingIsTooNewForOldBrowsers(t *testing.T) {
	node, tables := testkit.Need(t, "node"), testkit.Package(t, "@mdn/browser-compat-data/data.json")
	modules := filepath.Dir(filepath.Dir(filepath.Dir(tables)))
	if said, err := exec.Command(node, "testdata/reach.js", modules, "../../templates").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}

// The check of what is too new finds what is, and knows what saves it.
func TestWhatIsTooNewIsFound(t *testing.T) {
	node, tables := testkit.Need(t, "node"), testkit.Package(t, "@mdn/browser-compat-data/data.json")
	dir := t.TempDir()
	for _, folder := range []string{"assets", "pages", "parts"} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cases := []struct{ kind, text, finds string }{
		{"css", `p { display: revert }`, "revert"}, {"css", `p { width: min(1px, 2px) }`, "min(1px,2px)"}, {"css", `p { font: 1rem a; font: clamp(1px, 2px, 3px) var(--x) }`, "beside var()"},
		{"css", `p { display: flex; gap: 1px }`, "outside a grid"}, {"css", `a:hover, p:has(a) { color: red }`, ":has"}, {"css", `p { inset: 0 }`, "inset"},
		{"css", `p { color: light-dark(red, blue) }`, "light-dark"}, {"css", `p { aspect-ratio: 1 }`, "aspect-ratio"}, {"css", `p:is(a) { color: red }`, ":is"},
		{"css", `p { overflow-wrap: anywhere }`, "anywhere"}, {"css", `p { margin-inline: 0 }`, "margin-inline"}, {"css", `p:not(a, b) { color: red }`, ":not()"},
		{"js", `file.arrayBuffer()`, "Blob.arrayBuffer"}, {"js", `text.replaceAll('a', 'b')`, "String.replaceAll"}, {"js", `a?.b`, "syntax"}, {"js", `list.at(-1)`, "Array.at"}, {"js", `() => 1`, "syntax"},
		{"js", `Object.fromEntries(x)`, "Object.fromEntries"}, {"js", `form.requestSubmit()`, "requestSubmit"}, {"js", `new ClipboardItem()`, "ClipboardItem"}, {"js", `globalThis.x = 1`, "globalThis"},
		{"css", `p { overflow-wrap: break-word; overflow-wrap: anywhere } q { display: grid; gap: 1px } :focus:not(:focus-visible) { outline: 0 }`, ""},
		{"js", `Array.prototype.slice.call(document.querySelectorAll('a')).forEach(function (a) { a.closest('p').focus(); })`, ""},
	}
	for i, c := range cases {
		if err := os.WriteFile(filepath.Join(dir, "assets", fmt.Sprintf("%d.%s", i, c.kind)), []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	said, _ := exec.Command(node, "testdata/reach.js", filepath.Dir(filepath.Dir(filepath.Dir(tables))), dir).CombinedOutput()
	for i, c := range cases {
		var about []string
		for line := range strings.Lines(string(said)) {
			if rest, ok := strings.CutPrefix(line, fmt.Sprintf("%d.%s: ", i, c.kind)); ok {
				about = append(about, rest)
			}
		}
		if (len(about) > 0) != (c.finds != "") || !strings.Contains(strings.Join(about, ""), c.finds) {
			t.Errorf("%s: %q", c.text, about)
		}
	}
}

// kinds of pages, one each.
var onePageOfEach = []string{"", "about/", "jiangsu/suzhou/changshu/", "jiangsu/suzhou/changshu/subscribe/", changshu, changshu + "settlement-stop/", "jiangsu/suzhou/zhangjiagang/2021-platform/for/insured/", "en/" + changshu, "en/"}

// Links and buttons that stand in a row do not run together.
func TestNeighboursStandApart(t *testing.T) { inEveryBrowser(t, testNeighbours) }

func testNeighbours(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	for _, width := range []int64{320, 1280} {
		b := open(width, 800)
		for _, path := range onePageOfEach {
			b.open(base + path + "index.html")
			touching := eval[string](b, `(() => {
				const all = [...document.querySelectorAll('a, button, input, summary, [aria-current], figcaption > *')].filter(e => e.offsetHeight && !e.closest('.skip, p:not(.actions), .asked'));
				return all.map((e, i) => {
					const next = all[i + 1];
					if (!next || e.contains(next)) return '';
					const r = e.getBoundingClientRect(), s = next.getBoundingClientRect();
					const row = r.top < s.bottom && s.top < r.bottom;
					return row && s.left - r.right < 5 && s.right > r.left ? e.textContent + '|' + next.textContent + ' ' + (s.left - r.right) : '';
				}).filter(Boolean).join('\n');
			})()`)
			if touching != "" {
				t.Errorf("%s at %d pixels:\n%s", path, width, touching)
			}
		}
	}
}
