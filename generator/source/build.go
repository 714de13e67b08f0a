package source

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"

	"tonggao/generator/advice"
	"tonggao/generator/folders"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
	"tonggao/generator/toml"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// site turns the folders into a Site. What inherits from a file that is broken or
// missing is left out: half of what would be said of it would be untrue.
func (r *reader) site(root *folders.Folder, m *Memory) *site.Site {
	if root.Facts == nil {
		return &site.Site{}
	}
	if r.origins != nil || m.head == nil || m.head.facts != root.Facts || !slices.Equal(m.head.dictionaries, root.Dictionaries) {
		m.head = headOf(root, r.origins)
	}
	h, s := m.head, m.head.site
	r.Problems = append(r.Problems, h.problems...)
	r.history = h.history
	for _, n := range root.Notices {
		r.Problems.Add(problem.Position{File: path.Join(Root, n.Name)}, "move it into a region's folder", "a notice stands outside every region")
	}
	r.regions(&s, root.Regions, h, m)
	s.Bundled = r.bundled(root.Facts, &s)
	r.checkFormers(&s)
	s.Values = r.Values
	r.lintDictionaries(root, advice.DictionariesOf(&s))
	return &s
}

func (r *reader) languages(facts *toml.Node) []site.Language {
	written := facts.Texts("languages")
	if len(written) == 0 {
		return []site.Language{site.Chinese}
	}
	if written[0] != string(site.Chinese) {
		r.Problems.Add(facts.ValueAt("languages"), `begin the list with "zh-CN"`, "languages does not begin with zh-CN")
	}
	var all []site.Language
	for _, l := range written {
		if slices.Contains(all, site.Language(l)) {
			r.Problems.Add(facts.ValueAt("languages"), "name it once", "languages names %s twice", l)
			continue
		}
		all = append(all, site.Language(l))
	}
	return all
}

// checkLogo reports a logo that is no file of the templates. One that is missing
// there is told by Logo.
func (r *reader) checkLogo(mark *toml.Node) {
	logo := mark.Text("logo")
	if logo != "" && (!fs.ValidPath(logo) || path.Ext(logo) != ".svg") {
		r.Problems.Add(mark.ValueAt("logo"), `write it from the templates folder on: "assets/logo.svg"`, "logo = %q is no SVG file of the templates", logo)
	}
}

// lookOf reads [mark]; the name mark is the scanner's.
func lookOf(n *toml.Node) site.Mark {
	m := site.Mark{Logo: n.Text("logo"), Colors: map[string]site.Color{}}
	if m.Logo != "" {
		m.LogoAt = n.ValueAt("logo")
	}
	for _, c := range n.Get("colors").Entries() {
		value, _ := c.Scalar.(string)
		m.Colors[c.Key] = site.Color{Value: value, At: c.At}
	}
	return m
}

func foot(n *toml.Node) site.Foot {
	return site.Foot{Host: n.Text("host"), Organiser: n.Text("organiser"), Contact: n.Text("contact"), ICP: n.Text("icp"),
		Police: n.Text("police"), SiteID: n.Text("site_id"), ReportURL: n.Text("report_url")}
}

// inherited is what a region takes over from the one above it.
type inherited struct {
	words       words
	tree        *toml.Node // what origins need of it; nil unless they are asked for
	hotlines    []string
	contacts    []*site.Contact
	channels    []*site.Channel
	translation site.Translation
	notices     map[string]cascading // by folder name
}

// A cascading notice is a parent's notice that the regions below issue too.
type cascading struct {
	facts     *toml.Node
	fragments []*fragment
	notice    *site.Notice   // the parent's own; nil when it was broken
	told      *advice.Notice // likewise
	root      string         // the id of the notice that all inherit from
	broken    bool           // its file is, so that nothing true can be said of those below
}

var code = regexp.MustCompile(`^[0-9]{6}$`)

func (r *reader) region(s *site.Site, parent *site.Region, f *folders.Folder, from inherited) {
	facts := f.Facts
	if facts == nil {
		return
	}
	toml.Require(facts, schema.RegionTable, message.Say("the region"), &r.Problems)
	region := &site.Region{ID: f.Name, Name: facts.Text("name"), Code: facts.Text("code"), Issuer: facts.Text("issuer"), OtherNames: facts.Texts("other_names"),
		Seal: facts.Flag("seal"), SiteID: facts.Text("site_id"), Parent: parent, At: facts.At}
	if region.Code != "" && !code.MatchString(region.Code) {
		r.Problems.Add(facts.ValueAt("code"), "a GB/T 2260 code has six digits, such as 320581", "code = %q is no region code", region.Code)
	}
	region.Called = called(facts, region.ID, homeOf(parent))
	r.claim(facts, homeOf(parent).id, region.ID)
	words := from.words.extend(facts, &r.Problems)
	region.Vocabulary = words.Vocabulary
	region.Hotlines = orElse(facts.Texts("hotlines"), from.hotlines)
	region.Contacts = orElse(r.contacts(facts), from.contacts)
	region.Channels = orElse(ownChannels(region, facts), from.channels)
	region.Translation = translation(from.translation, f.Dictionaries)
	s.Regions = append(s.Regions, region)
	if parent != nil {
		parent.Children = append(parent.Children, region)
	}
	down := inherited{words: words, hotlines: region.Hotlines, contacts: region.Contacts, channels: region.Channels, translation: region.Translation,
		tree: r.origins.KeepRegion(region.ID, facts, words.tree, from.tree)}
	down.notices = r.notices(region, words, f, from.notices)
	for _, below := range f.Regions {
		r.region(s, region, below, down)
	}
}

