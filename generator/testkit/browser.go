package testkit

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A Browser is a real one with one page, which a test looks at and acts in.
type Browser struct {
	t   testing.TB
	ctx context.Context
}

// Browse starts a browser program for a test, and ends it with the test. Without scripts it
// runs none of the pages' own.
func Browse(t testing.TB, program string, scripts bool) *Browser {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, leave := chromedp.NewContext(ctx)
	ctx, late := context.WithTimeout(ctx, 8*time.Minute)
	t.Cleanup(func() { late(); leave(); stop() })
	b := &Browser{t, ctx}
	b.Do() // it begins
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !scripts}); err != nil {
		t.Fatal(err)
	}
	return b
}

// Do carries out actions.
func (b *Browser) Do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// Open goes to an address.
func (b *Browser) Open(address string) {
	b.t.Helper()
	b.Do(chromedp.Navigate(address))
}

// Run runs a script in the page.
func (b *Browser) Run(script string) {
	b.t.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](script+`;""`)); err != nil {
		b.t.Fatal(err)
	}
}

// Text is what an expression of the page gives; it may be a promise.
func (b *Browser) Text(expression string) string {
	b.t.Helper()
	text, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`Promise.resolve(`+expression+`).then(String)`, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%v: %s", err, expression)
	}
	return text
}

// Sees waits until an expression is true in the page, which may be another meanwhile.
func (b *Browser) Sees(expression string) {
	b.t.Helper()
	for end := time.Now().Add(2 * time.Minute); ; time.Sleep(80 * time.Millisecond) {
		yes, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](expression))
		if err == nil && yes {
			return
		}
		if time.Now().After(end) {
			page, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.body.innerText`))
			b.t.Fatalf("not seen: %s: %v in\n%s", expression, err, page)
		}
	}
}

// Picture writes what is seen, as wide as a desk and as a phone, into the folder
// TONGGAO_PICTURES, for people; where that is not set, or without a name, it does nothing.
func (b *Browser) Picture(name string) {
	folder := os.Getenv("TONGGAO_PICTURES")
	if folder == "" || name == "" {
		return
	}
	for width, ending := range map[int64]string{1200: "", 390: "-phone"} {
		_ = chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 900))
		png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
		if err == nil {
			_ = os.WriteFile(filepath.Join(folder, name+ending+".png"), png, 0o666)
		}
	}
	_ = chromedp.Do(b.ctx, chromedp.EmulateViewport(1200, 900))
}
