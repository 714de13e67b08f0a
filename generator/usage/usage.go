// Package usage says how the command line is used, in the language of whoever uses it:
// help, flags in columns, what is wrong with a flag or with the number of arguments. cobra's
// own words are English. It knows no command; those are command's.
//
// Begin reading at Translate.
package usage

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tonggao/generator/catalog"
	"tonggao/generator/message"
)

// Translate puts what a command and those below it say of themselves into a language, and
// gives their help in it.
func Translate(root *cobra.Command, lang catalog.Language) {
	if lang == catalog.English {
		return
	}
	cobra.AddTemplateFunc("flags", flagTable)
	root.SetUsageTemplate(chineseUsage)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	translate(root, lang)
}

func translate(c *cobra.Command, lang catalog.Language) {
	if strings.Contains(c.Use, " ") {
		c.Use = lang.Say(c.Use)
	}
	c.Short, c.Long = lang.Say(c.Short), lang.Say(c.Long)
	if c.Name() == "completion" || c.Name() == "help" {
		c.Long = "" // cobra's own, in English
	}
	if long, ok := loading[c.Name()]; ok && c.Parent().Name() == "completion" {
		c.Long = long
	}
	c.DisableFlagsInUseLine = true
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = lang.In(message.Say("tell how the command is used"))
	c.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = lang.Say(f.Usage) })
	c.PersistentFlags().VisitAll(func(f *pflag.Flag) { f.Usage = lang.Say(f.Usage) })
	for _, below := range c.Commands() {
		translate(below, lang)
	}
}

// loading says how each shell is given its completions, in place of cobra's English.
var loading = map[string]string{
	"bash":       "生成 bash 的补全脚本（需要系统已装 bash-completion）。\n\n只在当前窗口使用：\n  source <(tonggao completion bash)\n\n以后每次都用，运行一次，再新开一个窗口：\n  tonggao completion bash > /etc/bash_completion.d/tonggao",
	"fish":       "生成 fish 的补全脚本。\n\n只在当前窗口使用：\n  tonggao completion fish | source\n\n以后每次都用，运行一次，再新开一个窗口：\n  tonggao completion fish > ~/.config/fish/completions/tonggao.fish",
	"powershell": "生成 PowerShell 的补全脚本。\n\n只在当前窗口使用：\n  tonggao completion powershell | Out-String | Invoke-Expression\n\n以后每次都用：把上面这一行写进 PowerShell 的配置文件（$PROFILE）。",
	"zsh":        "生成 zsh 的补全脚本。\n\n只在当前窗口使用：\n  source <(tonggao completion zsh)\n\n以后每次都用，运行一次，再新开一个窗口：\n  tonggao completion zsh > \"${fpath[1]}/_tonggao\"",
}

// FlagError words what is wrong with a flag.
func FlagError(_ *cobra.Command, err error) error {
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

// Between are the arguments that a command takes, from least to most.
func Between(least, most int) cobra.PositionalArgs {
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

// Many is more than anybody writes.
const Many = 1 << 16

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
		widest = max(widest, Width(head))
	})
	for i, head := range heads {
		heads[i] = head + strings.Repeat(" ", widest-Width(head)+3) + uses[i]
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

// Width counts the columns that a terminal gives a text: two for a Chinese
// character.
func Width(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r >= 0x1100 {
			n++
		}
	}
	return n
}
