package forms

import (
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"tonggao/generator/testkit"
)

// TestFormsAreAccessible asks axe about every page of the forms, with all that folds
// open, on a phone, and as it stands when something is wrong; none is wider than a window.
func TestFormsAreAccessible(t *testing.T) {
	axe, err := os.ReadFile(testkit.Package(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := testkit.Browse(t, testkit.Need(t, "chromium"), true)
	begin, f := serve(t, ""), serve(t, "../../regions")
	f.publishes()
	f.draftFrom("通告.txt", "jiangsu/suzhou/changshu", "2024-upgrade", []byte("关于暂停医保业务的通告\n\n2024年5月10日20时起暂停窗口经办和甲乙丙丁业务。\n\n常熟市医疗保障局\n2024年5月8日\n"))
	f.agree(f.post("move", "notice", platform, "milestone", "settlement-full", "do", "withdraw", "why", "不再暂停"))
	pages := []string{begin.server.URL + Path}
	for _, one := range []string{"", "notice?id=" + changshu, "notice?id=jiangsu/suzhou/changshu/2024-upgrade", "notice?id=" + platform, "text?notice=" + changshu + "&file=" + changshu + "/20-guide.md", "text?file=site.toml", "publish", "nowhere"} {
		pages = append(pages, f.server.URL+Path+one)
	}
	seen := 0
	check := func(what string) {
		t.Helper()
		seen++
		b.Picture(fmt.Sprintf("form-%02d", seen))
		b.Run(`document.querySelectorAll("details").forEach(d => { d.open = true }); document.querySelectorAll("iframe").forEach(f => f.remove());` + string(axe))
		for _, width := range []int64{1200, 360} {
			b.Do(chromedp.EmulateViewport(width, 900))
			if wide := b.Text(`document.documentElement.scrollWidth > innerWidth`); wide == "true" {
				t.Errorf("%s at %d pixels is wider than the window", what, width)
			}
		}
		found := b.Text(`axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r => r.passes.length + ' ' + r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' & ')).join('\n'))`)
		if passes, violations, _ := strings.Cut(found, " "); violations != "" || passes < "1" {
			t.Errorf("%s: %s rules hold, but %s", what, passes, violations)
		}
	}
	for _, address := range pages {
		b.Open(address)
		check(address)
	}
	for _, wrong := range []struct{ action, form string }{
		{"move", "notice=" + url.QueryEscape(platform) + "&milestone=settlement-first&do=time&to.day=2022-01-05"},
		{"fact", "notice=" + url.QueryEscape(changshu) + "&kind=suspend&service=counter&at.said=1月40日&text=暂停"},
		{"fact", "notice=" + url.QueryEscape(changshu) + "&kind=suspend&at.day=2022-01-05&text=暂停"},
		{"text", "notice=" + url.QueryEscape(changshu) + "&file=" + url.QueryEscape(changshu+"/20-guide.md") + "&text={{nowhere}}"},
		{"notice", "region=jiangsu&folder=../x"},
		{"move", "notice=" + url.QueryEscape(platform) + "&milestone=settlement-first&do=time&to.day=2022-01-01&to.clock=09:00&why=联调"}, // a proposal
	} {
		b.Open(f.server.URL + Path)
		b.Run(`(() => { const form = document.createElement("form"); form.method = "post"; form.action = "` + Path + wrong.action + `";
			new URLSearchParams("token=secret&` + wrong.form + `").forEach((value, name) => { const i = document.createElement("input"); i.name = name; i.value = value; form.append(i) });
			document.body.append(form); form.submit() })()`)
		b.Sees(`location.pathname.endsWith("/` + wrong.action + `") && document.readyState === "complete" && !!document.querySelector(".alert, .wrong, .diff")`)
		check(wrong.action + " " + wrong.form)
	}
}
