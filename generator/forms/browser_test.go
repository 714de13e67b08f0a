package forms

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"tonggao/generator"
	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/testkit"
)

// TestStoryInABrowser goes from an empty folder to a published, postponed notice, in
// browsers of today and of 2018, in one without scripts, and by the forms alone.
func TestStoryInABrowser(t *testing.T) {
	t.Run("today", func(t *testing.T) { tellStory(t, testkit.Need(t, "chromium"), true) })
	t.Run("2018", func(t *testing.T) { tellStory(t, testkit.OldChromium(t, t.TempDir()), true) })
	t.Run("without scripts", func(t *testing.T) { tellStory(t, testkit.Need(t, "chromium"), false) })
}

func tellStory(t *testing.T, program string, scripts bool) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	ctx, leave := chromedp.NewContext(ctx)
	defer leave()
	ctx, late := context.WithTimeout(ctx, 2*time.Minute)
	defer late()
	if err := chromedp.Do(ctx); err != nil { // the browser begins
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !scripts}); err != nil {
		t.Fatal(err)
	}
	f := serve(t, "")
	output := filepath.Join(t.TempDir(), "output")
	f.forms.house.Publish = func(ctx context.Context) (message.Text, problem.List, error) {
		target := generator.Target{Program: "tonggao"}
		target.Output = output
		_, problems, err := generator.Build(ctx, generator.Options{Regions: os.DirFS(f.regions), Look: look.New(os.DirFS("../../templates"))}, target)
		return message.Plain("published"), problems, err
	}
	open := func(address string) {
		t.Helper()
		if err := chromedp.Do(ctx, chromedp.Navigate(f.server.URL+Path+address)); err != nil {
			t.Fatal(err)
		}
	}
	sees := func(expression string) {
		t.Helper()
		for end := time.Now().Add(40 * time.Second); ; time.Sleep(100 * time.Millisecond) {
			yes, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression))
			if err == nil && yes {
				return
			}
			if time.Now().After(end) {
				page, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`document.body.innerText`))
				t.Fatalf("not seen: %s: %v in\n%s", expression, err, page)
			}
		}
	}
	picture := func(name string) {
		folder := os.Getenv("TONGGAO_PICTURES")
		if folder == "" {
			return
		}
		for width, ending := range map[int64]string{1200: "", 500: "-500"} {
			_ = chromedp.Do(ctx, chromedp.EmulateViewport(width, 900))
			png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
			if err == nil {
				_ = os.WriteFile(filepath.Join(folder, name+ending+".png"), png, 0o666)
			}
		}
	}
	// fill opens a form, fills it in, sends it, and agrees to what is shown.
	fill := func(form, script string) {
		t.Helper()
		sees(`(() => { const f = document.querySelector('` + form + `'); if (!f) return false; for (let d = f.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
			const set = (name, value) => { f.querySelector('[name="' + name + '"]').value = value }; ` + script + `; f.querySelector("button.main").click(); return true })()`)
		sees(`document.body.className === "proposal" && !!document.querySelector(".diff .new")`)
		picture("proposal")
		sees(`(() => { document.querySelector('form[action$="/write"] button').click(); return true })()`)
		sees(`document.body.className !== "proposal" && document.querySelector("[role=status]").textContent.includes("已写入")`)
	}
	open("")
	fill(`form[action$="/region"]`, `set("site", "医保通告"); set("base_url", "https://ybj.changshu.gov.cn"); set("name", "常熟市"); set("path", "changshu"); set("issuer", "常熟市医疗保障局")`)
	picture("index")
	fill(`form[action$="/edit/notice"]`, `set("folder", "2022-upgrade"); set("title", "关于暂停医保业务的通告"); set("issued", "2021-12-30");
		f.querySelector('[name=service][value=settlement]').checked = true`)
	for _, one := range [][2]string{{"settlement-stop", "2022-01-01"}, {"settlement-full", "2022-01-02"}} {
		fill(`#fact-`+one[0]+` form[action$="/fact"]`, `set("at.day", "`+one[1]+`"); set("at.clock", "08:00"); f.querySelector('[name="at.tbd"]').checked = false`)
	}
	open("text?notice=changshu/2022-upgrade&file=changshu/2022-upgrade/00-preamble.md")
	picture("text")
	fill(`form[action$="/text"]`, `const x = f.querySelector("textarea"); x.value = x.value.replace("【原因】", "系统升级")`)
	fill(`#fact-settlement-full form[action$="/move"]`, `set("to.day", "2022-01-05"); set("to.clock", "08:00"); set("why", "联调测试延长")`)
	picture("notice")
	sees(`(() => { document.querySelector('form[action$="/publish"] button').click(); return true })()`)
	sees(`document.body.className === "published"`)
	page, err := os.ReadFile(filepath.Join(output, "changshu", "2022-upgrade", "index.html"))
	if err != nil || !strings.Contains(string(page), "联调测试延长") {
		said, _ := chromedp.Run(ctx, chromedp.Evaluate[string](`document.body.innerText`))
		t.Errorf("%v: the move is not published:\n%s", err, said)
	}
}
