package html

import (
	"fmt"
	"strconv"
	"strings"

	"rsc.io/qr"

	"tonggao/generator/plan"
	"tonggao/generator/words"
)

// A subscribeView explains how to get a region's dates into a calendar.
type subscribeView struct {
	Title, Lead, Honest string
	Feeds               []calendar
	QR                  drawing
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
	v := &subscribeView{Title: title, Lead: p.Words.SubscribeLead, Honest: words.WithHotline(p.Words.HonestText, p.Words.AndHotline, p.voice.Hotlines(r)), Address: p.Canonical, QR: code(p.Canonical)}
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

// A drawing is a QR code as one SVG path, a unit a module, with the quiet zone of
// four modules that ISO/IEC 18004 asks for.
type drawing struct {
	Size int
	Path string
}

func code(text string) drawing {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return drawing{} // too long for a code: the address stands beside it in words
	}
	const quiet = 4
	var path []byte
	for y := range c.Size {
		for x := 0; x < c.Size; x++ {
			length := 0
			for x+length < c.Size && c.Black(x+length, y) {
				length++
			}
			if length > 0 {
				path = drawBar(path, x+quiet, y+quiet, length)
				x += length
			}
		}
	}
	return drawing{c.Size + 2*quiet, string(path)}
}

// drawBar adds a bar of the height of one dot to a path: M4 5h7v1h-7z. A page has
// hundreds, so no format is read for each.
func drawBar(path []byte, x, y, length int) []byte {
	number := func(mark string, n int) { path = strconv.AppendInt(append(path, mark...), int64(n), 10) }
	number("M", x)
	number(" ", y)
	number("h", length)
	number("v1h-", length)
	return append(path, 'z')
}
