package command

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// TestStory goes from the archive that is released to a notice that is published,
// postponed and printed again, in a browser, without an editor or a terminal: a county
// office has a Word file and a folder that is empty.
func TestStory(t *testing.T) {
	b := testkit.Browse(t, testkit.Need(t, "chromium"), true)
	dir := filepath.Join(t.TempDir(), "我的 通告")
	address := served(t, unpacked(t), dir)
	c := &clerk{b, t}

	b.Open(address + "/")
	b.Sees(`document.querySelector("h1").textContent.includes("新建网站")`)
	b.Picture("01-begin")
	c.fill(`form[action$="/region"]`, `set("site", "医保通告"); set("base_url", "https://ybj.changshu.gov.cn/tonggao"); set("name", "常熟市"); set("path", "changshu"); set("issuer", "常熟市医疗保障局")`, "02-region")
	b.Picture("03-index")
	c.fill(`form[action$="/edit/notice"]`, `set("folder", "2024-upgrade"); const data = new DataTransfer(), raw = atob("`+base64.StdEncoding.EncodeToString(word(t))+`");
		data.items.add(new File([Uint8Array.from(raw, c => c.charCodeAt(0))], "关于暂停医保业务的通告.docx"));
		f.querySelector(".drop").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}))`, "04-draft")
	b.Picture("05-questions")
	c.answerAll()
	b.Picture("06-answered")
	c.publish("07-publish")
	b.Sees(`document.querySelectorAll(".sheets li a").length > 2`)

	b.Sees(`(() => { document.querySelector(".name a").click(); return true })()`)
	b.Sees(`(() => { const a = [...document.querySelectorAll("main .list a")].find(a => a.textContent.includes("关于暂停")); if (a) a.click(); return !!a })()`)
	c.fill(`.fact:last-of-type form[action$="/move"]`, `set("to.day", "2024-05-13"); set("to.clock", "08:00"); set("why", "联调测试延长")`, "09-move")
	b.Picture("10-notice")
	c.publish("11-publish")
	sheets := b.Text(`Promise.all([...document.querySelectorAll(".sheets li a")].map(a => fetch(a.href).then(r => r.headers.get("Content-Type") + " " + new URL(a.href).pathname + " " + a.textContent))).then(all => all.join("\n"))`)
	for _, want := range []string{`application/pdf /changshu/2024-upgrade/notice\.pdf 通告`, `application/pdf /changshu/2024-upgrade/\S+/poster\.pdf 海报：\S*恢复`, `application/pdf /changshu/2024-upgrade/change/change\.pdf 调整通告`} {
		if !regexp.MustCompile(want).MatchString(sheets) {
			t.Errorf("no %s among the sheets to print:\n%s", want, sheets)
		}
	}
	if said := c.print(dir, regexp.MustCompile(`/changshu/\S+/poster\.pdf`).FindString(sheets)); !strings.Contains(said, "5月13日8时") {
		t.Errorf("the poster does not say the new time:\n%s", said)
	}
}

// A clerk works in a browser.
type clerk struct {
	*testkit.Browser
	t *testing.T
}

// fill opens a form of a page that is there with its script, fills it in, sends it, and
// agrees to what is shown.
func (c *clerk) fill(form, script, picture string) {
	c.t.Helper()
	c.Sees(`(() => { const f = document.querySelector('` + form + `'); if (!f || document.readyState !== "complete") return false; for (let d = f.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
		const set = (name, value) => { f.querySelector('[name="' + name + '"]').value = value }; ` + script + `; f.querySelector("button").click(); return true })()`)
	c.Sees(`document.body.className === "proposal" && !!document.querySelector(".diff .new, .diff .old")`)
	c.Picture(picture)
	c.Sees(`(() => { document.querySelector('form[action$="/write"] button').click(); return true })()`)
	c.Sees(`document.body.className !== "proposal" && document.querySelector("[role=status]").textContent.includes("已写入")`)
}

// answerAll says of every question of a draft that it is checked against the office's text.
func (c *clerk) answerAll() {
	c.t.Helper()
	for range 30 {
		form := c.Text(`(() => { const q = document.querySelector(".question"); if (!q) return ""; const f = q.closest("form") || q.closest("section").querySelector('form[action$="/fact"]'); f.id = "asked"; return "#asked" })()`)
		if form == "" {
			return
		}
		c.fill(form, `const a = f.querySelector('[name=answered]'); if (a.type === "checkbox") a.checked = true`, "")
	}
	c.t.Fatal("the questions do not end:", c.Text(`document.body.innerText`))
}

// publish goes to the page that says what would be published, and agrees.
func (c *clerk) publish(picture string) {
	c.t.Helper()
	c.Sees(`(() => { const a = document.querySelector('a[href$="/edit/publish"]'); if (a) a.click(); return !!a })()`)
	c.Sees(`document.body.className === "publish" && !!document.querySelector('form[action$="/publish"] button')`)
	c.Picture(picture)
	c.Sees(`(() => { document.querySelector('form[action$="/publish"] button').click(); return true })()`)
	c.Sees(`document.body.className === "published"`)
	c.Picture(picture + "ed")
}

// print returns the words of a published sheet.
func (c *clerk) print(dir, sheet string) string {
	c.t.Helper()
	text, err := exec.Command(testkit.Need(c.t, "pdftotext"), "-raw", filepath.Join(dir, "output", filepath.FromSlash(sheet)), "-").CombinedOutput()
	if err != nil {
		c.t.Errorf("%s: %v\n%s", sheet, err, text)
	}
	return strings.Join(strings.Fields(string(text)), "")
}

// unpacked makes the release of this machine's system, and unpacks it.
func unpacked(t *testing.T) string {
	t.Helper()
	dir, system := t.TempDir(), runtime.GOOS+"/"+runtime.GOARCH
	release := exec.Command("go", "run", "./.ci/release", "--version", "v1.2.3", "--out", dir, "--systems", system)
	release.Dir = "../.."
	release.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1700000000")
	if out, err := release.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	name := "tonggao-1.2.3-" + strings.Replace(system, "/", "-", 1)
	if out, err := exec.Command(testkit.Need(t, "tar"), "-xzf", filepath.Join(dir, name+".tar.gz"), "-C", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, name, "tonggao")
}

// served begins tonggao serve in a new folder, and returns its address.
func served(t *testing.T, program, dir string) string {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	var shown screen
	c := exec.Command(program, "serve", "--addr", "127.0.0.1:0")
	c.Dir, c.Env = dir, append(os.Environ(), "TONGGAO_LANG=zh")
	c.Stdout, c.Stderr = &shown, &shown
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.Process.Signal(os.Interrupt)
		if err := c.Wait(); err != nil {
			t.Errorf("serve ends badly: %v\n%s", err, shown.text.String())
		}
	})
	return shown.until(t, `http://127\.0\.0\.1:[0-9]+`)
}

// word is the Word file that the office has.
func word(t *testing.T) []byte {
	t.Helper()
	var file, text bytes.Buffer
	for _, line := range []string{"关于暂停医保业务的通告", "因国家医保信息平台升级，现就有关事项通告如下：", "2024年5月10日20时起暂停窗口经办业务，5月12日8时恢复窗口经办业务。",
		"暂停期间，急需办理的请拨打咨询电话。咨询电话：0512-52770000。", "常熟市医疗保障局", "2024年5月8日"} {
		text.WriteString("<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>")
	}
	z := zip.NewWriter(&file)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + text.String() + `</w:body></w:document>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(part[1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}
