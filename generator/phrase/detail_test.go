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

// A table's column says what its cells hold: places are not people.
func TestColumnOfWhomItConcerns(t *testing.T) {
	place := &site.Milestone{Scope: "西区"}
	people := &site.Milestone{Audience: []*site.Audience{{Name: "居民"}, {Name: "商户"}}, Scope: "市区"}
	v := phrase.In(site.Chinese)
	for _, c := range []struct {
		of   []*site.Milestone
		want string
	}{
		{nil, ""},
		{[]*site.Milestone{{}}, ""},
		{[]*site.Milestone{{}, place}, "范围"},
		{[]*site.Milestone{people, {}}, "对象"},
		{[]*site.Milestone{place, people, place}, "对象、范围"},
	} {
		if got := v.WhomHead(c.of); got != c.want {
			t.Errorf("the head of %d is %q, want %q", len(c.of), got, c.want)
		}
	}
	if got := v.Whom(people); got != "居民、商户" {
		t.Errorf("the cell says %s", got)
	}
}
