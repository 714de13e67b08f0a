package testkit

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
)

// Regions is the site of this repository, for the tests of a room of generator/.
func Regions() fs.FS { return os.DirFS("../../regions") }

// Templates are those of this repository, with the typefaces, for the same.
func Templates() fs.FS { return os.DirFS("../../templates") }

// County is the folder of one notice of the repository's site, which tests edit.
const County = "jiangsu/suzhou/changshu/2021-platform/"

// Edited is the site of this repository with text put behind some of its files.
func Edited(t testing.TB, more map[string]string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(Regions(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(Regions(), name)
		files[name] = &fstest.MapFile{Data: append(data, more[name]...)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Moves is the county's notice after a bad week: one time postponed, one taken back,
// one fact withdrawn.
const Moves = `
[milestone.settlement-full]
at = "2022-01-03 12:00"
why = "联调测试延长"
[[milestone.settlement-full.move]]
from = "2022-01-02 08:00"
on   = 2021-12-31
why  = "联调测试延长"

[milestone.counter-first]
tbd = true
[[milestone.counter-first.move]]
from = "2022-01-04 09:00"
on   = 2021-12-31

[milestone.refund]
at = "2022-03-31"
includes_day = true
withdrawn = true
[[milestone.refund.move]]
from = "2022-03-31"
on   = 2021-12-31
why  = "改由系统自动退费"

[[revision]]
on   = 2021-12-31
what = "推迟全面恢复联网结算的时间，窗口业务恢复时间另行通知"
`

// Wordy is a milestone of the county's notice with more to say than a poster should.
var Wordy = `
[milestone.online-first]
instead = "` + strings.Repeat("请相关参保人员及时补办，", 60) + `"
label = "` + strings.Repeat("线上办理业务", 6) + `暂停"
`

// Deadlines are so many more milestones of a notice.
func Deadlines(count int) string {
	text := ""
	for i := range count {
		text += fmt.Sprintf("[milestone.extra-%d]\nkind = \"deadline\"\nat = \"2022-03-%02d\"\nincludes_day = true\nlabel = \"第%d项业务办理截止\"\ntext = \"办理第%d项业务\"\n", i, i%31+1, i, i)
	}
	return text
}

// Unspaced is text without white space.
func Unspaced(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
