package html

import (
	"fmt"

	"tonggao/generator/now"
	"tonggao/generator/plan"
	"tonggao/generator/reading"
	"tonggao/generator/site"
)

// An indexView is the way into the site: every region, by province. A country has
// three thousand of them, so a line holds only what its script cannot work out;
// what many lines share stands once: readings, outages, the language.
type indexView struct {
	Lead     string
	Groups   []groupView
	Folded   bool              // so many that provinces begin folded
	Language string            // of names, where all lists say it at once
	Readings map[string]string // syllable → the characters that are read so
	Data     []link
}

// A groupView is a province, or another region without one above it, with all
// that lies below it.
type groupView struct {
	link
	Tag     string // the name's language, where it is not the list's
	Spans   string // of the regions in it that say nothing else
	Regions []regionLink
}

// A regionLink is a region in the index, with what finds it.
type regionLink struct {
	link
	Tag     string // the name's language, where it is not the list's
	ID      string // its code, which makes an address too: index.html#320581
	Code    string // instead, where another region has the same
	Name    string // in Chinese, where the link does not say it
	Reading string // where characters are read otherwise than elsewhere
	Spans   string // where its outages are not those of the region around it
	Notices []link // where there are few regions
	Below   []regionLink

	spelled   string // the name that has the syllables
	syllables []string
}

// A place is a region with what is worked out once for all languages.
type place struct {
	region    *site.Region
	syllables []string // of each character of its name
	namesake  bool     // a region before it has its code
	below     []place
}

// foldFrom is how many regions make an index that is easier to read folded.
const foldFrom = 60

// directories lists the regions at the top, those below in them.
func directories(s *site.Site) []place {
	codes := map[string]bool{}
	var placesOf func(regions []*site.Region) []place
	placesOf = func(regions []*site.Region) []place {
		var places []place
		for _, r := range regions {
			p := place{region: r, syllables: reading.Of(r.Name), namesake: codes[r.Code]}
			codes[r.Code] = true
			p.below = placesOf(r.Children)
			places = append(places, p)
		}
		return places
	}
	var top []*site.Region
	for _, r := range s.Regions {
		if r.Parent == nil {
			top = append(top, r)
		}
	}
	return placesOf(top)
}

// lead says what the site is for, with its own word for a reader's place.
func (p *page) lead() string {
	place := p.Words.Place
	if own := p.voice.Name(p.Site.Place); own.Text != "" && (!own.Chinese || p.output.Language != site.English) {
		place = own.Text
	}
	return fmt.Sprintf(p.Words.IndexLead, place)
}

func (p *page) index() {
	v := &indexView{Folded: len(p.Site.Regions) >= foldFrom}
	p.Index = v
	v.Lead = p.lead()
	p.titled(v.Lead)
	p.script("find.js")
	p.chips()
	if v.Folded && p.mostlyChinese() {
		v.Language = string(site.Chinese)
	}
	for _, g := range p.writer.directory() {
		v.Groups = append(v.Groups, p.group(g))
	}
	v.Readings = spelled(v.Groups)
	v.Data = p.present(link{Href: "calendar.ics", Text: "iCalendar"}, link{Href: plan.In(p.output.Language, "feed.xml"), Text: "Atom"}, link{Href: plan.In(p.output.Language, "feed.json"), Text: "JSON Feed"}, link{Href: "notices.json", Text: "JSON"})
	p.feed(plan.In(p.output.Language, "feed.xml"), "application/atom+xml", "Atom")
	p.feed(plan.In(p.output.Language, "feed.json"), "application/feed+json", "JSON Feed")
	p.feed("calendar.ics", "text/calendar", "iCalendar")
	p.feed("notices.json", "application/json", "JSON")
	p.Meta = append(p.Meta, meta{"ColumnName", p.Words.Index}, meta{"ColumnDescription", p.Description})
	p.linkSite()
}

// spelled says how the characters of an index are read, and gives a line its reading
// where they are read otherwise in it.
func spelled(groups []groupView) map[string]string {
	known := reading.Counts{}
	each(groups, func(l *regionLink) { known.Learn(l.spelled, l.syllables) })
	letters := known.Letters()
	each(groups, func(l *regionLink) { l.Reading = letters.Except(l.spelled, l.syllables) })
	return letters.BySyllable()
}

// each visits all regions of an index.
func each(groups []groupView, visit func(*regionLink)) {
	var below func(regions []regionLink)
	below = func(regions []regionLink) {
		for i := range regions {
			visit(&regions[i])
			below(regions[i].Below)
		}
	}
	for _, g := range groups {
		below(g.Regions)
	}
}

// mostlyChinese reports whether the page calls most regions in Chinese although
// it is not.
func (p *page) mostlyChinese() bool {
	count := 0
	for _, r := range p.Site.Regions {
		if p.in(r).voice.Name(r.Name).Chinese {
			count++
		}
	}
	return 2*count > len(p.Site.Regions)
}

// group lists a province, itself first where it has something to say.
func (p *page) group(g place) groupView {
	name := p.in(g.region).named(p.toPage(plan.RegionDir(g.region)), g.region.Name)
	listed := g.below
	if p.Index.Folded || len(g.region.Notices) > 0 || len(g.below) == 0 { // a folded group's title is no link
		own := g
		own.below = nil
		listed = append([]place{own}, g.below...)
	}
	view := groupView{link: name, Tag: p.tagInIndex(name), Spans: p.Chips.Number(now.Spans(listed[0].region))}
	view.Regions = p.regionLinks(listed, view.Spans)
	return view
}

// regionLinks lists regions that lie in one with the outages around.
func (p *page) regionLinks(places []place, around string) []regionLink {
	var links []regionLink
	for _, b := range places {
		l := p.in(b.region).regionLink(b)
		own := p.Chips.Number(now.Spans(b.region))
		if own != around {
			l.Spans = own
		}
		l.Below = p.regionLinks(b.below, own)
		links = append(links, l)
	}
	return links
}

func (p *page) regionLink(b place) regionLink {
	r := b.region
	l := regionLink{link: p.named(p.toPage(plan.RegionDir(r)), r.Name), syllables: b.syllables}
	l.Tag = p.tagInIndex(l.link)
	if b.namesake {
		l.Code = r.Code
	} else {
		l.ID = r.Code
	}
	l.spelled = l.Text
	if translated := p.output.Language == site.English && !l.Chinese; translated || len([]rune(l.Text)) != len(b.syllables) {
		l.Name, l.spelled = r.Name, r.Name
	}
	if p.Index.Folded {
		return l
	}
	for _, n := range r.Notices {
		notice := p.entitled(p.toPage(plan.NoticeDir(n)), n.Title)
		notice.Note, notice.Mark = p.voice.Day(n.Issued), p.voice.NoticeChange(n)
		l.Notices = append(l.Notices, notice)
	}
	return l
}

// tagInIndex is the language of a region's name where the list does not say it.
func (p *page) tagInIndex(name link) string {
	switch {
	case p.Index.Language == "":
		return tag(name.Chinese)
	case !name.Chinese:
		return p.Language
	}
	return ""
}
