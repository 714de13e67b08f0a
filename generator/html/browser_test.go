package html_test

import (
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"

	"tonggao/generator/testkit"
)

const (
	changshu = "jiangsu/suzhou/changshu/2021-platform/"
	xian     = "shaanxi/xian/2022-platform/"
)

func TestStatusLine(t *testing.T) { inEveryBrowser(t, testStatusLine) }

func testStatusLine(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	for _, c := range []struct{ page, at, zone, says string }{
		{changshu, "2021-12-20T12:00:00+08:00", "Asia/Shanghai", "医保费用联网结算刷卡、扫码：正常办理。2021年12月30日20时起暂停"},
		{changshu, "2021-12-30T19:59:20+08:00", "Asia/Shanghai", "医保费用联网结算刷卡、扫码：正常办理。"},
		{changshu, "2021-12-30T20:00:00+08:00", "Asia/Shanghai", "医保费用联网结算刷卡、扫码：暂停。2022年1月1日0时起逐步恢复"},
		{changshu, "2021-12-31T10:00:00+08:00", "America/New_York", "医保费用联网结算刷卡、扫码：暂停。"},
		{changshu, "2022-01-01T00:00:00+08:00", "America/New_York", "医保费用联网结算刷卡、扫码：部分恢复。2022年1月2日8时起全面恢复"},
		{changshu, "2022-01-02T08:00:00+08:00", "Pacific/Kiritimati", "医保费用联网结算刷卡、扫码：正常办理。已于2022年1月2日8时全面恢复"},
		{changshu, "2022-01-05T08:00:00+08:00", "Asia/Shanghai", "窗口经办到窗口办事：部分恢复。"},
		{xian, "2022-02-27T23:59:20+08:00", "America/New_York", "窗口经办到窗口办事：正常办理。2022年2月27日24时起暂停"},
		{xian, "2022-02-28T00:00:00+08:00", "America/New_York", "窗口经办到窗口办事：暂停。"},
		{xian, "2022-03-12T00:00:00+08:00", "Asia/Shanghai", "已停止使用"},
	} {
		b := open(390, 844)
		b.at(c.at, c.zone)
		b.open(base + c.page + "index.html")
		if got := b.answer(); !strings.Contains(got, c.says) {
			t.Errorf("%s at %s in %s: %s\nshould say %s", c.page, c.at, c.zone, got, c.says)
		}
		if !b.shows(`[data-now] .state`) {
			t.Errorf("%s: the answer is not shown", c.page)
		}
		if clock := eval[string](b, `document.querySelector('[data-clock]').textContent`); !strings.Contains(clock, strings.Replace(c.at[11:16], "T", "", 1)) {
			t.Errorf("%s at %s in %s: the clock says %s", c.page, c.at, c.zone, clock)
		}
	}
}

// The line of the present says how long it is to what: in whole hours where there
// are no minutes, in days to a date without an hour.
func TestHowLongItIsToWhat(t *testing.T) { inEveryBrowser(t, testHowLong) }

func testHowLong(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	for _, c := range []struct{ page, at, says string }{
		{changshu, "2021-12-30T06:00:00+08:00", "· 距“联网结算暂停”等还有14小时"},
		{changshu, "2021-12-30T06:30:00+08:00", "· 距“联网结算暂停”等还有13小时30分钟"},
		{changshu, "2021-12-30T19:55:00+08:00", "· 距“联网结算暂停”等还有5分钟"},
		{changshu, "2021-12-28T18:00:00+08:00", "· 距“联网结算暂停”等还有2天2小时"},
		{changshu, "2021-12-24T09:00:00+08:00", "· 距“窗口经办暂停”等还有8小时"},
		{changshu, "2022-03-28T18:00:00+08:00", "还有3天"},
		{changshu, "2022-03-31T18:00:00+08:00", "”就在今天"},
		{"en/" + changshu, "2021-12-30T06:00:00+08:00", " and others: 14 h"},
		{"en/" + changshu, "2022-03-30T06:00:00+08:00", "”: 1 d"},
		{"en/" + changshu, "2022-03-31T06:00:00+08:00", "· today: “"},
	} {
		b := open(390, 844)
		b.at(c.at, "Asia/Shanghai")
		b.open(base + c.page + "index.html")
		said := eval[string](b, `document.querySelector('[data-schedule] .today').textContent`)
		if !strings.Contains(said+"$", c.says) || strings.HasSuffix(c.says, "小时") && !strings.HasSuffix(said, c.says) {
			t.Errorf("%s at %s: %s, want %s", c.page, c.at, said, c.says)
		}
	}
}

