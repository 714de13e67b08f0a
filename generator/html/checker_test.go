package html_test

import (
	"os/exec"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// The Nu checker finds no error in any page or style sheet of the real site. Its
// notes on the content security policy take 'self' for nothing where a page has no
// host, and data for script; Chromium, asked in another test, says nothing.
func TestTheNuCheckerFindsNoError(t *testing.T) {
	java, jar := testkit.Need(t, "java"), testkit.Package(t, "vnu-jar/build/dist/vnu.jar")
	said, err := exec.Command(java, "-jar", jar, "--errors-only", "--skip-non-html", "--format", "gnu", output(t)).CombinedOutput()
	if err != nil || strings.TrimSpace(string(said)) != "" {
		t.Errorf("%v\n%.4000s", err, said)
	}
}
