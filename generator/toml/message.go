package toml

import (
	"errors"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"tonggao/generator/halfwidth"
	"tonggao/generator/mention"
	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/prose"
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
		if written := wordAt(text, parse.Position.Start, parse.Position.Len); isNoDay(written) {
			return message.Say("%s names a day or an hour that does not exist", written)
		}
		if foreignKey(parse, text) {
			return message.Say("this is not TOML: %s", from(err, message.Say("the key is not in English letters")))
		}
	}
	for _, t := range troubles {
		if strings.Contains(err.Error(), t.part) {
			return message.Say("this is not TOML: %s", from(err, message.Say(t.wrong)))
		}
	}
	return message.Text{}
}

// from adds what the library found where it found it, unless that cannot be seen.
func from(err error, wrong message.Text) message.Text {
	found := foundInstead.FindStringSubmatch(err.Error())
	if found == nil || strings.Contains(found[1], `\`) {
		return wrong
	}
	return message.Say("%s (from %q on)", wrong, found[1])
}

var foundInstead = regexp.MustCompile(`(?:found|got) ["'](.+)["']`)

// troubles are what the library finds, by a part of its message, the first that fits, in
// our words: what is wrong, and what to do about it. Its own words are English, and of
// its grammar.
var troubles = []struct{ part, wrong, hint string }{
	{"already created", "a key or table stands here a second time", "keep one of the two"},
	{"uplicate", "a key or table stands here a second time", "keep one of the two"},
	{"is not a table", "a key or table stands here a second time", "keep one of the two"},
	{"Escaped character", `a \ begins no sign here`, `write each backslash twice, \\, or the text in single straight quotes: '…'`},
	{"UTF-8", "the file is not UTF-8", "save the file anew as UTF-8"},
	{"NULL bytes", "the file is not UTF-8", "save the file anew as UTF-8"},
	{"control character", "an invisible control character stands here", "take the character away, or save the file anew with line ends as Unix or Windows has them"},
	{"escape", `a \ begins no sign here`, `write each backslash twice, \\, or the text in single straight quotes: '…'`},
	{"hexadecimal digits", `a \ begins no sign here`, `write each backslash twice, \\, or the text in single straight quotes: '…'`},
	{"datetime", "no value can be read here", "write a date with all its digits: 2021-12-20"},
	{"cannot contain newlines", "the text does not end on its line", `a text stands in straight quotes: title = "…"; close it on the same line`},
	{"newline, comment", "something stands behind the value", "a value ends its line; what is meant for colleagues stands behind #"},
	{"table array name", "the name of a table is not written right", "a table is headed by its name between brackets: [milestone.stop]; names have small letters, digits and hyphens"},
	{"table name", "the name of a table is not written right", "a table is headed by its name between brackets: [milestone.stop]; names have small letters, digits and hyphens"},
	{"table separator", "the name of a table is not written right", "a table is headed by its name between brackets: [milestone.stop]; names have small letters, digits and hyphens"},
	{"expected value", "no value can be read here", `a text stands in straight quotes: title = "…"; yes and no are true and false`},
	{"'.' or '='", "no equals sign stands behind the key", `a line is a key, an equals sign and a value: title = "…"`},
	{"key separator", "no equals sign stands behind the key", `a line is a key, an equals sign and a value: title = "…"`},
	{"key name appears blank", "no key stands before the equals sign", `a line is a key, an equals sign and a value: title = "…"`},
	{"unexpected '='", "no key stands before the equals sign", `a line is a key, an equals sign and a value: title = "…"`},
	{"unexpected '.'", "a point stands here where a key does not have one", `a line is a key, an equals sign and a value: title = "…"`},
	{"keys cannot", "a point stands here where a key does not have one", `a line is a key, an equals sign and a value: title = "…"`},
	{"comma", "the list or table is not written right", `a list has commas between its texts and ends with a bracket: ["…", "…"]`},
	{"integer", "this is no number", "write a number with digits alone, such as 30; everything else stands in straight quotes"},
	{"loat", "this is no number", "write a number with digits alone, such as 30; everything else stands in straight quotes"},
	{"number", "this is no number", "write a number with digits alone, such as 30; everything else stands in straight quotes"},
	{"digit", "this is no number", "write a number with digits alone, such as 30; everything else stands in straight quotes"},
	{"out of range", "this is no number", "write a number with digits alone, such as 30; everything else stands in straight quotes"},
	{"unexpected EOF", "the file ends before the text does", `a text stands in straight quotes: title = "…"; close it on the same line`},
	{`unexpected '""""""'`, "more quotes stand here than a text has", `a text stands in straight quotes: title = "…"; close it on the same line`},
	{`unexpected ""`, "more quotes stand here than a text has", `a text stands in straight quotes: title = "…"; close it on the same line`},
	{"", "this line cannot be read", `a line is a key, an equals sign and a value: title = "…"`},
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
	if errors.As(err, &parse) && isNoDay(wordAt(text, parse.Position.Start, parse.Position.Len)) {
		return message.Say("write a day of the calendar and an hour of the day")
	}
	if errors.As(err, &parse) && parse.Position.Start >= 0 && parse.Position.Start < len(text) {
		from, to := lineAround(text, parse.Position.Start)
		if line := meant(text[from:to]); line != "" && strings.Contains(text[from:parse.Position.Start], "=") && mistake(text[:from]).Line == 0 {
			if written := mistake(text[:from] + line + text[to:]); written.Line != parse.Position.Line {
				return message.Say("write %s", line)
			}
		}
		if hint := signHint(parse, text); !hint.Empty() {
			return hint
		}
		if foreignKey(parse, text) {
			return message.Say(`a key is an English word: title = "…"; Chinese stands in the value`)
		}
	}
	for _, t := range troubles {
		if strings.Contains(err.Error(), t.part) {
			return message.Say(t.hint)
		}
	}
	return message.Text{}
}

// foreignKey reports a key that has a letter of another script, with an equals sign behind it.
func foreignKey(err toml.ParseError, text string) bool {
	start := err.Position.Start
	if start < 0 || start >= len(text) || !strings.Contains(err.Error(), "'.' or '='") {
		return false
	}
	line, _, _ := strings.Cut(text[start:], "\n")
	sign, _ := utf8.DecodeRuneInString(line)
	return sign > unicode.MaxASCII && unicode.IsLetter(sign) && strings.Contains(line, "=")
}

// isNoDay reports whether what has the form of a day, or of a day and an hour, is none. The
// end of a day, 24:00, is one between quotes.
func isNoDay(written string) bool {
	_, err := mention.ReadMoment(written)
	return wholeDay.MatchString(written) && err != nil
}

// signHint says what to do about a sign of a Chinese input method: to write the one that TOML
// wants, unless that is a mistake in its turn, as a comma behind a value would be.
func signHint(err toml.ParseError, text string) message.Text {
	start, line := err.Position.Start, err.Position.Line
	sign, size := utf8.DecodeRuneInString(text[start:])
	hint, plain := plainSign(sign)
	if plain == 0 {
		return hint
	}
	written, left := mistake(text[:start]+string(plain)+text[start+size:]), mistake(text[:start]+text[start+size:])
	switch behind := strings.Contains(err.Error(), "newline, comment"); {
	case behind && written.Line == line && left.Line != line:
		return message.Say("take %c away: a value ends its line", sign)
	case written.Line == line && written.Start == start:
		return message.Text{}
	}
	return hint
}

// mistake is where the library finds one in a text; line 0 where it finds none.
func mistake(text string) toml.Position {
	var values any
	var parse toml.ParseError
	if _, err := toml.Decode(text, &values); errors.As(err, &parse) {
		return parse.Position
	}
	return toml.Position{}
}

// plainSign says which ASCII sign TOML wants in place of one of a Chinese input
// method; nothing for others. It is 0 where another sign alone mends nothing.
func plainSign(sign rune) (message.Text, rune) {
	plain := chineseSigns[sign]
	switch {
	case sign >= 0x80 && sign != utf8.RuneError && prose.Hidden(sign):
		return message.Say("take the invisible character U+%04X away", sign), 0
	case strings.ContainsRune("“”„‟＂", sign):
		return message.Say(`use straight quotes " around the value, not %c; Chinese quotes belong inside`, sign), 0
	case sign == '\u3000' || sign == '\u00a0':
		return message.Say("a space that is none stands here (U+%04X): type a plain one", sign), ' '
	case sign > '！' && sign <= '～':
		plain = halfwidth.Of(sign)
	}
	if plain == 0 {
		return message.Text{}, 0
	}
	return message.Say("a Chinese input method wrote %c here: write %c", sign, plain), plain
}

var chineseSigns = map[rune]rune{'【': '[', '】': ']', '。': '.', '、': ',', '‘': '\'', '’': '\''}
