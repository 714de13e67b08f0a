package plan

import (
	"slices"
	"testing"

	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestOutputsAreKeptWhole holds each output against what is kept of it, with everything that
// a site can ask for and with things that had other names.
func TestOutputsAreKeptWhole(t *testing.T) {
	s, _, err := source.Read(testkit.Regions())
	if err != nil || s == nil {
		t.Fatal(err)
	}
	s.Formats = []string{site.Pictures, site.Monitors, site.EditionTexts, site.OFD, site.DOCX}
	kinds := map[Kind]bool{}
	for i, r := range s.Regions {
		if i%2 == 0 {
			r.Former = append(r.Former, "once/"+r.ID)
		}
		p := &Plan{Site: s, now: s.Newest(), asked: Formats}
		p.shown = p.dated(r.Notices)
		p.region(r)
		made := append(slices.Clone(p.made), formers(p.made)...)
		p.keep(r)
		for i, o := range made {
			kinds[o.Kind] = true
			if have := p.output(p, int32(i)); have != o {
				t.Errorf("%s: kept as\n%v, made as\n%v", o.Path, have, o)
			}
		}
	}
	if len(kinds) < 25 {
		t.Errorf("%d kinds were looked at", len(kinds))
	}
}
