package generator

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"tonggao/generator/article"
	"tonggao/generator/look"
	"tonggao/generator/manifest"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/timing"
	"tonggao/generator/verify"
)

// TestAnyChangeIsTold holds of random sites that a notice has a notice of its change,
// page and sheet, if and only if something was moved; that every old and new time of
// the newest change stands on it in order; that the page says what the sheet prints;
// that the same site makes the same bytes.
func TestAnyChangeIsTold(t *testing.T) {
	pdftotext := testkit.Need(t, "pdftotext")
	templates := look.New(os.DirFS("../templates"))
	told := 0
	for seed := uint64(0); told < sheetsTold && seed < 400; seed++ {
		p := anyPlan(t, seed)
		if p == nil {
			continue
		}
		r := renderingOf(t, templates, p)
		for _, n := range p.Site.Notices() {
			told += changeTold(t, r, n, pdftotext)
		}
		if t.Failed() {
			t.Fatalf("the site is number %d", seed)
		}
	}
	if told < sheetsTold {
		t.Errorf("only %d notices were moved", told)
	}
}

const sheetsTold = 60

// anyPlan plans a random site; nil where the reader refuses it.
func anyPlan(t *testing.T, seed uint64) *plan.Plan {
	t.Helper()
	s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 17))))
	if err != nil {
		t.Fatal(err)
	}
	if s == nil {
		return nil
	}
	p, problems := plan.Make(s, plan.Options{})
	if problems.Failed() {
		t.Fatal(problems)
	}
	return p
}

// changeTold checks one notice and returns how many sheets it has of its change.
func changeTold(t *testing.T, r *rendering, n *site.Notice, pdftotext string) int {
	t.Helper()
	moved := slices.ContainsFunc(n.Milestones, func(m *site.Milestone) bool { return len(m.Moves) > 0 })
	path := plan.ChangeDir(n) + "change.pdf"
	o, planned := r.plan.At(path)
	if planned != moved {
		t.Errorf("%s: moved %v, planned %v", n.ID, moved, planned)
	}
	if !moved {
		return 0
	}
	document, err := html.Parse(bytes.NewReader(r.bytes(plan.ChangeDir(n) + "index.html")))
	if err != nil {
		t.Fatal(err)
	}
	text := readPDF(t, pdftotext, r.bytes(path))
	inOrder(t, path, blocksOf(proseOf(document)), text)
	standInOrder(t, path, timesOf(n), text)
	code := n.Change().ShortCode(n)
	if !strings.Contains(text, code) || !strings.Contains(nodeText(document), code) {
		t.Errorf("%s: sheet or page lacks the code %s", path, code)
	}
	var again bytes.Buffer
	if err := r.writers.Write(&again, o); err != nil || !bytes.Equal(again.Bytes(), r.bytes(path)) {
		t.Errorf("%s: written again it has other bytes (%v)", path, err)
	}
	return 1
}

// timesOf are the old and new times of a notice's newest change as they stand on its
// notice: without the year and, of a recovery beside its stop, without the date, which
// it may leave out.
func timesOf(n *site.Notice) []string {
	var times []string
	add := func(m site.Moment, form timing.Form) {
		if m.Expected = false; m.Known() && m.Precision >= site.ToDay {
			times = append(times, squeeze(phrase.In(site.Chinese).Moment(m, form)))
		}
	}
	for _, s := range n.Change().Shifts {
		fell := s.Move.Kind == site.Withdrawn || s.Move.Kind == site.TakenBack
		switch {
		case s.Move.Ends != nil:
			continue // its windows are worded by their ends
		case s.Back == nil:
			add(s.Move.From, timing.Short)
			if !fell {
				add(s.Move.To, timing.Short)
			}
			continue
		}
		add(s.Move.From, timing.Short)
		add(s.Back.Move.From, beside(s.Back.Move.From))
		if !fell {
			add(s.Move.To, timing.Short)
			add(s.Back.Move.To, beside(s.Back.Move.To))
		}
	}
	return times
}

// beside is the form that a recovery's time has at least, beside its stop's.
func beside(m site.Moment) timing.Form {
	if m.Precision == site.ToDay {
		return timing.Short
	}
	return timing.Time
}

// standInOrder fails where one of some words does not stand behind the one before it.
func standInOrder(t *testing.T, path string, words []string, text string) {
	t.Helper()
	rest := text
	for _, word := range words {
		_, after, found := strings.Cut(rest, word)
		if !found {
			t.Errorf("%s: %s is not where it should be, in %v: %s", path, word, words, text)
			return
		}
		rest = after
	}
}

