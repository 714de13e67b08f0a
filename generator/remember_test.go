package generator

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"tonggao/generator/amend"
	"tonggao/generator/data"
	"tonggao/generator/manifest"
	"tonggao/generator/plan"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/verify"
)

// handEdits are changes of one fact of a milestone without a record; each says
// whether it changed anything.
var handEdits = map[string]func(m *site.Milestone) bool{
	"time": func(m *site.Milestone) bool {
		m.Moment.Instant = m.Moment.Instant.AddDate(0, 1, 0)
		return m.Moment.Known()
	},
	"pending": func(m *site.Milestone) bool {
		known := m.Moment.Known()
		m.Moment = site.Moment{Pending: true}
		return known
	},
	"expected": func(m *site.Milestone) bool { m.Moment.Expected = !m.Moment.Expected; return true },
	"gradual":  func(m *site.Milestone) bool { m.Moment.Gradual = !m.Moment.Gradual; return true },
	"bound": func(m *site.Milestone) bool {
		known := m.Moment.Known()
		m.Moment.After = &site.Moment{Instant: m.Notice.Issued.Start().AddDate(3, 0, 0), Precision: site.ToDay}
		return !known
	},
	"until": func(m *site.Milestone) bool {
		until := m.Until
		m.Until = nil
		return until != nil
	},
	"withdrawn": func(m *site.Milestone) bool { m.Withdrawn = !m.Withdrawn; return true },
	"moves": func(m *site.Milestone) bool {
		had := len(m.Moves) > 0
		m.Moves = nil
		return had
	},
	"kind": func(m *site.Milestone) bool {
		m.Kind = site.Kinds[(slices.Index(site.Kinds, m.Kind)+1)%len(site.Kinds)]
		return true
	},
	"text":    func(m *site.Milestone) bool { m.Text = testkit.Text("别的事项"); return true },
	"instead": func(m *site.Milestone) bool { m.Instead = testkit.Text("别的办法"); return true },
	"label":   func(m *site.Milestone) bool { m.Label = "别的名称"; return true },
	"scope":   func(m *site.Milestone) bool { m.Scope += "城北"; return true },
	"services": func(m *site.Milestone) bool {
		had := len(m.Services) > 0
		m.Services = nil
		return had
	},
	"audience":  func(m *site.Milestone) bool { had := len(m.Audience) > 0; m.Audience = nil; return had },
	"channels":  func(m *site.Milestone) bool { had := len(m.Channels) > 0; m.Channels = nil; return had },
	"permanent": func(m *site.Milestone) bool { m.Permanent = !m.Permanent; return true },
	"daily": func(m *site.Milestone) bool {
		m.Hours = &site.Hours{Windows: []site.HourWindow{{From: 61, To: 62}}, Days: site.EveryDay}
		return true
	},
	"gone": func(m *site.Milestone) bool {
		n := m.Notice
		n.Milestones = slices.DeleteFunc(n.Milestones, func(o *site.Milestone) bool { return o == m })
		return true
	},
	"title":     func(m *site.Milestone) bool { m.Notice.Title += "（续）"; return true },
	"number":    func(m *site.Milestone) bool { m.Notice.Number += "号"; return true },
	"addressee": func(m *site.Milestone) bool { m.Notice.Addressee += "各县"; return true },
	"issuers": func(m *site.Milestone) bool {
		m.Notice.Issuers = append([]string{"某局"}, m.Notice.Issuers...)
		return true
	},
	"issued": func(m *site.Milestone) bool { m.Notice.Issued.Year--; return true },
	"source": func(m *site.Milestone) bool { m.Notice.Source += "报"; return true },
	"notice": func(m *site.Milestone) bool { m.Notice.Region.Notices = nil; return true },
}

