package html_test

import "testing"

// chipped lists the regions or notices that a visitor sees with what marks them.
const chipped = `[...document.querySelectorAll('.chip')].map(c => c.closest('li, article').querySelector('a').textContent + '=' + c.textContent + '/' + c.lang).join(' ')`

func TestChips(t *testing.T) {
	base := serve(t)
	for _, c := range []struct{ at, page, shown string }{
		{"2021-12-01T00:00:00+08:00", "", "常熟市=尚未开始/zh-CN 张家港市=尚未开始/zh-CN 西安市=尚未开始/zh-CN 浙江省本级=尚未开始/zh-CN"},
		{"2021-12-31T10:00:00+08:00", "", "常熟市=正在进行/zh-CN 张家港市=正在进行/zh-CN 西安市=尚未开始/zh-CN 浙江省本级=尚未开始/zh-CN"},
		{"2021-12-31T10:00:00+08:00", "jiangsu/suzhou/changshu/", "关于暂停全市医保业务办理的通告=正在进行/zh-CN"},
	} {
		b := newTab(t, 360, 800)
		b.at(c.at, "America/New_York")
		b.open(base + c.page + "index.html")
		if got := eval[string](b, chipped); got != c.shown {
			t.Errorf("%s at %s shows\n%s, want\n%s", c.page, c.at, got, c.shown)
		}
	}
}
