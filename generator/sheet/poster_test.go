package sheet

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/placed"
	"tonggao/generator/prints"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// TestPostersReadAcrossTheHall holds the sizes, by a rule of thumb: distance / 200. The
// time is read from three metres (15 mm), what decides from two (10 mm), the rest from
// nearby, and nothing is smaller than 12 points.
func TestPostersReadAcrossTheHall(t *testing.T) {
	w, p := press(t, testkit.Regions())
	for _, o := range p.Outputs() {
		if o.Kind != prints.Poster {
			continue
		}
		sheets, _ := sheetsOf(t, w, o)
		if len(sheets) > 1 {
			t.Errorf("%s has %d sheets", o.Path, len(sheets))
		}
		leastSize(t, o.Path, sheets, 12)
		s, large := sheets[0], 0
		for _, text := range s.Texts {
			if text.Size > 42 {
				large++
			}
		}
		if large < 3 && o.Milestone.Moment.Known() {
			t.Errorf("%s: %d lines over 42 points", o.Path, large)
		}
		for _, words := range deciding(w.voice, o.Milestone) {
			if !strings.Contains(testkit.Unspaced(said(s, 28)), testkit.Unspaced(words)) {
				t.Errorf("%s: %s is not read from two metres", o.Path, words)
			}
		}
		if s.Codes[0].Side < 25 {
			t.Errorf("%s: code of %.1f mm", o.Path, s.Codes[0].Side)
		}
	}
}

// deciding is what a reader came for: what to do, and until when.
func deciding(v phrase.Voice, m *site.Milestone) []string {
	words := []string{phrase.Plain(v.Runs(m.Notice, nil, m.Instead))}
	if m.Kind != site.Suspend && m.Kind != site.Partial || m.Permanent {
		return words
	}
	for _, o := range m.Notice.Outages {
		if o.Stop == m && o.End != nil {
			words = append(words, v.When(o.End), v.Label(o.End))
		}
	}
	return words
}

// said is a sheet's text in letters of a size and more.
func said(s placed.Sheet, size float64) string {
	var b strings.Builder
	for _, text := range s.Texts {
		if text.Size >= size {
			b.WriteString(text.Line.Text())
		}
	}
	return b.String()
}

// TestPostersSayTheWholeTime: the lines of a poster are the time as it is worded
// everywhere, with the weekday besides, and nothing of it is left out.
func TestPostersSayTheWholeTime(t *testing.T) {
	w, p := press(t, testkit.Regions())
	weekday := regexp.MustCompile("（星期.）")
	for _, o := range p.Outputs() {
		if o.Kind != prints.Poster || o.Milestone.Until != nil || o.Milestone.Hours != nil || !o.Milestone.Moment.Known() {
			continue
		}
		m := *o.Milestone
		m.Moment.Expected = false // stands above
		lines := (&poster{voice: w.voice, m: &m}).clockLines()
		if said := weekday.ReplaceAllString(strings.Join(lines, ""), ""); said != w.voice.When(&m) {
			t.Errorf("%s says %s of %s", o.Path, lines, w.voice.When(&m))
		}
	}
}

// A stop of one day says that day in the largest letters, and nothing of a beginning or an end.
func TestPostersOfOneDay(t *testing.T) {
	day := site.Moment{Instant: site.Day{Year: 2027, Month: 5, Day: 2}.Start(), Precision: site.ToDay}
	m := &site.Milestone{Notice: &site.Notice{}, Kind: site.Suspend, Moment: day, Until: &day}
	if said := (&poster{voice: phrase.In(site.Chinese), m: m}).clockLines(); !slices.Equal(said, []string{"2027年5月2日", "（星期日）"}) {
		t.Error(said)
	}
}

// noPhones takes the telephone numbers from the real site.
func noPhones(t *testing.T) fs.FS {
	t.Helper()
	files := testkit.Edited(t, nil)
	for name, f := range files {
		if strings.HasSuffix(name, ".toml") {
			f.Data = regexp.MustCompile(`(?m)^hotlines\s*=.*$`).ReplaceAll(f.Data, nil)
		}
	}
	return files
}

// TestNoPhoneNoLabel holds that a sheet without telephone numbers has no label for them.
func TestNoPhoneNoLabel(t *testing.T) {
	for name, from := range map[string]fs.FS{"with": testkit.Regions(), "without": noPhones(t)} {
		w, p := press(t, from)
		labels := 0
		for _, o := range p.Outputs() {
			if o.Kind != prints.Poster && o.Kind != prints.Summary {
				continue
			}
			sheets, _ := sheetsOf(t, w, o)
			labels += strings.Count(said(sheets[0], 0), wordHotlines)
		}
		if with := name == "with"; with != (labels > 0) {
			t.Errorf("%s numbers: %d labels", name, labels)
		}
	}
}

// TestPhonesAreSeen: of one telephone number or many, the letters are larger than those of
// the issuers, on every sheet that has a foot.
func TestPhonesAreSeen(t *testing.T) {
	for _, phones := range []string{`["12345"]`, `["12345", "12393", "12333"]`, `["12345", "12393", "12333", "12366", "0859-3222222", "0859-3333333"]`} {
		w, p := press(t, testkit.Regions())
		for _, o := range p.Outputs() {
			if o.Notice.Region.Name != "常熟市" || prints.Called(string(o.Kind)).Says == prints.Text {
				continue
			}
			o.Notice.Region.Hotlines = strings.Split(strings.Trim(phones, `[]"`), `", "`)
			sheets, _ := sheetsOf(t, w, o)
			sizes := map[string]float64{}
			for _, text := range sheets[0].Texts {
				for _, words := range []string{wordHotlines, o.Notice.Issuers[0]} {
					if strings.Contains(text.Line.Text(), words) {
						sizes[words] = text.Size
					}
				}
			}
			if sizes[wordHotlines] <= sizes[o.Notice.Issuers[0]] {
				t.Errorf("%s with %s: telephone numbers of %.1f points, issuers of %.1f", o.Path, phones, sizes[wordHotlines], sizes[o.Notice.Issuers[0]])
			}
		}
	}
}
