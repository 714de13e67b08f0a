package html

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/source"
)

// noticePage renders the page of the only notice of a synthetic site.
func noticePage(t *testing.T, name string) string {
	t.Helper()
	return pageWhere(t, name, func(o plan.Output) bool { return o.Kind == plan.NoticePage })
}

// pageWhere renders the first page of a synthetic site that is wanted.
func pageWhere(t *testing.T, name string, wanted func(plan.Output) bool) string {
	t.Helper()
	archive, err := txtar.ParseFile("../testdata/sites/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		if path, ok := strings.CutPrefix(f.Name, "regions/"); ok {
			files[path] = &fstest.MapFile{Data: f.Data}
		}
	}
	s, problems, err := source.Read(files)
	if err != nil || s == nil {
		t.Fatal(err, problems)
	}
	p, _ := plan.Make(s, plan.Options{})
	w, err := New(look.New(os.DirFS("../../templates")), p)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range p.Outputs() {
		if wanted(o) {
			var page bytes.Buffer
			if err := w.Write(&page, o); err != nil {
				t.Fatal(err)
			}
			return page.String()
		}
	}
	t.Fatalf("%s has no such page", name)
	return ""
}

// tableOf cuts out the table of services.
func tableOf(page string) string {
	_, table, _ := strings.Cut(page, `<table class="services">`)
	table, _, _ = strings.Cut(table, "</table>")
	return table
}

// The stated end of a window is no recovery, and reduced service is no stop: each
// stands under its own name, in the word that all services of the table have for it. What
// was announced as a recovery stays one.
func TestTableCallsThingsByTheirNames(t *testing.T) {
	for name, want := range map[string]map[string]int{
		"gas":    {"停止供气": 5, "减量供气": 2, "部分恢复": 0, "恢复": 0},
		"bank":   {"暂停服务": 13, "部分恢复": 0, "恢复": 0},
		"campus": {"停电": 4, "部分恢复": 0, "恢复供电": 2},
		"water":  {"暂停": 4, "部分恢复": 0, "恢复": 4},
	} {
		table := tableOf(noticePage(t, name))
		for heading, count := range want {
			if have := strings.Count(table, `data-name="`+heading+`"`); have != count {
				t.Errorf("%s: %d cells are %s, want %d", name, have, heading, count)
			}
		}
	}
}

// What belongs to a service stands below that service alone, and once however often
// it stops.
func TestTableSaysWhatBelongsToAServiceOnce(t *testing.T) {
	table := tableOf(noticePage(t, "province"))
	for _, items := range []string{"包括企业职工养老保险、", "包括网上办事系统、", "包括医疗保险费"} {
		if have := strings.Count(table, items); have != 1 {
			t.Errorf("%d times %s", have, items)
		}
	}
}

// Weekdays of a window stand behind their dates.
func TestWeekdaysOfAWindow(t *testing.T) {
	page := noticePage(t, "gas")
	_, list, _ := strings.Cut(page, "data-schedule")
	list, _, _ = strings.Cut(list, "</ol>")
	plain := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(list, "")
	for _, window := range []string{"11月26日（星期三）22时起至11月28日（星期五）10时止", "11月27日（星期四）22时至11月28日（星期五）5时"} {
		if !strings.Contains(plain, window) {
			t.Errorf("the schedule lacks %s: %s", window, plain)
		}
	}
	if strings.Contains(list, "<small>星期") {
		t.Error("a weekday stands behind a window")
	}
}

// A label that begins with its place is not followed by the place.
func TestScheduleSaysAPlaceOnce(t *testing.T) {
	if page := noticePage(t, "campus"); strings.Contains(page, "<small>教学区域</small>") || !strings.Contains(page, "教学区域恢复供电") {
		t.Error("the schedule says 教学区域 twice, or never")
	}
}

// That an opening closes is no recovery.
func TestOpeningDoesNotComeBack(t *testing.T) {
	for id, want := range map[string]bool{"bus-night": false, "stop": true} {
		page := pageWhere(t, "gas", func(o plan.Output) bool { return o.Kind == plan.MilestonePage && o.Milestone.ID == id })
		if have := strings.Contains(page, "何时恢复"); have != want {
			t.Errorf("%s: 何时恢复 %v", id, have)
		}
	}
}

// On the scale of time every instant has words of its own, and 预计 once.
func TestTimelineTellsInstantsApart(t *testing.T) {
	_, drawing, _ := strings.Cut(noticePage(t, "prefecture"), `<figure class="timeline">`)
	drawing, _, _ = strings.Cut(drawing, "</figure>")
	seen := map[string]bool{}
	for _, tick := range regexp.MustCompile(`<text class="date".*?</text>`).FindAllString(drawing, -1) {
		words := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(tick, "")
		if seen[words] || strings.Count(words, "预计") > 1 {
			t.Errorf("the scale says %s", words)
		}
		seen[words] = true
	}
	for _, want := range []string{"9月17日0时", "9月17日24时", "预计9月30日0时"} {
		if !seen[want] {
			t.Errorf("the scale lacks %s: %v", want, seen)
		}
	}
}

// Every state has its mark and colour, and its bar.
func TestEveryStateHasItsLook(t *testing.T) {
	css, err := os.ReadFile("../../templates/assets/facts.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, state := range []site.State{site.On, site.Off, site.Partly, site.Ended, site.Uncertain, site.Presumed} {
		for _, class := range []string{".s-", ".timeline .b-"} {
			if selector := class + string(state); !strings.Contains(string(css), selector+" {") && !strings.Contains(string(css), selector+",") {
				t.Errorf("facts.css has no %s", selector)
			}
		}
	}
}
