package arrival

import (
	"os"
	"strings"

	"tonggao/generator/catalog"
	"tonggao/generator/message"
)

// LanguageOf is the language that a command line is answered in: that of --lang, of
// TONGGAO_LANG, of the system; English where none of them is one of ours. The flag is
// looked for before the flags are read, since their own descriptions are in a language.
func LanguageOf(args []string) (catalog.Language, error) {
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
	l, _ := catalog.ParseLanguage(Language())
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
