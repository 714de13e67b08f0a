package html_test

import (
	"context"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"tonggao/generator/testkit"
)

// A tab is a browser page of its own, with what it said and asked for.
type tab struct {
	t   *testing.T
	ctx context.Context
	old bool // of 2018: it cannot be told a visitor's zone

	mu       sync.Mutex
	said     []string // console messages, faults, policy violations
	requests []string
}

// browsers are headless ones that all tests share, by their programs; their tabs
// share nothing but the process. closeBrowsers ends them.
var browsers = map[string]context.Context{}

var closeBrowsers = func() {}

// browser starts the browser of a program, once.
func browser(t *testing.T, program string) context.Context {
	t.Helper()
	if ctx, runs := browsers[program]; runs {
		return ctx
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("lang", "zh-CN"))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator)
	others := closeBrowsers
	closeBrowsers = func() { cancel(); stop(); others() }
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", program, err)
	}
	browsers[program] = ctx
	return ctx
}

// newTab opens a tab of today's browser that lives as long as the test.
func newTab(t *testing.T, width, height int64) *tab {
	t.Helper()
	return tabOf(t, browser(t, testkit.Need(t, "chromium")), width, height)
}

// inEveryBrowser runs a test in today's browser and in a real one of 2018.
func inEveryBrowser(t *testing.T, test func(t *testing.T, open func(width, height int64) *tab)) {
	t.Run("today", func(t *testing.T) {
		test(t, func(width, height int64) *tab { t.Helper(); return newTab(t, width, height) })
	})
	t.Run("2018", func(t *testing.T) {
		test(t, func(width, height int64) *tab { t.Helper(); return oldTab(t, width, height) })
	})
}

// oldTab opens a tab of a browser of 2018.
func oldTab(t *testing.T, width, height int64) *tab {
	t.Helper()
	dir, err := oldPrograms()
	if err != nil {
		t.Fatal(err)
	}
	b := tabOf(t, browser(t, testkit.OldChromium(t, dir)), width, height)
	b.old = true
	return b
}

// oldPrograms is the folder that the old browser is unpacked into.
var oldPrograms = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "tonggao-browser-")
	others := closeBrowsers
	closeBrowsers = func() { others(); _ = os.RemoveAll(dir) }
	return dir, err
})

func tabOf(t *testing.T, browser context.Context, width, height int64) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx}
	b.do()
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1, Mobile: width < 500})
	return b
}

func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		for _, a := range e.Args {
			b.said = append(b.said, fmt.Sprintf("%s %s", a.Type, a.Value))
		}
	case *runtime.EventExceptionThrown:
		b.said = append(b.said, e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		b.said = append(b.said, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	}
}

// do runs actions that have no value.
func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// call runs a command of the DevTools protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, command, params); err != nil {
		b.t.Fatal(err)
	}
}

func (b *tab) open(url string) {
	b.t.Helper()
	b.do(chromedp.Navigate(url))
}

// eval returns the value of an expression in the page, of its promise if it is one.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression[:min(80, len(expression))], err)
	}
	return value
}

// js runs statements in the page.
func (b *tab) js(statements string) {
	b.t.Helper()
	eval[bool](b, "(() => {"+statements+"\n; return true; })()")
}

// wait waits until an expression in the page is true.
func (b *tab) wait(expression string) {
	b.t.Helper()
	for range 1200 { // two minutes: no machine is so slow
		if eval[bool](b, expression) {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	b.t.Fatalf("still not %s", expression)
}

// at makes every page that is opened from now on believe in an instant, from
// which its clock goes on, and in the visitor's zone.
func (b *tab) at(instant, zone string) {
	b.t.Helper()
	script := fmt.Sprintf(`(() => {
		const real = Date, start = real.now(), then = real.parse(%q);
		class Faked extends real {
			constructor(...a) { if (a.length) super(...a); else super(then + real.now() - start); }
			static now() { return then + real.now() - start; }
		}
		window.Date = Faked;
	})()`, instant)
	if !b.old {
		call(b, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: zone})
	}
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// shows reports whether a visitor sees the first element of a selector.
func (b *tab) shows(selector string) bool {
	b.t.Helper()
	return eval[bool](b, fmt.Sprintf(`(e => Boolean(e && e.getClientRects().length && e.offsetHeight && getComputedStyle(e).visibility === 'visible'))(document.querySelector(%q))`, selector))
}

// click presses what a visitor can see.
func (b *tab) click(selector string) {
	b.t.Helper()
	if !b.shows(selector) {
		b.t.Fatalf("%s is not shown", selector)
	}
	b.js(fmt.Sprintf(`document.querySelector(%q).click()`, selector))
}

// answer is what the status line says, without white space.
func (b *tab) answer() string {
	b.t.Helper()
	return squeeze(eval[string](b, `document.querySelector('[data-now]').textContent`))
}
