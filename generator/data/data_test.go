package data_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"tonggao/generator/data"
	"tonggao/generator/phrase"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
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
	for _, o := range p.Outputs() {
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
	for name, s := range map[string]*site.Site{"real": real(t), "one": testkit.Changshu(t), "moved": moved(t), "many": testkit.Crowd(t, 30),
		"none": {Name: "空", BaseURL: "https://tonggao.example"}} {
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

// real is the site of the four notices.
func real(t testing.TB) *site.Site {
	t.Helper()
	s, problems, err := source.Read(os.DirFS("../../regions"))
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	return s
}

// moved is the sample with every field of a milestone in use.
func moved(t testing.TB) *site.Site {
	t.Helper()
	s := testkit.Changshu(t)
	n := s.Regions[0].Notices[0]
	day, bound := testkit.Day(t, "2021-12-31"), testkit.At(t, "2022-01-05 05:00")
	full, plan := n.Milestone("settlement-full"), n.Milestone("plan")
	full.Moves = []site.Move{{From: full.Moment, To: site.Moment{Pending: true}, On: day, Why: "联调测试", Kind: site.TakenBack}}
	full.Moment = site.Moment{Pending: true, After: &bound}
	full.Hours = &site.Hours{Windows: []site.HourWindow{{From: 7 * 60, To: 24 * 60}}, Days: site.EveryDay}
	plan.Follows, plan.Withdrawn, plan.Scope = full, true, "市区"
	n.Milestone("counter-stop").Channels = []*site.Channel{{ID: "app", Name: "江苏医保云"}}
	n.Unaffected = []*site.Unaffected{{ID: "care", Notice: n, Service: testkit.Counter, Text: testkit.Text("咨询照常"), From: n.Milestone("counter-stop"), To: full}}
	n.Revisions = append(n.Revisions, site.Revision{Number: 2, On: day, What: "延期"})
	testkit.Settle(n)
	return s
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
	files := write(t, moved(t))
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
	check("unaffected", first(notice, "unaffected"))
	for _, m := range notice["milestones"].([]any) {
		if m := m.(map[string]any); m["id"] == "settlement-full" {
			check("move", first(m, "moves"))
			check("hours", m["daily"].(map[string]any))
		}
	}
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

// TestFacts holds the first facts of the contract to their values, byte by byte.
func TestFacts(t *testing.T) {
	s := moved(t)
	file := string(write(t, s)["jiangsu/suzhou/changshu/notices.json"])
	refund := s.Regions[0].Notices[0].Milestone("refund")
	for _, part := range []string{
		`{"version":1,"$schema":"https://tonggao.example/notices.schema.json","regions":[` + "\n" + `{"id":"jiangsu/suzhou/changshu","code":"","name":"常熟市","issuer":"常熟市医疗保障局",`,
		`"id":"jiangsu/suzhou/changshu/2021-platform",`, `"issued":"2021-12-20","revision":2,"revised":"2021-12-31",`,
		`"at":"2022-01-01T00:00:00+08:00","precision":"hour","written":"2021年12月31日24时","when":"2021年12月31日24时起",`,
		`"at":"2022-03-31","precision":"day","written":"2022年3月31日","when":"` + phrase.In(site.Chinese).When(refund) + `","after":null,"before":null,"includes_day":true,"tbd":false,`,
		`"at":"2022-04","precision":"month",`,
		`"at":null,"precision":"none","written":"2022年1月5日5时以后，具体时间另行通知",`,
		`"after":"2022-01-05T05:00:00+08:00","before":null,"includes_day":false,"tbd":true,"gradual":false,"permanent":false,"daily":{"from":"07:00","to":"24:00"},`,
		`"status":"tentative","sequence":1,"moves":[{"kind":"taken-back","from":"2022-01-02T08:00:00+08:00","to":null,"on":"2021-12-31","why":"联调测试",`,
		`"status":"cancelled","sequence":1,`,
		`"outages":[{"service":"counter","from":"2021-12-24T17:00:00+08:00","partial":"2022-01-04","to":null,"stop":"counter-stop","stages":["counter-first"],"end":"counter-scope",`,
		`"calendar":"https://tonggao.example/jiangsu/suzhou/changshu/2021-platform/settlement-stop/event.ics"`,
	} {
		if !strings.Contains(file, part) {
			t.Errorf("no %s", part)
		}
	}
	if t.Failed() {
		t.Log(file)
	}
}

// TestSiteTakesTheLinesOfItsRegions gives the writer the lines of some regions.
func TestSiteTakesTheLinesOfItsRegions(t *testing.T) {
	s := real(t)
	files := write(t, s)
	p, _ := plan.Make(s, plan.Options{})
	asked := 0
	some := func(_ plan.Output, r *site.Region, id string) []byte {
		if asked++; asked%3 == 0 || id != r.ID {
			return nil
		}
		return bytes.Split(files[plan.RegionFacts(r)], []byte("\n"))[1]
	}
	o, _ := p.At("notices.json")
	var out bytes.Buffer
	if err := data.New(p).Knowing(some).Write(&out, o); err != nil {
		t.Fatal(err)
	}
	if asked != len(s.Regions) || out.String() != string(files["notices.json"]) {
		t.Errorf("%d of %d regions were asked for; the site's facts are as they were: %v", asked, len(s.Regions), out.String() == string(files["notices.json"]))
	}
}
