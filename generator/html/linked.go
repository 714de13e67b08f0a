package html

import (
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// JSON-LD in the terms of schema.org. A map's keys are sorted when it is written,
// so the bytes are the same each time.
type linked map[string]any

const schemaOrg = "https://schema.org"

func organization(name string) linked { return linked{"@type": "GovernmentOrganization", "name": name} }

func (p *page) area(r *site.Region) linked {
	return linked{"@type": "AdministrativeArea", "name": p.say(r.Name)}
}

// linkNotice says that the page is an announcement, and of which services.
func (p *page) linkNotice(n *site.Notice, a *site.Audience) {
	var issuers []linked
	for _, name := range n.Issuers {
		issuers = append(issuers, organization(p.say(name)))
	}
	announcement := linked{
		"@context": schemaOrg, "@type": "SpecialAnnouncement", "name": p.say(n.Title), "url": p.Canonical, "inLanguage": p.Language,
		"datePosted": n.Issued.String(), "dateModified": n.Latest().On.String(), "publisher": issuers, "spatialCoverage": p.area(n.Region),
	}
	if a != nil {
		announcement["audience"] = linked{"@type": "Audience", "audienceType": p.say(a.Name)}
	}
	var services []linked
	for _, s := range n.Services {
		services = append(services, linked{"@type": "GovernmentService", "name": p.say(s.Name)})
	}
	if len(services) > 0 {
		announcement["about"] = services
	}
	p.Linked = append(p.Linked, announcement)
}

var eventStatus = map[bool]string{true: schemaOrg + "/EventRescheduled", false: schemaOrg + "/EventScheduled"}

// linkMilestone says that the page is an event, where it has a day.
func (p *page) linkMilestone(m *site.Milestone) {
	if !m.Moment.Known() || m.Moment.Precision == site.Month {
		return
	}
	n := m.Notice
	event := linked{
		"@context": schemaOrg, "@type": "Event", "name": p.voice.Change(m) + p.say(n.Region.Name) + " " + p.voice.Label(m), "description": phrase.Plain(p.voice.Sentence(m)), "startDate": m.Moment.Datetime(),
		"eventStatus": eventStatus[m.Sequence() > 0], "url": p.Canonical, "organizer": organization(p.say(n.Issuers[0])),
		"location": linked{"@type": "Place", "name": p.say(n.Region.Name), "address": p.say(n.Region.Name)},
	}
	if m.Withdrawn {
		event["eventStatus"] = schemaOrg + "/EventCancelled"
	}
	if was, moved := former(m); moved {
		event["previousStartDate"] = was.Datetime()
	}
	if m.Until != nil {
		event["endDate"] = m.Until.Datetime()
	}
	for _, o := range n.Outages {
		if back := o.Recovery(); o.Stop == m && back != nil && m.Until == nil {
			event["endDate"] = back.Moment.Datetime()
		}
	}
	p.Linked = append(p.Linked, event)
}

func (p *page) linkRegion(r *site.Region) {
	p.Linked = append(p.Linked, linked{"@context": schemaOrg, "@type": "CollectionPage", "name": p.say(r.Name), "url": p.Canonical, "inLanguage": p.Language,
		"about": p.area(r), "publisher": organization(p.say(r.Issuer))})
}

func (p *page) linkSite() {
	p.Linked = append(p.Linked, linked{"@context": schemaOrg, "@type": "WebSite", "name": p.Name.Text, "url": p.writer.plan.URL(""), "inLanguage": p.Language})
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

// former is the time that the newest move took away, if it did.
func former(m *site.Milestone) (site.Moment, bool) {
	move, moved := m.LastMove()
	was, left := move.Former()
	return was, moved && left
}
