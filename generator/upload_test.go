package generator

import (
	"context"
	"crypto/md5"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v4"

	"tonggao/generator/look"
	"tonggao/generator/plan"
	"tonggao/generator/publish"
	"tonggao/generator/testkit"
)

// A bucket is as much of S3 as an upload needs. It remembers the order of what is done.
type bucket struct {
	sync.Mutex
	objects map[string][]byte
	headers map[string]http.Header
	done    []string // "PUT path", "DELETE path"
}

func (b *bucket) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b.Lock()
	defer b.Unlock()
	name := strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, "/bucket"), "/")
	content, there := b.objects[name]
	switch {
	case name == "" && r.Method == http.MethodGet:
		b.list(w, r.URL.Query().Get("prefix"))
	case name == "":
	case r.Method == http.MethodPut:
		content, _ := io.ReadAll(r.Body)
		b.objects[name], b.headers[name] = content, r.Header
		b.done = append(b.done, "PUT "+name)
		w.Header().Set("ETag", `"`+md5sum(content)+`"`)
	case r.Method == http.MethodDelete:
		delete(b.objects, name)
		b.done = append(b.done, "DELETE "+name)
		w.WriteHeader(http.StatusNoContent)
	case !there:
		w.WriteHeader(http.StatusNotFound)
	default:
		w.Header().Set("ETag", `"`+md5sum(content)+`"`)
		w.Header().Set("Content-Length", fmt.Sprint(len(content)))
		w.Header().Set("Last-Modified", "Mon, 01 Jan 2024 00:00:00 GMT")
		if r.Method == http.MethodGet {
			_, _ = w.Write(content)
		}
	}
}

// md5sum is what S3 calls an ETag.
func md5sum(content []byte) string { return fmt.Sprintf("%x", md5.Sum(content)) }

// list answers what ListObjects asks, folder by folder.
func (b *bucket) list(w io.Writer, prefix string) {
	type object struct{ Key, LastModified, ETag, Size string }
	var answer struct {
		XMLName        xml.Name `xml:"ListBucketResult"`
		Contents       []object
		CommonPrefixes []struct{ Prefix string }
	}
	folders := map[string]bool{}
	for name, content := range b.objects {
		rest, below := strings.CutPrefix(name, prefix)
		folder, _, deeper := strings.Cut(rest, "/")
		switch {
		case below && deeper && !folders[folder]:
			folders[folder] = true
			answer.CommonPrefixes = append(answer.CommonPrefixes, struct{ Prefix string }{prefix + folder + "/"})
		case below && !deeper:
			answer.Contents = append(answer.Contents, object{name, "2024-01-01T00:00:00Z", `"` + md5sum(content) + `"`, fmt.Sprint(len(content))})
		}
	}
	slices.SortFunc(answer.Contents, func(x, y object) int { return strings.Compare(x.Key, y.Key) })
	_ = xml.NewEncoder(w).Encode(answer)
}

