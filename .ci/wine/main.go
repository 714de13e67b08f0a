// Wine makes a Windows in a folder, in which the tests can be run:
//
//	go run ./.ci/wine /tmp/windows
//	GOOS=windows CGO_ENABLED=0 go test -overlay /tmp/windows/overlay.json -exec /tmp/windows/run ./generator/...
//
// A test that needs another program, Go among them, skips there, unless TONGGAO_REQUIRE is
// set. The folder has a short name: Wine names its sockets after it.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"tonggao/generator/testkit"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./.ci/wine FOLDER")
		os.Exit(2)
	}
	dir, err := filepath.Abs(os.Args[1])
	if err == nil {
		err = testkit.MakeWindows(dir)
	}
	if err == nil {
		err = overlay(dir)
	}
	if err == nil {
		err = runner(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "wine:", err)
		os.Exit(2)
	}
}

// runner writes the script that runs a test there. What the test prints goes through a file,
// since services of Wine, which stay, would keep a pipe open.
func runner(dir string) error {
	const script = `#!/bin/sh
export WINEPREFIX=%q WINEDEBUG=-all DISPLAY= LC_ALL=C.UTF-8
out=$(mktemp)
wine "$@" >"$out" 2>&1
code=$?
cat "$out"
rm "$out"
exit $code
`
	return os.WriteFile(filepath.Join(dir, "run"), fmt.Appendf(nil, script, dir), 0o777)
}

// overlay lets os.RemoveAll work in Wine: where that has no newer way to delete a file it
// answers "not implemented", as no Windows does, and Go takes the older way after other
// answers only.
func overlay(dir string) error {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	name := filepath.Join(strings.TrimSpace(string(root)), "src", "internal", "syscall", "windows", "at_windows.go")
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	const answers, notImplemented = "case STATUS_INVALID_INFO_CLASS,", " NTStatus(0xC0000002),"
	if bytes.Count(text, []byte(answers)) != 1 {
		return errors.New("Go deletes files in another way: look at Deleteat in " + name)
	}
	mended := filepath.Join(dir, "at_windows.go")
	if err := os.WriteFile(mended, bytes.Replace(text, []byte(answers), []byte(answers+notImplemented), 1), 0o666); err != nil {
		return err
	}
	list, err := json.Marshal(map[string]any{"Replace": map[string]string{name: mended}})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "overlay.json"), list, 0o666)
}
