package data

import (
	"bufio"
	"encoding/json"
	"io"

	"tonggao/generator/plan"
)

// The shape of a JSON Feed, version 1.1 (jsonfeed.org/version/1.1).
type jsonFeed struct {
	Version     string         `json:"version"`
	Title       string         `json:"title"`
	HomePage    string         `json:"home_page_url"`
	FeedURL     string         `json:"feed_url"`
	Description string         `json:"description,omitempty"`
	Language    string         `json:"language"`
	Authors     []jsonAuthor   `json:"authors"`
	Items       []jsonFeedItem `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonFeedItem struct {
	ID          string           `json:"id"`
	URL         string           `json:"url"`
	Title       string           `json:"title"`
	Text        string           `json:"content_text"`
	Published   string           `json:"date_published"`
	Modified    string           `json:"date_modified"`
	Authors     []jsonAuthor     `json:"authors"`
	Language    string           `json:"language"`
	Attachments []jsonAttachment `json:"attachments"`
}

type jsonAttachment struct {
	URL  string `json:"url"`
	Type string `json:"mime_type"`
}

func (w *Writer) jsonFeed(out *bufio.Writer, o plan.Output) error {
	n := w.news(o)
	author := func(name string) jsonAuthor { return jsonAuthor{name} }
	feed := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: n.Title, HomePage: n.Home, FeedURL: n.Self, Description: n.Note, Language: string(n.Language), Authors: each([]string{n.Author}, author)}
	feed.Items = each(n.Items, func(i newsItem) jsonFeedItem {
		dir := plan.NoticeDir(i.Notice)
		return jsonFeedItem{ID: i.ID, URL: w.plan.URL(plan.In(n.Language, dir)), Title: i.Title, Text: i.Text, Published: stamp(i.Notice.Issued.Stamp(0)), Modified: stamp(i.Updated), Authors: each(i.Authors, author),
			Language: string(i.Language), Attachments: []jsonAttachment{{w.plan.URL(dir + "notice.pdf"), "application/pdf"}, {w.plan.URL(dir + "calendar.ics"), "text/calendar"}}}
	})
	return plainJSON(out, feed)
}

// plainJSON writes a value with its characters as they are.
func plainJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}
