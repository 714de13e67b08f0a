package command

import (
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tonggao/generator/problem"
	"tonggao/generator/source"
)

// TestNewFromEveryRealNotice copies the milestones of each notice of the real
// regions into each region that issues notices: all of it builds at once.
func TestNewFromEveryRealNotice(t *testing.T) {
	regions := filepath.Join(t.TempDir(), "regions")
	if err := os.CopyFS(regions, os.DirFS("../../regions")); err != nil {
		t.Fatal(err)
	}
	s, _, err := source.Read(os.DirFS(regions))
	if err != nil || s == nil {
		t.Fatal(err)
	}
	terminal := &terminal{out: io.Discard, err: os.Stderr, templates: os.DirFS("../../templates")}
	copies := 0
	for _, n := range s.Notices() {
		for _, r := range s.Regions {
			if r.Issuer == "" {
				continue
			}
			b := beginning{regions: regions, path: r.ID + "/2030-" + strings.ReplaceAll(n.ID, "/", "-"), from: n.ID}
			if err := terminal.beginNotice(b, time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)); err != nil {
				t.Errorf("%s from %s: %v", path.Dir(b.path), n.ID, err)
			}
			copies++
		}
	}
	_, problems, err := source.Read(os.DirFS(regions))
	if err != nil || problems.Count(problem.Error) > 0 || copies < 12 {
		t.Error(copies, "copies;", problems, err)
	}
}