// TestUploadsNeverPointAtNothing runs the commands of docs/hosting.md against a local S3
// server, over an earlier site: what a page or a list names is there before it, the
// manifest is the last that is written, what is gone is deleted last, types are right.
func TestUploadsNeverPointAtNothing(t *testing.T) {
	rclone := testkit.Need(t, "rclone")
	dir := t.TempDir()
	output := filepath.Join(dir, "output")
	o := Options{Regions: water(), Look: look.New(os.DirFS("../templates"))}
	if _, problems, err := Build(context.Background(), o, Target{Options: publish.Options{Output: output}}); err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	b := &bucket{objects: map[string][]byte{"old/index.html": []byte("x")}, headers: map[string]http.Header{}}
	server := httptest.NewServer(b)
	defer server.Close()
	config := "[site]\ntype = s3\nprovider = Other\nforce_path_style = true\nno_check_bucket = true\nlist_version = 1\naccess_key_id = a\nsecret_access_key = b\nendpoint = " + server.URL + "\n"
	if err := os.WriteFile(filepath.Join(dir, "rclone.conf"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, page := range []string{"hosting.md", "hosting.zh-CN.md"} {
		block := regexp.MustCompile("(?s)<!-- upload -->\n```sh\n(.*?)```").FindStringSubmatch(read(t, "../docs", page))
		if block == nil {
			t.Fatalf("docs/%s does not say how to upload", page)
		}
		b.objects, b.done = map[string][]byte{"old/index.html": []byte("x")}, nil
		for line := range strings.Lines(strings.ReplaceAll(block[1], "BUCKET", "bucket")) {
			shell := exec.Command(testkit.Shell(t, "sh"), "-c", strings.Replace(line, "rclone ", rclone+" --config rclone.conf ", 1))
			shell.Dir = dir
			shell.Env = append(os.Environ(), "AWS_CA_BUNDLE=", "RCLONE_RETRIES=1")
			if said, err := shell.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", line, err, said)
			}
		}
		b.inOrder(t, output)
	}
}

// inOrder wants each group of files before those that name them.
func (b *bucket) inOrder(t *testing.T, output string) {
	t.Helper()
	last := 0
	for _, done := range b.done {
		action, name, _ := strings.Cut(done, " ")
		rank := map[string]int{".ics": 1, ".html": 2, ".json": 3, ".xml": 3}[path.Ext(name)]
		if strings.HasPrefix(name, "manifest.json") {
			rank = 4
		}
		if action == "DELETE" {
			rank = 5
		}
		if rank < last {
			t.Errorf("%s comes too late", done)
		}
		last = rank
		if kind := plan.ContentType(name); rank > 0 && rank < 4 && kind != b.headers[name].Get("Content-Type") && !strings.HasSuffix(name, "feed.xml") && !strings.HasSuffix(name, ".schema.json") {
			t.Errorf("%s is uploaded as %s, want %s", name, b.headers[name].Get("Content-Type"), kind)
		}
		if action == "PUT" && !strings.Contains(b.headers[name].Get("Cache-Control"), "max-age=") {
			t.Errorf("%s is uploaded without a time to keep it", name)
		}
	}
	for _, name := range []string{"index.html", "web.config", "manifest.json", "anping/2024-water/notice.pdf"} {
		if string(b.objects[name]) != read(t, output, name) {
			t.Errorf("%s is not as it was built", name)
		}
	}
	for name := range b.objects {
		if strings.HasPrefix(name, ".") || name == "old/index.html" {
			t.Errorf("%s is in the bucket", name)
		}
	}
}

// TestGitLabPipeline reads docs/gitlab-ci.yml and runs the script of each of its jobs,
// with a program that is built here.
func TestGitLabPipeline(t *testing.T) {
	var jobs map[string]struct {
		Script []string `yaml:"script"`
		Rules  []struct {
			If string `yaml:"if"`
		} `yaml:"rules"`
		Artifacts struct {
			Paths []string `yaml:"paths"`
		} `yaml:"artifacts"`
	}
	if err := yaml.Unmarshal([]byte(read(t, "../docs", "gitlab-ci.yml")), &jobs); err != nil {
		t.Fatal(err)
	}
	delete(jobs, "default")
	dir := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", filepath.Join(dir, "bin", "tonggao"), "..").CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	if err := os.CopyFS(filepath.Join(dir, "regions"), water()); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pages", "preview"} { // the second sees what the first published
		job := jobs[name]
		if len(job.Script) == 0 || len(job.Rules) == 0 || len(job.Artifacts.Paths) == 0 {
			t.Fatalf("docs/gitlab-ci.yml: the job %s says not when, what or where: %+v", name, job)
		}
		shell := exec.Command(testkit.Shell(t, "sh"), "-e", "-c", strings.Join(job.Script, "\n"))
		shell.Dir = dir
		shell.Env = append(os.Environ(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"))
		if out, err := shell.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
		if _, err := os.Stat(filepath.Join(dir, job.Artifacts.Paths[0], "manifest.json")); err != nil {
			t.Error(err)
		}
	}
}
