package catalog

import (
	"encoding/json"
	"errors"
	"html/template"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestSystemsSpeakChinese words what a system really says, wherever this test runs, and
// what others say.
func TestSystemsSpeakChinese(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.toml")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for name, err := range map[string]error{
		"missing":   second(os.Open(filepath.Join(dir, "none"))),
		"there":     os.Mkdir(file, 0o777),
		"in a file": second(os.ReadFile(filepath.Join(file, "b"))),
		"a folder":  second(os.ReadFile(dir)),
		"full":      os.Remove(dir),
		"renamed":   os.Rename(filepath.Join(dir, "none"), filepath.Join(dir, "other")),
		"long":      second(os.Open(filepath.Join(dir, strings.Repeat("x", 300)))),
		"port":      second(net.Listen("tcp", taken.Addr().String())),
		"address":   second(net.Listen("tcp", "192.0.2.1:80")),
		"no port":   second(net.Listen("tcp", "127.0.0.1")),
		"cut":       json.Unmarshal([]byte(`{"a": `), &struct{}{}),
		"no JSON":   json.Unmarshal([]byte(`<html>`), &struct{}{}),
		"number":    json.Unmarshal([]byte(`{"A": "x"}`), &struct{ A int }{}),
		"disk":      &fs.PathError{Op: "write", Path: file, Err: syscall.ENOSPC},
		"several":   errors.Join(fs.ErrPermission, fs.ErrExist),
		"end":       parsed("{{if .A}}"),
		"no end":    parsed("{{end}}"),
		"function":  parsed("{{foo .A}}"),
		"variable":  parsed("{{$a}}"),
		"brace":     parsed("{{.A | }"),
		"empty":     parsed("{{if}}{{end}}"),
	} {
		if err == nil {
			t.Error(name, "is no error")
			continue
		}
		got := Chinese.Error(err)
		rest := strings.NewReplacer(file, "", dir, "", "notice.html", "", "JSON", "", "{{end}}", "", "none", "", "other", "", "foo", "", "$a", "", "if", "", strings.Repeat("x", 300), "", "/b：", "").Replace(got)
		if !chinese(got) || latin.MatchString(rest) {
			t.Errorf("%s: %v: %s", name, err, got)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// TestWindowsSpeaksChinese words what Windows says, in a program that runs elsewhere.
func TestWindowsSpeaksChinese(t *testing.T) {
	for said, want := range map[string]string{
		"The process cannot access the file because it is being used by another process.": `D:\通告\output：文件正在别的程序中打开`,
		"There is not enough space on the disk.":                                          `D:\通告\output：磁盘已满`,
		"The system cannot find the path specified.":                                      `D:\通告\output：没有这个文件或文件夹`,
		"Access is denied.": `D:\通告\output：没有权限`,
		"The filename, directory name, or volume label syntax is incorrect.": `D:\通告\output：文件名或路径里有不能用的字符`,
	} {
		if got := Chinese.Error(&fs.PathError{Op: "CreateFile", Path: `D:\通告\output`, Err: errors.New(said)}); got != want {
			t.Errorf("%s: %s", said, got)
		}
	}
	moved := &os.LinkError{Op: "rename", Old: "a", New: "b", Err: errors.New("The system cannot move the file to a different disk drive.")}
	if got := Chinese.Error(moved); got != "a → b：不在同一个磁盘上，不能直接移动" {
		t.Error(got)
	}
	if got := foreign("what nobody says"); got != "" { // all are asked, and so well formed
		t.Error(got)
	}
}

// parsed is what is wrong with a template.
func parsed(text string) error { return second(template.New("notice.html").Parse(text)) }
