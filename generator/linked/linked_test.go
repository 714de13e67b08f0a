package linked_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"tonggao/generator/linked"
	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

const address = "https://tonggao.example/x/"

// Whatever a site has: an event has its day, is what became of it, and no program is told a
// time that its milestone has not; the same facts make the same bytes.
func TestAnyMilestoneIsAnEventOrNone(t *testing.T) {
	events := 0
	for seed := range uint64(30) {
		s, _, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 7))))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue // a mistake that the reader refuses
		}
		for _, n := range s.Notices() {
			page := linked.Page{Voice: phrase.In(site.Chinese), URL: address, Language: "zh-CN"}
			for _, m := range n.Milestones {
				event := page.Milestone(m)
				if dated := m.Moment.Known() && m.Moment.Precision != site.Month; dated != (event != nil) {
					t.Errorf("%s at %s is an event: %v", m.ID, m.Moment, event != nil)
				}
				if event == nil {
					continue
				}
				events++
				if event["startDate"] != m.Moment.Datetime() || event["url"] != address {
					t.Errorf("%s begins at %v", m.ID, event["startDate"])
				}
				status, _ := event["eventStatus"].(string)
				if strings.HasSuffix(status, "Cancelled") != m.Withdrawn || strings.HasSuffix(status, "Rescheduled") != (m.Sequence() > 0 && !m.Withdrawn) {
					t.Errorf("%s, moved %d times, withdrawn %v, is %s", m.ID, m.Sequence(), m.Withdrawn, status)
				}
				if end, has := event["endDate"]; has && m.Until != nil && end != m.Until.Datetime() {
					t.Errorf("%s ends at %v", m.ID, end)
				}
				first, _ := json.Marshal(event)
				if second, err := json.Marshal(page.Milestone(m)); err != nil || string(first) != string(second) {
					t.Errorf("%s is told in two ways: %v", m.ID, err)
				}
			}
		}
	}
	if events < 30 {
		t.Errorf("only %d events", events)
	}
}

// A stop lasts to its first recovery; who announces and what is announced are named.
func TestNoticeOfASample(t *testing.T) {
	n := testkit.Changshu(t).Regions[0].Notices[0]
	page := linked.Page{Voice: phrase.In(site.Chinese), URL: address, Language: "zh-CN"}
	if event := page.Milestone(n.Milestone("settlement-stop")); event["endDate"] != "2022-01-01T00:00:00+08:00" {
		t.Errorf("the stop ends at %v", event["endDate"])
	}
	text, err := json.Marshal([]any{page.Notice(n, nil), page.Notice(n, n.Editions[0]), page.Region(n.Region), page.Site("通告", address)})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"datePosted":"2021-12-20"`, `"name":"常熟市医疗保障局"`, `"audienceType":"` + n.Editions[0].Name + `"`, `"name":"医保费用联网结算"`, `"@type":"CollectionPage"`, `"@type":"WebSite"`} {
		if !strings.Contains(string(text), part) {
			t.Errorf("no %s in %s", part, text)
		}
	}
}
