package source

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// site turns the folders into a Site. What inherits from a file that is broken or
// missing is left out: half of what would be said of it would be untrue.
func (r *reader) site(root *folder) *site.Site {
	facts := root.facts
	if facts == nil {
		return &site.Site{}
	}
	require(facts, schema.SiteTable, "the site", &r.problems)
	s := &site.Site{Name: facts.text("name"), BaseURL: strings.TrimSuffix(facts.text("base_url"), "/"), Hotlines: facts.texts("hotlines"),
		Mark: lookOf(facts.get("mark")), Foot: foot(facts.get("foot")), Languages: r.languages(facts), Formats: facts.texts("formats"),
		BaseURLAt: facts.valueAt("base_url"), Sample: facts.flag("sample")}
	r.checkBase(facts)
	r.checkAddress(orEmpty(facts.get("foot"), facts.at), "report_url")
	r.checkLogo(facts.get("mark"))
	s.Framers = r.framers(facts)
	s.Place, s.Ask = facts.get("words").text("place"), facts.get("words").text("now")
	r.history = defaultHistory
	if n := facts.get("history_after"); n != nil {
		r.history = int(n.scalar.(float64))
	}
	top := words{own: ownWords(facts.get("words"), site.Own{})}.extend(facts, &r.problems)
	s.Vocabulary = top.Vocabulary
	s.Translation = translation(nil, root.dictionaries)
	for _, n := range root.notices {
		r.problems.Add(r.at(n.name), "move it into a region's folder", "a notice stands outside every region")
	}
	down := inherited{words: top, hotlines: s.Hotlines, translation: s.Translation, tree: r.origins.keepRegion("", facts, top.tree, nil)}
	for _, f := range root.regions {
		r.region(s, nil, f, down)
	}
	for _, region := range s.Regions {
		sortNotices(region.Notices)
	}
	r.checkFormers(s)
	r.lintDictionaries(root, s.Regions, s)
	return s
}

// defaultHistory is how many days after its last time a notice becomes history.
const defaultHistory = 30

func orEmpty(n *node, at problem.Position) *node {
	if n != nil {
		return n
	}
	return &node{at: at, value: at, table: map[string]*node{}}
}

func (r *reader) languages(facts *node) []site.Language {
	written := facts.texts("languages")
	if len(written) == 0 {
		return []site.Language{site.Chinese}
	}
	if written[0] != string(site.Chinese) {
		r.problems.Add(facts.valueAt("languages"), `begin the list with "zh-CN"`, "languages does not begin with zh-CN")
	}
	var all []site.Language
	for _, l := range written {
		if slices.Contains(all, site.Language(l)) {
			r.problems.Add(facts.valueAt("languages"), "name it once", "languages names %s twice", l)
			continue
		}
		all = append(all, site.Language(l))
	}
	return all
}

// checkLogo reports a logo that is no file of the templates. One that is missing
// there is told by Logo.
func (r *reader) checkLogo(mark *node) {
	logo := mark.text("logo")
	if logo != "" && (!fs.ValidPath(logo) || path.Ext(logo) != ".svg") {
		r.problems.Add(mark.valueAt("logo"), `write it from the templates folder on: "assets/logo.svg"`, "logo = %q is no SVG file of the templates", logo)
	}
}

// lookOf reads [mark]; the name mark is the scanner's.
func lookOf(n *node) site.Mark {
	m := site.Mark{Logo: n.text("logo"), Colors: map[string]string{}}
	if m.Logo != "" {
		m.LogoAt = n.valueAt("logo")
	}
	for _, c := range n.get("colors").entries() {
		m.Colors[c.key], _ = c.scalar.(string)
	}
	return m
}

func foot(n *node) site.Foot {
	return site.Foot{Host: n.text("host"), Organiser: n.text("organiser"), Contact: n.text("contact"), ICP: n.text("icp"),
		Police: n.text("police"), SiteID: n.text("site_id"), ReportURL: n.text("report_url")}
}

// inherited is what a region takes over from the one above it.
type inherited struct {
	words       words
	tree        *node // what origins need of it; nil unless they are asked for
	hotlines    []string
	contacts    []*site.Contact
	channels    []*site.Channel
	translation site.Translation
	notices     map[string]cascading // by folder name
}

// A cascading notice is a parent's notice that the regions below issue too.
type cascading struct {
	facts     *node
	fragments []*fragment
	notice    *site.Notice // the parent's own; nil when it was broken
	root      string       // the id of the notice that all inherit from
	broken    bool         // its file is, so that nothing true can be said of those below
}

var code = regexp.MustCompile(`^[0-9]{6}$`)

