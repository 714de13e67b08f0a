package desk

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"tonggao/generator"
	"tonggao/generator/catalog"
	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/prints"
	"tonggao/generator/problem"
)

// A served site is one that a test writes while it is served.
type served struct {
	t         *testing.T
	regions   string
	templates string
	desk      *Desk
	memory    generator.Memory
	url       string
}

// serveReal serves copies of the real regions and templates.
func serveReal(t *testing.T) *served {
	t.Helper()
	templates := filepath.Join(t.TempDir(), "templates")
	if err := os.CopyFS(templates, os.DirFS("../../templates")); err != nil {
		t.Fatal(err)
	}
	return serveWith(t, templates)
}

// serveWith serves a copy of the real regions with templates in a folder, or with
// "" those of the program.
func serveWith(t *testing.T, templates string) *served {
	t.Helper()
	s := &served{t: t, regions: filepath.Join(t.TempDir(), "regions"), templates: templates}
	if err := os.CopyFS(s.regions, os.DirFS("../../regions")); err != nil {
		t.Fatal(err)
	}
	watch, err := Watch(s.regions, s.templates)
	if err != nil {
		t.Fatal(err)
	}
	s.desk = New("test", catalog.English)
	s.rebuild(nil)
	ctx, stop := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() { watch.Run(ctx, s.rebuild) })
	server := httptest.NewServer(OwnNames(s.desk))
	s.url = server.URL
	t.Cleanup(func() {
		stop()
		running.Wait()
		watch.Close()
		server.CloseClientConnections()
		server.Close()
	})
	return s
}

// programs are the templates in the program.
var programs = look.New(os.DirFS("../../templates"))

// rebuild reads the site as the command does.
func (s *served) rebuild(changed []string) {
	o := generator.Options{Regions: os.DirFS(s.regions), Look: programs, Memory: &s.memory, Changed: changed}
	if s.templates != "" {
		o.Look = look.New(os.DirFS(s.templates))
	}
	tree, problems, err := generator.Preview(o, "tonggao")
	_ = s.desk.Show(tree, o.Regions, problems, err) // the news tell it
}

func (s *served) get(name string) (int, string) {
	s.t.Helper()
	answer, err := http.Get(s.url + name)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

func (s *served) write(name, text string) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.regions, name), []byte(text), 0o666); err != nil {
		s.t.Fatal(err)
	}
}

