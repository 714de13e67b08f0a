package generator

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/manifest"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/site"
)

// TestLinesStayAsPublished takes some regions over from a published folder and asks for the
// lines of all: those that are taken over are known, in both files, as long as nobody touched
// these.
func TestLinesStayAsPublished(t *testing.T) {
	o, p := publishedSite(t)
	known := knownLines(t, p, o)
	for _, name := range []string{"notices.json", "now.json"} {
		file := publishedFile(t, o, name)
		for i, r := range p.Site.Regions {
			line := known[name][i]
			is := strings.HasPrefix(line, `{"id":"`+r.ID+`"`) && strings.Contains(file, "\n"+line+"\n")
			if is != stays(i) || is == (line == "") {
				t.Errorf("%s: of %s is known: %.80s", name, r.ID, line)
			}
		}
		if err := os.WriteFile(filepath.Join(o.Output, name), []byte(strings.Replace(file, "20", "21", 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, lines := range knownLines(t, p, o) {
		if strings.Join(lines, "") != "" {
			t.Errorf("%s was changed, and its lines are still taken", name)
		}
	}
}

func knownLines(t *testing.T, p *plan.Plan, o publish.Options) map[string][]string {
	t.Helper()
	l, drop := taking(t, p, o)
	defer drop()
	known := map[string][]string{}
	for _, name := range []string{"notices.json", "now.json"} {
		site, _ := p.At(name)
		for _, r := range p.Site.Regions {
			known[name] = append(known[name], string(l.line(site, r)))
		}
	}
	return known
}

// TestMaintenancesStayAsPublished does so for what the site's list has of each region.
func TestMaintenancesStayAsPublished(t *testing.T) {
	o, p := publishedSite(t)
	l, drop := taking(t, p, o)
	defer drop()
	list, _ := p.At(plan.StatuspageDir + "scheduled-maintenances.json")
	var all struct {
		Maintenances []json.RawMessage `json:"scheduled_maintenances"`
	}
	if err := json.Unmarshal([]byte(publishedFile(t, o, list.Path)), &all); err != nil || len(all.Maintenances) == 0 {
		t.Fatal(len(all.Maintenances), err)
	}
	for _, raw := range all.Maintenances {
		var m struct {
			ID   string `json:"id"`
			Link string `json:"shortlink"`
		}
		if err := json.Unmarshal(raw, &m); err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(p.Site.Regions, func(r *site.Region) bool {
			return slices.ContainsFunc(r.Notices, func(n *site.Notice) bool { return strings.HasPrefix(m.Link, p.URL(plan.NoticeDir(n))) })
		})
		if i < 0 {
			t.Fatalf("%s is nobody's", m.Link)
		}
		was := l.of(list, p.Site.Regions[i], m.ID)
		if stays(i) && string(was) != string(raw) || !stays(i) && was != nil {
			t.Errorf("of %s is known: %s", m.Link, was)
		}
	}
}

// TestEventsStayInTheSite does so for the events of the site's calendar, which are those of
// the notices' own.
func TestEventsStayInTheSite(t *testing.T) {
	o, p := publishedSite(t)
	calendar, _ := p.At("calendar.ics")
	l, drop := taking(t, p, o)
	defer drop()
	events, taken := l.events(calendar), 0
	for _, m := range p.Events(calendar.Path) {
		i := slices.Index(p.Site.Regions, m.Notice.Region)
		was := events(m)
		if want := stays(i) && len(m.Series()) == 0; want != (was != nil) {
			t.Errorf("of %s is known: %s", m.UID(), was)
		}
		if was == nil {
			continue
		}
		taken++
		if own := publishedFile(t, o, plan.NoticeDir(m.Notice)+"calendar.ics"); !strings.Contains(own, string(was)) {
			t.Errorf("no calendar of its notice has\n%s", was)
		}
	}
	if taken == 0 {
		t.Error("no event stays")
	}
}

// stays reports whether files of a region are taken over: every third is to be made again.
func stays(region int) bool { return region%3 > 0 }

// publishedSite builds the sample site, and plans it once more.
func publishedSite(t *testing.T) (publish.Options, *plan.Plan) {
	t.Helper()
	o := Options{Regions: os.DirFS("../regions"), Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.HTML, plan.Data, plan.ICS}}}
	target := Target{Options: publish.Options{Output: filepath.Join(t.TempDir(), "output")}}
	if _, problems, err := Build(t.Context(), o, target); err != nil || problems.Failed() {
		t.Fatal(problems, err)
	}
	p, _, err := Load(o)
	if err != nil || p == nil {
		t.Fatal(err)
	}
	return target.Options, p
}

func publishedFile(t *testing.T, o publish.Options, name string) string {
	t.Helper()
	file, err := os.ReadFile(filepath.Join(o.Output, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(file)
}

// taking opens a stage that takes over the files of regions and notices that stay, until it
// is dropped.
func taking(t *testing.T, p *plan.Plan, o publish.Options) (l *lines, drop func()) {
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
	l, drop = &lines{stage: stage, files: map[string]*lined{}}, func() {
		if err := l.close(); err != nil {
			t.Error(err)
		}
		stage.Discard()
	}
	for i, r := range p.Site.Regions {
		own := []string{plan.RegionFacts(r), plan.RegionDir(r) + "now.json"}
		for _, n := range r.Notices {
			own = append(own, plan.NoticeDir(n)+"calendar.ics")
		}
		for _, path := range own {
			file, _ := m.Files.Find(path)
			if key, _ := m.Files.Entry(file).Key.MarshalText(); stays(i) && !stage.Reuse(path, string(key)) {
				t.Fatalf("%s is not taken over", path)
			}
		}
	}
	return l, drop
}
