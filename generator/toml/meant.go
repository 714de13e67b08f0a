package toml

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonggao/generator/halfwidth"
	"tonggao/generator/mention"
	"tonggao/generator/site"
)

var setting = regexp.MustCompile(`^[ \t]*([A-Za-z0-9_.-]+)[ \t\x{3000}]*[=＝][ \t\x{3000}]*(.*?)[ \t\r\x{3000}]*$`)

const (
	quotes  = "\"'“”„‟‘’＂＇"
	longest = 80 // characters of a line that is shown
)

// meant is a line that cannot be read as its author may have meant it, "" where that cannot
// be told: with quotes around a text, a time or a number of a telephone, in the right signs.
func meant(line string) string {
	found := setting.FindStringSubmatch(line)
	if found == nil || found[2] == "" {
		return ""
	}
	value := meantValue(found[1], found[2])
	if value == "" || strings.Contains(value, `\`) || utf8.RuneCountInString(value) > longest {
		return ""
	}
	return found[1] + " = " + value
}

func meantValue(key, value string) string {
	if m, err := mention.ReadMoment(value); err == nil {
		if m.Precision == site.ToDay {
			return m.String()
		}
		return `"` + m.String() + `"`
	}
	if number.MatchString(value) {
		value = strings.Map(narrow, value)
	}
	first, _ := utf8.DecodeRuneInString(value)
	switch inner, list := strings.CutPrefix(value, "["); {
	case list && !strings.Contains(value, `"`) && strings.HasSuffix(inner, "]"):
		return meantList(strings.TrimSuffix(inner, "]"))
	case number.MatchString(value) && (key == "phones" || key == "hotlines"):
		return meantList(value)
	case number.MatchString(value):
		return `"` + value + `"`
	case flags[strings.ToLower(value)] != "":
		return flags[strings.ToLower(value)]
	case first == '"' || unicode.IsLetter(first) || strings.ContainsRune(quotes, first):
		return meantText(value)
	}
	return ""
}

// number is one of a telephone, or several.
var number = regexp.MustCompile(`^[0-9０-９+＋(（][0-9０-９ ()（）+＋\-－—转、,，]{3,}$`)

// narrow is a figure or sign in the width that programs read.
func narrow(r rune) rune {
	if strings.ContainsRune("（），", r) {
		return r
	}
	return halfwidth.Of(r)
}

// flags are other words for yes and no.
var flags = map[string]string{"true": "true", "yes": "true", "是": "true", "对": "true", "false": "false", "no": "false", "否": "false", "不": "false"}

// meantList has its items in quotes and plain commas between them.
func meantList(inner string) string {
	items := strings.FieldsFunc(inner, func(r rune) bool { return strings.ContainsRune(",，、;；", r) })
	for i, item := range items {
		if items[i] = meantText(strings.TrimSpace(item)); items[i] == "" {
			return ""
		}
	}
	if len(items) == 0 {
		return ""
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// meantText has straight quotes around it, and Chinese ones inside.
func meantText(value string) string {
	first, size := utf8.DecodeRuneInString(value)
	if strings.ContainsRune(quotes, first) {
		value = value[size:]
		last, size := utf8.DecodeLastRuneInString(value)
		if strings.ContainsRune(quotes, last) {
			value = value[:len(value)-size]
		}
	}
	if value == "" || strings.Count(value, `"`)%2 > 0 {
		return ""
	}
	for strings.Contains(value, `"`) {
		value = strings.Replace(strings.Replace(value, `"`, "“", 1), `"`, "”", 1)
	}
	return `"` + value + `"`
}
