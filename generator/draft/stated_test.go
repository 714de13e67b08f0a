package draft_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tonggao/generator/draft"
	"tonggao/generator/mention"
	"tonggao/generator/problem"
	"tonggao/generator/site"
)

// A textTimes is what a text says of time: its days, months and clocks.
type textTimes struct {
	days, months map[string]bool
	clocks       map[int]bool // minutes from midnight
}

// timesOf reads a text as a draft of it must: with its own day of issue.
func timesOf(text string, issued site.Day) textTimes {
	all := textTimes{map[string]bool{issued.String(): true}, map[string]bool{}, map[int]bool{0: true}}
	for _, t := range mention.Find(text, issued) {
		if t.Moment.Known() {
			all.days[t.Moment.Day().String()] = true
			all.months[t.Moment.Instant.Format("2006-01")] = true
			if t.Day > 0 {
				written := time.Date(t.Year, time.Month(t.Month), t.Day, 0, 0, 0, 0, site.China)
				all.days[site.DayOf(written).String()] = true
			}
		}
		if t.Clock >= 0 {
			all.clocks[t.Clock%(24*60)] = true
		}
	}
	return all
}

// has reports whether a text states a moment: its day and its clock, which may stand
// apart: 这两天当日13:30前.
func (x textTimes) has(m site.Moment) bool {
	switch {
	case m.Precision == site.Month:
		return x.months[m.Instant.Format("2006-01")]
	case !x.days[m.Day().String()]:
		return false
	}
	at := m.Instant.In(site.China)
	return m.Precision == site.ToDay || x.clocks[at.Hour()*60+at.Minute()]
}

// onlyStated holds that a draft has no time which its text does not have.
func onlyStated(t *testing.T, name, text string) {
	t.Helper()
	files, _ := draft.From("notice.txt", text, draft.Setting{})
	if files == nil {
		return
	}
	s, _ := siteOf(t, files, answered)
	if s == nil || s.Region("qinglan") == nil || len(s.Region("qinglan").Notices) == 0 {
		return
	}
	n := s.Region("qinglan").Notices[0]
	says := timesOf(text, n.Issued)
	for _, m := range n.Milestones {
		all := times(m)
		for _, mv := range m.Moves {
			all = append(all, mv.From)
		}
		for _, at := range all {
			if at.Known() && !says.has(at) {
				t.Errorf("%s: %s has %s, which the text does not state:\n%s", name, m.ID, at.Datetime(), text)
			}
		}
	}
}

// TestOnlyStated holds that every time of a draft is one of its text, over the scored
// notices and over texts laid from pieces at random.
func TestOnlyStated(t *testing.T) {
	names, _ := filepath.Glob("testdata/notices/*.txt")
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		onlyStated(t, name, string(text))
	}
	random := rand.New(rand.NewPCG(17, 4))
	for range 200 {
		var text strings.Builder
		text.WriteString("关于系统切换的通告\n\n")
		for range 3 + random.IntN(40) {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		text.WriteString("\n\n青岚市医疗保障局\n2023年5月10日\n")
		onlyStated(t, "a random text", text.String())
	}
}

// TestMangled drafts the scored notices with lines taken out, doubled and put
// elsewhere, and with characters lost: each builds, or is told to be no clean text.
func TestMangled(t *testing.T) {
	names, _ := filepath.Glob("testdata/notices/*.txt")
	random := rand.New(rand.NewPCG(3, 5))
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for range rounds {
			text := mangled(random, string(raw))
			files, _, problems := drafted(t, text)
			for _, p := range problems {
				if files != nil && p.Level == problem.Error && !strings.Contains(p.Message, "is no day or hour") {
					t.Errorf("%s: %s\n%s", name, p, text)
				}
			}
		}
	}
}

// rounds is how often each notice is mangled.
const rounds = 6

func mangled(random *rand.Rand, text string) string {
	lines := strings.Split(text, "\n")
	for range 1 + random.IntN(3) {
		i, j := random.IntN(len(lines)), random.IntN(len(lines))
		switch random.IntN(4) {
		case 0:
			lines[i], lines[j] = lines[j], lines[i]
		case 1:
			lines[i] = lines[j]
		case 2:
			lines[i] = ""
		default:
			runes := []rune(lines[i])
			if len(runes) > 2 {
				k := random.IntN(len(runes) - 1)
				lines[i] = string(runes[:k]) + string(runes[k+1:])
			}
		}
	}
	return strings.Join(lines, "\n")
}
