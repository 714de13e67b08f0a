package generator

import (
	"bytes"
	"cmp"
	"io/fs"
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

// A step of a workflow or an action, as far as a test runs it.
type step struct {
	Name string            `yaml:"name"`
	If   string            `yaml:"if"`
	Uses string            `yaml:"uses"`
	With map[string]string `yaml:"with"`
	Run  string            `yaml:"run"`
	Env  map[string]string `yaml:"env"`

	Shell string `yaml:"shell"`
}

type workflow struct {
	Permissions map[string]string `yaml:"permissions"`
	Defaults    struct {
		Run struct {
			Shell string `yaml:"shell"`
		} `yaml:"run"`
	} `yaml:"defaults"`
	Jobs map[string]struct {
		Permissions map[string]string `yaml:"permissions"`
		Steps       []step            `yaml:"steps"`
	} `yaml:"jobs"`
	Runs struct { // of an action
		Steps []step `yaml:"steps"`
	} `yaml:"runs"`
}

func readWorkflow(t *testing.T, name string) workflow {
	t.Helper()
	var w workflow
	if err := yaml.Unmarshal([]byte(read(t, "..", name)), &w); err != nil {
		t.Fatal(err)
	}
	for _, job := range w.Jobs {
		for i := range job.Steps {
			job.Steps[i].Shell = cmp.Or(job.Steps[i].Shell, w.Defaults.Run.Shell)
		}
	}
	return w
}

var pipelines = []string{".github/workflows/ci.yml", ".github/workflows/publish.yml", ".github/workflows/publish-shards.yml", ".github/workflows/move.yml", ".github/workflows/release.yml"}

// repository copies what a checkout of the repository has.
func repository(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel("..", name)
		switch {
		case err != nil:
			return err
		case slices.Contains([]string{".git", "node_modules", "testdata"}, d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return os.MkdirAll(filepath.Join(dir, rel), 0o755)
		case strings.HasSuffix(name, "_test.go"), strings.HasPrefix(rel, "output/") && d.Name() != ".gitignore":
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, rel), text, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// elsewhere are the steps that a test cannot run, each with its reason.
var elsewhere = map[string]string{
	"test":               "it runs this test",
	"fetch what attests": "it needs the network",
}

// runSteps runs the shell steps of a job in a folder, as the runner does: each
// in a shell that stops at the first error, with the step's environment.
func runSteps(t *testing.T, dir string, steps []step, values map[string]string) {
	t.Helper()
	for _, s := range steps {
		if out, err := runStep(t, dir, s, values); err != nil {
			t.Fatalf("step %q: %v\n%s", s.Name, err, out)
		}
	}
}

// runStep runs one step and returns what it said.
func runStep(t *testing.T, dir string, s step, values map[string]string) ([]byte, error) {
	t.Helper()
	expression := regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)
	if s.Run == "" || elsewhere[s.Name] != "" {
		return nil, nil
	}
	program, _, _ := strings.Cut(s.Run, " ")
	if program == "node" {
		testkit.Need(t, program)
	}
	shell := []string{"-e", "-c", s.Run} // what a runner takes where a workflow names none: a pipe may fail unseen
	if s.Shell == "bash" {
		shell = []string{"--noprofile", "--norc", "-eo", "pipefail", "-c", s.Run}
	}
	command := exec.Command(testkit.Shell(t, "bash"), shell...)
	command.Dir = dir
	command.Env = append(os.Environ(), "GOFLAGS=-trimpath", "GITHUB_ACTIONS=false", "GITHUB_ACTION_PATH="+dir, "RUNNER_TEMP="+dir, "GITHUB_STEP_SUMMARY="+filepath.Join(dir, "summary.md"),
		"GITHUB_OUTPUT="+filepath.Join(dir, "output.txt"), "GITHUB_RUN_ID=7", "GITHUB_RUN_ATTEMPT=1", "GITHUB_REF_NAME=main", "GITHUB_SERVER_URL=https://hub.example", "GITHUB_REPOSITORY=bureau/notices")
	for name, value := range s.Env {
		command.Env = append(command.Env, name+"="+expression.ReplaceAllStringFunc(value, func(e string) string {
			return values[expression.FindStringSubmatch(e)[1]]
		}))
	}
	return command.CombinedOutput()
}

const testKey = "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAfCqxNdoVLRqP45qpgcziQpED+z2jRQHzmZNIQ0ifmkGyCM06KvVAWqvuTwavkSkQIndR0q5CwXWqPNo0JeacNwojRK1LNpc7AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
const testPublicKey = "RWR8KrE12hUtGqvuTwavkSkQIndR0q5CwXWqPNo0JeacNwojRK1LNpc7"

// TestPublishStepsEndToEnd runs the publish workflow's steps, twice since a rerun
// must be harmless, and fetches the result from nginx.
func TestPublishStepsEndToEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	dir := repository(t)
	steps := readWorkflow(t, ".github/workflows/publish.yml").Jobs["build"].Steps
	values := map[string]string{"steps.pages.outputs.base_url": "https://bureau.example/notices", "secrets.TONGGAO_SIGN_KEY": testKey}
	runSteps(t, dir, steps, values)
	first := memory(t, filepath.Join(dir, "published"))
	runSteps(t, dir, steps, values)
	for name, f := range memory(t, filepath.Join(dir, "published")) {
		if !bytes.Equal(f.Data, first[name].Data) {
			t.Errorf("a rerun changed %s", name)
		}
	}
	address := nginx(t, filepath.Join(dir, "published"))
	if r, body := fetch(t, address+"/"); r.StatusCode != 200 || !strings.Contains(body, "https://bureau.example/notices/") {
		t.Errorf("the index is %s and does not know its address", r.Status)
	}
	if _, body := fetch(t, address+"/about/"); !strings.Contains(body, testPublicKey) {
		t.Error("the about page does not show the public key")
	}
	if r, _ := fetch(t, address+"/manifest.json.minisig"); r.StatusCode != 200 {
		t.Errorf("the signature is %s", r.Status)
	}
}

// TestShardStepsEndToEnd runs the steps of the workflow in shards, loses one of them
// on the way, and has the same files as a whole build.
func TestShardStepsEndToEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	dir := repository(t)
	w := readWorkflow(t, ".github/workflows/publish-shards.yml")
	values := map[string]string{"steps.pages.outputs.base_url": "https://bureau.example/notices", "secrets.TONGGAO_SIGN_KEY": testKey}
	for _, number := range []string{"1", "2", "3", "4"} {
		values["matrix.number"] = number
		runSteps(t, dir, w.Jobs["shard"].Steps, values)
		if err := os.RemoveAll(filepath.Join(dir, "shard")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(dir, "shard-3.tar")); err != nil {
		t.Fatal(err)
	}
	runSteps(t, dir, w.Jobs["join"].Steps, values)
	joined := memory(t, filepath.Join(dir, "published"))
	joinRemembers(t, dir, w, values)
	if err := os.RemoveAll(filepath.Join(dir, "published")); err != nil {
		t.Fatal(err)
	}
	runSteps(t, dir, readWorkflow(t, ".github/workflows/publish.yml").Jobs["build"].Steps, values)
	whole := memory(t, filepath.Join(dir, "published"))
	for name, f := range whole {
		if !bytes.Equal(f.Data, joined[name].Data) {
			t.Errorf("%s differs when the site is joined of shards", name)
		}
	}
	if len(joined) != len(whole) {
		t.Errorf("%d files, want %d", len(joined), len(whole))
	}
}

// joinRemembers changes a published fact by hand: the join refuses it, since it has
// the earlier site before it.
func joinRemembers(t *testing.T, dir string, w workflow, values map[string]string) {
	t.Helper()
	steps := w.Jobs["join"].Steps
	restores := slices.IndexFunc(steps, func(s step) bool {
		return strings.HasPrefix(s.Uses, "actions/cache@") && s.With["path"] == "published" && s.With["restore-keys"] == "published-"
	})
	join := slices.IndexFunc(steps, func(s step) bool { return strings.HasPrefix(s.Name, "join the shards") })
	if restores < 0 || restores > join {
		t.Fatal("the join does not restore the earlier site before it builds")
	}
	name := filepath.Join(dir, "regions/shaanxi/xian/2022-platform/notice.toml")
	text := read(t, dir, "regions/shaanxi/xian/2022-platform/notice.toml")
	write := func(text string) {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(regexp.MustCompile(`(?m)^title .*`).ReplaceAllString(text, `title = "另一个标题"`))
	for _, part := range []string{"part-1", "part-2", "part-3", "part-4"} {
		if err := os.RemoveAll(filepath.Join(dir, part)); err != nil {
			t.Fatal(err)
		}
	}
	out, err := runStep(t, dir, steps[join], values)
	if err == nil || !strings.Contains(string(out), "published was") {
		t.Errorf("the join published a title that was changed by hand: %v\n%s", err, out)
	}
	write(text)
}

// TestChecksOfAPullRequest runs the site job as for a pull request that moves a
// milestone, and reads the summary that it leaves.
func TestChecksOfAPullRequest(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	dir := repository(t)
	if err := os.CopyFS(filepath.Join(dir, "base/regions"), os.DirFS(filepath.Join(dir, "regions"))); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "regions/jiangsu/suzhou/2021-platform/notice.toml")
	text := read(t, filepath.Dir(name), "notice.toml")
	moved := strings.Replace(text, `"2022-01-02 08:00"`, `"2022-01-02 09:00"`, 1)
	if moved == text {
		t.Fatal("the notice has no milestone at 2022-01-02 08:00")
	}
	if err := os.WriteFile(name, []byte(moved), 0o644); err != nil {
		t.Fatal(err)
	}
	runSteps(t, dir, readWorkflow(t, ".github/workflows/ci.yml").Jobs["site"].Steps, nil)
	summary := read(t, dir, "summary.md")
	for _, want := range []string{"常熟市", "张家港市", "2022年1月2日8时", "2022年1月2日9时", "settlement-full/poster.pdf"} {
		if !strings.Contains(summary, want) {
			t.Errorf("the summary does not tell of %s:\n%s", want, summary)
		}
	}
}

// TestActionPublishesABureausRepository runs the steps of the composite action in
// a repository that holds nothing but regions.
func TestActionPublishesABureausRepository(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	program, content := repository(t), t.TempDir()
	for name, f := range water() {
		file := filepath.Join(content, "regions", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	steps := slices.DeleteFunc(readWorkflow(t, "action.yml").Runs.Steps, func(s step) bool { return strings.Contains(s.If, "inputs.move-notice != ''") }) // nothing is moved
	for i := range steps {                                                                                                                                // the runner knows where the action is; here the step is told
		steps[i].Run = strings.NewReplacer("$GITHUB_ACTION_PATH", program, "$RUNNER_TEMP", program).Replace(steps[i].Run)
	}
	runSteps(t, content, steps, map[string]string{"inputs.regions": "regions", "inputs.sign-key": testKey})
	if m := read(t, filepath.Join(content, "published"), "manifest.json"); !strings.Contains(m, `"anping/2024-water/notice.pdf"`) {
		t.Error("the action published no notice")
	}
	// A pull request sees no key, and its site is built over the signed one.
	runSteps(t, content, steps, map[string]string{"inputs.regions": "regions", "steps.pages.outcome == 'skipped' && inputs.sign-key == '' && '--unsigned' || ''": "--unsigned"})
}
