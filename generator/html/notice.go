package html

import (
	"fmt"
	"slices"

	"tonggao/generator/now"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/timeline"
)

// A noticeView is a notice or one of its editions.
type noticeView struct {
	Mark     string     // of the newest revision: 【延期】
	Name     phrase.Run // the title
	Seams    []seam     // the title, cut where it can be broken
	Edition  string
	About    []definition // issuer, day, number, version, check code
	Changed  []string     // the newest revisions, in words
	Heads    phrase.Heads // of the columns
	Services []serviceRow
	Steady   []unaffected
	Timeline *timeline.Drawing
	Schedule []moment
	Editions []link
	Files    []link
	Contents []heading
	Asked    []heading
	Article  []block
	Chinese  bool // the article is in Chinese on a page that is not
	Changes  []string
	Change   string // the page of the notice of the newest change; or empty
	Near     []link // earlier, later, related notices
}

// A heading of the article, for the tables of contents.
type heading struct{ ID, Text string }

// unaffected is a service that goes on.
type unaffected struct {
	Name, Scope string
	Text        []phrase.Run
}

func (p *page) notice() {
	o := p.output
	n, a := o.Notice, o.Audience
	p.crumbs(n.Region)
	v := &noticeView{Name: p.voice.Name(n.Title), Mark: p.voice.NoticeChange(n), About: p.aboutNotice(n, a), Chinese: !p.voice.Covers(n, a)}
	title := v.Name.Text
	v.Seams = p.seams(n.Title, title)
	if a != nil {
		p.crumb(plan.NoticeDir(n), n.Title)
		v.Edition = fmt.Sprintf(p.Words.EditionFor, p.say(a.Name))
		title += " · " + v.Edition
	}
	p.titled(p.summary(n, a), p.voice.NoticeChange(n)+title)
	p.Type = "article"
	if changes := p.voice.Revisions(n); len(changes) > 0 {
		v.Changes, v.Changed = changes, changes[max(0, len(changes)-3):]
		v.Change = p.toPage(plan.ChangeDir(n))
	}
	courses := coursesFor(n, a)
	var facts []now.Fact
	for _, c := range site.Asked(courses, n.Vocabulary) {
		facts = append(facts, p.fact(c))
	}
	facts = slices.Concat(facts, p.teller().CalledOff(n, a, courses), p.teller().Openings(n, a))
	if len(facts) > 0 {
		p.now(facts)
		p.Now.Past = p.teller().Past(n)
	}
	v.Heads = p.heads(courses)
	v.Services, v.Timeline = p.services(courses), timeline.Draw(p.teller(), courses)
	v.Steady = p.steady(n, a)
	v.Schedule = p.schedule(phrase.Schedule(n, a))
	v.Editions, v.Files, v.Near = p.editions(n, a), p.noticeFiles(n, a), p.near(n)
	v.Article = p.article(p.text(n, a, v.Chinese))
	if v.Contents, v.Asked = p.contents(v.Article); v.Chinese {
		v.Asked = nil // who cannot read the answers needs no list of the questions
	}
	p.Notice = v
	p.Subscribe = p.toPage(plan.RegionDir(n.Region) + "subscribe/")
	p.feed(noticeDir(n, a)+"calendar.ics", "text/calendar", title)
	p.feed(plan.NoticeDir(n)+"notice.txt", "text/plain", n.Title)
	p.regionFeeds(n.Region)
	p.noticeMeta(n)
	p.pictured(plan.TextsDir(n, nil) + "share.png")
	p.Linked = append(p.Linked, p.linked().Notice(n, a))
}

// pictured has chats show a picture beside a link to the page, where the plan has one.
func (p *page) pictured(path string) {
	if p.writer.planned(path) {
		p.Picture = p.writer.plan.URL(path)
	}
}

func coursesFor(n *site.Notice, a *site.Audience) []*site.Course {
	var mine []*site.Course
	for _, c := range n.Courses {
		if c.For(a) {
			mine = append(mine, c)
		}
	}
	return mine
}

// aboutNotice lists what identifies a notice.
func (p *page) aboutNotice(n *site.Notice, a *site.Audience) []definition {
	w := p.Words
	list := []definition{p.defined(w.Issuer, n.Issuers...), {w.IssuedOn, p.voice.Day(n.Issued), false}}
	if n.Number != "" {
		list = append(list, p.defined(w.Number, n.Number))
	}
	if n.Source != "" {
		list = append(list, p.defined(w.SourceMedium, n.Source))
	}
	if n.Published.Known() {
		list = append(list, definition{w.PublishedAt, p.voice.Moment(n.Published), false})
	}
	version := fmt.Sprintf(w.VersionN, n.Latest().Number)
	return append(list, definition{w.Version, version, false}, definition{w.Code, n.ShortCode(a), false})
}

// summary is the sentence that stands under a search result: what stops when. It
// names no more services than such a place shows.
func (p *page) summary(n *site.Notice, a *site.Audience) string {
	var parts []string
	for _, c := range coursesFor(n, a) {
		if parts = append(parts, p.say(c.Service.Name)+p.Words.Now.Colon+p.voice.Outlook(c, 0)); len(parts) == 3 {
			break
		}
	}
	if len(parts) == 0 {
		return p.say(n.Title)
	}
	return join(parts, p.Words.Now.Stop)
}

func (p *page) steady(n *site.Notice, a *site.Audience) []unaffected {
	var list []unaffected
	for _, u := range n.Unaffected {
		if !u.For(a) {
			continue
		}
		row := unaffected{Scope: p.say(u.Scope), Text: p.voice.Unaffected(u)}
		if u.Service != nil {
			row.Name = p.say(u.Service.Name)
		}
		list = append(list, row)
	}
	return list
}

func (p *page) editions(n *site.Notice, a *site.Audience) []link {
	if len(n.Editions) == 0 {
		return nil
	}
	links := []link{{Href: p.toPage(plan.NoticeDir(n)), Text: p.Words.Whole, Current: a == nil}}
	for _, e := range n.Editions {
		links = append(links, link{Href: p.toPage(plan.EditionDir(n, e)), Text: fmt.Sprintf(p.Words.EditionFor, p.say(e.Name)), Current: e == a})
	}
	return links
}

// noticeDir is the folder of a notice, or of its edition for an audience.
func noticeDir(n *site.Notice, a *site.Audience) string {
	if a != nil {
		return plan.EditionDir(n, a)
	}
	return plan.NoticeDir(n)
}

// near links the notices before and after this one and the one it follows.
func (p *page) near(n *site.Notice) []link {
	var links []link
	add := func(o *site.Notice, note string) {
		if href := p.toPage(plan.NoticeDir(o)); href != "" {
			l := p.entitled(href, o.Title)
			l.Note = note
			links = append(links, l)
		}
	}
	all, related := n.Region.Notices, p.writer.plan.Related(n) // newest first
	for i, o := range all {
		switch {
		case o == related:
			add(o, p.Words.Related)
		case i+1 < len(all) && all[i+1] == n:
			add(o, p.Words.LaterNotice)
		case i > 0 && all[i-1] == n:
			add(o, p.Words.EarlierNotice)
		}
	}
	if related != nil && related.Region != n.Region {
		add(related, p.Words.Related)
	}
	return links
}
