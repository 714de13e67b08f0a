package generator

import (
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"tonggao/generator/site"
)

// reckonFrom gives the notice in a folder; days is how long after its last time it becomes history.
func reckonFrom(t *testing.T, files fs.FS, dir string) *reckoner {
	t.Helper()
	var vocabulary struct {
		Days    *int `toml:"history_after"`
		Service map[string]struct {
			PartOf string `toml:"part_of"`
		}
	}
	var notice struct {
		Issued    time.Time
		Milestone map[string]*spoken
		Revision  []struct{ On time.Time }
	}
	for name, into := range map[string]any{"site.toml": &vocabulary, dir + "/notice.toml": &notice} {
		if _, err := toml.DecodeFS(files, name, into); err != nil {
			t.Fatal(name, err)
		}
	}
	r := &reckoner{partOf: map[string]string{}, words: map[string][]time.Time{}}
	for id, s := range vocabulary.Service {
		r.partOf[id] = s.PartOf
	}
	last := dayAfter(notice.Issued)
	for _, v := range notice.Revision {
		last = later(last, dayAfter(v.On))
	}
	for id, m := range notice.Milestone {
		m.id = id
		if m.Service != "" {
			m.Services = append(m.Services, m.Service)
		}
		m.at, m.until, m.after, m.before = written(t, notice.Milestone, m.At), written(t, nil, m.Until), written(t, notice.Milestone, m.After), written(t, notice.Milestone, m.Before)
		if m.Daily != nil && m.until != nil && m.until.to.After(m.until.from) { // the last window of the last day runs out
			for _, w := range m.windows(m.until.to.AddDate(0, 0, -1).In(site.China)) {
				m.until.to = later(m.until.to, w.to)
			}
		}
		if m.Withdrawn {
			continue
		}
		for _, s := range []*stretch{m.at, m.until, m.after, m.before} {
			if s != nil {
				last = later(last, s.to)
			}
		}
		r.facts = append(r.facts, m)
	}
	days := 30
	if vocabulary.Days != nil {
		days = *vocabulary.Days
	}
	r.history = last.AddDate(0, 0, days)
	slices.SortFunc(r.facts, func(a, b *spoken) int {
		if c := a.first().Compare(b.first()); c != 0 {
			return c
		}
		return number(a.id) - number(b.id)
	})
	return r
}

func number(id string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(path.Base(id), "m"))
	return n
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func dayAfter(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day()+1, 0, 0, 0, 0, site.China)
}

// written reads a time, or the name of another milestone with one.
func written(t *testing.T, others map[string]*spoken, text string) *stretch {
	t.Helper()
	if text == "" {
		return nil
	}
	if other := others[text]; other != nil {
		return written(t, others, other.At)
	}
	if day, is24 := strings.CutSuffix(text, " 24:00"); is24 {
		s := written(t, nil, day)
		return &stretch{s.to, s.to}
	}
	if at, err := time.ParseInLocation("2006-01-02 15:04", text, site.China); err == nil {
		return &stretch{at, at}
	}
	if day, err := time.ParseInLocation("2006-01-02", text, site.China); err == nil {
		return &stretch{day, day.AddDate(0, 0, 1)}
	}
	month, err := time.ParseInLocation("2006-01", text, site.China)
	if err != nil {
		t.Fatal(text, err)
	}
	return &stretch{month, month.AddDate(0, 1, 0)}
}
