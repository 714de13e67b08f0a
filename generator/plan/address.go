package plan

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// AssetDir is the folder of the style and script that pages share.
const AssetDir = "assets/"

// RegionDir is the folder of a region, with a slash at its end.
func RegionDir(r *site.Region) string { return r.ID + "/" }

// RegionFacts is where the facts of a region stand.
func RegionFacts(r *site.Region) string { return RegionDir(r) + "notices.json" }

// NoticeDir is the folder of a notice.
func NoticeDir(n *site.Notice) string { return n.ID + "/" }

// EditionDir is the folder of a notice's edition.
func EditionDir(n *site.Notice, a *site.Audience) string { return n.ID + "/for/" + a.ID + "/" }

// MilestoneDir is the folder of a milestone.
func MilestoneDir(m *site.Milestone) string { return m.Notice.ID + "/" + m.ID + "/" }

// ChangeDir is the folder of the notice of a notice's newest change.
func ChangeDir(n *site.Notice) string { return n.ID + "/change/" }

// In puts a path into a language: Chinese is at the root, every other language
// below a folder of its own tag in lower case.
func In(lang site.Language, path string) string {
	if lang == site.Chinese {
		return path
	}
	return strings.ToLower(string(lang)) + "/" + path
}

// Reserved are the names that a region, notice or milestone cannot have, since
// the published tree uses them for something else at that place.
var Reserved = []string{"about", "api", "archive", "assets", "change", "embed", "en", "for", "screen", "service", "subscribe", "texts", "zh-hant"}

// reserved reports what stands in the folder of a name that the published tree
// needs, now or when a language is added: its address could not stay.
func (p *Plan) reserved() problem.List {
	var problems problem.List
	check := func(at problem.Position, what, name string) {
		if slices.Contains(Reserved, name) {
			problems.Add(at, "choose another name; it is part of addresses for ever", "%s is called %s, a name that the published site needs for itself", message.Say(what), name)
		}
	}
	for _, r := range p.Site.Regions {
		check(r.At, "the region", path.Base(r.ID))
		for _, n := range r.Notices {
			check(n.At, "the notice", n.Folder)
			for _, m := range n.Milestones {
				check(m.At, "the milestone", m.ID)
			}
		}
	}
	return problems
}

// URL is the absolute address of a path: base_url, each part percent-encoded as
// RFC 3986 asks, without the index.html that a host adds by itself.
func (p *Plan) URL(path string) string {
	path = strings.TrimSuffix(path, "index.html")
	if strings.IndexFunc(path, special) < 0 { // nearly all, and asked for half a million times
		return p.Site.BaseURL + "/" + path
	}
	return p.Site.BaseURL + "/" + (&url.URL{Path: path}).EscapedPath()
}

// Relative is the link from one published file to another. It names index.html,
// so that a copy on a USB stick can be walked through without a server.
func Relative(from, to string) string {
	shared := 0 // octets of the folders that both stand in
	for i := 0; i < len(from) && i < len(to) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			shared = i + 1
		}
	}
	link := strings.Repeat("../", strings.Count(from[shared:], "/")) + to[shared:]
	if strings.IndexFunc(link, special) < 0 {
		return link
	}
	return (&url.URL{Path: link}).String() // with ./ before a name that would read as a scheme, RFC 3986, 4.2
}

// special reports whether a character of a link could be written otherwise.
func special(c rune) bool {
	return !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '/' || c >= 'A' && c <= 'Z' || c == '_')
}
