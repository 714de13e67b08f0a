package html_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tonggao/generator/html"
	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestNowJSON holds the facts of the present of any site to the schema that is published
// with them, and those of a region to what the file of all regions has.
func TestNowJSON(t *testing.T) {
	templates := look.New(testkit.Templates())
	for seed := range uint64(12) {
		s, problems, err := source.Read(testkit.AnySite(rand.New(rand.NewPCG(seed, 22))))
		if err != nil || s == nil || problems.Failed() {
			continue
		}
		p, _ := plan.Make(s, plan.Options{})
		w, err := html.New(templates, p)
		if err != nil {
			t.Fatal(err)
		}
		files := map[string][]byte{}
		for _, o := range p.Outputs() {
			if o.Kind == plan.NowJSON || o.Kind == plan.NowSchema {
				var out bytes.Buffer
				if err := w.Write(&out, o); err != nil {
					t.Fatal(err)
				}
				files[o.Path] = out.Bytes()
			}
		}
		takesLines(t, w, p, files["now.json"])
		text, err := jsonschema.UnmarshalJSON(bytes.NewReader(files["now.schema.json"]))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("now.schema.json", text); err != nil {
			t.Fatal(err)
		}
		schema := c.MustCompile("now.schema.json")
		for path, file := range files {
			if path == "now.schema.json" {
				continue
			}
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("seed %d: %s: %v", seed, path, err)
			}
			var own struct{ Regions []json.RawMessage }
			if err := json.Unmarshal(file, &own); err != nil || len(own.Regions) == 0 {
				t.Fatal(path, err)
			}
			if strings.Count(path, "/") == 1 && strings.HasPrefix(path, "r") && !strings.Contains(string(files["now.json"]), string(own.Regions[0])) {
				t.Errorf("seed %d: %s tells what now.json does not", seed, path)
			}
		}
	}
}

// takesLines gives the writer the lines of some regions, as they stand in the file.
func takesLines(t *testing.T, w *html.Writer, p *plan.Plan, file []byte) {
	t.Helper()
	lines, asked := bytes.Split(file, []byte("\n"))[1:], 0
	some := func(plan.Output, *site.Region) []byte {
		if asked++; asked%3 == 0 {
			return nil
		}
		return lines[asked-1]
	}
	o, _ := p.At("now.json")
	var out bytes.Buffer
	knowing := *w
	knowing.Published = some
	if err := knowing.Write(&out, o); err != nil {
		t.Fatal(err)
	}
	if asked != len(p.Site.Regions) || !bytes.Equal(out.Bytes(), file) {
		t.Errorf("%d of %d regions were asked for, and made of their lines\n%s\nis\n%s", asked, len(p.Site.Regions), file, out.Bytes())
	}
}
