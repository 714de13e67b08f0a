package phrase_test

import (
	"testing"

	"tonggao/generator/phrase"
	"tonggao/generator/site"
)

// Phrases of a page are told in the services' own words where all have the same, and in no
// other language than Chinese.
func TestPhrasesInTheServicesOwnWords(t *testing.T) {
	ferry, water, plain := &site.Service{Own: site.Own{On: "正常开航", Off: "停航", Back: "复航"}}, &site.Service{Own: site.Own{Off: "停水"}}, &site.Service{}
	for _, c := range []struct {
		lang      site.Language
		services  []*site.Service
		say, say2 string
	}{
		{site.Chinese, []*site.Service{ferry}, "没有正在停航或将要停航的业务", "现在正常开航吗？何时复航"},
		{site.Chinese, []*site.Service{water}, "没有正在停水或将要停水的业务", "现在正常吗？何时恢复"},
		{site.Chinese, []*site.Service{ferry, water}, "没有正在暂停或将要暂停的业务", "现在正常吗？何时恢复"},
		{site.Chinese, []*site.Service{plain}, "没有正在暂停或将要暂停的业务", "现在正常吗？何时恢复"},
		{site.English, []*site.Service{ferry}, "没有正在暂停或将要暂停的业务", "现在正常吗？何时恢复"},
		{site.Chinese, nil, "没有正在暂停或将要暂停的业务", "现在正常吗？何时恢复"},
	} {
		v := phrase.In(c.lang)
		if got := v.Theirs("没有正在暂停或将要暂停的业务", c.services); got != c.say {
			t.Errorf("%s, want %s", got, c.say)
		}
		if got := v.Theirs("现在正常吗？何时恢复", c.services); got != c.say2 {
			t.Errorf("%s, want %s", got, c.say2)
		}
	}
}

// The mark of a notice whose recoveries moved has their own word.
func TestMovedRecoveriesAreMarkedInTheirWords(t *testing.T) {
	n := noticeOf(t, "[[revision]]\non = 2024-05-02\nwhat = \"延期\"\n"+
		fact("stop", `kind="suspend"`, `service="water"`, `at="2024-05-03 08:00"`, `text="停水"`)+
		fact("back", `kind="resume"`, `service="water"`, `at="2024-05-05 08:00"`, `text="来水"`)+
		"[[milestone.back.move]]\nfrom = \"2024-05-04 08:00\"\non = 2024-05-02\n", "")
	for lang, want := range map[site.Language]string{site.Chinese: "【恢复供水延期】", site.English: "[Back later] "} {
		if got := phrase.In(lang).NoticeChange(n); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if want := "2024年5月3日8时起停水，5月5日8时起恢复供水"; phrase.In(site.Chinese).Story(n.Courses[0]) != want {
		t.Error(phrase.In(site.Chinese).Story(n.Courses[0]))
	}
}