// ownChannels are the channels that the region's own file names.
func ownChannels(region *site.Region, facts *toml.Node) []*site.Channel {
	var own []*site.Channel
	for _, n := range facts.Get("channel").Entries() {
		if c := region.Vocabulary.Channel(n.Key); c != nil {
			own = append(own, c)
		}
	}
	return own
}

func orElse[T any](own, other []T) []T {
	if len(own) > 0 {
		return own
	}
	return other
}

func (r *reader) contacts(facts *toml.Node) []*site.Contact {
	var contacts []*site.Contact
	for _, n := range facts.Get("contact").Entries() {
		toml.Require(n, schema.ContactTable, message.Say("contact %s", n.Key), &r.Problems)
		r.checkAddress(n, "url")
		c := &site.Contact{ID: n.Key, Name: n.Text("name"), Phones: n.Texts("phones"), Hours: n.Text("hours"), URL: n.Text("url"), Note: n.Text("note")}
		for _, l := range n.Get("line").Entries() {
			toml.Require(l, schema.LineTable, message.Say("line %s", l.Key), &r.Problems)
			c.Lines = append(c.Lines, site.Line{Purpose: l.Text("purpose"), Phones: l.Texts("phones")})
		}
		contacts = append(contacts, c)
	}
	return contacts
}

// notices builds the notices that a region issues, its own and inherited, and
// returns those that its children inherit.
func (r *reader) notices(region *site.Region, words words, f *folders.Folder, above map[string]cascading) map[string]cascading {
	own := map[string]*folders.Folder{}
	for _, n := range f.Notices {
		own[path.Base(n.Name)] = n
	}
	names := slices.Sorted(maps.Keys(own))
	for name := range above {
		if own[name] == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	below := map[string]cascading{}
	for _, name := range names {
		if c, cascades := r.issue(region, words, name, own[name], above[name]); cascades {
			below[name] = c
		}
	}
	return below
}

// issue builds one notice of a region and says whether it goes on to those below.
func (r *reader) issue(region *site.Region, words words, name string, own *folders.Folder, above cascading) (cascading, bool) {
	if above.broken || own != nil && own.Facts == nil {
		return cascading{broken: true}, true
	}
	merged, files := above.facts, above.fragments
	var left []*fragment
	if own != nil {
		if r.orphan(region, name, own, above) {
			return cascading{broken: true}, true
		}
		r.checkOmits(own, above)
		merged = toml.Merge(above.facts, own.Facts)
		files, left = overlay(above.fragments, own.Fragments)
		joinRevisions(merged, above.facts, own.Facts)
		ownTimes(merged, own.Facts)
	}
	root := cmp.Or(above.root, region.ID+"/"+name)
	b := &noticeBuilder{facts: merged, lines: r.lines, region: region, above: above, problems: &r.Problems, inherits: own == nil || len(own.Fragments) == 0,
		published: merged.Get("publish") == nil || merged.Flag("publish"), due: merged.Day("publish")}
	notice := b.build(name, files, words)
	notice.History = notice.Becomes(r.history)
	notice.Digest()
	told := b.told(files, root)
	r.Problems = append(r.Problems, r.Colleague.Notice(told)...)
	r.claimAll(b)
	r.gate.publishes(b)
	r.keep(b, files, left)
	switch {
	case b.published:
		region.Notices = append(region.Notices, notice)
	case b.due != (site.Day{}) || !merged.Flag("cascade"):
		region.Held = append(region.Held, site.Held{Notice: notice, Due: b.due})
	}
	return cascading{facts: merged.Without("publish"), fragments: files, notice: notice, told: told, root: root}, merged.Flag("cascade")
}

// joinRevisions keeps the parent's revisions beside the child's own, as both
// changed what the child publishes; those up to its own issue did not.
func joinRevisions(merged, parent, child *toml.Node) {
	above, own := parent.Get("revision"), child.Get("revision")
	if above == nil || own == nil {
		return
	}
	joined := *own
	joined.List, joined.Over = slices.Concat(above.List, own.List), nil
	merged.Set(&joined)
}

// timeKeys together are a milestone's time; windowKeys belong to it.
var (
	timeKeys   = []string{"at", "tbd", "after", "before", "move"}
	windowKeys = []string{"until", "expected"}
)

// ownTimes takes the rest of an inherited time away from a milestone to which the
// child gave a time of its own: the moves above never happened to it.
func ownTimes(merged, child *toml.Node) {
	for _, m := range child.Get("milestone").Entries() {
		whole := merged.Get("milestone").Get(m.Key)
		whole.OneOf(m, "service", "services")
		if whole == nil || !slices.ContainsFunc(timeKeys, func(k string) bool { return m.Get(k) != nil }) {
			continue
		}
		for _, k := range slices.Concat(timeKeys, windowKeys) {
			if m.Get(k) == nil {
				whole.Remove(k)
			}
		}
	}
}
