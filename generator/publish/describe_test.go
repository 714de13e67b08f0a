package publish

import (
	"testing"

	"tonggao/generator/plan"
)

func TestDescribe(t *testing.T) {
	_, p := country()
	m := Describe(p, "tonggao 1")
	if len(m.Notices) != 4 || m.Notices[0].ID != "js/a/cut" || m.Notices[0].Sheets[0].Code != p.Site.Regions[1].Notices[0].ShortCode(nil) {
		t.Errorf("described %+v", m.Notices)
	}
	if m.Notices[0].Sheets[0].Folder != plan.NoticeDir(p.Site.Regions[1].Notices[0]) {
		t.Errorf("the sheet is in %s", m.Notices[0].Sheets[0].Folder)
	}
}
