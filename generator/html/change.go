package html

import (
	"fmt"

	"tonggao/generator/article"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/site"
)

// change is the page of the notice of a notice's newest change.
func (p *page) change() {
	n := p.output.Notice
	c := n.Change()
	p.crumbs(n.Region)
	p.crumb(plan.NoticeDir(n), n.Title)
	v := &noticeView{Chinese: !p.voice.CoversChange(n)}
	voice := p.reader(v.Chinese)
	title := article.TitleOfChange(voice, n)
	p.Crumbs = append(p.Crumbs, link{Href: p.to(p.output.Path), Text: p.Words.ChangePDF, Current: true})
	v.Name, v.Seams = phrase.Run{Text: title, Chinese: v.Chinese}, p.titleSeams(title)
	p.titled(phrase.Plain(voice.Shift(c.Shifts[0], true)), title)
	p.Type = "article"
	v.About = []definition{p.defined(p.Words.Issuer, n.Issuers...), {p.Words.IssuedOn, p.voice.Day(c.On), false},
		{p.Words.Version, fmt.Sprintf(p.Words.VersionN, n.Latest().Number), false}, {p.Words.Code, c.ShortCode(n), false}}
	dir := plan.ChangeDir(n)
	v.Files = p.present(append(p.sheets(prints.OfChange, dir), link{Href: plan.NoticeDir(n) + "calendar.ics", Text: p.Words.Calendar, Note: "ICS"})...)
	v.Near = []link{p.entitled(p.toPage(plan.NoticeDir(n)), n.Title)}
	v.Article = p.article(article.OfChange(voice, n))
	p.Notice = v
	p.Subscribe = p.toPage(plan.RegionDir(n.Region) + "subscribe/")
	p.feed(plan.NoticeDir(n)+"calendar.ics", "text/calendar", n.Title)
	p.regionFeeds(n.Region)
	p.noticeMeta(n)
}

// titleSeams cuts the title of an article at the seams of the authors' own.
func (p *page) titleSeams(title string) []seam {
	n := p.output.Notice
	if p.output.Kind == plan.ChangePage {
		return p.seams(article.TitleOfChange(phrase.In(site.Chinese), n), title)
	}
	return p.seams(n.Title, title)
}
