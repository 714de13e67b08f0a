package generator

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tonggao/generator/testkit"
)

// hostileReason is what somebody may write into the form: a shell's words, the runner's
// and TOML's. markup is refused by the program.
const (
	hostileReason = "设备晚到\"; touch pwned; $(touch pwned) ${{ github.token }\n::error::pwned\r::add-mask::x\n# pwned"
	markup        = "\n```\n# pwned\n<script>alert(1)</script>\n`touch pwned`\r::error::pwned"
)

// form is a filled-in form of the workflow.
func form(time string) map[string]string {
	return map[string]string{"inputs.notice": "anping/2024-water", "inputs.milestone": "stop", "inputs.time": time, "inputs.reason": hostileReason}
}

// TestMoveFromAForm runs the jobs of the workflow that moves a milestone: the first
// makes the change and shows it, the others get its patch, and open a pull request or
// push. What the form holds is text wherever it comes out.
func TestMoveFromAForm(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	testkit.Need(t, "git")
	origin, program := bureau(t), repository(t)
	t.Setenv("PATH", fakeHub(t)+":"+os.Getenv("PATH"))
	w := readWorkflow(t, ".github/workflows/move.yml")
	made := checkout(t, origin, program)
	build := exec.Command("go", "build", "-C", program, "-o", filepath.Join(made, "tonggao"), ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	steps := w.Jobs["move"].Steps
	for i := range steps {
		if steps[i].Name == "build the program" {
			steps[i].Run = "" // it is built above, from a folder that is no repository of a bureau
		}
	}
	runSteps(t, made, steps, form("5月11日20时"))
	shownAsCode(t, read(t, made, "summary.md"))
	patch := regexp.MustCompile(`(?m)^patch=(\S+)$`).FindStringSubmatch(read(t, made, "output.txt"))
	if patch == nil || !strings.Contains(read(t, made, "output.txt"), "passes=true\n") {
		t.Fatal("the change is not handed on:", read(t, made, "output.txt"))
	}
	values := map[string]string{"needs.move.outputs.patch": patch[1]}
	runSteps(t, checkout(t, origin, program), w.Jobs["propose"].Steps, values)
	movedOn(t, origin, "move-7-1")
	runSteps(t, checkout(t, origin, program), w.Jobs["publish"].Steps, values)
	movedOn(t, origin, "main")
	asked := read(t, filepath.Dir(fakeLog(t)), "gh.log")
	for _, want := range []string{"pr create --base main --head move-7-1 --title A milestone is moved --body-file", "workflow run publish.yml --ref main"} {
		if !strings.Contains(asked, want) {
			t.Errorf("nobody asked for %q:\n%s", want, asked)
		}
	}
}

// TestMoveByTheAction runs the composite action with a form's words in a bureau's own
// repository: the change is pushed behind the build, and the site is built with it.
func TestMoveByTheAction(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	testkit.Need(t, "git")
	origin, program := bureau(t), repository(t)
	t.Setenv("PATH", fakeHub(t)+":"+os.Getenv("PATH"))
	content := checkout(t, origin, "")
	var steps []step
	for _, s := range readWorkflow(t, "action.yml").Runs.Steps {
		if s.Name == "open a pull request" || strings.Contains(s.If, "repository.private") {
			continue
		}
		s.Run = strings.NewReplacer("$GITHUB_ACTION_PATH", program, "$RUNNER_TEMP", program).Replace(s.Run)
		steps = append(steps, s)
	}
	values := map[string]string{"inputs.regions": "regions", "inputs.move-notice": "anping/2024-water", "inputs.move-milestone": "stop", "inputs.move-time": "by 12h", "inputs.move-reason": hostileReason}
	runSteps(t, content, steps, values)
	movedOn(t, origin, "main")
	shownAsCode(t, read(t, content, "summary.md"))
	if page := read(t, filepath.Join(content, "published/anping/2024-water"), "index.html"); !strings.Contains(page, "5月11日20时") {
		t.Error("the page does not show the new time")
	}
}

// TestFormIsRefused runs the script with what moves nothing: it fails, changes no file,
// runs no word of the form, prints none to the log, and tells them in the summary as code.
func TestFormIsRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	testkit.Need(t, "git")
	program := repository(t)
	dir := checkout(t, bureau(t), program)
	if out, err := exec.Command("go", "build", "-C", program, "-o", filepath.Join(dir, "tonggao"), ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	git(t, dir, "add", "--all") // what the runner adds is no change of the form
	for _, one := range []struct{ notice, milestone, time, reason string }{
		{"anping/2024-water", "stop", "5月11日20时", markup}, {"anping/2024-water", "stop", "5月11日20时", "${{ github.token }}"}, {"anping/2024-water", "stop", markup, "x"}, {"anping/2024-water", "stop" + markup, "5月11日20时", "x"},
		{"../../etc" + markup, "stop", "5月11日20时", "x"}, {"--help", "--yes", "--why", "--dry-run"}, {"anping/2024-water", "stop", "", "x"}, {"anping/2024-water", "stop", "by --yes", "x"}, {"", "", "", ""},
	} {
		summary := filepath.Join(t.TempDir(), "summary.md")
		command := exec.Command(testkit.Shell(t, "bash"), ".github/move/move.sh", "make")
		command.Dir = dir
		command.Env = append(os.Environ(), "PROGRAM="+filepath.Join(dir, "tonggao"), "REGIONS=regions", "RUNNER_TEMP="+t.TempDir(), "GITHUB_STEP_SUMMARY="+summary,
			"NOTICE="+one.notice, "MILESTONE="+one.milestone, "TIME="+one.time, "REASON="+one.reason)
		out, err := command.CombinedOutput()
		if err == nil || string(out) != "nothing is moved; the summary of this run says why\n" {
			t.Errorf("%q: %v\n%s", one, err, out)
		}
		onlyCode(t, read(t, filepath.Dir(summary), "summary.md"))
		if changed := git(t, dir, "diff", "--name-only"); changed != "" {
			t.Errorf("%q changes %s", one, changed)
		}
		if _, err := os.Stat(filepath.Join(dir, "pwned")); err == nil {
			t.Errorf("%q ran a command", one)
		}
	}
}

// bureau is a repository that holds regions/ alone.
func bureau(t *testing.T) string {
	t.Helper()
	content, origin := t.TempDir(), t.TempDir()
	for name, f := range water() {
		file := filepath.Join(content, "regions", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	git(t, origin, "init", "--quiet", "--bare", "--initial-branch=main")
	git(t, content, "init", "--quiet", "--initial-branch=main")
	git(t, content, "add", "--all")
	git(t, content, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message", "x")
	git(t, content, "push", "--quiet", origin, "main")
	return origin
}

// checkout clones a repository, with the script of the workflow beside it where the
// workflow runs from the program's own repository.
func checkout(t *testing.T, origin, program string) string {
	t.Helper()
	dir := t.TempDir()
	git(t, dir, "clone", "--quiet", origin, ".")
	if program != "" {
		if err := os.CopyFS(filepath.Join(dir, ".github"), os.DirFS(filepath.Join(program, ".github"))); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	command := exec.Command("git", args...)
	command.Dir = dir
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// fakeHub is a folder with a gh that writes down what it is asked for.
func fakeHub(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("GH_LOG", filepath.Join(dir, "gh.log"))
	if err := os.WriteFile(filepath.Join(dir, "gh"), []byte("#!/bin/sh\necho \"$@\" >>\"$GH_LOG\"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func fakeLog(t *testing.T) string {
	t.Helper()
	return os.Getenv("GH_LOG")
}

// movedOn holds that a branch has the move, with the reason as a text, and nothing else.
func movedOn(t *testing.T, origin, branch string) {
	t.Helper()
	notice := git(t, origin, "show", branch+":regions/anping/2024-water/notice.toml")
	if !strings.Contains(notice, `at = "2024-05-11 20:00"`) || !strings.Contains(notice, `$(touch pwned)`) {
		t.Errorf("%s has not the move:\n%s", branch, notice)
	}
	if changed := git(t, origin, "diff", "--name-only", branch+"~1", branch); changed != "regions/anping/2024-water/notice.toml\n" {
		t.Errorf("%s changes %s", branch, changed)
	}
}

// shownAsCode holds that the summary tells of the move, all of it as code.
func shownAsCode(t *testing.T, summary string) {
	t.Helper()
	onlyCode(t, summary)
	if !strings.Contains(summary, "subscribers will see:") {
		t.Error("the summary does not tell what subscribers will see:\n", summary)
	}
}

// onlyCode holds that the summary shows what it shows as code, whatever the form held.
func onlyCode(t *testing.T, summary string) {
	t.Helper()
	for line := range strings.Lines(summary) {
		if line != "\n" && !strings.HasPrefix(line, "### ") && !strings.HasPrefix(line, "    ") {
			t.Errorf("the summary shows %q as it is", line)
		}
	}
}
