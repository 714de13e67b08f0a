package generator

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	ical "github.com/arran4/golang-ical"
	"golang.org/x/net/html"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/testkit"
)

// A told is what notices.json tells of a milestone, as a stranger's program
// would read it.
type told struct {
	ID, At, Precision, Written, Status string
	URL, PDF, Calendar                 string
	Sequence                           int
	TBD                                bool
	Daily                              any // the hours that it keeps; nil for none
	After, Before                      string
	Moves                              []struct{ From string }
}

// begins is where a calendar shows the milestone, "" for nowhere: at its time; at its
// bound, unless it was never more than to be announced; at the time that was taken
// back.
func (m *told) begins() string {
	begins := m.At
	had := false
	for _, move := range m.Moves {
		had = had || move.From != ""
	}
	if bound := cmp.Or(m.After, m.Before); begins == "" && (!m.TBD || had) {
		begins = bound
	}
	for i := len(m.Moves) - 1; i >= 0 && begins == ""; i-- {
		begins = m.Moves[i].From
	}
	if len(begins) == len("2006-01") {
		begins += "-01"
	}
	return begins
}

func (m *told) UnmarshalJSON(data []byte) error {
	type plain told
	var nullable struct {
		*plain
		At, After, Before *string
		Moves             []struct{ From *string }
	}
	nullable.plain = (*plain)(m)
	if err := json.Unmarshal(data, &nullable); err != nil {
		return err
	}
	for to, from := range map[*string]*string{&m.At: nullable.At, &m.After: nullable.After, &m.Before: nullable.Before} {
		if from != nil {
			*to = *from
		}
	}
	for _, move := range nullable.Moves {
		m.Moves = append(m.Moves, struct{ From string }{})
		if move.From != nil {
			m.Moves[len(m.Moves)-1].From = *move.From
		}
	}
	return nil
}

type published struct {
	Regions []struct {
		Notices []struct {
			ID         string
			Milestones []*told
		}
	}
}

// rendering keeps every output of the real site that a test asked for.
type rendering struct {
	t       *testing.T
	plan    *plan.Plan
	writers *Writers
	byPath  map[string]plan.Output
}

func realRendering(t *testing.T) *rendering {
	return renderingOf(t, look.New(os.DirFS("../templates")), realPlan(t))
}

func renderingOf(t *testing.T, templates *look.Look, p *plan.Plan) *rendering {
	t.Helper()
	w, problems, err := NewWriters(templates, p, nil)
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	r := &rendering{t: t, plan: p, writers: w, byPath: map[string]plan.Output{}}
	for _, o := range p.Outputs() {
		r.byPath[o.Path] = o
	}
	return r
}

func (r *rendering) bytes(path string) []byte {
	r.t.Helper()
	o, planned := r.byPath[path]
	if !planned {
		r.t.Fatalf("nothing is planned at %s", path)
	}
	var b bytes.Buffer
	if err := r.writers.Write(&b, o); err != nil {
		r.t.Fatal(err)
	}
	return b.Bytes()
}

// at turns an address of notices.json into the path of its file.
func (r *rendering) at(address string) string {
	path := strings.TrimPrefix(address, r.plan.Site.BaseURL+"/")
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return path
}

// Every milestone of notices.json has its page, its poster and its event file,
// and each of these, read back by a reader that knows nothing of this program,
// shows the same moment.
func TestEveryFormatSaysTheSame(t *testing.T) {
	pdftotext := testkit.Need(t, "pdftotext")
	r := realRendering(t)
	var all published
	if err := json.Unmarshal(r.bytes("notices.json"), &all); err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, region := range all.Regions {
		for _, notice := range region.Notices {
			for _, m := range notice.Milestones {
				count++
				samePage(t, notice.ID, m, r.bytes(r.at(m.URL)))
				sameEvent(t, notice.ID, m, r.bytes(r.at(m.Calendar)))
				samePoster(t, notice.ID, m, readPDF(t, pdftotext, r.bytes(r.at(m.PDF))))
			}
		}
	}
	if count < 70 {
		t.Errorf("only %d milestones", count)
	}
}

// samePage wants a time element with the instant and the words.
func samePage(t *testing.T, notice string, m *told, page []byte) {
	t.Helper()
	document, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	if m.At == "" {
		if !strings.Contains(nodeText(document), "另行通知") && !strings.Contains(nodeText(document), squeeze(m.Written)) {
			t.Errorf("%s#%s: the page does not say that the time is pending", notice, m.ID)
		}
		return
	}
	for n := range document.Descendants() {
		if n.Type == html.ElementNode && n.Data == "time" && attribute(n, "datetime") == m.At && strings.Contains(nodeText(n), squeeze(m.Written)) {
			return
		}
	}
	t.Errorf("%s#%s: the page has no time %s with the words %s", notice, m.ID, m.At, m.Written)
}

