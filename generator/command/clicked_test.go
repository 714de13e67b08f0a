package command

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/catalog"
	"tonggao/generator/look"
)

// received lets a visitor give answers in a folder, and returns what the window shows and
// whether the site was served.
func received(t *testing.T, templates fs.FS, dir, answers string) (string, bool) {
	t.Helper()
	t.Chdir(dir)
	var window bytes.Buffer
	served := false
	v := visitor{&terminal{out: &window, err: &window, lang: catalog.Chinese, look: look.New(templates)}, bufio.NewReader(strings.NewReader(answers)),
		func(_ context.Context, f files, addr string, public bool) error {
			served = isSite(f.regions) && strings.HasPrefix(addr, "127.0.0.1:") && !public
			return nil
		}, func(string) error { return nil }}
	if err := v.receive(t.Context()); err != nil {
		t.Fatalf("%v\n%s", err, &window)
	}
	return window.String(), served
}

func mustAbs(t *testing.T, name string) string {
	t.Helper()
	abs, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}

// TestDoubleClick begins a site in an empty folder, and finds it again from inside.
func TestDoubleClick(t *testing.T) {
	templates := os.DirFS(mustAbs(t, "../../templates"))
	dir := filepath.Join(t.TempDir(), "我的 文件夹")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	window, served := received(t, templates, dir, "n\n")
	if served || !strings.Contains(window, "还没有网站") || isSite(filepath.Join(dir, "regions")) {
		t.Fatalf("no is no:\n%s", window)
	}
	window, served = received(t, templates, dir, "\r\n常熟市\r\nChang Shu!\r\n常熟市医疗保障局\r\n常熟市\r\nchangshu\r\n常熟市医疗保障局\r\n")
	if !served || !strings.Contains(window, "请再试一次") || !strings.Contains(window, "浏览器会自动打开 http://127.0.0.1:") {
		t.Fatalf("served %v:\n%s", served, window)
	}
	text, err := os.ReadFile(filepath.Join(dir, "regions", "changshu", "region.toml"))
	if err != nil || !strings.Contains(string(text), `"常熟市医疗保障局"`) {
		t.Fatalf("%v\n%s", err, text)
	}
	if window, served = received(t, templates, filepath.Join(dir, "regions", "changshu"), ""); !served || !strings.Contains(window, "找到了网站："+dir) {
		t.Fatalf("served %v:\n%s", served, window)
	}
}

// TestWindowStaysOpen holds that a failure is told before the window closes, which waits
// for a key.
func TestWindowStaysOpen(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "regions"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	var window bytes.Buffer
	in := strings.NewReader("\n市\nshi\n局\n\n\n")
	term := &terminal{out: &window, err: io.MultiWriter(&window), lang: catalog.Chinese}
	term.clicked(in)
	if !strings.Contains(window.String(), "出错：") {
		t.Fatalf("nothing is told:\n%s", &window)
	}
}