// TestNoHandEditPasses publishes any site and changes one fact of one milestone or
// its notice, each there is: it is refused. The same site as it was is not.
func TestNoHandEditPasses(t *testing.T) {
	tried := map[string]int{}
	for seed := range uint64(40) {
		read := func() *site.Site {
			s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 14))))
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		s := read()
		if s == nil {
			continue
		}
		m := publishedFacts(t, s)
		if found := againstMemory(t, m, s); len(found) > 0 {
			t.Fatalf("seed %d: nothing changed, and it says %v", seed, found)
		}
		for name, edit := range handEdits {
			s := read()
			r := s.Regions[int(seed)%len(s.Regions)]
			n := r.Notices[int(seed/2)%len(r.Notices)]
			if len(n.Milestones) == 0 {
				continue
			}
			one := n.Milestones[int(seed/3)%len(n.Milestones)]
			if !edit(one) {
				continue
			}
			tried[name]++
			n.Courses, n.Outages = nil, nil
			found := againstMemory(t, m, s)
			if found.Count(problem.Warning) == 0 || !found.Barred().Failed() {
				t.Errorf("seed %d: another %s of %s#%s passes", seed, name, n.ID, one.ID)
			}
		}
	}
	for name := range handEdits {
		if tried[name] == 0 {
			t.Errorf("%s was never changed", name)
		}
	}
}

// TestMovesPass publishes any site and moves its milestones by the command's own
// rule: what the reader takes is not refused.
func TestMovesPass(t *testing.T) {
	moved := 0
	for seed := range uint64(20) {
		files := testkit.AnySite(rand.New(rand.NewPCG(seed, 15))).(fstest.MapFS)
		s, _, err := source.Read(files)
		if err != nil || s == nil {
			continue
		}
		m := publishedFacts(t, s)
		for _, n := range s.Notices() {
			name := path.Join(n.ID, "notice.toml")
			for i, one := range n.Milestones {
				to := []string{amend.Withdrawn, amend.Pending, one.Moment.Instant.AddDate(0, 0, 1).Format("2006-01-02 15:04")}[(i+int(seed))%3]
				change := amend.Change{On: site.DayOf(n.Latest().On.Start().AddDate(1, 0, 0)), Moves: []amend.Move{{Milestone: one.ID, To: to, Why: "原因"}}, What: []string{"改动"}}
				text, err := change.Apply(string(files[name].Data))
				if err != nil {
					continue
				}
				changed := fstest.MapFS{}
				for name, f := range files {
					changed[name] = f
				}
				changed[name] = &fstest.MapFile{Data: []byte(text)}
				after, _, err := source.Read(changed)
				if err != nil {
					t.Fatal(err)
				}
				if after == nil {
					continue
				}
				moved++
				if found := againstMemory(t, m, after); len(found) > 0 {
					t.Errorf("seed %d: %s#%s moved to %s is refused: %v", seed, n.ID, one.ID, to, found)
				}
			}
		}
	}
	if moved < 40 {
		t.Errorf("only %d moves were tried", moved)
	}
}

// publishedFacts writes the facts of a site as a build does, and remembers them.
func publishedFacts(t *testing.T, s *site.Site) *verify.Memory {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, content []byte) {
		t.Helper()
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	p, _ := plan.Make(s, plan.Options{})
	files := map[string]manifest.Entry{}
	for _, r := range s.Regions {
		var facts bytes.Buffer
		name := plan.RegionFacts(r)
		if err := data.New(p).Write(&facts, plan.Output{Path: name, Kind: plan.RegionJSON, Region: r}); err != nil {
			t.Fatal(err)
		}
		write(name, facts.Bytes())
		files[name] = manifest.Entry{}
	}
	write(manifest.Name, manifest.Manifest{Program: "test", Files: manifest.FilesOf(files)}.Encode())
	memory, err := verify.Remember(dir, "test")
	if err != nil || memory == nil {
		t.Fatal(err)
	}
	return memory
}

func againstMemory(t *testing.T, m *verify.Memory, s *site.Site) problem.List {
	t.Helper()
	p, _ := plan.Make(s, plan.Options{})
	w := &Writers{data: data.New(p)}
	found, err := w.remember(m, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return found
}
