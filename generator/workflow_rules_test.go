package generator

import (
	"io"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
	"go.yaml.in/yaml/v4"
)

func TestWorkflowsAreSound(t *testing.T) {
	linter, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{"action.yml as a workflow": actionAsWorkflow(t)}
	for _, name := range pipelines {
		files[name] = read(t, "..", name)
	}
	for name, text := range files {
		found, err := linter.Lint(name, []byte(text), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range found {
			t.Errorf("%s:%d:%d: %s", name, e.Line, e.Column, e.Message)
		}
	}
}

// actionAsWorkflow puts the steps of the composite action into a workflow, which
// is what the linter reads.
func actionAsWorkflow(t *testing.T) string {
	t.Helper()
	var action struct {
		Inputs map[string]struct {
			Description, Default string
		} `yaml:"inputs"`
		Runs struct {
			Steps []map[string]any `yaml:"steps"`
		} `yaml:"runs"`
	}
	if err := yaml.Unmarshal([]byte(read(t, "..", "action.yml")), &action); err != nil {
		t.Fatal(err)
	}
	inputs := map[string]any{}
	for name := range action.Inputs {
		inputs[name] = map[string]string{"type": "string"}
	}
	text, err := yaml.Marshal(map[string]any{
		"on":   map[string]any{"workflow_call": map[string]any{"inputs": inputs}},
		"jobs": map[string]any{"publish": map[string]any{"runs-on": "ubuntu-24.04", "steps": action.Runs.Steps}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Replace(string(text), `"on":`, "on:", 1)
}

// TestOtherSystemsAreTested holds that every change is tested where people use the program.
func TestOtherSystemsAreTested(t *testing.T) {
	var ci struct {
		Jobs map[string]struct {
			Strategy struct {
				Matrix struct {
					System []string `yaml:"system"`
				} `yaml:"matrix"`
			} `yaml:"strategy"`
			Steps []step `yaml:"steps"`
		} `yaml:"jobs"`
	}
	if err := yaml.Unmarshal([]byte(read(t, "..", ".github/workflows/ci.yml")), &ci); err != nil {
		t.Fatal(err)
	}
	job := ci.Jobs["systems"]
	if got := job.Strategy.Matrix.System; !slices.Equal(got, []string{"windows-latest", "macos-latest"}) {
		t.Errorf("the tests run on %v", got)
	}
	if !slices.ContainsFunc(job.Steps, func(s step) bool { return strings.HasPrefix(s.Run, "go test ") && strings.HasSuffix(s.Run, " ./...") }) {
		t.Error("not every test runs there")
	}
	for _, s := range job.Steps {
		if strings.HasPrefix(s.Run, "bash ") && s.Shell != "bash" {
			t.Errorf("step %q: what PowerShell calls bash may be that of a Linux which is not there", s.Name)
		}
	}
}

var pinned = regexp.MustCompile(`uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)

// TestActionsArePinned holds that no tag of somebody else decides what runs.
func TestActionsArePinned(t *testing.T) {
	for _, name := range append(pipelines, "action.yml") {
		for number, line := range strings.Split(read(t, "..", name), "\n") {
			if strings.Contains(line, "uses: ") && !pinned.MatchString(line) {
				t.Errorf("%s:%d: %s is not pinned by hash and version", name, number+1, strings.TrimSpace(line))
			}
		}
	}
}

// versions are the only actions that run, each by the hash of its release.
var versions = map[string]string{
	"actions/checkout":              "de0fac2e4500dabe0009e67214ff5f5447ce83dd",
	"actions/setup-go":              "d35c59abb061a4a6fb18e82ac0862c26744d6ab5",
	"actions/cache":                 "5a3ec84eff668545956fd18022155c47e93e2684",
	"actions/upload-artifact":       "ea165f8d65b6e75b540449e92b4886f43607fa02",
	"actions/configure-pages":       "983d7736d9b0ae728b81ab479565c72886d7745b",
	"actions/upload-pages-artifact": "56afc609e74202658d3ffba0e8f6dda462b719fa",
	"actions/deploy-pages":          "d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e",
}

// allSteps are those of every job of a workflow, or of an action.
func allSteps(t *testing.T, name string) []step {
	t.Helper()
	w := readWorkflow(t, name)
	steps := w.Runs.Steps
	for _, job := range w.Jobs {
		steps = append(steps, job.Steps...)
	}
	return steps
}

// TestStepsAreSafe holds that only known actions run, that no expression is part of
// a shell's text, where an author's words could become commands, and that a pipe
// stands only where its failure ends the step.
func TestStepsAreSafe(t *testing.T) {
	for _, name := range append(slices.Clone(pipelines), "action.yml") {
		for _, s := range allSteps(t, name) {
			action, hash, _ := strings.Cut(s.Uses, "@")
			action = strings.TrimSuffix(strings.TrimSuffix(action, "/restore"), "/save")
			if s.Uses != "" && versions[action] != hash {
				t.Errorf("%s: %s is none of the known releases", name, s.Uses)
			}
			if strings.Contains(s.Run, "${{") {
				t.Errorf("%s: step %q has an expression in its shell", name, s.Name)
			}
			if strings.Contains(s.Run, " | ") && s.Shell != "bash" {
				t.Errorf("%s: step %q has a pipe whose failure nobody sees", name, s.Name)
			}
			if strings.Contains(s.Run, "npm ci") && !strings.Contains(s.Run, "--ignore-scripts") {
				t.Errorf("%s: step %q runs the scripts of packages", name, s.Name)
			}
		}
	}
}

// TestPermissionsAreLeast holds what each job may do beyond reading the sources.
func TestPermissionsAreLeast(t *testing.T) {
	deploy := map[string]string{"pages": "write", "id-token": "write"}
	build := map[string]string{"contents": "read", "pages": "read", "id-token": "write", "attestations": "write"}
	may := map[string]map[string]string{"publish.yml build": build, "publish.yml deploy": deploy,
		"publish-shards.yml shard": {"contents": "read", "pages": "read"}, "publish-shards.yml join": build, "publish-shards.yml deploy": deploy,
		"move.yml propose": {"contents": "write", "pull-requests": "write"}, "move.yml publish": {"contents": "write", "actions": "write"},
		"release.yml release": {"contents": "write", "packages": "write", "id-token": "write", "attestations": "write"}}
	for _, name := range pipelines {
		w := readWorkflow(t, name)
		if !maps.Equal(w.Permissions, map[string]string{"contents": "read"}) {
			t.Errorf("%s may do %v", name, w.Permissions)
		}
		for job, j := range w.Jobs {
			if want := may[filepath.Base(name)+" "+job]; !maps.Equal(j.Permissions, want) {
				t.Errorf("%s: %s may do %v, want %v", name, job, j.Permissions, want)
			}
		}
	}
}

// TestTenLinesPublish holds the workflow that a bureau copies from docs/hosting.md:
// it has ten lines and is sound.
func TestTenLinesPublish(t *testing.T) {
	block := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindStringSubmatch(read(t, "../docs", "hosting.md"))
	if block == nil {
		t.Fatal("docs/hosting.md has no workflow")
	}
	if lines := strings.Count(block[1], "\n"); lines > 10 {
		t.Errorf("the workflow has %d lines", lines)
	}
	linter, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	found, err := linter.Lint("hosting.yml", []byte(block[1]), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range found {
		t.Errorf("docs/hosting.md: line %d of the workflow: %s", e.Line, e.Message)
	}
	for _, input := range regexp.MustCompile(`(?m)^  (sign-[a-z]+):`).FindAllStringSubmatch(read(t, "..", "action.yml"), -1) {
		if !strings.Contains(block[1], input[1]+`: "${{ secrets.TONGGAO_`) {
			t.Errorf("docs/hosting.md: the workflow does not give %s, and a key from tonggao key has a password", input[1])
		}
	}
	for _, given := range regexp.MustCompile(`([a-z-]+): "\$\{\{`).FindAllStringSubmatch(block[1], -1) {
		if !strings.Contains(read(t, "..", "action.yml"), "\n  "+given[1]+":\n") {
			t.Errorf("the action has no input %s", given[1])
		}
	}
}

// TestActionKeepsWhatItPublished holds that what the next build is held against is what was
// deployed, and all of it: a site that was only looked at is not kept, and a key that a run
// shares with an earlier one would keep nothing of the later.
func TestActionKeepsWhatItPublished(t *testing.T) {
	steps := readWorkflow(t, "action.yml").Runs.Steps
	uses := func(action string) int {
		return slices.IndexFunc(steps, func(s step) bool { return strings.HasPrefix(s.Uses, action+"@") })
	}
	deploys, keeps, restores := uses("actions/deploy-pages"), uses("actions/cache/save"), uses("actions/cache/restore")
	if uses("actions/cache") >= 0 || restores < 0 || keeps < deploys || steps[keeps].If != steps[deploys].If {
		t.Error("the action keeps a site that it has not deployed")
	}
	if key := steps[keeps].With["key"]; key != "published-${{ github.run_id }}-${{ github.run_attempt }}" || key != steps[restores].With["key"] || steps[restores].With["restore-keys"] != "published-" {
		t.Errorf("a site is kept as %s, restored as %v", key, steps[restores].With)
	}
}

// TestFormOfABureau holds the workflow of docs/hosting.md that moves a milestone by the
// action: it is sound, and gives inputs that the action has.
func TestFormOfABureau(t *testing.T) {
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(read(t, "../docs", "hosting.md"), -1)
	i := slices.IndexFunc(blocks, func(b []string) bool { return strings.Contains(b[1], "workflow_dispatch") })
	if i < 0 {
		t.Fatal("docs/hosting.md has no form")
	}
	linter, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	found, err := linter.Lint("hosting.yml", []byte(blocks[i][1]), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range found {
		t.Errorf("docs/hosting.md: line %d of the form: %s", e.Line, e.Message)
	}
	given := regexp.MustCompile(`(?m)^          ([a-z-]+): `).FindAllStringSubmatch(blocks[i][1], -1)
	if len(given) < 5 {
		t.Fatalf("the form gives %d inputs", len(given))
	}
	for _, g := range given {
		if !strings.Contains(read(t, "..", "action.yml"), "\n  "+g[1]+":\n") {
			t.Errorf("the action has no input %s", g[1])
		}
	}
}
