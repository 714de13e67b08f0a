package plan

import "tonggao/generator/site"

// wall adds what a hall can hang up besides the poster, where the site asks for it.
func (p *Plan) wall(m *site.Milestone, o Output) {
	if p.Site.Has(site.LargePosters) {
		p.add(PDF, LargePoster, MilestoneDir(m)+"poster-a3.pdf", o)
	}
	if p.Site.Has(site.DoorSigns) && Closes(m) {
		p.add(PDF, SignPDF, MilestoneDir(m)+"sign.pdf", o)
		p.extra(OFD, SignOFD, MilestoneDir(m)+"sign.ofd", o)
	}
}

// Closes reports whether a milestone is one of those that have a door sign: a service
// stops, or comes back in part. One that was withdrawn keeps its sign, as its address.
func Closes(m *site.Milestone) bool {
	return (m.Kind == site.Suspend || m.Kind == site.Partial) && len(m.Services) > 0
}
