package ics_test

import (
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// A calendar sends to a telephone only where a number answers.
func TestNoTelephoneWithoutANumber(t *testing.T) {
	for _, answers := range []bool{true, false} {
		s := testkit.Changshu(t)
		if !answers {
			s.Hotlines = nil
			for _, r := range s.Regions {
				r.Hotlines, r.Contacts = nil, nil
			}
		}
		p, files := write(t, s)
		for _, o := range p.Outputs() {
			if file, planned := files[o.Path]; planned {
				if said := strings.Contains(strings.ReplaceAll(string(file), "\r\n ", ""), "咨询电话"); said != answers {
					t.Errorf("%s, a number answers: %v; it speaks of a telephone: %v", o.Path, answers, said)
				}
			}
		}
	}
}

// An event names the region's hotline, also where a desk has the same figures in a longer
// number; not where it is the desk's own.
func TestHotlinesBesideADesk(t *testing.T) {
	for number, named := range map[string]bool{"0512-51234567": true, "12345": false} {
		s := testkit.Changshu(t)
		for _, r := range s.Regions {
			r.Hotlines, r.Contacts[0].Phones = []string{"12345"}, []string{number}
		}
		_, files := write(t, s)
		feed := strings.ReplaceAll(string(files["calendar.ics"]), "\r\n ", "")
		if strings.Contains(feed, "热线12345") != named {
			t.Errorf("beside %s the hotline is named: %v", number, !named)
		}
	}
}
