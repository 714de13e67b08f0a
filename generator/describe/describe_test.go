package describe

import (
	"testing"

	"tonggao/generator/plan"
	"tonggao/generator/site"
)

func TestPlan(t *testing.T) {
	js := &site.Region{ID: "js"}
	a := &site.Region{ID: "js/a", Parent: js}
	js.Children = []*site.Region{a}
	for _, r := range []*site.Region{js, a} {
		r.Notices = []*site.Notice{{ID: r.ID + "/cut", Region: r, Revisions: []site.Revision{{Number: 1}}}}
	}
	p, _ := plan.Make(&site.Site{Languages: []site.Language{site.Chinese}, Regions: []*site.Region{js, a}}, plan.Options{})
	m := Plan(p, "tonggao 1", nil)
	if len(m.Notices) != 2 || m.Notices[0].ID != "js/a/cut" || m.Notices[0].Sheets[0].Code != p.Site.Regions[1].Notices[0].ShortCode(nil) {
		t.Errorf("described %+v", m.Notices)
	}
	if m.Notices[0].Sheets[0].Folder != plan.NoticeDir(p.Site.Regions[1].Notices[0]) {
		t.Errorf("the sheet is in %s", m.Notices[0].Sheets[0].Folder)
	}
}
