package phrase_test

import (
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// Heads are the services' own words where all have the same, and the page's otherwise.
func TestHeadsAreTheServicesOwn(t *testing.T) {
	water := &site.Course{Service: &site.Service{Own: site.Own{On: "正常供水", Off: "停水", Back: "恢复供水"}}}
	ferry := &site.Course{Service: &site.Service{Own: site.Own{Off: "停航"}}}
	flood := &site.Course{Service: &site.Service{Own: site.Own{Off: "停水"}}}
	plain := &site.Course{Service: &site.Service{}}
	page := phrase.Heads{Stop: "暂停", Back: "恢复", Meanwhile: "暂停期间"}
	for _, c := range []struct {
		courses []*site.Course
		want    phrase.Heads
		off     string
	}{
		{nil, page, "暂停"},
		{[]*site.Course{water, water}, phrase.Heads{Stop: "停水", Back: "恢复供水", Meanwhile: "停水期间"}, "停水"},
		{[]*site.Course{ferry}, phrase.Heads{Stop: "停航", Back: "恢复", Meanwhile: "停航期间"}, "停航"},
		{[]*site.Course{water, ferry}, page, "暂停"},
		{[]*site.Course{water, flood}, phrase.Heads{Stop: "停水", Back: "恢复", Meanwhile: "停水期间"}, "停水"},
		{[]*site.Course{plain, water}, page, "暂停"},
		{[]*site.Course{water, plain}, page, "暂停"},
	} {
		v := phrase.In(site.Chinese)
		if got := v.Heads(c.courses, page); got != c.want {
			t.Errorf("%+v, want %+v", got, c.want)
		}
		if got := v.StateIn(c.courses, site.Off); got != c.off {
			t.Errorf("the legend says %s, want %s", got, c.off)
		}
	}
}
