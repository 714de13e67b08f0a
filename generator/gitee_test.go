package generator

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"tonggao/generator/testkit"
)

// giteeCommands are the lines of the one step of docs/gitee-go.yml.
func giteeCommands(t *testing.T) []string {
	t.Helper()
	var pipeline struct {
		Version, Name string
		Triggers      struct {
			Push struct {
				Branches map[string][]string `yaml:"branches"`
			} `yaml:"push"`
		} `yaml:"triggers"`
		Stages []struct {
			Steps []struct {
				Step, Image string
				Command     []string
			} `yaml:"steps"`
		} `yaml:"stages"`
	}
	if err := yaml.Unmarshal([]byte(read(t, "../docs", "gitee-go.yml")), &pipeline); err != nil {
		t.Fatal(err)
	}
	if pipeline.Version != "1.0" || len(pipeline.Triggers.Push.Branches["prefix"]) == 0 || len(pipeline.Stages) != 1 || len(pipeline.Stages[0].Steps) != 1 {
		t.Fatalf("docs/gitee-go.yml is no pipeline of one step: %+v", pipeline)
	}
	step := pipeline.Stages[0].Steps[0]
	if step.Step != "execute@docker" || step.Image == "" {
		t.Errorf("the step %s runs in %q", step.Step, step.Image)
	}
	return step.Command
}

// TestGiteePipeline runs what the pipeline of docs/gitee-go.yml does behind its downloads,
// against a local S3 server: the first time into an empty bucket, then from an empty folder
// with a time that was changed without a record, which the published site gives away.
func TestGiteePipeline(t *testing.T) {
	testkit.Need(t, "rclone")
	shell := testkit.Shell(t, "sh")
	commands := giteeCommands(t)
	begin := slices.IndexFunc(commands, func(c string) bool { return strings.HasPrefix(c, "mkdir -p output") })
	if begin < 0 || commands[0] != "set -e" {
		t.Fatal("docs/gitee-go.yml does not fetch what was published, or goes on after a failure")
	}
	uploads := strings.ReplaceAll(strings.Join(commands[len(commands)-7:], "\n"), `"site:$BUCKET"`, "site:BUCKET")
	if block := regexp.MustCompile("(?s)<!-- upload -->\n```sh\n(.*?)\n```").FindStringSubmatch(read(t, "../docs", "hosting.md")); block == nil || block[1] != uploads {
		t.Error("docs/gitee-go.yml uploads otherwise than docs/hosting.md says")
	}
	b := &bucket{objects: map[string][]byte{}, headers: map[string]http.Header{}}
	server := httptest.NewServer(b)
	defer server.Close()
	dir := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", filepath.Join(dir, "bin", "tonggao"), "..").CombinedOutput(); err != nil {
		t.Fatal(err, string(out))
	}
	if err := os.CopyFS(filepath.Join(dir, "regions"), water()); err != nil {
		t.Fatal(err)
	}
	run := func() (string, error) {
		c := exec.Command(shell, "-c", "set -e\n"+strings.Join(commands[begin:], "\n"))
		c.Dir = dir
		c.Env = append(os.Environ(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"), "BUCKET=bucket", "AWS_CA_BUNDLE=", "RCLONE_RETRIES=1", "RCLONE_CONFIG="+filepath.Join(dir, "none"),
			"RCLONE_CONFIG_SITE_TYPE=s3", "RCLONE_CONFIG_SITE_PROVIDER=Other", "RCLONE_CONFIG_SITE_ENDPOINT="+server.URL, "RCLONE_CONFIG_SITE_ACCESS_KEY_ID=a", "RCLONE_CONFIG_SITE_SECRET_ACCESS_KEY=b",
			"RCLONE_CONFIG_SITE_FORCE_PATH_STYLE=true", "RCLONE_CONFIG_SITE_NO_CHECK_BUCKET=true", "RCLONE_CONFIG_SITE_LIST_VERSION=1", "TONGGAO_LANG=en")
		said, err := c.CombinedOutput()
		return string(said), err
	}
	if said, err := run(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	b.inOrder(t, filepath.Join(dir, "output"))
	published := len(b.done)
	notice := filepath.Join(dir, "regions", "anping", "2024-water", "notice.toml")
	text, err := os.ReadFile(notice)
	if err != nil {
		t.Fatal(err)
	}
	changed := regexp.MustCompile(`at( *)= "2024-05-1`).ReplaceAllString(string(text), `at$1= "2024-06-1`)
	for _, err := range []error{os.RemoveAll(filepath.Join(dir, "output")), os.WriteFile(notice, []byte(changed), 0o666)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if said, err := run(); err == nil || changed == string(text) || !strings.Contains(said, "tonggao move") {
		t.Errorf("a time that was changed without a record is published: %v\n%s", err, said)
	}
	if len(b.done) != published {
		t.Errorf("it uploads %v", b.done[published:])
	}
}
