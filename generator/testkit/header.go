package testkit

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// Header skips a test, or fails it in CI, where a C compiler does not find a
// library's header, such as libical/ical.h.
func Header(t testing.TB, compiler, name string) {
	t.Helper()
	command := exec.Command(compiler, "-E", "-x", "c", "-o", os.DevNull, "-")
	command.Stdin = strings.NewReader("#include <" + name + ">\n")
	if command.Run() == nil {
		return
	}
	if os.Getenv("TONGGAO_REQUIRE") != "" {
		t.Fatalf("the C header %s is missing, and TONGGAO_REQUIRE is set", name)
	}
	t.Skipf("the C header %s is not installed on this machine", name)
}
