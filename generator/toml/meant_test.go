package toml

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"tonggao/generator/problem"
)

// TestMeantLinesAreRead offers for a line that is no TOML one that is.
func TestMeantLinesAreRead(t *testing.T) {
	for written, want := range map[string]string{
		`title = “通告”`:                    `title = "通告"`,
		`title = "关于"停办"的通告"`:             `title = "关于“停办”的通告"`,
		`title = 通告`:                      `title = "通告"`,
		`issued = 2024年5月6日`:              `issued = 2024-05-06`,
		`issued = 2024.5.6`:               `issued = 2024-05-06`,
		`issued = ２０２４-０５-０６`:             `issued = 2024-05-06`,
		`at = 2024-05-10 24:00`:           `at = "2024-05-10 24:00"`,
		`at ＝ 2024年5月10日下午3点`:             `at = "2024-05-10 15:00"`,
		`phones = 0571-85119460`:          `phones = ["0571-85119460"]`,
		`phones = 85119460、85119461`:      `phones = ["85119460", "85119461"]`,
		`code = ３２０５８１`:                   `code = "320581"`,
		`gradual = True`:                  `gradual = true`,
		`gradual = 否`:                     `gradual = false`,
		`languages = [zh-CN，en]`:          `languages = ["zh-CN", "en"]`,
		`services = [“counter”、“online”]`: `services = ["counter", "online"]`,
		`title =`:       "",
		`title`:         "",
		`title = "单"引号`: "",
		`path = C:\`:    "",
	} {
		got := meant(written)
		if got != want {
			t.Errorf("%s: offers %q, want %q", written, got, want)
		}
		var values any
		if _, err := toml.Decode(got, &values); got != "" && err != nil {
			t.Errorf("%s: offers %s: %v", written, got, err)
		}
	}
}

// TestEveryBrokenLineIsTold tells each line that is no TOML, and none that only follows from one.
func TestEveryBrokenLineIsTold(t *testing.T) {
	for text, want := range map[string][]int{
		"a = “一”\nb = 2\nc ＝ 3\n":                      {1, 3},
		"[a]\nx = 1\n[a]\nx = 2\ny = 二\n":              {3, 5},
		"【a】\nx = 1\n【b】\nx = 1\n":                     {1, 3},
		"a = [\n \"一\"\n \"二\"\n]\nb = 是\n":            {3},
		"a = [\"一\"，\n\"二\"]\nb = 是\n":                 {1},
		"a = \"\"\"\n一\nb = 是\n":                       {3},
		"a = 1\na = 2\na = 3\n":                        {2, 3},
		strings.Repeat("一\n", mostMistakes+5):          nil,
		"x = {a = 1, a = 2}\ny = “”\nz = 2024-02-30\n": {1, 2, 3},
	} {
		var problems problem.List
		if n := Read("a.toml", text, 1, &problems); n != nil {
			t.Errorf("%q is read", text)
		}
		var lines []int
		for _, p := range problems {
			lines = append(lines, p.Line)
		}
		if want == nil {
			want = make([]int, mostMistakes)
			for i := range want {
				want[i] = i + 1
			}
		}
		if len(lines) != len(want) {
			t.Errorf("%q: lines %v, want %v", text, lines, want)
			continue
		}
		for i := range want {
			if lines[i] != want[i] {
				t.Errorf("%q: lines %v, want %v", text, lines, want)
				break
			}
		}
	}
}
