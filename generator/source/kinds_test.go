package source

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonggao/generator/problem"
	"tonggao/generator/schema"
	"tonggao/generator/site"
)

// placed returns the cells of the reference's table of keys and kinds.
func placed(t *testing.T) map[string]map[site.Kind]string {
	t.Helper()
	_, table, found := strings.Cut(schema.Reference(), "| key 键 | `"+string(site.Kinds[0])+"` |")
	if !found {
		t.Fatal("the reference has no table of keys and kinds")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	cells := map[string]map[site.Kind]string{}
	for _, row := range strings.Split(table, "\n")[2:] {
		columns := strings.Split(strings.Trim(row, "| "), " | ")
		name := strings.Trim(columns[0], "`")
		cells[name] = map[site.Kind]string{}
		for i, kind := range site.Kinds {
			cells[name][kind] = columns[i+1]
		}
	}
	return cells
}

// whole is a milestone of a kind that needs every key that its kind can need; the
// dates are those of a day or an hour, as asks for the one or the other.
func whole(kind site.Kind) map[string]string {
	facts := map[string]string{"kind": fmt.Sprintf("%q", kind), "service": `"water"`, "at": `"2024-05-11 20:00"`, "text": `"事项"`}
	switch kind {
	case site.Opening:
		facts["until"] = `"2024-05-11 22:00"`
	case site.Deadline:
		facts["at"], facts["includes_day"] = `"2024-05-11"`, "true"
	}
	return facts
}

// another is a value that each key of a milestone can have.
var another = map[string]string{"kind": `"rule"`, "service": `"water"`, "services": `["water"]`, "at": `"2024-05-12"`, "tbd": "true", "after": `"2024-05-12"`,
	"before": `"2024-05-13"`, "until": `"2024-05-20"`, "expected": "true", "gradual": "true", "includes_day": "true", "label": `"短"`, "text": `"事项"`,
	"instead": `"办法"`, "state": `"预受理"`, "permanent": "true", "open_ended": "true", "daily": `"07:00-23:00"`, "days": `"workdays"`, "except": `[2024-05-10]`, "also": `[2024-05-11]`, "scope": `"城东"`, "audience": `["all"]`,
	"channels": `["hall"]`, "more_channels": "true", "alarm": `["-P1D"]`, "withdrawn": "true", "move": "[{from = \"2024-05-01\", on = 2024-04-30}]", "why": `"原因"`, "omit": "true"}

// said is what the reader finds wrong with one milestone, which stands behind a stop.
func said(t *testing.T, facts map[string]string) string {
	t.Helper()
	return told(t, problem.Error, facts)
}

// told is said of another level.
func told(t *testing.T, level problem.Level, facts map[string]string) string {
	t.Helper()
	notice := "title = \"通告\"\nissued = 2024-04-30\n[milestone.before]\nkind = \"suspend\"\nservice = \"water\"\nat = \"2024-05-01\"\ntext = \"停\"\nopen_ended = true\n[milestone.it]\n"
	for key, value := range facts {
		notice += key + " = " + value + "\n"
	}
	_, problems, err := Read(fstest.MapFS{
		"site.toml": {Data: []byte("name = \"站\"\nbase_url = \"https://gonggao.example\"\nlanguages = [\"zh-CN\"]\nhotlines = [\"12345\"]\n" +
			"[service.water]\nname = \"供水\"\n[audience.all]\nname = \"用户\"\n[channel.hall]\nname = \"大厅\"\n")},
		"a/region.toml":   {Data: []byte("name = \"甲市\"\nissuer = \"甲局\"\n")},
		"a/n/notice.toml": {Data: []byte(notice)},
		"a/n/10-a.md":     {Data: []byte("{{schedule}}\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, p := range problems {
		if p.Level == level {
			fmt.Fprintln(&text, p.Message)
		}
	}
	return text.String()
}

// instead are the keys of which any stands for the others.
var instead = [][]string{{"service", "services"}, {"at", "tbd", "after", "before"}}

// missed reports whether the reader complains when neither a key is there nor
// another in its place.
func missed(t *testing.T, kind site.Kind, key string) bool {
	t.Helper()
	facts := whole(kind)
	delete(facts, key)
	for _, group := range instead {
		if slices.Contains(group, key) {
			for _, k := range group {
				delete(facts, k)
			}
		}
	}
	return said(t, facts) != said(t, whole(kind))
}

// TestTheReferenceKnowsWhatKindsTake holds each cell of the table of keys and kinds
// against the reader: what it marks as refused is refused and nothing else is, and
// what it marks as needed is missed and nothing else is.
func TestTheReferenceKnowsWhatKindsTake(t *testing.T) {
	cells := placed(t)
	for _, key := range schema.MilestoneTable.Names() {
		for _, kind := range site.Kinds {
			mark := cells[key][kind]
			if needed := mark == "●" || mark == "◐"; needed != missed(t, kind, key) {
				t.Errorf("%s of %s is marked %s, but the reader misses it: %v", key, kind, mark, !needed)
			}
			facts := whole(kind)
			if key != "kind" {
				facts[key] = another[key]
			}
			refused := strings.Contains(said(t, facts), key+" has no place in a milestone of kind "+string(kind))
			if refused != (mark == "–") {
				t.Errorf("%s of %s is marked %s; the reader says:\n%s", key, kind, mark, said(t, facts))
			}
		}
	}
}

// TestADeadlineBeforeADaySaysWhetherItCounts reminds of it, which at that day is an error; not
// where the bound is an hour, or one of two, or the time itself is to be announced.
func TestADeadlineBeforeADaySaysWhetherItCounts(t *testing.T) {
	for before, asked := range map[string]bool{`"2024-05-13"`: true, `"2024-05"`: true, `"2024-05-13 17:00"`: false, "\"2024-05-13\"\nincludes_day = false": false,
		"\"2024-05-13\"\nafter = \"2024-05-02\"": false, "\"2024-05-13\"\ntbd = true": false} {
		facts := map[string]string{"kind": `"deadline"`, "before": before, "label": `"短"`, "text": `"事项"`}
		got := told(t, problem.Warning, facts)
		if strings.Contains(got, "whether that") != asked || strings.Contains(said(t, facts), "whether that") {
			t.Errorf("before = %s: %s", before, got)
		}
	}
}
