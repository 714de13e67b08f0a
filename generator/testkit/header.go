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
	if command.Run() != nil {
		missing(t, "the C header "+name)
	}
}