// Nothing that has passed stands behind the line of the present, and nothing to come before it.
func TestLineOfThePresentStandsAtIt(t *testing.T) {
	base := serve(t)
	for _, at := range []string{"2021-12-01T09:00:00+08:00", "2022-01-04T10:00:00+08:00", "2022-03-31T18:00:00+08:00", "2026-01-01T00:00:00+08:00"} {
		b := newTab(t, 390, 844)
		b.at(at, "Asia/Shanghai")
		b.open(base + changshu + "index.html")
		if wrong := eval[string](b, `(() => {
			const list = [...document.querySelectorAll('[data-schedule] > li')], line = list.findIndex(li => li.className === 'today'), now = Date.now() / 1000
			return list.filter((li, i) => li.dataset.at && i !== line && (li.dataset.at <= now) !== (i < line)).map(li => li.textContent).join(' | ')
		})()`); wrong != "" {
			t.Errorf("at %s on the wrong side: %s", at, wrong)
		}
	}
}

// A page that is open when a moment passes says so by itself, and only then.
func TestStatusChangesWhileThePageIsOpen(t *testing.T) {
	base := serve(t)
	b := newTab(t, 1280, 900)
	b.at("2021-12-30T19:59:57+08:00", "America/New_York")
	b.open(base + changshu + "settlement-stop/index.html")
	if got := b.answer(); !strings.Contains(got, "正常办理") {
		t.Fatalf("before: %s", got)
	}
	b.wait(`document.querySelector('[data-now]').textContent.includes('暂停。')`)
	if role := eval[string](b, `document.querySelector('[data-now]').getAttribute('role')`); role != "status" {
		t.Errorf("the line has the role %q", role)
	}
}

func TestAnotherInstantCanBePicked(t *testing.T) { inEveryBrowser(t, testAnotherInstant) }

func testAnotherInstant(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	b := open(1280, 900)
	b.at("2026-01-01T00:00:00Z", "America/New_York")
	b.open(base + changshu + "index.html")
	b.js(`document.querySelector('#pick-at').value = '2021-12-31T23:59'; document.querySelector('[data-pick] button').click()`)
	if got := b.answer(); !strings.Contains(got, "医保费用联网结算刷卡、扫码：暂停。") {
		t.Errorf("at the last minute: %s", got)
	}
	b.js(`document.querySelector('#pick-at').value = '2022-01-01T00:00'; document.querySelector('[data-pick] button').click()`)
	if got := b.answer(); !strings.Contains(got, "医保费用联网结算刷卡、扫码：部分恢复。") {
		t.Errorf("at 0时: %s", got)
	}
	if name := eval[string](b, `document.querySelector('[data-clock-name]').textContent`); name != "所查时间" {
		t.Errorf("a picked instant is called %s", name)
	}
	b.click(`[data-pick-back]`)
	if name := eval[string](b, `document.querySelector('[data-clock-name]').textContent`); name != "现在" {
		t.Errorf("back to now it is called %s", name)
	}
}

func TestWithoutScriptsNothingKnowsThePresent(t *testing.T) {
	base := serve(t)
	b := newTab(t, 1280, 900)
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	for _, path := range []string{changshu, "jiangsu/suzhou/changshu/", changshu + "refund/", ""} {
		b.open(base + path + "index.html")
		shown := eval[string](b, `document.body.innerText`)
		for _, claim := range []string{"现在", "正在进行", "目前", "已截止"} {
			if strings.Contains(shown, claim) {
				t.Errorf("%s: says %s without a script", path, claim)
			}
		}
		if path == changshu && (!strings.Contains(squeeze(shown), "2021年12月30日20时") || !strings.Contains(shown, "联网结算全面恢复")) {
			t.Errorf("the schedule is not complete:\n%s", shown)
		}
	}
}

func TestCopyButton(t *testing.T) { inEveryBrowser(t, testCopyButton) }

func testCopyButton(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	b := open(360, 800)
	b.open(base + "jiangsu/suzhou/changshu/subscribe/index.html")
	b.js(`navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }`)
	b.click(`[data-copy]`)
	b.wait(`document.querySelector('[data-copied]').textContent !== ''`)
	if got := eval[string](b, `window.copied`); got != "https://tonggao.example/jiangsu/suzhou/changshu/calendar.ics" {
		t.Errorf("copied %q", got)
	}
	// Without the clipboard of secure pages, or where it refuses, the old way is taken.
	for _, clipboard := range []string{`undefined`, `{writeText: () => Promise.reject(new Error('no'))}`} {
		b.open(base + "jiangsu/suzhou/changshu/subscribe/index.html")
		b.js(`Object.defineProperty(navigator, 'clipboard', {value: ` + clipboard + `}); document.execCommand = name => { window.copied = name + getSelection(); return true; }`)
		b.click(`[data-copy]`)
		b.wait(`(window.copied || '').startsWith('copy')`)
	}
}

