package forms

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"tonggao/generator/testkit"
)

// TestByKeyboardAlone postpones and publishes a notice with Tab, Space, Enter and letters:
// each step is reached, seen to be reached, and said by a name.
func TestByKeyboardAlone(t *testing.T) {
	b := testkit.Browse(t, testkit.Need(t, "chromium"), true)
	f := serve(t, "../../regions")
	f.publishes()
	k := &keyboard{b, t}
	b.Open(f.server.URL + Path + "notice?id=" + changshu)
	k.to("跳到正文", kb.Enter)
	if passed := k.to("全部通告", ""); len(passed) > 0 {
		t.Errorf("the skip link does not skip %s", passed)
	}
	b.Open(f.server.URL + Path + "notice?id=" + platform)
	k.to("改时间、取消：联网结算全面恢复", kb.Enter)
	k.to("日期", "01052022") // the field's own parts: month, day, year
	k.to("时刻", "0800AM")
	k.to("原因（读者会看到）", "delay")
	k.press(kb.Enter)
	b.Sees(`document.body.className === "proposal"`)
	k.to("写入", kb.Enter)
	b.Sees(`document.body.className === "notice" && document.querySelector("[role=status]").textContent.includes("已写入")`)
	if !strings.Contains(f.read(platform+"/notice.toml"), `"2022-01-05 08:00"`) {
		t.Error("the time is not moved:\n", f.read(platform+"/notice.toml"))
	}
	k.to("发布…", kb.Enter)
	b.Sees(`document.body.className === "publish"`)
	k.to("发布到 output", kb.Enter)
	b.Sees(`document.body.className === "published"`)
	k.to("返回", kb.Enter)
	b.Sees(`document.body.className === "index"`)
}

// A keyboard is all that somebody has.
type keyboard struct {
	*testkit.Browser
	t *testing.T
}

func (k *keyboard) press(keys string) {
	k.t.Helper()
	k.Do(chromedp.KeyEvent(keys))
}

// to presses Tab until what has the focus is called something, and types. It returns what
// it passed.
func (k *keyboard) to(name, keys string) (passed []string) {
	k.t.Helper()
	k.Sees(`document.readyState === "complete"`)
	for range 150 {
		k.press(kb.Tab)
		focus := k.Text(`(() => { const e = document.activeElement, s = getComputedStyle(e); if (e === document.body) return "";
			const label = e.labels && e.labels[0] ? e.labels[0] : e;
			return (s.outlineStyle === "none" ? "invisible " : "") + label.textContent.replace(/\s+/g, " ").trim() })()`)
		if focus == name {
			k.press(keys)
			return passed
		}
		if strings.HasPrefix(focus, "invisible ") {
			k.t.Errorf("nobody sees that the focus is on %s", focus)
		}
		passed = append(passed, focus)
	}
	k.t.Fatalf("no key leads to %s, but to %s", name, strings.Join(passed, " | "))
	return nil
}
