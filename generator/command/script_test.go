package command

import (
	"os"
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
		Dir: dir,
		Setup: func(env *testscript.Env) error {
			env.Setenv(templatesKey, filepath.Join(root, "templates"))
			env.Setenv("ROOT", root)
			env.Setenv("REGIONS", filepath.Join(root, "regions"))
			env.Setenv("WORD", filepath.Join(root, "generator/document/testdata/notices"))
			return nil
		},
	}
}
