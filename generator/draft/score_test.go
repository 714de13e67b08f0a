package draft_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/BurntSushi/toml"

	"tonggao/generator/draft"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// An expected fact is one of an expect file: see testdata/notices/README.md.
type expected struct {
	ID, Kind, Service, Scope, ISO, Note string
	TBD, Implied, Required, Withdrawn   bool
}

// A score is how a draft meets its expect file.
type score struct {
	right, required int
	missed, false   []string
	builds, barred  bool
}

// The least that the drafts must reach, over the notices of offices and those made
// up for the test.
const (
	leastIssued   = 63
	leastInvented = 2312
	mostFalse     = 0
)

// TestScore drafts the notices of testdata/notices without any vocabulary and counts
// their facts strictly: the same instant or day, the kind, a service of like name.
func TestScore(t *testing.T) {
	names, err := filepath.Glob("testdata/notices/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no testdata")
	}
	var issued, invented score
	for _, name := range names {
		sum := &issued
		if number, _, _ := strings.Cut(filepath.Base(name), "-"); len(number) > 2 || number >= "30" {
			sum = &invented
		}
		s := told(t, name)
		if sum.add(s); !s.builds || !s.barred {
			t.Errorf("%s: a draft builds once its questions are answered, and not before: %v %v", name, s.builds, s.barred)
		}
	}
	t.Logf("issued   %d/%d right, %d false", issued.right, issued.required, len(issued.false))
	t.Logf("invented %d/%d right, %d false", invented.right, invented.required, len(invented.false))
	inDocs(t, fmt.Sprintf("| 6 | %d | %d | %d |", issued.required, issued.right, len(issued.false)))
	inDocs(t, fmt.Sprintf("| %d | %d | %d | %d |", len(names)-6, invented.required, invented.right, len(invented.false)))
	if issued.right < leastIssued || invented.right < leastInvented || len(issued.false)+len(invented.false) > mostFalse {
		t.Error("the drafts are worse than they were")
	}
}

// TestScoreElsewhere scores the notices of another folder in the same way, and asks for
// nothing: TONGGAO_NOTICES=/some/folder go test ./generator/draft -run Score -v.
func TestScoreElsewhere(t *testing.T) {
	folder := os.Getenv("TONGGAO_NOTICES")
	if folder == "" {
		t.Skip("TONGGAO_NOTICES names no folder")
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatal("no notices in ", folder)
	}
	var all score
	built := 0
	for _, name := range names {
		s := told(t, name)
		if all.add(s); s.builds {
			built++
		}
	}
	t.Logf("%d/%d right, %d false, %d of %d build", all.right, all.required, len(all.false), built, len(names))
}

// add sums up scores.
func (s *score) add(o score) {
	s.right, s.required, s.false = s.right+o.right, s.required+o.required, append(s.false, o.false...)
}

// told is the score of a notice, which the test's log has too.
func told(t *testing.T, name string) score {
	t.Helper()
	s := scored(t, name)
	t.Logf("%-24s %2d/%2d right, %d false, builds %v, barred %v", strings.TrimSuffix(filepath.Base(name), ".txt"), s.right, s.required, len(s.false), s.builds, s.barred)
	for _, m := range s.missed {
		t.Logf("    missed %s", m)
	}
	for _, m := range s.false {
		t.Logf("    false  %s", m)
	}
	return s
}

// inDocs holds that docs/audit.md and its Chinese have a row of figures.
func inDocs(t *testing.T, row string) {
	t.Helper()
	for _, name := range [...]string{"audit.md", "audit.zh-CN.md"} {
		raw, err := os.ReadFile(filepath.Join("..", "..", "docs", name))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(raw), row) {
			t.Errorf("docs/%s does not have the row %q", name, row)
		}
	}
}

func scored(t *testing.T, name string) score {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Dated     string
		Given     bool // the day of issue, which the text lacks
		Milestone []expected
	}
	if _, err := toml.DecodeFile(strings.TrimSuffix(name, ".txt")+".expect.toml", &want); err != nil {
		t.Fatal(err)
	}
	var given site.Day
	if want.Given {
		at, err := time.Parse("2006-01-02", want.Dated)
		if err != nil {
			t.Fatal(err)
		}
		given = site.DayOf(at)
	}
	files, problems := draft.From(filepath.Base(name), string(text), draft.Setting{Issued: given})
	if files == nil {
		t.Fatal(problems)
	}
	var sc score
	s, problems := siteOf(t, files, answered)
	sc.builds = s != nil && !problems.Barred().Failed()
	if !sc.builds {
		t.Log(problems)
	}
	_, asked := siteOf(t, files, func(words string) string { return words })
	sc.barred = asked.Barred().Failed()
	if s == nil {
		return count(sc, nil, want.Milestone)
	}
	return count(sc, s.Region("qinglan").Notices[0].Milestones, want.Milestone)
}

