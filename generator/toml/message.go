package toml

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"tonggao/generator/message"
	"tonggao/generator/problem"
)

func placeOf(err error, whole problem.Position, text string) problem.Position {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return whole
	}
	whole.Line, whole.Column = max(1, parse.Position.Line), 1
	start := min(max(0, parse.Position.Start), len(text))
	if line := strings.LastIndexByte(text[:start], '\n'); strings.Count(text[:start], "\n")+1 == whole.Line {
		whole.Column = len([]rune(text[line+1:start])) + 1
	}
	return whole
}

func tomlMessage(err error, text string) message.Text {
	var parse toml.ParseError
	if errors.As(err, &parse) {
		if written := wordAt(text, parse.Position.Start, parse.Position.Len); wholeDay.MatchString(written) {
			return message.Say("%s names a day or an hour that does not exist", written)
		}
		return message.Say("this is not TOML: %s", parse.Message)
	}
	return message.Say("this is not TOML: %s", err.Error())
}

// tomlHints are what to do about the library's messages, found by a part of them,
// the first that fits.
var tomlHints = []struct{ part, hint string }{
	{"already been defined", "a key or table stands here a second time: keep one of the two"},
	{"uplicate", "a key or table stands here a second time: keep one of the two"},
	{"UTF-8", "save the file anew as UTF-8"},
	{"control character", "take the character away, or save the file anew with line ends as Unix or Windows has them"},
	{"datetime", "write a date with all its digits: 2021-12-20"},
	{"newline, comment", "a value ends its line; what is meant for colleagues stands behind #"},
	{"table name", "a table is headed by its name between brackets: [milestone.stop]; names have small letters, digits and hyphens"},
	{"expected value", `a text stands in straight quotes: title = "…"; yes and no are true and false`},
	{"newline", `a text stands in straight quotes: title = "…"; close it on the same line`},
	{"unexpected EOF", `a text stands in straight quotes: title = "…"; close it on the same line`},
	{"'.' or '='", `a line is a key, an equals sign and a value: title = "…"`},
	{"expected a comma", `a list has commas between its texts and ends with a bracket: ["…", "…"]`},
}

// wordAt is the stretch that the library points at.
func wordAt(text string, start, length int) string {
	if start < 0 || length < 0 || start+length > len(text) {
		return ""
	}
	return strings.TrimSpace(text[start : start+length])
}

func tomlHint(err error, text string) message.Text {
	var parse toml.ParseError
	if errors.As(err, &parse) && wholeDay.MatchString(wordAt(text, parse.Position.Start, parse.Position.Len)) {
		return message.Say("write a day of the calendar and an hour of the day")
	}
	if errors.As(err, &parse) && parse.Position.Start >= 0 && parse.Position.Start < len(text) {
		sign, _ := utf8.DecodeRuneInString(text[parse.Position.Start:])
		if plain := plainSign(sign); !plain.Empty() {
			return plain
		}
	}
	for _, h := range tomlHints {
		if strings.Contains(err.Error(), h.part) {
			return message.Say(h.hint)
		}
	}
	return message.Text{}
}

// plainSign says which ASCII sign TOML wants in place of one of a Chinese input
// method; nothing for others.
func plainSign(sign rune) message.Text {
	plain := chineseSigns[sign]
	switch {
	case strings.ContainsRune("“”„‟＂", sign):
		return message.Say(`use straight quotes " around the value, not %c; Chinese quotes belong inside`, sign)
	case sign == '\u3000' || sign == '\u00a0':
		return message.Say("a space that is none stands here (U+%04X): type a plain one", sign)
	case sign > '！' && sign <= '～':
		plain = sign - '！' + '!'
	}
	if plain == 0 {
		return message.Text{}
	}
	return message.Say("a Chinese input method wrote %c here: write %c", sign, plain)
}

var chineseSigns = map[rune]rune{'【': '[', '】': ']', '。': '.', '、': ',', '‘': '\'', '’': '\''}
