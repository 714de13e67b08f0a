package data_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// A jsonFeed as jsonfeed.org/version/1.1 has it; what a reader needs of it.
type jsonFeed struct {
	Version, Title, Language, Description string
	FeedURL                               string `json:"feed_url"`
	Items                                 []struct {
		ID, URL, Title, Language string
		Text                     string    `json:"content_text"`
		Published                time.Time `json:"date_published"`
		Modified                 time.Time `json:"date_modified"`
	}
}

// TestFeedsSayTheSame holds that the JSON feed of any site tells what the Atom feed does,
// in each language, and says in which language it tells it.
func TestFeedsSayTheSame(t *testing.T) {
	for seed := range uint64(25) {
		s, problems, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 20))))
		if err != nil || s == nil || problems.Failed() {
			continue
		}
		files := write(t, s)
		for path, file := range files {
			twin, is := strings.CutSuffix(path, "feed.json")
			if !is {
				continue
			}
			var j jsonFeed
			if err := json.Unmarshal(file, &j); err != nil {
				t.Fatal(err)
			}
			a := read(t, files[twin+"feed.xml"])
			if j.Version != "https://jsonfeed.org/version/1.1" || j.Title != a.Title || len(j.Items) != len(a.Entries) || j.Language == "" || !strings.HasSuffix(j.FeedURL, "/"+path) {
				t.Errorf("seed %d: %s: %+v, %+v", seed, path, j, a)
				continue
			}
			for i, item := range j.Items {
				if e := a.Entries[i]; item.ID != e.ID || item.Title != e.Title || item.Text != e.Summary || !item.Modified.Equal(e.Updated) || item.Language == "" {
					t.Errorf("seed %d: %s: %+v, %+v", seed, path, item, e)
				}
			}
		}
	}
}

// TestFeedOfEnglish shows a feed of pages in English: what has no translation is said to
// be Chinese, and no id is that of the Chinese entry.
func TestFeedOfEnglish(t *testing.T) {
	s := testkit.Changshu(t)
	s.Languages = []site.Language{site.Chinese, site.English}
	files := write(t, s)
	chinese, english := read(t, files["feed.xml"]), read(t, files["en/feed.xml"])
	if text := string(files["en/feed.xml"]); !strings.Contains(text, `xml:lang="en"`) || !strings.Contains(text, `<entry xml:lang="zh-CN">`) {
		t.Error(text)
	}
	if chinese.ID == english.ID || chinese.Entries[0].ID == english.Entries[0].ID {
		t.Errorf("%s, %s", chinese.ID, english.ID)
	}
}

// TestEmptyFeedsSaySo shows that a feed without notices says as of when nothing is known.
func TestEmptyFeedsSaySo(t *testing.T) {
	s := testkit.Changshu(t)
	other := *s.Regions[0]
	other.ID, other.Notices = "jiangsu/empty", nil
	s.Regions = append(s.Regions, &other)
	files := write(t, s)
	want := "截至2021年12月20日，没有已发布的通告。"
	if text := string(files["jiangsu/empty/feed.xml"]); !strings.Contains(text, "<subtitle>"+want+"</subtitle>") || !strings.Contains(text, "<updated>2021-12-20") {
		t.Error(text)
	}
	if text := string(files["jiangsu/empty/feed.json"]); !strings.Contains(text, want) {
		t.Error(text)
	}
	for _, text := range []string{string(files["feed.xml"]), string(files["feed.json"])} {
		if strings.Contains(text, want) {
			t.Error(text)
		}
	}
	none := write(t, &site.Site{Name: "空", BaseURL: "https://tonggao.example", Languages: []site.Language{site.Chinese}})
	if text := string(none["feed.json"]); !strings.Contains(text, "还没有发布过通告") {
		t.Error(text)
	}
}

// TestCalledOffInFeeds shows that the feed of a stop that is called off says that all goes
// on, and that no monitor expects it.
func TestCalledOffInFeeds(t *testing.T) {
	s := testkit.Changshu(t)
	n := s.Regions[0].Notices[0]
	for _, m := range n.Milestones {
		if m.Kind == site.Suspend || m.Kind == site.Partial || m.Kind == site.Resume {
			m.Withdrawn = true
			m.Moves = append(m.Moves, site.Move{Kind: site.Withdrawn, From: m.Moment, On: testkit.Day(t, "2021-12-28")})
		}
	}
	n.Revisions = append(n.Revisions, site.Revision{Number: 2, On: testkit.Day(t, "2021-12-28"), What: "取消暂停"})
	testkit.Settle(n)
	files := write(t, s)
	if summary := read(t, files["feed.xml"]).Entries[0].Summary; !strings.Contains(summary, "照常办理") {
		t.Error(summary)
	}
	var summary struct {
		Maintenances []json.RawMessage `json:"scheduled_maintenances"`
	}
	if err := json.Unmarshal(files["api/v2/summary.json"], &summary); err != nil || len(summary.Maintenances) != 0 {
		t.Errorf("%s, %v", files["api/v2/summary.json"], err)
	}
	if all := string(files["api/v2/scheduled-maintenances.json"]); !strings.Contains(all, "【已取消】") {
		t.Error(all)
	}
}

// TestMonitorsReadTheOutages holds the maintenances of any site to its outages: each that
// has a beginning is there, with its times, once.
func TestMonitorsReadTheOutages(t *testing.T) {
	for seed := range uint64(40) {
		s, problems, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 21))))
		if err != nil || s == nil || problems.Failed() {
			continue
		}
		var list struct {
			Page struct {
				ID       string
				TimeZone string `json:"time_zone"`
			}
			Maintenances []struct {
				ID, Name, Status, Impact string
				From                     time.Time               `json:"scheduled_for"`
				Until                    *time.Time              `json:"scheduled_until"`
				Updates                  []struct{ Body string } `json:"incident_updates"`
			} `json:"scheduled_maintenances"`
		}
		d := json.NewDecoder(bytes.NewReader(write(t, s)["api/v2/scheduled-maintenances.json"]))
		if err := d.Decode(&list); err != nil || list.Page.ID == "" || list.Page.TimeZone != "Asia/Shanghai" {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, m := range list.Maintenances {
			if seen[m.ID] || m.Name == "" || m.Impact != "maintenance" || len(m.Updates) == 0 || m.Until != nil && m.Until.Before(m.From) {
				t.Errorf("seed %d: %+v", seed, m)
			}
			seen[m.ID] = true
		}
		for _, n := range s.Notices() {
			for _, o := range n.Outages {
				found := !o.Stop.Moment.Known()
				for _, m := range list.Maintenances {
					found = found || m.From.Equal(o.Stop.Moment.Start()) && strings.Contains(m.Name, o.Service.Name)
				}
				if !found {
					t.Errorf("seed %d: no maintenance from %s of %s", seed, o.Stop.Moment, o.Service.Name)
				}
			}
		}
	}
}

// TestFramersOfTheWidget shows whose pages may show the widget.
func TestFramersOfTheWidget(t *testing.T) {
	s := testkit.Changshu(t)
	if have := string(write(t, s)["_headers"]); !strings.Contains(have, "/embed/*\n  Content-Security-Policy: frame-ancestors *\n") {
		t.Error(have)
	}
	s.Framers = []string{"https://www.changshu.gov.cn"}
	if have := string(write(t, s)["_headers"]); !strings.Contains(have, "frame-ancestors 'self' https://www.changshu.gov.cn\n") {
		t.Error(have)
	}
}
