package site_test

import (
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
