package html

import (
	"fmt"
	"strings"

	"tonggao/generator/code"
	"tonggao/generator/plan"
	"tonggao/generator/words"
)

// A subscribeView explains how to get a region's dates into a calendar.
type subscribeView struct {
	Title, Lead, Honest string
	Feeds               []calendar
	QR                  code.Drawing
	Address             string // what the code says: this page
}

// A calendar that can be subscribed to.
type calendar struct {
	Name    string
	Note    string
	Webcal  string
	Address string
	Main    bool
}

// newest is how many notices of a region are offered as calendars of their own:
// older ones are over, and each notice's page offers its own.
const newest = 2

func (p *page) subscribe() {
	r := p.output.Region
	p.crumbs(r)
	p.Crumbs[len(p.Crumbs)-1].Href = p.toPage(plan.RegionDir(r))
	title := fmt.Sprintf(p.Words.SubscribeTitle, p.say(r.Name))
	p.titled(p.Words.SubscribeLead, title)
	v := &subscribeView{Title: title, Lead: p.Words.SubscribeLead, Honest: words.WithHotline(p.Words.HonestText, p.Words.AndHotline, p.voice.Hotlines(r)), Address: p.Canonical, QR: p.writer.codes.Draw(p.Canonical)}
	add := func(path, name, note string) {
		if !p.writer.planned(path) {
			return
		}
		address := p.writer.plan.URL(path)
		_, rest, _ := strings.Cut(address, "://")
		v.Feeds = append(v.Feeds, calendar{name, note, "webcal://" + rest, address, len(v.Feeds) == 0})
	}
	dir := plan.RegionDir(r)
	add(dir+"calendar.ics", fmt.Sprintf(p.Words.FeedWhole, p.say(r.Name)), "")
	for _, s := range plan.ServicesOf(r) {
		add(dir+"service/"+s.ID+".ics", fmt.Sprintf(p.Words.FeedService, p.say(s.Name)), "")
	}
	for _, n := range r.Notices[:min(newest, len(r.Notices))] {
		add(plan.NoticeDir(n)+"calendar.ics", p.Words.FeedNotice, p.say(n.Title))
		for _, a := range n.Editions {
			add(plan.EditionDir(n, a)+"calendar.ics", fmt.Sprintf(p.Words.FeedEdition, p.say(a.Name)), p.say(n.Title))
		}
	}
	p.Feeds = v
	p.Subscribe = p.toPage(dir + "subscribe/")
	p.script("copy.js")
	p.regionFeeds(r)
	p.Meta = append(p.Meta, meta{"ColumnName", title})
}
