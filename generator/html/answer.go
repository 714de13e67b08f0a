package html

import (
	"tonggao/generator/now"
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

// teller tells of the present in the page's voice.
func (p *page) teller() now.Teller { return now.Teller{Voice: p.voice, Words: p.Words} }

// lane words the part of a service that a course is limited to.
func (p *page) lane(c *site.Course) string { return p.teller().Lane(c) }

// now gives the page its facts of the present and has it run the script.
func (p *page) now(facts []now.Fact) {
	p.NowScript = p.to(plan.AssetDir + "now.js")
	p.Now = &now.View{Words: &p.Words.Now, Facts: facts}
}

// chips has the page mark notices and regions in its lists.
func (p *page) chips() {
	p.Chips = &now.Chips{Words: &p.Words.Chips, Spans: []string{}}
	p.script("chips.js")
}
