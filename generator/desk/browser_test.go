package desk

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"tonggao/generator/testkit"
)

// browse starts a browser for a test, and ends it with the test.
func browse(t *testing.T) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(testkit.Need(t, "chromium")), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, leave := chromedp.NewContext(ctx)
	ctx, late := context.WithTimeout(ctx, 8*time.Minute)
	t.Cleanup(func() { late(); leave(); stop() })
	return ctx
}

// What a test reads in a page: the words of the panel, and when the document was
// ready, in milliseconds since 1970.
const (
	panelWords = `(() => { const box = document.querySelector("body > aside")?.shadowRoot?.querySelector("details"); return box && !box.hidden && box.open ? box.innerText : "" })()`
	readyAt    = `performance.timeOrigin + performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd`
)

// A looker looks at one page of a browser.
type looker struct {
	t   *testing.T
	ctx context.Context
}

func (l looker) do(actions ...chromedp.Action[chromedp.Void]) {
	l.t.Helper()
	if err := chromedp.Do(l.ctx, actions...); err != nil {
		l.t.Fatal(err)
	}
}

// sees waits until an expression is true in the page, which may be reloaded
// meanwhile.
func (l looker) sees(expression string) {
	l.t.Helper()
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(60 * time.Millisecond) {
		yes, err := chromedp.Run(l.ctx, chromedp.Evaluate[bool](expression))
		if err == nil && yes {
			return
		}
		if time.Now().After(end) {
			l.t.Fatalf("not seen: %s: %v", expression, err)
		}
	}
}

// number is what an expression of the page gives, asked again where the page was reloaded
// in that moment.
func (l looker) number(expression string) float64 {
	l.t.Helper()
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(60 * time.Millisecond) {
		number, err := chromedp.Run(l.ctx, chromedp.Evaluate[float64](expression))
		if err == nil {
			return number
		}
		if time.Now().After(end) {
			l.t.Fatalf("%s: %v", expression, err)
		}
	}
}

// TestPageFollowsItsFile saves a file under the eyes of a browser: the page shows
// the new time, and the log tells how long after the save; a mistake shows over the last
// good page and goes when it is mended.
func TestPageFollowsItsFile(t *testing.T) {
	l := looker{t, browse(t)}
	s := serveWith(t, "")
	text := s.read(platform)
	l.do(chromedp.Navigate(s.url + changshu))
	l.sees(`document.readyState === "complete"`)
	var took []time.Duration
	for _, hour := range []string{"09", "10", "11", "12", "13"} {
		saved := time.Now()
		s.write(platform, strings.Replace(text, `"2022-01-02 08:00"`, `"2022-01-02 `+hour+`:00"`, 1))
		l.sees(`document.readyState === "complete" && document.body.textContent.includes("1月2日` + strings.TrimPrefix(hour, "0") + `时")`)
		ready := l.number(readyAt)
		took = append(took, time.UnixMicro(int64(ready*1000)).Sub(saved))
	}
	slices.Sort(took)
	t.Log("from save to a page that is ready:", took)

	s.write(platform, strings.Replace(text, "[milestone.settlement-full]", "[milestone.settlement-ful]", 1))
	l.sees(`(` + panelWords + `).includes("settlement-full")`)
	l.sees(`document.body.innerText.includes("1月2日13时")`)
	s.write(platform, text)
	l.sees(`!document.querySelector("body > aside") && document.body.innerText.includes("1月2日8时")`)

	// A warning does not cover the page: it waits to be opened.
	s.write("jiangsu/suzhou/changshu/2021-platform/25-warned.md", "热线(全天)：{{hotlines}}。\n")
	l.sees(`(() => { const box = document.querySelector("body > aside")?.shadowRoot.querySelector("details"); return !!box && !box.hidden && !box.open && box.innerText.includes("条提醒") })()`)
	if folder := os.Getenv("TONGGAO_PICTURES"); folder != "" {
		l.shot(folder + "/warned.png")
	}

	l.do(chromedp.Navigate(s.url + "/nowhere/"))
	s.write("jiangsu/suzhou/changshu/region.toml", "nmae = 1")
	l.sees(`(` + panelWords + `).includes("nmae")`)
	if folder := os.Getenv("TONGGAO_PICTURES"); folder != "" {
		l.picture(s, folder)
	}
}

// picture writes what a person sees, on a phone and on a desk.
func (l looker) picture(s *served, folder string) {
	for name, width := range map[string]int64{"phone": 390, "desk": 1280} {
		l.do(chromedp.EmulateViewport(width, 844), chromedp.Navigate(s.url+changshu))
		l.sees(`(` + panelWords + `).includes("nmae")`)
		l.shot(folder + "/" + name + ".png")
	}
}

func (l looker) shot(file string) {
	l.t.Helper()
	png, err := chromedp.Run(l.ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(file, png, 0o666)
	}
	if err != nil {
		l.t.Fatal(err)
	}
}
