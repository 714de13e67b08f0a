package ofd

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"tonggao/generator/testkit"
)

// opened has ofd.js read a file in Chromium, with a style and a script beside it.
func opened(t *testing.T, file []byte, style, script string, flags ...string) []byte {
	t.Helper()
	chromium, reader := testkit.Need(t, "chromium"), testkit.Package(t, "ofd.js/lib/ofd.umd.min.js")
	page := fmt.Sprintf(`<!doctype html><meta charset="utf-8"><style>%s</style><body><script src="file://%s"></script><script>const data = "%s"`+"\n%s</script>",
		style, filepath.ToSlash(reader), base64.StdEncoding.EncodeToString(file), script)
	dir := t.TempDir()
	name := filepath.Join(dir, "page.html")
	if err := os.WriteFile(name, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	flags = append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir=" + filepath.Join(dir, "profile"), "--virtual-time-budget=60000"}, flags...)
	out, err := exec.Command(chromium, append(flags, "file://"+filepath.ToSlash(name))...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A glyph is what a reader sees of one: its left edge and baseline in
// millimetres from the top left corner of its page.
type glyph struct {
	Page int
	Char string
	X, Y float64
}

// script asks ofd.js for the pages of a file and puts the place of every character into
// the document. The reader draws each as a text of its own; a page of 210 mm tells its scale.
const script = `
const octets = Uint8Array.from(atob(data), c => c.charCodeAt(0))
const say = text => { document.body.textContent = text }
ofd.parseOfdDocument({ofd: octets.buffer, fail: e => say('failed: ' + e), success(all) {
	const found = []
	ofd.renderOfd(840, all[0]).forEach((page, n) => {
		const scale = parseFloat(page.style.width) / 210
		for (const svg of page.querySelectorAll('svg')) for (const t of svg.querySelectorAll('text'))
			found.push({page: n, char: t.textContent, x: (parseFloat(svg.style.left) + parseFloat(t.getAttribute('x'))) / scale,
				y: (parseFloat(svg.style.top) + parseFloat(t.getAttribute('y'))) / scale})
	})
	say('[found]' + JSON.stringify(found) + '[end]')
}})`

var foundByReader = regexp.MustCompile(`(?s)\[found\](.*)\[end\]`)

// seen gives a file to ofd.js in Chromium and returns every character that it places.
func seen(t *testing.T, file []byte) []glyph {
	t.Helper()
	out := opened(t, file, "", script, "--dump-dom")
	found := foundByReader.FindSubmatch(bytes.ReplaceAll(out, []byte(script), nil))
	if found == nil {
		t.Fatalf("ofd.js does not read it: %s", out[max(0, len(out)-300):])
	}
	var all []glyph
	if err := json.Unmarshal([]byte(html.UnescapeString(string(found[1]))), &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// inPDF gives a PDF file to MuPDF and returns every character of it.
func inPDF(t *testing.T, file []byte) []glyph {
	t.Helper()
	node, module := testkit.Need(t, "node"), testkit.Package(t, "mupdf/dist/mupdf.js")
	name := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	const program = `
import fs from 'fs'
const mupdf = await import('file://' + process.argv[1])
const document = mupdf.Document.openDocument(fs.readFileSync(process.argv[2]), 'application/pdf')
const found = [], mm = 25.4 / 72
for (let n = 0; n < document.countPages(); n++)
	document.loadPage(n).toStructuredText('preserve-whitespace,ignore-actualtext,accurate-bboxes').walk({
		onChar(char, origin) { found.push({page: n, char, x: origin[0] * mm, y: origin[1] * mm}) }})
console.log(JSON.stringify(found))`
	out, err := exec.Command(node, "--input-type=module", "-e", program, module, name).Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []glyph
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	return all
}
