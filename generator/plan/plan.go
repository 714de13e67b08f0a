// Package plan lists every output of a site with its path and address, before
// anything is rendered. Two outputs with one path are a problem that names both
// owners. Writers take all their addresses from here, so that a link and the
// file it leads to cannot disagree.
//
// Paths are those of the published tree, with slashes, relative to its root.
// They are a contract: an address never changes once it has been published.
//
// No bytes are made here, with one exception that is handed in: how many milestones a
// calendar can hold follows from the octets that each takes, which only the calendars'
// writer knows (Options.Weigh). A guess made here would put them into other archives, whose
// addresses and contents people have subscribed to. Begin reading at Make; a new kind of
// output is a Kind and a line there, a new kind of sheet a row of package prints.
package plan

import (
	"slices"
	"strings"

	"tonggao/generator/prints"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A Format is a family of outputs with one writer.
type Format string

// The formats, in the order that --formats lists them.
const (
	HTML Format = "html"
	PDF  Format = "pdf"
	ICS  Format = "ics"
	Data Format = "data"

	Bundle Format = "bundle" // made of the files of the others

	OFD  Format = "ofd" // these two where a site or a build asks for them
	DOCX Format = "docx"
)

// OnRequest are the formats that a site can ask for no more; what it had of them is told to
// be lost as one thing.
var OnRequest = []Format{OFD, DOCX, Bundle}

// Formats lists all formats.
var Formats = []Format{HTML, PDF, ICS, Data, Texts, Pictures, Bundle, OFD, DOCX}

// A Kind is what an output is. Those of sheets are listed by package prints, and a sheet
// is of the same kind in every format that spells it.
type Kind string

// The other kinds of output. Those of one format stand together.
const (
	IndexPage     Kind = "index page"
	NotFoundPage  Kind = "not-found page"
	AboutPage     Kind = "about page"
	RegionPage    Kind = "region page"
	SubscribePage Kind = "subscribe page"
	NoticePage    Kind = "notice page"
	EditionPage   Kind = "edition page"
	MilestonePage Kind = "milestone page"
	ChangePage    Kind = "change page"
	MovedPage     Kind = "page that leads on" // at a former address
	Asset         Kind = "asset"              // style or script that pages share

	SiteCalendar      Kind = "site calendar"
	ArchiveCalendar   Kind = "archive calendar"
	RegionCalendar    Kind = "region calendar"
	ServiceCalendar   Kind = "service calendar"
	NoticeCalendar    Kind = "notice calendar"
	EditionCalendar   Kind = "edition calendar"
	MilestoneCalendar Kind = "event file"

	SiteFeed    Kind = "site feed"
	RegionFeed  Kind = "region feed"
	SiteJSON    Kind = "site facts"
	RegionJSON  Kind = "region facts"
	SchemaJSON  Kind = "facts schema"
	Sitemap     Kind = "sitemap"
	SitemapPart Kind = "sitemap part"
	Robots      Kind = "robots file"
	Headers     Kind = "headers file"
	WebConfig   Kind = "settings of IIS"
	Readme      Kind = "readme"
	NoJekyll    Kind = "Pages marker"

	NoticeBundle Kind = "bundle"
)

// An Output is one file that will be published. The fields that its kind does
// not need are zero.
type Output struct {
	Path      string
	Kind      Kind
	Format    Format
	Language  site.Language // of pages; Chinese for all else
	Region    *site.Region
	Notice    *site.Notice
	Audience  *site.Audience
	Milestone *site.Milestone
	Service   *site.Service
	Year      int // of an archive calendar
	Part      int // of a sitemap part, from 1

	Leads string // where the output is now, when Path is a former address of it
}

// A Plan is every output of a site, in path order within each owner.
type Plan struct {
	Site      *site.Site
	PublicKey string // that checks the signature of the manifest, in minisign's form; empty when it is not signed

	now      site.Day // the newest revision's, see site.Site.Newest
	asked    []Format // those beside the usual ones
	formats  []Format // empty for all
	weigh    func(*site.Milestone) int
	notes    problem.List
	parts    []*Plan          // of the site itself, and of each region. What follows is that of one
	regions  map[string]*Plan // by id
	listed   []spot           // the outputs of all parts
	former   map[string]spot  // those at former addresses, which can lie in any folder
	shown    []*event         // by start
	made     []Output         // while it is planned; then kept has them
	kept     kept
	names    []string // of a region: by which its outputs stand in its folder
	doubtful bool     // these do not say where its outputs stand, or two share a path
}

// Options narrow a plan. The zero Options plan everything.
type Options struct {
	Formats []Format // empty for all that the site asks for
	Only    string   // a region id: that region and those below it, without the site's own outputs
	Assets  []string // names of the files that pages share; they are published in AssetDir

	PublicKey string // see Plan

	// Weigh returns the octets of a milestone's event in a calendar; with nil a
	// high guess decides how many events a feed can hold. It is called from many
	// goroutines.
	Weigh func(*site.Milestone) int

	// Memory is that of an earlier plan of the same site, whose Weigh says the same of
	// the same; nil for none.
	Memory *Memory
}

// Make lists the outputs of a site. It reports two outputs that would share a
// path, naming both, at the position of the second one's author, and notes each
// calendar that was cut to its limits.
func Make(s *site.Site, o Options) (*Plan, problem.List) {
	p := &Plan{Site: s, PublicKey: o.PublicKey, now: s.Newest(), asked: o.Formats, formats: o.Formats, weigh: o.Weigh}
	for _, name := range s.Formats {
		p.asked = append(slices.Clip(p.asked), Format(name))
	}
	m := o.Memory
	if m == nil {
		m = &Memory{}
	}
	parts := p.regional(slices.DeleteFunc(slices.Clone(s.Regions), func(r *site.Region) bool {
		return o.Only != "" && r.ID != o.Only && !strings.HasPrefix(r.ID, o.Only+"/")
	}), m)
	for _, name := range o.Assets {
		p.add(HTML, Asset, AssetDir+name, Output{})
	}
	if o.Only == "" {
		p.shown = allShown(parts)
		p.site()
		p.sitemapParts(parts)
	}
	p.keep(nil)
	p.join(parts)
	problems := p.reserved()
	if p.mayClash(parts) {
		problems = append(problems, p.clashes()...)
	}
	p.listed = slices.DeleteFunc(p.listed, func(x spot) bool { return !p.wants(p.recordAt(x).format()) })
	p.weigh, p.shown = nil, nil
	if o.Memory == nil {
		forget(parts)
	}
	return p, append(problems, p.notes...)
}

// wants reports whether the outputs of a format are asked for.
func (p *Plan) wants(f Format) bool { return len(p.formats) == 0 || slices.Contains(p.formats, f) }

func (p *Plan) add(format Format, kind Kind, path string, o Output) {
	o.Format, o.Kind, o.Path, o.Language = format, kind, path, site.Chinese
	p.made = append(p.made, o)
}

// extra adds an output of a format that a site or a build asks for.
func (p *Plan) extra(format Format, kind Kind, path string, o Output) {
	if slices.Contains(p.asked, format) {
		p.add(format, kind, path, o)
	}
}

// page adds a page in every language of the site.
func (p *Plan) page(kind Kind, dir string, o Output) {
	for _, lang := range p.Site.Languages {
		o.Format, o.Kind, o.Language, o.Path = HTML, kind, lang, In(lang, dir+"index.html")
		p.made = append(p.made, o)
	}
}

func (p *Plan) site() {
	none := Output{}
	p.page(IndexPage, "", none)
	p.page(AboutPage, "about/", none)
	p.add(HTML, NotFoundPage, "404.html", none)
	p.archive("", nil, p.shown, p.calendar(SiteCalendar, "calendar.ics", none, p.shown))
	p.feeds(SiteFeed, "", none)
	p.monitors("", none)
	p.clocks()
	p.add(Data, SiteJSON, "notices.json", none)
	p.add(Data, SchemaJSON, "notices.schema.json", none)
	p.add(Data, Sitemap, "sitemap.xml", none)
	p.add(Data, Robots, "robots.txt", none)
	p.add(Data, Headers, "_headers", none)
	p.add(Data, WebConfig, "web.config", none)
	p.add(Data, NoJekyll, ".nojekyll", none)
	p.add(Data, Readme, "README.txt", none)
}

func (p *Plan) region(r *site.Region) {
	o := Output{Region: r}
	dir := RegionDir(r)
	p.page(RegionPage, dir, o)
	p.page(SubscribePage, dir+"subscribe/", o)
	p.archive(dir, r, p.shown, p.calendar(RegionCalendar, dir+"calendar.ics", o, p.shown))
	p.feeds(RegionFeed, dir, o)
	p.monitors(dir, o)
	p.screen(dir, o)
	p.add(Data, RegionJSON, RegionFacts(r), o)
	for _, s := range ServicesOf(r) {
		p.calendar(ServiceCalendar, dir+"service/"+s.ID+".ics", Output{Region: r, Service: s}, ofService(p.shown, s))
	}
	for _, n := range r.Notices {
		p.notice(n)
	}
}

func (p *Plan) notice(n *site.Notice) {
	o := Output{Region: n.Region, Notice: n}
	dir := NoticeDir(n)
	p.page(NoticePage, dir, o)
	p.sheets(prints.OfNotice, dir, o)
	all := ofNotice(p.shown, n)
	p.calendar(NoticeCalendar, dir+"calendar.ics", o, all)
	if p.Site.Bundles(n.Region) {
		p.add(Bundle, NoticeBundle, dir+"bundle.zip", o)
	}
	p.texts(o)
	if p.Site.Has(site.Pictures) {
		p.add(Pictures, SharePicture, TextsDir(n, nil)+"share.png", o)
		p.add(Pictures, SquarePicture, TextsDir(n, nil)+"share-square.png", o)
	}
	p.add(Texts, PlainText, dir+"notice.txt", o)
	for _, a := range n.Editions {
		o, dir := Output{Region: n.Region, Notice: n, Audience: a}, EditionDir(n, a)
		p.page(EditionPage, dir, o)
		p.sheets(prints.OfEdition, dir, o)
		p.calendar(EditionCalendar, dir+"calendar.ics", o, ofAudience(all, a))
		if p.Site.Has(site.EditionTexts) {
			p.texts(o)
		}
	}
	if n.Change() != nil {
		p.page(ChangePage, ChangeDir(n), o)
		p.sheets(prints.OfChange, ChangeDir(n), o)
	}
	for _, m := range n.Milestones {
		o, dir := Output{Region: n.Region, Notice: n, Milestone: m}, MilestoneDir(m)
		p.page(MilestonePage, dir, o)
		p.sheets(prints.OfMilestone, dir, o)
		p.add(ICS, MilestoneCalendar, dir+"event.ics", o)
		if p.Site.Has(site.Pictures) {
			p.add(Pictures, PosterPicture, dir+"poster.png", o)
		}
	}
}
