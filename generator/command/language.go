package command

import (
	"fmt"
	"io"
	"os"
	"strings"

	"tonggao/generator/arrival"
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
	l, _ := catalog.ParseLanguage(arrival.Language())
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
