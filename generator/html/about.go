package html

import (
	"tonggao/generator/plan"
	"tonggao/generator/site"
)

func (p *page) about() {
	w := p.Words
	p.home()
	p.titled(w.AboutLead, w.AboutSite)
	p.Facts = append(p.Facts, []definition{
		{Text: w.AboutLead}, {Text: withHotline(w.AboutAuthority, w.AskHotline, p.hotlines())}, {Name: w.VerifyTitle, Text: w.VerifyText}, {Name: w.NowTitle, Text: w.NowText},
		{Name: w.AccessTitle, Text: w.AccessText}, {Name: w.PrivacyTitle, Text: w.PrivacyText}, {Name: w.DataTitle, Text: w.DataText},
	}...)
	p.Index = &indexView{Data: p.present(link{Href: "calendar.ics", Text: "iCalendar"}, link{Href: plan.In(p.output.Language, "feed.xml"), Text: "Atom"}, link{Href: plan.In(p.output.Language, "feed.json"), Text: "JSON Feed"}, link{Href: plan.StatuspageDir + "summary.json", Text: "Statuspage"},
		link{Href: "notices.json", Text: "JSON"}, link{Href: "notices.schema.json", Text: "JSON Schema"})}
	p.Index.Data = append(p.Index.Data, link{Href: p.to("manifest.json"), Text: "manifest.json"}) // no plan lists it: it lists the plan
	p.verify()
	p.Meta = append(p.Meta, meta{"ColumnName", w.AboutSite})
	p.linkSite()
}

// hotlines words those of the site.
func (p *page) hotlines() string { return p.voice.Hotlines(&site.Region{Hotlines: p.Site.Hotlines}) }

// notFound is served at whatever address was asked for, so it cannot have
// relative links and carries its style in itself.
func (p *page) notFound() {
	p.titled(p.Words.MissingText, p.Words.MissingTitle)
	p.Missing = &p.writer.notFound
	p.Help = withHotline(p.Words.MissingHelp, p.Words.OrHotline, p.hotlines())
	p.Home, p.About = p.writer.plan.URL(""), p.writer.plan.URL("about/")
	for _, r := range p.Site.Regions {
		if r.Parent == nil {
			p.Elsewhere = append(p.Elsewhere, link{Href: p.writer.plan.URL(plan.RegionDir(r)), Text: r.Name})
		}
	}
	for _, lang := range p.Site.Languages[1:] {
		p.Foreign = append(p.Foreign, link{Href: p.writer.plan.URL(plan.In(lang, "")), Text: wordsIn(lang).MissingTitle, Note: wordsIn(lang).Index, Language: string(lang)})
	}
	p.Styles, p.Scripts, p.Early = nil, nil, ""
}
