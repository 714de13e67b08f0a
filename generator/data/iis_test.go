package data_test

import (
	"encoding/xml"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tonggao/generator/plan"
	"tonggao/generator/schema"
	"tonggao/generator/testkit"
)

// server is what IIS reads of web.config for a folder.
type server struct {
	Types []struct {
		Ending string `xml:"fileExtension,attr"`
		Type   string `xml:"mimeType,attr"`
	} `xml:"staticContent>mimeMap"`
	Cache *struct {
		Age    string `xml:"cacheControlMaxAge,attr"`
		Custom string `xml:"cacheControlCustom,attr"`
	} `xml:"staticContent>clientCache"`
	Headers []struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	} `xml:"httpProtocol>customHeaders>add"`
}

// sentByIIS are the headers with which IIS sends a file by web.config.
func sentByIIS(t *testing.T, config []byte, file string) map[string]string {
	t.Helper()
	var read struct {
		Root    server `xml:"system.webServer"`
		Folders []struct {
			Path   string `xml:"path,attr"`
			Server server `xml:"system.webServer"`
		} `xml:"location"`
	}
	if err := xml.Unmarshal(config, &read); err != nil {
		t.Fatal(err)
	}
	sent := map[string]string{}
	add := func(s server) {
		for _, kind := range s.Types {
			if strings.HasSuffix(file, kind.Ending) {
				sent["Content-Type"] = kind.Type
			}
		}
		if s.Cache != nil {
			age, err := time.Parse(time.TimeOnly, s.Cache.Age)
			if err != nil {
				t.Fatal(err)
			}
			sent["Cache-Control"] = directives(fmt.Sprintf("%s, max-age=%d", s.Cache.Custom, age.Hour()*3600+age.Minute()*60+age.Second()))
		}
		for _, h := range s.Headers {
			sent[h.Name] = h.Value
		}
	}
	add(read.Root)
	for _, folder := range read.Folders {
		if strings.HasPrefix(file, folder.Path+"/") {
			add(folder.Server)
		}
	}
	return sent
}

// directives are those of a Cache-Control in one order.
func directives(value string) string {
	parts := strings.Split(value, ", ")
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

// sentByHeaders are those that _headers asks for.
func sentByHeaders(headers []byte, file string) map[string]string {
	sent := map[string]string{}
	fits := false
	for line := range strings.Lines(string(headers)) {
		line = strings.TrimRight(line, "\n")
		name, value, ok := strings.Cut(strings.TrimPrefix(line, "  "), ": ")
		switch {
		case strings.HasPrefix(line, "/"):
			fits = regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(line), `\*`, ".*") + "$").MatchString("/" + file)
		case fits && ok && name == "Cache-Control":
			sent[name] = directives(value)
		case fits && ok:
			sent[name] = value
		}
	}
	return sent
}

// TestWebConfigSaysWhatHeadersSays holds, for every file of a site with all formats, that IIS sends
// all that _headers asks for, the same way; that it knows every ending, without which it
// sends nothing; and that it adds nothing but what it cannot choose by ending.
func TestWebConfigSaysWhatHeadersSays(t *testing.T) {
	for _, framers := range [][]string{nil, {"https://a.gov.cn", `https://b.gov.cn/?a="&b=<1>'`}} {
		s := testkit.Changshu(t)
		s.Formats = schema.SiteTable.Key("formats").One
		s.Framers = framers
		p, _ := plan.Make(s, plan.Options{})
		files := write(t, s)
		for _, o := range p.Outputs() {
			if path.Ext(o.Path) == "" || o.Kind == plan.NoJekyll || o.Kind == plan.WebConfig {
				continue // IIS sends neither
			}
			byIIS, asked := sentByIIS(t, files["web.config"], o.Path), sentByHeaders(files["_headers"], o.Path)
			if kind := plan.ContentType(o.Path); byIIS["Content-Type"] != kind && !strings.HasSuffix(o.Path, "feed.xml") && !strings.HasSuffix(o.Path, ".schema.json") || byIIS["Content-Type"] == "" {
				t.Fatalf("IIS sends %s as %q, want %q", o.Path, byIIS["Content-Type"], kind)
			}
			for name, value := range asked {
				if byIIS[name] != value && name != "Content-Type" {
					t.Fatalf("IIS sends %s with %s: %q, _headers with %q", o.Path, name, byIIS[name], value)
				}
			}
			for name := range byIIS {
				if _, also := asked[name]; !also && name != "Content-Type" && name != "Access-Control-Allow-Origin" && name != "Cache-Control" {
					t.Fatalf("IIS sends %s with %s, _headers without", o.Path, name)
				}
			}
		}
	}
}

// TestWebConfigIsTakenByIIS holds what IIS stops at, with a page of its own for every
// address: a section that stands twice in one place, and a name that is added and not
// removed before.
func TestWebConfigIsTakenByIIS(t *testing.T) {
	config := write(t, testkit.Changshu(t))["web.config"]
	decoder := xml.NewDecoder(strings.NewReader(string(config)))
	var path []string
	seen := map[string]bool{}
	removed := map[string]bool{}
	for {
		token, err := decoder.Token()
		if token == nil {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			key := ""
			for _, a := range e.Attr {
				if slices.Contains([]string{"path", "name", "fileExtension", "statusCode", "segment"}, a.Name.Local) && e.Name.Local != "error" || a.Name.Local == "statusCode" {
					key = a.Value
				}
			}
			path = append(path, e.Name.Local+"["+key+"]")
			place := strings.Join(path, "/")
			parent := strings.Join(path[:len(path)-1], "/")
			if seen[place] {
				t.Errorf("%s stands twice", place)
			}
			seen[place] = true
			switch e.Name.Local {
			case "remove":
				removed[parent+key] = true
			case "add", "mimeMap", "error":
				if key != "" && !removed[parent+key] {
					t.Errorf("%s is added and not removed before", place)
				}
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		}
	}
	if !seen["configuration[]/system.webServer[]/httpErrors[]/error[404]"] || !seen["configuration[]/system.webServer[]/directoryBrowse[]"] {
		t.Errorf("there is no page for what is not there, or folders are listed: %s", config)
	}
}
