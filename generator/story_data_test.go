package generator_test

import (
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
)

// A program's view of notices.json.
type publishedFacts struct {
	Regions []struct {
		Notices []struct {
			ID, Revised, Code string
			Revision          int
			Milestones        []publishedFact
		}
	}
}

type publishedFact struct {
	ID, UID, Written, Status, Code string
	At                             *string
	When                           string
	Until                          *string
	Sequence                       int
	Daily                          any // the hours that it keeps
	Moves                          []struct {
		From, To *string
		Why      string
		Text     string
	}
}

// data reads notices.json and the Atom feed.
func (s *story) data(t *testing.T, still bool) {
	t.Helper()
	var all publishedFacts
	if err := json.Unmarshal([]byte(readFile(t, "output/notices.json")), &all); err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, n := range all.Regions[0].Notices {
		for _, m := range n.Milestones {
			if n.ID == storyNotice {
				seen++
				s.fact(t, m)
			}
		}
	}
	if seen != len(s.standing) {
		t.Errorf("notices.json has %d facts, want %d", seen, len(s.standing))
	}
	s.atom(t, still)
}

func (s *story) fact(t *testing.T, m publishedFact) {
	t.Helper()
	f, at := s.standing[m.ID], ""
	if m.At != nil {
		at = *m.At
	}
	if at != f.at || m.Status != f.status || f.at != "" && m.Written != f.words || len(m.Moves) != len(f.whys) {
		t.Errorf("notices.json has %+v at %s, want %+v", m, at, f)
	}
	for i, move := range m.Moves {
		if move.Why != f.whys[i] {
			t.Errorf("move %d of %s is for %s, want %s", i, m.ID, move.Why, f.whys[i])
		}
		if i > 0 && (move.From == nil || m.Moves[i-1].To == nil || *move.From != *m.Moves[i-1].To) {
			t.Errorf("move %d of %s does not begin where the one before it led", i, m.ID)
		}
	}
	if e, has := s.client.view[m.UID]; has && (e.sequence != m.Sequence || e.id != m.ID) {
		t.Errorf("%s has SEQUENCE %d in the calendar, %d in notices.json", m.ID, e.sequence, m.Sequence)
	}
}

// atom reads the feed: an entry is updated, not new.
func (s *story) atom(t *testing.T, still bool) {
	t.Helper()
	var feed struct {
		Updated string `xml:"updated"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Summary string `xml:"summary"`
			Links   []struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(readFile(t, "output/feed.xml")), &feed); err != nil {
		t.Fatal(err)
	}
	for _, e := range feed.Entries {
		if !strings.Contains(e.Links[0].Href, storyNotice) {
			continue
		}
		if s.entry != "" && e.ID != s.entry {
			t.Errorf("the entry is %s, and was %s: a reader shows it twice", e.ID, s.entry)
		}
		if e.Updated < s.updated || e.Updated == s.updated != still && s.entry != "" {
			t.Errorf("the entry was updated %s, before that %s", e.Updated, s.updated)
		}
		s.entry, s.updated = e.ID, e.Updated
		s.nothingStale(t, "feed.xml", e.Title+"\x00"+strings.ReplaceAll(e.Summary, "\n", "\x00"))
		for id, f := range s.standing {
			if !strings.Contains(e.Summary, f.mark+f.words) && f.at != "" && !strings.Contains(e.Summary, f.mark) {
				t.Errorf("the entry does not say %s%s of %s: %s", f.mark, f.words, id, e.Summary)
			}
			for _, why := range f.whys[max(0, len(f.whys)-1):] {
				if !strings.Contains(e.Summary, why) {
					t.Errorf("the entry does not say why %s changed: %s", id, why)
				}
			}
		}
		return
	}
	t.Error("the feed has no entry of the notice")
}

// status asks in the terminal: before the stops, and in the midst of them.
func (s *story) status(t *testing.T) {
	t.Helper()
	for at, want := range map[string][]string{"2024-05-10 12:00": {"stop", "counter-stop"}, "2024-05-13 01:00": {"back", "counter-back"}} {
		said := good(t, "status", storyNotice, "--at", at)
		s.nothingStale(t, "status", strings.ReplaceAll(said, "\n", "\x00"))
		for _, id := range want {
			if words := s.standing[id].words; !strings.Contains(squeezed(said), words) {
				t.Errorf("status at %s does not say %s of %s:\n%s", at, words, id, said)
			}
		}
	}
}

// isHistory wants no claim about the present.
func isHistory(t *testing.T, s *story) {
	t.Helper()
	said := good(t, "status", storyNotice, "--at", "2024-08-02 09:00")
	if !strings.Contains(said, "所列时间均已过去") || strings.Contains(said, "正常") || strings.Contains(said, "暂停 ") {
		t.Errorf("status of what is history: %s", said)
	}
	if page := readFile(t, "output/"+storyNotice+"/index.html"); !strings.Contains(page, "所列时间均已过去（最后一项2024年6月3日8时）") {
		t.Error("the page does not say that its times have passed")
	}
	for _, e := range s.client.view {
		if e.id == "refund" {
			t.Error("what was withdrawn is still in the feed, two months after its day")
		}
	}
}
