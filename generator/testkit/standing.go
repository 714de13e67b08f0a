package testkit

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"tonggao/generator/site"
)

// A Standing is a small site and how its services stand at some instants. The rules
// and the script of the pages are held by the same Standings.
type Standing struct {
	Name    string
	Site    string   // more of site.toml
	Notices []string // newest first; a line is a milestone: id kind service | key = value | … | moved from TIME
	Says    []string // instant service[/part] state; the part is a scope, an id or "rest", which may be absent
}

// Files are the site's files: a region whose notices were issued a day apart. More is what
// each of them has besides.
func (s Standing) Files(more string) fs.FS {
	files := fstest.MapFS{"a/region.toml": {Data: []byte("name = \"甲市\"\nissuer = \"甲市水务局\"\n")}, "site.toml": {Data: []byte("name = \"公告\"\nbase_url = \"https://site.example\"\n[service.water]\nname = \"供水\"\n" +
		"[audience.p0]\nname = \"个人\"\n[audience.p1]\nname = \"单位\"\n[channel.c0]\nname = \"窗口\"\n[channel.c1]\nname = \"网上\"\n" + s.Site)}}
	for i, lines := range s.Notices {
		files[fmt.Sprintf("a/n%d/notice.toml", len(s.Notices)-i)] = &fstest.MapFile{Data: []byte(notice(2-i, lines) + more)}
	}
	return files
}

// notice writes a notice of the lines of a standing.
func notice(day int, lines string) string {
	text, revised := fmt.Sprintf("title = \"关于停水的通告\"\nissued = 2024-05-%02d\n", day), ""
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		keys := strings.Split(strings.TrimSpace(line), " | ")
		head := strings.Fields(keys[0])
		text += fmt.Sprintf("[milestone.%s]\nkind = %q\ntext = \"事项\"\n", head[0], head[1])
		if len(head) > 2 {
			text += fmt.Sprintf("service = %q\n", head[2])
		}
		for _, key := range keys[1:] {
			if from, moved := strings.CutPrefix(key, "moved from "); moved {
				key = fmt.Sprintf("[[milestone.%s.move]]\nfrom = %q\non = 2024-05-03\nwhy = \"抢修\"", head[0], from)
				revised = "[[revision]]\non = 2024-05-03\nwhat = \"时间调整\"\n"
			}
			text += key + "\n"
		}
	}
	return text + revised
}

// A Claim is one line of what a Standing says.
type Claim struct {
	At     time.Time
	Course *site.Course
	State  string // a site.State, or "history"
}

// Claims reads what is said of the courses of the standing's region. Where no part is
// named, the service has one course only.
func (s Standing) Claims(t testing.TB, courses []*site.Course) []Claim {
	t.Helper()
	var claims []Claim
	for _, line := range s.Says {
		f := strings.Fields(line)
		service, part, _ := strings.Cut(f[2], "/")
		var found []*site.Course
		for _, c := range courses {
			if c.Service.ID == service && (part == "" || named(c.Lane, part)) {
				found = append(found, c)
			}
		}
		if f[3] == "absent" && len(found) == 0 {
			continue
		}
		if len(found) != 1 || f[3] == "absent" {
			t.Errorf("%s: %s has %d courses", s.Name, f[2], len(found))
			continue
		}
		claims = append(claims, Claim{At(t, f[0]+" "+f[1]).Instant, found[0], f[3]})
	}
	return claims
}

func named(l site.Lane, part string) bool {
	return l.Scope == part || l.Rest && part == "rest" || slices.ContainsFunc(l.Audience, func(a *site.Audience) bool { return a.ID == part }) ||
		slices.ContainsFunc(l.Channels, func(c *site.Channel) bool { return c.ID == part })
}
