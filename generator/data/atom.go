package data

import (
	"bufio"
	"encoding/xml"

	"tonggao/generator/plan"
)

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Links    []atomLink  `xml:"link"`
	Author   atomAuthor  `xml:"author"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	Lang      string       `xml:"xml:lang,attr,omitempty"` // where it is not the feed's
	ID        string       `xml:"id"`
	Title     string       `xml:"title"`
	Updated   string       `xml:"updated"`
	Published string       `xml:"published"`
	Links     []atomLink   `xml:"link"`
	Authors   []atomAuthor `xml:"author"`
	Summary   string       `xml:"summary"`
}

// atom writes a feed as RFC 4287 has it.
func (w *Writer) atom(out *bufio.Writer, o plan.Output) error {
	n := w.news(o)
	feed := atomFeed{Lang: string(n.Language), ID: n.ID, Title: n.Title, Subtitle: n.Note, Author: atomAuthor{n.Author}, Updated: stamp(n.Updated),
		Links:   []atomLink{{"self", "application/atom+xml", n.Self}, {"alternate", "text/html", n.Home}},
		Entries: each(n.Items, func(i newsItem) atomEntry { return w.entry(n, i) })}
	out.WriteString(xml.Header)
	encoder := xml.NewEncoder(out)
	encoder.Indent("", " ")
	if err := encoder.Encode(feed); err != nil {
		return err
	}
	return out.WriteByte('\n')
}

func (w *Writer) entry(feed news, i newsItem) atomEntry {
	dir := plan.NoticeDir(i.Notice)
	entry := atomEntry{ID: i.ID, Title: i.Title, Updated: stamp(i.Updated), Published: stamp(i.Notice.Issued.Stamp(0)),
		Links: []atomLink{{"alternate", "text/html", w.plan.URL(plan.In(feed.Language, dir))}, {"related", "text/calendar", w.plan.URL(dir + "calendar.ics")},
			{"related", "application/pdf", w.plan.URL(dir + "notice.pdf")}},
		Authors: each(i.Authors, func(name string) atomAuthor { return atomAuthor{name} }), Summary: i.Text}
	if i.Language != feed.Language {
		entry.Lang = string(i.Language)
	}
	return entry
}
