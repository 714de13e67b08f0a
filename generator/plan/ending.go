package plan

import (
	"path"
	"strings"
)

// An ending is how the files of a kind end, with what follows from it for those who send
// or compare them. A new format is a row here.
type ending struct {
	name, media string
	of          Format // of files whose addresses people hold; empty for parts of others
	rare        bool   // hosts seldom know it
}

var endings = []ending{
	{".css", "text/css; charset=utf-8", "", false},
	{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", DOCX, true},
	{".html", "text/html; charset=utf-8", HTML, false},
	{".ics", "text/calendar; charset=utf-8", ICS, false},
	{".js", "text/javascript; charset=utf-8", "", false},
	{".json", "application/json; charset=utf-8", Data, false},
	{".minisig", "text/plain; charset=utf-8", "", false},
	{".ofd", "application/ofd", OFD, true},
	{".pdf", "application/pdf", PDF, false},
	{".png", "image/png", Pictures, false},
	{".svg", "image/svg+xml", "", false},
	{".txt", "text/plain; charset=utf-8", "", false},
	{".webmanifest", "application/manifest+json", "", false},
	{".xml", "application/xml; charset=utf-8", Data, false},
	{".zip", "application/zip", Bundle, false},
}

// named are the files of which their name says more than its ending.
var named = []ending{
	{"feed.xml", "application/atom+xml; charset=utf-8", Data, false},
	{"now.json", "application/json; charset=utf-8", HTML, false}, // for pages of other sites
	{"now.schema.json", "application/schema+json", HTML, false},
	{".schema.json", "application/schema+json", Data, false},
	{"web.config", "application/xml; charset=utf-8", "", false},
	{"_headers", "text/plain; charset=utf-8", "", false},
	{"code.png", "image/png", "", false},
	{"notice.txt", "text/plain; charset=utf-8", Texts, false},
}

func endingOf(file string) ending {
	for _, list := range [][]ending{named, endings} {
		for _, e := range list {
			if strings.HasSuffix(file, e.name) {
				return e
			}
		}
	}
	return ending{}
}

// Endings lists the endings of all files that a build can publish.
func Endings() []string {
	var names []string
	for _, e := range endings {
		names = append(names, e.name)
	}
	return names
}

// RareEndings lists those of which hosts seldom know the media type.
func RareEndings() []string {
	var names []string
	for _, f := range Formats {
		for _, e := range endings {
			if e.of == f && e.rare {
				names = append(names, e.name)
			}
		}
	}
	return names
}

// ContentType is the media type that a host must send for a published file. It
// names the character set: without it Google shows Chinese calendars garbled. It is empty
// for a file that no build publishes.
func ContentType(file string) string { return endingOf(file).media }

// FormatOf is the format of a published file that stands for itself; "" for a part of
// others, such as a style, and for what a host alone reads.
func FormatOf(file string) Format {
	folder, name := path.Base(path.Dir(file)), path.Base(file)
	if folder == "texts" && name != "index.html" && (name == "code.png" || path.Ext(name) != ".png") {
		return Texts
	}
	return endingOf(file).of
}
