package folders

import (
	"regexp"
	"strings"

	"tonggao/generator/message"
	"tonggao/generator/problem"
	"tonggao/generator/reading"
	"tonggao/generator/schema"
)

// Spelt is a name as a folder can have it, Chinese in pinyin: 宁波市 is ningbo, 2026平台
// 2026-pingtai; "" for one that cannot be spelt so.
func Spelt(name string) string {
	runes := []rune(strings.ToLower(name))
	if last := len(runes) - 1; last > 1 && strings.ContainsRune("省市区县", runes[last]) {
		runes = runes[:last]
	}
	syllables := reading.Of(string(runes))
	if len(syllables) != len(runes) {
		return ""
	}
	var b strings.Builder
	was := '-'
	for i, r := range runes {
		kind := sortOf(r)
		if kind != '-' && was != '-' && kind != was {
			b.WriteByte('-')
		}
		switch {
		case kind == '字':
			b.WriteString(syllables[i])
		case kind != '-':
			b.WriteRune(r)
		case was != '-':
			b.WriteByte('-')
		}
		was = kind
	}
	if spelt := strings.Trim(b.String(), "-"); schema.IsFolder(spelt) && !schema.IsDevice(spelt) {
		return spelt
	}
	return ""
}

// sortOf parts the signs of a name: letters and figures, Chinese, and what stands between.
func sortOf(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return 'a'
	case r >= 0x4E00 && r < 0xA000:
		return '字'
	}
	return '-'
}

// nameHint says how a folder is to be called.
func nameHint(name string) message.Text {
	if spelt := Spelt(name); spelt != "" {
		return message.Say("call it %s: small letters, digits and hyphens alone, since it appears in addresses; its Chinese name stands in the file", spelt)
	}
	return message.Say("use small letters, digits and hyphens, beginning with a letter or a year: it appears in addresses")
}

// intended is the name that a file was to have where Windows hides that it has another:
// notice.toml.txt, Notice.toml, 10-guide.md.txt; "" for a file that is called as it should be.
func intended(base string) string {
	name := base
	if n := len(base) - len(".txt"); n > 0 && strings.EqualFold(base[n:], ".txt") {
		name = base[:n]
	}
	if n := len(name) - len(".md"); n > 0 && strings.EqualFold(name[n:], ".md") {
		name = name[:n] + ".md"
	} else if name = strings.ToLower(name); !ours(name) {
		return ""
	}
	if name == base {
		return ""
	}
	return name
}

// ours reports whether a name is that of a file of facts or of translations.
func ours(name string) bool {
	_, translates := dictionaryFiles[name]
	return translates || name == "site.toml" || name == "region.toml" || name == "notice.toml"
}

// copied is the name of a file of which a file manager made a copy beside it.
var copied = regexp.MustCompile(`(?: - 副本| - Copy|\(\d+\)|（\d+）| \d+)(?: ?\(\d+\))?\.md$`)

// checkCopy warns of a fragment that is the copy of another: both are printed.
func checkCopy(name string, problems *problem.List) {
	if copied.MatchString(name) {
		problems.Warn(at(name), "move it out of the folder, or give it a name of its own", "the file looks like a copy of another, and is printed too")
	}
}
