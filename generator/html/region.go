package html

import (
	"slices"

	"tonggao/generator/course"
	"tonggao/generator/now"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/words"
)

// A regionView is a region: its notices, contacts, places around it.
type regionView struct {
	Name     phrase.Run
	About    []definition
	Notices  []card
	Contacts []contactView
	Channels []link
	Below    []link
	Data     []link
	Hotlines []string
}

// A card is a notice in a list.
type card struct {
	link
	Issued   string
	Datetime string
	Version  string
	Change   string
	Spans    string // the number of its outages in the page
	Lines    []cardLine
	Editions []link
}

// A cardLine says in a few words how one service fares.
type cardLine struct {
	Name, Text string
	Chinese    bool
}

// A contactView is a desk with its numbers.
type contactView struct {
	Name   phrase.Run
	Phones []string
	Lines  []contactLine
	Notes  phrase.Run
	URL    string
}

type contactLine struct {
	Purpose phrase.Run
	Phones  []string
}

func (p *page) region() {
	r := p.output.Region
	p.crumbs(r)
	v := &regionView{Name: p.voice.Name(r.Name), Contacts: p.contacts(r), Hotlines: r.Hotlines}
	p.titled(v.Name.Text+p.Words.Now.Colon+p.lead(), v.Name.Text)
	v.About = append(v.About, p.defined(p.Words.Issuer, r.Issuer))
	if r.Code != "" {
		v.About = append(v.About, definition{p.Words.RegionCode, r.Code, false})
	}
	if facts := p.regionFacts(r); len(facts) > 0 {
		p.now(facts)
		p.chips()
		p.Now.Quiet, p.Now.Silent = p.Words.Quiet, p.voice.Silent(r)
	}
	for _, n := range r.Notices {
		c := p.card(n)
		c.Seams = p.seams(n.Title, c.Text)
		v.Notices = append(v.Notices, c)
	}
	for _, c := range r.Children {
		v.Below = append(v.Below, p.in(c).named(p.toPage(plan.RegionDir(c)), c.Name))
	}
	for _, c := range r.Channels {
		v.Channels = append(v.Channels, p.named(c.URL, c.Name))
	}
	dir := plan.RegionDir(r)
	v.Data = p.present(link{Href: dir + "calendar.ics", Text: "iCalendar"}, link{Href: plan.In(p.output.Language, dir+"feed.xml"), Text: "Atom"}, link{Href: plan.In(p.output.Language, dir+"feed.json"), Text: "JSON Feed"}, link{Href: dir + "notices.json", Text: "JSON"}, link{Href: dir + "screen/index.html", Text: words.ScreenIn(p.output.Language).Called})
	p.Region = v
	p.Subscribe = p.toPage(dir + "subscribe/")
	p.regionFeeds(r)
	p.Meta = append(p.Meta, meta{"ColumnName", v.Name.Text}, meta{"ColumnDescription", p.Description})
	p.Linked = append(p.Linked, p.linked().Region(r))
}

// regionFacts are what a page of a region needs to say what holds there at an instant.
func (p *page) regionFacts(r *site.Region) []now.Fact {
	var courses []*site.Course
	for _, n := range r.Notices {
		courses = append(courses, n.Courses...)
	}
	var facts []now.Fact
	courses = course.Together(courses)
	for _, c := range site.Asked(courses, r.Vocabulary) {
		f := p.fact(c)
		f.LeadsTo(p.toPage(plan.NoticeDir(c.Notice)), c.Expires())
		facts = append(facts, f)
	}
	for _, n := range r.Notices {
		for _, f := range slices.Concat(p.teller().CalledOff(n, nil, courses), p.teller().Openings(n, nil)) {
			f.LeadsTo(p.toPage(plan.NoticeDir(n)), n.History)
			facts = append(facts, f)
		}
	}
	return facts
}

func (p *page) card(n *site.Notice) card {
	c := card{link: p.named(p.toPage(plan.NoticeDir(n)), n.Title), Issued: p.voice.Day(n.Issued), Datetime: n.Issued.String()}
	c.Mark = p.voice.NoticeChange(n)
	if changes := p.voice.Revisions(n); len(changes) > 0 {
		c.Change = changes[len(changes)-1]
	}
	if at := now.Span(n); at != "" {
		c.Spans = p.Chips.Number(at)
	}
	for _, x := range n.Courses {
		name := p.voice.Name(x.Service.Name)
		if lane := p.lane(x); lane != "" {
			name.Text += " · " + lane
		}
		c.Lines = append(c.Lines, cardLine{name.Text, p.voice.Story(x), name.Chinese})
	}
	for _, m := range n.CalledOff(nil) {
		name := p.voice.Names(site.ServiceNames(m.Services))
		if lane := p.lane(m.Part(m.Services[0])); lane != "" {
			name.Text += " · " + lane
		}
		c.Lines = append(c.Lines, cardLine{name.Text, phrase.Plain(p.voice.Meanwhile(m)), name.Chinese})
	}
	for _, a := range n.Editions {
		c.Editions = append(c.Editions, p.named(p.toPage(plan.EditionDir(n, a)), a.Name))
	}
	return c
}

func (p *page) contacts(r *site.Region) []contactView {
	var views []contactView
	for _, c := range r.Contacts {
		v := contactView{Name: p.voice.Name(c.Name), Phones: c.Phones, Notes: p.voice.Names(present(c.Hours, c.Note)), URL: c.URL}
		for _, l := range c.Lines {
			v.Lines = append(v.Lines, contactLine{p.voice.Name(l.Purpose), l.Phones})
		}
		views = append(views, v)
	}
	return views
}

// present keeps the texts that say something.
func present(texts ...string) []string {
	var kept []string
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return kept
}
