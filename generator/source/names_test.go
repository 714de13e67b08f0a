package source

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/schema"
)

// TestTheReferenceTellsOfEveryName holds docs/reference.md against the names of facts
// that the reader takes.
func TestTheReferenceTellsOfEveryName(t *testing.T) {
	reference := schema.Reference()
	for _, name := range names {
		if !strings.Contains(reference, "{{"+name) {
			t.Errorf("the reader takes {{%s}}, which the reference does not tell of", name)
		}
	}
}

// TestTheReaderTakesEveryPlaceholder reads a notice that has each placeholder of
// docs/reference.md.
func TestTheReaderTakesEveryPlaceholder(t *testing.T) {
	var all []string
	for _, m := range regexp.MustCompile("\n\\| `(\\{\\{[^`]+}})` \\|").FindAllStringSubmatch(schema.Reference(), -1) {
		all = append(all, strings.NewReplacer("channels ID ID", "channels a b", "contacts ID ID", "contacts a b", "ID to ID", "a to b", "ID", "a", "TEXT", "2022年度", "KIND KIND", "suspend resume").Replace(m[1]))
	}
	if len(all) < 20 || !slices.Contains(all, "{{section.a}}") {
		t.Fatal("placeholders of the reference: ", all)
	}
	_, problems, err := Read(fstest.MapFS{
		"site.toml": {Data: []byte("name = \"x\"\nbase_url = \"https://x.example\"\nsample = true\nhotlines = [\"12345\"]\n[service.a]\nname = \"甲\"\n[audience.a]\nname = \"乙\"\n" +
			"[channel.a]\nname = \"丙\"\n[channel.b]\nname = \"丁\"\n")},
		"x/region.toml": {Data: []byte("name = \"临江市\"\nissuer = \"临江市图书馆\"\n[contact.a]\nname = \"戊\"\nphones = [\"12345\"]\n[contact.b]\nname = \"己\"\nphones = [\"12345\"]\n")},
		"x/2024-a/notice.toml": {Data: []byte("title = \"通告\"\nissued = 2024-05-01\n[term.a]\nname = \"庚\"\nmeans = \"辛\"\n[annex.a]\ntitle = \"壬\"\nmissing = true\n[unaffected.a]\nservice = \"a\"\ntext = \"照常\"\n" +
			"[milestone.a]\nkind = \"suspend\"\nservice = \"a\"\nat = \"2024-06-01 08:00\"\ntext = \"停\"\n[milestone.b]\nkind = \"resume\"\nservice = \"a\"\nat = \"2024-06-02 08:00\"\ntext = \"复\"\n")},
		"x/2024-a/10-a.md": {Data: []byte("+++\ntitle = \"时间\"\n+++\n\n" + strings.Join(all, "\n\n") + "\n")},
	})
	if err != nil || len(problems) > 0 {
		t.Error(err, problems)
	}
}