var question = regexp.MustCompile(`【请核对：[^】\n]*】`)

// answered takes the questions out of a draft, as its author does.
func answered(words string) string { return question.ReplaceAllString(words, "") }

func siteOf(t *testing.T, files []draft.File, edit func(string) string) (*site.Site, problem.List) {
	t.Helper()
	tree := fstest.MapFS{"site.toml": {Data: []byte("name = \"公告\"\nbase_url = \"https://gonggao.example\"\nsample = true\n")}, "qinglan/region.toml": {Data: []byte("name = \"青岚市\"\nissuer = \"青岚市人民政府\"\n")}}
	for _, f := range files {
		tree["qinglan/2023-switch/"+f.Name] = &fstest.MapFile{Data: []byte(edit(f.Content))}
	}
	s, problems, err := source.Read(tree)
	if err != nil {
		t.Fatal(err)
	}
	return s, problems
}

func count(sc score, have []*site.Milestone, want []expected) score {
	for _, w := range want {
		if !w.Required {
			continue
		}
		sc.required++
		if slices.ContainsFunc(have, func(m *site.Milestone) bool { return states(m, w) }) {
			sc.right++
			continue
		}
		sc.missed = append(sc.missed, fmt.Sprintf("%s %s %s", w.Kind, w.ISO, w.Service))
	}
	for _, m := range have {
		if m.Follows == nil || m.Follows.Kind != m.Kind {
			sc.false = append(sc.false, invented(m, want)...)
		}
	}
	return sc
}

// times are those that a milestone states as valid, the end of its window last.
func times(m *site.Milestone) []site.Moment {
	all := []site.Moment{m.Moment}
	for _, o := range []*site.Moment{m.Moment.After, m.Moment.Before} {
		if o != nil {
			all = append(all, *o)
		}
	}
	return append(slices.DeleteFunc(all, func(o site.Moment) bool { return !o.Known() }), until(m)...)
}

// until is the stated end of a milestone's window, or nothing.
func until(m *site.Milestone) []site.Moment {
	if m.Until == nil {
		return nil
	}
	return []site.Moment{*m.Until}
}

// invented are the times of a milestone that no expected fact has.
func invented(m *site.Milestone, want []expected) []string {
	if m.Withdrawn {
		return nil
	}
	var all []string
	for _, o := range times(m) {
		if !slices.ContainsFunc(want, func(w expected) bool { return !w.Withdrawn && w.ISO == o.Datetime() }) {
			all = append(all, fmt.Sprintf("%s %s %s", m.Kind, o.Datetime(), m.ID))
		}
	}
	return all
}

// states reports whether a milestone states an expected fact.
func states(m *site.Milestone, w expected) bool {
	if w.TBD {
		return m.Moment.Pending && sameService(m, w)
	}
	if w.Withdrawn {
		if m.Withdrawn && m.Until != nil && m.Until.Datetime() == w.ISO {
			return true // the end of a window that was called off
		}
		return slices.ContainsFunc(m.Moves, func(mv site.Move) bool {
			return mv.From.Datetime() == w.ISO || mv.Ends != nil && mv.Ends.From.Datetime() == w.ISO
		})
	}
	if m.Withdrawn {
		return false
	}
	ends := m.Until != nil && m.Until.Datetime() == w.ISO
	begins := slices.ContainsFunc(times(m)[:len(times(m))-len(until(m))], func(o site.Moment) bool { return o.Datetime() == w.ISO })
	switch w.Kind {
	case "暂停":
		return begins && m.Kind == site.Suspend && sameService(m, w)
	case "全面恢复":
		return (ends || begins && (m.Kind == site.Resume || m.Kind == site.Partial && m.Moment.Gradual)) && sameService(m, w)
	case "部分恢复":
		limited := m.Kind == site.Resume && (m.Scope != "" || m.Moment.Gradual || m.Moment.Before != nil)
		return begins && (m.Kind == site.Partial || limited) && sameService(m, w)
	case "截止日期":
		return begins && m.Kind == site.Deadline
	case "其他":
		return (begins || ends) && !(m.Kind == site.Suspend && strings.Contains(w.Note, "不得显示为全停"))
	}
	return false
}

// sameService reports whether a milestone has a service whose name, with its scope,
// has two neighbouring characters of the expected one.
func sameService(m *site.Milestone, w expected) bool {
	for _, s := range m.Services {
		name := []rune(s.Name + " " + m.Scope)
		for i := 0; i+1 < len(name); i++ {
			if pair := string(name[i : i+2]); !strings.Contains(pair, " ") && pair != "业务" && strings.Contains(w.Service+" "+w.Scope, pair) {
				return true
			}
		}
	}
	return w.TBD && len(m.Services) == 0
}
