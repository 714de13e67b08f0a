package generator

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
)

// nginx serves a folder by the configuration in docs/hosting.md, with its root
// and port set as the page says, and returns the address.
func nginx(t *testing.T, output string) string {
	t.Helper()
	program := testkit.Need(t, "nginx")
	documented := documentedFor(t, "nginx")
	address := freeAddress(t)
	dir := t.TempDir()
	config := strings.NewReplacer("listen 80;", "listen "+address+";", "/srv/tonggao/output", output).Replace(documented)
	user := ""
	if os.Getuid() == 0 {
		user = "user root;\n"
	}
	whole := fmt.Sprintf("%sdaemon off;\npid %[2]s/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path %[2]s/a;\nproxy_temp_path %[2]s/b;\nfastcgi_temp_path %[2]s/c;\nuwsgi_temp_path %[2]s/d;\nscgi_temp_path %[2]s/e;\n%[3]s\n}\n", user, dir, config)
	file := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(file, []byte(whole), 0o644); err != nil {
		t.Fatal(err)
	}
	server := exec.Command(program, "-e", "stderr", "-p", dir, "-c", file)
	server.Stderr = os.Stderr
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Signal(os.Interrupt)
		_ = server.Wait()
	})
	return answering(t, address)
}

// apache serves a folder by the configuration in docs/hosting.md, and returns the address.
func apache(t *testing.T, output string) string {
	t.Helper()
	program := testkit.Need(t, "apache2")
	documented := documentedFor(t, "apache")
	address := freeAddress(t)
	dir := t.TempDir()
	modules := ""
	for _, m := range []string{"mpm_event", "authz_core", "headers", "mime", "dir", "alias"} {
		modules += fmt.Sprintf("LoadModule %s_module /usr/lib/apache2/modules/mod_%[1]s.so\n", m)
	}
	site := strings.NewReplacer("*:80", address, "/srv/tonggao/output", output).Replace(documented)
	whole := fmt.Sprintf("ServerRoot %[1]s\nPidFile %[1]s/pid\nErrorLog %[1]s/errors\nListen %[2]s\nServerName localhost\nUser #65534\nGroup #65534\n%[3]sTypesConfig /dev/null\n%[4]s",
		dir, address, modules, site)
	file := filepath.Join(dir, "apache.conf")
	if err := os.WriteFile(file, []byte(whole), 0o644); err != nil {
		t.Fatal(err)
	}
	for up := output; up != filepath.Dir(up) && strings.HasPrefix(up, os.TempDir()+"/"); up = filepath.Dir(up) {
		if err := os.Chmod(up, 0o755); err != nil { // another user serves
			t.Fatal(err)
		}
	}
	server := exec.Command(program, "-X", "-f", file)
	server.Stderr = os.Stderr
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	return answering(t, address)
}

// documentedFor is the configuration of a server in docs/hosting.md.
func documentedFor(t *testing.T, server string) string {
	t.Helper()
	block := regexp.MustCompile("(?s)```" + server + "\n(.*?)```").FindStringSubmatch(read(t, "../docs", "hosting.md"))
	if block == nil {
		t.Fatalf("docs/hosting.md has no configuration for %s", server)
	}
	return block[1]
}

func freeAddress(t *testing.T) string {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer free.Close()
	return free.Addr().String()
}

