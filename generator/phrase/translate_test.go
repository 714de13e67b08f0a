package phrase

import (
	"testing"

	"tonggao/generator/problem"
	"tonggao/generator/prose"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

func parse(t *testing.T, text string) prose.Words {
	t.Helper()
	words, problems := prose.ParseWords(text, problem.Position{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return words
}

// What the dictionary has is said in the language, moments and all; what it lacks
// stays wholly in the author's, and is marked.
func TestTranslatedWords(t *testing.T) {
	n := testkit.Changshu(t).Regions[0].Notices[0]
	v := In(site.English).With(site.Translation{site.English: {
		"{{region}}于{{settlement-stop}}暂停": parse(t, "{{region}} stops {{settlement-stop}}"),
		"常熟市":                              testkit.Text("Changshu"), "医保费用联网结算": testkit.Text("Card settlement"),
	}})
	runs := v.Runs(n, nil, parse(t, "{{region}}于{{settlement-stop date}}暂停"))
	if got, want := Plain(runs), "常熟市于2021年12月30日暂停"; got != want || !runs[0].Chinese || !runs[2].Chinese {
		t.Errorf("without a translation: %q %+v", got, runs)
	}
	runs = v.Runs(n, nil, parse(t, "{{region}}于{{settlement-stop}}暂停"))
	if got, want := Plain(runs), "Changshu stops 20:00 on 30 December 2021"; got != want || runs[0].Chinese {
		t.Errorf("with a translation: %q, want %q", got, want)
	}
	if got := v.Label(n.Milestone("settlement-stop")); got != "Card settlement stops" || !v.Translated(n.Milestone("settlement-stop")) {
		t.Errorf("label %q", got)
	}
	if v.Translated(n.Milestone("refund")) {
		t.Error("an untranslated label passes for English")
	}
	if names := v.Names([]string{"常熟市", "参保人员"}); names.Text != "Changshu, 参保人员" || !names.Chinese {
		t.Errorf("names %+v", names)
	}
	if v.Covers(n, nil) || !In(site.Chinese).Covers(n, nil) {
		t.Error("a notice is covered only by what has all of its words")
	}
}

// Words written back read the same again.
func TestSourceOfWords(t *testing.T) {
	for _, text := range []string{"窗口", "{{a date to b 24}}，{{meant 2022年度}}的{{channels x y}}", ""} {
		if got := parse(t, text).Source(); got != text {
			t.Errorf("%q came back as %q", text, got)
		}
	}
	if got := parse(t, "{{ a  date }}").Source(); got != "{{a date}}" {
		t.Errorf("spaces are kept: %q", got)
	}
}
