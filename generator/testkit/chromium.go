package testkit

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// oldChromium is a browser of autumn 2018 as a package carries it: the age of what
// many halls, office computers and the views inside other apps still run.
const oldChromium = "chrome-aws-lambda/bin/chromium-70.0.3508.0.br"

// OldChromium unpacks a real Chromium 70 into a folder and returns the program. It
// skips or fails like Need where the package or node, which unpacks it, is missing;
// the program runs on Linux on the processors of PCs only.
func OldChromium(t testing.TB, dir string) string {
	t.Helper()
	if runtime.GOOS != "linux" || runtime.GOARCH != "amd64" {
		t.Skipf("Chromium 70 does not run on %s/%s", runtime.GOOS, runtime.GOARCH)
	}
	node, packed := Need(t, "node"), Package(t, oldChromium)
	program := filepath.Join(dir, "chromium-70")
	if _, err := os.Stat(program); err == nil {
		return program
	}
	const unpack = `const fs = require('fs'); fs.writeFileSync(process.argv[2], require('zlib').brotliDecompressSync(fs.readFileSync(process.argv[1])), {mode: 0o755})`
	if said, err := exec.Command(node, "-e", unpack, packed, program).CombinedOutput(); err != nil {
		t.Fatalf("unpack Chromium 70: %v\n%s", err, said)
	}
	return program
}
