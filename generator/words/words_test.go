package words

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"tonggao/generator/prints"
	"tonggao/generator/site"
)

// No language lacks a word, and each takes what the Chinese one takes.
func TestNoLanguageLacksAWord(t *testing.T) {
	verbs := regexp.MustCompile(`%[a-z]|\{[a-z]+\}`)
	want := strungs(t, "zh-CN", chinese())
	for lang, w := range catalogue {
		have := strungs(t, string(lang), w)
		for name, chinese := range want {
			if name == "Now.Months" || name == "Now.Clock" || strings.HasPrefix(name, "Devices") {
				continue
			}
			if a, b := verbs.FindAllString(chinese, -1), verbs.FindAllString(have[name], -1); !reflect.DeepEqual(a, b) {
				t.Errorf("%s: %s takes %v, the Chinese one %v", lang, name, b, a)
			}
		}
	}
	if len(In(site.English).Now.Months) != 12 {
		t.Error("English has not twelve months")
	}
}

func strungs(t *testing.T, lang string, w *Page) map[string]string {
	t.Helper()
	all := map[string]string{}
	var walk func(name string, v reflect.Value)
	walk = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			if v.String() == "" {
				t.Errorf("%s: %s is empty", lang, name)
			}
			all[name] = v.String()
		case reflect.Struct:
			for i := range v.NumField() {
				walk(strings.TrimPrefix(name+"."+v.Type().Field(i).Name, "."), v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(name, v.Index(i))
			}
		}
	}
	walk("", reflect.ValueOf(*w))
	return all
}

// Every kind of sheet has a name in every language, and the other formats that it has their
// own in all of them or in none.
func TestSheetsAreCalledInEveryLanguage(t *testing.T) {
	for _, s := range prints.All {
		want := SheetIn(site.Chinese, s.Kind)
		for lang := range catalogue {
			have, ok := sheets[s.Kind][lang]
			if !ok || have.Name == "" || (have.Note == "") != (want.Note == "") || (have.OFD == "") != (want.OFD == "") || (have.DOCX == "") != (want.DOCX == "") {
				t.Errorf("%s: what %s is called lacks something: %+v", lang, s.Kind, have)
			}
			if lang != site.Chinese && have.Packed != "" {
				t.Errorf("%s: the README of a bundle is Chinese: %s", lang, have.Packed)
			}
		}
		if want.Listed() == "" {
			t.Errorf("a bundle does not list %s", s.Kind)
		}
	}
	if len(sheets) != len(prints.All) {
		t.Errorf("%d kinds are called something, of %d", len(sheets), len(prints.All))
	}
}
