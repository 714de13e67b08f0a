package plan

import "tonggao/generator/site"

// The kinds of feeds and of files for monitors, beside those for calendars.
const (
	JSONFeed     Kind = "JSON feed"
	Statuspage   Kind = "Statuspage summary"
	Maintenances Kind = "Statuspage maintenances"
)

// StatuspageDir is where monitors look for the files of Statuspage, version 2.
const StatuspageDir = "api/v2/"

// feeds adds the feeds of a region, or of the site, in every language of the site.
func (p *Plan) feeds(kind Kind, dir string, o Output) {
	for _, lang := range p.Site.Languages {
		o.Format, o.Language = Data, lang
		o.Kind, o.Path = kind, In(lang, dir+"feed.xml")
		p.made = append(p.made, o)
		o.Kind, o.Path = JSONFeed, In(lang, dir+"feed.json")
		p.made = append(p.made, o)
	}
	if len(p.Site.Languages) == 0 {
		p.add(Data, kind, dir+"feed.xml", o)
		p.add(Data, JSONFeed, dir+"feed.json", o)
	}
}

// monitors adds the files that monitors read: for the site, and for each region where the
// site asks for them.
func (p *Plan) monitors(dir string, o Output) {
	if o.Region != nil && !p.Site.Has(site.Monitors) {
		return
	}
	p.add(Data, Statuspage, dir+StatuspageDir+"summary.json", o)
	p.add(Data, Maintenances, dir+StatuspageDir+"scheduled-maintenances.json", o)
}
