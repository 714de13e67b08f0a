package forms

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonggao/generator"
	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/testkit"
)

// TestStoryInABrowser goes from an empty folder to a published, postponed notice, in a
// browser of 2018, in one without scripts, and by the forms alone. The browser of today is
// told the whole story by the released program (command, TestStory).
func TestStoryInABrowser(t *testing.T) {
	t.Run("2018", func(t *testing.T) { tellStory(t, testkit.Browse(t, testkit.OldChromium(t, t.TempDir()), true)) })
	t.Run("without scripts", func(t *testing.T) { tellStory(t, testkit.Browse(t, testkit.Need(t, "chromium"), false)) })
}

func tellStory(t *testing.T, b *testkit.Browser) {
	f := serve(t, "")
	output := f.publishes()
	open := func(address string) { b.Open(f.server.URL + Path + address) }
	// fill opens a form, fills it in, sends it, and agrees to what is shown.
	fill := func(form, script string) {
		t.Helper()
		b.Sees(`(() => { const f = document.querySelector('` + form + `'); if (!f) return false; for (let d = f.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
			const set = (name, value) => { f.querySelector('[name="' + name + '"]').value = value }; ` + script + `; f.querySelector("button.main").click(); return true })()`)
		b.Sees(`document.body.className === "proposal" && !!document.querySelector(".diff .new")`)
		b.Sees(`(() => { document.querySelector('form[action$="/write"] button').click(); return true })()`)
		b.Sees(`document.body.className !== "proposal" && document.querySelector("[role=status]").textContent.includes("已写入")`)
	}
	open("")
	fill(`form[action$="/region"]`, `set("site", "医保通告"); set("base_url", "https://ybj.changshu.gov.cn"); set("name", "常熟市"); set("path", "changshu"); set("issuer", "常熟市医疗保障局")`)
	fill(`form[action$="/edit/notice"]`, `set("folder", "2022-upgrade"); set("title", "关于暂停医保业务的通告"); set("issued", "2021-12-30");
		f.querySelector('[name=service][value=settlement]').checked = true`)
	for _, one := range [][2]string{{"settlement-stop", "2022-01-01"}, {"settlement-full", "2022-01-02"}} {
		fill(`#fact-`+one[0]+` form[action$="/fact"]`, `set("at.day", "`+one[1]+`"); set("at.clock", "08:00"); f.querySelector('[name="at.tbd"]').checked = false`)
	}
	open("text?notice=changshu/2022-upgrade&file=changshu/2022-upgrade/00-preamble.md")
	fill(`form[action$="/text"]`, `const x = f.querySelector("textarea"); x.value = x.value.replace("【原因】", "系统升级")`)
	fill(`#fact-settlement-full form[action$="/move"]`, `set("to.day", "2022-01-05"); set("to.clock", "08:00"); set("why", "联调测试延长")`)
	open("publish")
	b.Sees(`(() => { document.querySelector('form[action$="/publish"] button').click(); return true })()`)
	b.Sees(`document.body.className === "published"`)
	page, err := os.ReadFile(filepath.Join(output, "changshu", "2022-upgrade", "index.html"))
	if err != nil || !strings.Contains(string(page), "联调测试延长") {
		t.Errorf("%v: the move is not published:\n%s", err, b.Text("document.body.innerText"))
	}
}

// publishes lets the forms build into a folder, as the command does.
func (f *folder) publishes() string {
	output := filepath.Join(f.t.TempDir(), "output")
	f.forms.house.Publish = func(ctx context.Context, _ Signature) (message.Text, problem.List, error) {
		target := generator.Target{Program: "tonggao"}
		target.Output = output
		_, problems, err := generator.Build(ctx, generator.Options{Regions: os.DirFS(f.regions), Look: look.New(os.DirFS("../../templates"))}, target)
		return message.Plain("published"), problems, err
	}
	f.forms.house.Output = func() Output {
		if _, err := os.Stat(output); err != nil {
			return Output{}
		}
		return Output{Tree: os.DirFS(output)}
	}
	return output
}
