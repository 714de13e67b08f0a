package data_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tonggao/generator/data"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// write plans a site and writes all its data, by path.
func write(t testing.TB, s *site.Site) map[string][]byte {
	t.Helper()
	p, problems := plan.Make(s, plan.Options{})
	if problems.Failed() {
		t.Fatal(problems)
	}
	w, files := data.New(p), map[string][]byte{}
	for _, o := range p.Outputs {
		if o.Format != plan.Data {
			continue
		}
		var out bytes.Buffer
		if err := w.Write(&out, o); err != nil {
			t.Fatal(err)
		}
		files[o.Path] = out.Bytes()
	}
	return files
}

// TestSchema holds every notices.json to the schema that is published with it.
func TestSchema(t *testing.T) {
	for name, s := range map[string]*site.Site{"one": testkit.Changshu(t), "many": testkit.Crowd(t, 30), "none": {Name: "空", BaseURL: "https://tonggao.example"}} {
		files := write(t, s)
		schema := compile(t, files["notices.schema.json"])
		for path, file := range files {
			if !strings.HasSuffix(path, "notices.json") {
				continue
			}
			facts, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
			if err != nil {
				t.Fatalf("%s %s: %v", name, path, err)
			}
			if err := schema.Validate(facts); err != nil {
				t.Errorf("%s %s: %v", name, path, err)
			}
		}
	}
}

func compile(t testing.TB, schema []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("notices.schema.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("notices.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// TestSchemaNamesEveryField holds the schema complete: an object of the file has
// exactly the fields that the schema's definition of it requires.
func TestSchemaNamesEveryField(t *testing.T) {
	files := write(t, testkit.Changshu(t))
	var schema struct {
		Defs map[string]struct {
			Properties map[string]any `json:"properties"`
			Required   []string       `json:"required"`
		} `json:"$defs"`
	}
	var facts struct {
		Regions []map[string]any `json:"regions"`
	}
	decode(t, files["notices.schema.json"], &schema)
	decode(t, files["notices.json"], &facts)
	check := func(def string, object map[string]any) {
		for field := range object {
			if schema.Defs[def].Properties[field] == nil {
				t.Errorf("%s of a %s is not in the schema", field, def)
			}
		}
		if len(schema.Defs[def].Required) != len(object) {
			t.Errorf("the schema requires %d fields of a %s, which has %d", len(schema.Defs[def].Required), def, len(object))
		}
	}
	region := facts.Regions[0]
	check("region", region)
	check("contact", first(region, "contacts"))
	check("service_calendar", first(region, "service_calendars"))
	notice := first(region, "notices")
	check("notice", notice)
	check("edition", first(notice, "editions"))
	check("milestone", first(notice, "milestones"))
	check("outage", first(notice, "outages"))
	check("revision", first(notice, "revisions"))
}

func first(object map[string]any, field string) map[string]any {
	return object[field].([]any)[0].(map[string]any)
}

func decode(t testing.TB, file []byte, to any) {
	t.Helper()
	if err := json.Unmarshal(file, to); err != nil {
		t.Fatal(err)
	}
}