func sameEvent(t *testing.T, notice string, m *told, file []byte) {
	t.Helper()
	calendar, err := ical.ParseCalendar(bytes.NewReader(file))
	if err != nil {
		t.Fatalf("%s#%s: %v", notice, m.ID, err)
	}
	events := calendar.Events()
	begins := m.begins()
	if begins == "" {
		if len(events) != 0 {
			t.Errorf("%s#%s: an event for a fact without a day", notice, m.ID)
		}
		return
	}
	if len(events) == 0 || len(events) != 1 && m.Daily == nil {
		t.Errorf("%s#%s: %d events", notice, m.ID, len(events))
		return
	}
	if have := startOf(t, events[0]); have != begins && (m.Daily == nil || have < begins) { // hours begin when they do
		t.Errorf("%s#%s: the event begins %s, the fact %s", notice, m.ID, have, begins)
	}
	if status := events[0].GetProperty(ical.ComponentPropertyStatus); status == nil || !strings.EqualFold(status.Value, m.Status) {
		t.Errorf("%s#%s: the event is %v, the fact %s", notice, m.ID, status, m.Status)
	}
}

// startOf writes an event's start as notices.json writes a moment.
func startOf(t *testing.T, e *ical.VEvent) string {
	t.Helper()
	property := e.GetProperty(ical.ComponentPropertyDtStart)
	if len(property.Value) == len("20060102") {
		day, err := time.Parse("20060102", property.Value)
		if err != nil {
			t.Fatal(err)
		}
		return day.Format(time.DateOnly)
	}
	at, err := time.ParseInLocation("20060102T150405", property.Value, time.FixedZone("", 8*60*60))
	if err != nil || len(property.ICalParameters["TZID"]) != 1 || property.ICalParameters["TZID"][0] != "Asia/Shanghai" {
		t.Fatal(property, err)
	}
	return at.Format(time.RFC3339)
}

// samePoster wants the date, and the hour where there is one, in the sheet's own
// words; a poster breaks them over lines.
func samePoster(t *testing.T, notice string, m *told, text string) {
	t.Helper()
	want := squeeze(m.Written)
	if m.At == "" {
		want = "另行通知"
		if strings.Contains(text, "待定") || !m.TBD {
			return
		}
	}
	date, clock, _ := strings.Cut(want, "日")
	if !strings.Contains(text, date) || !strings.Contains(text, clock) {
		t.Errorf("%s#%s: the poster does not say %s:\n%s", notice, m.ID, want, text)
	}
}

// readPDF reads a sheet in the order in which it was drawn, so that a table is
// read cell by cell.
func readPDF(t *testing.T, program string, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(program, "-raw", "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return squeeze(string(text))
}

// squeeze takes all white space away: where lines break is no difference.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

func nodeText(n *html.Node) string {
	var text strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "script" && d.Parent.Data != "style" {
			text.WriteString(d.Data)
		}
	}
	return squeeze(text.String())
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// Every notice and edition: what the page's article says is what the sheet
// prints, whole and in order.
func TestPageAndSheetCarryOneText(t *testing.T) {
	pdftotext := testkit.Need(t, "pdftotext")
	r := realRendering(t)
	for _, o := range r.plan.Outputs() {
		if o.Kind != prints.Notice {
			continue
		}
		page := strings.TrimSuffix(o.Path, "notice.pdf") + "index.html"
		document, err := html.Parse(bytes.NewReader(r.bytes(page)))
		if err != nil {
			t.Fatal(err)
		}
		article := proseOf(document)
		if article == nil {
			t.Errorf("%s has no article .prose", page)
			continue
		}
		inOrder(t, o.Path, blocksOf(article), readPDF(t, pdftotext, r.bytes(o.Path)))
	}
}

func proseOf(document *html.Node) *html.Node {
	for n := range document.Descendants() {
		if n.Type == html.ElementNode && strings.Contains(" "+attribute(n, "class")+" ", " prose ") {
			for up := n; up != nil; up = up.Parent {
				if up.Data == "article" {
					return n
				}
			}
		}
	}
	return nil
}

// blocksOf lists the text of every innermost block of an article, in order.
func blocksOf(article *html.Node) []string {
	var blocks []string
	for n := range article.Descendants() {
		if n.Type != html.ElementNode || !isBlock(n) || hasBlock(n) {
			continue
		}
		if text := nodeText(n); text != "" {
			blocks = append(blocks, text)
		}
	}
	return blocks
}

func isBlock(n *html.Node) bool {
	return strings.Contains(" p h1 h2 h3 h4 h5 h6 li td th div dd dt ", " "+n.Data+" ")
}

func hasBlock(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && isBlock(d) {
			return true
		}
	}
	return false
}

// inOrder finds the blocks one behind the other. What stands between, and may
// stand inside a block that runs over two pages, is a page's foot: never longer
// than the limit here, and met only where the text does not go on.
func inOrder(t *testing.T, path string, blocks []string, text string) {
	t.Helper()
	const foot = 600 // octets
	rest := []rune(strings.Join(blocks, ""))
	for at := 0; len(rest) > 0; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == rest[0] && at < len(text) {
			at, rest = at+size, rest[1:]
			continue
		}
		next := string(rest[:min(len(rest), 8)])
		i := strings.Index(text[at:], next)
		if i < 0 || i > foot {
			t.Errorf("%s: the sheet lacks, or has elsewhere: %s", path, string(rest[:min(len(rest), 40)]))
			return
		}
		at += i
	}
}
