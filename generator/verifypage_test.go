package generator

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf16"

	"github.com/chromedp/chromedp"

	"tonggao/generator/look"
	"tonggao/generator/manifest"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
)

// water is a small site whose one notice is at its second revision.
func water() fstest.MapFS {
	return fstest.MapFS{
		"site.toml":          {Data: []byte("name = \"示例公告\"\nbase_url = \"https://gonggao.example\"\nsample = true\n[service.water]\nname = \"自来水供应\"\n")},
		"anping/region.toml": {Data: []byte("name = \"安平县\"\nissuer = \"安平县水务局\"\n")},
		"anping/2024-water/notice.toml": {Data: []byte(`title = "关于停水的通告"
issued = 2024-05-06
[[revision]]
on = 2024-05-08
what = "停水时间改期"
[milestone.stop]
kind = "suspend"
service = "water"
at = "2024-05-11 08:00"
text = "城区停止供水"
[[milestone.stop.move]]
from = "2024-05-10 08:00"
on = 2024-05-08
why = "材料晚到"
`)},
	}
}

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

// TestPageVerifiesFilesAndCodes gives files and codes to the form of the about
// page, and reads its answers.
func TestPageVerifiesFilesAndCodes(t *testing.T) {
	ctx := browse(t)
	output := filepath.Join(t.TempDir(), "output")
	o := Options{Regions: water(), Look: look.New(os.DirFS("../templates"))}
	code := map[int]string{}
	now := string(water()["anping/2024-water/notice.toml"].Data)
	head, tail := now[:strings.Index(now, "[[revision]]")], now[strings.Index(now, "[milestone.stop]"):strings.Index(now, "[[milestone")]
	for i, text := range []string{head + strings.Replace(tail, "05-11", "05-10", 1), strings.Replace(now, "城区", "城北", 1), now} {
		files := water()
		files["anping/2024-water/notice.toml"].Data = []byte(text)
		o.Regions = files
		if _, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}, Unrecorded: true}); err != nil || problems.Failed() {
			t.Fatal(err, problems)
		}
		m, err := manifest.Load(output, "")
		if err != nil {
			t.Fatal(err)
		}
		code[i] = m.Notices[0].Sheets[0].Code
	}
	server := httptest.NewServer(http.FileServer(http.Dir(output)))
	defer server.Close()
	poster := filepath.Join(output, "anping/2024-water/stop/poster.pdf")
	printed, err := os.ReadFile(poster)
	if err != nil {
		t.Fatal(err)
	}
	held := t.TempDir()
	for _, c := range []struct{ name, content, want string }{
		{"poster.pdf", string(printed), "与本站公布的文件完全一致。安平县《关于停水的通告》第2版，是最新版。"},
		{"changed.pdf", string(printed) + " ", "内容被改动过"},
		{"older.pdf", "%PDF (" + wide("核对码 "+code[0]) + ")", "不是最新版：这是安平县《关于停水的通告》第1版，现在已是第2版（2024-05-08）。"},
		{"old.ics", "URL:https://gonggao.example/anping/2024-water/stop/", "属于安平县《关于停水的通告》，但不是最新版，或者被改动过"},
		{"robots.txt", read(t, output, "robots.txt"), "完全一致：robots.txt"},
		{"other.txt", "<b>别的</b>", "本站没有公布过这个文件。"},
	} {
		name := filepath.Join(held, c.name)
		if err := os.WriteFile(name, []byte(c.content), 0o644); err != nil {
			t.Fatal(err)
		}
		answered(t, ctx, server.URL, c.want, chromedp.SetUploadFiles("#verify-file", []string{name}))
	}
	for written, want := range map[string]string{
		strings.ToLower(strings.ReplaceAll(code[2], "-", " ")): "第2版，是最新版",
		fullWidth(code[2]): "第2版，是最新版",
		code[1]:            "已被替换：这是安平县《关于停水的通告》第2版较早的一份",
		code[0]:            "不是最新版：这是安平县《关于停水的通告》第1版",
		"0000-0000":        "没有印发过带这个核对码的纸质件",
	} {
		answered(t, ctx, server.URL, want, chromedp.SendKeys("#verify-code", written+"\n"))
	}
}

// fullWidth is a code as a Chinese keyboard types it, with spaces that came along.
func fullWidth(code string) string {
	return "\u3000" + strings.Map(func(r rune) rune { return r + 0xFEE0 }, code) + " "
}

// answered opens the about page, does something there and waits for an answer.
func answered(t *testing.T, ctx context.Context, address, want string, do chromedp.Action[chromedp.Void]) {
	t.Helper()
	const ready = `(() => { const said = document.querySelector('.verify .answer').textContent; return said.startsWith('正在') ? '' : said })()`
	text := ""
	err := chromedp.Do(ctx, chromedp.Navigate(address+"/about/"), chromedp.WaitVisible("#verify-file"), do)
	if err == nil {
		text, err = chromedp.Run(ctx, chromedp.Poll[string](ready, chromedp.WithPollingTimeout(10*time.Second)))
	}
	if err != nil || !strings.Contains(text, want) {
		t.Errorf("the page answers %q (%v), want %q in it", text, err, want)
	}
}

// wide is text in 16-bit characters, as a PDF describes itself.
func wide(text string) string {
	var b strings.Builder
	for _, c := range utf16.Encode([]rune(text)) {
		b.WriteByte(byte(c >> 8))
		b.WriteByte(byte(c))
	}
	return b.String()
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
