package html

import (
	"cmp"
	"html/template"
	"net/url"

	"tonggao/generator/now"
	"tonggao/generator/phone"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/words"
)

// A page is what the template of any page sees. The fields after Head are set by
// the view of the page's own kind; those that it does not use are zero.
type page struct {
	writer *Writer
	output plan.Output
	voice  phrase.Voice

	Head
	Words *words.Page
	Site  *site.Site
	Name  phrase.Run // of the site
	Logo  template.HTML

	Crumbs    []link // from the index down to the page above this one
	Languages []link // this page in every language, when there are several
	Home      string
	AtHome    bool
	About     string
	Subscribe string

	Ask       string     // stands above the answer for the present
	Now       *now.View  // what the script needs to answer for the present
	NowScript string     // runs where it stands, before what is below is painted
	Chips     *now.Chips // what the script marks notices and regions in lists with
	Index     *indexView
	Region    *regionView
	Notice    *noticeView
	Mile      *milestoneView
	Feeds     *subscribeView
	Facts     []definition // the about page's table
	Verify    *verifyView  // the about page's form
	Kit       *kitView     // the texts page
	Screen    *screenView  // the page of a television, or the widget
	Missing   *inlineStyle // the not-found page's style
	Moved     *link        // where a page at a former address leads
	Help      string       // and what to do
	Elsewhere []link       // where it leads: regions at the top
	Foreign   []link       // what it says in other languages

	phones *phone.Finder // telephone numbers in its article, see callable
	notes  *notes
}

// Head is what stands in a page's head element.
type Head struct {
	Language    string
	Title       string // with the site's name behind it
	Description string
	Canonical   string
	Type        string // Open Graph: website or article
	Alternates  []link // other languages: Language and absolute Href
	Twins       []feedLink
	Meta        []meta
	Linked      []any  // JSON-LD
	Picture     string // what chats show beside a link; absolute
	Styles      []string
	Scripts     []string // deferred
	Early       string   // the one script that runs before the page is painted
}

// A link leads from this page to another file, by a relative address unless it
// says otherwise.
type link struct {
	Href     string
	Text     string
	Seams    []seam // of a text that is a title
	Mark     string // of a notice: its newest change
	Note     string
	Language string // of the target, where it is not the page's
	Current  bool
	Chinese  bool // the text is Chinese although the page is not
}

// A feedLink announces a machine-readable twin of the page.
type feedLink struct{ Href, Type, Title string }

// A meta element, as 政府网站发展指引 names them.
type meta struct{ Name, Content string }

// A definition is a name with what it stands for.
type definition struct {
	Name, Text string
	Chinese    bool
}

// stylesOf names the style sheets of a page: a notice carries none that only
// other pages need.
func stylesOf(o plan.Output) []string {
	sheets := []string{"frame.css", "facts.css", "lists.css"}
	if o.Kind == plan.NoticePage || o.Kind == plan.EditionPage || o.Kind == plan.ChangePage {
		sheets[2] = "prose.css"
	}
	if o.Language == site.Traditional {
		sheets = append(sheets, "hant.css")
	}
	return sheets
}

// page begins the view of an output with what all pages have.
func (w *Writer) page(o plan.Output, t *notes) *page {
	s := w.plan.Site
	p := &page{writer: w, output: o, notes: t.about(o.Notice), voice: phrase.In(o.Language).With(translation(s, o.Region)), Site: s, Logo: w.logo}
	p.Words = words.In(o.Language).Said(func(text string) string { return p.voice.Theirs(text, o.Services(s)) })
	p.Head = Head{Language: string(o.Language), Canonical: w.plan.URL(cmp.Or(o.Leads, o.Path)), Type: "website"}
	p.Name = p.voice.Name(s.Name)
	p.Ask = p.Words.NowHeading
	if own := p.voice.Name(s.Ask); own.Text != "" && !own.Chinese {
		p.Ask = own.Text
	}
	for _, name := range stylesOf(o) {
		p.Styles = append(p.Styles, p.to(plan.AssetDir+name))
	}
	p.Early = p.to(plan.AssetDir + "early.js")
	p.Home, p.AtHome = p.toPage(""), o.Kind == plan.IndexPage
	p.About = p.toPage("about/")
	const tags = 9 // of a notice
	p.Meta = append(make([]meta, 0, tags), meta{"SiteName", s.Name}, meta{"SiteDomain", domain(s.BaseURL)})
	if id := siteID(s, o.Region); id != "" {
		p.Meta = append(p.Meta, meta{"SiteIDCode", id})
	}
	p.languages()
	return p
}

