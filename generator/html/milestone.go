package html

import (
	"fmt"
	"slices"

	"tonggao/generator/now"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
)

// A milestoneView is the page of one milestone.
type milestoneView struct {
	entry
	Was      string         // the time before the newest move, struck out
	Ends     [][]phrase.Run // of a stop: why its end is not where it was
	Seams    []seam         // the label, cut where it can be broken
	Returns  []string       // how what it stops comes back
	Sentence []phrase.Run   // tells the newest move
	Often    bool           // moved more than once: then all moves are listed
	Details  []definition
	Files    []link
	From     link // the notice
	Code     string
	Region   phrase.Run // whose notice it is, for paper: a screen says it above
	Version  string     // its newest revision
	Earlier  *entry
	Later    *entry
	Hotlines []string
	Contacts []contactView
}

func (p *page) milestone() {
	m := p.output.Milestone
	n := m.Notice
	p.crumbs(n.Region)
	p.crumb(plan.NoticeDir(n), n.Title)
	v := &milestoneView{entry: p.entry(m), Sentence: p.voice.Sentence(m), Often: len(m.AllMoves()) > 1, Code: m.ShortCode(), Hotlines: n.Region.Hotlines, Contacts: p.contacts(n.Region)}
	if move, moved := m.LastMove(); moved && !m.Withdrawn {
		v.Was = p.voice.Former(move)
		v.Formerly = p.voice.Planned(v.Was)
	}
	v.Ends = p.voice.EndMoves(m)
	v.Change = p.voice.Change(m) // here it stands in front of a title, with its space
	p.titled(phrase.Plain(v.Sentence), v.Change+v.Label+" "+p.voice.Stated(m), p.say(n.Region.Name))
	p.Type = "article"
	all := p.voice.Returns(m)
	if m.Kind == site.Opening && m.Until != nil && len(all) == 1 {
		all = nil // that it closes is no recovery; its time above says when
	}
	for _, r := range all {
		v.Returns = append(v.Returns, r.Text())
	}
	v.Region, v.Version = p.voice.Name(n.Region.Name), p.voice.Day(n.Latest().On)+" "+fmt.Sprintf(p.Words.VersionN, n.Latest().Number)
	v.Details, v.Seams = p.details(m), p.seams(phrase.In(site.Chinese).Label(m), v.Label)
	dir := plan.MilestoneDir(m)
	v.Files = p.present(append(p.sheets(prints.OfMilestone, dir), link{Href: dir + "event.ics", Text: p.Words.Event, Note: p.Words.EventNote})...)
	v.From = p.entitled(p.toPage(plan.NoticeDir(n)), n.Title)
	i := slices.Index(n.Milestones, m)
	if i > 0 {
		v.Earlier = p.neighbour(n.Milestones[i-1])
	}
	if i+1 < len(n.Milestones) {
		v.Later = p.neighbour(n.Milestones[i+1])
	}
	p.Mile = v
	p.now(p.milestoneFacts(m))
	p.Now.Past = p.teller().Past(n)
	p.Subscribe = p.toPage(plan.RegionDir(n.Region) + "subscribe/")
	p.feed(dir+"event.ics", "text/calendar", v.Label)
	p.regionFeeds(n.Region)
	p.noticeMeta(n)
	p.pictured(dir + "poster.png")
	if event := p.linked().Milestone(m); event != nil {
		p.Linked = append(p.Linked, event)
	}
}

func (p *page) neighbour(m *site.Milestone) *entry {
	e := p.entry(m)
	return &e
}

// milestoneFacts are the courses that the milestone is part of; for any other
// milestone, itself.
func (p *page) milestoneFacts(m *site.Milestone) []now.Fact {
	var facts []now.Fact
	for _, c := range m.Notice.Courses {
		if c.Has(m) {
			f := p.fact(c)
			f.Steps = slices.Clone(f.Steps)
			for i := range f.Steps {
				f.Steps[i].Do = "" // it stands on the page itself
			}
			facts = append(facts, f)
		}
	}
	if len(facts) == 0 {
		facts = append(facts, p.teller().Point(m))
	}
	return facts
}

func (p *page) details(m *site.Milestone) []definition {
	w := p.Words
	var list []definition
	add := func(name string, texts ...string) {
		if d := p.defined(name, texts...); d.Text != "" {
			list = append(list, d)
		}
	}
	if again := p.voice.Again(m); again != "" {
		list = append(list, definition{w.Then, again, false})
	}
	add(w.Service, site.ServiceNames(m.Services)...)
	if c := m.Course(); c != nil && m.Kind != site.Suspend && len(c.Outages) > 0 {
		list = append(list, definition{w.Schedule, p.voice.Story(c), false})
	}
	if extent := p.voice.Extent(m); extent != "" {
		list = append(list, definition{w.Extent, extent, false})
	}
	for _, d := range p.voice.Details(m) {
		list = append(list, definition{d.Label, d.Text, d.Chinese})
	}
	add(w.Issuer, m.Notice.Issuers...)
	return list
}