func TestLargeTextIsRemembered(t *testing.T) { inEveryBrowser(t, testLargeText) }

func testLargeText(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	b := open(360, 800)
	b.open(base + "index.html")
	b.click(`[data-large]`)
	b.open(base + changshu + "index.html")
	if size := eval[float64](b, `parseFloat(getComputedStyle(document.body).fontSize)`); size < 24 {
		t.Errorf("large text has %v pixels; 18 points are 24", size)
	}
	if pressed := eval[string](b, `document.querySelector('[data-large]').getAttribute('aria-pressed')`); pressed != "true" {
		t.Errorf("the button says %s", pressed)
	}
}

// The printed page is the article, whole, and nothing else.
func TestPrintShowsTheArticleAlone(t *testing.T) { inEveryBrowser(t, testPrintArticle) }

func testPrintArticle(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	b := open(1280, 900)
	b.open(base + changshu + "index.html")
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	got, want := squeeze(eval[string](b, `document.body.innerText`)), squeeze(eval[string](b, `document.querySelector('article .prose').innerText`))
	if got != want || len(want) < 3000 {
		t.Errorf("printed %d octets, the article has %d", len(got), len(want))
	}
	if folded := eval[string](b, `document.querySelector('article .prose').textContent`); squeeze(folded) != want {
		t.Error("a part of the article is not printed")
	}
}

// Every page of the site: no message, no request to elsewhere, nothing wider than
// a narrow phone; over HTTP under a path, and from the file system.
func TestEveryPageIsQuietAndNarrow(t *testing.T) { inEveryBrowser(t, testQuietAndNarrow) }

func testQuietAndNarrow(t *testing.T, open func(width, height int64) *tab) {
	base := serve(t)
	b := open(320, 640)
	pages := pagesOf(t)
	for _, start := range []string{base, "file://" + output(t) + "/"} {
		for i, path := range pages {
			if start != base && i%5 != 0 {
				continue
			}
			b.open(start + path)
			if wide := eval[int](b, `document.documentElement.scrollWidth`); wide > 320 {
				t.Errorf("%s is %d pixels wide", path, wide)
			}
			if i%7 == 0 {
				if wide := eval[int](b, `document.documentElement.classList.add('large'), document.documentElement.scrollWidth`); wide > 320 {
					t.Errorf("%s in large text is %d pixels wide", path, wide)
				}
			}
		}
		b.mu.Lock()
		for _, said := range b.said {
			t.Errorf("the console says: %s", said)
		}
		for _, url := range b.requests {
			if !strings.HasPrefix(url, start) && !strings.HasPrefix(url, "data:") {
				t.Errorf("a request to %s", url)
			}
		}
		b.said, b.requests = nil, nil
		b.mu.Unlock()
	}
}

// Nothing jumps when the script has filled the page.
func TestLayoutDoesNotShift(t *testing.T) {
	base := serve(t)
	b := newTab(t, 360, 800)
	for _, path := range []string{changshu, "jiangsu/suzhou/changshu/", ""} {
		b.open(base + path + "index.html")
		shift := eval[float64](b, `new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value)).observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 500); })`)
		if shift > 0 {
			t.Errorf("%s shifts by %v", path, shift)
		}
	}
}

func TestAccessibility(t *testing.T) {
	axe, err := os.ReadFile(testkit.Package(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	base := serve(t)
	pages := []string{"", "about/", "jiangsu/suzhou/changshu/", "jiangsu/suzhou/changshu/subscribe/", changshu, changshu + "settlement-stop/", changshu + "counter-scope/",
		"jiangsu/suzhou/zhangjiagang/2021-platform/for/insured/", "404.html"}
	for _, scheme := range []string{"light", "dark"} {
		b := newTab(t, 360, 800)
		b.at("2021-12-31T10:00:00+08:00", "Asia/Shanghai")
		call(b, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true})
		call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		for _, path := range pages {
			if !strings.HasSuffix(path, ".html") {
				path += "index.html"
			}
			b.open(base + path)
			b.js(string(axe))
			found := eval[string](b, `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r => r.passes.length + ' ' + r.violations.map(v => v.id + ': ' + v.nodes[0].html).join('\n'))`)
			passes, violations, _ := strings.Cut(found, " ")
			if violations != "" || passes < "1" {
				t.Errorf("%s in %s: %s rules hold, but %s", path, scheme, passes, violations)
			}
		}
	}
}
