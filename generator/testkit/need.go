// Package testkit has what tests of several rooms share. Only tests import it.
package testkit

import (
	"os"
	"os/exec"
	"testing"
)

// Need skips a test whose outside program is missing on this machine, naming
// it. Where TONGGAO_REQUIRE is set, as in CI, the test fails instead: a skip
// there would be a proof that nobody saw.
func Need(t testing.TB, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err == nil {
		return path
	}
	if os.Getenv("TONGGAO_REQUIRE") != "" {
		t.Fatalf("%s is missing, and TONGGAO_REQUIRE is set", program)
	}
	t.Skipf("%s is not installed on this machine", program)
	return ""
}
