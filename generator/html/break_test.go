package html_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// breaks is a script that says where lines break in the elements of a selector: the
// text before and after each break, and whether an element ends or begins there.
const breaks = `(selector => [...document.querySelectorAll(selector)].filter(e => e.offsetHeight).map(e => {
	const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), letters = [];
	for (let n = walk.nextNode(); n; n = walk.nextNode()) {
		for (let i = 0; i < n.length; i++) {
			const range = document.createRange();
			range.setStart(n, i);
			range.setEnd(n, i + 1);
			const box = range.getBoundingClientRect();
			letters.push({letter: n.data[i], first: i === 0, middle: (box.top + box.bottom) / 2, part: n.parentNode});
		}
	}
	const text = letters.map(l => l.letter).join('');
	return letters.map((l, i) => i && l.middle > letters[i - 1].middle + 9 ? {
		at: text.slice(0, i) + '/' + text.slice(i), inside: l.part === letters[i - 1].part, left: letters.length - i } : null).filter(Boolean);
}).reduce((all, some) => all.concat(some), []))`

type lineBreak struct {
	At     string `json:"at"`
	Inside bool   `json:"inside"` // not between two parts
	Left   int    `json:"left"`   // characters behind it
}

// Titles break between their seams at every width and size, and leave no character
// alone.
func TestTitlesBreakAtTheirSeams(t *testing.T) { inEveryBrowser(t, testTitleBreaks) }

func testTitleBreaks(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	seen := 0
	for _, width := range []int64{320, 390, 600, 1280} {
		b := open(width, 800)
		for _, path := range []string{"", "shaanxi/xian/", "jiangsu/suzhou/changshu/", "zhejiang/benji/", changshu, xian, changshu + "settlement-stop/", "zh-hant/" + xian, "en/" + xian} {
			b.open(base + path + "index.html")
			for _, large := range []string{"remove", "add"} {
				b.js(`document.documentElement.classList.` + large + `('large')`)
				for _, c := range eval[[]lineBreak](b, breaks+`('.seams')`) {
					seen++
					if c.Inside && !strings.Contains(c.At, " /") || c.Left < 2 {
						t.Errorf("%s at %d pixels (large: %s): %s", path, width, large, c.At)
					}
				}
			}
		}
	}
	if seen < 80 {
		t.Errorf("only %d breaks were seen", seen)
	}
}

// A date, a clock and a weekday in a line of words stay whole.
func TestLinesBreakOutsideTimes(t *testing.T) { inEveryBrowser(t, testTimeBreaks) }

func testTimeBreaks(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	for _, width := range []int64{320, 370, 395, 768, 1280} {
		b := open(width, 800)
		for _, path := range []string{"shaanxi/xian/", "jiangsu/suzhou/changshu/", changshu, xian} {
			b.open(base + path + "index.html")
			for _, c := range eval[[]lineBreak](b, breaks+`('.now .says, .card dd, .prose p, .services td')`) {
				before, after, _ := strings.Cut(c.At, "/")
				if insideTime(before, after) {
					t.Errorf("%s at %d pixels: %s", path, width, c.At)
				}
			}
		}
	}
}

// insideTime reports whether a break stands where no reader would break a time.
func insideTime(before, after string) bool {
	digit := func(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
	last := before[len(before)-1:]
	for _, unit := range []string{"年", "月", "日", "时", "分"} {
		if digit(last) && strings.HasPrefix(after, unit) {
			return true
		}
	}
	month := strings.HasSuffix(before, "月") && digit(after) || strings.HasSuffix(before, "年") && digit(after)
	return digit(last) && digit(after) || month || strings.HasSuffix(before, "（星") || strings.HasSuffix(before, "（星期")
}

// A title is spoken and copied without blanks.
func TestTitlesAreSpokenAsWritten(t *testing.T) {
	base := serve(t)
	b := newTab(t, 320, 800)
	for _, path := range []string{"", "shaanxi/xian/", xian, changshu + "settlement-stop/"} {
		b.open(base + path + "index.html")
		titles := eval[[]string](b, `[...document.querySelectorAll('.seams')].map(e => e.textContent)`)
		copied := eval[[]string](b, `[...document.querySelectorAll('.seams')].map(e => { const s = getSelection(); s.selectAllChildren(e); return s.toString(); })`)
		tree, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			t.Fatal(err)
		}
		spoken := map[string]bool{}
		for _, n := range tree.Nodes {
			if n.Name != nil {
				var name string
				if err := json.Unmarshal(n.Name.Value, &name); err != nil {
					t.Fatal(err)
				}
				spoken[name] = true
			}
		}
		for i, title := range titles {
			if copied[i] != title {
				t.Errorf("%s: %q is copied as %q", path, title, copied[i])
			}
			if len([]rune(title)) > 3 && !spoken[title] {
				t.Errorf("%s: nothing is spoken as %q", path, title)
			}
		}
		if len(titles) == 0 {
			t.Errorf("%s has no title", path)
		}
	}
}
