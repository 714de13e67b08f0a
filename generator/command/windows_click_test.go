package command

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tonggao/generator/testkit"
)

// windowsDoubleClick opens the program for Windows as a double click does, without
// arguments and in a console of its own, which Wine makes for a program on a terminal. It
// asks in Chinese, begins a site, serves it and opens the browser.
func windowsDoubleClick(t *testing.T, wine func(string, ...string) *exec.Cmd, program string) {
	script := testkit.Need(t, "script")
	dir := filepath.Join(t.TempDir(), "我的 通告")
	browser := t.TempDir()
	opened := filepath.Join(browser, "opened")
	for _, err := range []error{os.MkdirAll(dir, 0o777),
		os.WriteFile(filepath.Join(browser, "xdg-open"), []byte("#!/bin/sh\necho \"$1\" > '"+opened+"'\n"), 0o777)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	inside := wine(dir, program)
	c := exec.Command(script, "-qefc", "'"+inside.Path+"' '"+program+"'", "/dev/null")
	c.Dir, c.Env = dir, append(inside.Env, "TONGGAO_LANG=zh", "PATH="+browser+":"+os.Getenv("PATH"))
	var shown screen
	c.Stdout, c.Stderr = &shown, &shown
	keys, err := c.StdinPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	ended := false
	defer func() {
		if !ended {
			_ = c.Process.Kill()
			_ = c.Wait()
		}
	}()
	for _, step := range [][2]string{{"在这里新建一个吗", ""}, {"地区名称", "常熟市"}, {"简称", "changshu"}, {"落款的单位", "常熟市医疗保障局"}} {
		shown.until(t, regexp.QuoteMeta(step[0]))
		time.Sleep(300 * time.Millisecond) // the question stands before the console reads
		if _, err := io.WriteString(keys, step[1]+"\r"); err != nil {
			t.Fatal(err)
		}
	}
	shown.until(t, "按 Ctrl-C 结束")
	address := shown.until(t, `http://127\.0\.0\.1:[0-9]+`)
	page, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(page.Body)
	_ = page.Body.Close()
	if err != nil || !bytes.Contains(text, []byte("常熟市")) {
		t.Errorf("%v: the page does not name the region:\n%s", err, text)
	}
	region, err := os.ReadFile(filepath.Join(dir, "regions", "changshu", "region.toml"))
	if err != nil || !strings.Contains(string(region), `"常熟市医疗保障局"`) {
		t.Errorf("%v\n%s", err, region)
	}
	for range 100 {
		if visited, err := os.ReadFile(opened); err == nil && strings.Contains(string(visited), address) {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if visited, err := os.ReadFile(opened); err != nil || !strings.Contains(string(visited), address) {
		t.Errorf("the browser opens %s, not %s: %v", visited, address, err)
	}
	_, _ = io.WriteString(keys, "\x03") // Ctrl-C
	_ = c.Wait()                        // a program that is interrupted has failed, for a shell
	ended = true
}