func (s *served) read(name string) string {
	s.t.Helper()
	text, err := os.ReadFile(filepath.Join(s.regions, name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(text)
}

// until waits for news of which something is true.
func (s *served) until(what string, is func(news) bool) {
	s.t.Helper()
	end := time.After(2 * time.Minute) // no machine is so slow
	for {
		_, n, fresh := s.desk.state()
		if is(n) {
			return
		}
		select {
		case <-fresh:
		case <-end:
			s.t.Fatalf("%s: not seen; the news are %+v", what, n)
		}
	}
}

func flawless(n news) bool { return len(n.Problems) == 0 }

func says(words string) func(news) bool {
	return func(n news) bool {
		for _, p := range n.Problems {
			if strings.Contains(p.Message, words) {
				return true
			}
		}
		return false
	}
}

const (
	changshu = "/jiangsu/suzhou/changshu/2021-platform/"
	platform = "jiangsu/suzhou/2021-platform/notice.toml"
)

// TestServeSurvives lives through what happens to files while they are written:
// the last good page stays, the news tell what is wrong, and when it is mended
// the page is new.
func TestServeSurvives(t *testing.T) {
	_, err := os.Stat("nowhere")
	absent := err.(*fs.PathError).Err.Error() // in the words of the system
	s := serveReal(t)
	text := s.read(platform)
	for _, c := range []struct {
		name       string
		spoil      func()
		told       string
		mend       func()
		mustRemain bool // the page of 常熟 is still shown meanwhile
	}{
		{"a half-saved file", func() { s.write(platform, text[:len(text)/2]) }, "", func() { s.write(platform, text) }, true},
		{"an empty file", func() { s.write(platform, "") }, "the notice has no title", func() { s.write(platform, text) }, true},
		{"a renamed folder", func() { s.rename("jiangsu/suzhou", "jiangsu/Su Zhou") }, `"Su Zhou" is no name for a folder`, func() { s.rename("jiangsu/Su Zhou", "jiangsu/suzhou") }, true},
		{"a region without its file", func() { s.rename("jiangsu/region.toml", "../r") }, "the folder has no region.toml", func() { s.rename("../r", "jiangsu/region.toml") }, true},
		{"everything gone", func() { s.rename(".", "../away") }, absent, func() { s.rename("../away", ".") }, true},
		{"a broken template", func() { s.template("pages/notice.html", "{{define") }, "read page template", func() { s.template("pages/notice.html", "") }, true},
	} {
		c.spoil()
		s.until(c.name, func(n news) bool { return !flawless(n) && (c.told == "" || says(c.told)(n)) })
		if status, page := s.get(changshu); status != http.StatusOK || !strings.Contains(page, "关于暂停全市医保业务办理的通告") {
			t.Errorf("%s: the last good page is not shown: %d", c.name, status)
		}
		c.mend()
		s.until(c.name+", mended", flawless)
	}
}

// TestTheFileSavedLastComesFirst: a region that lost its channels makes mistakes
// in its notices, but the one to mend is its own.
func TestTheFileSavedLastComesFirst(t *testing.T) {
	s := serveReal(t)
	s.write("jiangsu/suzhou/changshu/region.toml", "nmae = 1")
	s.until("mistakes", func(n news) bool { return len(n.Problems) > 5 })
	if _, n, _ := s.desk.state(); !strings.HasPrefix(n.Problems[0].Place, "regions/jiangsu/suzhou/changshu/region.toml:1") {
		t.Errorf("the first problem is %+v", n.Problems[0])
	}
}

// TestServeFollowsFolders sees changes in folders that were renamed, deleted or
// made while it was watching.
func TestServeFollowsFolders(t *testing.T) {
	s := serveReal(t)
	s.rename("zhejiang", "zhe")
	s.until("a renamed region", s.shows("/zhe/benji/"))
	if status, page := s.get("/zhejiang/benji/"); status != http.StatusNotFound || !strings.Contains(page, "serve.js") {
		t.Errorf("the old address answers %d", status)
	}
	s.write("zhe/region.toml", "name = \"浙\"\nissuer = \"浙江省医疗保障局\"\n")
	s.until("a file in the renamed folder", func(news) bool { _, page := s.get("/zhe/"); return strings.Contains(page, "<title>浙 ") })
	if runtime.GOOS == "windows" { // into the bin, as people do: Wine removes no folder that is watched
		s.rename("zhe", "../bin")
	} else if err := os.RemoveAll(filepath.Join(s.regions, "zhe")); err != nil {
		t.Fatal(err)
	}
	s.until("a deleted region", func(news) bool { status, _ := s.get("/zhe/"); return status == http.StatusNotFound })
	if err := os.MkdirAll(filepath.Join(s.regions, "anping"), 0o777); err != nil {
		t.Fatal(err)
	}
	s.write("anping/region.toml", "name = \"安平县\"\n")
	s.until("a new region", s.shows("/anping/"))
}

func (s *served) shows(address string) func(news) bool {
	return func(n news) bool {
		status, _ := s.get(address)
		return flawless(n) && status == http.StatusOK
	}
}

func (s *served) rename(old, new string) {
	s.t.Helper()
	if err := os.Rename(filepath.Join(s.regions, old), filepath.Join(s.regions, new)); err != nil {
		s.t.Fatal(err)
	}
}

// template writes a template; "" writes the real one again.
func (s *served) template(name, text string) {
	s.t.Helper()
	content := []byte(text)
	if text == "" {
		var err error
		if content, err = os.ReadFile(filepath.Join("../../templates", name)); err != nil {
			s.t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(s.templates, name), content, 0o666); err != nil {
		s.t.Fatal(err)
	}
}

// TestServedTypesAreThePublishedOnes asks for every output of the sample site and
// holds the media type to _headers, which the published site's host reads.
func TestServedTypesAreThePublishedOnes(t *testing.T) {
	s := serveReal(t)
	tree, _, _ := s.desk.state()
	headers, err := fs.ReadFile(tree, "_headers")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{} // by pattern
	pattern := ""
	for line := range strings.Lines(string(headers)) {
		if kind, ok := strings.CutPrefix(line, "  Content-Type: "); ok {
			want[pattern] = strings.TrimSpace(kind)
		}
		if strings.HasPrefix(line, "/") {
			pattern = strings.TrimSpace(line)
		}
	}
	held := 0
	for _, o := range tree.Plan.Outputs() {
		if o.Format == plan.PDF && o.Kind != prints.Poster || o.Format == plan.Bundle {
			continue // slow, and one kind stands for all
		}
		answer, err := http.Head(s.url + "/" + o.Path)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		kind := answer.Header.Get("Content-Type")
		if answer.StatusCode != http.StatusOK || kind == "" {
			t.Errorf("%s: %d %q", o.Path, answer.StatusCode, kind)
		}
		for pattern, published := range want {
			star := strings.TrimPrefix(path.Base(pattern), "*")
			if strings.HasSuffix(o.Path, star) && !strings.HasSuffix(o.Path, ".schema.json") {
				held++
				if kind != published {
					t.Errorf("%s is served as %s, published as %s", o.Path, kind, published)
				}
			}
		}
		if o.Format == plan.PDF && kind != "application/pdf" {
			t.Errorf("%s is served as %s", o.Path, kind)
		}
	}
	if held < 50 {
		t.Errorf("only %d types were compared", held)
	}
}

// TestServeAnswers asks for what is no page.
func TestServeAnswers(t *testing.T) {
	s := serveReal(t)
	if status, _ := s.get("/.tonggao/nothing"); status != http.StatusNotFound {
		t.Error(status)
	}
	if status, _ := s.get("/../../etc/passwd"); status != http.StatusNotFound {
		t.Error(status)
	}
	answer, err := http.Post(s.url, "text/plain", strings.NewReader("x"))
	if err != nil || answer.StatusCode != http.StatusMethodNotAllowed {
		t.Error(answer, err)
	}
	request, _ := http.NewRequest(http.MethodGet, s.url, nil)
	request.Host = "draft.example"
	if answer, err = http.DefaultClient.Do(request); err != nil || answer.StatusCode != http.StatusMisdirectedRequest {
		t.Error(answer, err)
	}
	_, page := s.get(changshu)
	style := regexp.MustCompile(`assets/frame\.css\?[0-9a-z]+`).FindString(page)
	if answer, err = http.Get(s.url + "/" + style); err != nil || style == "" || answer.Header.Get("Cache-Control") != "max-age=86400" {
		t.Error(style, answer, err)
	}
	if answer, err = http.Get(s.url + "/assets/frame.css?old"); err != nil || answer.Header.Get("Cache-Control") != "no-store" {
		t.Error(answer, err)
	}
	request, _ = http.NewRequest(http.MethodGet, s.url+changshu+"notice.pdf", nil)
	request.Header.Set("Range", "bytes=0-4")
	if answer, err = http.DefaultClient.Do(request); err != nil || answer.StatusCode != http.StatusPartialContent {
		t.Error(answer, err)
	}
}

// TestServeWithoutAGoodSite shows a page that waits, and the real one once there
// is one.
func TestServeWithoutAGoodSite(t *testing.T) {
	s := &served{t: t, desk: New("test", catalog.English), regions: t.TempDir()}
	s.rebuild(nil)
	d := s.desk
	w := httptest.NewRecorder()
	d.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "serve.js") {
		t.Error(w.Code, w.Body)
	}
	_, n, _ := d.state()
	var back news
	if err := json.Unmarshal(n.line(), &back); err != nil || len(back.Problems) == 0 {
		t.Error(back, err)
	}
}

func TestPolicyLetsTheScriptIn(t *testing.T) {
	for given, want := range map[string]string{
		"default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'": "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; connect-src 'self'",
		"default-src 'none'; style-src 'sha256-a='; script-src 'none'":             "default-src 'none'; style-src 'self' 'sha256-a='; script-src 'self'; connect-src 'self'",
		"connect-src 'self' https://a.example":                                     "connect-src 'self' https://a.example; script-src 'self'; style-src 'self'",
	} {
		if got := widen(given); got != want {
			t.Errorf("%s\nhave %s\nwant %s", given, got, want)
		}
	}
	page := string(New("test", catalog.English).addScript([]byte(`<head><meta http-equiv="Content-Security-Policy" content="script-src &#39;self&#39;"></head>`), "v"))
	if !strings.Contains(page, "connect-src &#39;self&#39;") || !strings.Contains(page, `data-version="v"`) {
		t.Error(page)
	}
}

// TestProblemsAreToldInChinese shows a problem to a desk that speaks Chinese.
func TestProblemsAreToldInChinese(t *testing.T) {
	d := New("test", catalog.Chinese)
	var problems problem.List
	problems.Add(problem.Position{File: "regions/a/notice.toml", Line: 3}, "keep one of the two", "%s is permanent and open_ended", "stop")
	if err := d.Show(nil, nil, problems, nil); err != nil {
		t.Fatal(err)
	}
	_, n, _ := d.state()
	if got := n.Problems[0]; got.Message != "stop 既写 permanent 又写 open_ended" || got.Hint != "两个里留一个" {
		t.Errorf("%+v", got)
	}
}
