package phrase_test

import (
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// Whatever a milestone is limited to stands under its label, in each language, in one order.
func TestDetails(t *testing.T) {
	m := &site.Milestone{Scope: "市区", Audience: []*site.Audience{{Name: "参保人员"}, {Name: "参保单位"}}, Channels: []*site.Channel{{Name: "APP"}}, MoreChans: true}
	for lang, want := range map[site.Language]string{
		site.Chinese:     "范围：市区；对象：参保人员、参保单位；渠道：APP等；",
		site.Traditional: "範圍：市区；對象：参保人员、参保单位；渠道：APP等；",
		site.English:     "Limited to：市区；For：参保人员, 参保单位；Channels：APP and others；",
	} {
		got := ""
		for _, d := range phrase.In(lang).Details(m) {
			got += d.Label + "：" + d.Text + "；"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
	if d := phrase.In(site.Chinese).Details(&site.Milestone{MoreChans: true}); d != nil {
		t.Errorf("nobody was named: %v", d)
	}
}
