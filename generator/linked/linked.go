// Package linked says in the terms of schema.org what a page is about, as JSON-LD for
// search engines and other programs. It knows no page: its address and language are given,
// and the words are those of its voice. Begin reading at Page.
package linked

import (
	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// An Object is one of schema.org's. A map's keys are sorted when it is written as JSON,
// so the bytes are the same each time.
type Object map[string]any

const schemaOrg = "https://schema.org"

// A Page is what objects are about: a page at an address, in a language and its voice.
type Page struct {
	Voice    phrase.Voice
	URL      string
	Language string
}

// say words an author's name.
func (p Page) say(text string) string { return p.Voice.Name(text).Text }

func organization(name string) Object { return Object{"@type": "GovernmentOrganization", "name": name} }

func (p Page) area(r *site.Region) Object {
	return Object{"@type": "AdministrativeArea", "name": p.say(r.Name)}
}

// Notice says that the page is an announcement, and of which services.
func (p Page) Notice(n *site.Notice, a *site.Audience) Object {
	var issuers []Object
	for _, name := range n.Issuers {
		issuers = append(issuers, organization(p.say(name)))
	}
	announcement := Object{
		"@context": schemaOrg, "@type": "SpecialAnnouncement", "name": p.say(n.Title), "url": p.URL, "inLanguage": p.Language,
		"datePosted": n.Issued.String(), "dateModified": n.Latest().On.String(), "publisher": issuers, "spatialCoverage": p.area(n.Region),
	}
	if a != nil {
		announcement["audience"] = Object{"@type": "Audience", "audienceType": p.say(a.Name)}
	}
	var services []Object
	for _, s := range n.Services {
		services = append(services, Object{"@type": "GovernmentService", "name": p.say(s.Name)})
	}
	if len(services) > 0 {
		announcement["about"] = services
	}
	return announcement
}

var eventStatus = map[bool]string{true: schemaOrg + "/EventRescheduled", false: schemaOrg + "/EventScheduled"}

// Milestone says that the page is an event, where it has a day; nil otherwise.
func (p Page) Milestone(m *site.Milestone) Object {
	if !m.Moment.Known() || m.Moment.Precision == site.Month {
		return nil
	}
	n := m.Notice
	event := Object{
		"@context": schemaOrg, "@type": "Event", "name": p.Voice.Change(m) + p.say(n.Region.Name) + " " + p.Voice.Label(m), "description": phrase.Plain(p.Voice.Sentence(m)), "startDate": m.Moment.Datetime(),
		"eventStatus": eventStatus[m.Sequence() > 0], "url": p.URL, "organizer": organization(p.say(n.Issuers[0])),
		"location": Object{"@type": "Place", "name": p.say(n.Region.Name), "address": p.say(n.Region.Name)},
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
	return event
}

// Region says that the page gathers what is published about a region.
func (p Page) Region(r *site.Region) Object {
	return Object{"@context": schemaOrg, "@type": "CollectionPage", "name": p.say(r.Name), "url": p.URL, "inLanguage": p.Language,
		"about": p.area(r), "publisher": organization(p.say(r.Issuer))}
}

// Site says which site the page belongs to, by its name and the address of its index.
func (p Page) Site(name, address string) Object {
	return Object{"@context": schemaOrg, "@type": "WebSite", "name": name, "url": address, "inLanguage": p.Language}
}

// former is the time that the newest move took away, if it did.
func former(m *site.Milestone) (site.Moment, bool) {
	move, moved := m.LastMove()
	was, left := move.Former()
	return was, moved && left
}
