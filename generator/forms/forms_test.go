package forms

import (
	"bytes"
	"context"
	"errors"
	"html"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tonggao/generator"
	"tonggao/generator/amend"
	"tonggao/generator/catalog"
	"tonggao/generator/draft"
	"tonggao/generator/look"
	"tonggao/generator/message"
	"tonggao/generator/move"
	"tonggao/generator/problem"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

// A folder is a site that a test writes by forms.
type folder struct {
	t       *testing.T
	regions string
	forms   *Forms
	server  *httptest.Server
}

// serve serves the forms over a copy of a folder of regions; "" for an empty one.
func serve(t *testing.T, from string) *folder {
	t.Helper()
	f := &folder{t: t, regions: filepath.Join(t.TempDir(), "regions")}
	if from == "" {
		from = t.TempDir()
	}
	if err := os.CopyFS(f.regions, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	programs := look.New(os.DirFS("../../templates"))
	f.forms = New(House{
		Options: func() (generator.Options, error) {
			return generator.Options{Regions: os.DirFS(f.regions), Look: programs}, nil
		},
		Write: f.write,
		Publish: func(context.Context, Signature) (message.Text, problem.List, error) {
			return message.Plain("out"), nil, nil
		},
		Output:  func() Output { return Output{} },
		Today:   func() site.Day { return site.Day{Year: 2021, Month: 12, Day: 31} },
		Program: "tonggao", Speaks: catalog.Chinese,
	}, "secret")
	beside := http.NewServeMux() // the pages, and what browsers ask for unasked, are others'
	beside.Handle(Path, f.forms)
	f.server = httptest.NewServer(beside)
	t.Cleanup(f.server.Close)
	return f
}

// write writes as the command does, without its care.
func (f *folder) write(all []move.Rewrite) error {
	for _, one := range all {
		name := filepath.Join(f.regions, one.Name)
		if now, _ := os.ReadFile(name); string(now) != one.Old {
			return errors.New("changed meanwhile")
		}
		if one.Text == "" {
			if err := os.Remove(name); err != nil {
				return err
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(one.Text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

func (f *folder) read(name string) string {
	text, _ := os.ReadFile(filepath.Join(f.regions, name))
	return string(text)
}

// save writes a file as an editor does.
func (f *folder) save(name, text string) {
	f.t.Helper()
	if err := os.WriteFile(filepath.Join(f.regions, name), []byte(text), 0o666); err != nil {
		f.t.Fatal(err)
	}
}

// all reads every file.
func (f *folder) all() map[string]string {
	all := map[string]string{}
	_ = filepath.WalkDir(f.regions, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			text, _ := os.ReadFile(name)
			all[name] = string(text)
		}
		return nil
	})
	return all
}

func (f *folder) get(address string) (int, string) {
	f.t.Helper()
	answer, err := http.Get(f.server.URL + Path + address)
	if err != nil {
		f.t.Fatal(err)
	}
	return body(f.t, answer)
}

func body(t *testing.T, answer *http.Response) (int, string) {
	t.Helper()
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, html.UnescapeString(string(text))
}

// post sends a form: pairs of names and values.
func (f *folder) post(action string, pairs ...string) (int, string) {
	f.t.Helper()
	v := url.Values{"token": {"secret"}}
	for i := 0; i < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	answer, err := http.PostForm(f.server.URL+Path+action, v)
	if err != nil {
		f.t.Fatal(err)
	}
	return body(f.t, answer)
}

var proposed = regexp.MustCompile(`name="proposal" value="([^"]+)"`)

// agree writes what a page proposes.
func (f *folder) agree(status int, page string) string {
	f.t.Helper()
	found := proposed.FindStringSubmatch(page)
	if status != http.StatusOK || found == nil {
		f.t.Fatalf("no proposal: %d\n%s", status, read(page))
	}
	for range 2 { // a second click says the same
		status, page = f.post("write", "proposal", found[1])
		if status != http.StatusOK || !strings.Contains(page, "已写入") {
			f.t.Fatalf("not written: %d\n%s", status, read(page))
		}
	}
	return page
}

// takeBack sends the button of a page that takes the last change back.
func (f *folder) takeBack(page string) (int, string) {
	f.t.Helper()
	found := changed.FindStringSubmatch(page)
	if found == nil {
		f.t.Fatalf("nothing can be taken back:\n%s", read(page))
	}
	return f.post("undo", "change", found[1])
}

var changed = regexp.MustCompile(`name="change" value="([^"]+)"`)

var tags = regexp.MustCompile(`<[^>]*>`)

func read(page string) string {
	return regexp.MustCompile(`\n\s*\n+`).ReplaceAllString(tags.ReplaceAllString(page, ""), "\n")
}

const (
	platform = "jiangsu/suzhou/2021-platform"
	changshu = "jiangsu/suzhou/changshu/2021-platform"
)

// TestFormsMoveAndTakeBack moves a time as the command does, and takes it back octet for
// octet.
func TestFormsMoveAndTakeBack(t *testing.T) {
	f := serve(t, "../../regions")
	before := f.all()
	if status, page := f.get("notice?id=" + platform); status != http.StatusOK || !strings.Contains(page, "联网结算") {
		t.Fatal(status, read(page))
	}
	status, page := f.post("move", "notice", platform, "milestone", "settlement-full", "do", "time", "to.day", "2022-01-05", "to.clock", "08:00", "why", "联调测试延长")
	for _, want := range []string{`at       = "2022-01-05 08:00"`, "[[milestone.settlement-full.move]]", "poster.pdf", "2022-01-05 08:00–2022-01-05 08:30"} {
		if !strings.Contains(page, want) {
			t.Errorf("%d, not shown: %s in\n%s", status, want, read(page))
		}
	}
	if !maps.Equal(before, f.all()) {
		t.Error("something was written before it was agreed to")
	}
	page = f.agree(status, page)
	if !strings.Contains(f.read(platform+"/notice.toml"), `why  = "联调测试延长"`) || !strings.Contains(page, "2022年1月5日8时") {
		t.Error(read(page))
	}
	older := page
	if status, page = f.takeBack(page); status != http.StatusOK || !strings.Contains(page, "已撤销") || !maps.Equal(before, f.all()) {
		t.Error(status, read(page))
	}
	f.agree(f.post("move", "notice", platform, "milestone", "settlement-first", "do", "time", "to.day", "2022-01-01", "to.clock", "09:00", "why", "待定"))
	after := f.all()
	if status, _ = f.takeBack(older); status != http.StatusOK || !maps.Equal(after, f.all()) {
		t.Error("a second click took another change back:", status)
	}
	// What was changed since is not taken back.
	page = f.agree(f.post("move", "notice", platform, "milestone", "settlement-full", "do", "pending", "why", "未定"))
	mine := f.read(platform+"/notice.toml") + "# mine\n"
	if err := os.WriteFile(filepath.Join(f.regions, platform, "notice.toml"), []byte(mine), 0o666); err != nil {
		t.Fatal(err)
	}
	if status, _ = f.takeBack(page); status != http.StatusUnprocessableEntity || f.read(platform+"/notice.toml") != mine {
		t.Error("a change of the author's was taken back:", status)
	}
}

// TestFormsSayWhatIsWrongBesideTheField sends what cannot be, and sees it again with what
// was filled in.
func TestFormsSayWhatIsWrongBesideTheField(t *testing.T) {
	f := serve(t, "../../regions")
	before := f.all()
	for _, one := range []struct {
		action string
		form   []string
		want   string
	}{
		{"move", []string{"notice", platform, "milestone", "settlement-full", "do", "time", "to.day", "2022-01-05"}, "请填写原因"},
		{"move", []string{"notice", platform, "milestone", "settlement-full", "do", "time", "to.said", "某日", "why", "x"}, "某日"},
		{"fact", []string{"notice", changshu, "kind", "suspend", "service", "counter", "at.said", "1月40日", "text", "暂停"}, "1月40日"},
		{"fact", []string{"notice", changshu, "kind", "deadline", "at.day", "2022-01-05", "text", "办理"}, "includes_day"},
		{"text", []string{"notice", changshu, "file", changshu + "/20-guide.md", "text", "+++\ntitle = \"甲\"\n+++\n\n{{nowhere}}\n"}, "nowhere"},
		{"notice", []string{"region", "jiangsu/suzhou/changshu", "folder", "../x"}, "不能作名称"},
	} {
		status, page := f.post(one.action, one.form...)
		if status != http.StatusUnprocessableEntity || !strings.Contains(page, one.want) {
			t.Errorf("%v: %d\n%s", one.form, status, read(page))
		}
		for i := 1; i < len(one.form); i += 2 {
			if !strings.Contains(page, one.form[i]) {
				t.Errorf("%v: %s is lost", one.form, one.form[i])
			}
		}
	}
	if !maps.Equal(before, f.all()) {
		t.Error("something was written")
	}
}

// TestFormsWriteFactsAndTexts corrects, adds and withdraws.
func TestFormsWriteFactsAndTexts(t *testing.T) {
	f := serve(t, "../../regions")
	name := changshu + "/notice.toml"
	before := f.read(name)
	f.agree(f.post("fact", "notice", changshu, "kind", "deadline", "at.day", "2022-03-31", "includes_day", "yes", "text", "补办登记", "label", "补办截止", "audience", "insured"))
	want := before + "\n[milestone.notice-deadline]\nkind         = \"deadline\"\nat           = \"2022-03-31\"\nincludes_day = true\nlabel        = \"补办截止\"\ntext         = \"补办登记\"\naudience     = [\"insured\"]\n"
	if got := f.read(name); got != want {
		t.Errorf("%q\n%q", got[len(before)-20:], want[len(before)-20:])
	}
	f.agree(f.post("fact", "notice", changshu, "milestone", "notice-deadline", "kind", "deadline", "at.day", "2022-03-31", "at.end", "1", "text", "补办登记", "label", "补办截止", "audience", "insured"))
	if got := f.read(name); got != strings.Replace(strings.Replace(want, `"2022-03-31"`, `"2022-03-31 24:00"`, 1), "includes_day = true\n", "", 1) {
		t.Errorf("%q", got[len(before):])
	}
	f.agree(f.post("move", "notice", changshu, "milestone", "notice-deadline", "do", "withdraw", "why", "不再办理"))
	if got := f.read(name); !strings.Contains(got, "withdrawn    = true") {
		t.Errorf("%q", got[len(before):])
	}
	guide := changshu + "/20-guide.md"
	old := f.read(guide)
	f.agree(f.post("text", "notice", changshu, "file", guide, "text", strings.ReplaceAll(old, "\n", "\r\n")+"请于{{settlement-full}}后办理。\r\n"))
	if got := f.read(guide); got != old+"请于{{settlement-full}}后办理。\n" {
		t.Errorf("%q", got[len(old)-30:])
	}
}

// TestFormsBeginASite begins in an empty folder, and drafts a notice from a file.
func TestFormsBeginASite(t *testing.T) {
	f := serve(t, "")
	f.agree(f.post("region", "path", "changshu", "name", "常熟市", "issuer", "常熟市医疗保障局", "site", "医保通告", "base_url", "https://ybj.changshu.gov.cn/tonggao/"))
	if got := f.read("site.toml"); !strings.Contains(got, `"https://ybj.changshu.gov.cn/tonggao"`) || !strings.Contains(got, `"医保通告"`) {
		t.Error(got)
	}
	f.draftFrom("关于暂停业务的通告.txt", "changshu", "2024-upgrade", []byte("关于暂停医保业务的通告\n\n因系统升级，2024年5月10日20时起暂停窗口经办，5月12日8时恢复窗口经办。\n\n常熟市医疗保障局\n2024年5月8日\n"))
	status, page := f.get("notice?id=changshu/2024-upgrade")
	for _, want := range []string{"2024年5月10日20时", "请核对"} {
		if status != http.StatusOK || !strings.Contains(page, want) {
			t.Errorf("%d, not shown: %s in\n%s", status, want, read(page))
		}
	}
	if got := f.read("changshu/2024-upgrade/notice.toml"); !strings.Contains(got, "2024-05-10 20:00") {
		t.Error(got)
	}
}

// TestFormsBeginFromWord drops an office's Word file: its times stand in the draft, to be
// checked.
func TestFormsBeginFromWord(t *testing.T) {
	word, err := os.ReadFile("../document/testdata/notices/13-boc.docx")
	if err != nil {
		t.Fatal(err)
	}
	f := serve(t, "../../regions")
	f.draftFrom("通告.docx", "jiangsu/suzhou/changshu", "2018-boc", word)
	status, page := f.get("notice?id=jiangsu/suzhou/changshu/2018-boc")
	if status != http.StatusOK || !strings.Contains(page, "请核对") {
		t.Errorf("%d, %s", status, read(page))
	}
	if got := f.read("jiangsu/suzhou/changshu/2018-boc/notice.toml"); !strings.Contains(got, "[milestone.") {
		t.Error(got)
	}
}

// draftFrom begins a notice of a region from an office's file.
func (f *folder) draftFrom(name, region, folder string, content []byte) {
	f.t.Helper()
	f.agree(f.drop(name, region, folder, content))
}

// drop drops an office's file to begin a notice.
func (f *folder) drop(name, region, folder string, content []byte) (int, string) {
	f.t.Helper()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	for _, one := range [][2]string{{"token", "secret"}, {"region", region}, {"folder", folder}, {"issued", "2024-05-08"}} {
		_ = w.WriteField(one[0], one[1])
	}
	part, _ := w.CreateFormFile("document", name)
	_, _ = part.Write(content)
	_ = w.Close()
	answer, err := http.Post(f.server.URL+Path+"notice", w.FormDataContentType(), &form)
	if err != nil {
		f.t.Fatal(err)
	}
	return body(f.t, answer)
}

// TestFormsAreNobodyElses sends forms as the page of another site would.
func TestFormsAreNobodyElses(t *testing.T) {
	f := serve(t, "../../regions")
	before := f.all()
	send := func(change func(*http.Request)) int {
		v := url.Values{"token": {"secret"}, "notice": {platform}, "milestone": {"settlement-full"}, "do": {"pending"}, "why": {"x"}}
		r, _ := http.NewRequest(http.MethodPost, f.server.URL+Path+"move", strings.NewReader(v.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		change(r)
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		return answer.StatusCode
	}
	if status := send(func(*http.Request) {}); status != http.StatusOK {
		t.Error("our own form:", status)
	}
	for name, change := range map[string]func(*http.Request){
		"origin":  func(r *http.Request) { r.Header.Set("Origin", "https://evil.example") },
		"port":    func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:1") },
		"null":    func(r *http.Request) { r.Header.Set("Origin", "null") },
		"fetch":   func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
		"referer": func(r *http.Request) { r.Header.Set("Referer", "https://evil.example/x") },
		"token": func(r *http.Request) {
			r.Body = io.NopCloser(strings.NewReader("token=guess&notice=" + platform))
			r.ContentLength = -1
		},
	} {
		if status := send(change); status != http.StatusForbidden {
			t.Error(name, status)
		}
	}
	for _, file := range []string{"../secret.toml", "/etc/passwd.md", "a/../../b.md", ".schema/x.toml", "x.html", `..\x.md`, "c:x.md"} {
		if status, _ := f.get("text?file=" + url.QueryEscape(file)); status != http.StatusNotFound {
			t.Error(file, status)
		}
		if status, _ := f.post("text", "file", file, "text", "x"); status == http.StatusOK {
			t.Error(file, "is proposed")
		}
	}
	answer, err := http.Get(f.server.URL + Path)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	if csp := answer.Header.Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || !strings.Contains(csp, "frame-ancestors 'none'") {
		t.Error(csp)
	}
	if !maps.Equal(before, f.all()) {
		t.Error("something was written")
	}
}

// TestFormsWarnOfRecognisedWords begins a notice from a scan: the proposal says that its
// figures may be others.
func TestFormsWarnOfRecognisedWords(t *testing.T) {
	f := serve(t, "../../regions")
	scan := testkit.ScanPDF(t, "关于暂停医保业务的通告", "2024年5月10日20时起暂停窗口经办，5月12日8时恢复窗口经办。", "常熟市医疗保障局", "2024年5月8日")
	if status, page := f.drop("通告.pdf", "jiangsu/suzhou/changshu", "2024-scan", scan); status != http.StatusOK || !strings.Contains(page, "文字是从扫描件识别（OCR）的") {
		t.Errorf("%d\n%s", status, read(page))
	}
}

// TestFormsTakeTheReminderWithTheLastQuestion answers the questions of a draft one by one:
// only with the last goes the line that bars publication.
func TestFormsTakeTheReminderWithTheLastQuestion(t *testing.T) {
	f := serve(t, "../../regions")
	const id = "jiangsu/suzhou/changshu/2024-upgrade"
	f.draftFrom("通告.txt", "jiangsu/suzhou/changshu", "2024-upgrade", []byte("关于暂停医保业务的通告\n\n2024年5月10日20时起暂停窗口经办。\n\n常熟市医疗保障局\n2024年5月8日\n"))
	for range 9 {
		file := f.read(id + "/notice.toml")
		questions := amend.Questions(file)
		barred := strings.Contains(f.read(id+"/00-preamble.md"), draft.Reminder)
		if barred != (len(questions) > 0) {
			t.Fatalf("%d questions, and the reminder stands: %v", len(questions), barred)
		}
		if !barred {
			return
		}
		f.agree(f.post("answer", "notice", id, "table", strings.Join(questions[0].Table, "."), "answered", "1"))
	}
	t.Error("the questions do not end")
}
