package generator

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/manifest"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
)

// TestLinesStayAsPublished takes some regions over from a published folder and asks for the
// lines of all: those that are taken over are known, in both files, as long as nobody touched
// these. What a list has of maintenances stays likewise.
func TestLinesStayAsPublished(t *testing.T) {
	o := Options{Regions: os.DirFS("../regions"), Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML, plan.Data}}}
	target := Target{Options: publish.Options{Output: filepath.Join(t.TempDir(), "output")}}
	if _, problems, err := Build(t.Context(), o, target); err != nil || problems.Failed() {
		t.Fatal(problems, err)
	}
	p, _, err := Load(o)
	if err != nil || p == nil {
		t.Fatal(err)
	}
	known := knownLines(t, p, target.Options)
	for _, name := range []string{"notices.json", "now.json"} {
		file, err := os.ReadFile(filepath.Join(target.Output, name))
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range p.Site.Regions {
			line := known[name][i]
			is := strings.HasPrefix(line, `{"id":"`+r.ID+`"`) && strings.Contains(string(file), "\n"+line+"\n")
			if stays := i%3 > 0; stays != is || stays == (line == "") {
				t.Errorf("%s: of %s is known: %.80s", name, r.ID, line)
			}
		}
		if err := os.WriteFile(filepath.Join(target.Output, name), bytes.Replace(file, []byte("20"), []byte("21"), 1), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, lines := range knownLines(t, p, target.Options) {
		if strings.Join(lines, "") != "" {
			t.Errorf("%s was changed, and its lines are still taken", name)
		}
	}
}

// knownLines asks for the lines of all regions, of which every third is to be made again.
func knownLines(t *testing.T, p *plan.Plan, o publish.Options) map[string][]string {
	t.Helper()
	m, err := manifest.Load(o.Output, "")
	if err != nil {
		t.Fatal(err)
	}
	o.Force = true
	stage, err := publish.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Discard()
	l := &lines{stage: stage, files: map[string]*lined{}}
	defer func() {
		if err := l.close(); err != nil {
			t.Error(err)
		}
	}()
	known := map[string][]string{}
	for _, name := range []string{"notices.json", "now.json"} {
		site, _ := p.At(name)
		for i, r := range p.Site.Regions {
			path := plan.RegionDir(r) + name
			file, _ := m.Files.Find(path)
			if key, _ := m.Files.Entry(file).Key.MarshalText(); i%3 > 0 && !stage.Reuse(path, string(key)) {
				t.Fatalf("%s is not taken over", path)
			}
			known[name] = append(known[name], string(l.line(site, r)))
		}
	}
	return known
}
