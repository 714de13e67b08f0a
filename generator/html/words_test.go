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
	want := texts(t, "zh-CN", chineseWords())
	for lang, w := range catalogue {
		have := texts(t, string(lang), w)
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

func texts(t *testing.T, lang string, w *words) map[string]string {
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
		"常熟市": "changshushi css", "张家港市": "zhangjiagangshi zjgs", "重庆市": "chongqingshi cqs", "长沙县": "changshaxian csx", "厦门市": "xiamenshi xms",
		"六安市": "luanshi las", "蚌埠市": "bengbushi bbs", "浙江省本级": "zhejiangshengbenji zjsbj", "吕梁市": "lvliangshi lls", "西安市": "xianshi xas",
		"东阿县": "dongexian dex", "阿拉善左旗": "alashanzuoqi alszq", "A区": "aqu aq",
	} {
		if got := keys(&site.Region{Name: name}); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
