package texts_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
	"tonggao/generator/texts"
)

// TestNoRecoveryIsCancelledAlone reads what random sites withdraw: a text that tells of a
// recovery that it is cancelled tells so of the stop too, or readers think that the
// service does not come back.
func TestNoRecoveryIsCancelledAlone(t *testing.T) {
	seen, zh := 0, phrase.In(site.Chinese)
	for seed := range uint64(1200) {
		r := rand.New(rand.NewPCG(seed, 21))
		s, _, err := source.Read(testkit.CallOff(r, testkit.AnySite(r)))
		if err != nil {
			t.Fatal(err)
		}
		if s == nil {
			continue // the reader refuses some
		}
		w := texts.New(planned(s))
		for _, n := range s.Notices() {
			k := w.Kit(n, nil, zh)
			for _, stop := range n.Milestones {
				if !stop.Withdrawn || !stop.Stops() {
					continue
				}
				for _, end := range stop.Ends() {
					for _, text := range []string{k.Short(), k.Ticker()} {
						if !end.Withdrawn || !strings.Contains(text, headline(zh, end)) {
							continue
						}
						seen++
						if !strings.Contains(text, headline(zh, stop)) && !goesOn(zh, stop, text) {
							t.Errorf("seed %d, %s: %s is cancelled, and nothing is said of %s:\n%s", seed, n.ID, end.ID, stop.ID, text)
						}
					}
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d recoveries were cancelled with their stops", seen)
	}
}

// headline is what the line of a milestone begins with.
func headline(v phrase.Voice, m *site.Milestone) string { return v.Change(m) + v.Label(m) + "：" }

// goesOn reports whether a text says of a stop's services, in its part of them, that they go on.
func goesOn(v phrase.Voice, stop *site.Milestone, text string) bool {
	return strings.Contains(text, phrase.Plain(v.Meanwhile(stop))) && !slices.ContainsFunc(stop.Services, func(s *site.Service) bool {
		return !strings.Contains(text, v.Called(stop.Part(s)))
	})
}

// TestPartIsCalledOff shows the message of two stops of which one is called off: that of
// another part of the service is told beside it, that of another day as a stop with its day.
func TestPartIsCalledOff(t *testing.T) {
	const facts = `
title = "关于停气的公告"
issued = 2027-04-20
[service.gas]
name = "管道天然气"
on = "正常供气"
off = "停气"
back = "恢复供气"
[milestone.stays]
kind = "suspend"
service = "gas"
scope = "SCOPE"
at = "2027-04-30 08:00"
text = "SCOPE停气"
[milestone.ends]
kind = "resume"
service = "gas"
scope = "SCOPE"
at = "2027-04-30 20:00"
text = "SCOPE恢复供气"
[milestone.stop]
kind = "suspend"
service = "gas"
scope = "西山街道"
at = "2027-05-01 08:00"
text = "西山街道停气"
withdrawn = true
[[milestone.stop.move]]
from = "2027-05-01 08:00"
on = 2027-04-29
[milestone.back]
kind = "resume"
service = "gas"
scope = "西山街道"
at = "2027-05-01 20:00"
text = "西山街道恢复供气"
withdrawn = true
[[milestone.back.move]]
from = "2027-05-01 20:00"
on = 2027-04-29
[[revision]]
on = 2027-04-29
what = "取消停气"
`
	for scope, want := range map[string]string{
		"东湖街道": "；管道天然气（西山街道）：正常供气，原定的停气已取消；【已取消】西山街道恢复供气：原定2027年5月1日20时起。",
		"西山街道": "；【已取消】西山街道停气：原定2027年5月1日8时起；【已取消】西山街道恢复供气：原定2027年5月1日20时起。",
	} {
		file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
		s, problems, err := source.Read(fstest.MapFS{
			"site.toml":     file("name = \"示例公告\"\nbase_url = \"https://site.example\"\nsample = true\nhotlines = [\"12345\"]\n"),
			"a/region.toml": file("name = \"甲市\"\nissuer = \"甲市公司\"\n"), "a/n/notice.toml": file(strings.ReplaceAll(facts, "SCOPE", scope)),
		})
		if err != nil || s == nil {
			t.Fatal(err, problems)
		}
		if text := texts.New(planned(s)).Kit(s.Notices()[0], nil, phrase.In(site.Chinese)).Short(); !strings.Contains(text, want) {
			t.Errorf("beside a stop of %s:\n%s\nwant %s", scope, text, want)
		}
	}
}
