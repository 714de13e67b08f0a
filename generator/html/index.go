package html

import (
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// An indexView is the way into the site: every region, by province.
type indexView struct {
	Groups []groupView
	Count  int
	Folded bool // so many that provinces begin folded
	Data   []link
}

// A groupView is a province, or another region without one above it, with all
// that lies below it.
type groupView struct {
	link
	Keys    string
	Regions []regionLink
}

// A regionLink is a region in the index, with what finds it.
type regionLink struct {
	link
	Keys    string // pinyin, initials, code, with spaces between
	Depth   int    // below its province
	Spans   string // the number of its outages in the page
	Notices []link // where there are few regions
}

// A group is a province with its regions, worked out once for all languages.
type group struct {
	region *site.Region
	keys   string
	below  []place
}

type place struct {
	region *site.Region
	keys   string
	depth  int
}

// foldFrom is how many regions make an index that is easier to read folded.
const foldFrom = 60

func directories(s *site.Site) []group {
	var groups []group
	for _, r := range s.Regions {
		if r.Parent != nil {
			last := &groups[len(groups)-1]
			last.below = append(last.below, place{r, keys(r), depth(r) - 1})
			continue
		}
		groups = append(groups, group{region: r, keys: keys(r)})
	}
	return groups
}

func depth(r *site.Region) int {
	d := 0
	for ; r.Parent != nil; r = r.Parent {
		d++
	}
	return d
}

func (p *page) index() {
	v := &indexView{Count: len(p.Site.Regions), Folded: len(p.Site.Regions) >= foldFrom}
	p.titled(p.Words.IndexLead)
	p.script("find.js")
	p.chips()
	for _, g := range p.writer.directory {
		view := groupView{link: p.in(g.region).named(p.toPage(plan.RegionDir(g.region)), g.region.Name), Keys: g.keys}
		if len(g.region.Notices) > 0 || len(g.below) == 0 {
			view.Regions = append(view.Regions, p.regionLink(place{g.region, g.keys, 0}, v.Folded))
		}
		for _, b := range g.below {
			view.Regions = append(view.Regions, p.regionLink(b, v.Folded))
		}
		v.Groups = append(v.Groups, view)
	}
	v.Data = p.present(link{Href: "calendar.ics", Text: "iCalendar"}, link{Href: "feed.xml", Text: "Atom"}, link{Href: "notices.json", Text: "JSON"})
	p.Index = v
	p.feed("feed.xml", "application/atom+xml", "Atom")
	p.feed("calendar.ics", "text/calendar", "iCalendar")
	p.feed("notices.json", "application/json", "JSON")
	p.Meta = append(p.Meta, meta{"ColumnName", p.Words.Index}, meta{"ColumnDescription", p.Description})
	p.linkSite()
}

func (p *page) regionLink(b place, folded bool) regionLink {
	p = p.in(b.region)
	l := regionLink{link: p.named(p.toPage(plan.RegionDir(b.region)), b.region.Name), Keys: b.keys, Depth: b.depth}
	if at := spans(b.region); at != "" {
		l.Spans = p.spans(at)
	}
	if folded {
		return l
	}
	for _, n := range b.region.Notices {
		notice := p.named(p.toPage(plan.NoticeDir(n)), n.Title)
		notice.Note = p.voice.Day(n.Issued)
		l.Notices = append(l.Notices, notice)
	}
	return l
}
