package arrival

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/catalog"
)

// received lets a visitor give answers in a folder, and returns what the window shows and
// whether the site was served.
func received(t *testing.T, dir, answers string) (string, bool) {
	t.Helper()
	t.Chdir(dir)
	var window bytes.Buffer
	served := false
	v := Visitor{In: bufio.NewReader(strings.NewReader(answers)), Window: &window, Language: catalog.Chinese,
		Serve: func(_ context.Context, addr string) error {
			served = strings.HasPrefix(addr, "127.0.0.1:")
			return errors.Join(os.MkdirAll("regions/changshu", 0o777), os.WriteFile("regions/site.toml", nil, 0o666)) // as the browser's forms do
		},
		Browse: func(string) error { return nil },
		Fail:   func(err error) { window.WriteString("出错：" + err.Error() + "\n") }}
	if err := v.receive(t.Context()); err != nil {
		t.Fatalf("%v\n%s", err, &window)
	}
	return window.String(), served
}

// TestDoubleClick begins a site in an empty folder, and finds it again from inside.
func TestDoubleClick(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "我的 文件夹")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	window, served := received(t, dir, "n\n")
	if served || !strings.Contains(window, "还没有网站") || IsSite(filepath.Join(dir, "regions")) {
		t.Fatalf("no is no:\n%s", window)
	}
	window, served = received(t, dir, "\r\n")
	if !served || !strings.Contains(window, "浏览器会自动打开 http://127.0.0.1:") {
		t.Fatalf("served %v:\n%s", served, window)
	}
	if window, served = received(t, filepath.Join(dir, "regions", "changshu"), ""); !served || !strings.Contains(window, "找到了网站："+dir) {
		t.Fatalf("served %v:\n%s", served, window)
	}
}
