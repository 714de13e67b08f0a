package html

import (
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// JSON-LD in the terms of schema.org. A map's keys are sorted when it is written,
// so the bytes are the same each time.
type linked map[string]any

const schemaOrg = "https://schema.org"

func (p *page) url(dir string) string {
	return p.writer.plan.URL(plan.In(p.output.Language, dir+"index.html"))
}

func organization(name string) linked { return linked{"@type": "GovernmentOrganization", "name": name} }

func area(r *site.Region) linked { return linked{"@type": "AdministrativeArea", "name": r.Name} }

// linkNotice says that the page is an announcement, and of which services.
func (p *page) linkNotice(n *site.Notice, a *site.Audience) {
	var issuers []linked
	for _, name := range n.Issuers {
		issuers = append(issuers, organization(name))
	}
	announcement := linked{
		"@context": schemaOrg, "@type": "SpecialAnnouncement", "name": n.Title, "text": p.Description, "url": p.Canonical, "inLanguage": p.Language,
		"datePosted": n.Issued.String(), "dateModified": n.Latest().On.String(), "publisher": issuers, "spatialCoverage": area(n.Region),
	}
	if a != nil {
		announcement["audience"] = linked{"@type": "Audience", "audienceType": a.Name}
	}
	var services []linked
	for _, s := range n.Services {
		services = append(services, linked{"@type": "GovernmentService", "name": s.Name, "areaServed": area(n.Region), "provider": organization(n.Region.Issuer)})
	}
	if len(services) > 0 {
		announcement["about"] = services
	}
	p.Linked = append(p.Linked, announcement, p.trail(n.Title))
}

var eventStatus = map[bool]string{true: schemaOrg + "/EventRescheduled", false: schemaOrg + "/EventScheduled"}

// linkMilestone says that the page is an event, where it has a day.
func (p *page) linkMilestone(m *site.Milestone) {
	p.Linked = append(p.Linked, p.trail(p.voice.Label(m)))
	if !m.Moment.Known() || m.Moment.Precision == site.Month {
		return
	}
	n := m.Notice
	event := linked{
		"@context": schemaOrg, "@type": "Event", "name": n.Region.Name + " " + p.voice.Label(m), "description": phrase.Plain(p.voice.Sentence(m)), "startDate": m.Moment.Datetime(),
		"eventStatus": eventStatus[m.Sequence() > 0], "url": p.Canonical, "organizer": organization(n.Issuers[0]),
		"location": linked{"@type": "Place", "name": n.Region.Name, "address": n.Region.Name},
	}
	if m.Withdrawn {
		event["eventStatus"] = schemaOrg + "/EventCancelled"
	}
	if move, moved := m.LastMove(); moved && move.From.Known() {
		event["previousStartDate"] = move.From.Datetime()
	}
	for _, o := range n.Outages {
		if back := o.Recovery(); o.Stop == m && back != nil {
			event["endDate"] = back.Moment.Datetime()
		}
	}
	p.Linked = append(p.Linked, event)
}

func (p *page) linkRegion(r *site.Region) {
	p.Linked = append(p.Linked, linked{"@context": schemaOrg, "@type": "CollectionPage", "name": r.Name, "url": p.Canonical, "inLanguage": p.Language,
		"about": area(r), "publisher": organization(r.Issuer)}, p.trail(""))
}

func (p *page) linkSite() {
	p.Linked = append(p.Linked, linked{"@context": schemaOrg, "@type": "WebSite", "name": p.Site.Name, "url": p.writer.plan.URL(""), "inLanguage": p.Language})
}

// trail is the breadcrumbs for search engines; last is this page's own name.
func (p *page) trail(last string) linked {
	dirs := []string{""}
	r := p.output.Region
	var chain []string
	for ; r != nil; r = r.Parent {
		chain = append([]string{plan.RegionDir(r)}, chain...)
	}
	dirs = append(dirs, chain...)
	if p.output.Milestone != nil || p.output.Audience != nil {
		dirs = append(dirs, plan.NoticeDir(p.output.Notice))
	}
	var items []linked
	for i, c := range p.Crumbs {
		items = append(items, linked{"@type": "ListItem", "position": i + 1, "name": c.Text, "item": p.url(dirs[i])})
	}
	if last != "" {
		items = append(items, linked{"@type": "ListItem", "position": len(items) + 1, "name": last, "item": p.Canonical})
	}
	return linked{"@context": schemaOrg, "@type": "BreadcrumbList", "itemListElement": items}
}

// noticeMeta gives a content page the tags of 政府网站发展指引.
func (p *page) noticeMeta(n *site.Notice) {
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
		keywords = append(keywords, s.Name)
	}
	p.Meta = append(p.Meta, meta{"ColumnName", n.Region.Name}, meta{"ArticleTitle", n.Title}, meta{"PubDate", published}, meta{"ContentSource", source}, meta{"Author", n.Issuers[0]},
		meta{"Url", p.Canonical})
	if len(keywords) > 0 {
		p.Meta = append(p.Meta, meta{"Keywords", join(keywords, ",")})
	}
}
