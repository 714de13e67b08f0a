package data_test

import (
	"encoding/xml"
	"strings"
	"testing"
	"time"

	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// A feed as RFC 4287 has it.
type feed struct {
	XMLName xml.Name  `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string    `xml:"id"`
	Title   string    `xml:"title"`
	Updated time.Time `xml:"updated"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		ID        string    `xml:"id"`
		Title     string    `xml:"title"`
		Updated   time.Time `xml:"updated"`
		Published time.Time `xml:"published"`
		Author    string    `xml:"author>name"`
		Summary   string    `xml:"summary"`
	} `xml:"entry"`
}

func read(t *testing.T, file []byte) feed {
	t.Helper()
	var f feed
	if err := xml.Unmarshal(file, &f); err != nil {
		t.Fatalf("%v in\n%s", err, file)
	}
	return f
}

const (
	siteFeed   = "feed.xml"
	regionFeed = "jiangsu/suzhou/changshu/feed.xml"
)

// TestFeed shows what a feed reader learns of a notice, and that a revision moves
// updated and keeps the id, also on another host.
func TestFeed(t *testing.T) {
	s := testkit.Changshu(t)
	n := s.Regions[0].Notices[0]
	files := write(t, s)
	for _, path := range []string{siteFeed, regionFeed} {
		f := read(t, files[path])
		if len(f.Entries) != 1 || f.Links[0].Rel != "self" || f.Links[0].Href != "https://tonggao.example/"+path || f.Updated != f.Entries[0].Updated {
			t.Fatalf("%s: %+v", path, f)
		}
		e := f.Entries[0]
		if e.ID != "urn:uuid:"+n.UID() || e.Title != n.Title || e.Author != n.Issuers[0] || e.Updated.Format(time.DateOnly) != "2021-12-20" || !e.Updated.Equal(e.Published) {
			t.Errorf("%s: %+v", path, e)
		}
		if !strings.Contains(e.Summary, "2021年12月31日24时起") {
			t.Errorf("%s does not tell the schedule: %s", path, e.Summary)
		}
	}
	before := read(t, files[regionFeed])
	day := testkit.Day(t, "2021-12-31")
	n.Revisions = append(n.Revisions, site.Revision{Number: 2, On: day, What: "延期"}, site.Revision{Number: 3, On: day, What: "再次延期"})
	s.BaseURL = "https://elsewhere.example"
	after := read(t, write(t, s)[regionFeed])
	if e := after.Entries[0]; e.ID != before.Entries[0].ID || !e.Updated.Equal(day.Stamp(2)) || !e.Published.Equal(before.Entries[0].Published) ||
		!strings.HasPrefix(e.Summary, "2021年12月31日第3版：再次延期\n") {
		t.Errorf("%+v", e)
	}
}

// TestFeedOrder shows that a feed lists the newest revisions, no more than a
// reader needs.
func TestFeedOrder(t *testing.T) {
	s := testkit.Crowd(t, 80)
	for i, n := range s.Notices() {
		n.Revisions[0].On = site.DayOf(n.Revisions[0].On.Start().AddDate(0, 0, i))
		n.Issued = n.Revisions[0].On
	}
	f := read(t, write(t, s)[siteFeed])
	if len(f.Entries) != 50 {
		t.Errorf("%d entries", len(f.Entries))
	}
	for i := range f.Entries[1:] {
		if f.Entries[i].Updated.Before(f.Entries[i+1].Updated) {
			t.Errorf("%s stands before %s", f.Entries[i].Updated, f.Entries[i+1].Updated)
		}
	}
}

// TestFeedOfNothing shows a valid feed of a region that has no notice yet, and
// that no word of an author becomes markup.
func TestFeedOfNothing(t *testing.T) {
	s := testkit.Changshu(t)
	s.Regions[0].Notices = nil
	s.Regions[0].Name = "<script>&amp;\x00常熟"
	f := read(t, write(t, s)[regionFeed])
	if len(f.Entries) != 0 || f.Updated.IsZero() || !strings.HasPrefix(f.Title, "<script>&amp;") {
		t.Errorf("%+v", f)
	}
}

// TestHistoryStandsBehind holds that a feed keeps a notice whose times have all passed,
// behind those that still say something, however late it was revised.
func TestHistoryStandsBehind(t *testing.T) {
	s := testkit.Changshu(t)
	r := s.Regions[0]
	old, current := r.Notices[0], *r.Notices[0]
	current.ID, current.Folder, current.Issued = r.ID+"/2022-again", "2022-again", testkit.Day(t, "2022-08-01")
	current.Revisions = []site.Revision{{Number: 1, On: current.Issued}}
	current.Milestones = []*site.Milestone{{ID: "stop", Kind: site.Suspend, Services: current.Services[:1], Moment: testkit.At(t, "2022-08-05 08:00")}}
	current.Outages, current.Courses, current.Editions = nil, nil, nil
	testkit.Settle(&current)
	old.History, current.History = testkit.At(t, "2022-05-01").Instant, testkit.At(t, "2022-12-01").Instant
	old.Revisions = append(old.Revisions, site.Revision{Number: 2, On: testkit.Day(t, "2022-08-02")})
	r.Notices = []*site.Notice{&current, old}
	f := read(t, write(t, s)[regionFeed])
	if len(f.Entries) != 2 || f.Entries[1].ID != "urn:uuid:"+old.UID() || f.Updated.Format(time.DateOnly) != "2022-08-02" {
		t.Errorf("%+v", f)
	}
}
