package blank

import (
	"os"
	"strings"
	"testing"

	"tonggao/generator/amend"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// TestCopiesOfEveryRealNoticeRead copies the milestones of each notice of the real
// regions into every region that issues notices: the site with all of them has no
// error, and no milestone has a time.
func TestCopiesOfEveryRealNoticeRead(t *testing.T) {
	regions := os.DirFS("../../regions")
	s, _, err := source.Read(regions)
	if err != nil || s == nil {
		t.Fatal(err)
	}
	origins, _, err := source.ReadOrigins(regions)
	if err != nil {
		t.Fatal(err)
	}
	files, copies := map[string]string{}, map[string]*site.Notice{}
	for _, n := range s.Notices() {
		values, _ := origins.Explain(n.ID)
		for _, r := range s.Regions {
			if r.Issuer == "" {
				continue
			}
			id := r.ID + "/2030-" + strings.ReplaceAll(n.ID, "/", "-")
			copies[id] = n
			blank := Notice{ID: id, Issued: site.Day{Year: 2030, Month: 1, Day: 1}, Region: r, Milestones: CopyOf(n.ID, values, n.Vocabulary, r.Vocabulary)}
			for _, f := range blank.Files() {
				files[f.Name] = f.Text
			}
		}
	}
	after, problems, err := source.Read(amend.Over(regions, files))
	if err != nil || after == nil {
		t.Fatal(problems, err)
	}
	seen := 0
	for _, n := range after.Notices() {
		from := copies[n.ID]
		if from == nil {
			continue
		}
		seen++
		if len(n.Milestones) == 0 || len(n.Milestones) > len(from.Milestones) {
			t.Errorf("%s has %d milestones, %s has %d", n.ID, len(n.Milestones), from.ID, len(from.Milestones))
		}
		for _, m := range n.Milestones {
			if m.Moment.Known() || len(m.Moves) > 0 {
				t.Errorf("%s#%s has a time: %s", n.ID, m.ID, m.Moment)
			}
		}
	}
	if seen != len(copies) || seen < 12 {
		t.Errorf("%d of %d copies were read", seen, len(copies))
	}
}

// TestFormsReadWithoutAWord reads settings, a region without a name, and notices
// with and without a vocabulary: not even a note is said, but of what is to be filled in.
func TestFormsReadWithoutAWord(t *testing.T) {
	region := &site.Region{ID: "linjiang", Hotlines: []string{"12345"}}
	day := site.Day{Year: 2024, Month: 5, Day: 6}
	services := []*site.Service{{ID: "settlement", Name: "医保费用联网结算"}, {ID: "online", Name: "线上经办"}}
	files := map[string]string{}
	for _, f := range append([]File{Site(), Region{ID: "linjiang"}.File(), Region{ID: "linjiang/east", Name: `“东”县\`, Issuer: "县局", Code: "320581", Above: region}.File()},
		append(Notice{ID: "linjiang/2024-bare", Issued: day, Region: region}.Files(),
			Notice{ID: "linjiang/2024-full", Title: `关于“暂停”的通告`, Issued: day, Region: region, Services: services}.Files()...)...) {
		files[f.Name] = f.Text
	}
	s, problems, err := source.Read(amend.Over(os.DirFS(t.TempDir()), files))
	if err != nil || s == nil || len(problems) > 0 && problems.Count(problem.Error) > 0 {
		t.Fatal(problems, err)
	}
	for _, p := range problems {
		if !strings.HasSuffix(p.Message, "is still to be filled in") { // as is said until it has been
			t.Error(p)
		}
	}
	if name := s.Region("linjiang/east").Name; name != `“东”县\` {
		t.Error(name)
	}
}

func TestIssuerIsNamedLikeItsNeighbours(t *testing.T) {
	near := []*site.Region{{Name: "江苏省"}, {Name: "苏州市", Issuer: "苏州市医疗保障局"}}
	if got := IssuerOf("常熟市", near); got != "常熟市医疗保障局" {
		t.Error(got)
	}
	if got := IssuerOf("", near); got != "" {
		t.Error(got)
	}
}
