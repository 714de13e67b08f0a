package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"tonggao/generator/catalog"
	"tonggao/generator/desk"
	"tonggao/generator/disk"
	"tonggao/generator/forms"
	"tonggao/generator/look"
)

// A screen is what a terminal shows, written and read at the same time.
type screen struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(p)
}

// until waits until the screen shows what a pattern finds, and returns it.
func (s *screen) until(t *testing.T, pattern string) string {
	t.Helper()
	found, err := s.shows(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// shows waits until the screen shows what a pattern finds, and returns it. After three minutes
// it is an error: no machine is so slow.
func (s *screen) shows(pattern string) (string, error) {
	for end := time.Now().Add(3 * time.Minute); ; time.Sleep(10 * time.Millisecond) {
		s.mu.Lock()
		found := regexp.MustCompile(pattern).FindString(s.text.String())
		text := s.text.String()
		s.mu.Unlock()
		if found != "" {
			return found, nil
		}
		if time.Now().After(end) {
			return "", fmt.Errorf("not shown: %s in\n%s", pattern, text)
		}
	}
}

// statusAt asks for an address by a host's name; "" is the address's own.
func statusAt(t *testing.T, address, host string) int {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Host = host
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	_ = answer.Body.Close()
	return answer.StatusCode
}

// TestServe goes the command's whole way: it says where it serves, serves, tells a
// mistake and a folder that is gone at the terminal, and ends when it is told to.
func TestServe(t *testing.T) {
	regions := filepath.Join(t.TempDir(), "regions")
	if err := os.CopyFS(regions, os.DirFS("../../regions")); err != nil {
		t.Fatal(err)
	}
	out, wrong := &screen{}, &screen{}
	terminal := &terminal{out: out, err: wrong, look: look.New(os.DirFS("../../templates"))}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- terminal.serveSite(ctx, files{regions: regions}, "127.0.0.1:0", false) }()
	address := strings.TrimPrefix(out.until(t, `serving http://\S+`), "serving ")
	answer, err := http.Get(address + "/jiangsu/suzhou/changshu/")
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(answer.Body)
	_ = answer.Body.Close()
	if err != nil || !strings.Contains(string(page), "常熟市") {
		t.Errorf("the page: %v, %s", err, page)
	}
	ours, strange := statusAt(t, address+forms.Path, ""), statusAt(t, address+forms.Path, "draft.example")
	if ours != http.StatusOK || strange != http.StatusMisdirectedRequest {
		t.Errorf("the forms answer %d, and to a name elsewhere that points here %d", ours, strange)
	}
	if err := os.WriteFile(filepath.Join(regions, "site.toml"), []byte("nmae = 1"), 0o666); err != nil {
		t.Fatal(err)
	}
	wrong.until(t, `regions/site\.toml:1:1: .*nmae`)
	if err := disk.Rename(regions, regions+"-away"); err != nil { // a build may be reading in it
		t.Fatal(err)
	}
	wrong.until(t, `tonggao: open folder: there is no folder`)
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestExchangedTemplatesAreShown puts another folder in the place of the templates, of which
// no event says what is in it: as long as nothing did, what is shown stays.
func TestExchangedTemplatesAreShown(t *testing.T) {
	templates := filepath.Join(t.TempDir(), "templates")
	if err := os.CopyFS(templates, os.DirFS("../../templates")); err != nil {
		t.Fatal(err)
	}
	out := &bytes.Buffer{}
	p := &preview{terminal: &terminal{out: out, err: out}, desk: desk.New("1", catalog.Chinese), files: files{regions: "../../regions", templates: templates}}
	p.rebuild(nil)
	p.changed(nil)
	for _, mark := range []string{"", "mark one", "", "mark two"} {
		said := out.Len()
		if mark != "" {
			name := filepath.Join(templates, "parts", "page.html")
			page, err := os.ReadFile(name)
			if err == nil {
				err = errors.Join(os.Rename(templates, templates+mark), os.CopyFS(templates, os.DirFS(templates+mark)), os.WriteFile(name, bytes.ReplaceAll(page, []byte("</body>"), []byte(mark+"</body>")), 0o666))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		p.changed(nil)
		if rebuilt := out.Len() > said; rebuilt != (mark != "") {
			t.Errorf("templates have %q: built anew: %v", mark, rebuilt)
		}
		shown := httptest.NewRecorder()
		p.desk.ServeHTTP(shown, httptest.NewRequest(http.MethodGet, "/", nil))
		if !strings.Contains(shown.Body.String(), mark) {
			t.Errorf("the page does not show %q", mark)
		}
	}
}

// TestServeBegins serves in a folder without a site: the browser is led to the form that
// begins one, and a folder that stayed empty is not left behind.
func TestServeBegins(t *testing.T) {
	templates, err := filepath.Abs("../../templates")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	out := &screen{}
	terminal := &terminal{out: out, err: out, look: look.New(os.DirFS(templates))}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- terminal.serveHere(ctx, files{regions: "regions"}, "127.0.0.1:0") }()
	address := strings.TrimPrefix(out.until(t, `serving http://\S+`), "serving ")
	answer, err := http.Get(address + "/")
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(answer.Body)
	_ = answer.Body.Close()
	if err != nil || answer.Request.URL.Path != forms.Path || !strings.Contains(string(page), `action="/.tonggao/edit/region"`) {
		t.Errorf("%v, %s\n%s", err, answer.Request.URL, page)
	}
	icon, err := http.Get(address + "/favicon.ico") // every browser asks: it is not led to the form
	if err != nil {
		t.Fatal(err)
	}
	_ = icon.Body.Close()
	if icon.Request.URL.Path != "/favicon.ico" || icon.StatusCode == http.StatusOK {
		t.Errorf("an icon is answered with %s, %s", icon.Request.URL, icon.Status)
	}
	out.until(t, "There is no site in this folder yet")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := os.Stat("regions"); err == nil {
		t.Error("an empty folder is left behind")
	}
}
