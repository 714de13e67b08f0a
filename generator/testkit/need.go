// Package testkit has what tests of several rooms share. Only tests import it.
//
// Begin reading at AnySite, which makes sites of any form, and Need, which asks for a
// program.
package testkit

import (
	"io/fs"
	"os"
	"os/exec"
	"runtime"
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
	missing(t, program)
	return ""
}

// File finds the first of several files that a Debian package installs, such as a
// typeface. It skips or fails like Need where there is none.
func File(t testing.TB, debian string, paths ...string) string {
	t.Helper()
	for _, path := range paths {
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	missing(t, debian)
	return ""
}

// Symlink makes a link, and skips a test where there are none: Windows lets few people make
// one, and Wine shows them as what they lead to.
func Symlink(t testing.TB, old, name string) {
	t.Helper()
	err := os.Symlink(old, name)
	if info, missing := os.Lstat(name); err != nil || missing != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Skipf("this system has no links as they are on Unix: %v", err)
	}
}

// Shell names the shell in which the lines of a pipeline run, and skips on Windows, where no
// pipeline does.
func Shell(t testing.TB, name string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("pipelines run on Unix")
	}
	return Need(t, name)
}

// missing ends a test for want of something: by a skip that names it, or in CI by
// a failure.
func missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("TONGGAO_REQUIRE") != "" {
		t.Fatalf("%s is missing, and TONGGAO_REQUIRE is set", what)
	}
	t.Skipf("%s is not installed on this machine", what)
}