func (r *reader) region(s *site.Site, parent *site.Region, f *folder, from inherited) {
	facts := f.facts
	if facts == nil {
		return
	}
	require(facts, schema.RegionTable, "the region", &r.problems)
	region := &site.Region{ID: f.name, Name: facts.text("name"), Code: facts.text("code"), Issuer: facts.text("issuer"), OtherNames: facts.texts("other_names"),
		Seal: facts.flag("seal"), SiteID: facts.text("site_id"), Parent: parent, At: facts.at}
	if region.Code != "" && !code.MatchString(region.Code) {
		r.problems.Add(facts.valueAt("code"), "a GB/T 2260 code has six digits, such as 320581", "code = %q is no region code", region.Code)
	}
	region.Called = called(facts, region.ID, homeOf(parent))
	r.claim(facts, homeOf(parent).id, region.ID)
	words := from.words.extend(facts, &r.problems)
	region.Vocabulary = words.Vocabulary
	region.Hotlines = orElse(facts.texts("hotlines"), from.hotlines)
	region.Contacts = orElse(r.contacts(facts), from.contacts)
	region.Channels = orElse(ownChannels(region, facts), from.channels)
	region.Translation = translation(from.translation, f.dictionaries)
	s.Regions = append(s.Regions, region)
	if parent != nil {
		parent.Children = append(parent.Children, region)
	}
	down := inherited{words: words, hotlines: region.Hotlines, contacts: region.Contacts, channels: region.Channels, translation: region.Translation,
		tree: r.origins.keepRegion(region.ID, facts, words.tree, from.tree)}
	down.notices = r.notices(region, words, f, from.notices)
	for _, below := range f.regions {
		r.region(s, region, below, down)
	}
}

// ownChannels are the channels that the region's own file names.
func ownChannels(region *site.Region, facts *node) []*site.Channel {
	var own []*site.Channel
	for _, n := range facts.get("channel").entries() {
		if c := region.Vocabulary.Channel(n.key); c != nil {
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

func (r *reader) contacts(facts *node) []*site.Contact {
	var contacts []*site.Contact
	for _, n := range facts.get("contact").entries() {
		require(n, schema.ContactTable, "contact "+n.key, &r.problems)
		r.checkAddress(n, "url")
		c := &site.Contact{ID: n.key, Name: n.text("name"), Phones: n.texts("phones"), Hours: n.text("hours"), URL: n.text("url"), Note: n.text("note")}
		for _, l := range n.get("line").entries() {
			require(l, schema.LineTable, "line "+l.key, &r.problems)
			c.Lines = append(c.Lines, site.Line{Purpose: l.text("purpose"), Phones: l.texts("phones")})
		}
		contacts = append(contacts, c)
	}
	return contacts
}

// notices builds the notices that a region issues, its own and inherited, and
// returns those that its children inherit.
func (r *reader) notices(region *site.Region, words words, f *folder, above map[string]cascading) map[string]cascading {
	own := map[string]*folder{}
	for _, n := range f.notices {
		own[n.name[strings.LastIndexByte(n.name, '/')+1:]] = n
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
func (r *reader) issue(region *site.Region, words words, name string, own *folder, above cascading) (cascading, bool) {
	if above.broken || own != nil && own.facts == nil {
		return cascading{broken: true}, true
	}
	merged, files := above.facts, above.fragments
	if own != nil {
		if r.orphan(region, name, own, above) {
			return cascading{broken: true}, true
		}
		r.checkOmits(own, above)
		merged, files = merge(above.facts, own.facts), overlay(above.fragments, own.fragments)
		joinRevisions(merged, above.facts, own.facts)
		ownTimes(merged, own.facts)
	}
	root := cmp.Or(above.root, region.ID+"/"+name)
	b := &noticeBuilder{facts: merged, region: region, above: above, problems: &r.problems, published: merged.get("publish") == nil || merged.flag("publish"), due: due(merged)}
	notice := b.build(name, files, words)
	notice.History = notice.Becomes(r.history)
	notice.Digest()
	b.lintFamily(r.family, root)
	r.relate(b, files)
	r.claimAll(b)
	r.gate.publishes(b)
	r.origins.keepNotice(notice.ID, &issued{facts: merged, words: b.vocabulary.tree, region: r.origins.region(region.ID), fragments: files, left: own.leftOut()})
	switch {
	case b.published:
		region.Notices = append(region.Notices, notice)
	case b.due != (site.Day{}) || !merged.flag("cascade"):
		region.Held = append(region.Held, site.Held{Notice: notice, Due: b.due})
	}
	return cascading{facts: merged.without("publish"), fragments: files, notice: notice, root: root}, merged.flag("cascade")
}

// joinRevisions keeps the parent's revisions beside the child's own, as both
// changed what the child publishes; those up to its own issue did not.
func joinRevisions(merged, parent, child *node) {
	above, own := parent.get("revision"), child.get("revision")
	if above == nil || own == nil {
		return
	}
	joined := *own
	joined.list, joined.over = slices.Concat(above.list, own.list), nil
	merged.set(&joined)
}

// timeKeys together are a milestone's time; windowKeys belong to it.
var (
	timeKeys   = []string{"at", "tbd", "after", "before", "move"}
	windowKeys = []string{"until", "expected"}
)

// ownTimes takes the rest of an inherited time away from a milestone to which the
// child gave a time of its own: the moves above never happened to it.
func ownTimes(merged, child *node) {
	for _, m := range child.get("milestone").entries() {
		whole := merged.get("milestone").get(m.key)
		whole.oneOf(m, "service", "services")
		if whole == nil || !slices.ContainsFunc(timeKeys, func(k string) bool { return m.get(k) != nil }) {
			continue
		}
		for _, k := range slices.Concat(timeKeys, windowKeys) {
			if m.get(k) == nil {
				whole.remove(k)
			}
		}
	}
}

// oneOf keeps, of two inherited keys that mean one thing, the one that the child has.
func (n *node) oneOf(child *node, a, b string) {
	switch {
	case n == nil:
	case child.get(a) != nil && child.get(b) == nil:
		n.remove(b)
	case child.get(b) != nil && child.get(a) == nil:
		n.remove(a)
	}
}
