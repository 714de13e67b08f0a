package html_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A hall is a server of the site as a television finds it: its net can be lost, and
// something can be published anew.
type hall struct {
	*httptest.Server
	mu      sync.Mutex
	lost    bool
	version string // of the manifest
	replace *strings.Replacer
	asked   map[string]int
}

func newHall(t *testing.T) *hall {
	t.Helper()
	h := &hall{version: "1", asked: map[string]int{}}
	files := http.FileServer(http.Dir(output(t)))
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.asked[r.Method+" "+r.URL.Path]++
		switch {
		case h.lost:
			w.WriteHeader(http.StatusBadGateway)
		case r.URL.Path == "/manifest.json":
			w.Header().Set("ETag", `"`+h.version+`"`)
		case h.replace != nil && (strings.HasSuffix(r.URL.Path, "now.json") || strings.HasSuffix(r.URL.Path, "/screen/")):
			name := output(t) + r.URL.Path
			if strings.HasSuffix(name, "/") {
				name += "index.html"
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Error(err)
			}
			h.replace.WriteString(w, string(text))
		default:
			w.Header().Set("Cache-Control", "no-store")
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(h.Close)
	return h
}

func (h *hall) set(change func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	change()
}

// fastClock makes a page believe in an instant that only advance moves, across reloads,
// and counts what it has asked for and not been answered.
func fastClock(b *tab, instant string) {
	b.t.Helper()
	script := fmt.Sprintf(`(() => {
		const real = Date, ticks = [];
		let now = Number(sessionStorage.getItem('now')) || real.parse(%q);
		window.Date = class extends real {
			constructor(...a) { if (a.length) super(...a); else super(now); }
			static now() { return now; }
		};
		window.setInterval = f => { ticks.push(f); return ticks.length; };
		window.waiting = 0;
		addEventListener('beforeunload', () => { window.waiting++; }); // a reload was asked for: rest is the next page's
		const send = XMLHttpRequest.prototype.send;
		XMLHttpRequest.prototype.send = function () {
			window.waiting++;
			this.addEventListener('loadend', () => { window.waiting--; });
			send.call(this);
		};
		window.advance = (seconds, step) => {
			for (; seconds > 0; seconds -= step) {
				now += step * 1000;
				ticks.forEach(f => f());
			}
			sessionStorage.setItem('now', now);
		};
	})()`, instant)
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// pass lets time go by, some minutes at a time, so that every request is answered.
func (b *tab) pass(d time.Duration) {
	b.t.Helper()
	for ; d > 0; d -= 20 * time.Minute {
		b.js(fmt.Sprintf(`advance(%d, 30)`, int(min(d, 20*time.Minute).Seconds())))
		b.settle()
	}
}

// settle waits until nothing is asked for. A page that is being loaded anew has no clock
// yet, and an answer to what was asked of the one before it is an error.
func (b *tab) settle() {
	b.t.Helper()
	const calm = `document.readyState === 'complete' && typeof advance === 'function' && waiting === 0 && Boolean(document.querySelector('.rows'))`
	for range 24000 { // two minutes: no machine is so slow
		if done, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](calm)); err == nil && done {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	b.t.Fatal("the page does not come to rest")
}

func (b *tab) heap() int {
	b.t.Helper()
	call(b, heapprofiler.CollectGarbage, cdp.Empty{})
	return eval[int](b, `performance.memory.usedJSHeapSize`)
}

func (b *tab) screen() string {
	b.t.Helper()
	return squeeze(eval[string](b, `document.querySelector('.rows').textContent`))
}

// TestScreenOverAWeek runs a television through a week in which services stop and come
// back, the net is lost, and a revision is published.
func TestScreenOverAWeek(t *testing.T) { inEveryBrowser(t, testScreenWeek) }

func testScreenWeek(t *testing.T, open func(width, height int64) *tab) {
	h := newHall(t)
	b := open(1920, 1080)
	fastClock(b, "2021-12-27T08:00:00+08:00")
	b.open(h.URL + "/jiangsu/suzhou/changshu/screen/")
	says := func(when string, words ...string) {
		t.Helper()
		b.settle()
		for _, word := range words {
			if have := b.screen(); !strings.Contains(have, word) {
				t.Errorf("%s: %s\nlacks %s", when, have, word)
			}
		}
	}
	stale := func(when, want string) {
		t.Helper()
		if have := eval[string](b, `(e => e.hidden ? '' : e.textContent)(document.getElementById('stale'))`); have != want && (want == "" || !strings.HasPrefix(have, want)) {
			t.Errorf("%s: the screen says %q of its age, want %q", when, have, want)
		}
	}
	b.pass(time.Hour) // 27 December, 9:00
	says("on Monday", "医保费用联网结算刷卡、扫码正常办理2021年12月30日20时起暂停距暂停还有3天", "窗口经办到窗口办事暂停")
	stale("on Monday", "")
	first := b.heap()
	b.pass(17 * time.Hour) // until 2:00 at night
	if last := b.heap(); last > first+300_000 {
		t.Errorf("17 hours took %d octets of memory", last-first)
	}
	b.js(`window.sameAsBefore = true`)
	b.pass(2 * time.Hour)
	if eval[bool](b, `Boolean(window.sameAsBefore)`) {
		t.Error("the screen did not begin anew at night")
	}

	h.set(func() { h.lost = true }) // 28 December, 4:00
	b.js(`window.sameAsBefore = true`)
	b.pass(50 * time.Minute)
	stale("after 50 minutes without the net", "")
	b.pass(20 * time.Minute)
	stale("after 70 minutes without the net", "已有1小时没能联网核对")
	says("without the net", "还有2天")
	b.pass(24 * time.Hour)
	stale("after a day without the net", "已有25小时没能联网核对")
	if !eval[bool](b, `Boolean(window.sameAsBefore)`) {
		t.Error("the screen was loaded anew without the net")
	}
	h.set(func() { h.lost = false })
	b.pass(10 * time.Minute)
	stale("with the net again", "")

	b.pass(36 * time.Hour) // 30 December, 17:20
	says("on the day of the stop", "还有2小时40分钟")
	b.pass(2*time.Hour + 30*time.Minute) // 19:50
	says("just before the stop", "还有10分钟")
	b.pass(20 * time.Minute)
	says("after the stop", "医保费用联网结算刷卡、扫码暂停2022年1月1日0时起逐步恢复")

	h.set(func() {
		h.version, h.replace = "2", strings.NewReplacer("1月2日8时", "1月3日10时", "1641081600", "1641175200")
	})
	b.js(`window.sameAsBefore = true`)
	b.pass(20 * time.Minute)
	says("with a new revision", "1月3日10时起全面恢复")
	b.wait(`!window.sameAsBefore`)
	b.pass(27*time.Hour + 40*time.Minute) // 2022
	says("in the new year", "部分恢复")
	b.pass(40 * time.Hour) // 2 January, 16:00
	says("after the old time of the recovery", "部分恢复")
	b.pass(19 * time.Hour)
	if have := b.screen(); strings.Contains(have, "联网结算") {
		t.Errorf("what is over stays: %s", have)
	}
	if nodes := eval[int](b, `document.getElementsByTagName('*').length`); nodes > 150 {
		t.Errorf("%d elements", nodes)
	}
	if faults := b.faults(); len(faults) > 0 {
		t.Errorf("the page said %v", faults)
	}
	if n := h.asked["GET /jiangsu/suzhou/changshu/now.json"]; n < 1500 || n > 3000 {
		t.Errorf("the facts were asked for %d times in a week", n)
	}
}

// faults are what a page said that is no lost request.
func (b *tab) faults() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	var all []string
	for _, s := range b.said {
		if !strings.Contains(s, "Failed to load resource") {
			all = append(all, s)
		}
	}
	return all
}

// TestScreenReads holds that letters can be read at eight metres, 40 mm on a screen of 55
// inches, and that everything fits, lying and upright, in high definition and four times it.
func TestScreenReads(t *testing.T) { inEveryBrowser(t, testScreenReads) }

func testScreenReads(t *testing.T, open func(width, height int64) *tab) {
	h := newHall(t)
	for _, size := range [][2]int64{{1920, 1080}, {3840, 2160}, {1080, 1920}, {2160, 3840}} {
		b := open(size[0], size[1])
		for _, region := range []string{"changshu", "zhangjiagang"} {
			fastClock(b, "2021-12-31T09:00:00+08:00")
			b.open(h.URL + "/jiangsu/suzhou/" + region + "/screen/")
			b.picture(fmt.Sprintf("screen-%s-%d", region, size[0]))
			millimetres := 1210.0 / float64(max(size[0], size[1])) // of a pixel, 55 inches
			if px := eval[float64](b, `Math.min.apply(null, Array.from(document.querySelectorAll('.name, .state')).map(e => parseFloat(getComputedStyle(e).fontSize)))`); px*millimetres < 36 {
				t.Errorf("%v: letters of %.0f mm", size, px*millimetres)
			}
			if eval[bool](b, `(r => r.scrollHeight > r.clientHeight + 2 || document.documentElement.scrollWidth > innerWidth)(document.querySelector('.rows'))`) {
				t.Errorf("%v, %s: not all of it fits: %s", size, region, b.screen())
			}
		}
	}
}

// picture saves what the tab shows, for whoever wants to see it, where TONGGAO_PICTURES
// names a folder.
func (b *tab) picture(name string) {
	b.t.Helper()
	dir := os.Getenv("TONGGAO_PICTURES")
	if dir == "" {
		return
	}
	shot, err := chromedp.Call(b.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/"+name+".png", shot.Data, 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// TestWidget shows what another site puts in with one line: a region, a service of it, and
// what it says where there is no such region.
func TestWidget(t *testing.T) { inEveryBrowser(t, testWidget) }

func testWidget(t *testing.T, open func(width, height int64) *tab) {
	h := newHall(t)
	for hash, want := range map[string]string{"#jiangsu/suzhou/changshu": "窗口经办", "#jiangsu/suzhou/changshu,settlement": "医保费用联网结算刷卡、扫码暂停", "#jiangsu/nowhere": "请打开官方页面", "#javascript:alert(1)": ""} {
		b := open(360, 500)
		fastClock(b, "2021-12-31T09:00:00+08:00")
		b.open(h.URL + "/embed/" + hash)
		if want != "" {
			b.wait(`document.querySelector('.rows').textContent !== ''`)
		}
		b.picture("widget" + strings.NewReplacer("/", "-", "#", "", ":", "").Replace(hash))
		have := b.screen()
		if !strings.Contains(have, want) || strings.Contains(hash, ",") && strings.Contains(have, "窗口经办") {
			t.Errorf("%s: %s", hash, have)
		}
		if home := eval[string](b, `document.getElementById('home').href`); strings.HasSuffix(hash, "changshu") && home != "https://tonggao.example/jiangsu/suzhou/changshu/" {
			t.Errorf("%s leads to %s", hash, home)
		}
	}
}
