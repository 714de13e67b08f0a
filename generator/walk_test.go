package generator_test

import (
	"cmp"
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// A walk is a site that is moved again and again by the command.
type walk struct {
	*testing.T
	*rand.Rand
	pdftotext string
	codes     map[string]bool // every code that was ever printed
	day       time.Time       // of the last move
}

// FuzzMoves moves milestones of any site at random, by the command, and builds over
// what was published. What move writes is built; page, sheet, calendar and JSON agree
// on every milestone; no old time stands as if it held; and every earlier sheet is
// told to be earlier.
func FuzzMoves(f *testing.F) {
	for _, seed := range []uint64{0, 1, 2, 3, 194, 1266} {
		f.Add(seed)
	}
	templates, err := filepath.Abs("../templates")
	if err != nil {
		f.Fatal(err)
	}
	pdftotext, err := exec.LookPath("pdftotext")
	f.Fuzz(func(t *testing.T, seed uint64) {
		if err != nil {
			testkit.Need(t, "pdftotext")
		}
		walkAnySite(t, seed, templates, pdftotext)
	})
}

// walkAnySite moves until the last build, which has sheets too: those are what takes
// the time.
func walkAnySite(t *testing.T, seed uint64, templates, pdftotext string) {
	t.Setenv("TONGGAO_LANG", "en")
	t.Setenv("TONGGAO_STORY_TEMPLATES", templates)
	t.Chdir(t.TempDir())
	w := &walk{T: t, Rand: rand.New(rand.NewPCG(seed, 41)), pdftotext: pdftotext, codes: map[string]bool{}, day: time.Date(2025, 2, 1, 0, 0, 0, 0, site.China)}
	if err := os.CopyFS("regions", testkit.AnySite(w.Rand)); err != nil {
		t.Fatal(err)
	}
	if code, _, _ := tonggao("build", "--quiet", "--formats", "html,ics,data"); code != 0 {
		return // the reader refuses some
	}
	w.look(false)
	for range 1 + w.IntN(4) {
		w.step()
	}
	good(t, "build", "--quiet")
	w.look(true)
}

// order is the command that moves a milestone somewhere, on this day of the walk or a later one.
func (w *walk) order(notice string, m publishedFact) (args, to []string) {
	w.day = w.day.AddDate(0, 0, w.IntN(3))
	to = w.aim(m)
	return append([]string{"move", notice + "#" + m.ID, "--why", "联调测试延长", "--yes", "--quiet", "--on", w.day.Format(time.DateOnly)}, to...), to
}

// step moves one milestone, if the command takes it.
func (w *walk) step() {
	all := w.notices()
	n := all[w.IntN(len(all))]
	if len(n.Milestones) == 0 {
		return
	}
	m := n.Milestones[w.IntN(len(n.Milestones))]
	args, to := w.order(n.ID, m)
	name := filepath.Join("regions", filepath.FromSlash(n.ID), "notice.toml")
	before := readFile(w, name)
	if code, _, said := tonggao(args...); code != 0 {
		if readFile(w, name) != before {
			w.Errorf("%v is refused, and writes: %s", args, said)
		}
		return
	}
	w.Logf("tonggao %s", strings.Join(args, " "))
	if code, _, said := tonggao("build", "--quiet", "--formats", "html,ics,data"); code != 0 {
		if !w.mended(n.ID, said) {
			w.Fatalf("the build refuses what move wrote: %s", said)
		}
		good(w.T, "build", "--quiet", "--formats", "html,ics,data")
	}
	w.arrived(n.ID, m.ID, to)
	w.look(false)
}

// cited are the milestones of which a refused build says that they are withdrawn, and
// that a text gives their time.
var cited = regexp.MustCompile(`00-text\.md:\d+:\d+: \{\{(\w+)[^}]*\}\} gives the time of a fact that was withdrawn`)

// mended takes the sentences out that name what is withdrawn, a stop and what belongs to
// it, where a build that was refused says so: an author does that by hand.
func (w *walk) mended(notice, said string) bool {
	name := filepath.Join("regions", filepath.FromSlash(notice), "00-text.md")
	text := readFile(w, name)
	for _, found := range cited.FindAllStringSubmatch(said, -1) {
		sentence := regexp.MustCompile(`(?m)^事项见\{\{` + found[1] + `( \w+)?\}\}。\n`)
		text = sentence.ReplaceAllString(text, "")
	}
	changed := text != readFile(w, name)
	writeFile(w, name, text)
	return changed
}

// aim is what is typed behind a milestone: any of what move can do.
func (w *walk) aim(m publishedFact) []string {
	at := time.Date(2024, time.Month(1+w.IntN(12)), 1+w.IntN(28), w.IntN(24), 30*w.IntN(2), 0, 0, site.China)
	if m.At != nil {
		for _, form := range []string{time.RFC3339, time.DateOnly} {
			if known, err := time.ParseInLocation(form, *m.At, site.China); err == nil {
				at = known.Add(time.Duration(w.IntN(200)-60) * time.Hour)
			}
		}
	}
	exact := at.Format("2006-01-02 15:04")
	switch w.IntN(14) {
	case 0:
		return []string{"--withdraw"}
	case 1:
		return []string{"tbd"}
	case 2:
		return []string{"tbd", "--after", exact}
	case 3:
		return []string{"--after", exact}
	case 4:
		return []string{"--before", exact}
	case 5:
		return []string{"--certain"}
	case 6:
		return []string{"--until", exact}
	case 7:
		return []string{at.Format(time.DateOnly)}
	case 8:
		return []string{at.Format(time.DateOnly) + " 24:00"}
	case 9, 10:
		return []string{"--by", []string{"1d", "-1d", "3h", "-90m", "2d12h"}[w.IntN(5)]}
	case 11:
		return []string{exact, "--whole"}
	}
	return []string{exact}
}

// arrived wants a milestone where it was sent, if that was an exact time.
func (w *walk) arrived(notice, milestone string, to []string) {
	asked, err := time.ParseInLocation("2006-01-02 15:04", to[0], site.China)
	for _, n := range w.notices() {
		for _, m := range n.Milestones {
			if n.ID != notice || m.ID != milestone {
				continue
			}
			if err == nil && (m.At == nil || *m.At != asked.Format(time.RFC3339)) {
				w.Errorf("%s#%s was moved to %s, notices.json has %v", notice, milestone, to, *cmp.Or(m.At, new(string)))
			}
			if to[0] == "--withdraw" && m.Status != "cancelled" || to[0] == "tbd" && m.At != nil {
				w.Errorf("%s#%s was moved to %s, notices.json has %+v", notice, milestone, to, m)
			}
		}
	}
}

// A walkedNotice is a notice in notices.json.
type walkedNotice struct {
	ID, Code   string
	Editions   []struct{ Code string }
	Milestones []publishedFact
}

func (w *walk) notices() (all []walkedNotice) {
	var facts struct {
		Regions []struct{ Notices []walkedNotice }
	}
	if err := json.Unmarshal([]byte(readFile(w, "output/notices.json")), &facts); err != nil {
		w.Fatal(err)
	}
	for _, r := range facts.Regions {
		all = append(all, r.Notices...)
	}
	return all
}

// look reads all that is published.
func (w *walk) look(printed bool) {
	present := map[string]bool{}
	for _, n := range w.notices() {
		present[n.Code] = true
		for _, e := range n.Editions {
			present[e.Code] = true
		}
		for i, m := range n.Milestones {
			present[m.Code] = true
			w.agree(n.ID, m, printed && i%4 == 0)
		}
		w.noneOld(n)
	}
	for code := range present {
		w.codes[code] = true
	}
	for code := range w.codes {
		_, out, _ := tonggao("verify", "--json", code)
		if strings.Contains(out, `"newest":true`) != present[code] || strings.Contains(out, `"notice":null`) {
			w.Errorf("the code %s, of now: %v, is told to be %s", code, present[code], out)
		}
	}
}

// agree holds page, calendar and sheet against notices.json.
func (w *walk) agree(notice string, m publishedFact, printed bool) {
	at := ""
	if m.At != nil {
		at = *m.At
	}
	if at == "" {
		return
	}
	dir := filepath.Join("output", filepath.FromSlash(notice), m.ID)
	s := &story{standing: map[string]fact{m.ID: {at: at, words: m.Written}}}
	s.timeStands(w.T, m.ID, parsePage(w.T, filepath.Join(dir, "index.html")))
	events := entries(w.T, filepath.Join(dir, "event.ics"))
	begins := strings.NewReplacer("-", "", ":", "").Replace(strings.TrimSuffix(at, "+08:00"))
	hours := m.Daily != nil // then an event for each window, when it begins
	if e := events[m.UID]; len(at) > len("2024-05") && (!hours && e.begins != begins || !strings.EqualFold(e.status, m.Status) || e.sequence != m.Sequence || !hours && len(events) != 1) {
		w.Errorf("the event of %s#%s is %+v, the fact %+v at %s", notice, m.ID, events, m, at)
	}
	if !printed {
		return
	}
	text := squeezed(weekday.ReplaceAllString(readSheet(w.T, w.pdftotext, filepath.Join(dir, "poster.pdf")), ""))
	if date, clock, _ := strings.Cut(m.Written, "日"); !strings.Contains(text, date) || !strings.Contains(text, clock) {
		w.Errorf("the poster of %s#%s does not say %s: %s", notice, m.ID, m.Written, text)
	}
}

// oldWords finds in a told move the exact time that it took away.
var oldWords = regexp.MustCompile(`原定(\d{4}年[^，（]*(?:时|分))，`)

// noneOld looks in all of a notice for times that its moves took away.
func (w *walk) noneOld(n walkedNotice) {
	w.struck(n)
	old := map[string]bool{}
	for _, m := range n.Milestones {
		for _, move := range m.Moves {
			if found := oldWords.FindStringSubmatch(move.Text); found != nil {
				old[found[1]] = true
			}
		}
	}
	for words := range old {
		for _, m := range n.Milestones {
			if m.Status != "cancelled" && strings.Contains(m.When+m.Written, words) || m.Until != nil {
				delete(old, words) // it holds again, of this one or another; a window says its ends in its own way
			}
		}
	}
	var was []string
	for words := range old {
		was = append(was, words)
	}
	dir := filepath.Join("output", filepath.FromSlash(n.ID))
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".html" && filepath.Ext(name) != ".ics" {
			return err
		}
		text := strings.NewReplacer("\r\n ", "", `\n`, "\x00", "\r\n", "\x00").Replace(readFile(w, name))
		if filepath.Ext(name) == ".html" {
			text = everyText(parsePage(w.T, name))
		}
		for _, found := range stale(text, was) {
			w.Errorf("%s: an old time stands as if it held: %s", name, found)
		}
		return nil
	})
	if err != nil {
		w.Fatal(err)
	}
}
