package command

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// templatesKey names the variable that tells the program in a script where the
// templates are, which main.go embeds: a test binary cannot.
const templatesKey = "TONGGAO_TEST_TEMPLATES"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"tonggao": func() {
		os.Exit(Run(os.Args[1:], os.Stdout, os.Stderr, os.DirFS(os.Getenv(templatesKey))))
	}})
}

// TestScripts runs testdata/*.txt. Each script runs in an empty folder with the
// files that stand in it; the real regions are at $REGIONS, the
// repository at $ROOT, notices as Word files at $WORD.
func TestScripts(t *testing.T) {
	p := scripts(t, "testdata")
	p.UpdateScripts = os.Getenv("UPDATE_SCRIPTS") != ""
	testscript.Run(t, p)
}

// scripts says how the scripts of a folder run.
func scripts(t *testing.T, dir string) testscript.Params {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	return testscript.Params{
		Dir:  dir,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"interrupted": interrupted},
		Setup: func(env *testscript.Env) error {
			env.Setenv(templatesKey, filepath.Join(root, "templates"))
			env.Setenv("ROOT", root)
			env.Setenv("REGIONS", filepath.Join(root, "regions"))
			env.Setenv("WORD", filepath.Join(root, "generator/document/testdata/notices"))
			return nil
		},
	}
}

// interrupted PATTERN PROGRAM … runs a program until it shows a pattern, however long that
// takes, and interrupts it then, as Ctrl-C does: it must end well.
func interrupted(ts *testscript.TestScript, _ bool, args []string) {
	var seen screen
	c := exec.Command(args[1], args[2:]...)
	c.Dir, c.Stdout, c.Stderr = ts.MkAbs("."), io.MultiWriter(ts.Stdout(), &seen), io.MultiWriter(ts.Stderr(), &seen)
	for _, name := range []string{"PATH", "HOME", "TMPDIR", "TONGGAO_LANG", templatesKey} {
		c.Env = append(c.Env, name+"="+ts.Getenv(name))
	}
	ts.Check(c.Start())
	_, err := seen.shows(args[0])
	ts.Check(errors.Join(err, c.Process.Signal(os.Interrupt), c.Wait()))
}
