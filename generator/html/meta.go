package html

import (
	"tonggao/generator/linked"
	"tonggao/generator/site"
)

// linked says what the page is about in the terms of schema.org.
func (p *page) linked() linked.Page {
	return linked.Page{Voice: p.voice, URL: p.Canonical, Language: p.Language}
}

func (p *page) linkSite() {
	p.Linked = append(p.Linked, p.linked().Site(p.Name.Text, p.writer.plan.URL("")))
}

// noticeMeta gives a content page the tags of 政府网站发展指引, which is about
// pages in Chinese.
func (p *page) noticeMeta(n *site.Notice) {
	if p.output.Language == site.English {
		return
	}
	published := n.Issued.String()
	if n.Published.Exact() {
		published = n.Published.Instant.In(site.China).Format("2006-01-02 15:04")
	}
	source := n.Source
	if source == "" {
		source = n.Issuers[0]
	}
	var keywords []string
	for _, s := range n.Services {
		keywords = append(keywords, p.say(s.Name))
	}
	p.Meta = append(p.Meta, meta{"ColumnName", p.say(n.Region.Name)}, meta{"ArticleTitle", p.say(n.Title)}, meta{"PubDate", published}, meta{"ContentSource", p.say(source)}, meta{"Author", p.say(n.Issuers[0])})
	if len(keywords) > 0 {
		p.Meta = append(p.Meta, meta{"Keywords", join(keywords, ",")})
	}
}
