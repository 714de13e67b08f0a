package generator

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/manifest"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/verify"
)

// TestCodesNameContent changes one fact of any site, each there is: no sheet of the
// notice has a code that one of the other site has, whatever the revision says. The
// same site has the same codes.
func TestCodesNameContent(t *testing.T) {
	edits := map[string]func(m *site.Milestone) bool{
		"revision": func(m *site.Milestone) bool { m.Notice.Revisions[0].What += "改"; return true },
		"contact": func(m *site.Milestone) bool {
			m.Notice.Region.Hotlines = append(m.Notice.Region.Hotlines, "110")
			return true
		},
		"service": func(m *site.Milestone) bool { had := len(m.Services) > 0; rename(m.Services); return had },
	}
	for name, edit := range handEdits {
		if name != "notice" {
			edits[name] = edit
		}
	}
	for seed := range uint64(40) {
		read := func() *site.Notice {
			s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 16))))
			if err != nil {
				t.Fatal(err)
			}
			if s == nil || len(s.Notices()[0].Milestones) == 0 {
				return nil
			}
			return s.Notices()[0]
		}
		n := read()
		if n == nil {
			continue
		}
		codes := codesOf(n)
		for code := range codesOf(read()) {
			if !codes[code] {
				t.Fatalf("seed %d: the same site has the code %s besides", seed, code)
			}
		}
		for name, edit := range edits {
			other := read()
			if !edit(other.Milestones[int(seed)%len(other.Milestones)]) {
				continue
			}
			other.Digest()
			for code := range codesOf(other) {
				if codes[code] {
					t.Errorf("seed %d: with another %s a sheet keeps the code %s", seed, name, code)
				}
			}
		}
	}
}

func rename(services []*site.Service) {
	for _, s := range services {
		s.Name += "改"
	}
}

// codesOf are the codes of all sheets of a notice.
func codesOf(n *site.Notice) map[string]bool {
	codes := map[string]bool{n.ShortCode(nil): true}
	for _, a := range n.Editions {
		codes[n.ShortCode(a)] = true
	}
	for _, m := range n.Milestones {
		codes[m.ShortCode()] = true
	}
	if c := n.Change(); c != nil {
		codes[c.ShortCode(n)] = true
	}
	return codes
}

// TestEveryEarlierSheetIsTold publishes a notice that changes again and again, with
// and without a revision, whole, in shards and over itself, and asks for the code of
// every sheet that ever was: the present ones are the newest, all others are known
// and are not.
func TestEveryEarlierSheetIsTold(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	ever := map[string]bool{}
	for round, text := range []string{"城区停止供水", "城北停止供水", "城东停止供水", "城区停止供水", "城区停止供水"} {
		files := water()
		file := files["anping/2024-water/notice.toml"]
		file.Data = bytes.ReplaceAll(file.Data, []byte("城区停止供水"), []byte(text))
		if round == 2 {
			file.Data = bytes.Replace(file.Data, []byte("[milestone.stop]"), []byte("[[revision]]\non = 2024-05-09\nwhat = \"改动\"\n[milestone.stop]"), 1)
		}
		o := Options{Regions: files, Look: look.New(os.DirFS("../templates")), Plan: plan.Options{Formats: []plan.Format{plan.Data, plan.HTML}}}
		target := Target{Options: publish.Options{Output: output}, Unrecorded: true}
		if round%2 == 1 {
			shard := target
			shard.Output, shard.Shard = filepath.Join(t.TempDir(), "shard"), Shard{1, 2}
			if _, problems, err := Build(context.Background(), o, shard); err != nil || problems.Failed() {
				t.Fatal(err, problems)
			}
			target.Reuse = []string{shard.Output}
		}
		if _, problems, err := Build(context.Background(), o, target); err != nil || problems.Failed() {
			t.Fatal(err, problems)
		}
		m, err := manifest.Load(output, "")
		if err != nil {
			t.Fatal(err)
		}
		s, _, err := source.Read(files)
		if err != nil {
			t.Fatal(err)
		}
		present := codesOf(s.Notices()[0])
		for code := range present {
			ever[code] = true
		}
		for code := range ever {
			if id := verify.Code(m, code); id.Notice == nil || id.Newest() != present[code] {
				t.Errorf("round %d: the sheet %s is %+v; newest: want %v", round, code, id, present[code])
			}
		}
	}
	if len(ever) != 9 {
		t.Errorf("%d codes were ever printed, want 9", len(ever))
	}
}
