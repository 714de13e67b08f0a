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
