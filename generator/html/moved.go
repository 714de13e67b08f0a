package html

// moved is the page at a former address. It leads on by itself, with scripts or
// without, and has a link for whoever stops it.
func (p *page) moved() {
	o := p.output
	p.home()
	to := p.named(p.to(o.Leads), o.Region.Name)
	switch {
	case o.Milestone != nil:
		to.Text, to.Chinese = p.voice.Label(o.Milestone), !p.voice.Translated(o.Milestone)
	case o.Notice != nil:
		to = p.named(to.Href, o.Notice.Title)
	}
	p.Moved = &to
	p.titled(p.Words.MovedText+to.Text, p.Words.MovedTitle, to.Text)
	p.Meta = append(p.Meta, meta{"robots", "noindex"})
}
