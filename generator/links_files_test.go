package generator

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"strings"
)

// xml follows the links of feeds and sitemaps.
func (w *walker) xml(name string) {
	decoder := xml.NewDecoder(bytes.NewReader(w.files[name]))
	inside := ""
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			w.fault(name, "%v", err)
			return
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local
			for _, a := range token.Attr {
				if a.Name.Local == "href" || a.Name.Local == "src" {
					w.follow(name, a.Value, names)
				}
			}
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); inside == "loc" && text != "" {
				w.follow(name, text, names)
			} else {
				w.text(name, text)
			}
		case xml.EndElement:
			inside = ""
		}
	}
}

// sitemap wants every page in it, once, with its versions, and nothing else.
func (w *walker) sitemap() {
	if w.files["sitemap.xml"] == nil {
		return
	}
	listed := map[string]bool{}
	for name, content := range w.files {
		if !strings.HasPrefix(name, "sitemap") || path.Ext(name) != ".xml" {
			continue
		}
		var part struct {
			URLs []struct {
				Loc   string `xml:"loc"`
				Links []struct {
					Lang string `xml:"hreflang,attr"`
					Href string `xml:"href,attr"`
				} `xml:"link"`
			} `xml:"url"`
		}
		if err := xml.Unmarshal(content, &part); err != nil {
			w.fault(name, "%v", err)
		}
		for _, one := range part.URLs {
			inside, _ := w.within(one.Loc)
			page := strings.TrimSuffix(inside, "#")
			if path.Ext(page) != ".html" || listed[page] || w.unlisted(page) {
				w.fault(name, "%s is listed, and is no page, or twice", one.Loc)
			}
			listed[page] = true
			versions := w.versions(page)
			for _, l := range one.Links {
				inside, _ := w.within(l.Href)
				if versions[l.Lang] != strings.TrimSuffix(inside, "#") {
					w.fault(name, "%s: its version in %s is %s, which the page does not say", one.Loc, l.Lang, l.Href)
				}
			}
			if len(one.Links) != len(versions) {
				w.fault(name, "%s has %d versions, and names %d", one.Loc, len(one.Links), len(versions))
			}
		}
	}
	for name := range w.files {
		if path.Base(name) == "index.html" && !listed[name] && !w.unlisted(name) {
			w.fault("sitemap.xml", "lacks %s", name)
		}
	}
}

// unlisted reports whether a page only leads on to another, or asks not to be found.
func (w *walker) unlisted(name string) bool {
	for n := range w.page(name).Descendants() {
		if n.Data == "meta" && (strings.EqualFold(attribute(n, "http-equiv"), "refresh") || attribute(n, "name") == "robots") {
			return true
		}
	}
	return false
}

// ours finds addresses of the site in any text. They end where the text goes on.
var ours = regexp.MustCompile(`(?:https?|webcal)://[^\s"'<>\\，。；：、）)\]]+`)

// text follows what a text has of this site's own addresses.
func (w *walker) text(name, text string) {
	for _, address := range ours.FindAllString(text, -1) {
		if _, here := w.within(address); here {
			w.follow(name, address, names)
		}
	}
}

// ics follows the properties of a calendar whose values are addresses, and those in
// its texts.
func (w *walker) ics(name string) {
	whole := strings.NewReplacer("\r\n ", "", "\r\n\t", "").Replace(string(w.files[name]))
	for _, line := range strings.Split(whole, "\r\n") {
		property, value, _ := strings.Cut(line, ":")
		property, _, _ = strings.Cut(property, ";")
		switch property {
		case "URL", "SOURCE", "ATTACH", "IMAGE", "CONFERENCE":
			if property == "ATTACH" {
				value = value[strings.LastIndex(value, "http"):]
			}
			w.follow(name, value, names)
		default:
			w.text(name, strings.ReplaceAll(value, `\n`, " "))
		}
	}
}

func (w *walker) json(name string) {
	var value any
	if err := json.Unmarshal(w.files[name], &value); err != nil {
		w.fault(name, "%v", err)
		return
	}
	w.value(name, "", value)
}

// annotation is a link of a sheet, ISO 32000-1, 12.6.4.7.
var annotation = regexp.MustCompile(`/URI\s*\(((?:[^\\()]|\\.)*)\)`)

// pdf follows the links of a sheet. Each has one to its page, which is what its code
// says too.
func (w *walker) pdf(name string) {
	all := annotation.FindAllSubmatch(w.files[name], -1)
	page := false
	for _, found := range all {
		address := regexp.MustCompile(`\\(.)`).ReplaceAllString(string(found[1]), "$1")
		page = w.follow(name, address, leads) != "" || page
	}
	if !page {
		w.fault(name, "has no link to its page")
	}
}

// zip follows the links of a bundle's pages: inside it, or to the site.
func (w *walker) zip(name string) {
	z, err := zip.NewReader(bytes.NewReader(w.files[name]), int64(len(w.files[name])))
	if err != nil {
		w.fault(name, "%v", err)
		return
	}
	inner := newWalker(map[string][]byte{}, "bundle:")
	for _, f := range z.File {
		content, err := f.Open()
		if err != nil {
			w.fault(name, "%v", err)
			return
		}
		inner.files[f.Name], err = io.ReadAll(content)
		if err != nil {
			w.fault(name, "%v", err)
		}
	}
	for file, content := range inner.files {
		w.text(name+"/"+file, onlyText(file, content))
		if path.Ext(file) != ".html" {
			continue
		}
		for n := range inner.page(file).Descendants() {
			for _, a := range n.Attr {
				if a.Key != "href" && a.Key != "src" || strings.HasPrefix(a.Val, "data:") || n.Data == "link" && attribute(n, "hreflang") != "" {
					continue
				}
				if _, here := w.within(a.Val); here {
					w.follow(name+"/"+file, a.Val, names)
				} else if use := map[bool]use{true: leads, false: loads}[n.Data == "a"]; true {
					inner.follow(file, a.Val, use)
				}
			}
		}
	}
	for _, fault := range inner.faults {
		w.fault(name, "%s", fault)
	}
}

// onlyText is what a file of a bundle says in letters, if it does.
func onlyText(file string, content []byte) string {
	if path.Ext(file) == ".txt" {
		return string(content)
	}
	return ""
}

// headers wants each rule of _headers to be about some file.
func (w *walker) headers() {
	for _, line := range strings.Split(string(w.files["_headers"]), "\n") {
		if line == "" || line[0] == ' ' {
			continue
		}
		rule := regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(line), `\*`, ".*") + "$")
		found := false
		for name := range w.files {
			found = found || rule.MatchString("/"+name)
		}
		if !found {
			w.fault("_headers", "%s is about no file", line)
		}
	}
	w.text("robots.txt", string(w.files["robots.txt"]))
}
