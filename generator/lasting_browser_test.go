package generator

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
)

// TestFormerPagesLeadOn opens a former address from a disk: with scripts it leads to
// the very question that was sent on, without them to its page.
func TestFormerPagesLeadOn(t *testing.T) {
	ctx := browse(t)
	files := sectionSite()
	for name, f := range files {
		if rest, ok := strings.CutPrefix(name, "a/n/"); ok {
			delete(files, name)
			files["a/later/"+rest] = f
		}
	}
	facts := files["a/later/notice.toml"]
	files["a/later/notice.toml"] = &fstest.MapFile{Data: append([]byte("former = [\"n\"]\n"), facts.Data...)}
	output := filepath.Join(t.TempDir(), "output")
	o := Options{Regions: files, Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML}}}
	if _, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}}); err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	for _, off := range []bool{false, true} {
		for _, from := range []string{"a/n/index.html", "a/n/for/insured/index.html", "a/n/stop/index.html", "zh-hant/a/n/index.html"} {
			want := "file://" + filepath.Join(output, strings.Replace(from, "a/n/", "a/later/", 1))
			if !off {
				want += "#urgent"
			}
			if at := landing(t, ctx, "file://"+filepath.Join(output, from)+"#urgent", want, off); at != want {
				t.Errorf("scripts off: %v: %s leads to %s", off, from, at)
			}
		}
	}
}

// landing opens an address and returns where the visitor is in the end.
func landing(t *testing.T, ctx context.Context, from, want string, off bool) string {
	t.Helper()
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off}); err != nil {
		t.Fatal(err)
	}
	_, _ = chromedp.Run(ctx, chromedp.Navigate(from)) // which fails where a page leads on before it is there
	at := ""
	var err error
	for range 600 { // a minute: no machine is so slow
		// Asked in the moment a page gives way to the next, a browser answers with an error.
		if at, err = chromedp.Run(ctx, chromedp.Location()); err == nil && at == want {
			return at
		}
		time.Sleep(100 * time.Millisecond)
	}
	if err != nil {
		t.Fatal(err)
	}
	return at
}
