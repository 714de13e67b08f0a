package command

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// endings are words that end a line, each in another way, so that what stands behind would
// pass for one of the program's own, or of a pipeline's.
const endings = "a\n::error::forged\r\nforged\rforged\vforged\fforged\u0085forged\u2028forged\u2029regions/forged.toml:1:1: forged"

var forgedLine = regexp.MustCompile("(?m)^ *(::|forged|regions/forged)|[\r\v\f\u0085\u2028\u2029]")

// TestNoWordsForgeALine gives such words to every command, and to every flag that takes any,
// in both languages and as JSON; then to a site, as keys, values and names of its files.
func TestNoWordsForgeALine(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	templates := os.DirFS(filepath.Join(root, "templates"))
	t.Chdir(t.TempDir())
	if err := os.CopyFS("regions", os.DirFS(filepath.Join(root, "regions"))); err != nil {
		t.Fatal(err)
	}
	say := func(args ...string) {
		t.Helper()
		for _, lang := range []string{"en", "zh"} {
			var out strings.Builder
			Run(append(args, "--lang", lang), &out, &out, templates)
			if told := out.String(); forgedLine.MatchString(told) {
				t.Errorf("%q:\n%q", args, told)
			}
		}
	}
	eachCommand(func(c *cobra.Command) {
		words := strings.Fields(c.CommandPath())[1:]
		if c.Name() == "serve" { // what it is given it serves
			say("serve", "--addr", endings)
			return
		}
		more := []string{}
		if c.Flags().Lookup("formats") != nil {
			more = []string{"--formats", "data"}
		}
		say(append(append(words, more...), endings)...)
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !strings.HasPrefix(f.Value.Type(), "string") {
				return
			}
			say(append(append(words, more...), "--"+f.Name, endings)...)
			say(append(append(words, more...), "jiangsu", "--"+f.Name, endings)...)
			if c.Flags().Lookup("json") != nil {
				say(append(append(words, more...), "--json", "--"+f.Name, endings)...)
			}
		})
	})
	hostileSite(t)
	for _, command := range []string{"check", "check --json", "check --strict", "build --formats data", "status", "explain jiangsu", "explain jiangsu --json", "move jiangsu/a#b tbd --why x", "new notice jiangsu/x", "audit notice.txt jiangsu"} {
		say(strings.Fields(command)...)
	}
}

// hostileSite puts such words wherever a site may have words.
func hostileSite(t *testing.T) {
	t.Helper()
	quoted := `"` + strings.NewReplacer("\n", `\n`, "\r", `\r`, "\v", `\u000b`, "\f", `\f`, "\u0085", `\u0085`, "\u2028", `\u2028`, "\u2029", `\u2029`).Replace(endings) + `"`
	for name, text := range map[string]string{
		"jiangsu/region.toml":                     "name = " + quoted + "\nparent = " + quoted + "\n" + "[x." + quoted + "]\n[" + quoted + ".x]\nx = 1\n",
		"jiangsu/a/notice.toml":                   "title = " + quoted + "\n[milestone." + quoted + "]\nkind = " + quoted + "\nat = " + quoted + "\n",
		"jiangsu/a/10-text.md":                    "+++\n" + quoted + " = 1\n+++\n{{" + endings + "}} [" + endings + "](" + endings + ")\n",
		"jiangsu/a/" + endings[:10] + ".md":       "text",
		"jiangsu/" + endings[:5] + "/region.toml": "name = 1",
		"../notice.txt":                           endings + "\n关于" + endings + "的通告\n",
	} {
		name = filepath.Join("regions", filepath.FromSlash(name))
		if os.MkdirAll(filepath.Dir(name), 0o777) != nil || os.WriteFile(name, []byte(text), 0o666) != nil {
			t.Log(name, "is no name here")
		}
	}
}
