package data_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"tonggao/generator/testkit"
)

// FuzzWriter writes all data of any words: every file is well formed, and the facts
// give the words back.
func FuzzWriter(f *testing.F) {
	for _, words := range []string{"停水", "</title>]]><x>&", `"\`, "\x00\x1f\ufffe", "\u2028", "\xff", "\U0001f6b0"} {
		f.Add(words)
	}
	f.Fuzz(func(t *testing.T, words string) {
		s := testkit.Changshu(t)
		r := s.Regions[0]
		n := r.Notices[0]
		s.Name, r.Name, r.Issuer, n.Title, n.Issuers = words, words, words, words, []string{words}
		r.Contacts[0].Name = words
		for _, m := range n.Milestones {
			m.Label, m.Text, m.Scope = words, testkit.Text(words), words
		}
		testkit.Settle(n)
		for name, file := range write(t, s) {
			switch path.Ext(name) {
			case ".json":
				if !json.Valid(file) {
					t.Errorf("%s is no JSON with %q", name, words)
				}
			case ".xml":
				d := xml.NewDecoder(strings.NewReader(string(file)))
				for {
					if _, err := d.Token(); errors.Is(err, io.EOF) {
						break
					} else if err != nil {
						t.Fatalf("%s is no XML with %q: %v", name, words, err)
					}
				}
			}
			if name != "notices.json" || !utf8.ValidString(words) {
				continue
			}
			var facts struct {
				Regions []struct {
					Notices []struct{ Title string }
				}
			}
			if err := json.Unmarshal(file, &facts); err != nil || facts.Regions[0].Notices[0].Title != words {
				t.Errorf("%q reads back as %+v, %v", words, facts, err)
			}
		}
	})
}
