package site_test

import (
	"math/rand/v2"
	"testing"
	"testing/fstest"

	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// A window is shown to its stated end as long as any part of it lasts so long; only
// when all of it is back before, to that recovery.
func TestSpanOfAWindowInParts(t *testing.T) {
	const head = "title = \"关于停电的通知\"\nissued = 2025-04-14\n[milestone.cut]\nkind = \"suspend\"\nservice = \"power\"\nat = \"2025-04-18 12:45\"\nuntil = \"2025-04-18 14:45\"\ntext = \"停电\"\n"
	back := func(id, more string) string {
		return "[milestone." + id + "]\nkind = \"resume\"\nservice = \"power\"\ntext = \"恢复\"\n" + more + "\n"
	}
	for name, c := range map[string]struct{ facts, to string }{
		"no recovery":            {head, "2025-04-18 14:45"},
		"one part is back early": {head + back("a", "scope = \"东区\"\nbefore = \"2025-04-18 13:30\""), "2025-04-18 14:45"},
		"two parts, and the rest": {head + back("a", "scope = \"东区\"\nbefore = \"2025-04-18 13:30\"") + back("b", "scope = \"西区\"\nat = \"2025-04-18 14:00\""),
			"2025-04-18 14:45"},
		"all of it is back early": {head + back("a", "at = \"2025-04-18 14:00\""), "2025-04-18 14:00"},
	} {
		file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
		s, problems, err := source.Read(fstest.MapFS{
			"site.toml":     file("name = \"示例\"\nbase_url = \"https://site.example\"\n[service.power]\nname = \"供电\"\n"),
			"a/region.toml": file("name = \"校区\"\nissuer = \"管理委员会\"\n"), "a/n/notice.toml": file(c.facts), "a/n/00-text.md": file("+++\nkind = \"section\"\n+++\n\n{{schedule}}\n")})
		if err != nil || s == nil {
			t.Fatal(name, err, problems)
		}
		span, ok := s.Notices()[0].Milestone("cut").Span()
		if want := testkit.At(t, c.to).Instant; !ok || !span.To.Equal(want) {
			t.Errorf("%s: to %s, want %s", name, span.To.In(site.China), want)
		}
	}
}

// Every mark is a time as an author can write it, and that of a window which ends with a day
// stands where it ends: 5月7日24时, 5月8日5时30分, never 5月7日24时30分.
func TestMarksAreTimesThatExist(t *testing.T) {
	ends := 0
	for seed := range uint64(60) {
		s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 41))))
		if err != nil {
			t.Fatal(seed, err)
		}
		if s == nil {
			continue // the reader refuses one in fifty
		}
		for _, n := range s.Notices() {
			for _, c := range n.Courses {
				for _, step := range c.Settled()[1:] {
					at := step.Mark()
					if read, err := site.ParseMoment(at.String()); at.Known() && (err != nil || read.String() != at.String() || !read.Same(at)) {
						t.Errorf("%d, %s: %s is no time: %v", seed, n.ID, at, err)
					}
					if step.Over && !step.Moment().Exact() && !at.Instant.Equal(step.From) {
						t.Errorf("%d, %s: marked at %s, ends at %s", seed, n.ID, at, step.From.In(site.China))
					}
					if step.Over {
						ends++
					}
				}
			}
		}
	}
	if ends < 50 {
		t.Errorf("only %d ends of windows", ends)
	}
	for end, want := range map[string]string{"2027-05-08 00:00": "2027-05-07 24:00", "2027-05-08 05:30": "2027-05-08 05:30", "2027-05-08 06:00": "2027-05-08 06:00", "2028-03-01 00:00": "2028-02-29 24:00"} {
		if got := site.Clocked(testkit.At(t, end).Instant).String(); got != want {
			t.Errorf("%s: %s, want %s", end, got, want)
		}
	}
}
