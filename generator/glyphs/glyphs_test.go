package glyphs

import (
	"bytes"
	"strings"
	"testing"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/sheet"
	"tonggao/generator/source"
	"tonggao/generator/testkit"
)

// TestGlyphProblems puts characters that no face has into prose, a clause and a
// title, and wants each at its place.
func TestGlyphProblems(t *testing.T) {
	files := testkit.Edited(t, map[string]string{testkit.County + "30-other.md": "\n\n办理点设在𱁬路。\n"})
	notice := files[testkit.County+"notice.toml"]
	notice.Data = bytes.Replace(notice.Data, []byte("医保线上业务同时暂停办理"), []byte("医保线上𱍐业务同时暂停办理"), 1)
	notice.Data = bytes.Replace(notice.Data, []byte(`"关于暂停全市医保业务办理的通告"`), []byte(`"关于暂停全市医保业务办理的通告🀄"`), 1)
	s, problems, err := source.Read(files)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	p, _ := plan.Make(s, plan.Options{})
	faces, problems, err := sheet.New(look.New(testkit.Templates()), p)
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	problems = Check(p, faces.Has, nil)
	want := []string{"30-other.md:", "notice.toml:"}
	for i, r := range []string{"𱁬", "𱍐", "🀄"} {
		found := false
		for _, problem := range problems {
			if strings.Contains(problem.Message, r) {
				found = true
				t.Log(problem)
				if !strings.Contains(problem.String(), want[min(i, 1)]) || problem.Line == 0 {
					t.Errorf("%s is told at %s", r, problem.Position)
				}
			}
		}
		if !found {
			t.Errorf("%s is not told: %v", r, problems)
		}
	}
}
