package source

import (
	"maps"
	"strings"
	"testing"

	"tonggao/generator/site"
)

// TestUnknownWordsAreNamed writes names where ids belong: the hint names the id, and no table
// that could not be read.
func TestUnknownWordsAreNamed(t *testing.T) {
	known := []word{{"counter", "窗口经办"}, {"online", "线上经办"}, {"hall", ""}}
	for written, want := range map[string]string{
		"窗口经办":    `write counter, the id of "窗口经办"`,
		"窗口办理":    `write counter, the id of "窗口经办"`,
		"countr":  "did you mean counter?",
		"parking": "add [service.parking] to site.toml, region.toml or notice.toml; known here: counter, online, hall",
		"停车":      `add [service.ID] with name = "停车" to site.toml, region.toml or notice.toml, and write here what takes the place of ID: small letters, digits and hyphens; known here: counter, online, hall`,
	} {
		if got := unknownWord(written, "service", known).String(); got != want {
			t.Errorf("%s: %s", written, got)
		}
	}
}

// TestUnknownKindsBringNoMore gives every key to a milestone whose kind is none: the kind
// alone is told, not that the key has no place there.
func TestUnknownKindsBringNoMore(t *testing.T) {
	for _, kind := range []string{"stop", "暂停", ""} {
		for key, value := range another {
			facts := whole(site.Suspend)
			maps.Copy(facts, map[string]string{key: value})
			if facts["kind"] = `"` + kind + `"`; kind == "" {
				delete(facts, "kind")
			}
			if got := said(t, facts); strings.Contains(got, "has no place") {
				t.Errorf("%q with %s: %s", kind, key, got)
			}
		}
	}
}
