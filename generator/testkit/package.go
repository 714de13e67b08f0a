package testkit

import (
	"os"
	"path/filepath"
	"testing"
)

// Package finds a file of an npm package that .ci/package.json names, such as
// axe-core/axe.min.js. It skips or fails like Need where npm ci has not run.
func Package(t testing.TB, file string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatalf("find the repository: %v", err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	path := filepath.Join(dir, ".ci", "node_modules", filepath.FromSlash(file))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	missing(t, file+" (npm ci in .ci)")
	return ""
}
