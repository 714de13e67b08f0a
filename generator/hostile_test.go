package generator

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"tonggao/generator/look"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
)

// hostile is a site whose author attacks every format with what a file can hold:
// markup, quotes, ends of scripts and comments, line breaks that would forge a
// calendar line, strings of PDF, templates of other programs.
func hostile() fstest.MapFS {
	// None of the tags is closed, since the reader refuses those that are; a browser
	// closes them at the next >.
	const markup = `</script <script alert(1) <img src=x onerror=alert(1) \"'` + "`"
	const label = `</script <img src=x onerror=alert(1) ` // as long as a label may be
	const forged = `名称)>>/JS(app.alert(1));,\\nBEGIN:VEVENT`
	q := func(text string) string { return `"` + text + `"` }
	return fstest.MapFS{
		"site.toml": {Data: []byte(`name = ` + q(markup) + `
base_url = "https://gonggao.example"
sample = true
hotlines = ["12345"]
[service.water]
name = ` + q(markup) + `
[audience.all]
name = ` + q(forged) + `
[foot]
host = ` + q(markup) + `
`)},
		"anping/region.toml": {Data: []byte(`name = ` + q(markup) + `
issuer = ` + q(forged) + `
[contact.desk]
name = ` + q(markup) + `
phones = ["0571-85119460"]
hours = ` + q(markup) + `
note = ` + q(forged) + `
`)},
		"anping/2024-water/notice.toml": {Data: []byte(`title = ` + q(markup+forged) + `
issued = 2024-05-06
number = ` + q(markup) + `
[milestone.stop]
kind = "suspend"
service = "water"
at = "2024-05-11 08:00"
label = ` + q(label) + `
text = ` + q(forged) + `
instead = ` + q(markup) + `
scope = ` + q(markup) + `
audience = ["all"]
`)},
		"anping/2024-water/10-text.md": {Data: []byte("+++\ntitle = " + q(markup) + "\n+++\n\\</script\\>\\<script\\>alert(1)\\</script\\> \\<b onclick=alert(1)\\> ${7*7} %s\n")},
	}
}

// said is what a PDF has of an author's words: strings, the packet of XMP, the event that
// is attached.
var said = regexp.MustCompile(`(?s)BEGIN:VCALENDAR.*?END:VCALENDAR|<\?xpacket begin.*?<\?xpacket end[^>]*>|\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f\s]*>`)

func TestHostileWordsStayWords(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	_, problems, err := Build(context.Background(), Options{Regions: hostile(), Look: look.New(os.DirFS("../templates"))}, Target{Options: publish.Options{Output: output}})
	if err != nil {
		t.Fatal(err)
	}
	if problems.Failed() {
		t.Fatalf("the site is refused, so that this test tests nothing: %v", problems)
	}
	for name, f := range memory(t, output) {
		switch path.Ext(name) {
		case ".html":
			harmlessPage(t, name, f.Data)
		case ".ics":
			if bytes.Count(f.Data, []byte("\nBEGIN:VEVENT")) > 1 {
				t.Errorf("%s: an author's words began an event", name)
			}
		case ".pdf":
			objects := said.ReplaceAll(testkit.PlainPDF(f.Data), nil)
			for _, word := range []string{"/JS", "/JavaScript", "/Launch", "/OpenAction"} {
				if bytes.Contains(objects, []byte(word)) {
					t.Errorf("%s: holds %s", name, word)
				}
			}
		case ".json":
			if !json.Valid(f.Data) {
				t.Errorf("%s: is no JSON", name)
			}
		case ".xml":
			wellFormed(t, name, f.Data)
		}
	}
}

// harmlessPage fails when a page has a script that is not the program's own, a
// handler, or a link that runs something.
func harmlessPage(t *testing.T, name string, page []byte) {
	t.Helper()
	for tokens := html.NewTokenizer(bytes.NewReader(page)); ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return
		}
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
			continue
		}
		token := tokens.Token()
		attributes := map[string]string{}
		for _, a := range token.Attr {
			attributes[a.Key] = a.Val
			if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
				t.Errorf("%s: %s has %s=%q", name, token.Data, a.Key, a.Val)
			}
		}
		data := strings.HasPrefix(attributes["type"], "application/")
		if token.Data == "img" && attributes["src"] != "code.png" || token.Data == "script" && !data && !strings.Contains(attributes["src"], "assets/") {
			t.Errorf("%s: an author's words became %s", name, token)
		}
	}
}

func wellFormed(t *testing.T, name string, text []byte) {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// TestForbiddenCharactersAreRefused holds that what no reader sees cannot be
// published: control characters, marks that turn the direction of a line, and
// line breaks in names.
func TestForbiddenCharactersAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"control": `a\u0007b`, "line break": `a\nATTACH:x`, "return": `a\rb`, "right to left": `a\u202Eb`, "isolate": `a\u2066b`,
		"line separator": `a\u2028b`, "zero width": `a\u200Bb`, "noncharacter": `a\uFFFEb`,
	} {
		for file, key := range map[string]string{"anping/region.toml": "issuer", "anping/2024-water/notice.toml": "title", "site.toml": "name"} {
			files := water()
			kept := ""
			for line := range strings.Lines(string(files[file].Data)) {
				if strings.HasPrefix(line, key+" ") {
					line = key + " = \"" + text + "\"\n"
				}
				kept += line
			}
			files[file] = &fstest.MapFile{Data: []byte(kept)}
			_, problems, err := Load(Options{Regions: files, Look: look.New(os.DirFS("../templates"))})
			if err != nil || !problems.Failed() {
				t.Errorf("%s in %s of %s is let through: %v", name, key, file, err)
			}
		}
	}
	for name, text := range map[string]string{"right to left": "甲\u202e乙", "by its number": "甲&#x202e;乙", "by its name": "甲&ZeroWidthSpace;乙", "separator": "甲\u2028乙"} {
		files := water()
		add(files, "anping/2024-water/10-text.md", text+"\n")
		_, problems, err := Load(Options{Regions: files, Look: look.New(os.DirFS("../templates"))})
		if err != nil || !problems.Failed() {
			t.Errorf("%s in a fragment is let through: %v", name, err)
		}
	}
}
