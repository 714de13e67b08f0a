package data_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tonggao/generator/data"
	"tonggao/generator/plan"
	"tonggao/generator/site"
	"tonggao/generator/testkit"
)

func TestHeaders(t *testing.T) {
	headers := string(write(t, testkit.Changshu(t))["_headers"])
	if !strings.HasPrefix(headers, "/*.ics\n  Content-Type: text/calendar; charset=utf-8\n  Access-Control-Allow-Origin: *\n") {
		t.Errorf("calendars are served as\n%s", headers)
	}
	for line := range strings.Lines(headers) {
		if !strings.HasPrefix(line, "/") && !strings.HasPrefix(line, "  ") {
			t.Errorf("%q is neither a path nor a header of one", line)
		}
	}
}

func TestRobots(t *testing.T) {
	want := "User-agent: *\nAllow: /\n\nSitemap: https://tonggao.example/sitemap.xml\n"
	if have := string(write(t, testkit.Changshu(t))["robots.txt"]); have != want {
		t.Errorf("have %q, want %q", have, want)
	}
}

// TestNginx serves files with the very lines of docs/calendars.md.
func TestNginx(t *testing.T) {
	nginx := testkit.Need(t, "nginx")
	docs, err := os.ReadFile("../../docs/calendars.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rules, _ := strings.Cut(string(docs), "```nginx\n")
	rules, _, _ = strings.Cut(rules, "```")
	dir, address := t.TempDir(), free(t)
	paths := []string{"calendar.ics", "feed.xml", "notices.json"}
	for _, path := range paths {
		put(t, filepath.Join(dir, path), "常熟")
	}
	config := fmt.Sprintf("daemon off; master_process off; pid %[1]s/pid; error_log stderr; events {}\nhttp { access_log off; client_body_temp_path %[1]s/a; proxy_temp_path %[1]s/b; "+
		"fastcgi_temp_path %[1]s/c; uwsgi_temp_path %[1]s/d; scgi_temp_path %[1]s/e;\nserver { listen %[2]s; root %[1]s;\n%[3]s} }\n", dir, address, rules)
	put(t, filepath.Join(dir, "conf"), config)
	server := exec.Command(nginx, "-e", "stderr", "-c", filepath.Join(dir, "conf"))
	server.Stderr = os.Stderr
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		server.Process.Kill()
		server.Wait()
	}()
	for _, path := range paths {
		header := fetch(t, "http://"+address+"/"+path)
		if have := header.Get("Content-Type"); have != plan.ContentType(path) || header.Get("Access-Control-Allow-Origin") != "*" || header.Get("ETag") == "" {
			t.Errorf("%s is sent with %v", path, header)
		}
	}
}

func put(t *testing.T, path, words string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(words), 0o644); err != nil {
		t.Fatal(err)
	}
}

// free finds a port that nobody uses.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// fetch asks until the server is up.
func fetch(t *testing.T, address string) http.Header {
	t.Helper()
	for range 1200 { // a minute: no machine is so slow
		answer, err := http.Get(address)
		if err == nil {
			answer.Body.Close()
			if answer.StatusCode != http.StatusOK {
				t.Errorf("%s: %s", address, answer.Status)
			}
			return answer.Header
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("no answer from %s", address)
	return nil
}

// TestSitemap holds the sitemap to its protocol: every page once, with its day,
// and with its other languages where it has any.
func TestSitemap(t *testing.T) {
	type page struct {
		Address string `xml:"loc"`
		Day     string `xml:"lastmod"`
		Others  []struct {
			Language string `xml:"hreflang,attr"`
			Address  string `xml:"href,attr"`
		} `xml:"http://www.w3.org/1999/xhtml link"`
	}
	for _, languages := range [][]site.Language{{site.Chinese}, {site.Chinese, site.English, site.Traditional}} {
		s := testkit.Changshu(t)
		s.Languages = languages
		p, _ := plan.Make(s, plan.Options{})
		var sitemap struct {
			XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
			Pages   []page   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
		}
		if err := xml.Unmarshal(write(t, s)["sitemap.xml"], &sitemap); err != nil {
			t.Fatal(err)
		}
		if len(sitemap.Pages) != len(slices.Collect(p.Pages())) {
			t.Errorf("%d pages, want %d", len(sitemap.Pages), len(slices.Collect(p.Pages())))
		}
		known := map[string]bool{}
		for _, page := range sitemap.Pages {
			known[page.Address] = true
		}
		for _, page := range sitemap.Pages {
			if page.Day != "2021-12-20" || !strings.HasPrefix(page.Address, s.BaseURL+"/") || strings.Contains(page.Address, "404") {
				t.Errorf("page %+v", page)
			}
			if len(languages) == 1 != (len(page.Others) == 0) {
				t.Errorf("%s has the languages %v", page.Address, page.Others)
			}
			for _, other := range page.Others {
				if !known[other.Address] {
					t.Errorf("%s leads to %s, which is not there", page.Address, other.Address)
				}
			}
		}
	}
}

// TestSitemapInParts shows the index that takes over where one file is too small.
func TestSitemapInParts(t *testing.T) {
	s := testkit.Crowd(t, 1700)
	files := write(t, s)
	p, _ := plan.Make(s, plan.Options{})
	index := string(files["sitemap.xml"])
	pages := 0
	for part := 1; files[fmt.Sprintf("sitemap-%d.xml", part)] != nil; part++ {
		file := files[fmt.Sprintf("sitemap-%d.xml", part)]
		pages += strings.Count(string(file), "<url>")
		if !strings.Contains(index, fmt.Sprintf("<loc>https://tonggao.example/sitemap-%d.xml</loc>", part)) || len(file) > 50<<20 {
			t.Errorf("part %d is not in the index, or has %d octets", part, len(file))
		}
	}
	if pages != len(slices.Collect(p.Pages())) || !strings.Contains(index, "<sitemapindex") {
		t.Errorf("%d pages in parts, want %d", pages, len(slices.Collect(p.Pages())))
	}
}

// TestReadmeCarriesTheKey holds that a copy of a signed site says how to check it,
// and an unsigned one promises nothing.
func TestReadmeCarriesTheKey(t *testing.T) {
	for _, key := range []string{"", "RWR8KrE12hUtGqvuTwavkSkQIndR0q5CwXWqPNo0JeacNwojRK1LNpc7"} {
		p, _ := plan.Make(testkit.Changshu(t), plan.Options{PublicKey: key})
		for _, o := range p.Outputs() {
			if o.Path != "README.txt" {
				continue
			}
			var out bytes.Buffer
			if err := data.New(p).Write(&out, o); err != nil {
				t.Fatal(err)
			}
			text := out.String()
			if strings.Contains(text, "minisign") != (key != "") || !strings.Contains(text, key) || !strings.HasPrefix(text, "\ufeff医保通告\r\nhttps://tonggao.example/\r\n") {
				t.Errorf("with the key %q: %s", key, text)
			}
		}
	}
}