func domain(base string) string {
	u, err := url.Parse(base)
	if err != nil {
		return ""
	}
	return u.Host
}

func siteID(s *site.Site, r *site.Region) string {
	for ; r != nil; r = r.Parent {
		if r.SiteID != "" {
			return r.SiteID
		}
	}
	return s.Foot.SiteID
}

// languages links the page to itself in every language that it is in.
func (p *page) languages() {
	for _, v := range p.writer.plan.Versions(p.output) {
		p.Alternates = append(p.Alternates, link{Href: p.writer.plan.URL(v.Path), Language: string(v.Language)})
		if v.Language != plan.AnyLanguage {
			p.Languages = append(p.Languages, link{Href: p.to(v.Path), Text: words.Languages[v.Language], Language: string(v.Language), Current: v.Language == p.output.Language})
		}
	}
}

// translation is what authors' words are in other languages on the pages of a
// region, or of the site.
func translation(s *site.Site, r *site.Region) site.Translation {
	if r != nil {
		return r.Translation
	}
	return s.Translation
}

// in is the page with the voice of a region's translations, for what an index says
// of that region.
func (p *page) in(r *site.Region) *page {
	other := *p
	other.voice = phrase.In(p.output.Language).With(r.Translation)
	return &other
}

// titled sets the title, with the site's name behind it, and, for search results,
// the description.
func (p *page) titled(description string, title ...string) {
	p.Title, p.Description = join(append(title, p.Name.Text), " - "), description
}

// say words an author's name.
func (p *page) say(text string) string { return p.voice.Name(text).Text }

// named is a link that is called by an author's words.
func (p *page) named(href, text string) link {
	name := p.voice.Name(text)
	return link{Href: href, Text: name.Text, Chinese: name.Chinese}
}

// defined is a definition by authors' words.
func (p *page) defined(name string, texts ...string) definition {
	all := p.voice.Names(texts)
	return definition{name, all.Text, all.Chinese}
}

// to is the link to a published file.
func (p *page) to(path string) string { return plan.Relative(p.output.Path, path) }

// toPage is the link to a folder's page in this page's language, or "" when the
// plan has no such page, as under --only.
func (p *page) toPage(dir string) string {
	path := plan.In(p.output.Language, dir+"index.html")
	if !p.writer.planned(path) {
		return ""
	}
	return p.to(path)
}

// toFile is the link to a file that is the same in all languages, or "" when the
// plan has none, as under --formats.
func (p *page) toFile(path string) string {
	if !p.writer.planned(path) {
		return ""
	}
	return p.to(path)
}

// tag is the language of words where it is not the page's.
func tag(chinese bool) string {
	if chinese {
		return string(site.Chinese)
	}
	return ""
}

// script has the page run a script of assets/ once it has been read.
func (p *page) script(name string) { p.Scripts = append(p.Scripts, p.to(plan.AssetDir+name)) }

// crumb adds a step of the breadcrumbs, called by an author's words.
func (p *page) crumb(dir, text string) {
	l := p.named(p.toPage(dir), text)
	l.Current = p.output.Path == plan.In(p.output.Language, dir+"index.html")
	p.Crumbs = append(p.Crumbs, l)
}

// home begins the breadcrumbs with the index.
func (p *page) home() {
	const steps = 6 // of most pages
	p.Crumbs = append(make([]link, 0, steps), link{Href: p.Home, Text: p.Words.Index})
}

// crumbs leads from the index to a region.
func (p *page) crumbs(r *site.Region) {
	p.home()
	var chain []*site.Region
	for ; r != nil; r = r.Parent {
		chain = append(chain, r)
	}
	for i := len(chain) - 1; i >= 0; i-- {
		p.crumb(plan.RegionDir(chain[i]), chain[i].Name)
	}
}

// feed announces a file in the head when the plan has it.
func (p *page) feed(path, mime, title string) {
	if p.writer.planned(path) {
		p.Twins = append(p.Twins, feedLink{p.to(path), mime, title})
	}
}

// regionFeeds announces what a region's subscribers can read by program.
func (p *page) regionFeeds(r *site.Region) {
	dir := plan.RegionDir(r)
	p.feed(plan.In(p.output.Language, dir+"feed.xml"), "application/atom+xml", "Atom")
	p.feed(plan.In(p.output.Language, dir+"feed.json"), "application/feed+json", "JSON Feed")
	p.feed(dir+"calendar.ics", "text/calendar", "iCalendar")
	p.feed(dir+"notices.json", "application/json", "JSON")
}
