package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tonggao/generator/catalog"
	"tonggao/generator/message"
	"tonggao/generator/problem"
)

// languageOf is the language that a command line is answered in: that of --lang, of
// TONGGAO_LANG, of the system; English where none of them is one of ours. The flag is
// looked for before the flags are read, since their own descriptions are in a language.
func languageOf(args []string) (catalog.Language, error) {
	if written, asked := flagValue(args, "lang"); asked {
		if l, known := catalog.ParseLanguage(written); known {
			return l, nil
		}
		return systemLanguage(), message.Errorf("--lang %s: it can be zh or en", written)
	}
	return systemLanguage(), nil
}

func systemLanguage() catalog.Language {
	for _, name := range []string{"TONGGAO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if l, known := catalog.ParseLanguage(os.Getenv(name)); known {
			return l
		}
		if name != "TONGGAO_LANG" && os.Getenv(name) != "" {
			return catalog.English // the system has said, and it is neither
		}
	}
	l, _ := catalog.ParseLanguage(interfaceLanguage())
	return l
}

// flagValue finds the value of a long flag in a command line.
func flagValue(args []string, name string) (string, bool) {
	for i, arg := range args {
		switch value, has := strings.CutPrefix(arg, "--"+name); {
		case arg == "--":
			return "", false
		case !has:
		case strings.HasPrefix(value, "="):
			return value[1:], true
		case value == "" && i+1 < len(args):
			return args[i+1], true
		}
	}
	return "", false
}

// say puts a form of the catalogue into the terminal's language.
func (t *terminal) say(form string, values ...any) string { return t.lang.Say(form, values...) }

// tell prints a line of results, warn one about how the command goes.
func (t *terminal) tell(form string, values ...any) { t.write(t.out, form, values...) }

func (t *terminal) warn(form string, values ...any) { t.write(t.err, form, values...) }

// write prints a line in which no word, of whoever it is, acts on the terminal. A form
// may begin with an empty line.
func (t *terminal) write(w io.Writer, form string, values ...any) {
	text, after := strings.CutPrefix(t.say(form, values...), "\n")
	if after {
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, problem.Visible(text))
}

// translate puts what the commands say of themselves into the terminal's language.
func (t *terminal) translate(c *cobra.Command) {
	if t.lang == catalog.English {
		return
	}
	if strings.Contains(c.Use, " ") {
		c.Use = t.say(c.Use)
	}
	c.Short, c.Long = t.say(c.Short), t.say(c.Long)
	c.DisableFlagsInUseLine = true
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = t.say("tell how the command is used")
	c.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = t.say(f.Usage) })
	c.PersistentFlags().VisitAll(func(f *pflag.Flag) { f.Usage = t.say(f.Usage) })
	for _, below := range c.Commands() {
		t.translate(below)
	}
}

// flagError words what is wrong with a flag.
func flagError(_ *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && len(unknown.GetSpecifiedName()) == 1:
		return message.Errorf("there is no flag -%s; --help lists them", unknown.GetSpecifiedName())
	case errors.As(err, &unknown):
		return message.Errorf("there is no flag --%s; --help lists them", unknown.GetSpecifiedName())
	case errors.As(err, &valueless):
		return message.Errorf("--%s needs a value", valueless.GetSpecifiedName())
	case errors.As(err, &wrong):
		return message.Errorf("--%s cannot be %q", wrong.GetFlag().Name, wrong.GetValue())
	}
	return err
}

// between are the arguments that a command takes, from least to most.
func between(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return message.Errorf("%s needs more: %s", c.Name(), c.UseLine())
		case len(args) > most && most == 0:
			return message.Errorf("%s takes no argument: %s is one too many", c.Name(), args[0])
		case len(args) > most:
			return message.Errorf("%s takes fewer: %s is one too many", c.Name(), args[most])
		}
		return nil
	}
}

// manyArguments is more than anybody writes.
const manyArguments = 1 << 16

// ownHelp gives help in the terminal's language; cobra's own is English.
func (t *terminal) ownHelp(root *cobra.Command) {
	if t.lang == catalog.English {
		return
	}
	cobra.AddTemplateFunc("flags", flagTable)
	root.SetUsageTemplate(chineseUsage)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
}

// flagTable lists flags beside what they are for, in columns that hold for Chinese, which
// takes two columns of a terminal a character.
func flagTable(flags *pflag.FlagSet) string {
	var heads, uses []string
	widest := 0
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, use := pflag.UnquoteUsage(f)
		head := "      --" + f.Name
		if f.Shorthand != "" {
			head = "  -" + f.Shorthand + ", --" + f.Name
		}
		if value != "" {
			head += " " + value
		}
		heads, uses = append(heads, head), append(uses, use)
		widest = max(widest, width(head))
	})
	for i, head := range heads {
		heads[i] = head + strings.Repeat(" ", widest-width(head)+3) + uses[i]
	}
	return strings.Join(heads, "\n")
}

// chineseUsage is cobra's template of usage with Chinese heads.
const chineseUsage = `用法：{{if .Runnable}}
  {{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}
  {{.CommandPath}} 命令{{end}}{{if .HasExample}}

例：
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

命令：{{range .Commands}}{{if or .IsAvailableCommand (eq .Name "help")}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

选项：
{{flags .LocalFlags}}{{end}}{{if .HasAvailableInheritedFlags}}

通用选项：
{{flags .InheritedFlags}}{{end}}{{if .HasAvailableSubCommands}}

某个命令的说明：{{.CommandPath}} 命令 --help{{end}}
`
