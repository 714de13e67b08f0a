package html_test

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// In large text every link and button that does not stand in a sentence is 44 pixels
// high and wide, as the standard for the old asks.
func TestLargeTextHasLargeTargets(t *testing.T) {
	base := serve(t)
	for _, width := range []int64{320, 390, 1280} {
		b := newTab(t, width, 800)
		b.at("2021-12-31T10:00:00+08:00", "Asia/Shanghai")
		for _, path := range append(onePageOfEach, "zhejiang/benji/2022-platform/", "shaanxi/xian/") {
			b.open(base + path + "index.html")
			b.js(`document.documentElement.classList.add('large')`)
			if small := eval[string](b, `[...document.querySelectorAll('a, button, input, summary, select')].filter(e => e.offsetHeight && !e.closest('.prose, .skip') &&
				!(e.closest('p') && e.closest('p').textContent.trim() !== e.textContent.trim() && !e.closest('.hotlines, .actions'))).map(e => {
				const box = e.getBoundingClientRect();
				return box.height < 44 || box.width < 44 ? e.outerHTML.slice(0, 90) + ' ' + Math.round(box.width) + '×' + Math.round(box.height) : '';
			}).filter(Boolean).join('\n')`); small != "" {
				t.Errorf("%s at %d pixels:\n%s", path, width, small)
			}
		}
	}
}

// Words of buttons and of links that look like buttons stand on one line.
func TestButtonsInARowAreLevel(t *testing.T) {
	base := serve(t)
	b := newTab(t, 1280, 800)
	b.open(base + "jiangsu/suzhou/changshu/subscribe/index.html")
	if uneven := eval[string](b, `[...document.querySelectorAll('.actions')].map(row => [...row.children].map(e => {
		const range = document.createRange();
		range.selectNodeContents(e);
		return Math.round(range.getBoundingClientRect().top);
	})).filter(tops => tops.length < 2 || tops.some(top => Math.abs(top - tops[0]) > 1)).join('; ')`); uneven != "" {
		t.Error(uneven)
	}
}

// The words of the timeline never cover each other and are never cut.
func TestTimelineWordsAreApart(t *testing.T) { inEveryBrowser(t, testTimelineWords) }

func testTimelineWords(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	for _, width := range []int64{320, 390, 768, 1280} {
		b := open(width, 800)
		for _, path := range []string{changshu, "en/" + changshu, xian, "zhejiang/benji/2022-platform/", "en/zhejiang/benji/2022-platform/", "en/jiangsu/suzhou/zhangjiagang/2021-platform/"} {
			b.open(base + path + "index.html")
			for _, large := range []string{"remove", "add"} {
				b.js(`document.documentElement.classList.` + large + `('large')`)
				if bad := eval[string](b, `(() => {
					const boxes = [...document.querySelectorAll('.timeline .date')].map(e => ({text: e.textContent, box: e.getBoundingClientRect()}));
					const cut = boxes.filter(x => x.box.left < 0 || x.box.right > innerWidth).map(x => x.text + ' is cut');
					boxes.forEach((x, i) => boxes.slice(0, i).forEach(y => {
						if (x.box.left < y.box.right && y.box.left < x.box.right && x.box.top < y.box.bottom - 1 && y.box.top < x.box.bottom - 1) cut.push(x.text + ' covers ' + y.text);
					}));
					return boxes.length ? cut.join('\n') : 'no words';
				})()`); bad != "" {
					t.Errorf("%s at %d pixels (large: %s):\n%s", path, width, large, bad)
				}
			}
		}
	}
}

// Paper knows no present, and whom to call.
func TestPaperKnowsNoPresent(t *testing.T) { inEveryBrowser(t, testPaper) }

func testPaper(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	b := open(794, 1123)
	b.at("2021-12-31T10:00:00+08:00", "Asia/Shanghai")
	var dark []*emulation.MediaFeature
	if !b.old { // which knows no dark mode
		dark = append(dark, &emulation.MediaFeature{Name: "prefers-color-scheme", Value: "dark"})
	}
	for path, calls := range map[string][]string{
		"": {"12345"}, "jiangsu/suzhou/changshu/": {"12345", "12393"}, changshu + "settlement-stop/": {"12345", "12393"}, changshu: nil, "jiangsu/suzhou/": {"12345"}, "zhejiang/benji/": {"0571-85111525"},
	} {
		b.open(base + path + "index.html")
		if claims := eval[string](b, `document.body.innerText`); path == "" && !strings.Contains(claims, "正在进行") {
			t.Errorf("the screen does not say what goes on: %.200s", claims)
		}
		call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print", Features: dark})
		printed := eval[string](b, `document.body.innerText`)
		if ink := eval[string](b, `getComputedStyle(document.body).color + getComputedStyle(document.querySelector('h1, h2')).color`); ink != "rgb(0, 0, 0)rgb(0, 0, 0)" {
			t.Errorf("%s: the ink is %s", path, ink)
		}
		call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "screen"})
		for _, claim := range []string{"正在进行", "尚未开始", "时间已过", "部分时间未公布", "现在能办吗", "还有"} {
			if strings.Contains(printed, claim) {
				t.Errorf("%s: the paper says %s", path, claim)
			}
		}
		for _, number := range calls {
			if !strings.Contains(printed, number) {
				t.Errorf("%s: the paper lacks %s", path, number)
			}
		}
	}
}
