package html

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"tonggao/generator/site"
)

// No language lacks a word, and each takes what the Chinese one takes.
func TestNoLanguageLacksAWord(t *testing.T) {
	verbs := regexp.MustCompile(`%[a-z]|\{[a-z]+\}`)
	want := strungs(t, "zh-CN", chineseWords())
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
	if len(wordsIn(site.English).Now.Months) != 12 {
		t.Error("English has not twelve months")
	}
}

func strungs(t *testing.T, lang string, w *words) map[string]string {
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

func TestPlaceNamesAreReadAsTheirPeopleDo(t *testing.T) {
	for name, want := range map[string]string{
		"常熟市": "chang shu shi", "张家港市": "zhang jia gang shi", "重庆市": "chong qing shi", "长沙县": "chang sha xian", "厦门市": "xia men shi",
		"六安市": "lu an shi", "蚌埠市": "beng bu shi", "浙江省本级": "zhe jiang sheng ben ji", "吕梁市": "lv liang shi", "西安市": "xi an shi",
		"东阿县": "dong e xian", "阿拉善左旗": "a la shan zuo qi", "A区 2": "a qu 2",
	} {
		if got := strings.Join(present(reading(name)...), " "); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

// A known name is read one syllable a character, or the page could not say how
// each character is read.
func TestPlaceReadingsHaveASyllableForEachCharacter(t *testing.T) {
	for name, syllables := range placeReadings {
		if len([]rune(name)) != len(strings.Fields(syllables)) || len([]rune(name)) > 4 {
			t.Errorf("%s: %s", name, syllables)
		}
	}
}
