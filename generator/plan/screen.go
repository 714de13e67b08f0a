package plan

// The kinds of what follows the clock outside of pages: a television in a hall, a widget in
// another site, and the facts that both fetch.
const (
	ScreenPage Kind = "screen page"
	EmbedPage  Kind = "widget"
	NowJSON    Kind = "facts of the present"
	NowSchema  Kind = "schema of the facts of the present"
)

// EmbedDir is the folder of the widget, which serves every region.
const EmbedDir = "embed/"

// clocks adds what follows the clock for the site: the widget and the facts of all regions.
func (p *Plan) clocks() {
	p.page(EmbedPage, EmbedDir, Output{})
	p.add(HTML, NowJSON, "now.json", Output{})
	p.add(HTML, NowSchema, "now.schema.json", Output{})
}

// screen adds the page for a region's television, and the facts that it fetches.
func (p *Plan) screen(dir string, o Output) {
	p.add(HTML, ScreenPage, dir+"screen/index.html", o)
	for _, lang := range p.Site.Languages {
		o.Format, o.Kind, o.Language, o.Path = HTML, NowJSON, lang, In(lang, dir+"now.json")
		p.made = append(p.made, o)
	}
}
