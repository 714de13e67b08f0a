package draft_test

import (
	"os"
	"slices"
	"testing"

	"tonggao/generator/draft"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// transcripts are the notices of regions/ as they were issued, each with the least of its
// times that a draft of it must state.
var transcripts = []struct {
	file, region string
	times        int
}{
	{"changshu", "jiangsu/suzhou/changshu", 9},
	{"zhangjiagang", "jiangsu/suzhou/zhangjiagang", 10},
	{"zhejiang", "zhejiang/benji", 7},
	{"xian", "shaanxi/xian", 5},
}

// TestTranscripts holds that drafts of the notices which regions/ has data of lose none of
// the data's times, and have none that their text lacks.
func TestTranscripts(t *testing.T) {
	data, problems, err := source.Read(os.DirFS("../../regions"))
	if err != nil || data == nil {
		t.Fatal(problems, err)
	}
	for _, x := range transcripts {
		raw, err := os.ReadFile("testdata/seeds/" + x.file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		onlyStated(t, x.file, string(raw))
		files, problems := draft.From(x.file+".txt", string(raw), draft.Setting{})
		if files == nil {
			t.Fatal(problems)
		}
		s, problems := siteOf(t, files, answered)
		if s == nil || problems.Barred().Failed() {
			t.Fatalf("%s: the draft does not build: %s", x.file, problems)
		}
		have := stated(s.Region("qinglan").Notices[0])
		kept := 0
		want := stated(data.Region(x.region).Notices[0])
		for _, at := range want {
			if slices.Contains(have, at) {
				kept++
				continue
			}
			t.Logf("%s: no fact has %s", x.file, at)
		}
		t.Logf("%s: %d of %d times", x.file, kept, len(want))
		if kept < x.times {
			t.Errorf("%s: %d times of the data are in the draft, which had %d", x.file, kept, x.times)
		}
	}
}

// stated are the kinds and times of a notice's milestones, each once.
func stated(n *site.Notice) []string {
	var all []string
	for _, m := range n.Milestones {
		for _, at := range times(m) {
			if fact := string(m.Kind) + " " + at.Datetime(); !slices.Contains(all, fact) {
				all = append(all, fact)
			}
		}
	}
	return all
}
