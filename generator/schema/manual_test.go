package schema

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
)

var update = flag.Bool("update", false, "rewrite docs/reference.md")

func TestReferenceIsFresh(t *testing.T) {
	for name, want := range map[string]string{"../../docs/reference.md": Reference(), "../../docs/reference.zh-CN.md": ReferenceChinese()} {
		if *update {
			if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		have, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(bytes.ReplaceAll(have, []byte("\r\n"), []byte("\n"))) != want {
			t.Errorf("%s is stale: run go test ./generator/schema -run TestReferenceIsFresh -update", name)
		}
	}
}

func TestEveryKeyIsExplained(t *testing.T) {
	for _, c := range contracts {
		eachKey(c.file, c.table, func(name string, k Key) {
			if k.English == "" || k.Chinese == "" {
				t.Errorf("%s: the key has no words in Chinese or English", name)
			}
			if strings.Contains(k.Chinese+k.English, "|") {
				t.Errorf("%s: a | would break the table of docs/reference.md", name)
			}
			if k.Kind != AFlag && k.Kind != ADay && k.Kind != AColors && (k.Kind == ATable || k.Kind == ANamed || k.Kind == ASeries) != (k.Table != nil) {
				t.Errorf("%s: a key holds tables if it has one", name)
			}
		})
	}
}

func eachKey(path string, t *Table, f func(string, Key)) {
	for _, k := range t.Keys {
		f(path+" "+k.Name, k)
		if k.Table != nil {
			eachKey(path+" "+k.Name, k.Table, f)
		}
	}
}

// TestPlaceholdersAreThoseOfTheReader holds the table that the reference is made
// from against what the reader takes.
func TestPlaceholdersAreThoseOfTheReader(t *testing.T) {
	var written []string
	for _, f := range forms {
		written = append(written, f.write)
	}
	if !slices.Equal(written, prose.Options) {
		t.Errorf("options: %v, but the reader takes %v", written, prose.Options)
	}
	named := map[string]bool{}
	for _, f := range slices.Concat(placeholders, inserts) {
		words, problems := prose.ParseWords(strings.NewReplacer("ID", "id", "TEXT", "x", "KIND", "rule").Replace(f.write), problem.Position{})
		if len(problems) > 0 || len(words) != 1 {
			t.Errorf("%s is no placeholder: %v", f.write, problems)
			continue
		}
		if h, ok := words[0].(prose.Placeholder); ok {
			name, _, _ := strings.Cut(h.Name, ".")
			named[name] = true
		}
	}
	for _, name := range slices.Concat(prose.Inserts, []string{"term", "service", "audience", "channel", "contact", "annex"}) {
		if !named[name] {
			t.Errorf("the reader takes {{%s}}, which the reference does not tell of", name)
		}
	}
}

func compiled(t *testing.T, kind FileKind) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(JSON(kind)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler() // it holds the schema against its metaschema
	compiler.AssertFormat()
	if err := compiler.AddResource("file:///"+string(kind)+".json", document); err != nil {
		t.Fatal(err)
	}
	s, err := compiler.Compile("file:///" + string(kind) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON gives an editor's view of TOML: a date is a text.
func asJSON(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			v[key] = asJSON(inner)
		}
	case []map[string]any:
		all := make([]any, len(v))
		for i, inner := range v {
			all[i] = asJSON(inner)
		}
		return all
	case []any:
		for i, inner := range v {
			v[i] = asJSON(inner)
		}
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return v
}

func decoded(t *testing.T, text string) any {
	t.Helper()
	values := map[string]any{}
	if _, err := toml.Decode(text, &values); err != nil {
		t.Fatal(err)
	}
	return asJSON(values)
}

// TestSchemasTakeTheRealRegions holds every file of regions/ against the schema
// that an editor would use for it.
func TestSchemasTakeTheRealRegions(t *testing.T) {
	schemas := map[string]*jsonschema.Schema{"site.toml": compiled(t, SiteFile), "region.toml": compiled(t, RegionFile),
		"notice.toml": compiled(t, NoticeFile), ".md": compiled(t, FrontMatter)}
	files := 0
	err := fs.WalkDir(os.DirFS("../../regions"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile("../../regions/" + name)
		if err != nil {
			return err
		}
		s, content := schemas[path.Base(name)], string(text)
		if path.Ext(name) == ".md" {
			s = schemas[".md"]
			_, content, _ = strings.Cut(content, "+++\n")
			content, _, _ = strings.Cut(content, "+++\n")
		}
		if s == nil {
			return nil
		}
		files++
		if err := s.Validate(decoded(t, content)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || files < 20 {
		t.Fatal(files, err)
	}
}

func TestSchemasRefuse(t *testing.T) {
	for _, c := range []struct {
		kind FileKind
		text string
	}{
		{SiteFile, `name = "x"`},
		{SiteFile, "name = \"x\"\nbase_url = \"https://x.example\"\nlanguages = [\"de\"]"},
		{RegionFile, `issuer = "x"`},
		{NoticeFile, `isued = 2021-12-20`},
		{NoticeFile, `issued = "20.12.2021"`},
		{NoticeFile, "[milestone.Stop]\nkind = \"suspend\""},
		{NoticeFile, "[milestone.stop]\nkind = \"stop\""},
		{NoticeFile, "[milestone.stop]\nat = \"8:30\""},
		{NoticeFile, "[milestone.stop]\ntbd = \"yes\""},
		{NoticeFile, "[[revision]]\non = 2021-12-20"},
		{FrontMatter, `kind = "notes"`},
	} {
		if compiled(t, c.kind).Validate(decoded(t, c.text)) == nil {
			t.Errorf("the schema of %s takes %q", c.kind, c.text)
		}
	}
}

func TestTheSchemaNamesEveryKind(t *testing.T) {
	var known []string
	for _, k := range site.Kinds {
		known = append(known, string(k))
	}
	if !slices.Equal(MilestoneTable.Key("kind").One, known) {
		t.Errorf("kinds of milestone: %v, but a site has %v", MilestoneTable.Key("kind").One, known)
	}
}

// TestManualProse reads each form of prose that the reference shows.
func TestManualProse(t *testing.T) {
	for _, f := range proseForms {
		read, problems := prose.Parse("x.md", strings.Replace(f.write, "末尾", "前文，", 1)+strings.Repeat("\n后文", strings.Count(f.write, "末尾")), 1)
		if len(problems) > 0 || len(read.Blocks) != 1 {
			t.Errorf("%s: %v", f.write, problems)
		}
	}
}
