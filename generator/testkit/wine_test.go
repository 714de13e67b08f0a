package testkit

import "testing"

// What Wine says of itself is taken out, wherever it stands, and nothing else.
func TestOfProgram(t *testing.T) {
	const crash = "wine: Unhandled page fault on read access to 8 (thread 008c), starting debugger...\n"
	for printed, want := range map[string]string{
		"已检查\n" + crash:          "已检查\n",
		crash + "已检查\n已生成":       "已检查\n已生成",
		"see wine: a fault\nend": "see wine: a fault\nend",
		"":                       "",
	} {
		if got := OfProgram(printed); got != want {
			t.Errorf("%q: %q", printed, got)
		}
	}
}