// TestChangeOfADay sums two moves of one day up, names the day of the change before it,
// and keeps telling it when a later revision moves nothing.
func TestChangeOfADay(t *testing.T) {
	day := func(d int) site.Day { return site.Day{Year: 2024, Month: 5, Day: d} }
	at := func(written string) site.Moment { return testkit.At(t, written) }
	m := &site.Milestone{ID: "a", Kind: site.Rule, Text: testkit.Text("甲"), Label: "甲", Moment: at("2024-06-04"), Moves: []site.Move{
		{From: at("2024-06-01"), To: at("2024-06-02"), On: day(8), Kind: site.Postponed},
		{From: at("2024-06-02"), To: at("2024-06-09"), On: day(9), Kind: site.Postponed},
		{From: at("2024-06-09"), To: at("2024-06-04"), On: day(9), Why: "雨停", Kind: site.Advanced},
	}}
	n := &site.Notice{ID: "r/n", Title: "关于停水的公告", Region: &site.Region{ID: "r"}, Issuers: []string{"乙"}, Issued: day(1), Milestones: []*site.Milestone{m}, Revisions: []site.Revision{{Number: 1, On: day(1)}, {Number: 2, On: day(8)}, {Number: 3, On: day(9)}, {Number: 4, On: day(10)}}}
	m.Notice = n
	got := article.Text(article.OfChange(phrase.In(site.Chinese), n))
	want := "关于调整《关于停水的公告》有关时间的公告\n因雨停，2024年5月1日发布的《关于停水的公告》，有关时间调整如下：\n甲：原定2024年6月2日，现延期至2024年6月4日。\n其他事项仍按原公告及2024年5月8日的调整执行。\n特此公告。\n乙\n2024年5月9日"
	if got != want {
		t.Errorf("have:\n%s\nwant:\n%s", got, want)
	}
	if m.Moves = nil; article.OfChange(phrase.In(site.Chinese), n) != nil {
		t.Error("a notice that was never moved tells of a change")
	}
}

// TestEarlierChangeIsEarlier publishes two changes one after the other and holds the
// sheet of the first against what is published then: it was replaced by the second.
func TestEarlierChangeIsEarlier(t *testing.T) {
	const sheet = "anping/2024-water/change/change.pdf"
	output := filepath.Join(t.TempDir(), "output")
	build := func(files fstest.MapFS) []byte {
		o := Options{Regions: files, Look: look.New(os.DirFS("../templates"))}
		if _, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}}); err != nil || problems.Failed() {
			t.Fatal(err, problems)
		}
		printed, err := os.ReadFile(filepath.Join(output, filepath.FromSlash(sheet)))
		if err != nil {
			t.Fatal(err)
		}
		return printed
	}
	first := build(water())
	again := water()
	file := again["anping/2024-water/notice.toml"]
	file.Data = bytes.Replace(file.Data, []byte("05-11 08:00"), []byte("05-12 08:00"), 1)
	file.Data = bytes.Replace(file.Data, []byte("[milestone.stop]"), []byte("[[revision]]\non = 2024-05-09\nwhat = \"再次延期\"\n[milestone.stop]"), 1)
	file.Data = append(file.Data, "[[milestone.stop.move]]\nfrom = \"2024-05-11 08:00\"\non = 2024-05-09\nwhy = \"雨大\"\n"...)
	second := build(again)
	m, err := manifest.Load(output, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		sheet  []byte
		newest bool
	}{{first, false}, {second, true}} {
		if id := verify.Identify(m, c.sheet); id.Notice == nil || id.Folder != "anping/2024-water/change/" || id.Newest() != c.newest {
			t.Errorf("%+v, want newest %v", id, c.newest)
		}
	}
}

// TestOpenEndedClaimsNothingForEver holds that a stop whose notice leaves its end open
// is not said to last when the notice is history, case D5.
func TestOpenEndedClaimsNothingForEver(t *testing.T) {
	files := water()
	files["anping/2024-water/notice.toml"].Data = []byte("title = \"关于停水的通告\"\nissued = 2024-05-06\n[milestone.stop]\nkind = \"suspend\"\nservice = \"water\"\nat = \"2024-05-10 08:00\"\nopen_ended = true\ntext = \"停止供水\"\n")
	s, problems, err := source.Read(files)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	n := s.Notices()[0]
	after := testkit.At(t, "2024-06-10 08:00").Instant
	if n.IsHistory(testkit.At(t, "2024-06-08 08:00").Instant) || !n.IsHistory(after) {
		t.Errorf("it is history from %v", n.History)
	}
}