// answering waits until a server answers, and returns where.
func answering(t *testing.T, address string) string {
	t.Helper()
	for range 3000 { // a minute: no machine is so slow
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return "http://" + address
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("the server does not answer")
	return ""
}

// fetch gets an address without following redirects.
func fetch(t *testing.T, address string) (*http.Response, string) {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	r, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r, string(body)
}

func TestServersSendTheRightHeaders(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	for _, name := range []string{".git/HEAD", ".well-known/security.txt"} {
		if err := os.MkdirAll(filepath.Join(output, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(output, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := Options{Regions: water(), Look: look.New(os.DirFS("../templates"))}
	if _, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}}); err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	t.Run("nginx", func(t *testing.T) { headersOf(t, nginx(t, output)) })
	t.Run("apache", func(t *testing.T) { headersOf(t, apache(t, output)) })
}

// headersOf holds what a server sends to docs/hosting.md.
func headersOf(t *testing.T, address string) {
	t.Helper()
	const short, long = "public, max-age=600, must-revalidate", "public, max-age=3600, must-revalidate"
	for _, c := range []struct {
		path, mime, cache, cors string
	}{
		{"/", "text/html; charset=utf-8", short, ""},
		{"/anping/2024-water/", "text/html; charset=utf-8", short, ""},
		{"/calendar.ics", "text/calendar; charset=utf-8", short, "*"},
		{"/anping/2024-water/stop/event.ics", "text/calendar; charset=utf-8", short, "*"},
		{"/feed.xml", "application/atom+xml; charset=utf-8", short, "*"},
		{"/anping/feed.xml", "application/atom+xml; charset=utf-8", short, "*"},
		{"/sitemap.xml", "application/xml; charset=utf-8", short, "*"},
		{"/notices.json", "application/json; charset=utf-8", short, "*"},
		{"/manifest.json", "application/json; charset=utf-8", short, "*"},
		{"/anping/2024-water/notice.pdf", "application/pdf", short, ""},
		{"/anping/2024-water/bundle.zip", "application/zip", short, ""},
		{"/robots.txt", "text/plain; charset=utf-8", short, ""},
		{"/assets/frame.css", "text/css; charset=utf-8", long, ""},
		{"/assets/verify.js", "text/javascript; charset=utf-8", long, ""},
		{"/.well-known/security.txt", "text/plain; charset=utf-8", short, ""},
	} {
		r, body := fetch(t, address+c.path)
		got := strings.Join([]string{r.Status, r.Header.Get("Content-Type"), r.Header.Get("Cache-Control"), r.Header.Get("Access-Control-Allow-Origin")}, " | ")
		if want := strings.Join([]string{"200 OK", c.mime, c.cache, c.cors}, " | "); got != want {
			t.Errorf("%s: %s\nwant %s", c.path, got, want)
		}
		if r.Header.Get("ETag") == "" || r.Header.Get("X-Content-Type-Options") != "nosniff" || body == "" {
			t.Errorf("%s: no ETag, no nosniff or no body: %v", c.path, r.Header)
		}
	}
	if r, _ := fetch(t, address+"/embed/"); r.Header.Get("Content-Security-Policy") != "frame-ancestors *" {
		t.Errorf("the widget can be shown by %q", r.Header.Get("Content-Security-Policy"))
	}
	for path, status := range map[string]int{"/.git/HEAD": 404, "/nowhere": 404, "/anping": 301} {
		r, body := fetch(t, address+path)
		if r.StatusCode != status || status == 404 && !strings.Contains(body, "<html") {
			t.Errorf("%s: %s with %d octets, want %d and the page for what is not there", path, r.Status, len(body), status)
		}
	}
}

// TestNginxNeverShowsHalfASite fetches all the time while one build after another
// puts a new tree in place.
func TestNginxNeverShowsHalfASite(t *testing.T) {
	output := filepath.Join(t.TempDir(), "output")
	build := func(title string) {
		files := water()
		add(files, "anping/2024-water/10-text.md", "第"+title+"次。\n")
		o := Options{Regions: files, Look: look.New(os.DirFS("../templates"))}
		o.Plan.Formats = []plan.Format{plan.HTML}
		if _, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}}); err != nil || problems.Failed() {
			t.Fatal(err, problems)
		}
	}
	build("0")
	address := nginx(t, output)
	done := make(chan int)
	stop := make(chan struct{})
	go func() {
		bad := 0
		for {
			select {
			case <-stop:
				done <- bad
				return
			default:
			}
			r, err := http.Get(address + "/anping/2024-water/")
			if err != nil || r.StatusCode != 200 {
				bad++
				continue
			}
			if body, err := io.ReadAll(r.Body); err != nil || !strings.Contains(string(body), "</html>") {
				bad++
			}
			r.Body.Close()
		}
	}()
	for n := range 5 {
		build(fmt.Sprint(n + 1))
	}
	close(stop)
	if bad := <-done; bad > 0 {
		t.Errorf("%d fetches met half a site", bad)
	}
	if _, body := fetch(t, address+"/anping/2024-water/"); !strings.Contains(body, "第5次") {
		t.Error("the newest site is not shown")
	}
}
