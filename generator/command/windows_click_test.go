package command

import (
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tonggao/generator/forms"
	"tonggao/generator/testkit"
)

// windowsDoubleClick opens the program for Windows as a double click does, without
// arguments and in a console of its own, which Wine makes for a program on a terminal. It
// asks in Chinese whether to begin a site, opens the browser and serves the forms that begin
// it.
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
	shown.until(t, "在这里新建一个吗")
	time.Sleep(300 * time.Millisecond) // the question stands before the console reads
	if _, err := io.WriteString(keys, "\r"); err != nil {
		t.Fatal(err)
	}
	shown.until(t, "按 Ctrl-C 结束")
	address := shown.until(t, `http://127\.0\.0\.1:[0-9]+`)
	for range 600 { // a minute
		if visited, err := os.ReadFile(opened); err == nil && strings.Contains(string(visited), address) {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if visited, err := os.ReadFile(opened); err != nil || !strings.Contains(string(visited), address) {
		t.Fatalf("the browser opens %s, not %s: %v", visited, address, err)
	}
	beginInBrowser(t, address) // the program has it opened when it answers
	region, err := os.ReadFile(filepath.Join(dir, "regions", "changshu", "region.toml"))
	if err != nil || !strings.Contains(string(region), `"常熟市医疗保障局"`) {
		t.Errorf("%v\n%s", err, region)
	}
	_, _ = io.WriteString(keys, "\x03") // Ctrl-C
	_ = c.Wait()                        // a program that is interrupted has failed, for a shell
	ended = true
}

// beginInBrowser sends the forms that begin a site as a browser would.
func beginInBrowser(t *testing.T, address string) {
	t.Helper()
	token := fieldOf(t, address+"/", nil, "token")
	proposal := fieldOf(t, address+forms.Path+"region", url.Values{"token": {token}, "site": {"医保通告"}, "base_url": {"https://ybj.changshu.gov.cn"},
		"name": {"常熟市"}, "path": {"changshu"}, "issuer": {"常熟市医疗保障局"}}, "proposal")
	fieldOf(t, address+forms.Path+"write", url.Values{"token": {token}, "proposal": {proposal}}, "token")
}

// fieldOf asks for a page, or sends it a form, and returns what one of its fields holds.
func fieldOf(t *testing.T, address string, form url.Values, field string) string {
	t.Helper()
	ask := func() (*http.Response, error) { return http.Get(address) }
	if form != nil {
		ask = func() (*http.Response, error) { return http.PostForm(address, form) }
	}
	answer, err := ask()
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(answer.Body)
	_ = answer.Body.Close()
	held := regexp.MustCompile(`name="` + field + `" value="([^"]+)"`).FindSubmatch(page)
	if err != nil || held == nil {
		t.Fatalf("%v: no %s on %s:\n%s", err, field, address, page)
	}
	return string(held[1])
}
