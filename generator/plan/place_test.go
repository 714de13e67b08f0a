package plan_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestEveryPathHasItsOutput edits sites at random, folders moved into others among it, and
// wants of each plan that an output is found by its path, whatever formats were asked for,
// that nothing is found elsewhere, and that paths are told to clash where they do.
func TestEveryPathHasItsOutput(t *testing.T) {
	made, clashed := 0, 0
	for seed, files := range []fs.FS{testkit.Regions(), testkit.Nation(12), testkit.Nation(8)} {
		random := rand.New(rand.NewPCG(uint64(seed), 8))
		e := testkit.NewEditing(t, random, files)
		for range 40 {
			s, _, err := source.Read(e.Files)
			if err != nil {
				t.Fatal(err)
			}
			if s == nil {
				e.Step()
				continue
			}
			made++
			nest(random, s)
			p, problems := plan.Make(s, plan.Options{})
			clashed += held(t, p, problems)
			p, problems = plan.Make(s, plan.Options{Formats: []plan.Format{plan.ICS, plan.Data}})
			held(t, p, problems)
			e.Step()
		}
	}
	if made < 40 || clashed < 5 {
		t.Errorf("%d plans were made, of which %d clash", made, clashed)
	}
}

// nest gives now and then a region the name of a notice beside it, or of a language.
func nest(random *rand.Rand, s *site.Site) {
	for _, r := range s.Regions {
		if r.Parent == nil || len(r.Parent.Notices) == 0 || random.IntN(12) > 0 {
			continue
		}
		r.ID = r.Parent.Notices[0].ID
		for _, n := range r.Notices {
			n.ID = r.ID + "/" + n.Folder
		}
	}
}

// held holds a plan against its list of outputs, and returns how many clashes were told.
func held(t *testing.T, p *plan.Plan, problems problem.List) int {
	t.Helper()
	taken := map[string]bool{}
	double := 0
	for _, o := range p.Outputs() {
		if taken[o.Path] {
			double++
			continue
		}
		taken[o.Path] = true
		if have, planned := p.At(o.Path); !planned || have.Path != o.Path {
			t.Fatalf("%s is not found", o.Path)
		}
		for _, other := range []string{o.Path + "x", strings.TrimSuffix(o.Path, "l"), "en/" + o.Path, strings.TrimPrefix(o.Path, "en/")} {
			if _, planned := p.At(other); planned && !taken[other] && !listed(p, other) {
				t.Fatalf("%s is found", other)
			}
		}
	}
	told := strings.Count(fmt.Sprint(problems), "would be both")
	if double > 0 && told == 0 {
		t.Fatalf("%d outputs share paths, and none is told", double)
	}
	return told
}

func listed(p *plan.Plan, path string) bool {
	for _, o := range p.Outputs() {
		if o.Path == path {
			return true
		}
	}
	return false
}

// TestRelatedNoticesAreFound lets every notice name every other, by each id that it has or
// had: it is found wherever it stands, and nothing that is no notice's page is taken for it.
func TestRelatedNoticesAreFound(t *testing.T) {
	s, _, err := source.Read(testkit.Regions())
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range s.Notices() {
		n.Former = []string{n.Region.ID + "/old-" + n.Folder, "moved/" + n.ID}
	}
	p, problems := plan.Make(s, plan.Options{})
	if problems.Failed() {
		t.Fatal(problems)
	}
	for _, n := range s.Notices() {
		asked := map[string]*site.Notice{"": nil, "nobody/2020": nil, n.Region.ID: nil, "../" + n.ID: nil, n.ID + "/texts": nil, n.ID + "/" + n.Milestones[0].ID: nil}
		for _, o := range s.Notices() {
			for _, id := range append(o.Former, o.ID) {
				asked[id] = o
			}
		}
		asked[n.Region.Notices[0].Folder], asked["old-"+n.Region.Notices[0].Folder] = n.Region.Notices[0], n.Region.Notices[0]
		for id, want := range asked {
			n.Related = id
			if got := p.Related(n); got != want {
				t.Errorf("%s names %q, and finds %v", n.ID, id, got)
			}
		}
	}
}
